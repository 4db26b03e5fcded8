"""Whatever stands in a case that intake lets through, no rule breaks."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from govdocs.checks.engine import run_checks
from govdocs.checks.example import laid_over, small_case_text, text_data
from govdocs.checks.registry import rule_of
from tests.checks.cases import every, subject_of

BASE = text_data(small_case_text())

CELLS = st.one_of(
    st.sampled_from(
        [
            "0",
            "-1",
            "100%",
            "≥95%",
            "≤0",
            "3-5天",
            "良好",
            "无",
            "/",
            "*",
            "不适用",
            "1.1万人",
            "6.5亿美元",
            "约3",
            "4000余家",
            "0%",
            "-5%",
            "空白",
            "99999999999999999999.99",
            "0.0000001",
            "１",
            "（",
            "第",
        ]
    ),
    st.text("0123456789.%≥≤万亿元人个（）()，。 较年-", min_size=1, max_size=8),
)
MONEY = st.one_of(
    st.none(), st.decimals(min_value=-10, max_value=10**12, places=2).map(str), st.just("0")
)
RATE = st.one_of(st.none(), st.sampled_from(["0%", "96%", "120.5%", "-3%", "≥90%", "约50%"]))
AMOUNTS = st.fixed_dictionaries({"budget": MONEY, "executed": MONEY, "rate": RATE})
ROWS = st.fixed_dictionaries(
    {
        "level1": st.sampled_from(["产出指标", "效益指标", "其他"]),
        "level2": st.sampled_from(["数量指标", "经济效益指标", "某类"]),
    },
    optional={
        "target": CELLS,
        "reported_target": CELLS,
        "actual": CELLS,
        "reason": CELLS,
        "reported_name": CELLS,
        "unit": st.just("个"),
        "weight": st.sampled_from(["0", "10", "-1", "7.5"]),
        "score": st.sampled_from(["0", "10", "-1", "7.5"]),
        "direction": st.sampled_from(["越高越好", "越低越好", "等于为好"]),
        "filed": st.sampled_from(["两表", "仅附件1", "仅附件2"]),
    },
)
PROSE = st.text(
    "附件123456（）〔〕《》“”，。、； 一二年度目标共计万元%.第号", min_size=1, max_size=30
)
PIECES = st.fixed_dictionaries(
    {
        "budget": st.fixed_dictionaries({"total": MONEY, "central": MONEY, "local": MONEY}),
        "execution": st.fixed_dictionaries(
            {name: st.one_of(st.none(), AMOUNTS) for name in ("total", "central", "local", "other")}
        ),
        "fund": st.fixed_dictionaries({"issued": MONEY}),
        "indicators": st.lists(ROWS, min_size=1, max_size=4),
        "letter": st.fixed_dictionaries(
            {"document_number": PROSE, "title": PROSE, "opening": st.lists(PROSE, max_size=2)}
        ),
        "goals": st.lists(PROSE, max_size=2),
        "explanation": st.fixed_dictionaries({"notes": st.lists(PROSE, max_size=4)}),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_no_rule_breaks_and_every_finding_can_be_said(piece: dict[str, Any]) -> None:
    for at, row in enumerate(piece["indicators"]):
        row["name"] = f"第{at}项建设平台数量"
    try:
        subject = subject_of(laid_over(BASE, piece))
    except ValidationError:
        return
    result = run_checks(subject)
    assert result.faults == ()
    for finding in every(result.findings):
        rule = rule_of(finding.code)
        assert rule is not None
        assert rule.sentence(finding)
        assert "{" not in rule.hint(finding)

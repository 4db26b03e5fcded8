"""How to add up is data; where it is missing a proposal waits for somebody to confirm it."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError
from govdocs.intake import load_case, write_case_yaml
from govdocs.model.case import read_case
from govdocs.model.indicator import Kind
from govdocs.rollup.kind_comments import with_kind_comments
from govdocs.rollup.kinds import propose_kind
from govdocs.rollup.policy import Policy, Strictness
from tests.rollup import small


@pytest.mark.parametrize(
    ("name", "target", "unit", "kind"),
    [
        ("培训场次", "100场", "", Kind.ABSOLUTE),
        ("资金拨付及时率", "100%", "", Kind.RELATIVE),
        ("服务对象满意度", "", "", Kind.RELATIVE),
        ("人均补助标准", "500元", "", Kind.RELATIVE),
        ("单位成本", "3元/吨", "", Kind.RELATIVE),
        ("产业集聚度", "增强", "", Kind.QUALITATIVE),
        ("最高温度", "30", "", Kind.MAXIMUM),
        ("最短工期", "30天", "", Kind.MINIMUM),
        ("是否公开", "是", "", Kind.YES_NO),
        ("培训人数", "", "", Kind.ABSOLUTE),
        ("营业额", "30亿美元", "", Kind.ABSOLUTE),
        ("就业人数增长", "1.5万人", "", Kind.ABSOLUTE),
    ],
)
def test_a_kind_is_proposed_from_name_target_and_unit(name, target, unit, kind) -> None:
    proposal = propose_kind(name, target, unit)
    assert proposal is not None and proposal.kind is kind and proposal.because


def test_nothing_is_proposed_where_nothing_speaks_for_it() -> None:
    assert propose_kind("其他事项", "5") is None


def without_kind(folder: Path) -> Path:
    data = small.case_data()
    data["indicators"][0]["kind"] = None
    path = folder / "案卷.yaml"
    path.write_text(write_case_yaml(read_case(data)), "utf-8")
    return path


def test_the_roll_up_asks_and_does_not_guess(tmp_path: Path) -> None:
    from govdocs.rollup.run import RollupOptions, roll_up

    where = small.put(tmp_path, {"甲一": small.form("甲一", {1: 5})})
    case = without_kind(tmp_path)
    with pytest.raises(InputError) as caught:
        roll_up([where], RollupOptions(case))
    assert [p.code for p in caught.value.problems] == ["rollup.kind_missing"]
    lenient = roll_up([where], RollupOptions(case, policy=Policy(Strictness.LENIENT)))
    assert small.value_of(lenient, 1) == "5"
    assert "rollup.kind_missing" in [met.problem.code for met in lenient.met]


def test_proposals_are_written_as_comments_that_one_stroke_confirms(tmp_path: Path) -> None:
    path = without_kind(tmp_path)
    text, count = with_kind_comments(path)
    assert count == 1
    path.write_text(text, "utf-8")
    assert load_case(path).case.indicators[0].kind is None
    path.write_text(text.replace("# kind: 绝对值", "kind: 绝对值"), "utf-8")
    assert load_case(path).case.indicators[0].kind is Kind.ABSOLUTE

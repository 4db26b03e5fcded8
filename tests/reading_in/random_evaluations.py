"""Random evaluation cases: other trees, rules, weights, firms, surveys and texts than the example."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from govdocs.model.any_case import read_any_case
from govdocs.model.evaluation.case import EvaluationCase

_LETTERS = "支持外贸企业开拓国际市场提升服务能力建设补助农业道路养老教育"
_WORDS = st.text(_LETTERS, min_size=3, max_size=9)
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=3).map(lambda parts: "，".join(parts) + "。")
_POINTS = st.integers(1, 6)
_AMOUNT = st.integers(1, 90000).map(lambda n: f"{n / 100:.2f}".rstrip("0").rstrip("."))
_RATE = st.integers(0, 10000).map(lambda n: f"{n / 100:.2f}".rstrip("0").rstrip(".") + "%")
_ANSWERS = ("非常满意", "比较满意", "一般", "不太满意", "不满意")
_WEIGHTS = (100, 80, 60, 40, 0)


@st.composite
def _clauses(draw: st.DrawFn, kind: str) -> tuple[dict[str, Any], int, str | None]:
    points = draw(st.lists(_POINTS, min_size=1, max_size=3))
    asked = draw(st.booleans())
    rows = []
    for text, worth in zip(draw(st.lists(_WORDS, min_size=3, max_size=3)), points, strict=False):
        row = {"text": text, "points": str(worth), "met": draw(st.sampled_from(["是", "否"]))}
        rows.append(row if asked or kind == "逐条扣分" else {**row, "otherwise": "否"})
    return {"kind": kind, "conditions": rows}, sum(points), draw(st.none() | _WORDS)


@st.composite
def _by_value(draw: st.DrawFn) -> tuple[dict[str, Any], int, str | None]:
    weight = draw(st.integers(3, 9))
    kind = draw(
        st.sampled_from(["分档得分", "按比例得分", "每减扣分", "按指标值得分", "按评语得分"])
    )
    if kind == "分档得分":
        steps = [{"at_least": f"{100 - 10 * n}%", "points": str(weight - n)} for n in range(3)]
        return {"kind": kind, "steps": steps}, weight, draw(_RATE)
    if kind == "按评语得分":
        words = [
            {"word": w, "points": str(p)} for w, p in (("明显", weight), ("一般", 1), ("没有", 0))
        ]
        rule: dict[str, Any] = {"kind": kind, "words": words}
        return (
            rule | ({"discretion": "是"} if draw(st.booleans()) else {}),
            weight,
            draw(st.sampled_from(["明显", "一般", "没有"])),
        )
    if kind == "每减扣分":
        return (
            {"kind": kind, "deduct": draw(st.sampled_from(["5%", "10%", "0.2分"]))},
            weight,
            draw(_RATE),
        )
    return {"kind": kind, "target": "120户"}, weight, f"{draw(st.integers(0, 150))}户"


@st.composite
def _leaf(draw: st.DrawFn, name: str) -> dict[str, Any]:
    rule, weight, value = draw(st.one_of(_clauses("逐条得分"), _clauses("逐条扣分"), _by_value()))
    row: dict[str, Any] = {"name": name, "weight": str(weight), "rule": rule}
    for key, text in (("value", value), ("explanation", draw(st.none() | _SENTENCE)),
                      ("remark", draw(st.none() | _SENTENCE))):  # fmt: skip
        if text is not None:
            row[key] = text
    if draw(st.integers(0, 9)) == 0:
        row["score"] = str(draw(st.integers(0, weight)))  # stated, perhaps against its rule
    return row


@st.composite
def _tree(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = iter(draw(st.lists(_WORDS, min_size=30, max_size=30, unique=True)))
    blocks = []
    for block in draw(st.lists(st.sampled_from(["决策", "过程", "产出", "效益"]), min_size=1, max_size=3, unique=True)):  # fmt: skip
        groups = []
        for _ in range(draw(st.integers(1, 2))):
            leaves = [draw(_leaf(next(names))) for _ in range(draw(st.integers(1, 3)))]
            groups.append({"name": next(names), "indicators": leaves})
        blocks.append({"name": block, "groups": groups})
    return blocks


@st.composite
def _survey(draw: st.DrawFn) -> dict[str, Any]:
    valid = draw(st.integers(3, 60))
    questions: list[dict[str, Any]] = []
    for at, name in enumerate(draw(st.lists(_WORDS, min_size=1, max_size=4, unique=True))):
        kinds = draw(st.lists(st.sampled_from(_ANSWERS), min_size=1, max_size=3, unique=True))
        cuts = sorted(
            draw(st.lists(st.integers(0, valid), min_size=len(kinds) - 1, max_size=len(kinds) - 1))
        )
        counts = [b - a for a, b in zip([0, *cuts], [*cuts, valid], strict=True)]
        options = [{"text": k, "count": str(c)} for k, c in zip(kinds, counts, strict=True)]
        questions.append(
            {
                "text": f"贵单位对{name}是否满意（第{at}问）？",
                "name": name,
                "counts": "是",
                "options": options,
            }
        )
    ticks = {
        w: str(draw(st.integers(0, valid)))
        for w in draw(st.lists(_WORDS, min_size=2, max_size=3, unique=True))
    }
    if draw(st.booleans()):
        options = [{"text": text, "count": count} for text, count in ticks.items()]
        questions.append({"text": "贵单位还需要哪些支持？", "multiple": "是", "options": options})
    weights = [{"answer": a, "weight": str(w)} for a, w in zip(_ANSWERS, _WEIGHTS, strict=True)]
    return {"title": "满意度调查问卷", "respondents": "企业", "sent": str(valid + draw(st.integers(0, 5))),
            "valid": str(valid), "weights": weights, "questions": questions}  # fmt: skip


@st.composite
def evaluations(draw: st.DrawFn) -> EvaluationCase:
    """A case whose every part is random and whose report prints all of it."""
    tree = draw(_tree())
    firms = draw(st.lists(_WORDS.map(lambda w: f"{w}公司"), min_size=1, max_size=4, unique=True))
    recipients = [{"name": n, "allocated": draw(_AMOUNT), "paid": draw(_AMOUNT)} for n in firms]
    names = draw(st.lists(st.sampled_from(["县级财政预算", "中央补助资金", "省级专项资金"]), min_size=2, max_size=3, unique=True))  # fmt: skip
    sources = [{"name": name, "amount": draw(_AMOUNT)} for name in names]
    told = "，".join(
        f"{{{{ sources.{n}.name }}}}{{{{ sources.{n}.amount|with_unit }}}}" for n in names
    )
    analysis = [
        {"heading": f"{block['name']}情况", "table": block["name"], "sections": [
            {"heading": group["name"], "group": group["name"], "paragraphs": [draw(_SENTENCE)]}
            for group in block["groups"]
        ]}
        for block in tree
    ]  # fmt: skip
    titles = [{"name": b["name"], "title": f"{b['name']}指标分析表"} for b in tree]
    data: dict[str, Any] = {
        "kind": "重点绩效评价", "year": "2023", "region": draw(st.sampled_from(["某县", "某某市", "甲省"])),
        "money_unit": "万元",
        "project": {"name": "2023年度专项资金", "department": "某县农业局", "finance_department": "某县财政局"},
        "cover": {"title": "绩效评价报告", "evaluator": "某咨询有限公司", "signers": ["注册会计师"], "date": "2024-06-30"},
        "sources": sources, "recipients": recipients, "indicators": tree, "survey": draw(_survey()),
        "overall_goal": draw(_SENTENCE),
        "tables": [{"name": "payments", "title": "拨付明细表"}, {"name": "scores", "title": "得分情况表"}, *titles],
        "opening": [draw(_SENTENCE)],
        "sections": [
            {"heading": "基本情况", "sections": [
                {"heading": "资金情况", "paragraphs": [f"共安排资金{{{{ money.budget|with_unit }}}}，其中：{told}。"], "table": "payments"}]},
            {"heading": "评价结论", "paragraphs": [draw(_SENTENCE)], "table": "scores", "after": draw(st.lists(_SENTENCE, max_size=2))},
            {"heading": "指标分析", "sections": analysis},
            {"heading": "存在的问题", "lists": "存在的问题"},
            {"heading": "有关建议", "lists": "有关建议"},
        ],
        "problems": [{"heading": draw(_WORDS), "paragraphs": [draw(_SENTENCE)]}],
        "recommendations": [{"heading": draw(_WORDS), "paragraphs": draw(st.lists(_SENTENCE, min_size=1, max_size=2))}],
    }  # fmt: skip
    case = read_any_case(data)
    assert isinstance(case, EvaluationCase)
    return case

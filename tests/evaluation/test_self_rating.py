"""The self-evaluation table of other trees: its points make 100 whatever 一级指标 there are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.model.any_case import read_any_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.tags.evaluation.context import EvaluationContext
from govdocs.tags.evaluation.self_rating import shares_of
from govdocs.tags.values import Record, Rows
from tests.evaluation.rows import forms


@pytest.mark.parametrize(
    ("names", "shares"),
    [
        (["产出", "效益", "满意度"], {"产出": 50, "效益": 30, "满意度": 10}),
        (["产出", "效益"], {"产出": 50, "效益": 40}),
        (["产出"], {"产出": 90}),
        (["成本", "产出", "效益", "满意度"], {"成本": 20, "产出": 40, "效益": 20, "满意度": 10}),
        (["产出", "满意度"], {"产出": 80, "满意度": 10}),
        ([], {}),
    ],
)
def test_the_points_of_what_has_no_rows_go_to_another(
    names: list[str], shares: dict[str, int]
) -> None:
    assert shares_of(names, Decimal(90)) == shares


def test_twenty_points_for_execution_leave_eighty() -> None:
    assert sum(shares_of(["产出", "效益", "满意度"], Decimal(80)).values()) == 80


def _leaf(name: str, weight: str) -> dict[str, Any]:
    words = [{"word": "好", "points": weight}, {"word": "差", "points": "0"}]
    return {
        "name": name,
        "weight": weight,
        "value": "好",
        "rule": {"kind": "按评语得分", "words": words},
    }


@pytest.mark.parametrize(("execution", "rows"), [(None, 90), ("20", 80)])
def test_a_tree_of_forty_rows_makes_one_hundred(execution: str | None, rows: int) -> None:
    data = text_data(small_evaluation_text())
    for part in ("sections", "problems", "tables"):
        data.pop(part)
    data["sections"] = [{"heading": "基本情况"}]
    data["indicators"] = [
        {"name": "成本", "groups": [{"name": "经济成本", "indicators": [_leaf("单位成本", "10")]}]},
        {
            "name": "效益",
            "groups": [
                {
                    "name": "项目效益",
                    "indicators": [
                        *(_leaf(f"成效{n}", "0.25") for n in range(39)),
                        _leaf("群众满意度", "80.25"),
                    ],
                }
            ],
        },
    ]
    own = forms() if execution is None else forms(execution_weight=Decimal(execution))
    case = read_any_case(data)
    assert isinstance(case, EvaluationCase)
    table = EvaluationContext(case, own).record["self_rating"]
    assert isinstance(table, Record)
    lines = table["rows"]
    assert isinstance(lines, Rows)
    weights = [Decimal(str(line["weight"])) for line in lines if isinstance(line, Record)]
    assert len(weights) == 41
    assert min(weights) > 0
    assert sum(weights) == rows
    assert str(table["total_weight"]) == "100"
    assert {str(line["level1"]) for line in lines if isinstance(line, Record)} == {
        "成本指标",
        "效益指标",
        "满意度指标",
    }


@pytest.mark.parametrize(
    ("rule", "value", "target"),
    [
        ({"kind": "逐条得分", "conditions": [{"text": "资料齐全", "points": "60", "met": "是"}]}, "齐全", "符合全部条款"),
        ({"kind": "逐条扣分", "conditions": [{"text": "挪用", "points": "2", "met": "否"}]}, "合规", "没有所列情形"),
        ({"kind": "每处扣分", "deduct": "2"}, "0处", "没有发现问题"),
        ({"kind": "按比例得分"}, "100%", "100%"),
        ({"kind": "每减扣分", "deduct": "2%"}, "100%", "100%"),
    ],
)  # fmt: skip
def test_a_rule_without_a_target_prints_what_full_points_ask_for_and_no_rate_of_its_own(
    rule: dict[str, Any], value: str, target: str
) -> None:
    data = text_data(small_evaluation_text())
    data["indicators"][1]["groups"][0]["indicators"][0] |= {"rule": rule, "value": value}
    case = read_any_case(data)
    assert isinstance(case, EvaluationCase)
    record = EvaluationContext(case, forms()).record
    table = record["self_rating"]
    assert isinstance(table, Record)
    rows = table["rows"]
    assert isinstance(rows, Rows)
    assert [str(row["target"]) for row in rows if isinstance(row, Record)] == [target]

"""What follows from other values is computed; what is stated stays as stated."""

from decimal import Decimal
from typing import Any

from govdocs.model.case import Case, read_case
from govdocs.model.derived import derive


def case_with(**changes: Any) -> Case:
    data: dict[str, Any] = {
        "year": "2020",
        "money_unit": "万元",
        "fund": {"name": "某专项资金", "ministry": "某部", "line_department": "某厅"},
        "budget": {},
        "execution": {},
        "indicators": [
            {"level1": "产出指标", "level2": "数量指标", "name": "项目数", "target": "10个"}
        ],
    }
    return read_case(data | changes)


def test_a_total_left_out_is_the_sum_of_its_rows_with_all_decimals() -> None:
    case = case_with(
        execution={
            "central": {"budget": "100.10", "executed": "90"},
            "other": {"budget": "0.05", "executed": "0.05"},
        }
    )
    full, derived = derive(case)
    assert full.execution.total is not None
    assert full.execution.total.budget is not None
    assert full.execution.total.budget.text == "100.15"
    assert ("execution", "total", "budget") in derived


def test_a_stated_total_stays_though_its_rows_give_another() -> None:
    case = case_with(
        execution={
            "total": {"budget": "100"},
            "central": {"budget": "60"},
            "other": {"budget": "1"},
        }
    )
    full, derived = derive(case)
    assert full.execution.total is not None
    assert full.execution.total.budget is not None
    assert full.execution.total.budget.text == "100"
    assert ("execution", "total", "budget") not in derived


def test_a_rate_left_out_is_the_quotient_rounded_half_up() -> None:
    case = case_with(execution={"central": {"budget": "200", "executed": "191"}})
    full, _ = derive(case, rate_decimals=0)
    assert full.execution.central is not None
    assert full.execution.central.rate is not None
    assert full.execution.central.rate.text == "96%"  # 95.5


def test_a_budget_of_zero_has_no_rate() -> None:
    full, _ = derive(case_with(execution={"central": {"budget": "0", "executed": "0"}}))
    assert full.execution.central is not None
    assert full.execution.central.rate is None


def test_attachment_2_repeats_name_and_target_unless_it_states_its_own() -> None:
    rows = [
        {"level1": "产出指标", "level2": "数量指标", "name": "甲", "target": "10个"},
        {
            "level1": "产出指标",
            "level2": "数量指标",
            "name": "乙",
            "target": "5",
            "reported_name": "丙",
            "reported_target": "空白",
        },
    ]
    full, _ = derive(case_with(indicators=rows))
    first, second = full.indicators
    assert (first.reported_name, str(getattr(first.reported_target, "text", ""))) == ("甲", "10个")
    assert (second.reported_name, second.reported_target) == ("丙", None)


def test_goals_are_carried_into_attachment_2_unless_the_case_says_no() -> None:
    carried, _ = derive(case_with(goals=["做好一", "做好二"]))
    assert carried.goal_statement.planned == "目标1：做好一\n目标2：做好二"
    blank, _ = derive(case_with(goals=["做好一"], goal_statement={"carry_goals": "否"}))
    assert blank.goal_statement.planned is None


def test_an_allocation_left_out_is_the_sum_of_its_parts() -> None:
    parts = [{"name": "甲", "amount": "130"}, {"name": "乙", "amount": "134.44"}]
    full, _ = derive(case_with(allocations=[{"name": "某方向", "parts": parts}]))
    assert full.allocations[0].amount is not None
    assert full.allocations[0].amount.number == Decimal("264.44")

"""Values that follow from others: computed where the case leaves them out, kept where stated."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from govdocs.model.allocation import Allocation
from govdocs.model.attachment import GoalStatement
from govdocs.model.case import Case
from govdocs.model.interval import quotient, rounded
from govdocs.model.money import Budget, Execution, ExecutionRow
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import unit_of
from govdocs.place import Path

BLANK = "空白"
"""What a case writes where attachment 2 leaves a cell blank that attachment 1 fills."""

SOURCES = ("central", "local", "other")
"""The rows whose sum is 年度资金总额, in the order of the form."""


def total_of(parts: Iterable[Quantity | None]) -> Quantity | None:
    """Add amounts of one unit; blanks count nothing; None when all are blank."""
    given = [part for part in parts if part is not None]
    if not given:
        return None
    number = sum((part.number for part in given), Decimal(0))
    return Quantity(number, given[0].unit, Bound.EXACT, f"{number:f}")


def rate_of(budget: Quantity | None, executed: Quantity | None, decimals: int) -> Quantity | None:
    """Compute 执行率 = B/A in percent, rounded half up; None without both or with A = 0."""
    if budget is None or executed is None or budget.number == 0:
        return None
    rate = rounded(quotient(executed.number * 100, budget.number), decimals)
    return Quantity(rate, unit_of("%"), Bound.EXACT, f"{rate:f}%")


def derive(case: Case, *, rate_decimals: int = 0) -> tuple[Case, frozenset[Path]]:
    """Fill what the case left out and follows from the rest; return it and the paths filled.

    Filled are: 额度 from its parts, 总预算数 and 年度资金总额 from their rows, 执行率 from B/A
    (printed with ``rate_decimals``), 申报表专项名称, 实施单位, attachment 2's names, targets and
    goals, titles and numbers of attachments, 发文机关标志, 署名. Nothing stated is changed.
    """
    filled: set[Path] = set()
    changes: dict[str, object] = {
        "allocations": tuple(
            _allocation(row, ("allocations", i), filled) for i, row in enumerate(case.allocations)
        ),
        "budget": _budget(case.budget, filled),
        "execution": _execution(case.execution, rate_decimals, filled),
        "goal_statement": _goal_statement(case, filled),
    }
    fund = {}
    if case.fund.declared_name is None:
        fund["declared_name"] = case.fund.name
    if case.fund.implementing_unit is None:
        fund["implementing_unit"] = case.fund.line_department
    filled.update(("fund", name) for name in fund)
    changes["fund"] = case.fund.model_copy(update=fund)
    rows = []
    for i, row in enumerate(case.indicators):
        update: dict[str, object] = {}
        if row.reported_name is None:
            update["reported_name"] = row.name
        if row.reported_target is None and row.target is not None:
            update["reported_target"] = row.target
        filled.update(("indicators", i, name) for name in update)
        if row.reported_target == BLANK:
            update["reported_target"] = None
        rows.append(row.model_copy(update=update))
    changes["indicators"] = tuple(rows)
    attachments = []
    for i, attachment in enumerate(case.attachments):
        update = {}
        if attachment.number is None:
            update["number"] = i + 1
        if attachment.listed_title is None:
            update["listed_title"] = attachment.title
        if attachment.year_line is None:
            update["year_line"] = f"（{case.year}年度）"
        filled.update(("attachments", i, name) for name in update)
        attachments.append(attachment.model_copy(update=update))
    changes["attachments"] = tuple(attachments)
    if case.letter is not None:
        update = {}
        if case.letter.mark is None:
            update["mark"] = f"{case.letter.issuers[0]}文件"
        if case.letter.signatures is None:
            update["signatures"] = case.letter.issuers
        filled.update(("letter", name) for name in update)
        changes["letter"] = case.letter.model_copy(update=update)
    return case.model_copy(update=changes), frozenset(filled)


def computed_budget(budget: Budget) -> Budget:
    """The block as it would be if only its parts had been stated."""
    return _budget(budget.model_copy(update={"total": None}), set())


def computed_execution(execution: Execution, decimals: int) -> Execution:
    """The block as it would be if only 中央补助, 地方资金 and 其他资金 had been stated, no rates."""
    bare: dict[str, object] = {"total": None}
    for name in SOURCES:
        row = getattr(execution, name)
        bare[name] = None if row is None else row.model_copy(update={"rate": None})
    return _execution(execution.model_copy(update=bare), decimals, set())


def _allocation(row: Allocation, path: Path, filled: set[Path]) -> Allocation:
    if row.amount is not None or not row.parts:
        return row
    filled.add((*path, "amount"))
    return row.model_copy(update={"amount": total_of(part.amount for part in row.parts)})


def _budget(budget: Budget, filled: set[Path]) -> Budget:
    if budget.total is not None:
        return budget
    total = total_of((budget.central, budget.local))
    if total is None:
        return budget
    filled.add(("budget", "total"))
    return budget.model_copy(update={"total": total})


def _execution(execution: Execution, decimals: int, filled: set[Path]) -> Execution:
    rows: dict[str, ExecutionRow | None] = {
        name: getattr(execution, name) for name in ("total", *SOURCES)
    }
    parts = [row for name in SOURCES if (row := rows[name]) is not None]
    if parts:
        total = rows["total"] or ExecutionRow.model_validate({})
        update: dict[str, Quantity | None] = {}
        for column in ("budget", "executed"):
            if getattr(total, column) is None:
                amount = total_of(getattr(part, column) for part in parts)
                if amount is not None:
                    update[column] = amount
                    filled.add(("execution", "total", column))
        rows["total"] = total.model_copy(update=update)
    for name, row in rows.items():
        if row is not None and row.rate is None:
            rate = rate_of(row.budget, row.executed, decimals)
            if rate is not None:
                rows[name] = row.model_copy(update={"rate": rate})
                filled.add(("execution", name, "rate"))
    return execution.model_copy(update=rows)


def _goal_statement(case: Case, filled: set[Path]) -> GoalStatement:
    statement = case.goal_statement
    if statement.planned is not None or not statement.carry_goals or not case.goals:
        return statement
    filled.add(("goal_statement", "planned"))
    return statement.model_copy(update={"planned": numbered_goals(case.goals)})


def numbered_goals(goals: Iterable[str]) -> str:
    """Print the goals as the forms do, one a line: 目标1：…"""
    return "\n".join(f"目标{n}：{goal}" for n, goal in enumerate(goals, 1))

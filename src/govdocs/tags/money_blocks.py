"""The money blocks of the forms: which cells may be live formulas and print what is stated.

A workbook's totals and rates are formulas where the formula gives exactly what the case states
or leaves out; where a stated figure differs, the stated one is printed and the checks speak.
"""

from __future__ import annotations

from govdocs.model.case import Case
from govdocs.model.derived import SOURCES, computed_budget, computed_execution
from govdocs.model.money import ExecutionRow
from govdocs.model.quantity import Quantity
from govdocs.tags.values import Node, Record, Value


def budget(case: Case, node: Node) -> Record:
    """Add ``agrees``: whether 总预算数 is the sum of its parts."""
    assert isinstance(node, Record)
    computed = computed_budget(case.budget)
    agrees = computed.total is not None and _same(case.budget.total, computed.total)
    return Record({**node, "agrees": _yes(agrees, node)}, node.path)


def execution(case: Case, node: Node, decimals: int) -> Record:
    """Add ``agrees`` to each row: whether its sums and its rate are what the parts give."""
    assert isinstance(node, Record)
    computed = computed_execution(case.execution, decimals)
    rows: dict[str, Node] = dict(node)
    for name in ("total", *SOURCES):
        row = rows[name]
        assert isinstance(row, Record)
        own = getattr(computed, name)
        agrees = _row_agrees(getattr(case.execution, name), own)
        if name == "total":
            # The sum of blanks is blank on paper; a formula would print 0.
            agrees = agrees and own.budget is not None and own.executed is not None
        rows[name] = Record({**row, "agrees": _yes(agrees, row)}, row.path)
    return Record(rows, node.path)


def _row_agrees(stated: ExecutionRow | None, computed: ExecutionRow | None) -> bool:
    if computed is None:
        return False
    if stated is None:
        return True
    columns = ("budget", "executed", "rate")
    return all(_same(getattr(stated, c), getattr(computed, c)) for c in columns)


def _same(stated: Quantity | None, computed: Quantity | None) -> bool:
    """Tell whether the computed figure prints exactly as the stated one, decimals included."""
    if stated is None:
        return True
    return computed is not None and stated.number.as_tuple() == computed.number.as_tuple()


def _yes(agrees: bool, node: Record) -> Value:
    return Value("是" if agrees else "", node.path)

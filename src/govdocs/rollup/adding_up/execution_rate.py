"""执行率 is ΣB ÷ ΣA, never a mean of rates."""

from __future__ import annotations

import re
from fractions import Fraction

from govdocs.model.indicator import Kind
from govdocs.rollup.adding_up.exact import add
from govdocs.rollup.adding_up.tally import ZERO
from govdocs.rollup.definition import AskedIndicator
from govdocs.rollup.judging.returns import BLANK, UnitReturn

EXECUTION_RATE = "执行率"
"""The kind that the result names for such figures."""
_NAME = re.compile(
    r"^(?:项目|年度|当年|全年)?(?:财政)?(?:专项)?(?:预算|资金|预算资金|支出)*执行率$"
)


def is_execution_rate(asked: AskedIndicator) -> bool:
    """Tell whether an indicator is the fund's own execution rate, which the money rows give."""
    return (
        asked.kind is Kind.RELATIVE
        and asked.in_percent
        and _NAME.fullmatch(re.sub(r"[（(].*[）)]|\s", "", asked.name)) is not None
    )


def executed_over_budget(
    units: list[UnitReturn], row: str = "total"
) -> tuple[Fraction, Fraction, int]:
    """Return ΣB, ΣA and the number of units, over those that gave both."""
    executed, budget, count = ZERO, ZERO, 0
    for unit in units:
        a = unit.money.get(f"{row}.budget", BLANK).number
        b = unit.money.get(f"{row}.executed", BLANK).number
        if a is not None and b is not None:
            executed, budget, count = add(executed, b), add(budget, a), count + 1
    return Fraction(executed), Fraction(budget), count

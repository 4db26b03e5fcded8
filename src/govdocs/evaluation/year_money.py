"""年度资金总额 and its rows by kind, as the 项目支出绩效自评表 prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govdocs.model.derived import total_of
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.funds import FundSource, SourceKind, YearTotal
from govdocs.model.quantity import Quantity

COLUMNS = ("initial", "amount", "spent")
"""年初预算数, 全年预算数, 全年执行数: equal names in ``FundSource`` and ``YearTotal``."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One row of the form; None where an amount is not known."""

    initial: Quantity | None = None
    amount: Quantity | None = None
    spent: Quantity | None = None


def summed(sources: Iterable[FundSource]) -> MoneyRow:
    """Add sources column by column; None where one of them does not state it.

    A sum over some of the sources would be a figure for all of them on paper.
    """
    rows = list(sources)
    return MoneyRow(*(_sum([getattr(row, column) for row in rows]) for column in COLUMNS))


def year_total(case: EvaluationCase) -> MoneyRow:
    """年度资金总额: what is stated, else the sum of all sources."""
    stated = case.year_total or YearTotal()
    sums = summed(case.sources)
    return MoneyRow(*(getattr(stated, c) or getattr(sums, c) for c in COLUMNS))


def kinds_of(case: EvaluationCase) -> tuple[SourceKind, ...]:
    """The kinds that the case has sources of, in the form's order."""
    found = {source.kind for source in case.sources}
    return tuple(kind for kind in SourceKind if kind in found)


def kind_row(case: EvaluationCase, kind: SourceKind) -> MoneyRow:
    """One row under 其中; where all money is of one kind, what is known of the whole is its own.

    A kind of one source prints that source's amounts as they were written.
    """
    sources = [source for source in case.sources if source.kind is kind]
    own = summed(sources)
    if len(sources) == 1:
        own = MoneyRow(*(getattr(sources[0], column) for column in COLUMNS))
    if kinds_of(case) != (kind,):
        return own
    whole = year_total(case)
    return MoneyRow(*(getattr(own, c) or getattr(whole, c) for c in COLUMNS))


def _sum(parts: list[Quantity | None]) -> Quantity | None:
    return total_of(parts) if parts and None not in parts else None

"""The figures of a result as the columns of its workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govdocs.model.indicator import Kind
from govdocs.model.rollup_record import RolledFigure, RollupRecord
from govdocs.rollup.adding_up.execution_rate import EXECUTION_RATE
from govdocs.rollup.adding_up.figures import Adding
from govdocs.rollup.adding_up.weights import Weight
from govdocs.rollup.result.explain import figure_key
from govdocs.rollup.taking_in.sheet_xml import column_letters

FIRST = 7
"""The figures begin in column G, after unit, level, parents and file."""
_MONEY_ORDER = (
    "total.budget",
    "total.executed",
    "central.budget",
    "central.executed",
    "local.budget",
    "local.executed",
    "other.budget",
    "other.executed",
)


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One column of the units' rows: its figure, key in the returns, and column letters."""

    figure: RolledFigure
    key: str | int
    letters: str
    kind: str


def columns_of(adding: Adding, record: RollupRecord) -> tuple[FigureColumn, ...]:
    """Return the columns: the money amounts, then the indicators in the form's order."""
    keyed = {
        figure_key(figure, adding): figure
        for figure in record.figures
        if not figure.path.endswith(".rate")
    }
    order: list[str | int] = [*_MONEY_ORDER, *(i.number for i in adding.definition.indicators)]
    return tuple(
        FigureColumn(keyed[key], key, column_letters(FIRST + n), keyed[key].kind)
        for n, key in enumerate(order)
    )


def letters_of(columns: Sequence[FigureColumn], key: str | int) -> str:
    """The column letters of a key."""
    return next(column.letters for column in columns if column.key == key)


def total_formula(
    column: FigureColumn,
    columns: Sequence[FigureColumn],
    weight: Weight,
    first: int,
    last: int,
    below: tuple[str, str] | None = None,
) -> str:
    """Return the live formula of a column's total over the rows first to last.

    ``below`` limits a sub-total to the rows whose cell in a range (``$D$8:$D$90``) holds a name.
    Words (不适用, 未计入) and blanks count neither above nor below the line.
    """
    cells = f"{column.letters}${first}:{column.letters}${last}"
    name = below[1].replace('"', '""') if below else ""
    chosen = f'*({below[0]}="{name}")' if below else ""
    numbers = f"ISNUMBER({cells}){chosen}"
    decimals = column.figure.decimals
    if column.kind == EXECUTION_RATE:
        a, b = (
            f"{x}${first}:{x}${last}"
            for x in (letters_of(columns, "total.budget"), letters_of(columns, "total.executed"))
        )
        both = f"ISNUMBER({a})*ISNUMBER({b}){chosen}"
        return _round(f"SUMPRODUCT({both},{b})/SUMPRODUCT({both},{a})*100", decimals)
    if column.kind in (Kind.RELATIVE.value, Kind.QUALITATIVE.value):
        w = letters_of(columns, weight.key)
        weights = f"{w}${first}:{w}${last}"
        # SUMPRODUCT takes words for 0 where the ranges stand as arguments of their own.
        up = f"SUMPRODUCT(1*{numbers},{cells},{weights})"
        return _round(f"{up}/SUMPRODUCT(1*{numbers},{weights})", decimals)
    if column.kind == Kind.MAXIMUM.value:
        return f'=IF(SUMPRODUCT(1*{numbers})=0,"",{_extreme("MAX", cells, below)})'
    if column.kind in (Kind.MINIMUM.value, Kind.YES_NO.value):
        return f'=IF(SUMPRODUCT(1*{numbers})=0,"",{_extreme("MIN", cells, below)})'
    return f'=IF(SUMPRODUCT(1*{numbers})=0,"",ROUND(SUMPRODUCT(1*{numbers},{cells}),{decimals}))'


def _extreme(function: str, cells: str, below: tuple[str, str] | None) -> str:
    if below is None:
        return f"{function}({cells})"
    name = below[1].replace('"', '""')
    return f'_xlfn.{function}IFS({cells},{below[0]},"{name}")'


def _round(expression: str, decimals: int) -> str:
    return f'=IFERROR(ROUND({expression},{decimals}),"")'

"""The money rows of the 项目支出绩效自评表: 年度资金总额 and what it is made of."""

from __future__ import annotations

from decimal import Decimal

from govdocs.evaluation.formulas import execution_points
from govdocs.evaluation.printed import points
from govdocs.evaluation.year_money import (
    COLUMNS,
    MoneyRow,
    kind_row,
    kinds_of,
    summed,
    year_total,
)
from govdocs.forms.form_set import FormSet
from govdocs.model.derived import rate_of, total_of
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.funds import SourceKind
from govdocs.model.quantity import Quantity
from govdocs.place import Path
from govdocs.tags.evaluation.figures import figure
from govdocs.tags.values import Node, Record, Value

NAMES = {"initial": "initial", "amount": "budget", "spent": "spent"}
"""Columns of the case and what the form's fields call them."""

ROWS = {
    "current": SourceKind.CURRENT,
    "carried": SourceKind.CARRIED,
    "other": SourceKind.OTHER,
}


def money_rows(case: EvaluationCase, forms: FormSet) -> dict[str, Node]:
    """Return the total's columns, a record for each kind, and what the workbook's formulas need.

    ``stated`` holds the totals that are not the sum of the rows as printed: the workbook prints
    these instead of its sum. ``kinds`` is the number of rows that have money.
    """
    decimals = forms.settings.rate_decimals
    whole = year_total(case)
    present = kinds_of(case)
    rows = {kind: kind_row(case, kind) for kind in present}
    stated: dict[str, Node] = {}
    for column in COLUMNS:
        parts = [getattr(row, column) for row in rows.values()]
        added = total_of(parts) if None not in parts else None
        own = getattr(whole, column)
        same = own is None or (
            added is not None and own.number.as_tuple() == added.number.as_tuple()
        )
        path = _total_path(case, column)
        stated[NAMES[column]] = Value("", path) if same else figure(own, path)
    fields = {
        **_columns(whole, {column: _total_path(case, column) for column in COLUMNS}, decimals),
        "stated": Record(stated, ("year_total",)),
        "kinds": Value(str(len(present)), ("sources",), Decimal(len(present)), derived=True),
        "score_decimals": _setting(forms.settings.score_decimals),
        "rate_format": Value(f"0{'.' if decimals else ''}{'0' * decimals}%", ("settings",)),
    }
    for name, kind in ROWS.items():
        row = rows.get(kind, MoneyRow())
        fields[name] = Record(
            _columns(row, {column: _kind_path(case, kind, column) for column in COLUMNS}, decimals),
            ("sources",),
        )
    return fields


def earned(case: EvaluationCase, forms: FormSet, weight: Decimal) -> Quantity | None:
    """The points for 预算执行率 as printed; None where a total is not known."""
    whole = year_total(case)
    if whole.amount is None or whole.spent is None:
        return None
    score = execution_points(whole.amount.number, whole.spent.number, weight)
    return None if score is None else points(score, forms.settings.score_decimals)


def _columns(row: MoneyRow, paths: dict[str, Path], decimals: int) -> dict[str, Node]:
    fields: dict[str, Node] = {
        NAMES[column]: figure(getattr(row, column), paths[column]) for column in COLUMNS
    }
    fields["rate"] = figure(rate_of(row.amount, row.spent, decimals), paths["spent"])
    return fields


def _total_path(case: EvaluationCase, column: str) -> Path:
    stated = case.year_total is not None and getattr(case.year_total, column) is not None
    summable = getattr(summed(case.sources), column) is not None
    return ("year_total", column) if stated or not summable else ("sources",)


def _kind_path(case: EvaluationCase, kind: SourceKind, column: str) -> Path:
    own = [at for at, source in enumerate(case.sources) if source.kind is kind]
    return ("sources", own[0], column) if len(own) == 1 else ("sources",)


def _setting(number: int) -> Value:
    return Value(str(number), ("settings",), Decimal(number))

"""年度资金总额 and the rows beneath it of a 自评表, shared out to the fund sources they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from govdocs.model.evaluation.funds import SourceKind
from govdocs.reading import Table
from govdocs.reading_in.evaluation.amounts import amount_in
from govdocs.reading_in.forms.fields import label
from govdocs.reading_in.placed import Gathered, Leftover, Placed, PlacedTree

_COLUMNS = (("年初预算数", "initial"), ("全年预算数", "amount"), ("全年执行数", "spent"))
_KINDS = {
    **{kind.value: kind for kind in SourceKind},
    "上年结转": SourceKind.CARRIED, "财政拨款": SourceKind.CURRENT, "当年财政拨款资金": SourceKind.CURRENT,
}  # fmt: skip


@dataclass(slots=True)
class YearMoney:
    """The money rows of the form: the total's columns, and those of each kind that has any."""

    total: dict[str, Placed] = field(default_factory=dict)
    kinds: dict[SourceKind, dict[str, Placed]] = field(default_factory=dict)


def year_money(table: Table, wanted: str) -> YearMoney:
    """Read the rows by their labels, the columns by their heads; blank cells are left out."""
    columns: dict[str, int] = {}
    for cell in table.cells():
        for words, name in _COLUMNS:
            if label(cell).startswith(words):
                columns.setdefault(name, cell.column)
    found = YearMoney()
    for cell in table.cells():
        words = label(cell).removeprefix("其中：")
        kind = _KINDS.get(words)
        if (kind is None and words != "年度资金总额") or not columns:
            continue
        values: dict[str, Placed] = {}
        for name, column in columns.items():
            beside = table.at(cell.row, column)
            value = (
                amount_in(beside.text, wanted, wanted, beside.place)
                if beside is not None and beside is not cell
                else None
            )
            if value is not None:
                values[name] = value
        if kind is None:
            found.total = found.total or values
        elif values:
            found.kinds.setdefault(kind, values)
    return found


def share_out(money: YearMoney, gathered: Gathered) -> None:
    """Give the form's money to ``sources`` and ``year_total``; what no source can be told for is left over."""
    rows = gathered.tree.get("sources")
    if not isinstance(rows, list):
        rows = _from_form(money)
        if rows:
            gathered.tree["sources"] = rows
    sources = [row for row in rows if isinstance(row, dict)]
    for kind, values in money.kinds.items():
        own = _of_kind(sources, kind, values, alone=len(money.kinds) == 1)
        for source in own:
            if kind is not SourceKind.CURRENT:
                source["kind"] = Placed(kind.value, None, "自评表列入这一行")
        if len(own) == 1:
            for key in ("initial", "spent"):
                if key in values:
                    own[0].setdefault(key, values[key])
        elif not own:
            for value in values.values():
                why = f"自评表“{kind.value}”不知属于哪几项资金来源"
                gathered.left.append(Leftover(value.text, value.place, why))
    stated: dict[str, PlacedTree] = {
        key: value
        for key, value in money.total.items()
        if _summed(sources, key) != Decimal(value.text)
    }
    if stated:
        gathered.tree["year_total"] = stated


def _from_form(money: YearMoney) -> list[PlacedTree]:
    """Where nothing else tells the sources, the form's own rows are they."""
    made: list[PlacedTree] = []
    for kind, values in money.kinds.items():
        if "amount" in values:
            made.append({"name": Placed(kind.value, values["amount"].place), **values})
    if not made and "amount" in money.total:
        made.append({"name": Placed("年度资金总额", money.total["amount"].place), **money.total})
    return made


def _of_kind(
    sources: Sequence[dict[str, PlacedTree]],
    kind: SourceKind,
    values: dict[str, Placed],
    *,
    alone: bool,
) -> list[dict[str, PlacedTree]]:
    """The sources of one row: all where the form has one row, else the one of its name or amount."""
    if alone:
        return list(sources)
    named = [row for row in sources if _text(row, "name") == kind.value]
    if named:
        return named
    amount = values.get("amount")
    same = [row for row in sources if amount is not None and _text(row, "amount") == amount.text]
    return same if len(same) == 1 else []


def _summed(sources: Sequence[dict[str, PlacedTree]], key: str) -> Decimal | None:
    parts = [_text(row, key) for row in sources]
    return sum((Decimal(part) for part in parts), Decimal(0)) if all(parts) else None


def _text(row: dict[str, PlacedTree], key: str) -> str:
    value = row.get(key)
    return value.text if isinstance(value, Placed) else ""

"""Where the money came from and went: fund sources, payments, how much was paid by which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.units import unit_of
from govdocs.reading.tables.rows import RowKind
from govdocs.reading_in.evaluation.amounts import amount_in
from govdocs.reading_in.evaluation.listed_tables import ListedTable
from govdocs.reading_in.evaluation.said import MONEY, NUMBER, Said
from govdocs.reading_in.placed import Gathered, Leftover, Placed, PlacedTree

_MADE_OF = re.compile(
    rf"(?P<total>{NUMBER})(?P<unit>{MONEY})[，,；;：:（(]?\s*(?:其中|分别为|包括)[：:，,]?(?P<items>[^。]+)"
)
_SPLIT = re.compile(r"(?:[，；;、]|,(?!\d))(?![^（(]*[）)])")
_ITEM = re.compile(
    rf"(?:和|及)?(?P<name>[^\d（）()]{{2,40}}?)(?:为|共|共计|计)?(?P<number>{NUMBER})(?P<unit>{MONEY})(?:[（(](?P<document>[^）)]*)[）)])?[）)]?"
)
_SOURCE = re.compile(
    r"财政|中央|省级|市级|县级|区级|本级|上级|自筹|配套|专户|转移支付|预备费|债券|拨款|结转"
)
_DOCUMENT = re.compile(r"[一-龥]{1,10}[〔\[（(]\d{4}[〕\]）)]\s*\d{1,5}\s*号")
_BY = re.compile(
    rf"(?:截至|截止)(?:到)?(?P<day>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)(?P<between>[^。；]{{0,40}}?)(?:拨付|支付|发放)(?:资金|补贴|金额)?(?:共计|共|合计|总计)?(?P<number>{NUMBER})(?P<unit>{MONEY})"
)


def read_payments(tables: Sequence[ListedTable], wanted: str, gathered: Gathered) -> None:
    """Read the first table of payments into ``recipients``; a total that is not the sum is left over."""
    rows: list[PlacedTree] = []
    sums = {"allocated": Decimal(0), "paid": Decimal(0)}
    for listed in tables:
        if listed.kind != "payments" or rows:
            continue
        unit = listed.table.unit or wanted
        for kind, cells in listed.rows():
            amounts = {
                key: value
                for key in sums
                if key in cells
                and (value := amount_in(cells[key].text, unit, wanted, cells[key].place))
            }
            if kind in {RowKind.TOTAL, RowKind.SUBTOTAL}:
                for key, value in amounts.items():
                    if kind is RowKind.TOTAL and Decimal(value.text) != sums[key]:
                        why = f"各户合计为{sums[key]}，与表中合计不符"
                        gathered.left.append(Leftover(value.text, value.place, why))
                    gathered.taken.add(cells[key].place)
                continue
            if "name" not in cells or not amounts:
                continue
            for key, value in amounts.items():
                sums[key] += Decimal(value.text)
            rows.append({"name": Placed(cells["name"].plain, cells["name"].place), **amounts})
        if rows:
            _take(listed, gathered)
    if rows:
        gathered.tree["recipients"] = rows


def read_sources(
    tables: Sequence[ListedTable], texts: Sequence[Said], wanted: str, gathered: Gathered
) -> None:
    """Read ``sources`` from their table, else from the one sentence whose parts make its total."""
    for listed in tables:
        if listed.kind != "sources" or "sources" in gathered.tree:
            continue
        rows = _tabled_sources(listed, wanted)
        if rows:
            gathered.tree["sources"] = rows
            _take(listed, gathered)
    if "sources" in gathered.tree:
        return
    for only in (True, False):
        for said in texts:
            if only and not said.under("预算", "资金"):
                continue
            found = _told_sources(said, wanted)
            if found:
                _measure(found, texts, wanted)
                gathered.tree["sources"] = [dict(row) for row in found]
                return


def _tabled_sources(listed: ListedTable, wanted: str) -> list[PlacedTree]:
    rows: list[PlacedTree] = []
    unit = listed.table.unit or wanted
    for kind, cells in listed.rows():
        if kind in {RowKind.TOTAL, RowKind.SUBTOTAL} or "name" not in cells:
            continue
        row: dict[str, PlacedTree] = {"name": Placed(cells["name"].plain, cells["name"].place)}
        for key in ("amount", "arrived", "spent"):
            if key in cells:
                value = amount_in(cells[key].text, unit, wanted, cells[key].place)
                if value is not None:
                    row[key] = value
        if "document" in cells and _DOCUMENT.search(cells["document"].plain):
            row["document"] = Placed(cells["document"].plain, cells["document"].place)
        if "amount" in row:
            rows.append(row)
    return rows


def _told_sources(said: Said, wanted: str) -> list[dict[str, PlacedTree]]:
    """共516.7万元，其中：甲260万元，乙……: taken where every part is read and they make the total."""
    for made_of in _MADE_OF.finditer(said.text):
        parts = [part for part in _SPLIT.split(made_of["items"].strip()) if part]
        items = [_ITEM.fullmatch(part.strip()) for part in parts]
        if len(items) < 2 or not all(items) or not _SOURCE.search(made_of["items"]):
            continue
        known = [item for item in items if item is not None]
        whole = _base(made_of["total"], made_of["unit"])
        if sum((_base(i["number"], i["unit"]) for i in known), Decimal(0)) != whole:
            continue
        rows: list[dict[str, PlacedTree]] = []
        for item in known:
            amount = amount_in(item["number"], item["unit"], wanted, said.place)
            assert amount is not None
            row: dict[str, PlacedTree] = {
                "name": Placed(item["name"], said.place),
                "amount": amount,
            }
            if item["document"] and _DOCUMENT.fullmatch(item["document"]):
                row["document"] = Placed(item["document"], said.place)
            rows.append(row)
        return rows
    return []


def _base(number: str, unit: str) -> Decimal:
    return Decimal(number.replace(",", "")) * unit_of(unit).factor


def _measure(rows: Sequence[dict[str, PlacedTree]], texts: Sequence[Said], wanted: str) -> None:
    """到位 and 支出 that stand right behind a source's name and amount; others are not measured."""
    for row in rows:
        name, amount = row["name"], row["amount"]
        assert isinstance(name, Placed)
        assert isinstance(amount, Placed)
        own = rf"{re.escape(name.text)}(?:资金)?{re.escape(amount.text)}{re.escape(wanted)}"
        for key, verb in (("arrived", "到位"), ("spent", "支出")):
            pattern = re.compile(
                rf"{own}[^。；;]{{0,24}}?{verb}(?P<number>{NUMBER})(?P<unit>{MONEY})"
            )
            found = [(m, said) for said in texts for m in pattern.finditer(said.text)]
            values = {m["number"] + m["unit"] for m, _ in found}
            if len(values) == 1:
                match, said = found[0]
                value = amount_in(match["number"], match["unit"], wanted, said.place)
                if value is not None:
                    row[key] = value
    measured = [row for row in rows if "arrived" in row or "spent" in row]
    for row in rows:
        if measured and row not in measured:
            row["measured"] = Placed("否", None, "没有写明到位和支出")


def read_milestones(texts: Sequence[Said], wanted: str, gathered: Gathered) -> None:
    """截至某日已拨付: one sum a day; a day with two sums, or one firm's sum, is not taken."""
    recipients = gathered.tree.get("recipients", [])
    assert isinstance(recipients, list)
    own = [row["name"] for row in recipients if isinstance(row, dict)]
    names = [name.text for name in own if isinstance(name, Placed)]
    by_day: dict[str, dict[str, Placed]] = {}
    for said in texts:
        for match in _BY.finditer(said.text):
            if any(name in match["between"] for name in names) or "其中" in match["between"]:
                continue
            if not re.search(r"已|累计|实际|共", match["between"]):
                continue
            value = amount_in(match["number"], match["unit"], wanted, said.place)
            if value is not None:
                by_day.setdefault(match["day"], {}).setdefault(value.text, value)
    rows: list[PlacedTree] = []
    for day in sorted(by_day, key=_order):
        values = list(by_day[day].values())
        if len(values) == 1:
            rows.append({"by": Placed(day, values[0].place), "paid": values[0]})
        else:
            why = f"截至{day}的拨付数前后不同，没有取用"
            gathered.left += [Leftover(v.text, v.place, why) for v in values]
    if rows:
        gathered.tree["milestones"] = rows


def _order(day: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", day))


def _take(listed: ListedTable, gathered: Gathered) -> None:
    own = {id(cell) for _, cells in listed.rows() for cell in cells.values()}
    gathered.taken |= {
        c.place for c in listed.table.cells() if id(c) in own or c.row < listed.head.first
    }


def yearly_milestone(gathered: Gathered) -> None:
    """Mark the day by which 发放及时率 is reckoned: paid ÷ allocated is the printed rate."""
    rows, firms = gathered.tree.get("milestones", []), gathered.tree.get("recipients", [])
    assert isinstance(rows, list)
    assert isinstance(firms, list)
    given = [firm.get("allocated") for firm in firms if isinstance(firm, dict)]
    whole = sum((Decimal(g.text) for g in given if isinstance(g, Placed)), Decimal(0))
    rates = set(_timely_rates(gathered.tree.get("indicators", [])))
    matching = [
        row for row in rows
        if isinstance(row, dict) and isinstance(row["paid"], Placed) and whole
        and (Decimal(row["paid"].text) * 100 / whole).quantize(Decimal("0.01")) in rates
    ]  # fmt: skip
    if len(matching) == 1:
        matching[0]["yearly"] = Placed("是", None, "拨付数÷分配数等于所印的及时率")


def _timely_rates(tree: PlacedTree) -> list[Decimal]:
    if isinstance(tree, list):
        return [rate for item in tree for rate in _timely_rates(item)]
    if not isinstance(tree, dict):
        return []
    name, value = tree.get("name"), tree.get("value")
    if isinstance(name, Placed) and isinstance(value, Placed) and "及时率" in name.text:
        found = re.fullmatch(r"(\d+(?:\.\d+)?)[%％]", value.text)
        return [Decimal(found[1]).quantize(Decimal("0.01"))] if found else []
    return [
        rate for key in ("groups", "indicators") if key in tree for rate in _timely_rates(tree[key])
    ]

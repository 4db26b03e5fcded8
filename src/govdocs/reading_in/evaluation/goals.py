"""年度绩效目标 and what became of them: from a table, else from the sentences that list them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.model.quantity import read_quantity
from govdocs.reading.tables.rows import RowKind
from govdocs.reading_in.evaluation.listed_tables import ListedTable
from govdocs.reading_in.evaluation.said import Said
from govdocs.reading_in.placed import Gathered, Placed, PlacedTree

_LEVEL = re.compile(r"(?P<level>[一-龥]{2,8}指标)[：:](?P<items>[^。]+)")
_ITEM = re.compile(
    r"(?P<name>[^\d≥≤＞＜>＜<：:]{2,40}?)(?:达到|达|为|不低于)?(?P<target>[≥≤＞＜><]?\d[^\s，；。]{0,14})"
)
_FIGURE = r"(?P<actual>[≥≤＞＜><]?\d[\d,.]*[^\d\s，,；;。、（）()]{0,6})"
_GOAL_HEADS, _DONE_HEADS = ("目标",), ("完成",)
_LOOSE = frozenset(
    {"总体目标", "项目总目标", "总目标", "项目总体目标", "绩效总目标", "总体绩效目标"}
)


def read_goals(tables: Sequence[ListedTable], texts: Sequence[Said], gathered: Gathered) -> None:
    """Fill ``goals`` and ``overall_goal``; a result is taken where it stands right behind its goal's name."""
    rows = _tabled(tables, gathered)
    if not rows:
        rows = _told(texts)
    if rows:
        gathered.tree["goals"] = [dict(row) for row in rows]
    wholes = [
        said
        for said in texts
        if said.headings and said.headings[-1].rstrip("。") in _LOOSE and said.text
    ]
    if len(wholes) == 1:
        gathered.put(("overall_goal",), Placed(wholes[0].text, wholes[0].place))


def _tabled(tables: Sequence[ListedTable], gathered: Gathered) -> list[dict[str, PlacedTree]]:
    rows: list[dict[str, PlacedTree]] = []
    for listed in tables:
        if listed.kind != "goals" or rows:
            continue
        for kind, cells in listed.rows():
            if kind is not RowKind.ITEM or not {"name", "target"} <= cells.keys():
                continue
            rows.append({
                key: Placed(cell.text.strip(), cell.place) for key, cell in cells.items() if key != "number"
            })  # fmt: skip
            gathered.taken |= {cell.place for cell in cells.values()}
        gathered.taken |= {
            c.place for c in listed.table.cells() if id(c) in listed.head.cells and rows
        }
    return rows


def _told(texts: Sequence[Said]) -> list[dict[str, PlacedTree]]:
    rows: list[dict[str, PlacedTree]] = []
    for said in texts:
        if not said.under(*_GOAL_HEADS):
            continue
        for level in _LEVEL.finditer(said.text):
            for part in re.split(r"[，；]", level["items"]):
                item = _ITEM.fullmatch(part.strip())
                if item is None or read_quantity(item["target"]) is None:
                    continue
                name = item["name"]
                row: dict[str, PlacedTree] = {
                    "name": Placed(name, said.place),
                    "level": Placed(level["level"], said.place),
                    "target": Placed(item["target"], said.place),
                }
                actual = _result(name, texts)
                if actual is not None:
                    row["actual"] = actual
                rows.append(row)
    names = [row["name"].text for row in rows if isinstance(row["name"], Placed)]
    return rows if len(set(names)) == len(names) else []


def _result(name: str, texts: Sequence[Said]) -> Placed | None:
    """The one figure said right behind the goal's name where results are told."""
    pattern = re.compile(rf"(?<![一-龥]){re.escape(name)}(?:达到|达|为|完成)?{_FIGURE}")
    loose = re.compile(rf"{re.escape(name)}(?:达到|达|为|完成)?{_FIGURE}")
    for search in (pattern, loose):
        found = {
            m["actual"]: said
            for said in texts
            if said.headings and any(word in said.headings[-1] for word in _DONE_HEADS)
            for m in search.finditer(said.text)
            if read_quantity(m["actual"]) is not None
        }
        if len(found) == 1:
            text, said = next(iter(found.items()))
            return Placed(text, said.place)
    return None

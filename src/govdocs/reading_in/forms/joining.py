"""The rows of attachment 1 and attachment 2 as the case holds them: one row an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from govdocs.reading_in.forms.indicators import GridRow
from govdocs.reading_in.placed import Placed, PlacedTree

ALIKE = 0.5
BLANK = "空白"


def joined_rows(declared: Sequence[GridRow], reported: Sequence[GridRow]) -> list[PlacedTree]:
    """Pair both grids by name, a changed name by its place between equal ones; return the case's rows.

    With one grid alone its rows stand for both forms.
    """
    if not declared or not reported:
        return [_alone(row) for row in declared or reported]
    rows: list[PlacedTree] = []
    matcher = SequenceMatcher(
        None, [_key(r) for r in declared], [_key(r) for r in reported], autojunk=False
    )
    for tag, start, stop, begin, end in matcher.get_opcodes():
        old, new = declared[start:stop], reported[begin:end]
        if tag != "equal" and not (len(old) == len(new) and all(map(_renamed, old, new))):
            rows += [_alone(row, "仅附件1") for row in old]
            rows += [_alone(row, "仅附件2") for row in new]
            continue
        rows += [_both(a, b) for a, b in zip(old, new, strict=True)]
    return rows


def _key(row: GridRow) -> tuple[str, str, str]:
    level1, level2, name = ("".join(row.text(f).split()) for f in ("level1", "level2", "name"))
    return level1, level2, name


def _renamed(one: GridRow, other: GridRow) -> bool:
    a, b = _key(one), _key(other)
    return a[:2] == b[:2] and SequenceMatcher(None, a[2], b[2], autojunk=False).ratio() >= ALIKE


def _alone(row: GridRow, filed: str = "") -> PlacedTree:
    made: dict[str, PlacedTree] = dict(row.cells)
    if filed:
        made["filed"] = Placed(filed)
    return made


def _both(declared: GridRow, reported: GridRow) -> PlacedTree:
    made: dict[str, PlacedTree] = dict(declared.cells)
    for name in ("actual", "reason", "weight", "score"):
        if name in reported.cells:
            made[name] = reported.cells[name]
    if reported.text("name") != declared.text("name"):
        made["reported_name"] = reported.cells["name"]
    target = reported.cells.get("target")
    if target is None and declared.text("target"):
        made["reported_target"] = Placed(BLANK)
    elif target is not None and target.text != declared.text("target"):
        made["reported_target"] = target
    return made

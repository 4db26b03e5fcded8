"""Lines that number the columns (栏次 1 2 3=1+2), and codes that order the rows (205, 20502)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from govdocs.reading.paper import Cell, Table

_LINE = re.compile(r"栏次|栏目|行次|序号")
_SYMBOL = r"(?:[A-Za-z]|[①-⑳]|[（(]?\d{1,2}[)）]?)"
_MARK = re.compile(rf"[（(]?{_SYMBOL}(?:[=＝][^一-龥]{{1,24}})?[)）]?|[甲乙丙丁]|[-—－]+")
_CONSECUTIVE = re.compile(r"[（(]?(?:\d{1,2}|[A-Za-z]|[①-⑳])(?=$|[=＝)）])")


def marks_of(table: Table, row: int) -> dict[int, str]:
    """What a line that numbers the columns prints over each of them; empty for any other row."""
    cells: dict[int, Cell] = {}
    for cell in table.rows[row]:
        if cell is not None and cell.row == row and cell.plain:
            cells.setdefault(cell.column, cell)
    words = [c.plain for c in cells.values()]
    named = bool(words) and _LINE.fullmatch(words[0]) is not None
    marks = {
        c.column: c.plain
        for c in list(cells.values())[1 if named else 0 :]
        if not (named and _LINE.fullmatch(c.plain))  # 栏次 again over the right half
    }
    if len(marks) < 2 or not all(_MARK.fullmatch(mark) for mark in marks.values()):
        return {}
    numbers = [m for m in marks.values() if _CONSECUTIVE.match(m)]
    return marks if len(numbers) > 1 and _count_up(numbers, named=named) else {}


def _count_up(marks: list[str], *, named: bool) -> bool:
    """Tell whether marks follow one another (1 2 3, A B C, ① ② ③), which figures do not."""
    firsts = [mark.strip("（()）").split("=")[0].split("＝")[0].strip("（()）") for mark in marks]
    if all(first.isdecimal() for first in firsts):
        orders = [int(first) for first in firsts]
        if len(orders) < 3 and not named and not any("=" in m or "＝" in m for m in marks):
            return False
        return orders == list(range(orders[0], orders[0] + len(orders))) and orders[0] <= 3
    if any(first.isdecimal() or len(first) != 1 for first in firsts):
        return False
    points = [ord(first.upper()) for first in firsts]
    return all(later == first + 1 for first, later in pairwise(points))


def code_levels(codes: Mapping[int, str]) -> dict[int, tuple[str, int]]:
    """Codes by row with their level from 1, told by how many codes of the table each goes on from.

    Empty where no code goes on from another one (numbers of documents, of firms).
    """
    known = set(codes.values())
    found: dict[int, tuple[str, int]] = {}
    nested = False
    for row, code in codes.items():
        above = sum(code[:cut] in known for cut in range(3, len(code)))
        nested = nested or above > 0
        found[row] = (code, above + 1)
    return found if nested else {}

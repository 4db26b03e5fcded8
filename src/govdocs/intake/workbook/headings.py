"""Finds the heading row of a table sheet and says which column is which field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govdocs.intake.nearest import folded, nearest
from govdocs.intake.workbook.grid import Grid

SEARCHED_ROWS = 40


def find_headings(
    grid: Grid, wanted: Sequence[str], required: Sequence[str]
) -> tuple[int, Mapping[str, int]] | None:
    """Return the heading row and the column of each heading found; None where there is no row.

    Moved columns are followed. Unknown, misspelt, double, merged and missing headings are
    reported at their cells.
    """
    known = {folded(heading): heading for heading in wanted}
    best, matches = 0, 0
    for row in grid.rows():
        if row > SEARCHED_ROWS:
            break
        found = sum(1 for c in _columns(grid, row) if folded(grid.shown(row, c)) in known)
        if found > matches:
            best, matches = row, found
    if not matches or matches < min(2, len(wanted)):
        grid.filling.say("intake.no_headings", grid.whole, headings="、".join(wanted))
        return None
    return best, _columns_by_heading(grid, best, known, required)


def _columns(grid: Grid, row: int) -> list[int]:
    widest = max((column for _, column, _ in grid.texts()), default=0)
    return [column for column in range(1, widest + 1) if grid.shown(row, column)]


def _columns_by_heading(
    grid: Grid, row: int, known: Mapping[str, str], required: Sequence[str]
) -> Mapping[str, int]:
    columns: dict[str, int] = {}
    for column in _columns(grid, row):
        text = grid.shown(row, column)
        box = grid.merge(row, column)
        if box is not None and box[2] > box[0]:
            if column == box[0]:
                grid.filling.say("intake.merged_heading", grid.place(box[1], box[0]), heading=text)
            columns.setdefault(known.get(folded(text), ""), column)
            continue
        heading = known.get(folded(text))
        if heading is None:
            _unknown(grid, row, column, text, known)
        elif heading in columns:
            grid.filling.say(
                "intake.equal_headings",
                grid.place(row, column),
                heading=heading,
                first=grid.place(row, columns[heading]).cell,
            )
        else:
            columns[heading] = column
    columns.pop("", None)
    complained = {
        p.details.get("right")
        for p in grid.filling.raw.problems
        if p.place is not None and getattr(p.place, "sheet", "") == grid.name
    }
    for heading in required:
        if heading not in columns and heading not in complained:
            grid.filling.say("intake.missing_heading", grid.whole, heading=heading, row=str(row))
    return columns


def _unknown(grid: Grid, row: int, column: int, text: str, known: Mapping[str, str]) -> None:
    right = nearest(text, known.values())
    below = any(r > row and c == column for r, c, _ in grid.texts())
    if right:
        grid.filling.say(
            "intake.misspelt_heading", grid.place(row, column), heading=text, right=right
        )
    elif below:
        grid.filling.say(
            "intake.unknown_heading",
            grid.place(row, column),
            heading=text,
            headings="、".join(known.values()),
        )

"""Tables typed one cell a line: rows told by leading tabs, by blank lines, or by a constant count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from govdocs.place import WordPlace
from govdocs.reading.captions import caption_of
from govdocs.reading.lines.grids import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Laid,
    grid_table,
    has_total,
    is_figure,
    under_its_head,
)
from govdocs.reading.lines.rows import Found, kind_of_text
from govdocs.reading.lines.widths import begins_item
from govdocs.reading.paper import Paragraph, Table
from govdocs.reading.tables.figures import is_blank
from govdocs.reading.tables.heads import is_head_word
from govdocs.reading.tables.rows import RowKind

Blanks = Mapping[int, str]
"""The paragraphs without words by their number: what white space they hold."""
_FEWEST_ROWS = 2
_FEWEST_CELLS, _MOST_CELLS = 6, 20_000
_MOST_WORK = 150_000
"""Lines looked at in all beginnings; a document that needs more is read as it stands."""
_MARKS = ("。", "！", "？", "；", "：", ":")
_OVER_FIGURES = re.compile(r"(?:数|率|额|分值|得分|权重|比例|占比)(?:[（(].*)?$")
"""A head that stands over figures, so never over the names of the rows."""


def number_of(line: Paragraph) -> int:
    """The number of a line's paragraph as Word counts it; 0 where it has none."""
    place = line.place
    return place.paragraph or 0 if isinstance(place, WordPlace) else 0


def tabbed_tables(lines: Sequence[Paragraph], blanks: Blanks) -> list[Found]:
    """Find tables whose every cell begins with a tab, rows parted by empty paragraphs."""
    found: list[Found] = []
    at = 0
    while at < len(lines):
        if not lines[at].text.startswith("\t"):
            at += 1
            continue
        stop = at
        while stop < len(lines) and _follows_in_form(lines, at, stop):
            stop += 1
        rows = _tabbed_rows(lines[at:stop], blanks)
        if len(rows) > _FEWEST_ROWS and sum(len(row) > 1 for row in rows) * 2 > len(rows):
            found.append(Found(at, stop, _form(rows, lines[at])))
        at = stop
    return found


def _follows_in_form(lines: Sequence[Paragraph], start: int, at: int) -> bool:
    """A cell, or the next line of the cell before it: no empty paragraph between."""
    if lines[at].text.startswith("\t"):
        return True
    return at > start and number_of(lines[at]) - number_of(lines[at - 1]) <= 1


def _tabbed_rows(lines: Sequence[Paragraph], blanks: Blanks) -> list[list[tuple[Paragraph, ...]]]:
    """The cells of each row; a paragraph of a tab alone is a blank cell, an empty one ends the row."""
    rows: list[list[tuple[Paragraph, ...]]] = [[]]
    before = number_of(lines[0]) - 1
    for line in lines:
        here = number_of(line)
        for number in range(before + 1, here):
            if blanks.get(number, "").startswith("\t"):
                rows[-1].append(())
            elif rows[-1]:
                rows.append([])
        if line.text.startswith("\t") or not rows[-1]:
            rows[-1].append((line,))
        else:
            rows[-1][-1] = (*rows[-1][-1], line)
        before = here
    return [row for row in rows if row]


def _form(rows: Sequence[Sequence[tuple[Paragraph, ...]]], first: Paragraph) -> Table:
    """The form of such rows: blank cells at the left go on with the cell above, the last cell fills up."""
    width = max(len(row) for row in rows)
    cells: list[Laid] = []
    above: list[Laid | None] = [None] * width
    for number, row in enumerate(rows):
        leading = number > 0
        line: list[Laid | None] = []
        for column, content in enumerate(row):
            leading = leading and not content
            upper = above[column]
            if leading and upper is not None and upper.width == 1 and column < width - 3:
                upper.height = number - upper.row + 1
                line.append(upper)
                continue
            span = width - len(row) + 1 if column == len(row) - 1 else 1
            laid = Laid(content, number, column, span)
            cells.append(laid)
            line += [laid] * span
        above = [*line, *[None] * (width - len(line))]
    return grid_table(_apart(cells), len(rows), width, first.place)


def _apart(cells: list[Laid]) -> list[Laid]:
    return [cell for cell in cells if cell.lines or cell.height == 1]


def stacked_tables(lines: Sequence[Paragraph]) -> list[Found]:
    """Find tables with one cell in each line beneath a caption, a unit or at a total."""
    cells = [_is_cell(line) for line in lines]
    values = [cell and _is_value(line) for cell, line in zip(cells, lines, strict=True)]
    ends = _ends_of_runs(cells)
    found: list[Found] = []
    at = work = 0
    while at < len(lines):
        table = None
        if (
            cells[at]
            and not any(values[at : at + 2])
            and ends[at] - at >= _FEWEST_CELLS
            and any(values[at + 2 : at + MOST_COLUMNS + 2])
            and _may_begin(lines, at)
        ):
            work += ends[at] - at
            if work > _MOST_WORK:
                break
            table = _by_groups(lines, at, ends[at]) or _by_count(lines, at, ends[at])
        if table is None:
            at += 1
        else:
            found.append(table)
            at = table.stop
    return found


def _ends_of_runs(cells: Sequence[bool]) -> list[int]:
    """For every line of a run of short lines, where the run ends."""
    ends = [0] * len(cells)
    end = len(cells)
    for at in range(len(cells) - 1, -1, -1):
        if not cells[at]:
            end = at
        ends[at] = min(end, at + _MOST_CELLS)
    return ends


def _is_cell(line: Paragraph) -> bool:
    text = line.text.strip()
    if len(text) > LONGEST_CELL or text.endswith(_MARKS):
        return False
    said = caption_of(text)
    return said is None or not (said.number or said.unit)


def _is_value(line: Paragraph) -> bool:
    return is_figure(line.text) or is_blank(line.text)


def _may_begin(lines: Sequence[Paragraph], at: int) -> bool:
    """A stack is not looked for beneath a word of its head: the cells would all be one off."""
    return not (at and is_head_word(lines[at - 1].text)) and not _OVER_FIGURES.search(
        "".join(lines[at].text.split())
    )


def _by_groups(lines: Sequence[Paragraph], at: int, stop: int) -> Found | None:
    """Rows parted by blank lines, each of the same number of lines."""
    rows: list[list[Paragraph]] = [[lines[at]]]
    end = at + 1
    for number in range(at + 1, stop):
        gap = number_of(lines[number]) - number_of(lines[number - 1])
        if gap == 1:
            rows[-1].append(lines[number])
        elif gap == 2:
            rows.append([lines[number]])
        else:
            break
        end = number + 1
    width = len(rows[0])
    left = rows[-1][width:]
    if left and begins_item(left[0].text):  # the heading that follows
        del rows[-1][width:]
        end -= len(left)
    if len(rows) <= _FEWEST_ROWS or not 2 <= width <= MOST_COLUMNS:
        return None
    if any(len(row) != width for row in rows):
        return None
    return _checked(lines, at, end, [[(cell,) for cell in row] for row in rows])


def _by_count(lines: Sequence[Paragraph], at: int, stop: int) -> Found | None:
    """Rows of a constant number of lines: words first, figures in the same places of every row."""
    cells = _with_blank_cells(lines[at:stop])
    first = next((i for i, cell in enumerate(cells) if cell and _is_value(cell[0])), None)
    if first is None:
        return None
    found: list[Found] = []
    for width in range(2, min(MOST_COLUMNS, first) + 1):
        made = _periodic(lines, at, cells, width)
        if made is not None:
            found.append(made)
    return found[0] if len(found) == 1 else None


def _with_blank_cells(lines: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    """The cells in order; where no line stands off from the next, an empty paragraph is a blank cell."""
    gaps = [number_of(b) - number_of(a) - 1 for a, b in pairwise(lines)]
    fill = bool(gaps) and sum(gap == 0 for gap in gaps) * 2 > len(gaps)
    cells: list[tuple[Paragraph, ...]] = []
    for line, gap in zip(lines, [*gaps, 0], strict=True):
        cells.append((line,))
        cells += [()] * (gap if fill and 0 < gap <= 4 else 0)
    return cells


def _periodic(
    lines: Sequence[Paragraph], at: int, cells: Sequence[tuple[Paragraph, ...]], width: int
) -> Found | None:
    head = cells[:width]
    if any(not cell or _is_value(cell[0]) for cell in head):
        return None
    rows: list[list[tuple[Paragraph, ...]]] = []
    position = width
    kinds: list[str] | None = None
    bare = 0
    while position + width <= len(cells):
        used, labelled = _label_apart(cells, position, width)
        if labelled is not None and (kinds is None or "w" not in kinds[1:]):
            rows.append(labelled)
            bare += not any(labelled[1:])
            position += used
            continue
        row = list(cells[position : position + width])
        shown = ["" if not c else "9" if is_figure(c[0].text) else "-" if is_blank(c[0].text) else "w" for c in row]  # fmt: skip
        if kinds is None:
            kinds = shown
        if not shown[0] or not _fits(kinds, shown):
            break
        kinds = [k if k not in {"", "-"} else s for k, s in zip(kinds, shown, strict=True)]
        rows.append(row)
        position += width
        if _is_total(row[0]) and len(rows) > 1:
            break
    if (
        len(rows) - bare < _FEWEST_ROWS
        or kinds is None
        or "9" not in kinds[1:]
        or bare * 2 > len(rows)
    ):
        return None
    if not _is_total(rows[-1][0]) and position < len(cells) and _is_total(cells[position]):
        last = _total_row(cells, position, kinds)
        if last is None:
            return None
        used, row = last
        rows.append(row)
        position += used
    if position < len(cells) and not _ends_here(cells, position, rows):
        return None
    used = sum(len(cell) for cell in cells[:position])
    return _checked(lines, at, at + used, [list(head), *rows])


def _label_apart(
    cells: Sequence[tuple[Paragraph, ...]], position: int, width: int
) -> tuple[int, list[tuple[Paragraph, ...]] | None]:
    """A row whose name stands over its figures alone: in two lines, or with all its cells blank.

    The row after it must be full, so that no figure can belong to another name. Gives how many
    cells it takes, and None where the row is no such one.
    """

    def words(at: int) -> bool:
        return at < len(cells) and bool(cells[at]) and not _is_value(cells[at][0])

    def full(at: int) -> bool:
        figures = cells[at + 1 : at + width]
        return (
            words(at)
            and len(figures) == width - 1
            and all(cell and _is_value(cell[0]) for cell in figures)
            and (at + width >= len(cells) or words(at + width))
        )

    if width < _FEWEST_ROWS + 1 or not words(position) or not words(position + 1):
        return 0, None
    label, after = cells[position], cells[position + 1]
    if after[0].text.strip().startswith(("（", "(")):
        if not full(position + 1):
            return 0, None
        return width + 1, [(*label, *after), *cells[position + 2 : position + 1 + width]]
    if not full(position + 1) and not (words(position + 2) and full(position + 2)):
        return 0, None
    blank: list[tuple[Paragraph, ...]] = [()] * (width - 1)
    return 1, [label, *blank]


def _is_total(cell: tuple[Paragraph, ...]) -> bool:
    return bool(cell) and kind_of_text(cell[0].text.strip()) is RowKind.TOTAL


def _total_row(
    cells: Sequence[tuple[Paragraph, ...]], position: int, kinds: Sequence[str]
) -> tuple[int, list[tuple[Paragraph, ...]]] | None:
    """A total without cells beneath the words: its figures fill the columns of figures at the right."""
    values = 0
    for cell in cells[position + 1 :]:
        if not cell or not _is_value(cell[0]):
            break
        values += 1
    trailing = next((i for i, kind in enumerate(reversed(kinds)) if kind == "w"), len(kinds) - 1)
    if not values or values != trailing:
        return None
    blank: list[tuple[Paragraph, ...]] = [()] * (len(kinds) - 1 - values)
    found = list(cells[position : position + 1 + values])
    return 1 + values, [found[0], *blank, *found[1:]]


def _fits(kinds: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether a row holds words and figures where the rows above do."""
    for number, (kind, own) in enumerate(zip(kinds, shown, strict=True)):
        if {kind, own} == {"9", "w"}:
            return False
        if number == 0 and own in {"", "-"}:
            return False
    return True


def _ends_here(
    cells: Sequence[tuple[Paragraph, ...]],
    position: int,
    rows: Sequence[list[tuple[Paragraph, ...]]],
) -> bool:
    """A total is the last row; else words must follow, no figure that found no place."""
    after = [cell for cell in cells[position : position + max(3, len(rows[0]))] if cell]
    if _is_total(rows[-1][0]):
        return not after or not _is_value(after[0][0])
    return bool(after) and not any(_is_value(cell[0]) for cell in after)


def _checked(
    lines: Sequence[Paragraph], at: int, end: int, rows: Sequence[Sequence[tuple[Paragraph, ...]]]
) -> Found | None:
    width = len(rows[0])
    laid = [
        Laid(content, r, c) for r, row in enumerate(rows) for c, content in enumerate(row)
    ]  # fmt: skip
    table = grid_table(laid, len(rows), width, lines[at].place)
    region = under_its_head(table)
    if region is None or 0 in region.numeric:
        return None
    for column in region.numeric:
        values = [c for r in region.body if (c := table.at(r, column)) is not None and c.plain]
        if not all(is_figure(c.text) or is_blank(c.text) for c in values):
            return None
    captioned = any(
        said is not None and (said.number or said.unit)
        for p in lines[max(0, at - 3) : at]
        if (said := caption_of(p.text))
    )
    return Found(at, end, table) if captioned or has_total(table) else None

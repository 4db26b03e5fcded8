"""A template's sheet, compiled: its rows, its loops, and what depends on the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govdocs.errors import Problem
from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.formulas.syntax import FormulaTrouble
from govdocs.rendering.xlsx.formulas.template import FormulaTemplate, read_formula
from govdocs.rendering.xlsx.formulas.values import CellError, Scalar
from govdocs.rendering.xlsx.markers import Block, Marker, block_tree
from govdocs.rendering.xlsx.merged_leads import lead_boxes, moved_leads
from govdocs.rendering.xlsx.program import parse_text
from govdocs.rendering.xlsx.row_templates import FormulaTag, RowTemplate, Segment, TagCell
from govdocs.rendering.xlsx.sheet_reading import RawCell, RawRow
from govdocs.rendering.xlsx.sites import MARKER, TAG, Site
from govdocs.rendering.xlsx.styles import StyleBook
from govdocs.rendering.xlsx.tag_checks import brace_trouble, syntax_troubles

if TYPE_CHECKING:
    from govdocs.rendering.xlsx.sink import CellEnvironment


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows of a sheet's template and how loops and conditions hold them.

    ``last`` is the last row that the template has; ``emptied`` are the shared strings that hold
    tags and must not stay in the file; ``moved`` are the merged cells of which only the first
    row that comes out shows the text.
    """

    last: int
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    chains: dict[int, tuple[int, ...]]
    markers: frozenset[int]
    sites: tuple[Site, ...]
    emptied: frozenset[int]
    moved: tuple[Box, ...]


@dataclass(slots=True)
class SheetCompiler:
    """Compiles the rows of one sheet, gathering every problem."""

    file: str
    sheet: str
    environment: CellEnvironment
    book: StyleBook
    merges: Sequence[Box]
    widths: dict[int, float]
    default_width: float
    problems: list[Problem]
    sites: list[Site]
    moved: dict[tuple[int, int], Box] = field(default_factory=dict)

    def compile(self, raw: Sequence[RawRow]) -> SheetRows:
        """Compile the rows; what is wrong is added to ``problems``."""
        markers: dict[int, list[Marker]] = {}
        emptied: set[int] = set()
        rows: dict[int, RowTemplate] = {}
        marked = {row.number for row in raw if any(_is_marker(cell) for cell in row.cells)}
        for row in raw:
            emptied |= {
                cell.shared for cell in row.cells
                if cell.shared is not None and cell.text and TAG.search(cell.text)
            }  # fmt: skip
        raw, self.moved = moved_leads(raw, self.merges, marked)
        for row in raw:
            found = self._markers(row)
            if found:
                markers[row.number] = found
            else:
                rows[row.number] = self._row(row)
        last = max([0, *rows, *markers])
        blocks, chains, problems = block_tree(last, markers, self.sites)
        self.problems += problems
        segments = _segments(last, rows, markers, chains)
        return SheetRows(
            last, tuple(blocks), tuple(segments), chains, frozenset(markers),
            tuple(self.sites), frozenset(emptied), lead_boxes(self.moved),
        )  # fmt: skip

    def _problem(self, code: str, cell: RawCell, **details: str) -> None:
        site = Site(self.file, self.sheet, cell.name, cell.text or "")
        self.problems.append(Problem(code, site.place, {"tag": cell.text or "", **details}))

    def _markers(self, row: RawRow) -> list[Marker]:
        found: list[Marker] = []
        spare: list[RawCell] = []
        for cell in row.cells:
            text = (cell.text or "").strip()
            words = MARKER.findall(text)
            if _is_marker(cell):
                self.sites.append(Site(self.file, self.sheet, cell.name, text))
                for word in words:
                    if self._marker_parses(cell, word):
                        found.append(Marker(" ".join(word.split()), len(self.sites) - 1))
            elif words:
                self._problem("xlsx.marker_not_alone", cell)
            elif text or cell.formula is not None or cell.value is not None:
                spare.append(cell)
        if found:
            for cell in spare:
                self._problem("xlsx.marker_row_has_content", cell)
        return found

    def _marker_parses(self, cell: RawCell, words: str) -> bool:
        word = words.split(None, 1)[0] if words else ""
        frame = {
            "for": f"{{% {words} %}}{{% endfor %}}",
            "if": f"{{% {words} %}}{{% endif %}}",
            "elif": f"{{% if x %}}{{% {words} %}}{{% endif %}}",
        }.get(word)
        if frame is None:
            if words not in {"else", "endif", "endfor"}:
                self._problem("xlsx.marker_unknown", cell, word=words)
                return False
            return True
        return self._parses(cell, frame)

    def _parses(self, cell: RawCell, source: str) -> bool:
        troubles = syntax_troubles(self.environment, source)
        for code, details in troubles:
            self._problem(code, cell, **details)
        return not troubles

    def _row(self, row: RawRow) -> RowTemplate:
        parts: list[str | TagCell | FormulaTag] = []
        tags: list[TagCell] = []
        formulas: list[FormulaTag] = []
        held: dict[int, TagCell | FormulaTag | Scalar | CellError] = {}
        for cell in row.cells:
            if cell.formula is not None:
                formula = self._formula(cell)
                if formula is not None:
                    formulas.append(formula)
                    held[cell.column] = formula
                    parts.append(formula)
                continue
            lead = (cell.row, cell.column) in self.moved
            if cell.text and (self._has_tags(cell) or lead):
                if self._parses(cell, cell.text):
                    tags.append(self._tag(cell, len(tags)))
                    parts.append(tags[-1])
                    held[cell.column] = tags[-1]
                continue
            if cell.value is not None:
                held[cell.column] = cell.value
            if parts and isinstance(parts[-1], str):
                parts[-1] += cell.fixed
            else:
                parts.append(cell.fixed)
        return RowTemplate(
            row.number, row.attributes, row.height, row.custom, tuple(parts), held,
            tuple(tags), tuple(formulas), frozenset(cell.column for cell in row.cells),
        )  # fmt: skip

    def _has_tags(self, cell: RawCell) -> bool:
        text = cell.text or ""
        trouble = brace_trouble(self.environment, text)
        if trouble is not None:
            self._problem(trouble[0], cell, **trouble[1])
            return False
        return TAG.search(text) is not None

    def _tag(self, cell: RawCell, at: int) -> TagCell:
        text = cell.text or ""
        self.sites.append(Site(self.file, self.sheet, cell.name, text))
        style = self.book.style(cell.style)
        merged = self.moved.get((cell.row, cell.column)) or next(
            (box for box in self.merges if (box.top, box.left) == (cell.row, cell.column)), None
        )
        right = merged.right if merged else cell.column
        width = sum(self.widths.get(at, self.default_width) for at in range(cell.column, right + 1))
        # A width counts digits of the default font (7 pixels at 11 points) and holds 5 pixels of
        # margin; a half-width character of a Chinese font is half its size, two thirds in pixels.
        digit = 7.0 * self.book.default_size / 11.0
        capacity = max(1.0, (width * digit - 5.0) / (style.size * 2 / 3))
        return TagCell(
            cell.column, at, parse_text(self.environment, text)[1], cell.start, cell.style, style,
            len(self.sites) - 1, merged, capacity, style.size * 1.36,
            None if style.percent or style.text or style.general else style.places,
            style.wrap and (merged is None or merged.top == merged.bottom),
        )  # fmt: skip

    def _formula(self, cell: RawCell) -> FormulaTag | None:
        source, reason = cell.formula or "", ""
        formula: FormulaTemplate | None
        try:
            formula = read_formula(source)
            typed = "".join(part for part in formula.parts if isinstance(part, str))
            tagged = TAG.search(typed) is not None
        except FormulaTrouble as trouble:
            formula, tagged = None, TAG.search(source) is not None
            reason = str(trouble)
        # A sheet's name with tags may stand in a formula: it is written anew with the sheet.
        if tagged:
            self._problem("xlsx.tag_in_formula", cell, formula=source)
            return None
        if formula is None:
            self._problem("xlsx.formula_not_computable", cell, formula=source, reason=reason)
            return None
        if formula.tree is None:
            self._problem(
                "xlsx.formula_not_computable", cell, formula=source, reason=formula.trouble
            )
            return None
        own = formula.own_row(cell.row)
        return FormulaTag(
            cell.column, cell.start, formula, cell.array, cell.name, cell.style,
            None if own is None else own[0], "" if own is None else own[1],
        )  # fmt: skip


def _is_marker(cell: RawCell) -> bool:
    text = (cell.text or "").strip()
    return MARKER.search(text) is not None and not MARKER.sub("", text).strip()


def _segments(
    last: int, rows: dict[int, RowTemplate], markers: dict[int, list[Marker]],
    chains: dict[int, tuple[int, ...]],
) -> list[Segment]:  # fmt: skip
    """Join rows without tags to runs; a run ends at tags, markers and the edge of a loop."""
    segments: list[Segment] = []
    run: list[int] = []

    def close() -> None:
        if run:
            held = tuple(rows[number] for number in run if number in rows)
            segments.append(Segment(run[0], run[-1], held))
            run.clear()

    for number in range(1, last + 1):
        row = rows.get(number)
        if number in markers:
            close()
        elif row is not None and row.tags:
            close()
            segments.append(Segment(number, number, (row,)))
        else:
            if run and chains.get(run[-1]) != chains.get(number):
                close()
            run.append(number)
    close()
    return segments

"""A workbook during a filling: its sheets, their names, and the values of its formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from govdocs.errors import Problem
from govdocs.place import CellPlace
from govdocs.rendering.xlsx.addresses import Box, cell_name
from govdocs.rendering.xlsx.cell_writing import scalar_of
from govdocs.rendering.xlsx.filled_sheet import FilledRow, FilledSheet
from govdocs.rendering.xlsx.formulas.calculation import Calculation, FormulaCell
from govdocs.rendering.xlsx.formulas.references import ReferenceTrouble
from govdocs.rendering.xlsx.formulas.syntax import FormulaTrouble
from govdocs.rendering.xlsx.formulas.template import Placed, Sight, read_formula
from govdocs.rendering.xlsx.formulas.values import CellError, Scalar
from govdocs.rendering.xlsx.gone import Gone
from govdocs.rendering.xlsx.row_map import RowMap
from govdocs.rendering.xlsx.row_templates import FormulaTag, TagCell
from govdocs.rendering.xlsx.styles import StyleBook

_PLAIN_NAME = str.isidentifier


@dataclass(slots=True)
class FilledWorkbook:
    """All that the parts of a filled workbook are written from.

    ``sheets`` and ``merges`` go by the sheet's name in the template, ``names`` gives its present
    name; ``texts`` are the filled texts outside cells, escaped. Problems gather in ``problems``,
    rows (sheet, number) whose text is higher than a row can be in ``cut``.
    """

    file: str
    sheets: Mapping[str, FilledSheet]
    merges: Mapping[str, tuple[Box, ...]]
    names: Mapping[str, str]
    defined: Mapping[str, str]
    texts: list[str]
    book: StyleBook
    from_1904: bool
    problems: list[Problem] = field(default_factory=list)
    cut: list[tuple[str, int]] = field(default_factory=list)
    maps: dict[str, RowMap] = field(default_factory=dict)
    calculation: Calculation = field(init=False)
    _placed: dict[tuple[str, int, int], Placed] = field(default_factory=dict)
    _folded: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.maps = {name: sheet.map for name, sheet in self.sheets.items()}
        self._folded = {name.casefold(): name for name in self.sheets}
        self.calculation = Calculation(self._plain, self._edge, self._named)

    def quoted(self, name: str) -> str:
        """A sheet's present name as formulas write it; ``name`` is the template's."""
        present = self.names[self._folded[name.casefold()]]
        # Names that look like cells (A1, R1C1) need quotes too; quotes never hurt.
        plain = _PLAIN_NAME(present) and not any(c.isdigit() for c in present) and len(present) > 3
        return present if plain else "'" + present.replace("'", "''") + "'"

    def placed(self, sheet: str, row: FilledRow, tag: FormulaTag) -> Placed:
        """A cell's formula as it stands in the filled sheet; raises ReferenceTrouble."""
        key = (sheet, row.number, tag.column)
        found = self._placed.get(key)
        if found is None:
            rows = self.sheets[sheet].map
            sight = Sight(sheet, row.entry.turns, rows.chains.get(row.template.number, ()))
            found = tag.formula.place(sight, self.maps, self.quoted)
            self._placed[key] = found
        return found

    def outer_formula(self, sheet: str, text: str, origin: int, where: str) -> str:
        """A formula outside the cells as it stands in the filled workbook.

        Raises Gone where all that it refers to is gone; what cannot be placed is a problem.
        """
        try:
            formula = read_formula(text)
        except FormulaTrouble:
            return text
        rows = self.maps[sheet]
        copies = rows.copies.get(origin, ())
        turns: tuple[int, ...] = ()
        if copies:
            first = self.sheets[sheet].row(copies[0])
            turns = first.entry.turns if first is not None else ()
        sight = Sight(sheet, turns, rows.chains.get(origin, ()))
        try:
            placed = formula.place(sight, self.maps, self.quoted, covering=True)
        except ReferenceTrouble as trouble:
            if trouble.code == "xlsx.reference_to_absent_row":
                raise Gone from None
            if trouble.code == "xlsx.reference_to_no_sheet":
                return text
            place = CellPlace(self.file, sheet, where)
            details = {"formula": text, "reference": trouble.reference}
            self.problems.append(Problem(trouble.code, place, details))
            return text
        if any(
            box.left == 16384 and box.top == box.bottom for area in placed.areas for _, box in area
        ):
            raise Gone
        return placed.text

    def merge_cells(self, sheet: str) -> str:
        """The sheet's merged cells as XML, or nothing."""
        filled = self.sheets[sheet]
        boxes: list[Box] = [box for box, _, _ in filled.by_tag]
        for box in self.merges[sheet]:
            boxes += [
                found for found in filled.turn_boxes(box)
                if (found.top, found.left) not in filled.joined
            ]  # fmt: skip
        boxes = sorted(
            (box for box in boxes if (box.top, box.left) != (box.bottom, box.right)),
            key=lambda box: (box.top, box.left),
        )
        if not boxes:
            return ""
        inside = "".join(f'<mergeCell ref="{box}"/>' for box in boxes)
        return f'<mergeCells count="{len(boxes)}">{inside}</mergeCells>'

    def formula_text(self, sheet: str, row: FilledRow, tag: FormulaTag) -> str:
        """A cell's formula as it is written, the row number open where it is about its row alone."""
        return tag.own_text if tag.own_columns is not None else self.placed(sheet, row, tag).text

    def cached(self, sheet: str, row: FilledRow, tag: FormulaTag) -> Scalar | CellError:
        """The value of a formula's cell; raises FormulaTrouble or ReferenceTrouble."""
        tree = tag.formula.tree
        if tag.own_columns is not None and tree is not None:
            formula = FormulaCell(tree, None, tag.own_columns)
        else:
            formula = None
        return self.calculation.value((sheet, row.number, tag.column), formula)

    def problem_at(self, sheet: str, row: FilledRow, tag: FormulaTag, trouble: Exception) -> None:
        """Note that a formula cannot be placed or computed, at its cell of the template."""
        place = CellPlace(self.file, sheet, tag.cell)
        details = {
            "formula": tag.formula.source,
            "filled_cell": cell_name(row.number, tag.column),
            "reason": str(trouble),
        }
        code = "xlsx.formula_not_computable"
        if isinstance(trouble, ReferenceTrouble):
            code = trouble.code
            details["reference"] = trouble.reference
        self.problems.append(Problem(code, place, details))

    def _plain(self, name: str, number: int, column: int) -> Scalar | FormulaCell | CellError:
        filled = self.sheets.get(name)
        if filled is None:
            known = self._folded.get(name.casefold())
            if known is None:
                raise FormulaTrouble(name)
            filled = self.sheets[known]
        row = filled.row(number)
        if row is None:
            return None
        found = row.template.cells.get(column)
        if type(found) is TagCell:
            if filled.hidden and column in filled.hidden.get(number, ()):
                return None
            return scalar_of(found, row.entry.values[found.at], self.book, from_1904=self.from_1904)
        if type(found) is not FormulaTag:
            return cast("Scalar | CellError", found)
        tree = found.formula.tree
        if tree is None:
            raise FormulaTrouble(found.formula.trouble)
        if found.own_columns is not None:
            return FormulaCell(tree, None, found.own_columns)
        return FormulaCell(tree, self.placed(filled.name, row, found))

    def _edge(self, name: str) -> tuple[int, int]:
        return self.sheets[self._folded[name.casefold()]].end, 16_384

    def _named(self, name: str) -> FormulaCell | None:
        text = self.defined.get(name.casefold())
        if text is None:
            return None
        formula = read_formula(text)
        if formula.tree is None:
            return None
        first = next(iter(self.sheets))
        return FormulaCell(
            formula.tree, formula.place(Sight(first), self.maps, self.quoted, covering=True)
        )

"""逐级汇总: one row a unit, and above them totals and sub-totals as live formulas over these rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govdocs.model.rollup_record import RolledFigure
from govdocs.rollup.adding_up.figures import figures_of
from govdocs.rollup.form_layout import NO, YES
from govdocs.rollup.judging.returns import State, UnitReturn
from govdocs.rollup.result.columns import FIRST, FigureColumn, total_formula
from govdocs.rollup.result.explain import below_of, entry_of
from govdocs.rollup.units import Level

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from govdocs.rollup.result.book_formats import BookFormats
    from govdocs.rollup.run import RollupRun

SHEET = "逐级汇总"
HEADS = ("单位", "级次", "所属县", "所属市", "文件", "工作表")
_PARENT_COLUMNS = {Level.COUNTY: "C", Level.PREFECTURE: "D"}
HEAD_ROW = 4
"""Rows 1 to 3 are title and notes; 4 the headings, 5 units of measure, 6 the total."""


class UnitsSheet:
    """Writes the sheet; ``total_row`` and ``cell_of`` let other sheets refer to its totals."""

    def __init__(
        self, book: Workbook, formats: BookFormats, run: RollupRun, columns: Sequence[FigureColumn]
    ) -> None:
        self.run = run
        self.columns = columns
        self._formats = formats
        self._sheet = book.add_worksheet(SHEET)
        self._below = below_of(run.record, run.returns)
        self._nodes = [node for node in run.record.nodes if node.name in self._below]
        self._places: dict[str, dict[Level, str]] = {one.name: {} for one in run.returns}
        for node in self._nodes:
            for one in self._below[node.name]:
                self._places[one.name][Level(node.level)] = node.name
        self.total_row = HEAD_ROW + 2
        self.first = self.total_row + 1 + len(self._nodes)
        self.last = self.first + len(run.returns) - 1

    def cell_of(self, column: FigureColumn) -> str:
        """The address of a column's total, for other sheets."""
        return f"'{SHEET}'!{column.letters}{self.total_row}"

    def write(self) -> None:
        """Write heads, totals, sub-totals and the units' rows."""
        sheet, f, record = self._sheet, self._formats, self.run.record
        sheet.write(0, 0, f"{record.unit}逐级汇总", f.title)
        sheet.write(
            1,
            0,
            f"权数：{record.weight}（年度资金总额）；相对值和定性指标按权数加权平均，"
            "执行率为ΣB÷ΣA，空白、不适用、未计入的不参与。",
            f.note,
        )
        sheet.write(
            2,
            0,
            f"计入{len(self.run.returns)}个单位，缺报{len(record.missing)}个；"
            "合计和小计都是公式，可逐格追踪到下面各单位的行。是＝1，否＝0。",
            f.note,
        )
        for n, head in enumerate(HEADS):
            sheet.write(HEAD_ROW - 1, n, head, f.head)
            sheet.write(HEAD_ROW, n, "计量单位／汇总方式" if n == 0 else "", f.head)
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 6)
        sheet.set_column(2, 3, 14)
        sheet.set_column(4, 4, 24)
        for column in self.columns:
            at = _number(column)
            sheet.write(HEAD_ROW - 1, at, column.figure.name, f.head)
            sheet.write(HEAD_ROW, at, f"{column.figure.unit or ''} {column.kind}".strip(), f.head)
        sheet.set_column(FIRST - 1, FIRST + len(self.columns) - 2, 13)
        sheet.freeze_panes(self.first - 1, 1)
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.repeat_rows(HEAD_ROW - 1, HEAD_ROW)
        sheet.repeat_columns(0)
        sheet.autofilter(self.first - 2, 0, self.last - 1, FIRST + len(self.columns) - 2)
        figures = {figure.path: figure for figure in record.figures}
        self._totals(self.total_row, record.unit, record.level, figures, None)
        for n, node in enumerate(self._nodes, 1):
            own = figures_of(self._below[node.name], self.run.adding)
            part = {figure.path: figure for figure in own}
            letter = _PARENT_COLUMNS.get(Level(node.level), "D")
            cells = f"${letter}${self.first}:${letter}${self.last}"
            self._totals(
                self.total_row + n, f"{node.name}小计", node.level, part, (cells, node.name)
            )
        for n, one in enumerate(self.run.returns):
            self._unit(self.first + n, one)

    def _totals(
        self,
        row: int,
        name: str,
        level: str,
        figures: Mapping[str, RolledFigure],
        below: tuple[str, str] | None,
    ) -> None:
        sheet, f = self._sheet, self._formats
        for n, text in enumerate((name, level, "", "", "公式", "")):
            sheet.write(row - 1, n, text, f.total_words)
        for column in self.columns:
            figure = figures[column.figure.path]
            # A sub-total rounds by what its own units wrote, as its own result would.
            shown = FigureColumn(figure, column.key, column.letters, column.kind)
            formula = total_formula(
                shown, self.columns, self.run.adding.weight, self.first, self.last, below
            )
            sheet.write_formula(row - 1, _number(column), formula, f.total, cached(figure))

    def _unit(self, row: int, one: UnitReturn) -> None:
        sheet, f = self._sheet, self._formats
        places = self._places[one.name]
        texts = (
            one.name,
            one.level,
            places.get(Level.COUNTY, ""),
            places.get(Level.PREFECTURE, ""),
            one.file,
            one.sheet,
        )
        for n, text in enumerate(texts):
            sheet.write_string(row - 1, n, text, f.line)
        for column in self.columns:
            entry = entry_of(one, column.key)
            at = _number(column)
            if entry.number is not None:
                sheet.write_number(row - 1, at, float(entry.number), f.number)
            elif entry.state is not State.BLANK:
                sheet.write_string(row - 1, at, entry.state.value, f.words)
            else:
                sheet.write_blank(row - 1, at, None, f.number)


def _number(column: FigureColumn) -> int:
    from govdocs.rollup.taking_in.sheet_xml import column_number

    return column_number(column.letters) - 1


def cached(figure: RolledFigure) -> Any:
    """The value that stands beside a formula: yes and no as 1 and 0, blank as empty text."""
    if figure.value is None:
        return ""
    # Excel keeps numbers as binary; this is the display copy, the figure stays in the record.
    return {YES: 1, NO: 0}.get(figure.value) if figure.value in (YES, NO) else float(figure.value)

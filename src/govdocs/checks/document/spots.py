"""Places of finished documents as spots: a cell by its row and column, a stretch of a paragraph."""

from __future__ import annotations

from govdocs.checks.document.judged import Held
from govdocs.finding import Spot
from govdocs.prose.judgement import Cited
from govdocs.reading import Cell, Paragraph, Table
from govdocs.reading.tables import Region, Row


def cell_spot(region: Region, row: Row | int, column: int) -> Spot:
    """The spot of a cell, named by table, row and column head (表2-1“决策”得分)."""
    index = row if isinstance(row, int) else row.index
    cell = region.cell(index, column)
    label = "" if isinstance(row, int) else row.label
    where = f"“{label[:24]}”" if label else f"第{index + 1}行"
    name = f"{region.table.name}{where}{region.columns[column].last[:16]}"
    if cell is None:
        return Spot((*region.table.path, "rows", index), name, "", place=region.table.place)
    return Spot(cell.path, name, cell.text.strip(), place=cell.place)


def name_spot(region: Region, row: Row) -> Spot:
    """The spot of the cell that names a row."""
    cell = row.labels[-1]
    return Spot(
        cell.path, f"{region.table.name}第{row.index + 1}行", cell.text.strip(), place=cell.place
    )


def table_spot(table: Table, shown: str = "") -> Spot:
    """The spot of a whole table: its first cell."""
    first = next(table.cells(), None)
    place = table.place if first is None else first.place
    return Spot(
        table.path if first is None else first.path, table.name, shown or table.title, place=place
    )


def cell_held(*cells: Cell | None) -> tuple[Held, ...]:
    """The cells as figures that were looked at."""
    return tuple((cell.path, None) for cell in cells if cell is not None)


def cited_spot(cited: Cited) -> Spot:
    """The sentence that holds what is cited, with the cited words as what stands there."""
    layout = cited.passage.reading.layout
    span = layout.sentence_span(layout.sentence_at(cited.span[0]))
    return Spot(cited.passage.path, cited.passage.label, cited.text, span)


def cited_held(*cited: Cited) -> tuple[Held, ...]:
    """The cited figures as looked at."""
    return tuple((one.passage.path, one.span) for one in cited)


def paragraph_spot(
    paragraph: Paragraph, label: str, shown: str, span: tuple[int, int] | None = None
) -> Spot:
    """A stretch of a paragraph, or all of it."""
    return Spot(
        paragraph.path, label, shown, span or (0, len(paragraph.text)), place=paragraph.place
    )

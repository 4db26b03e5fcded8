"""The points that a form gives for executing the budget: they stand with the money, above the indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, concept_of
from govdocs.reading import Cell, Table
from govdocs.reading.tables import Region
from govdocs.reading.tables.figures import figure_in

_RATE = re.compile(r"(?:执行|支出|支付)(?:率|进度)|执行情况")
_HEADS = {
    Concept.WEIGHT: re.compile(r"(?:标准)?分值(?:权重)?|权重(?:分值?)?|满分"),
    Concept.SCORE: re.compile(r"(?:自评|评价|实际)?(?:得分|评分)"),
}
_POINTS_IN_WORDS = re.compile(r"[（(]\s*(\d{1,2}(?:\.\d+)?)\s*分?\s*[)）]")
MOST = Decimal(10)
"""What the official form gives for executing the budget."""


@dataclass(frozen=True, slots=True)
class ExecutionPoints:
    """The points of a column in the block of money; ``number`` is None where the block leaves them open."""

    number: Decimal | None
    cell: Cell | None

    def points(self, concept: Concept) -> Decimal | None:
        """What the total adds for it: what the block prints, else all points that the form gives."""
        return MOST if self.number is None and concept is Concept.WEIGHT else self.number

    def explains(self, missing: Decimal, concept: Concept) -> bool:
        """Tell whether what a total has above the sum of the indicators is what the execution got."""
        points = self.points(concept)
        return 0 <= missing <= MOST if points is None else missing == points


def execution_points(
    subject: DocumentSubject, region: Region, column: int
) -> ExecutionPoints | None:
    """The points of the block above a table of indicators, in it or in the table before; None for no block."""
    concept = concept_of(region.columns[column])
    if concept not in _HEADS or any(_RATE.search(c.plain) for r in region.rows for c in r.labels):
        return None  # an indicator of the table itself: the execution has its points there
    for table, end in _places(subject, region):
        above = [cell for cell in table.cells() if cell.row < end]
        if any(_RATE.search(cell.plain) for cell in above):
            found = next(_points(table, above, end, concept), None)
            return ExecutionPoints(*found) if found else ExecutionPoints(None, None)
    return None


def _places(subject: DocumentSubject, region: Region) -> Iterator[tuple[Table, int]]:
    if region.head.start > 0:
        yield region.table, region.head.start
        return
    tables = subject.document.tables
    at = next((n for n, table in enumerate(tables) if table.path == region.table.path), 0)
    before = subject.order.get(region.table.path, 0) - subject.order.get(tables[at - 1].path, 0)
    if at and before <= 2:
        yield tables[at - 1], len(tables[at - 1].rows)


def _points(
    table: Table, above: list[Cell], end: int, concept: Concept
) -> Iterator[tuple[Decimal, Cell]]:
    for head in above:
        words = re.sub(r"\s", "", head.plain)
        in_words = _POINTS_IN_WORDS.search(words)
        if concept is Concept.WEIGHT and _RATE.search(words) and in_words:
            yield Decimal(in_words[1]), head
        if not _HEADS[concept].fullmatch(_POINTS_IN_WORDS.sub("", words)):
            continue
        for row in range(head.row + head.row_span, end):
            cell = table.at(row, head.column)
            figure = None if cell is None else figure_in(cell.text)
            if cell is not None and figure is not None:
                yield figure.number, cell
                break

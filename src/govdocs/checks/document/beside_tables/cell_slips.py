"""The judgements of a figure of the prose by the cell that tells the same: equal to it, or one slip apart."""

from __future__ import annotations

from govdocs.checks.document.judged import Held, Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.reading.tables import Region, Row


def cell_agrees(cited: Cited, region: Region, row: Row, column: int) -> Judged:
    """Judge a figure that its cell bears out."""
    return Judged(True, (), _held(cited, region, row, column))


def cell_differs(cited: Cited, region: Region, row: Row, column: int) -> Judged:
    """Judge a figure that is one slip apart from its cell, which is taken to be right."""
    cell = region.cell(row.index, column)
    return Judged(
        False, (cited_spot(cited), cell_spot(region, row, column)),
        _held(cited, region, row, column), "near",
        {"label": cited.passage.label, "table": region.table.name,
         "row": row.label[:24], "column": region.columns[column].last[:16]},
        expected=cell.text.strip() if cell else "", actual=cited.text, level=Level.WARNING,
    )  # fmt: skip


def _held(cited: Cited, region: Region, row: Row, column: int) -> tuple[Held, ...]:
    return (*cited_held(cited), *cell_held(region.cell(row.index, column)))

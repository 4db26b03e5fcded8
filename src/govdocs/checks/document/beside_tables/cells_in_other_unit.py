"""Cells told in another unit, named at the head of the sentence: 丁类人数最多，占72.76%，发放412.73万元 and the cell 4127280 of 元."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.document.beside_tables.cell_slips import cell_agrees, cell_differs
from govdocs.checks.document.beside_tables.rows.compared_rows import names_of_rows, rows_by_name
from govdocs.checks.document.beside_tables.scopes import of_the_tables_time
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.subject import DocumentSubject
from govdocs.model.interval import Interval, rounded
from govdocs.model.units import MONEY
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import common_stretch
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row
from govdocs.reading.tables.figures import is_exact

_DIGITS = 4
_LEAST_NAME = 2


def cells_in_other_unit(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge amounts of money by the cell of the row named last in the sentence, in the unit of the sentence."""
    names = subject.once(rows_by_name)
    if not names:
        return
    finder = names_of_rows(tuple(names))
    for sentence in subject.story.sentences():
        passage = sentence[0].passage
        if len(passage.path) > _LEAST_NAME or not any(one.figure.kind == MONEY for one in sentence):
            continue
        start, end = passage.reading.layout.sentence_span(sentence[0].figure.sentence)
        named = [(m.start(), m[0]) for m in finder.finditer(passage.reading.folded, start, end)]
        for one in sentence if named else ():
            before = [name for at, name in named if at < one.figure.span[0]]
            if (
                before
                and one.stated
                and one.figure.kind == MONEY
                and significant(one.figure.number) >= _DIGITS
            ):
                yield from _judge(subject, one, names[before[-1]])


def _judge(subject: DocumentSubject, one: Told, rows: list[tuple[Region, Row]]) -> Iterator[Judged]:
    figure = one.figure
    near: list[tuple[Region, Row, int]] = []
    for region, row in rows:
        for column in region.numeric:
            cell, found = region.cell(row.index, column), region.figure(row.index, column)
            if cell is None or cell.row != row.index or found is None or not is_exact(found):
                continue
            if (
                found.unit is None
                or figure.unit is None
                or found.kind != MONEY
                or found.unit.factor == figure.unit.factor
            ):
                continue
            scale = found.unit.factor / figure.unit.factor
            value = found.interval.scaled(scale)
            if Interval.of(figure.number, figure.decimals).meets(value):
                yield cell_agrees(one.cited, region, row, column)
                return
            printed = rounded(found.number * scale, figure.decimals)
            if one_slip_apart(printed, figure.number) and _is_named(region, column, one.words):
                near.append((region, row, column))
    if len(near) != 1:
        return
    region, _, column = near[0]
    context = (region.table.title or "") + region.columns[column].name
    if of_the_tables_time(subject, one, context):
        yield cell_differs(one.cited, *near[0])


def _is_named(region: Region, column: int, words: str) -> bool:
    """Tell whether a clause names what the column holds: 发放 beneath 全年发放（元）."""
    return common_stretch(region.columns[column].last, words) >= _LEAST_NAME

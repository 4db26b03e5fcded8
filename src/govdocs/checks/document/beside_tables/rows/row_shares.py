"""Shares that a row of a table has in an amount of the prose: 建设管理费占审定总投资的1.29%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.beside_tables.rows.compared_rows import names_of_rows, rows_by_name
from govdocs.checks.document.beside_tables.scopes import of_the_tables_time
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.model.interval import Interval, quotient, rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY
from govdocs.prose.reckoning import is_explained
from govdocs.prose.told import Told
from govdocs.prose.words.near_miss import slip_into
from govdocs.reading.tables import Region, Row
from govdocs.reading.tables.figures import is_exact

_SHARE = re.compile(
    r"(?P<between>[”\"』」]?(?:支出|费用|资金|投资|金额|收入)?(?:仅|约|共|合计)?)占(?:了)?(?P<whole>[一-龥“”]{3,14}?)(?:的)?(?:比例|比重)?(?:仅)?(?:为|达到?|是|：|: )* *$"
)
_HUNDRED = Interval.exact(Decimal(100))
_PATH = 2


def row_shares(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge shares of a named row in an amount that the prose told before, where only one bears its name."""
    names = subject.once(rows_by_name)
    if not names:
        return
    finder = names_of_rows(tuple(names))
    for sentence in subject.story.sentences():
        if len(sentence[0].passage.path) > _PATH:
            continue
        reading = sentence[0].passage.reading
        start, _ = reading.layout.sentence_span(sentence[0].figure.sentence)
        for one in sentence:
            if not one.figure.is_rate or not one.figure.exact or "占" not in one.words:
                continue
            lead = reading.folded[start : one.figure.span[0]]
            named = list(finder.finditer(lead))
            found = _SHARE.fullmatch(lead, named[-1].end()) if named else None
            if found is not None:
                wholes = _wholes(subject, one, found["whole"])
                yield from _judge(subject, one, names[named[-1][0]], wholes)


def _words_of(told: Told) -> str:
    """The words of an amount's own clause; empty where it is none that a share could be of."""
    if not told.stated or told.figure.kind != MONEY:
        return ""
    return re.split(r"[，。；：、]", told.words.rstrip("，。；：、 "))[-1]


def _wholes(subject: DocumentSubject, one: Told, name: str) -> list[Told]:
    """The amounts told before whose words hold all signs of the whole's name in their order."""
    place = one.number, one.figure.span
    found: list[Told] = []
    for told, words in subject.story.spelled_with(_words_of, name):
        signs = iter(words)
        if (told.number, told.figure.span) < place and all(sign in signs for sign in name):
            found.append(told)
    return found


def _judge(
    subject: DocumentSubject, one: Told, rows: list[tuple[Region, Row]], wholes: list[Told]
) -> Iterator[Judged]:
    if len({told.figure.value for told in wholes}) != 1:
        return
    whole, figure = wholes[-1], one.figure
    near: list[tuple[Region, Row, int, Quantity]] = []
    for region, row in rows:
        for column in region.numeric:
            cell, found = region.cell(row.index, column), region.figure(row.index, column)
            if cell is None or cell.row != row.index or found is None or not is_exact(found):
                continue
            if found.kind != MONEY or found.number <= 0:
                continue
            true = found.base_interval.over(whole.figure.interval)
            if true is None:
                continue
            true = true.times(_HUNDRED)
            if figure.interval.meets(true):
                yield Judged(True, (), (*cited_held(one.cited, whole.cited), *cell_held(cell)))
                return
            if slip_into(figure, true) and all(found.number != n[3].number for n in near):
                near.append((region, row, column, found))
    context = "".join(region.table.title or "" for region, _ in rows)
    if (
        len(near) != 1
        or not of_the_tables_time(subject, one, context)
        or is_explained(subject.story, one.cited)
    ):
        return
    region, row, column, found = near[0]
    factor = found.unit.factor if found.unit else 1
    value = rounded(quotient(found.number * factor * 100, whole.figure.value), figure.decimals)
    yield Judged(
        False, (cited_spot(one.cited), cell_spot(region, row, column), cited_spot(whole.cited)),
        (*cited_held(one.cited, whole.cited), *cell_held(region.cell(row.index, column))), "rate",
        {"label": one.passage.label, "table": region.table.name, "row": row.label[:24],
         "column": region.columns[column].last[:16]},
        expected=f"{plain(value)}%", actual=figure.text,
        arithmetic=f"{found.text}÷{whole.figure.text}×100%＝{plain(value)}%", level=Level.WARNING,
    )  # fmt: skip

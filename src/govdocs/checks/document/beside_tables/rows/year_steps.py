"""What the prose says lies between two years of a table: 2021年预算较2019年净增818万元，两年增长15.70%, and rows of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.columns.ratio_relations import is_rate
from govdocs.finding import Level
from govdocs.model.interval import Interval, rounded
from govdocs.model.quantity import Quantity
from govdocs.prose.reckoning import is_explained
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import slip_into
from govdocs.reading.tables import Region, Row
from govdocs.reading.tables.figures import is_exact

_STEP = re.compile(
    r"(?P<new>20\d\d) *年(?:度|末|底)?(?P<what>[一-龥]{0,12}?)(?:比|较|与|同) *(?P<old>20\d\d) *年(?:度|末|底)?[一-龥]{0,6}?(?:相比)?[，,]?(?:净|共|累计)?(?:增加|增长|增|减少|下降|降低|减|提高|上升)(?:了|额|幅度?|到|约|为|达| )*$"
)
_GOES_ON = re.compile(
    r"[，,、](?:[一二两三四五六]年)?(?:间|来|内)?(?:累计|合计|共|总)?(?:增长率?|增幅|下降|降幅|增加|减少)(?:了|为|达到?|约| )*$"
)
_YEAR = re.compile(r"(20\d\d) *年?(?:度|末|底)?(?:决算数?|实际|预算数?)?")
_HUNDRED = Interval.exact(Decimal(100))
_NAME = 2


@dataclass(frozen=True, slots=True)
class _Step:
    """Two years, and what is told of them."""

    new: int
    old: int
    what: str


def year_steps(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge changes between two years that rows of a table tell: as they make, or one slip apart."""
    tables = [(r, rows) for r in subject.regions if len(rows := _by_year(r)) > 1]
    if not tables:
        return
    for sentence in subject.story.sentences():
        if len(sentence[0].passage.path) > _NAME:
            continue  # a cell's own words
        reading = sentence[0].passage.reading
        start, _ = reading.layout.sentence_span(sentence[0].figure.sentence)
        step: _Step | None = None
        floor = start
        for told in sentence:
            if told.figure.kind == "年数":
                continue  # 两年增长
            between = reading.folded[floor : told.figure.span[0]]
            found = _STEP.search(reading.folded, start, told.figure.span[0])
            if found is not None:
                step = _Step(int(found["new"]), int(found["old"]), plain_label(found["what"]))
            elif step is not None and not _GOES_ON.fullmatch(
                between.removeprefix(told.figure.noun)
            ):
                step = None
            floor = told.figure.span[1]
            if step is not None and told.figure.exact and told.figure.unit is not None:
                yield from _judged(subject, told, step, tables)


def _by_year(region: Region) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for row in region.rows:
        match = _YEAR.fullmatch("".join(row.label.split()))
        if match is not None:
            found[int(match[1])] = row
    return found


def _judged(
    subject: DocumentSubject, told: Told, step: _Step, tables: list[tuple[Region, dict[int, Row]]]
) -> Iterator[Judged]:
    figure = told.figure
    near: list[tuple[Region, int, tuple[Row, Row], Interval, str]] = []
    for region, rows in tables:
        if step.new not in rows or step.old not in rows:
            continue
        new_row, old_row = rows[step.new], rows[step.old]
        for column in region.numeric:
            if is_rate(region, column) or not _named(region, column, step):
                continue
            new, old = (region.figure(row.index, column) for row in (new_row, old_row))
            if new is None or old is None or not (is_exact(new) and is_exact(old)):
                continue
            true = _between(new, old, told)
            if true is None:
                continue
            cells = (region.cell(new_row.index, column), region.cell(old_row.index, column))
            if true.meets(figure.interval):
                yield Judged(True, (), (*cited_held(told.cited), *cell_held(*cells)))
                return
            if slip_into(figure, true):
                near.append((region, column, (new_row, old_row), true, _shown(new, old, told)))
    if len(near) != 1 or is_explained(subject.story, told.cited):
        return
    region, column, pair, true, shown = near[0]
    factor = figure.unit.factor if figure.unit else 1
    value = f"{rounded((true.low + true.high) / 2 / factor, figure.decimals):f}{figure.unit.symbol if figure.unit else ''}"
    doubted = [region.cell(row.index, column) for row in pair]
    yield Judged(
        False, (cited_spot(told.cited), *(cell_spot(region, row, column) for row in pair)),
        (*cited_held(told.cited), *cell_held(*doubted)), "rate",
        {"label": told.passage.label, "table": region.table.name, "row": f"{step.new}年、{step.old}年",
         "column": region.columns[column].last[:16], "part": ""},
        expected=value, actual=figure.text, arithmetic=f"{shown}＝{value}", level=Level.WARNING,
    )  # fmt: skip


def _shown(new: Quantity, old: Quantity, told: Told) -> str:
    larger, smaller = (new, old) if new.number >= old.number else (old, new)
    change = f"{plain(larger.number)}－{plain(smaller.number)}"
    return f"（{change}）÷{plain(old.number)}×100%" if told.figure.is_rate else change


def _named(region: Region, column: int, step: _Step) -> bool:
    head = plain_label(region.columns[column].name)
    if not step.what:
        return len([c for c in region.numeric if not is_rate(region, c)]) == 1
    return common_stretch(step.what, head) >= _NAME


def _between(new: Quantity, old: Quantity, told: Told) -> Interval | None:
    """The change in base units, or the growth in percent; None where kinds differ or the year before had nothing."""
    figure = told.figure
    if new.unit is None or old.unit is None or old.number <= 0:
        return None
    later, former = (q.interval.scaled(q.unit.factor) for q in (new, old) if q.unit is not None)
    change = later.minus(former) if new.number >= old.number else former.minus(later)
    if figure.is_rate:
        ratio = change.over(former)
        return None if ratio is None else ratio.times(_HUNDRED)
    return change if figure.kind == new.unit.kind else None

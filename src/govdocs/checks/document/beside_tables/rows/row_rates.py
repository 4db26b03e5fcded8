"""Rates of the prose whose part stands in a row of a table: 决算826.5万元, 完成预算的91.83%, 预算|900, 决算|826.5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.interval import Interval, quotient, rounded
from govdocs.prose.explained import is_rate_of
from govdocs.prose.figure import Role
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import slip_into
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_OF = re.compile(
    r"(?:完成(?:年初|全年|年度|调整后?)*(?P<whole>预算|计划|目标|任务)数?的?|(?P<rate>预算完成|执行|支出|到位|拨付|完成)率)(?:为|达|约|：| )*$"
)
_HEADS = {
    "预算": "预算", "计划": "计划|目标", "目标": "目标|计划", "任务": "任务|目标|计划",
    "预算完成": "预算", "执行": "预算|下达|安排|到位|总额", "支出": "预算|下达|安排|到位",
    "到位": "预算|下达|计划|安排|投资", "拨付": "预算|下达|安排|到位", "完成": "计划|目标|任务|预算",
}  # fmt: skip
_HUNDRED = Interval.exact(Decimal(100))
_BACK = 3


def row_rates(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge a rate by the row that holds its part: none of the row's wholes gives it, and one slip explains it."""
    if not subject.regions:
        return
    for sentence in subject.story.sentences():
        for at, rate in enumerate(sentence):
            found = _OF.search(rate.words)
            if found is None or not rate.figure.is_rate or not rate.figure.exact:
                continue
            part = _part(sentence, at)
            if part is None or subject.amounts.explains_rate(part.figure, rate.figure):
                continue
            heads = re.compile(_HEADS[found["whole"] or found["rate"]])
            yield from _judge(subject, rate, part, heads)


def _part(sentence: tuple[Told, ...], at: int) -> Told | None:
    for told in reversed(sentence[max(0, at - _BACK) : at]):
        if told.figure.role is Role.SHARE:
            continue
        near = sentence[at].figure.clause - told.figure.clause <= 2
        return told if told.stated and near else None
    return None


def _judge(
    subject: DocumentSubject, rate: Told, part: Told, heads: re.Pattern[str]
) -> Iterator[Judged]:
    name = plain_label(part.words)
    for region in subject.regions:
        for row in region.rows:
            if not _holds_part(region, row, part, name):
                continue
            for column in region.numeric:
                whole = region.figure(row.index, column)
                if whole is None or whole.unit is None or not is_exact(whole):
                    continue
                if whole.unit.kind != part.figure.kind or not heads.search(
                    region.columns[column].name
                ):
                    continue
                ratio = part.figure.interval.over(whole.base_interval)
                if ratio is None or is_rate_of(
                    part.figure.interval, whole.base_interval, rate.figure
                ):
                    continue
                if slip_into(rate.figure, ratio.times(_HUNDRED)):
                    yield _judged(rate, part, region, row, column)
                    return


def _holds_part(region: Region, row: Row, part: Told, name: str) -> bool:
    """Tell whether a row is called as the prose calls the part, and holds it."""
    label = (
        plain_label(row.label)
        if row.kind is not RowKind.TOTAL
        else plain_label(region.table.title or "")
    )
    if len(label) < 2 or common_stretch(name, label) < min(4, len(label)):
        return False
    return any(
        (q := region.figure(row.index, c)) is not None
        and q.unit is not None
        and q.unit.kind == part.figure.kind
        and q.base_interval.meets(part.figure.interval)
        for c in region.numeric
    )


def _judged(rate: Told, part: Told, region: Region, row: Row, column: int) -> Judged:
    whole = region.figure(row.index, column)
    assert whole is not None
    assert whole.unit is not None
    exact = quotient(part.figure.value * 100, whole.number * whole.unit.factor)
    shown = f"{rounded(exact, rate.figure.decimals):f}%"
    return Judged(
        False, (cited_spot(rate.cited), cell_spot(region, row, column)),
        (*cited_held(rate.cited, part.cited), *cell_held(region.cell(row.index, column))), "rate",
        {"label": rate.passage.label, "table": region.table.name, "row": row.label[:24],
         "column": region.columns[column].last[:16], "part": part.figure.text},
        expected=shown, actual=rate.figure.text,
        arithmetic=f"{part.figure.text}÷{whole.text}{whole.unit_symbol if whole.unit_symbol not in whole.text else ''}×100%＝{shown}",
        level=Level.WARNING,
    )  # fmt: skip

"""Standards that a sentence tells of a row: 寄宿制学校增补标准（每生每年300元）, and 寄宿制学校增补 with 标准 300."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.beside_tables.cell_slips import cell_differs
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cited_held
from govdocs.checks.document.subject import DocumentSubject
from govdocs.model.units import MONEY
from govdocs.prose.told import Told
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_HEAD = re.compile(r"标准|单价|定额")
_EACH = re.compile(r"每|标准|/|／")
_FORMER = re.compile(
    r"(?:由|从|比|较|原|上年|去年|提高|增加|降低|减少|上调)(?:[^，。；到至]{0,10})$"
)
_REACH = 30
_SHORTEST = 4
_DIGITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Standard:
    """What a row says that each gets."""

    region: Region
    row: Row
    column: int
    number: Decimal
    name: str


def told_standards(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge standards of the prose by the row whose name stands before them, one slip between."""
    standards = list(_standards(subject))
    if not standards:
        return
    for sentence in subject.story.sentences():
        for told in sentence:
            if not _tells(told):
                continue
            end = told.figure.span[0]
            reading = told.passage.reading
            start, _ = reading.layout.sentence_span(told.figure.sentence)
            words = Counter(reading.folded[max(start, end - _REACH) : end])
            meant = [s for s in standards if not Counter(s.name) - words]
            agree = [s for s in meant if s.number == told.figure.number]
            numbers = {s.number for s in meant}
            if agree:
                yield Judged(True, (), cited_held(told.cited))
            elif len(numbers) == 1 and one_slip_apart(told.figure.number, meant[0].number):
                yield cell_differs(told.cited, meant[0].region, meant[0].row, meant[0].column)


def _standards(subject: DocumentSubject) -> Iterator[_Standard]:
    for region in subject.regions:
        columns = [
            c for c in region.numeric
            if _HEAD.search(region.columns[c].last) and not re.search(r"分|提高|增|上年", region.columns[c].last)
        ]  # fmt: skip
        for row in region.rows:
            name = re.sub(r"[^一-龥]", "", row.label)
            if row.kind is not RowKind.ITEM or len(name) < _SHORTEST:
                continue
            for column in columns:
                figure = region.figure(row.index, column)
                if figure is None or not is_exact(figure) or figure.number <= 0:
                    continue
                if figure.unit is None or (figure.unit.kind == MONEY and figure.unit.factor == 1):
                    yield _Standard(region, row, column, figure.number, name)


def _tells(told: Told) -> bool:
    figure = told.figure
    if figure.unit is None or not figure.exact or figure.unit.symbol.split("/")[0] != "元":
        return False
    if _FORMER.search(told.words) or significant(figure.number.normalize()) < 1:
        return False
    behind = told.passage.reading.folded[figure.span[1] : figure.span[1] + 3]
    return significant(figure.number) >= _DIGITS and bool(
        _EACH.search(told.words + behind + figure.unit.symbol)
    )

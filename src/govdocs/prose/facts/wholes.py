"""Whose part a figure is that has no owner of its own: 基本支出 of this school or of that, 负债总额 of these firms or those."""

from __future__ import annotations

import re
from itertools import permutations, takewhile

from govdocs.prose.explained import is_rate_of
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.lists import last_amount
from govdocs.prose.reading import TextReading

_OWNER = re.compile(
    r"中央|地方|全国|全省|全市|全州|全区|全县|全镇|全校|全院|省级|省本级|市级|市本级|州级|县级|区级|镇级|村级|本级|下级|所属"
    r"|城镇|城市|农村|城区|行政|事业|企业|金融|国有|集体|民营|私营|外资|股份|境内|境外|男|女"
)
_END = re.compile(r"[。；;]")
_LEAST_COMMON = 2
_NEAR = 5
"""So many figures before a rate it may divide."""


def of_other_wholes(one: Cited, other: Cited) -> bool:
    """Tell whether two figures of one name divide two wholes, or follow in lists of two owners.

    甲项300万元，其中基本支出120万元；乙项500万元，其中基本支出90万元: the wholes differ in name and in
    value. 中央企业资产80亿元、负债50亿元；地方企业资产90亿元、负债40亿元: the owner stands once, at the head.
    A rate that its own sentence divides is that sentence's: 患者4820人，规范管理3950人，规范管理率81.95%.
    """
    first, second = _whole(one), _whole(other)
    if first is not None and second is not None and _name(first) != _name(second):
        return not first.agrees(second)
    if _divided_by_its_own(one) and _divided_by_its_own(other):
        return True
    first, second = _head(one), _head(other)
    if first is None or second is None or first.agrees(second):
        return False
    mine, its = _bearer(one, first), _bearer(other, second)
    return _owners_differ(mine, its) or (
        one.figure is not None and one.figure.is_rate and _bearers_differ(mine, its)
    )


def is_part_of_other(one: Cited, other: Cited) -> bool:
    """Tell whether one figure is among the parts of the other: 支出8.77万元，其中购置费支出8.47万元, told again or not."""
    return _divides(one, other) or _divides(other, one)


def _divides(part: Cited, whole: Cited) -> bool:
    if part.figure is None or whole.figure is None:
        return False
    rows = whole.passage.reading.by_sentence[whole.figure.sentence : whole.figure.sentence + 2]
    return any(
        f.kind == part.figure.kind and f.agrees(part.figure)
        and _whole(Cited.of(whole.passage, f)) is whole.figure
        for row in rows for f in row
    )  # fmt: skip


def _name(figure: ProseFigure) -> str:
    return re.sub(r"[^\w]", "", figure.subject + figure.measure)


def _whole(cited: Cited) -> ProseFigure | None:
    """The amount before the 其中 that a figure stands behind, in its sentence or in the one before."""
    figure, reading = cited.figure, cited.passage.reading
    if figure is None:
        return None
    start, _ = reading.layout.sentence_span(figure.sentence)
    mark = reading.folded.rfind("其中", start, figure.span[0])
    if mark < 0:
        return None
    number = figure.sentence
    if mark <= start + 1 and number:
        number -= 1
    before = [f for f in reading.by_sentence[number] if f.span[1] <= mark]
    return last_amount(reading, before)


def _head(cited: Cited) -> ProseFigure | None:
    """The first figure of the list that a figure stands in, between two full stops or semicolons.

    A figure that names no owner behind a semicolon goes on with the sentence: 全市资产80亿元；负债30亿元.
    """
    figure, reading = cited.figure, cited.passage.reading
    if figure is None:
        return None
    row = reading.by_sentence[figure.sentence]
    head = next((f for f in row if not _apart(reading, f, figure)), None)
    if head is not None and head.span == figure.span and not _OWNER.search(_bearer(cited, head)):
        return row[0]
    return head


def _bearer(cited: Cited, head: ProseFigure) -> str:
    """What the head of a list is called, with whose it is: 全市国有企业资产总额, 在管2型糖尿病患者."""
    reading = cited.passage.reading
    words = reading.folded[reading.layout.clause_starts[head.clause] : head.span[0]]
    return re.sub(r"^其中|[^一-龥\d]|\d+年末?", "", words)


def _divided_by_its_own(cited: Cited) -> bool:
    """Tell whether a rate with decimals is the quotient of two figures right before it in its sentence."""
    figure, reading = cited.figure, cited.passage.reading
    if figure is None or not figure.is_rate or not figure.decimals:
        return False
    before = [
        f for f in reading.by_sentence[figure.sentence]
        if f.span < figure.span and f.sort is Sort.MEASURE and not f.is_rate and f.value > 0
    ][-_NEAR:]  # fmt: skip
    return any(
        part.kind == whole.kind and is_rate_of(part.interval, whole.interval, figure)
        for part, whole in permutations(before, 2)
    )


def _bearers_differ(mine: str, its: str) -> bool:
    """Tell whether two names end alike and each says before that of which kind: 高血压患者, 糖尿病患者."""
    ends = zip(reversed(mine), reversed(its), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    fronts = len(mine) - common, len(its) - common
    return common >= _LEAST_COMMON and min(fronts) >= _LEAST_COMMON


def _apart(reading: TextReading, head: ProseFigure, figure: ProseFigure) -> bool:
    return _END.search(reading.folded, head.span[1], figure.span[0]) is not None


def _owners_differ(mine: str, its: str) -> bool:
    """Tell whether two names end alike and name two owners before that."""
    ends = zip(reversed(mine), reversed(its), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    fronts = (mine[: len(mine) - common], its[: len(its) - common])
    return common >= _LEAST_COMMON and all(_OWNER.search(front) for front in fronts)

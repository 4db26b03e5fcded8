"""Two shares that make up the whole between them: 市本级占40.7%，县（市、区）占59.3%; 男性占52%，女性占48%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import sentence_of
from govdocs.prose.told import Story, Told

_HALVES = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"[市州盟]本?级|[市州]直", r"县（[^）]*）|[县区旗]级|各?县区|市县|县市区|区县"),
        (r"省本?级|省直|自治区本级", r"市县|市（|州（|市州|各市"),
        (r"县本?级|旗本级|区本级", r"乡镇|镇级|乡级|街道"),
        (r"中央", r"地方"),
        (r"一般债[务券]", r"专项债[务券]"),
        (r"本级支出", r"补助下级|对下转移|补助[市县乡]"),
        (r"男", r"女"),
        (r"城镇", r"农村|乡村"),
        (r"基本支出", r"项目支出"),
        (r"人员经费", r"公用经费"),
        (r"(?<!非)税收", r"非税"),
        (r"新增", r"存量"),
        (r"增量", r"存量"),
        (r"内资", r"外资"),
        (r"国有", r"非国有|民营|民办"),
        (r"公办", r"民办"),
    )
)  # fmt: skip
_HUNDRED = Decimal(100)
_SURE = 0.04
_CLAUSES = 4


def two_halves(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What the one share before it leaves of a hundred, where both names divide one whole."""
    if target.figure.role is not Role.SHARE:
        return
    shares = [t for t in sentence_of(story, target) if t.figure.role is Role.SHARE]
    if len(shares) != 2 or target not in shares:
        return
    first, second = shares
    text = target.passage.reading.folded
    start, _ = target.passage.reading.layout.sentence_span(target.figure.sentence)
    one = text[start : first.figure.span[0]]
    other = text[first.figure.span[1] : second.figure.span[0]]
    if second.figure.clause - first.figure.clause > _CLAUSES or "其中" in other:
        return
    if any(a.search(one) and b.search(other) and not b.search(one) for a, b in _HALVES):
        beside = second if target is first else first
        yield Hypothesis(target, (beside,), _what_is_left, _SURE, lambda t: f"100%－{t[0]}%")


def _what_is_left(values: Sequence[Interval]) -> Interval | None:
    return Interval(_HUNDRED - values[0].high, _HUNDRED - values[0].low)

"""A paragraph that divides what the one before it tells: 收入中：保险费…，财政补贴…，其他…; 5家医院中，甲420万元、…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.completeness import label_of

_BEGINS = re.compile(
    r"^[（(]?(?:其中|在|上述|以上)?(?:(?P<n>\d{1,2}|[两三四五六七八九十]) *[家个所项支座县区市镇乡])?(?P<name>[一-龥]{0,10})(?:当)?中[，,：:]"
)
_REST = re.compile(r"其他|其余|其它")
_APART = re.compile(r"上年|去年|[比较均占]|其中")
_END = re.compile(r"[；;。]")
_DIGITS = "零一二三四五六七八九十"
_LEAST = 3


def of_which_before(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every such list that is whole by its count or its rest, with the amounts of the paragraph before."""
    for number, paragraph in enumerate(story.told):
        begins = _BEGINS.match(story.passages[number].reading.folded) if paragraph else None
        if begins is None or not number:
            continue
        parts = _parts(paragraph, begins.end())
        if len(parts) < _LEAST or not _is_whole(parts, begins["n"]):
            continue
        most = max(t.figure.value for t in parts)
        totals = [
            t for t in story.told[number - 1]
            if is_amount(t) and stands_alone(t) and t.figure.kind == parts[0].figure.kind
            and t.figure.value > most and not t.figure.depth
        ]  # fmt: skip
        named = [t for t in totals if len(begins["name"]) > 1 and begins["name"] in t.words]
        sure = (named or totals)[:1] if named or begins["n"] else []
        if sure:
            yield [plus(t, parts, 0.1 if t in sure else 3.0) for t in totals]


def _parts(paragraph: Sequence[Told], begin: int) -> list[Told]:
    text = paragraph[0].passage.reading.folded
    end = _END.search(text, begin)
    stop = end.start() if end else len(text)
    own = [t for t in paragraph if begin <= t.figure.span[0] < stop]
    plain = all(
        is_amount(t) and stands_alone(t) and t.figure.unit == own[0].figure.unit
        and not t.figure.depth and not _APART.search(t.words)
        for t in own
    )  # fmt: skip
    return own if plain else []


def _is_whole(parts: Sequence[Told], counted: str | None) -> bool:
    if counted is None:
        return _REST.search(label_of(parts[-1])) is not None
    number = int(counted) if counted.isdigit() else _DIGITS.find(counted.replace("两", "二"))
    return number == len(parts)

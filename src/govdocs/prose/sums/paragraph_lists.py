"""Lists that run over paragraphs: 基本支出113万元。其中： … and 以上三项合计3059万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.prose.judgement import Judgement
from govdocs.prose.lists import is_held_against
from govdocs.prose.sums.told_sums import fits_by_slip, is_fine, judged_sum, sum_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.numerals import chinese_number

_OPENS = re.compile(r"(?:其中|包括|分别为|分别是|如下|具体为)?[：:] *$")
_PARTLY = re.compile(r"(?:主要|重点|例如|比如|如)[^，。；]{0,8}[：:] *$")
_ABOVE = re.compile(
    r"^(?:以上|上述)(?P<n>[一二两三四五六七八九十\d]{1,2})?(?:项|笔|批|部分|类|个方面)?(?:资金|支出|预算|补助)?[^，。；\d]{0,4}(?:合计|共计|总计|累计)[^，。；\d]{0,10}$"
)
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])"
)
_EARLIER = re.compile(r"上年|去年|前年|同期|上期")
_MOST = 12
_LOOK_BACK = 8


def paragraph_lists(story: Story) -> Iterator[Judgement]:
    """Judge totals by the first figure of each paragraph of their list; wrong only where one slip explains it."""
    for number, told in enumerate(story.told):
        text = story.passages[number].reading.folded
        if told and _OPENS.search(text) and not _PARTLY.search(text):
            total = _listed(told)
            if total is not None:
                yield from _below(story, number, total)
        for one in told:
            start = one.passage.reading.layout.sentence_span(one.figure.sentence)[0]
            words = text[start : one.figure.span[0]]
            found = _ABOVE.match(words)
            if found is not None and one.stated:
                yield from _above(story, number, one, found["n"])


def _listed(told: Sequence[Told]) -> Told | None:
    """The last amount of a paragraph that nothing else is held against: 62万元，比上年66万元减少4万元。其中：."""
    reading = told[0].passage.reading
    for at, one in reversed(list(enumerate(told))):
        following = told[at + 1].figure if at + 1 < len(told) else None
        is_earlier = one.figure.depth and _EARLIER.search(one.words)  # 23万元（上年25万元）。其中：
        if one.stated and not (
            at and (is_earlier or is_held_against(reading, one.figure, following))
        ):
            return one
    return None


def _below(story: Story, number: int, total: Told) -> Iterator[Judgement]:
    """The items after a paragraph that ends in a colon; the list ends where its sum is reached."""
    items: list[Told] = []
    above = story.passages[number].headings
    level = _level(story.passages[number].reading.folded)
    for later in range(number + 1, min(len(story.passages), number + 1 + 2 * _MOST)):
        text = story.passages[later].reading.folded
        if story.passages[later].headings[: len(above)] != above:
            break
        numbered = _level(text)
        if numbered and numbered == level:
            break
        first = _first(story.told[later], total)
        if first is None:
            continue
        items.append(first)
        if len(items) > 1 and sum_of(items).meets(total.figure.interval):
            yield judged_sum(items, total, holds=True)
            return
        if len(items) == _MOST:
            break
    if len(items) > 1 and fits_by_slip(items, total) and is_fine(items, total):
        yield judged_sum(items, total, holds=False)


def _above(story: Story, number: int, total: Told, counted: str | None) -> Iterator[Judgement]:
    """The paragraphs before a total of all that stands above."""
    items: list[Told] = []
    count = (
        None
        if counted is None
        else chinese_number(counted)
        if not counted.isdigit()
        else Decimal(counted)
    )
    for earlier in range(number - 1, max(-1, number - 1 - _LOOK_BACK), -1):
        first = _first(story.told[earlier], total)
        if first is None:
            break
        items.insert(0, first)
        if len(items) > 1 and sum_of(items).meets(total.figure.interval):
            yield judged_sum(items, total, holds=True)
            return
        if count is not None and len(items) == count:
            break
    if count is not None and len(items) == count and count > 1 and fits_by_slip(items, total):
        yield judged_sum(items, total, holds=False)


def _level(text: str) -> str:
    """The kind of the typed number a paragraph begins with: 一、 and 1. are two kinds."""
    found = _NUMBERED.match(text.lstrip())
    return "" if found is None else re.sub(r"[一二三四五六七八九十]+|\d+", "n", found[0])


def _first(told: tuple[Told, ...], total: Told) -> Told | None:
    """The figure that a paragraph opens with, of the total's kind; None where its opening says otherwise."""
    first = next((t for t in told if t.stated), None)
    if first is None or first.figure.kind != total.figure.kind:
        return None
    return first if first.figure.sentence <= 1 else None

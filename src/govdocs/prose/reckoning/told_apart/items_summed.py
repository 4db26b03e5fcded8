"""Totals of items told by semicolons or sentences, each figure of its kind: 三项共计1610万元，涉及1535万人次."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label
from govdocs.prose.words.numerals import chinese_number

_SUM = re.compile(r"(?:共计|合计|总计|总共|小计|(?<!公|一)共)[一-龥]{0,6}?(?:为|达到|达|约| )*$")
_HOW_MANY = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:大?[项类批笔期个级种次年者家税费]|部分|渠道|方面)[^，。；\d]{0,14}$"
)
_ENDS_TOTALS = re.compile(
    r"占|其中|[均每比较]|扣除|剔除|减去|结余|上年|去年|净|完成|率|剩|余|已|尚|未|预算|计划|目标"
)
_NO_TOTAL = re.compile(r"[均各]|每(?!年|月)|分别|其中|[比较]|上年|去年|余|占|目标|计划|同一|之一")
_BREAK = re.compile(r"[；;。]")
_MOST = 12
_FOLLOWERS = 3
_TAIL = 2


def items_summed(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every total with the figures beside it, each by the first or the last of its kind in each item before."""
    for paragraph in story.told:
        items = _items(paragraph)
        for number, item in enumerate(items):
            for at, told in enumerate(item):
                if not is_amount(told):
                    continue
                if _SUM.search(told.words):
                    yield from _totals(items, number, at)
                else:
                    yield from _counted(paragraph, told, _said(item, at))


def _said(item: Sequence[Told], at: int) -> str:
    """The words before a figure, with the count in words that they begin with: 两类慢性病患者合计."""
    words = item[at].words
    if at and item[at - 1].figure.counts and not re.search(r"\d|[，、]", item[at - 1].figure.text):
        between = item[at].passage.reading.folded[
            item[at - 1].figure.span[1] : item[at].figure.span[0]
        ]
        if not re.search(r"[，；。、]", between):
            return item[at - 1].figure.text + between.strip()
    return words


def _items(paragraph: Sequence[Told]) -> list[list[Told]]:
    """The figures of a paragraph by the stretches between semicolons and full stops."""
    items: list[list[Told]] = []
    last = 0
    for told in paragraph:
        text = told.passage.reading.folded
        if not items or _BREAK.search(text, last, told.figure.span[0]):
            items.append([])
        items[-1].append(told)
        last = told.figure.span[1]
    return items


def _totals(items: list[list[Told]], number: int, at: int) -> Iterator[Sequence[Hypothesis]]:
    head = items[number][at]
    count = _how_many(_said(items[number], at))
    groups = _before(items, number, count)
    totals = [head]
    for told in items[number][at + 1 : at + 1 + _FOLLOWERS]:
        seen = {t.figure.kind for t in totals}
        if not is_amount(told) or told.figure.kind in seen or _ENDS_TOTALS.search(told.words):
            break
        totals.append(told)
    beside = items[number][:at]
    beside = [t for t in beside if re.search(r"\d", t.figure.text)]
    size = len([t for t in beside if _fits(t, head)])
    for total in totals:
        own = [t for t in beside if _fits(t, total)]
        if len(own) == size > 1 and total is not head and count in (None, size):
            yield [plus(total, own, 0.1)]
            continue
        readings = [
            reading for before in groups
            for reading in _by_items(total, before, 0.08 if count else 0.2, is_head=total is head)
        ]  # fmt: skip
        if readings:
            yield readings


def _by_items(
    total: Told, before: Sequence[Sequence[Told]], doubt: float, *, is_head: bool
) -> Iterator[Hypothesis]:
    each = [[t for t in item if _fits(t, total)] for item in before]
    if len(each) > 1 and all(each):
        yield plus(total, [own[0] for own in each], doubt)
        if len(own := [t for item in each for t in item]) > len(each):
            yield plus(total, own, 3.0)
        yield plus(total, [own[-1] for own in each], doubt if is_head else 3.0)


def _before(items: list[list[Told]], number: int, count: int | None) -> list[list[list[Told]]]:
    """The items that a total adds up, by semicolons and by sentences: as many as it says, or those right before it."""
    if not number:
        return []
    if count is None:
        sentence = items[number - 1][-1].figure.sentence
        run = [item for item in items[:number] if item[0].figure.sentence == sentence]
        return [run[-_MOST:]]
    groups = [items[number - count : number]] if number >= count else []
    own = items[number][0].figure.sentence
    told = [t for item in items[:number] for t in item if t.figure.sentence < own]
    sentences = [list(run) for _, run in groupby(told, key=lambda t: t.figure.sentence)]
    if len(sentences) >= count and sentences[-count:] not in groups:
        groups.insert(0, sentences[-count:])
    return groups


def _fits(told: Told, total: Told) -> bool:
    return (
        is_amount(told) and stands_alone(told) and told.figure.kind == total.figure.kind
        and told.figure.depth <= total.figure.depth and not re.search(r"上年|去年|[比较由从]", told.words)
    )  # fmt: skip


def _how_many(words: str) -> int | None:
    found = _HOW_MANY.search(words)
    number = chinese_number(found["n"]) if found else None
    return int(number) if number is not None else None


def _counted(paragraph: Sequence[Told], total: Told, said: str) -> Iterator[Sequence[Hypothesis]]:
    """两期债券每年应付利息554.8万元: as many amounts of that name before it as it says."""
    match = _HOW_MANY.match(said)
    if match is None or _NO_TOTAL.search(said) or not (stands_alone(total) or "每" in said):
        return
    count = _how_many(said)
    name = plain_label(total.words)[-_TAIL:]
    before = [
        t for t in paragraph
        if t.figure.span < total.figure.span and _fits(t, total)
        and total.figure.sentence - t.figure.sentence <= 1 and plain_label(t.words)[-_TAIL:] == name
    ]  # fmt: skip
    if len(name) == _TAIL and len(before) == count:
        yield [plus(total, before, 0.1)]

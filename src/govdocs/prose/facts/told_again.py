"""Counts told again in another order: 查出问题186个, later 查出的186个问题; known twice and told a third time otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.likeness import plain_label
from govdocs.prose.words.near_miss import one_slip_apart, telling_digits

_BEHIND = re.compile(r"(?P<thing>[一-龥]{1,8}?)(?=中|已|均|全部|按|仍|正在|[，。；、：（(]|\d|$)")
_DEFINITE = re.compile(r"(?P<act>[一-龥]{2,12})的 *$")
_EMPTY = re.compile(
    r"[共了有已的]|其中|合计|累计|分别|实施|涉及到?|惠及|覆盖|受益|改造(?=居民|住户)|项目(?=居民|户)"
)
_OTHERS = re.compile(
    r"未|尚|上年|去年|上一年|历年|往年|以前|另|新|其他|其余|每|平均|计划|目标|预计|拟|应|不|部分|[甲乙丙丁]"
)
_KNOWN = 2
_DIGITS = 4


def told_again(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge counts that refer by 的 to what was counted before, and lone counts beside one known twice."""
    told = [
        one
        for sentence in story.sentences()
        for one in sentence
        if one.stated and one.figure.counts
    ]
    yield from _referring(told)
    yield from _lone(told, amounts)


def _referring(told: list[Told]) -> Iterator[Judgement]:
    """查出的186个问题: 查出问题 was counted once before, in the same words."""
    named: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        behind = _BEHIND.match(one.passage.reading.folded, one.figure.span[1])
        thing = behind["thing"] if behind is not None else ""
        definite = _DEFINITE.search(one.words)
        if definite is not None and thing and not _OTHERS.search(one.words):
            key = (
                _key(_since_comma(definite["act"]) + thing),
                one.figure.unit.symbol if one.figure.unit else "",
            )
            earlier = named.get(key, [])
            values = {other.figure.number for other in earlier}
            if len(values) == 1 and of_one_account(one.cited, earlier[0].cited):
                holds = earlier[0].figure.number == one.figure.number
                if holds or one_slip_apart(earlier[0].figure.number, one.figure.number):
                    yield told_twice(one, earlier[0], thing, holds=holds)
            continue
        for words in {one.words, one.words + thing}:
            key = _key(_since_comma(words)), one.figure.unit.symbol if one.figure.unit else ""
            if len(key[0]) > 2 and not _OTHERS.search(words):
                named[key].append(one)


def _lone(told: list[Told], amounts: Amounts) -> Iterator[Judgement]:
    """涉及居民1983户 beside 居民4983户, where the latter stands twice in the paper and the former once."""
    named: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        name = _key(_since_comma(one.words) + one.figure.noun)
        if len(name) > 1 and not _OTHERS.search(one.words):
            named[name, one.figure.unit.symbol if one.figure.unit else ""].append(one)
    for group in named.values():
        often = Counter(one.figure.value for one in group)
        if len(often) != _KNOWN:
            continue
        for one in group:
            if amounts.stated[one.figure.kind, one.figure.value] != 1:
                continue
            for other in group:
                if _one_fact(one, other, amounts):
                    yield told_twice(one, other, _since_comma(one.words), holds=False)
                    break


def _one_fact(one: Told, other: Told, amounts: Amounts) -> bool:
    a, b = one.figure, other.figure
    if amounts.stated[b.kind, b.value] < _KNOWN or (
        a.sentence == b.sentence and one.number == other.number
    ):
        return False
    if a.subject and b.subject and a.subject != b.subject:
        return False
    if a.period and b.period and a.period.year != b.period.year:
        return False
    apart = of_different_things(one.passage, other.passage) or of_each_and_of_all(
        one.cited, other.cited
    )
    same = not apart and of_one_account(one.cited, other.cited)
    return (
        same and telling_digits(a.value, b.value) >= _DIGITS and one_slip_apart(a.number, b.number)
    )


def _since_comma(words: str) -> str:
    return re.split(r"[，。；：、]", words.rstrip("，。；：、 "))[-1]


@lru_cache(maxsize=8192)
def _key(words: str) -> str:
    """The characters of a name in an order of their own, without what every name has."""
    return "".join(sorted(_EMPTY.sub("", plain_label(words))))

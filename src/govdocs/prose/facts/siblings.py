"""Sections that tell of different things in the same words: 1.一般公共预算, 2.政府性基金预算; each and all."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from govdocs.prose.figure import Role
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

_NUMBERING = re.compile(
    r"^ *(?:第[一二三四五六七八九十\d]+(?:部分|[章节])|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])* *"
)
_GENERAL = re.compile(
    r"(?:收支|收入|支出|预算|决算|执行|完成|安排|使用|管理|增减|变动|总体|具体|基本|指标|分析|说明|概况|情况|工作|方面|部分|及|和|的)+$"
)
_RUN_IN = re.compile(
    r" *(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])(?P<title>[^。：:；\d]{2,30})[。：:]"
)
"""A title with its number that opens the paragraph it stands above: （一）工伤保险基金。……"""
_EXCEPT = re.compile(r"[（(](?:不含|不包括|除)[^（）()]*[)）]")
_EACH = re.compile(r"每|人均|户均|亩均|标准(?!化)|单价|平均")
_LEAST_COMMON = 2
_APART = Decimal(1000)


def of_different_things(one: Passage, other: Passage) -> bool:
    """Tell whether two paragraphs stand under headings that name different things of one kind.

    The headings are those at which their paths part; 一般公共预算 and 政府性基金预算 share their
    ending and differ before it, 资金安排情况 and 资金使用情况 tell of one thing.
    """
    for mine, its in zip(_titles(one), _titles(other), strict=False):
        if mine != its:
            if _EXCEPT.search(mine) or _EXCEPT.search(its):
                return True  # 企业国有资产（不含金融企业） leaves the rest to another section
            return _different(_thing(mine), _thing(its))
    return False


def _titles(passage: Passage) -> tuple[str, ...]:
    """The headings above a paragraph, and the title that it begins with itself."""
    found = _RUN_IN.match(passage.reading.folded)
    return passage.headings if found is None else (*passage.headings, found["title"])


def of_each_and_of_all(one: Cited, other: Cited) -> bool:
    """Tell whether one figure is what each gets and the other a sum: 每人280元 and 9730万元."""
    first, second = one.figure, other.figure
    if first is None or second is None or first.kind != second.kind:
        return False
    if _is_each(one) != _is_each(other):
        return True
    small, large = sorted((abs(first.value), abs(second.value)))
    return first.unit != second.unit and small > 0 and large / small > _APART


def _is_each(cited: Cited) -> bool:
    figure = cited.figure
    if figure is None:
        return False
    if figure.role is Role.EACH:
        return True
    reading = cited.passage.reading
    start, _ = reading.layout.sentence_span(figure.sentence)
    return _EACH.search(reading.folded[start : figure.span[0]][-24:]) is not None


@lru_cache(maxsize=2048)
def _thing(heading: str) -> str:
    words = re.sub(r"[（(][^（）()]*[）)]", "", _NUMBERING.sub("", heading))
    words = re.split(r"[。：:，]", words)[0].strip()
    return re.sub(r"^(?:20\d\d年(?:度)?)", "", words)


def _different(mine: str, its: str) -> bool:
    """Whether two names share what they end in and part before it."""
    bare, other = _GENERAL.sub("", mine), _GENERAL.sub("", its)
    if not bare or not other or bare == other or bare in other or other in bare:
        return False
    ends = zip(reversed(mine), reversed(its), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    return common >= _LEAST_COMMON and common >= len(mine) - len(bare) + (
        0 if mine != bare or its != other else _LEAST_COMMON
    )

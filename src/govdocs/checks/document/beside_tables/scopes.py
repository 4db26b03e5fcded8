"""Whether a figure of a sentence is of the time and part that a table is of."""

from __future__ import annotations

import re

from govdocs.checks.document.subject import DocumentSubject
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import plain_label

PART_OF_YEAR = re.compile(
    r"以来[^，。；]{0,12}$|(?<![\d年])(?:\d|1[01]) *月(?:底|末|份|至)|[一二三四]季度|[春秋]季|[上下]半年|1 *[-~至] *\d *月"
)
"""Words before a figure that is not the whole year's."""
_FORMER = re.compile(
    r"上年|去年|上一年|同期|年初(?!预算)|第[一二三四五]批|提前下达|追加|另[有外]?|已签约|学期"
)
"""What makes of a name another time's, or another part's."""
_PLAIN = frozenset(
    "的为达到共计完成实现全市县区我本有约其中实际支出收入预算执行数已资金项目总额仅进度最快慢高低"
)
"""Characters that say nothing of which part, time or owner a figure is."""
_MORE = 3


def of_the_tables_time(subject: DocumentSubject, told: Told, context: str) -> bool:
    """Tell whether a figure is of the whole year that a table, by ``context`` or the paper, is of."""
    figure, reading = told.figure, told.passage.reading
    year = figure.period.year if figure.period else None
    if year and subject.year and year != subject.year and str(year) not in context:
        return False
    start, _ = reading.layout.sentence_span(figure.sentence)
    if PART_OF_YEAR.search(reading.folded[start : figure.span[0]]):
        return False
    return not of_another_time(told, context)


def of_another_time(told: Told, context: str) -> bool:
    """Tell whether a figure's words name a time or part (上年, 第一批) that ``context`` does not."""
    return bool(set(_FORMER.findall(told.words)) - set(_FORMER.findall(context)))


def says_more(told: Told, context: str) -> bool:
    """Tell whether a figure's words say more than ``context``: 个人账户支出 beside 支出."""
    known = set(context) | _PLAIN
    own = re.split(r"[，。；：、]", told.words.rstrip("，。；：、 "))[-1]
    return sum(sign not in known for sign in plain_label(own)) > _MORE

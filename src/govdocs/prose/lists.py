"""Lists of figures in a sentence: what belongs to them, and whether they claim to be complete."""

from __future__ import annotations

import re

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.reading import TextReading

OPEN = re.compile(r"等|主要|例如|比如|譬如|包括|含|部分|重点|之一|尤其|特别是")
ENDS_LIST = re.compile(
    r"低于|小于|控制在|[未没不](?:有)?(?:超|突破)|^[；;](?![^，。；]*其中)[^，。；]*总(?:产量|量|额|数|值|面积)"
)
"""Words that end a list: a limit, or another whole behind a semicolon."""
_OTHER_MATTER = re.compile(
    r"(?:(?:[低高]于|[未不]超过?|控制在)[^，。；\d]{0,6}(?:限额|上限|限定额度)|到位|带动|拉动|撬动|结余|剩余|仍余|吸引|节约|实现|累计|完成|新增|获批"
    r"|调整后的?(?:全年|年度)?预算数?|调整为|总投资|总投入|投资总额|资金总额|(?:^|[，；、：]|已|实际|累计|当年|共|完成)(?:支出|支付|拨付|使用|执行))(?:了|为|达到|达|约|到| )*$"
)
_TAIL = 10
_RATE_OF_IT = re.compile(r"的(?:比例|比重)?(?:为|达到?)? *$")
_REST_UNTOLD = re.compile(
    r"[^，。；、\d]{0,4}[，、；]?(?:其余|其他|其它|剩余|余下|不足|缺口|差额|另有|另外|此外)[^。；\d]*(?:[。；]|$)"
)
_COMPARED = re.compile(
    r"(?:比|较|同比|与|同)(?:上年|去年|前年|同期|上期|上月|上一?年度?|年初|(?:年初|调整|全年)?预算|(?:19|20)\d\d *年)[^，。；、结余\d]{0,8}$"
)
_GAP = re.compile(
    r"(?:[低高少多大小]于|超出|超过|相差)[^，。；、\d]{0,8}(?:限额|上限|目标|计划|预算|任务|平均|标准|概算|指标)[^，。；、\d]{0,3}$"
)
"""No whole: how far an amount is from what limits it."""
_DONE = re.compile(r"(?:完成|达到?|为)(?:年初|调整|全年)*(?:预算|计划|目标|任务)[^，。；\d]{0,4}$")
_BUDGETED = re.compile(r"(?:预算|计划|概算|指标)(?:安排|数|金?额)[^，。；\d]{0,4}$")
_SEPARATOR = re.compile(r"[、，；：,;:。和与及]")


def sentence_figures(reading: TextReading) -> list[list[ProseFigure]]:
    """The measures of a text, sentence by sentence; a new list each time."""
    return [list(figures) for figures in reading.by_sentence]


def can_be_part(figure: ProseFigure) -> bool:
    """Tell whether a figure can be one of the parts of a sum by its own role."""
    return figure.sort is Sort.MEASURE and figure.role in {Role.PLAIN, Role.TOTAL}


def has_untold_rest(text: str, end: int) -> bool:
    """Tell whether a list that ends at ``end`` leaves a rest without a figure: …，其余为社会资本。"""
    return _REST_UNTOLD.match(text, end) is not None


def is_held_against(
    reading: TextReading, figure: ProseFigure, following: ProseFigure | None
) -> bool:
    """Tell whether a figure is only what another is measured by: 完成预算25亿元的101%, 比上年17亿元增收."""
    if following is not None and (following.is_rate or following.kind == "倍"):
        between = reading.folded[figure.span[1] : following.span[0]].removeprefix(figure.noun)
        if _RATE_OF_IT.fullmatch(between):
            return True
    before = reading.folded[max(0, figure.span[0] - 20) : figure.span[0]]
    return figure.role is Role.PLAIN and _COMPARED.search(before) is not None


def is_budget_of_result(reading: TextReading, part: ProseFigure, whole: ProseFigure) -> bool:
    """Tell whether a figure is a budget and the one it might be a part of a result: 支出28万元，其中维护费预算数32万元."""
    ends = (part.span[0], whole.span[0])
    planned, whole_planned = (_BUDGETED.search(reading.folded[max(0, e - 16) : e]) for e in ends)
    return planned is not None and whole_planned is None and "预算" not in whole.measure


def last_amount(reading: TextReading, before: list[ProseFigure]) -> ProseFigure | None:
    """The last amount that nothing else is only held against: 1800万元，较上年的2000万元减少200万元."""
    for at, figure in reversed(list(enumerate(before))):
        if figure.role in {Role.GROWTH, Role.DIFFERENCE, Role.SHARE}:
            continue
        following = before[at + 1] if at + 1 < len(before) else None
        if at and (is_held_against(reading, figure, following) or _is_gap(reading, figure)):
            continue
        if figure.is_rate and _DONE.search(reading.folded, 0, figure.span[0]):
            continue  # 支出决算8.77万元，完成预算的39.86%，其中: the amount is divided
        usable = figure.sort is Sort.MEASURE and not figure.is_rate and figure.role is not Role.EACH
        return figure if usable and figure.unit is not None else None
    return None


def _is_gap(reading: TextReading, figure: ProseFigure) -> bool:
    """Tell whether a figure is what lies between a whole and what it is held against: 余额42亿元，低于限额16亿元."""
    return _GAP.search(reading.folded[max(0, figure.span[0] - 16) : figure.span[0]]) is not None


def same_thing(first: ProseFigure, second: ProseFigure) -> bool:
    """Tell whether two figures count in one kind, and nothing says that they count different things."""
    if first.kind != second.kind or first.unit is None:
        return False
    return not (first.noun and second.noun and first.noun != second.noun)


def without_attributes(reading: TextReading, figures: list[ProseFigure]) -> list[ProseFigure]:
    """Leave out figures that only describe the next one (13项认证343项): no mark stands between."""
    kept: list[ProseFigure] = []
    for at, figure in enumerate(figures):
        following = figures[at + 1] if at + 1 < len(figures) else None
        between = "" if following is None else reading.folded[figure.span[1] : following.span[0]]
        if following is None or _SEPARATOR.search(between) or following.kind != figure.kind:
            kept.append(figure)
    return kept


def another_matter(text: str) -> bool:
    """Tell whether the words before a figure leave the list (已支出, 带动, 到位)."""
    return _OTHER_MATTER.search(text[-_TAIL:]) is not None

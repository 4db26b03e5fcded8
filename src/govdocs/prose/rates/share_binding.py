"""What a share in a sentence is of and what it is of it: the name before 占, the row it stands in, the whole told before."""

from __future__ import annotations

import re
from itertools import pairwise

from govdocs.prose.explained import is_rate_of
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.list_heads import head_of_list
from govdocs.prose.reading import TextReading
from govdocs.prose.words.likeness import common_stretch

_OF = re.compile(
    r"占(?!比|地)到?([^，。；：\d]{2,30}?)(?:的)?(?:比例|比重|份额)?(?:为|达到|达|的|到|约| )*$"
)
_OF_FUNDS = re.compile(r"资金|财政|补助|经费|投资|安排|投入|下达")
_MUCH = 3
_TO_NEXT = re.compile(r" *(?:[、和与及：:,，]|以及)+ *")
_NAME = re.compile(
    r"(?P<name>[^，。；：、()（）\d]{2,16}?)(?:的|所|仅|约|只|分别|各)?(?:占|比重|比例|份额)"
)
_NO_NAME = re.compile(
    r"^(?:其中|所|分别|各自?|均|约|仅|只|合计|共计|共|二者|两者|三者|两项|三项|其|前者|后者|同比|资金|金额|数量|人数|户数)*$"
)


def in_row(reading: TextReading, figures: list[ProseFigure], at: int) -> bool:
    """Tell whether a percentage is one of a row (50%、30%和20%), which binds in order and not to the nearest."""
    row = figures[max(0, at - 1) : at + 2]
    return any(
        a.is_rate and b.is_rate and _TO_NEXT.fullmatch(reading.folded[a.span[1] : b.span[0]])
        for a, b in pairwise(row)
    )


def named_part(
    reading: TextReading, figures: list[ProseFigure], at: int, words: str
) -> ProseFigure | None:
    """The amount that the words before 占 name; the nearest one where they name none."""
    amounts = [
        f for f in figures[:at]
        if f.sort is Sort.MEASURE and f.role in {Role.PLAIN, Role.TOTAL} and not f.is_rate and f.unit is not None
    ]  # fmt: skip
    if amounts and not re.search(r"\d", amounts[-1].text):  # 二类村占45%: the name itself
        behind = reading.folded[amounts[-1].span[1] :][:1]
        if behind not in set("，、；："):
            words = amounts.pop().text + words
    if not amounts:
        return None
    found = _NAME.search(re.split(r"[，；。：（(]", words)[-1])
    name = found["name"].removeprefix("其中") if found else ""
    if not name or _NO_NAME.match(name):
        head = head_of_list(figures[:at]) if _OF.search(words) else None
        return amounts[-1] if head is None else figures[head]
    among = found is not None and found["name"].startswith("其中")
    exactly = [
        f for f in amounts
        # 结余310万元，其中公用经费结余占: what is divided is not the part named
        if _bears(reading, f, name, loosely=False) and not (among and _is_wider(reading, f, name))
    ]  # fmt: skip
    if among and not exactly and _is_wider(reading, amounts[-1], name):
        return None
    if exactly:
        return amounts[-1] if amounts[-1] in exactly else exactly[0] if len(exactly) == 1 else None
    return amounts[-1] if _bears(reading, amounts[-1], name, loosely=True) else None


def _is_wider(reading: TextReading, figure: ProseFigure, name: str) -> bool:
    """Tell whether a name says more than the words of an amount and ends with them: 公用经费结余 of 结余."""
    own = _own_words(reading, figure)
    name = re.sub(r"[^\w]", "", name)
    return len(own) > 1 and name != own and name.endswith(own)


def _own_words(reading: TextReading, figure: ProseFigure) -> str:
    before = [f.span[1] for f in reading.figures if f.span[1] <= figure.span[0]]
    start = max([reading.layout.clause_starts[figure.clause], *before])
    return re.sub(r"[^\w]|其中", "", reading.folded[start : figure.span[0]])


def _bears(reading: TextReading, figure: ProseFigure, name: str, *, loosely: bool) -> bool:
    """Tell whether the words before a figure, back to the one before it, are the given name or hold it."""
    own = _own_words(reading, figure)
    name = re.sub(r"[^\w]", "", name)
    if loosely:
        return common_stretch(own, name) >= _MUCH
    short = [_OF_FUNDS.sub("", words) for words in (own, name)]
    if min(map(len, short)) > 1:
        own, name = short
    return len(own) > 1 and (own in name or name in own)


def whole_of_share_before(
    reading: TextReading, sentences: list[list[ProseFigure]], number: int, at: int
) -> tuple[bool, ProseFigure | None]:
    """Whether a share before a bare 占 names its whole, and the one amount that share is true of.

    …占支付总额的90%；二类费用280万元，占10%: both are shares of one whole.
    """
    figures = sentences[number]
    for place in range(at - 1, 0, -1):
        share = figures[place]
        if share.role is not Role.SHARE:
            continue
        words = reading.folded[max(0, share.span[0] - 40) : share.span[0]]
        named = _OF.search(words)
        if named is None or len(re.sub(r"[^一-龥]", "", named[1])) < 2:
            return False, None
        part = figures[place - 1]
        earlier = [f for row in sentences[max(0, number - 2) : number] for f in row] + figures[
            : place - 1
        ]
        wholes = {
            f.value: f for f in earlier
            if f.kind == part.kind and f.sort is Sort.MEASURE and is_rate_of(part.interval, f.interval, share)
        }  # fmt: skip
        return True, next(iter(wholes.values())) if len(wholes) == 1 else None
    return False, None

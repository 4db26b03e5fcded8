"""Words around a figure that make it a bound: 约, 近, 超过, 余, 以上."""

from __future__ import annotations

import re

from govdocs.model.quantity import Bound

_BEFORE = re.compile(
    r"(?:(?P<about>(?:大约|约)(?:为|达|占|有)?|接近|将近|近|上下)|(?P<more>超过|超出|超|突破|逾|大于|多于|高于|>|＞)"
    r"|(?P<least>不少于|不低于|不小于|大于等于|至少|≥|>=|＞=|最低)"
    r"|(?P<most>不超过|不高于|不大于|不多于|小于等于|至多|≤|<=|最高|最多|上限为?)"
    r"|(?P<less>不足|不到|少于|低于|小于|未满|<|＜)) *(?:人民币)? *$"
)
_NOT_BOUND = re.compile(r"(?:附近|最近|邻近|临近|合约|节约|制约|预约|签约|契约|条约|公约|集约) *$")
_AFTER = re.compile(
    r" *(?:(?P<least>（含）以上|及以上|以上)|(?P<most>（含）以下|及以下|以下|以内|之内)|(?P<about>左右|上下))"
)
_NAMES = {
    "about": Bound.ABOUT,
    "more": Bound.MORE,
    "least": Bound.AT_LEAST,
    "most": Bound.AT_MOST,
    "less": Bound.LESS,
}
WINDOW = 8
"""How many characters before a figure can hold a bound word."""


def bound_of(text: str, start: int, end: int, *, middle: bool) -> Bound:
    """Return how the words around ``text[start:end]`` bound it; ``middle`` says that 余 or 多 stands in it."""
    if middle:
        return Bound.MORE
    after = _AFTER.match(text, end)
    if after is not None and after.lastgroup is not None:
        return _NAMES[after.lastgroup]
    head = text[max(0, start - WINDOW) : start]
    before = _BEFORE.search(head)
    if before is not None and before.lastgroup is not None and not _NOT_BOUND.search(head):
        return _NAMES[before.lastgroup]
    return Bound.EXACT

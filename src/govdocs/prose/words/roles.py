"""What part a figure plays, from the words right before it."""

from __future__ import annotations

import re

from govdocs.model.units import PERCENT, POINT, Unit
from govdocs.prose.figure import Role

_FILL = r"(?:了|率|幅度|幅|额|速度|为|达到|达|约|近|超过|超|高达|分别|：|:| )*$"
UP = r"多收|多支|多缴|增长|增加|上升|提高|提升|增幅|增速|涨幅|(?<!就业|创业)增收|增支|上涨|扩大|多出?|增"
DOWN = r"少收|少支|少缴|下降|减少|降低|回落|下滑|减幅|降幅|缩减|压减|减收|减支|缩短|减|降|少"
_UP = re.compile(rf"(?:{UP}){_FILL}")
_DOWN = re.compile(rf"(?:{DOWN}){_FILL}")
_BARE_GROWTH = re.compile(r"(?:同比|环比)(?:为|达到|达|约| )*$")
_TO = re.compile(r"(?:到|至|为) *$")
_NEW = re.compile(r"新增(?:加|了)?[^，。；]*$")
_SHARE = re.compile(r"(?:占(?!用|地|道)|占比|比重|比例|份额)[^，。；：]*$")
_TAKEN_OFF = re.compile(r"(?:[审核]减|节[约支能减])率(?:为|达到|达|约|：|:| )*$")
"""What was taken off in percent of what there was: no growth between two years."""
_EACH = re.compile(
    r"(?:(?<!计)各|(?<!计)均|人均|户均|平均|每[一-龥]{1,6}|单价|标准)(?:分别|给予|补助|补贴|奖励|奖补|安排|支持|发放|贴息|拨付|资助|人民币|资金|为|是|按|约| )*$"
)
_TARGET = re.compile(
    r"(?:目标|计划|预计|预期|拟|力争|指标值|设定|上限|最高|不超过|应达|需达|确保|争取|将|要求|应当|不得)"
)
_TOTAL = re.compile(
    r"(?:共计|合计|总计|总共|共|总额|总量|总数|总金额|总规模|总投资)"
    r"(?:为|达到|达|约|近|超过|有|安排|下达|拨付|支出|投入|发放|资金|金额|人民币|获得|：|:| )*$"
)


def role_of(before: str, unit: Unit | None) -> tuple[Role, int]:
    """Return the role of a figure and the sign of a change (−1 for 下降), from the text before it.

    ``before`` is the clause up to the figure, or up to the figure before it.
    """
    kind = unit.kind if unit else ""
    change = kind in {PERCENT, POINT}
    if kind == PERCENT and _SHARE.search(before):
        return Role.SHARE, 1
    if kind == PERCENT and _TAKEN_OFF.search(before):
        return Role.PLAIN, 1
    if not _TO.search(before) or change:
        down = _DOWN.search(before)
        if down or _UP.search(before) or (change and _BARE_GROWTH.search(before)):
            if not change and _NEW.search(before):
                return Role.PLAIN, 1
            sign = -1 if down else 1
            return (Role.GROWTH if change else Role.DIFFERENCE), sign
    if _EACH.search(before):
        return Role.EACH, 1
    if _TARGET.search(before):
        return Role.TARGET, 1
    if _TOTAL.search(before):
        return Role.TOTAL, 1
    return Role.PLAIN, 1

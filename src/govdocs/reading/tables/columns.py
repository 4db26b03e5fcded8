"""Columns: the words of the head above them, their unit, what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from govdocs.model.units import KNOWN, Unit, unit_of
from govdocs.reading.paper import Cell

_BRACKETED = re.compile(r"[（(\[【](?P<words>[^（()）\[\]【】]{1,16})[)）\]】]")
_AFTER_COLON = re.compile(r"(?:单位)[:：](?P<words>.{1,8})$")
_MONEY_UNITS = re.compile(r"(?:千|万|百万|千万|亿)?(?:元|美元)$")
_MONEY_HEAD = re.compile(
    r"资金|金额|经费|拨付|拨款|下达|投资|补助(?!人|户|对象)|补贴(?!人|户|对象)|支出"
)
_PEOPLE = re.compile(r"(?:人口|人数)(?:小计|合计)?$")
_RATE_HEAD = re.compile(
    r"(?:率|比例|占比|比重|增幅|增速|进度|完成(?:年初|年度|全年|当年|调整后?)的?预算)$"
)
_COUNTS = frozenset(
    [
        "家",
        "个",
        "户",
        "人",
        "人次",
        "项",
        "份",
        "分",
        "亩",
        "吨",
        "次",
        "公里",
        "台",
        "套",
        "栋",
        "幢",
        "座",
        "处",
        "所",
        "张",
        "床",
        "辆",
        "件",
        "条",
        "场",
        "期",
        "间",
        "村",
        "盏",
        "口",
        "班",
        "篇",
        "册",
        "株",
        "头",
        "只",
        "批",
        "宗",
        "起",
        "笔",
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column: ``heading`` holds the head cells above it from top to bottom, without white space.

    ``unit`` is what the head states for it (（万元）, %), None where it states none.
    """

    index: int
    heading: tuple[str, ...]
    unit: Unit | None
    name: str = field(init=False)
    """All words of the head, units in brackets left out."""
    last: str = field(init=False)
    """The lowest words of the head, what stands in brackets left out."""

    def __post_init__(self) -> None:
        plain = [_without_units(words) for words in self.heading]
        object.__setattr__(self, "name", "".join(plain))
        object.__setattr__(self, "last", plain[-1] if plain else "")

    @property
    def full(self) -> str:
        """All words of the head as printed."""
        return "".join(self.heading)


@lru_cache(maxsize=4096)
def _without_units(words: str) -> str:
    return _BRACKETED.sub("", words)


def column_of(index: int, above: list[Cell], table_unit: str) -> Column:
    """Make the column under the head cells ``above``; ``table_unit`` is the caption's."""
    heading: list[str] = []
    for cell in above:
        words = cell.plain
        if words and (not heading or heading[-1] != words):
            heading.append(words)
    unit = next((u for words in reversed(heading) if (u := unit_in(words))), None)
    if unit is None and table_unit:
        unit = _from_caption(table_unit, "".join(heading))
    return Column(index, tuple(heading), unit)


def unit_in(words: str) -> Unit | None:
    """The unit that a head states in brackets or behind 单位：; None for none."""
    for pattern in (_BRACKETED, _AFTER_COLON):
        for match in pattern.finditer(words):
            found = match["words"].removeprefix("单位").lstrip(":：")
            if found in KNOWN or found in _COUNTS:
                return unit_of(found)
    return unit_of("%") if re.search(r"[%％]$", words) else None


def _from_caption(stated: str, heading: str) -> Unit | None:
    """A caption's money unit binds money columns; a list of units (万元、%) binds none by itself."""
    units = re.split(r"[、，/]", stated)
    if len(units) == 2 and _MONEY_UNITS.fullmatch(units[1]) and _MONEY_HEAD.search(heading):
        units.reverse()  # 户、万元: the columns of money
    if not units or not _MONEY_UNITS.search(units[0]):
        return unit_of(units[0]) if len(units) == 1 and units[0] in KNOWN else None
    if _PEOPLE.search(heading):
        return unit_of("人") if "人" in units else None
    if _RATE_HEAD.search(heading) and {"%", "％"} & set(units):
        return unit_of("%")
    if re.search(
        r"率|比例|占比|比重|增幅|增长(?!额)|[%％]|进度$|期限|年限|户数|家数|人数|个数|数量|序号|得分|分值|权重|排名",
        heading,
    ):
        return None
    return unit_of(units[0])

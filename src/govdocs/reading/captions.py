"""What stands right above a table and belongs to it: its number, title and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from govdocs.model.units import KNOWN
from govdocs.reading.paper import Block, Paragraph, Table

_NUMBER = re.compile(
    r"(?:续?附?表) *(?P<number>\d+(?:[-－—–.]\d+)*|[一二三四五六七八九十]{1,3})(?![\d年月个项家])[ 　:：、.．]*(?P<title>[^。；]{0,60})$"
)
_BARE = re.compile(r"(?P<number>\d+[-－—–]\d+)[ 　]*(?P<title>[^。；\d][^。；]{2,50}表)$")
_TITLE = re.compile(
    r"[^。；：，]{2,45}(?:表|一览|明细|汇总|统计|清单|分布|构成|情况|对比)(?:[（(][^（）()]{1,20}[）)])?$"
)
_UNIT = re.compile(
    r"(?:金额|计量|计价|货币)?单位 *[:：] *(?P<unit>[^\s，。；）)]{1,12}(?:[、，][^\s，。；）)：:]{1,8})?)"
)
_CLOSING = re.compile(
    r"[（(](?:金额|计量|计价|货币)?单位 *[:：] *(?P<unit>(?:亿|万|千)?元|人|户|亩|个)[)）]$"
)
"""The unit at the end of the sentence that announces a table: 各项目情况如下（单位：万元）："""
_BENEATH = re.compile(
    r" *(?:(?:注|备注|说明) *[:：]?)?[^。]{0,20}(?:金额|资金|表中|计量|货币|以上)[^。；]{0,6}单位 *(?:均|都)?(?:为|是|[:：])? *[“\"]?(?P<unit>(?:亿|万|千)?元)(?![/／一-龥])"
)
"""The unit that a note beneath a table states: 注：表中金额单位为万元。"""
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Caption:
    """What words above a table say; empty where they say nothing."""

    number: str = ""
    title: str = ""
    unit: str = ""


def caption_of(text: str) -> Caption | None:
    """Read one line above a table; None where it does not belong to it."""
    words = text.strip().strip("　").rstrip("：:")
    unit = unit_stated(words)
    rest = _UNIT.sub("", words).strip(" 　（()）") if unit else words
    numbered = _NUMBER.match(rest) or _BARE.match(rest)
    if numbered is not None:
        number = re.sub(r"[－—–]", "-", numbered["number"])
        return Caption(number, numbered["title"].strip(), unit)
    if unit and len(words) <= 60:
        return Caption("", rest if _TITLE.match(rest) else "", unit)
    if _TITLE.match(words):
        return Caption("", words, "")
    closing = _CLOSING.search(words)
    return Caption("", "", closing["unit"]) if closing is not None else None


def unit_stated(text: str) -> str:
    """The unit that 单位： states; empty for none (实施单位： names an office)."""
    found = _UNIT.search(text)
    if found is None:
        return ""
    before = text[: found.start()].rstrip(" 　")
    unit = found["unit"]
    if not before.endswith(("（", "(")) and re.search(r"[一-龥]$", before.rstrip("，, 　")):
        apart = before != text[: found.start()]  # 资金情况表 单位：万元, not 实施单位：某公司
        if not apart or any(one not in KNOWN for one in re.split(r"[、，/]", unit)):
            return ""
    return unit if re.search(r"[元人户个家项%％亩吨米]", unit) and len(unit) <= 12 else ""


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give every table the number, title and unit that stand above it or in its first row."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        made.append(_captioned(block, blocks, at) if isinstance(block, Table) else block)
    return tuple(made)


def _captioned(table: Table, blocks: Sequence[Block], at: int) -> Table:
    number = title = unit = ""
    caption: Paragraph | None = None
    for block in reversed(blocks[max(0, at - _BEFORE) : at]):
        if isinstance(block, Table) or table.depth:
            break
        found = caption_of(block.full)
        if found is None or (number and found.number):
            break
        unit = unit or found.unit
        if found.number or found.title:
            if not number and (found.number or not title):
                title = found.title if found.number or not title else title
                number, caption = found.number, block
            if number:
                break
    for row in table.rows[:3]:
        cells = {id(cell): cell for cell in row if cell is not None and cell.plain}
        stated = next((u for c in cells.values() if (u := unit_stated(c.text))), "")
        unit = unit or stated
        inside = caption_of(next(iter(cells.values())).text) if len(cells) == 1 else None
        if inside is not None:
            number, title = number or inside.number, title or inside.title
    if not unit and not table.depth:
        unit = _unit_beneath(blocks, at)
    return replace(table, number=number, title=title, unit=unit, caption=caption)


def _unit_beneath(blocks: Sequence[Block], at: int) -> str:
    """The unit of money that the note right beneath a table states; empty for none."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    found = _BENEATH.match(following.full) if isinstance(following, Paragraph) else None
    return found["unit"] if found is not None else ""

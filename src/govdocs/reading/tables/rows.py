"""Rows: what they are called, and whether they are items, subtotals, totals or 其中 lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from govdocs.reading.paper import Cell


class RowKind(StrEnum):
    """What a row is to the sum of its column."""

    ITEM = "项"
    SUBTOTAL = "小计"
    TOTAL = "合计"
    AMONG = "其中"
    RATE = "比率"
    """A row of rates beneath rows of amounts (比上年增长, 占比); it adds up with none of them."""


_TOTAL = re.compile(
    r"(?:[一-龥“”\"]{0,12}(?:总合计|合计|总计|共计)|总分|总得分|总和|(?:年度|预算|项目)?资金总额|总预算数|年度资金总额)"
    r"(?:[（(][^（()）]{0,12}[)）])?[:：]?"
)
_SUBTOTAL = re.compile(r"[^。；]{0,16}小计(?:[（(][^（()）]{0,12}[)）])?[:：]?|分计")
_AMONG = re.compile(r"(?:[（(]?\d?[)）]?)?其中[:：]?.*")
_RATES = re.compile(
    r"(?:增长率?|增幅|增速|增减率|增减幅度|占比|比重|比例|所占份额|执行率|完成率|支付率|进度|构成)(?:[（(][%％][)）])?[:：]?$|[（(][%％][)）]$"
)
_ORDER = (
    (1, re.compile(r"[一二三四五六七八九十]{1,3}[、.]")),
    (2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    (3, re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))")),
    (4, re.compile(r"[（(]\d{1,2}[）)]")),
    (4, re.compile(r"\d{1,2}[.．]\d{1,2}(?![\d.])")),
    (5, re.compile(r"\d{1,2}(?:[.．]\d{1,2}){2,3}")),
)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One data row: ``index`` in the grid, ``labels`` the cells that name it, left to right."""

    index: int
    labels: tuple[Cell, ...]
    kind: RowKind
    level: int = 0
    """The level of a typed number before the name (一、 is 1) or of a code, 0 for none."""
    code: str = ""
    """The code of the row where the table is ordered by codes (20502), else empty."""

    @property
    def label(self) -> str:
        """The name of the row: its right-most label, without white space."""
        return self.labels[-1].plain if self.labels else ""


def kind_of(labels: tuple[Cell, ...]) -> RowKind:
    """Tell a row's kind by its labels."""
    texts = [cell.plain for cell in labels]
    if any(_SUBTOTAL.fullmatch(text) for text in texts):
        return RowKind.SUBTOTAL
    if any(_TOTAL.fullmatch(text) for text in texts):
        return RowKind.TOTAL
    if any(_AMONG.fullmatch(text) for text in texts):
        return RowKind.AMONG
    return RowKind.ITEM


def is_rate_row(label: str) -> bool:
    """Tell whether a row's name says that it holds rates of other rows."""
    return _RATES.search(label) is not None


def level_of(label: str) -> int:
    """The level of the typed number before a row's name; 0 for none."""
    return next((level for level, pattern in _ORDER if pattern.match(label)), 0)


def level_of_number(number: str) -> int:
    """The level of a number that stands alone in its cell (一, （一）, 1, 1.1); 0 for none."""
    return level_of(f"{number}、x") or level_of(number)

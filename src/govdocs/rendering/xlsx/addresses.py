"""Cell addresses: letters and numbers of a sheet, both counted from 1 as Excel shows them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\Z")


@lru_cache(maxsize=4096)
def letters(column: int) -> str:
    """Write column 28 as ``AB``."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(maxsize=4096)
def column_number(text: str) -> int:
    """Read ``AB`` as column 28."""
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number


def split_cell(address: str) -> tuple[int, int]:
    """Read ``C7`` as (row 7, column 3); ValueError where the text is no cell address."""
    found = _CELL.match(address)
    if found is None:
        raise ValueError(address)
    return int(found[2]), column_number(found[1])


def cell_name(row: int, column: int) -> str:
    """Write row 7, column 3 as ``C7``."""
    return f"{letters(column)}{row}"


class Box(NamedTuple):
    """A rectangle of cells, all four edges included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = cell_name(self.top, self.left)
        if self.top == self.bottom and self.left == self.right:
            return first
        return f"{first}:{cell_name(self.bottom, self.right)}"


def read_box(text: str) -> Box:
    """Read ``B5:C8`` or ``B5``; whole rows and columns reach to the sheet's edge."""
    first, _, last = text.replace("$", "").partition(":")
    last = last or first
    if first.isdigit():
        return Box(int(first), 1, int(last), LAST_COLUMN)
    if first.isalpha():
        return Box(1, column_number(first), LAST_ROW, column_number(last))
    top, left = split_cell(first)
    bottom, right = split_cell(last)
    return Box(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def read_boxes(sqref: str) -> list[Box]:
    """Read a list such as ``B5:C8 E5``."""
    return [read_box(part) for part in sqref.split()]

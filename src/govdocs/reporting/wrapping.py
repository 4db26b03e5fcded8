"""Breaking Chinese text into lines of a terminal: by width, numbers whole, stops not in front."""

from __future__ import annotations

import re

_UNITS = re.compile(r"[0-9A-Za-z_./\\\-+%:\[\]]+|\s+|.", re.DOTALL)
"""What stays on one line: a figure, a word, a path, a single character."""
_NOT_FIRST = frozenset("，。；：、！？）》”’】〕％%…,.;:)]}")
_NOT_LAST = frozenset("（《“‘【〔([{")


def wrapped(text: str, width: int) -> list[str]:
    """Break ``text`` into lines of at most ``width`` columns, a Chinese character being two.

    A word longer than a line is cut; line breaks of the text stay. An empty text is one line.
    """
    from rich.cells import cell_len

    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for unit in _UNITS.findall(paragraph):
            if cell_len(line) + cell_len(unit) <= width:
                line += unit
                continue
            line, carried = _carried(line, unit)
            if line:
                lines.append(line.rstrip())
            line = carried.lstrip()
            while cell_len(line) > width:
                head = _fitting(line, width)
                lines.append(head)
                line = line[len(head) :]
        lines.append(line.rstrip())
    return lines


def _carried(line: str, unit: str) -> tuple[str, str]:
    """Take along what must not end a line, or what a stop must stand behind."""
    at = len(line)
    if unit[0] in _NOT_FIRST and line:
        at -= 1
    while at > 0 and line[at - 1] in _NOT_LAST:
        at -= 1
    return (line, unit) if at == 0 else (line[:at], line[at:] + unit)


def _fitting(text: str, width: int) -> str:
    from rich.cells import cell_len

    end = 1
    while end < len(text) and cell_len(text[: end + 1]) <= width:
        end += 1
    return text[:end]

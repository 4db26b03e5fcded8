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
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, width)]


def _lines(paragraph: str, width: int) -> list[str]:
    from rich.cells import cell_len

    lines: list[str] = []
    line: list[str] = []
    for unit in _UNITS.findall(paragraph):
        if cell_len("".join(line)) + cell_len(unit) > width:
            line, carried = _broken(line, unit)
            if line:
                lines.append("".join(line).rstrip())
            rest = "".join(carried).lstrip()
            while cell_len(rest) > width:
                head = _fitting(rest, width)
                lines.append(head)
                rest = rest[len(head) :]
            line = _UNITS.findall(rest)
        else:
            line.append(unit)
    return [*lines, "".join(line).rstrip()]


def _broken(line: list[str], unit: str) -> tuple[list[str], list[str]]:
    """Take along what must not end a line, and the word that a stop must stand behind."""
    at = len(line)
    while at > 0 and (line[at - 1][-1] in _NOT_LAST or (line[at:] or [unit])[0][0] in _NOT_FIRST):
        at -= 1
    return (line, [unit]) if at == 0 else (line[:at], [*line[at:], unit])


def _fitting(text: str, width: int) -> str:
    from rich.cells import cell_len

    end = 1
    while end < len(text) and cell_len(text[: end + 1]) <= width:
        end += 1
    return text[:end]

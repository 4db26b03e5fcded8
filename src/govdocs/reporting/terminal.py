"""Reports on the screen: coloured and wrapped at a terminal, bare lines in a pipe or a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs.reporting.lines import Line, Tone, report_lines, summary_line
from govdocs.reporting.report import Report, Rules
from govdocs.reporting.wrapping import wrapped

if TYPE_CHECKING:
    from rich.console import Console

_STYLES: dict[Tone, str] = {
    "plain": "",
    "title": "bold",
    "heading": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "quiet": "dim",
    "good": "bold green",
    "fault": "bold magenta",
}
_WIDEST = 100
"""Columns of text; wider lines of Chinese are hard to follow with the eye."""
_ROOMY = 60
"""From here on lines hang under the start of their text."""
_LEAST = 20
"""A terminal may be narrower; text is still set in so many columns."""


def reports_text(reports: Sequence[Report], rules: Rules, *, quiet: bool = False) -> str:
    """Return the reports as plain text, one line a statement, for pipes, files and logs."""
    return "".join(f"{_plain(line)}\n" for line in _lines(reports, rules, quiet))


def write_reports(
    console: Console, reports: Sequence[Report], rules: Rules, *, quiet: bool = False
) -> None:
    """Write the reports to ``console``: with colours and wrapped where it is a terminal."""
    if not console.is_terminal:
        console.file.write(reports_text(reports, rules, quiet=quiet))
        return
    width = max(_LEAST, min(console.width, _WIDEST))
    for line in _lines(reports, rules, quiet):
        _write(console, line, width)


def _lines(reports: Sequence[Report], rules: Rules, quiet: bool) -> list[Line]:
    lines: list[Line] = []
    for report in reports:
        if lines and not quiet:
            lines.append(Line())
        lines.extend(report_lines(report, rules, quiet=quiet))
    if len(reports) > 1:
        lines.append(summary_line(list(reports)))
    return lines


def _plain(line: Line) -> str:
    text = line.text.replace("\n", " ")
    return f"{'  ' * line.indent}{line.mark}{text}".rstrip()


def _write(console: Console, line: Line, width: int) -> None:
    from rich.text import Text

    style = _STYLES[line.tone]
    rest_style = "" if line.mark and line.tone not in {"quiet", "fault"} else style
    first, *rest = _set(line, width)
    at = len(first) - len(first.lstrip()) + len(line.mark.strip())
    head = Text(first[:at], style=style)
    head.append(first[at:], style=rest_style)
    for text in (head, *(Text(row, style=rest_style) for row in rest)):
        console.print(text, soft_wrap=True, highlight=False)


def _set(line: Line, width: int) -> list[str]:
    """Break a line into rows; they hang under the text's start where the terminal has room."""
    from rich.cells import cell_len

    if width < _ROOMY:
        margin = " " * line.indent
        rows = wrapped(line.mark.lstrip() + line.text, width - line.indent)
        return [margin + row for row in rows]
    head = "  " * line.indent + line.mark
    indent = " " * cell_len(head)
    rows = wrapped(line.text, width - len(indent))
    return [head + rows[0], *(indent + row for row in rows[1:])]

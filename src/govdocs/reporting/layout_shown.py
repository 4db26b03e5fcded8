"""A check of layout on the screen, and the corrected copy that the user asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from govdocs.filing.layout_run import (
    CheckedLayout,
    check_layouts,
    house_style_of,
    layout_rules_by_code,
    write_fixed,
)
from govdocs.reporting.formats import Format, reports_as
from govdocs.reporting.report import exit_code
from govdocs.reporting.terminal import write_reports
from govdocs.writing.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class LayoutCall:
    """One call of ``govdocs check --layout``; with ``fix`` the corrected copy goes to ``out``."""

    files: tuple[Path, ...]
    form: Format
    out: Path | None
    quiet: bool
    house_style: Path | None
    fix: bool


def show_layout(call: LayoutCall) -> int:
    """Hold the letters against the standard, show what they do not keep, return the exit code.

    Raises InputError with the problems of all files that cannot be read.
    """
    from rich.console import Console

    console = Console(highlight=False, markup=False, soft_wrap=True)
    style = house_style_of(call.house_style)
    checked: tuple[CheckedLayout, ...]
    if call.fix:
        left, lines = write_fixed(call.files, call.out, style)
        checked = (left,)
        for line in lines:
            console.print(line)
    else:
        checked = check_layouts(call.files, style)
    reports = [one.report for one in checked]
    rules = layout_rules_by_code()
    if call.form is Format.TEXT and (call.fix or call.out is None):
        write_reports(console, reports, rules, quiet=call.quiet)
    else:
        text = reports_as(call.form, reports, rules, quiet=call.quiet, root=Path.cwd())
        if call.out is None or call.fix:
            console.file.write(text)
        else:
            write_atomically(call.out, text.encode(), inputs=list(call.files))
            console.print(f"已写入 {call.out}。")
    return exit_code(*(one.result for one in checked))

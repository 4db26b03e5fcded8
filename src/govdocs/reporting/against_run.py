"""A check against the case on the screen: every difference, and how much was compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.comparing.against.rules import RULES
from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.case_work import case_work
from govdocs.reporting.formats import Format, reports_as
from govdocs.reporting.place_text import place_text
from govdocs.reporting.report import Report, Rules, exit_code
from govdocs.reporting.terminal import write_reports
from govdocs.writing.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class AgainstCall:
    """One call of ``govdocs check 文件... --against 案卷``."""

    files: tuple[Path, ...]
    case: Path
    form: Format
    out: Path | None
    quiet: bool
    templates: tuple[Path, ...]


def against_rules() -> Rules:
    """The rules of differences by code."""
    return {rule.code: rule for rule in RULES}


def show_against(call: AgainstCall) -> int:
    """Hold the files against the case, show what differs, and return the exit code.

    Raises InputError with the problems of all files that cannot be held.
    """
    from rich.console import Console

    held = hold_all(call.files, call.case, call.templates)
    reports = [Report(str(file), one.result) for file, one in zip(call.files, held, strict=True)]
    rules = against_rules()
    console = Console(
        highlight=False, markup=False, stderr=call.out is None and call.form is not Format.TEXT
    )
    if call.out is None and call.form is Format.TEXT:
        write_reports(console, reports, rules, quiet=call.quiet)
    else:
        text = reports_as(call.form, reports, rules, quiet=call.quiet, root=Path.cwd())
        if call.out is None:
            Console(highlight=False, markup=False, soft_wrap=True).file.write(text)
        else:
            write_atomically(call.out, text.encode(), inputs=[*call.files, call.case])
            console.print(f"已写入 {call.out}。")
    for file, one in zip(call.files, held, strict=True):
        console.print(compared_text(str(file), one), soft_wrap=True)
    return exit_code(*(report.result for report in reports))


def hold_all(
    files: Sequence[Path], case: Path, templates: Sequence[Path]
) -> tuple[HeldDocument, ...]:
    """Hold every file against the case; InputError with the problems of all."""
    held: list[HeldDocument] = []
    problems: list[Problem] = []
    with case_work(case) as work:
        for file in files:
            try:
                held.append(hold_document(work, file, templates))
            except GovdocsError as error:
                problems.extend(error.problems)
        if problems:
            raise InputError(problems)
    return tuple(held)


def compared_text(file: str, one: HeldDocument) -> str:
    """Say which paper a document was held against, and how many of its values were found."""
    held = one.held
    text = f"{file} 对照案卷的“{held.paper}”：案卷在其中印出 {held.values} 处数据，对上位置 {held.found} 处"
    if held.unread:
        places = "、".join(place_text(place) for place in held.unread[:5])
        text += f"；{len(held.unread)} 处读不出内容，没有比较：{places}"
    return f"{text}。"

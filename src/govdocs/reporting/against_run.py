"""A check against the case on the screen: every difference, and how much was compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.comparing.against.rules import RULES
from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.by_labels import hold_by_labels
from govdocs.filing.by_names import hold_by_names
from govdocs.filing.case_work import CaseWork, case_work
from govdocs.filing.comparison_comments import comment_deviations, target_refused
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.reporting.formats import Format, reports_as
from govdocs.reporting.place_text import place_text
from govdocs.reporting.report import Report, Rules, exit_code
from govdocs.reporting.terminal import write_reports
from govdocs.reporting.word_comments import CommentedDocx
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
    comments: Path | None = None


def against_rules() -> Rules:
    """The rules of differences by code."""
    return {rule.code: rule for rule in RULES}


def show_against(call: AgainstCall) -> int:
    """Hold the files against the case, show what differs, and return the exit code.

    Raises InputError with the problems of all files that cannot be held.
    """
    from rich.console import Console

    _hold_comments(call)
    held = hold_all(call.files, call.case, call.templates)
    copy = None
    if call.comments is not None:
        copy = comment_deviations(
            held[0].document, held[0].data, held[0].result.findings, against_rules()
        )
    reports = [
        Report(str(file), one.result, one.document.remarks)
        for file, one in zip(call.files, held, strict=True)
    ]
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
    if copy is not None and call.comments is not None:
        write_atomically(call.comments, copy.data, inputs=[*call.files, call.case])
        console.print(written_text(call.comments, copy), soft_wrap=True)
    for file, one in zip(call.files, held, strict=True):
        console.print(compared_text(str(file), one), soft_wrap=True)
    return exit_code(*(report.result for report in reports))


def _hold_comments(call: AgainstCall) -> None:
    if call.comments is None:
        return
    refused = target_refused(call.comments)
    if len(call.files) > 1:
        details = {"count": str(len(call.files))}
        refused = Problem("check.comments_of_many", details=details)
    if refused is not None:
        raise InputError([refused])


def written_text(target: Path, copy: CommentedDocx) -> str:
    """Say where the copy with comments stands and how many it has."""
    here = len(copy.comments) - len(copy.on_title)
    loose = f"，另有 {len(copy.on_title)} 处找不到位置，批注在标题上" if copy.on_title else ""
    return f"已写入 {target}：{here} 处批注{loose}。"


def hold_all(
    files: Sequence[Path], case: Path, templates: Sequence[Path]
) -> tuple[HeldDocument, ...]:
    """Hold every file against the case; InputError with the problems of all."""
    held: list[HeldDocument] = []
    problems: list[Problem] = []
    with case_work(case) as work:
        for file in files:
            try:
                held.append(_held(work, file, templates))
            except GovdocsError as error:
                problems.extend(error.problems)
        if problems:
            raise InputError(problems)
    return tuple(held)


def _held(work: CaseWork, file: Path, templates: Sequence[Path]) -> HeldDocument:
    """Hold a paper of the case word by word, a document of another look by its labels."""
    try:
        return hold_document(work, file, templates)
    except InputError as error:
        if [problem.code for problem in error.problems] != ["against.no_paper"]:
            raise
        if isinstance(work.subject.stated, EvaluationCase):
            return hold_by_names(work.subject, file)
        try:
            return hold_by_labels(work.subject, file)
        except InputError:
            raise error from None


def compared_text(file: str, one: HeldDocument) -> str:
    """Say which paper a document was held against, and how many of its values were found."""
    held = one.held
    if held.paper:
        text = f"{file} 对照案卷的“{held.paper}”：案卷在其中印出 {held.values} 处数据，对上位置 {held.found} 处"
    else:
        text = f"{file} 不是按本案卷的模板生成的，只按栏目名称对照了 {held.found} 处内容，其余（包括正文）没有比较"
    if held.unread:
        places = "、".join(place_text(place) for place in held.unread[:5])
        text += f"；{len(held.unread)} 处读不出内容，没有比较：{places}"
    return f"{text}。"

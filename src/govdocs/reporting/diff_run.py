"""One call of ``govdocs diff``: compared, put into words, shown or written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.filing.comparison_comments import comment_deviations, target_refused
from govdocs.filing.diff import FileDiff, diff_files
from govdocs.reporting.against_run import written_text
from govdocs.reporting.diff_report import diff_html, diff_json, diff_text
from govdocs.reporting.formats import DiffFormat
from govdocs.writing.atomic import write_atomically

_WRITERS: dict[DiffFormat, Callable[[FileDiff], str]] = {
    DiffFormat.TEXT: diff_text,
    DiffFormat.JSON: diff_json,
    DiffFormat.HTML: diff_html,
}


def run_diff(
    former: Path,
    latter: Path,
    form: DiffFormat,
    out: Path | None,
    templates: Sequence[Path],
    comments: Path | None = None,
) -> tuple[str, str]:
    """Compare two files; return what goes to the screen, and what is told beside it.

    ``comments`` gets a copy of the Word file with each change as a comment where it stands; of
    two Word files it is the latter. Raises InputError ``diff.no_word`` where neither side is a
    document, and what writing comments raises; nothing is written then.
    """
    refused = None if comments is None else target_refused(comments)
    if refused is not None:
        raise InputError([refused])
    diff = diff_files(former, latter, templates)
    text, told = _WRITERS[form](diff), ""
    copy = None
    if comments is not None:
        found = diff.deviations
        if found is None:
            raise InputError([Problem("diff.no_word", details={"name": latter.name})])
        rules = {rule.code: rule for rule in found.rules}
        copy = comment_deviations(found.document, found.data, found.findings, rules)
    if out is not None:
        write_atomically(out, text.encode(), inputs=[former, latter])
        text = f"已写入 {out}。\n"
    if copy is not None and comments is not None:
        write_atomically(comments, copy.data, inputs=[former, latter])
        told = f"{written_text(comments, copy)}\n"
    return text, told

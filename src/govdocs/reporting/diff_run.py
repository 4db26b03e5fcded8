"""One call of ``govdocs diff``: compared, put into words, shown or written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from govdocs.filing.diff import FileDiff, diff_files
from govdocs.reporting.diff_report import diff_html, diff_json, diff_text
from govdocs.reporting.formats import DiffFormat
from govdocs.writing.atomic import write_atomically

_WRITERS: dict[DiffFormat, Callable[[FileDiff], str]] = {
    DiffFormat.TEXT: diff_text,
    DiffFormat.JSON: diff_json,
    DiffFormat.HTML: diff_html,
}


def run_diff(
    former: Path, latter: Path, form: DiffFormat, out: Path | None, templates: Sequence[Path]
) -> str:
    """Compare two files; return what goes to the screen, the changes or where they were written."""
    text = _WRITERS[form](diff_files(former, latter, templates))
    if out is None:
        return text
    write_atomically(out, text.encode(), inputs=[former, latter])
    return f"已写入 {out}。\n"

"""The files that a check writes: the report, and the paper with comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.filing.check_run import Checked, commented
from govdocs.place import FilePlace
from govdocs.writing.atomic import write_atomically


def write_results(
    cases: Sequence[Checked],
    text: str,
    out: Path | None,
    comments: Path | None,
    own_templates: Sequence[Path],
) -> list[str]:
    """Write ``text`` to ``out`` and the commented paper to ``comments``; return what was written.

    Everything is made before the first file is written. Raises InputError
    ``check.comments_of_many`` (details: count) and ``check.comments_not_docx`` (details: name),
    and what a build and a write raise.
    """
    inputs = [case.file for case in cases]
    lines: list[str] = []
    files: list[tuple[Path, bytes]] = []
    if comments is not None:
        _hold(cases, comments)
        made = commented(cases[0], own_templates)
        files.append((comments, made.data))
        here = len(made.comments) - len(made.on_title)
        at_title = (
            f"，另有 {len(made.on_title)} 条所涉内容没有印出，批注在标题上" if made.on_title else ""
        )
        lines.append(f"已写入 {comments}：{here} 处批注{at_title}。")
    if out is not None:
        files.append((out, text.encode()))
        lines.append(f"已写入 {out}。")
    for path, data in files:
        write_atomically(path, data, inputs=inputs)
    return lines


def _hold(cases: Sequence[Checked], comments: Path) -> None:
    if len(cases) > 1:
        details = {"count": str(len(cases))}
        raise InputError([Problem("check.comments_of_many", details=details)])
    if comments.suffix.lower() != ".docx":
        details = {"name": comments.name}
        raise InputError([Problem("check.comments_not_docx", FilePlace(str(comments)), details)])

"""What ``govdocs preview`` shows: the files it wrote, and what spoils the look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from govdocs.rendering.preview import preview
from govdocs.reporting.problem_text import render_problems


def preview_lines(
    file: Path, folder: Path, *, pictures: bool, dots_per_inch: int, seconds: float
) -> Iterator[str]:
    """Draw the pages of ``file`` into ``folder`` and tell what was written; errors as ``preview``."""
    done = preview(file, folder, pictures=pictures, dots_per_inch=dots_per_inch, seconds=seconds)
    yield f"已生成 {done.pdf}"
    if done.pictures:
        yield f"已生成 {len(done.pictures)} 页图片：{done.pictures[0]} 等"
    if done.warnings:
        yield render_problems(done.warnings)

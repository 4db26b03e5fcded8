"""What ``govdocs read`` shows: how much was read, what is missing, what was left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from govdocs.errors import Problem
from govdocs.filing.read_in import read_into
from govdocs.reporting.problem_text import render_problems

MOST_SHOWN = 20
_LONGEST = 50


def read_lines(
    files: Sequence[Path], target: Path, *, force: bool, tags: bool = False
) -> Iterator[str]:
    """Read ``files`` into a case at ``target`` and tell what came of it; errors as ``read_into``."""
    read = read_into(files, target, force=force, tags=tags)
    yield f"已写入 {target}：读到 {read.values} 处内容，各值后注明了在原文件中的位置。"
    if read.tagged and tags:
        yield f"正文 {read.tagged} 段中与数据一致的数字已写成标签，印出的文字不变。"
    elif read.tagged:
        yield f"正文 {read.tagged} 段中有与数据一致的数字，可改用标签，写法在各段上方的注释里（加 --tags 直接写入）。"
    if read.missing:
        yield "还缺以下必填内容，补齐后才能生成文件："
        yield render_problems(read.missing)
    if read.left:
        shown = [
            Problem("reading_in.left", item.place,
                    {"text": _short(item.text), "why": f"（{item.why}）" if item.why else ""})
            for item in read.left[:MOST_SHOWN]
        ]  # fmt: skip
        yield f"有 {len(read.left)} 处没有放进案卷，已列在文件末尾："
        yield render_problems(shown)
        if len(read.left) > MOST_SHOWN:
            yield f"（只显示前 {MOST_SHOWN} 处）"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

"""``govdocs preview``: the pages of a Word or Excel file as PDF and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def preview(
    file: Annotated[Path, typer.Argument(metavar="文件", help="要预览的 .docx 或 .xlsx 文件")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="目录", help="输出目录；不写则与文件同目录"),
    ] = None,
    pictures: Annotated[
        bool, typer.Option("--pictures/--no-pictures", help="除 PDF 外每页另存一张 PNG")
    ] = True,
    dpi: Annotated[
        int, typer.Option("--dpi", min=30, max=600, metavar="数字", help="图片清晰度")
    ] = 100,
    seconds: Annotated[
        float, typer.Option("--seconds", min=1, metavar="秒", help="最多等待的时间")
    ] = 120.0,
) -> None:
    """用 LibreOffice 把文件排成页面，存为 PDF 和 PNG。"""
    from govdocs.reporting.preview_run import preview_lines

    folder = file.parent if out is None else out
    for line in preview_lines(file, folder, pictures=pictures, dots_per_inch=dpi, seconds=seconds):
        typer.echo(line)

"""``govdocs diff``: what changed between two cases, a case and a document, or two documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govdocs.reporting.formats import DiffFormat


def diff(
    former: Annotated[
        Path, typer.Argument(metavar="原件", help="案卷，或 Word、Excel 文件：改动以前的")
    ],
    latter: Annotated[
        Path, typer.Argument(metavar="现件", help="案卷，或 Word、Excel 文件：改动以后的")
    ],
    form: Annotated[
        DiffFormat, typer.Option("--format", help="text 文字，json 供其他程序读取，html 网页")
    ] = DiffFormat.TEXT,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="文件", help="写入文件；不给则显示在屏幕上"),
    ] = None,
    comments: Annotated[
        Path | None,
        typer.Option(
            "--comments",
            metavar="文件.docx",
            help="另存一份 Word 文件，各处改动批注在所在的格或句上",
        ),
    ] = None,
    templates: Annotated[
        list[Path] | None,
        typer.Option("--templates", metavar="目录", help="本单位模板目录，先于自带模板"),
    ] = None,
) -> None:
    """列出两份文件之间改了什么：数字在前，附差额和增减幅度；文字在后。"""
    from govdocs.reporting.diff_run import run_diff

    text, told = run_diff(former, latter, form, out, templates or [], comments)
    typer.echo(text, nl=False)
    if told:
        typer.echo(told, nl=False, err=True)

"""``govdocs read``: finished papers become a new case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def read(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="文件...",
            help="公文、附件、评价报告、自评表（.docx、.xlsx），或它们所在的文件夹，可以多个",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="案卷.yaml", help="写入的新案卷")],
    tags: Annotated[
        bool,
        typer.Option("--tags", help="正文中与数据一致的数字直接写成标签；不给则只在注释里提示"),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
) -> None:
    """把已有的公文和附表读成案卷，每个值注明在原文件中的位置。"""
    from govdocs.reporting.read_run import read_lines

    for line in read_lines(files, out, force=force, tags=tags):
        typer.echo(line)

"""``govdocs new``: a case file to fill in, or an existing case in the other form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="要新建的 .yaml 或 .xlsx 文件")],
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="CASE", help="照已有案卷（.yaml 或 .xlsx）写出，内容不变"),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="案卷种类：绩效自评（默认）或 重点绩效评价"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
) -> None:
    """新建带说明的空白案卷，或把已有案卷转成另一种文件。"""
    from govdocs.intake.new import new_case_file

    for path in new_case_file(file, source, kind=kind, force=force):
        typer.echo(f"已写出：{path}")

"""``govdocs schema``: the JSON Schema of a case file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govdocs.errors import InputError, Problem


def schema(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="写到文件；不指定则在屏幕上显示"),
    ] = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help="案卷种类：绩效自评（默认）或 重点绩效评价"),
    ] = "绩效自评",
) -> None:
    """输出案卷文件的 JSON Schema，供 VS Code 补全和解释字段。"""
    from govdocs.intake.schema import schema_text
    from govdocs.model.any_case import KINDS
    from govdocs.writing.atomic import write_atomically

    if kind not in KINDS:
        details = {"given": kind, "known": "、".join(KINDS)}
        raise InputError([Problem("intake.unknown_kind", details=details)])
    if output is None:
        typer.echo(schema_text(kind), nl=False)
        return
    write_atomically(output, schema_text(kind).encode())
    typer.echo(f"已写出：{output}")

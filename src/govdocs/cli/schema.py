"""``govdocs schema``: the JSON Schema of a case file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="写到文件；不指定则在屏幕上显示"),
    ] = None,
) -> None:
    """输出案卷文件的 JSON Schema，供 VS Code 补全和解释字段。"""
    from govdocs.intake.schema import schema_text
    from govdocs.writing.atomic import write_atomically

    if output is None:
        typer.echo(schema_text(), nl=False)
        return
    write_atomically(output, schema_text().encode())
    typer.echo(f"已写出：{output}")

"""``govdocs templates``: which templates there are, what they may use, whether they are sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govdocs.cli.chinese_help import ChineseCommand, ChineseGroup

templates_app = typer.Typer(
    cls=ChineseGroup, no_args_is_help=True, help="查看模板、可用字段，检查改过的模板。"
)

_Folders = Annotated[
    list[Path] | None, typer.Option("--templates", metavar="目录", help="本单位模板目录")
]


@templates_app.command("list", cls=ChineseCommand)
def list_(templates: _Folders = None) -> None:
    """列出将会使用的模板文件。"""
    from govdocs.reporting.template_list import template_lines

    for line in template_lines(templates or []):
        typer.echo(line)


@templates_app.command(cls=ChineseCommand)
def fields(
    search: Annotated[str, typer.Argument(metavar="查找", help="字段名或中文名中的字")] = "",
) -> None:
    """列出模板中可以使用的全部字段、筛选器和写法。"""
    from govdocs.reporting.template_list import field_lines

    for line in field_lines(search):
        typer.echo(line)


@templates_app.command(cls=ChineseCommand)
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="模板...", help="要检查的模板；不写则检查全部")
    ] = None,
    templates: _Folders = None,
) -> None:
    """不用数据，检查模板的标签、字段和样式。"""
    from govdocs.reporting.template_list import check_lines

    lines, sound = check_lines(files or [], templates or [])
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if sound else 2)

"""The table of commands; each command is a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from govdocs import __version__
from govdocs.cli.build import build
from govdocs.cli.check import check
from govdocs.cli.chinese_help import ChineseCommand, ChineseGroup
from govdocs.cli.diff import diff
from govdocs.cli.new import new
from govdocs.cli.preview import preview
from govdocs.cli.read import read
from govdocs.cli.rollup import rollup_app
from govdocs.cli.rules import rules
from govdocs.cli.schema import schema
from govdocs.cli.templates import templates_app

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="用一份数据填制公文和附表，并在报送前指出不一致之处。",
    epilog="退出码：0 已完成、无待处理问题；1 已完成、有必错问题；2 输入或写法有误、未写出文件；3 程序自身出错。",
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"govdocs {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本后退出", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """用一份数据填制公文和附表，并在报送前指出不一致之处。"""


for command in (new, read, build, check, diff, rules, preview, schema):
    app.command(cls=ChineseCommand)(command)
app.add_typer(rollup_app, name="rollup")
app.add_typer(templates_app, name="templates")

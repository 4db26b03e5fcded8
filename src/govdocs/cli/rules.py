"""``govdocs rules``: the list of rules, the page of one, or all pages written out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def rules(
    code: Annotated[
        str | None, typer.Argument(metavar="[规则]", help="规则代号，如 F101；不给则列出全部规则")
    ] = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="目录", help="把全部规则说明页写到该目录")
    ] = None,
) -> None:
    """列出校验规则，或说明一条规则：查什么、为什么、怎样改、怎样说明。"""
    from govdocs.checks.registry import all_rules
    from govdocs.filing.rule_book import own_document_rules, page_of, write_pages
    from govdocs.layout import layout_rules
    from govdocs.reporting.rule_page import rule_list

    if write is not None:
        typer.echo(f"已写出 {write_pages(write)} 页：{write}")
    elif code is not None:
        typer.echo(page_of(code), nl=False)
    else:
        typer.echo(rule_list(all_rules()), nl=False)
        typer.echo("\n只用于定稿文件（govdocs check 报告.docx）：")
        typer.echo(rule_list(own_document_rules()), nl=False)
        typer.echo("\n公文版式（govdocs check --layout 报告.docx）：")
        typer.echo(rule_list(layout_rules()), nl=False)

"""``govdocs check``: what does not agree, before it is filed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govdocs.errors import InputError, Problem
from govdocs.reporting.formats import Format


def check(
    targets: Annotated[
        list[Path],
        typer.Argument(
            metavar="文件...",
            help="案卷（.yaml、.xlsx），或定稿的 Word、Excel 文件（报告.docx），可以多个",
        ),
    ],
    form: Annotated[
        Format, typer.Option("--format", help="text 文字，json、sarif 供其他程序读取，html 网页")
    ] = Format.TEXT,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="文件", help="写入文件；不给则显示在屏幕上"),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="只显示各级问题的条数")] = False,
    comments: Annotated[
        Path | None,
        typer.Option(
            "--comments", metavar="文件.docx", help="另存一份 Word 文件，各问题批注在所在的格或句上"
        ),
    ] = None,
    templates: Annotated[
        list[Path] | None,
        typer.Option(
            "--templates", metavar="目录", help="批注和对照用的本单位模板目录，先于自带模板"
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="案卷", help="把定稿文件与生成它的案卷逐处对照"),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="与 --against 合用：列出改动，逐条确认后写回案卷")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "--all", "-y", help="写回时不再询问，列出的全部写回")
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept", metavar="项", help="只写回这一项：序号、字段或名称；可以给多个，不再询问"
        ),
    ] = None,
    layout: Annotated[
        bool, typer.Option("--layout", help="按 GB/T 9704-2012 检查定稿公文的版式")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="与 --layout 合用：把改好版式的副本写入 -o 文件")
    ] = False,
    house_style: Annotated[
        Path | None,
        typer.Option("--house-style", metavar="文件", help="本单位认可的字体、行距等（.toml）"),
    ] = None,
) -> None:
    """指出案卷或定稿文件中不一致之处：在哪里、为什么、怎样改。"""
    for asked, option in ((layout or fix, "--layout"), (update, "--update")):
        if asked and comments is not None:
            raise InputError([Problem("check.comments_elsewhere", details={"option": option})])
    if layout or fix:
        from govdocs.reporting.layout_shown import LayoutCall, show_layout

        layout_call = LayoutCall(tuple(targets), form, out, quiet, house_style, fix)
        raise typer.Exit(show_layout(layout_call))
    if against is not None:
        from govdocs.reporting.against_run import AgainstCall, show_against

        own = tuple(templates or ())
        call = AgainstCall(tuple(targets), against, form, out, quiet, own, comments)
        if update or accept:
            from govdocs.reporting.update_run import show_update

            raise typer.Exit(show_update(call, None if yes else _ask_item, accept or ()))
        raise typer.Exit(show_against(call))
    if update or accept:
        raise InputError([Problem("against.update_alone")])
    from govdocs.filing.check_run import check_targets, rules_for
    from govdocs.filing.check_writing import write_results
    from govdocs.reporting.formats import reports_as
    from govdocs.reporting.report import exit_code

    cases = check_targets(targets)
    reports = [case.report for case in cases]
    rules = rules_for(cases)
    if out is not None or comments is not None:
        text = reports_as(form, reports, rules, quiet=quiet, root=Path.cwd())
        for line in write_results(cases, text, out, comments, templates or []):
            typer.echo(line, err=True)
    if out is None and form is Format.TEXT:
        from rich.console import Console

        from govdocs.reporting.terminal import write_reports

        write_reports(Console(highlight=False, markup=False), reports, rules, quiet=quiet)
    elif out is None:
        text = reports_as(form, reports, rules, root=Path.cwd())
        typer.echo(text.encode(), nl=False)
    raise typer.Exit(exit_code(*(case.result for case in cases)))


def _ask_item(text: str) -> str:
    """Ask for one item until the answer is one of the four."""
    while True:
        answer = str(typer.prompt(f"{text} [y 写/n 不写/a 余下全写/q 到此为止]", default="n"))
        if (letter := answer.strip().lower()[:1]) in {"y", "n", "a", "q"}:
            return letter

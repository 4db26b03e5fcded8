"""``govdocs build``: cases become folders of papers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def build(
    cases: Annotated[
        list[Path], typer.Argument(metavar="案卷...", help="案卷文件（.yaml 或 .xlsx），可以多个")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="目录", help="输出目录，每个案卷一个子目录")
    ] = Path("out"),
    templates: Annotated[
        list[Path] | None,
        typer.Option("--templates", metavar="目录", help="本单位模板目录，先于自带模板"),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="个数", help="同时办理的案卷数")
    ] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="只显示汇总")] = False,
) -> None:
    """校验、填制、合成案卷的全部文件，写入 输出目录/案卷名。"""
    from govdocs.reporting.build_run import show_builds

    raise typer.Exit(show_builds(cases, out, templates or [], jobs, quiet=quiet))

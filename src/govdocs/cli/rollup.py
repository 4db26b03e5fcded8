"""``govdocs rollup``: forms handed out, taken in and added up; figures explained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from govdocs.cli.chinese_help import ChineseCommand, ChineseGroup


class RollupGroup(ChineseGroup):
    """A group whose own name means its main command: ``govdocs rollup 表格... -o 汇总.yaml``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take anything that is no command's name and no call for help as files to roll up."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["files", *args]
        return super().parse_args(ctx, args)


rollup_app = typer.Typer(
    cls=RollupGroup,
    no_args_is_help=True,
    help="逐级汇总：下发表格（new），汇总所填表格（直接写文件或文件夹），说明来源（explain）。",
    epilog="汇总：govdocs rollup 文件夹 -o 汇总.yaml --case 案卷.yaml --units 单位名单.yaml",
)


@rollup_app.command("new", cls=ChineseCommand)
def new(
    case: Annotated[Path, typer.Argument(metavar="案卷", help="含资金、目标和指标的案卷")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件夹", help="表格写入的文件夹")],
    units: Annotated[
        Path, typer.Option("--units", "-u", metavar="名单", help="单位名单（.yaml 或 .xlsx）")
    ],
    force: Annotated[bool, typer.Option("--force", help="覆盖文件夹中已有的同名表格")] = False,
) -> None:
    """按案卷给名单中每个填报单位生成一份 Excel 表格。"""
    from govdocs.reporting.rollup_run import show_handing_out

    raise typer.Exit(show_handing_out(case, out, units, force=force))


@rollup_app.command("files", cls=ChineseCommand, hidden=True)
def files(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="表格...", help="所填表格、下级汇总结果，或其文件夹")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="文件", help="汇总结果，如 汇总.yaml")
    ],
    case: Annotated[
        Path | None, typer.Option("--case", "-c", metavar="案卷", help="下发时所用的案卷")
    ] = None,
    units: Annotated[
        Path | None, typer.Option("--units", "-u", metavar="名单", help="单位名单，用于核对缺报")
    ] = None,
    top: Annotated[
        str, typer.Option("--for", metavar="单位", help="只汇总名单中这个单位的下级")
    ] = "",
    book: Annotated[
        Path | None, typer.Option("--book", metavar="文件", help="汇总工作簿；不写则与结果同名")
    ] = None,
    levels: Annotated[
        Path | None, typer.Option("--levels", metavar="文件夹", help="另写出各中间单位的汇总结果")
    ] = None,
    weight: Annotated[
        str, typer.Option("--weight", metavar="权数", help="全年预算数 或 全年执行数")
    ] = "全年预算数",
    policy: Annotated[
        str, typer.Option("--policy", metavar="口径", help="严格、标准或宽松")
    ] = "标准",
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule", metavar="代号=处理", help="单独规定一种情形，如 missing_unit=停止汇总"
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, metavar="个数", help="进程数；0 为全部处理器")
    ] = 0,
    cluster: Annotated[
        str, typer.Option("--cluster", metavar="地址", help="Dask 集群地址，如 tcp://主机:8786")
    ] = "",
    state: Annotated[
        Path | None,
        typer.Option("--state", metavar="文件", help="读取进度；不写则为结果旁的 .汇总.进度"),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="只显示汇总情况")] = False,
) -> None:
    """汇总所填表格。"""
    from govdocs.reporting.rollup_run import RollupCall, show_rollup

    raise typer.Exit(
        show_rollup(
            RollupCall(
                tuple(inputs),
                out,
                case,
                units,
                top,
                book,
                levels,
                weight,
                policy,
                tuple(rule or ()),
                jobs,
                cluster,
                state,
                quiet,
            )
        )
    )


@rollup_app.command("explain", cls=ChineseCommand)
def explain(
    result: Annotated[Path, typer.Argument(metavar="汇总结果", help="govdocs rollup 写出的文件")],
    figure: Annotated[str, typer.Argument(metavar="指标", help="指标或资金项目的名称")],
) -> None:
    """说明一个汇总数由哪些单位的哪些单元格、按什么权数得来。"""
    from govdocs.reporting.rollup_explained import explanation_text

    typer.echo(explanation_text(result, figure))


@rollup_app.command("kinds", cls=ChineseCommand)
def kinds(
    case: Annotated[Path, typer.Argument(metavar="案卷", help="YAML 案卷")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件", help="写有建议的副本")],
) -> None:
    """把汇总方式的建议作为注释写进案卷的副本，供逐条确认。"""
    from govdocs.reporting.rollup_run import show_kinds

    raise typer.Exit(show_kinds(case, out))

"""A roll-up on the screen: progress, what was met, findings, coverage, where the result is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govdocs.errors import InputError, Problem
from govdocs.finding import CheckResult, Level

if TYPE_CHECKING:
    from rich.console import Console

    from govdocs.rollup.run import RollupOptions, RollupRun
    from govdocs.rollup.taking_in.take_in import Step


@dataclass(frozen=True, slots=True)
class RollupCall:
    """The command line's words, as they were typed."""

    inputs: tuple[Path, ...]
    out: Path
    case: Path | None
    units: Path | None
    top: str
    book: Path | None
    levels: Path | None
    weight: str
    policy: str
    rules: tuple[str, ...]
    jobs: int
    cluster: str
    state: Path | None
    quiet: bool


def show_rollup(call: RollupCall) -> int:
    """Roll up, show what was met and write the result; 1 where error-level findings are open."""
    from rich.console import Console

    from govdocs.rollup.result.former_output import refuse_to_replace
    from govdocs.rollup.result.write_result import write_result
    from govdocs.rollup.run import roll_up

    console = Console(highlight=False, markup=False)
    book = call.book or call.out.with_suffix(".xlsx")
    options = _options(call, book)
    refuse_to_replace((call.out, book))
    with _progress(console) as step:
        run = roll_up(call.inputs, options, step)
    inputs = tuple(
        path
        for path in (*call.inputs, call.case, call.units)
        if path is not None and path.is_file()
    )
    written = write_result(run, call.out, book=book, levels=call.levels, inputs=inputs)
    _show(console, run, quiet=call.quiet)
    for path in (written.case, written.book, *written.levels):
        if path is not None:
            console.print(f"已写入 {path}", soft_wrap=True)
    return 1 if any(f.level is Level.ERROR for f in run.findings) else 0


def _options(call: RollupCall, book: Path) -> RollupOptions:
    from govdocs.rollup.adding_up.weights import Weight
    from govdocs.rollup.policy import read_policy
    from govdocs.rollup.run import RollupOptions
    from govdocs.rollup.taking_in.take_in import Spread
    from govdocs.rollup.unit_list_file import load_unit_list

    if call.weight not in list(Weight):
        raise InputError(
            [
                Problem(
                    "rollup.bad_policy",
                    None,
                    {"what": "权数", "given": call.weight, "known": "、".join(Weight)},
                )
            ]
        )
    changes = {code: word for code, _, word in (rule.partition("=") for rule in call.rules)}
    state = call.state or call.out.with_name(f".{call.out.stem}.进度")
    leave = tuple(
        path for path in (call.out, book, call.case, call.units, state) if path is not None
    )
    return RollupOptions(
        case=call.case,
        units=load_unit_list(call.units) if call.units else None,
        top=call.top,
        weight=Weight(call.weight),
        policy=read_policy(call.policy, changes),
        spread=Spread(call.jobs, call.cluster),
        state=state,
        leave=leave,
    )


@contextmanager
def _progress(console: Console) -> Iterator[Step]:
    if not console.is_terminal:
        yield lambda _done, _of: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("读取"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)


def _show(console: Console, run: RollupRun, *, quiet: bool) -> None:
    from govdocs.reporting.report import Report
    from govdocs.reporting.rollup_findings import rollup_rules
    from govdocs.reporting.rollup_met import met_lines
    from govdocs.reporting.terminal import write_reports

    if not quiet:
        for line in met_lines(run.met):
            console.print(line, soft_wrap=True)
        if run.findings:
            report = Report(f"{run.record.unit}汇总", CheckResult(run.findings))
            write_reports(console, [report], rollup_rules())
    for line in summary_lines(run):
        console.print(line, soft_wrap=True)


def summary_lines(run: RollupRun) -> Iterator[str]:
    """Yield the coverage of a run: units in, missing, values left out, the weight."""
    record = run.record
    listed = f"名单 {record.listed} 个单位，" if record.listed is not None else ""
    cached = f"（其中 {run.cached} 个上次已读）" if run.cached else ""
    yield f"读取 {run.files} 个文件{cached}；{listed}计入 {len(record.units)} 个，缺报 {len(record.missing)} 个。"
    if record.missing:
        yield f"缺报：{'、'.join(f'{u.name}（{u.reason}）' for u in record.missing)}"
    filled = [f for f in record.figures if f.path.startswith("indicators")]
    partly = [f for f in filled if f.value is not None and (f.blank or f.left_out)]
    blank = [f for f in filled if f.value is None]
    yield (
        f"{len(filled)} 项指标：{len(filled) - len(partly) - len(blank)} 项各单位齐全，"
        f"{len(partly)} 项有单位空白或未计入，{len(blank)} 项没有单位填报；明细见工作簿“覆盖情况”。"
    )
    if record.left_out:
        yield f"未计入内容 {len(record.left_out)} 处，原文和原因见工作簿“未计入内容”。"
    yield f"相对值和定性指标按{record.weight}加权；执行率为ΣB÷ΣA。"


def show_handing_out(case: Path, folder: Path, units: Path, *, force: bool) -> int:
    """Hand out the forms and say what was written; 0."""
    from rich.console import Console

    from govdocs.rollup.handing_out.hand_out import hand_out
    from govdocs.rollup.unit_list_file import load_unit_list

    done = hand_out(case, folder, load_unit_list(units), force=force)
    console = Console(highlight=False, markup=False)
    console.print(
        f"已在 {done.folder} 写出 {len(done.files)} 份表格，表式版本 {done.version}。",
        soft_wrap=True,
    )
    console.print(
        f"收回后汇总：govdocs rollup {done.folder} -o 汇总.yaml --case {case} --units {units}",
        soft_wrap=True,
    )
    return 0


def show_kinds(case: Path, out: Path) -> int:
    """Write the copy with the proposed kinds and say how many there are; 0."""
    from rich.console import Console

    from govdocs.rollup.kind_comments import with_kind_comments
    from govdocs.writing.atomic import write_atomically

    text, count = with_kind_comments(case)
    write_atomically(out, text.encode("utf-8"), inputs=[case])
    Console(highlight=False, markup=False).print(
        f"{count} 项指标没有写汇总方式，建议已作为注释写入 {out}。", soft_wrap=True
    )
    return 0

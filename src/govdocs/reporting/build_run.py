"""A build on the screen: progress, what was found, where the papers are, one table at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from govdocs.reporting.report import Report, counts, exit_code

if TYPE_CHECKING:
    from rich.console import Console

    from govdocs.filing.batch import Job


def show_builds(
    files: Sequence[Path], out: Path, templates: Sequence[Path], jobs: int, *, quiet: bool
) -> int:
    """Build the cases, show each, and return the exit code of the run.

    3 where the program broke, 2 where a case could not be used, 1 where error-level findings
    stand open, else 0.
    """
    from rich.console import Console

    from govdocs.filing.batch import build_cases

    # Lines are broken by the terminal alone, so that a pipe gets whole lines.
    console = Console(highlight=False, markup=False, soft_wrap=True)
    done: list[Job] = []
    with _progress(console, len(files)) as step:
        for job in build_cases(files, out, templates, jobs):
            done.append(job)
            step(job)
            _show(console, job, quiet=quiet or len(files) > 1)
    if len(files) > 1:
        _summary(console, sorted(done, key=lambda job: job.file))
    return _exit_code(done)


@contextmanager
def _progress(console: Console, total: int) -> Iterator[_Step]:
    if total < 2 or not console.is_terminal:
        yield _Step()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("办理"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)

        class Advance(_Step):
            def __call__(self, job: Job) -> None:
                progress.update(task, advance=1, description=job.file.name)

        yield Advance()


class _Step:
    """Tells the progress bar that a case is done; without a terminal it tells nobody."""

    def __call__(self, job: Job) -> None:
        """Count ``job``."""


def _show(console: Console, job: Job, *, quiet: bool) -> None:
    if job.built is None:
        from govdocs.reporting.problem_text import render_problems

        console.print(f"× {job.file}：没有写出文件", style="bold red")
        console.print(render_problems(job.problems))
        return
    if not quiet:
        from govdocs.checks.registry import all_rules
        from govdocs.reporting.terminal import write_reports

        rules = {rule.code: rule for rule in all_rules()}
        write_reports(console, [Report(str(job.file), job.built.result)], rules)
        console.print(f"已写入 {job.built.folder}：")
        for name in job.built.files:
            console.print(f"  {name}")
    if job.built.remarks:
        from govdocs.reporting.problem_text import render_problems

        console.print(f"{job.file}：打印前请看", style="bold")
        console.print(render_problems(job.built.remarks))


def _summary(console: Console, jobs: Sequence[Job]) -> None:
    from rich.table import Table

    table = Table("案卷", "结果", "必错", "疑似", "提示", "已说明")
    for job in jobs:
        if job.built is None:
            table.add_row(str(job.file), f"未完成（{len(job.problems)}处问题）", *[""] * 4)
            continue
        found = counts([job.built.result])
        numbers = (found.errors, found.warnings, found.notes, found.accepted)
        table.add_row(str(job.file), "已写出", *[str(number) for number in numbers])
    console.print(table)
    failed = sum(1 for job in jobs if job.built is None)
    console.print(f"共 {len(jobs)} 个案卷：{len(jobs) - failed} 个已写出，{failed} 个未完成。")


def _exit_code(jobs: Sequence[Job]) -> int:
    codes = [exit_code(job.built.result) for job in jobs if job.built is not None]
    codes += [3 if job.fault else 2 for job in jobs if job.built is None]
    return max(codes, default=0)

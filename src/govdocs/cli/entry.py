"""Where every call comes in and every failure becomes a Chinese message and an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from glob import glob

import typer

from govdocs.cli.chinese_help import call_problem, name_panels
from govdocs.cli.exit_codes import BAD_INPUT, INTERRUPTED, PROGRAM_FAULT
from govdocs.errors import GovdocsError, ProgramFault


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call and return its exit code; no traceback reaches the user.

    0 done, nothing open · 1 done, error-level findings open · 2 bad input or call, nothing
    written · 3 the program's own fault · 130 interrupted.
    """
    given = _expanded(sys.argv[1:] if arguments is None else arguments)
    if not given:
        given = ["--help"]
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be GBK: what it cannot show becomes ?, never a crash.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    if {"--help", "-h"} & set(given) or len(given) == 1:
        # One word alone may be a group of commands, which answers with its help.
        name_panels()
    # A call is short and keeps nearly all that it makes: looking for rubbish often only costs time.
    gc.set_threshold(100_000, 50, 100)
    from govdocs.cli.app import app

    try:
        code = app(given, prog_name="govdocs", standalone_mode=False)
    except GovdocsError as error:
        return _say_problems(error)
    except typer.TyperException as error:
        typer.echo(call_problem(error), err=True)
        return BAD_INPUT
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("已中止。已办完的案卷保留，正在办理的没有写出文件。", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours, told as such
        return _say_fault(error)
    return code if isinstance(code, int) else 0


def _expanded(arguments: Sequence[str]) -> list[str]:
    """Write out ``cases\\*.yaml``: the Windows command prompt hands patterns on as they are."""
    given: list[str] = []
    for argument in arguments:
        pattern = not argument.startswith("-") and any(mark in argument for mark in "*?")
        found = sorted(glob(argument)) if pattern else []  # noqa: PTH207 - may be absolute
        given += found or [argument]
    return given


def _say_problems(error: GovdocsError) -> int:
    from govdocs.reporting.problem_text import render_problems

    typer.echo(render_problems(error.problems), err=True)
    return PROGRAM_FAULT if isinstance(error, ProgramFault) else BAD_INPUT


def _say_fault(error: Exception) -> int:
    from govdocs.cli.fault_note import write_fault_note

    note = write_fault_note(error)
    typer.echo(
        "govdocs 自身出错，本次没有完成。\n"
        "影响：这不是数据的问题；正在写的文件没有写出，原有文件不变。\n"
        f"处理：请把 {note} 发给维护者（内有出错位置，不含案卷内容）。",
        err=True,
    )
    return PROGRAM_FAULT

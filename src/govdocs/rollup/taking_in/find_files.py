"""Which files of the named folders may be forms, and which are something else."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace
from govdocs.rollup.printable import printable

_FORMS = frozenset(
    {
        ".xlsx",
        ".xlsm",
        ".xltx",
        ".xltm",
        ".xlsb",
        ".xls",
        ".et",
        ".ett",
        ".ods",
        ".fods",
        ".yaml",
        ".yml",
    }
)
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Files to read, in order, a problem that sums up all others, and these others."""

    files: tuple[Path, ...]
    others: tuple[Problem, ...] = ()
    of_other_kinds: tuple[Path, ...] = ()


def find_files(inputs: Iterable[Path], leave: Collection[Path] = ()) -> FoundFiles:
    """Return the files that may be forms; folders are searched to the bottom.

    ``leave`` are the run's own files (list, case, outputs). Locks and hidden files are passed
    over; files of other kinds are counted and the first of them named. InputError
    ``rollup.no_such_input`` for inputs that do not exist, ``rollup.no_input`` for none at all.
    """
    own = {os.path.realpath(path) for path in leave}
    wanted: dict[str, Path] = {}
    others: list[Path] = []
    missing = []
    for given in inputs:
        if given.is_dir():
            found = sorted(path for path in given.rglob("*") if path.is_file())
        elif given.exists():
            found = [given]
        else:
            missing.append(
                Problem("rollup.no_such_input", FilePlace(str(given)), {"name": given.name})
            )
            continue
        for path in found:
            real = os.path.realpath(path)
            if real in own or real in wanted or path.name.startswith((".", "~$")):
                continue
            if path.suffix.lower() in _FORMS or path == given:
                wanted[real] = path
            else:
                others.append(path)
    if missing:
        raise InputError(missing)
    if not wanted:
        raise InputError([Problem("rollup.no_input", None, {"others": str(len(others))})])
    return FoundFiles(tuple(wanted.values()), tuple(_summed_up(others)), tuple(others))


def _summed_up(others: list[Path]) -> list[Problem]:
    if not others:
        return []
    kinds = Counter(path.suffix.lower() or "无后缀" for path in others)
    return [
        Problem(
            "rollup.other_files",
            FilePlace(printable(str(others[0].parent))),
            {
                "count": str(len(others)),
                "kinds": "、".join(f"{kind} {count}个" for kind, count in kinds.most_common(5)),
                "names": printable("、".join(path.name for path in others[:_MOST_NAMED])),
            },
        )
    ]

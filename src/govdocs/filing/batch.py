"""Many cases in one run: one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import GovdocsError, InputError, Problem, ProgramFault
from govdocs.filing.build import Built, build_case
from govdocs.place import FilePlace


@dataclass(frozen=True, slots=True)
class Job:
    """What became of one case: built, or the error that stopped it."""

    file: Path
    built: Built | None = None
    problems: tuple[Problem, ...] = ()
    fault: bool = False


def build_cases(
    files: Sequence[Path], out: Path, own_templates: Sequence[Path] = (), processes: int = 1
) -> Iterator[Job]:
    """Build every case and yield each as it is done; with ``processes`` > 1 side by side.

    Raises InputError ``filing.same_name`` before any work where two cases would write into one
    folder.
    """
    _refuse_one_folder_twice(files)
    if processes <= 1 or len(files) == 1:
        for file in files:
            yield _attempt(file, out, own_templates)
        return
    with ProcessPoolExecutor(max_workers=min(processes, len(files))) as pool:
        waiting = {pool.submit(_attempt, file, out, own_templates): file for file in files}
        for done in as_completed(waiting):
            yield done.result()


def _attempt(file: Path, out: Path, own_templates: Sequence[Path]) -> Job:
    try:
        return Job(file, build_case(file, out, own_templates))
    except GovdocsError as error:
        return Job(file, None, error.problems, isinstance(error, ProgramFault))
    except Exception as error:  # noqa: BLE001 - a fault in one case must not stop the others
        problem = Problem(
            "filing.fault", FilePlace(str(file)), {"error": f"{type(error).__name__}: {error}"}
        )
        return Job(file, None, (problem,), True)


def _refuse_one_folder_twice(files: Sequence[Path]) -> None:
    by_name: dict[str, list[Path]] = {}
    for file in files:
        # Windows folders do not tell upper from lower case.
        by_name.setdefault(file.stem.casefold(), []).append(file)
    problems = [
        Problem("filing.same_name", FilePlace(str(group[1])), {"first": str(group[0])})
        for group in by_name.values()
        if len(group) > 1
    ]
    if problems:
        raise InputError(problems)

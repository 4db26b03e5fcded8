"""All files come in: known content from the state file, the rest read, the result in file order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import Problem
from govdocs.intake import LoadedCase
from govdocs.place import FilePlace
from govdocs.rollup.printable import printable
from govdocs.rollup.taking_in.form_reading import FileReading
from govdocs.rollup.taking_in.read_case_file import read_case_file
from govdocs.rollup.taking_in.read_file import NamedBytes, digest_of
from govdocs.rollup.taking_in.spreading import read_here, read_on_cluster, read_on_cores
from govdocs.rollup.taking_in.state_file import StateFile, renamed

BATCH = 16
FEW = 24
"""Up to so many files a second process costs more than it saves."""

Step = Callable[[int, int], None]
"""Told how many of how many files are done."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where to read: ``jobs`` processes (0: as many as there are cores), or a cluster's address."""

    jobs: int = 0
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """All readings in the order of the files, and the cases among them by file name."""

    readings: tuple[FileReading, ...]
    cases: dict[str, LoadedCase]


def take_in(files: Sequence[Path], state: StateFile, spread: Spread, step: Step) -> TakenIn:
    """Read ``files``; names in messages are the paths as given."""
    done: dict[str, FileReading] = {}
    cases: dict[str, LoadedCase] = {}
    books: list[Path] = []
    digests: dict[str, str] = {}
    for path in files:
        name = str(path)
        if path.suffix.lower() in (".yaml", ".yml"):
            data = _bytes(path)
            if isinstance(data, Problem):
                done[name] = FileReading(name, "", problems=(data,))
                continue
            done[name], loaded = read_case_file(name, data, path)
            if loaded is not None:
                cases[name] = loaded
        else:
            books.append(path)
    for path in books:
        data = _bytes(path)
        if isinstance(data, Problem):
            done[str(path)] = FileReading(str(path), "", problems=(data,))
        else:
            digests[str(path)] = digest_of(data)
    known = state.known(digests.values())
    by_digest: dict[str, str] = {}
    wanted: list[str] = []
    for name, digest in digests.items():
        reading = state.load(digest, name) if digest in known else None
        if reading is not None:
            done[name] = reading
        elif digest in by_digest:
            continue  # the same content twice is read once
        else:
            by_digest[digest] = name
            wanted.append(name)
    step(len(files) - len(wanted), len(files))
    for count, reading in _read(wanted, state, spread):
        done[reading.file] = reading
        step(len(files) - len(wanted) + count, len(files))
    for name, digest in digests.items():
        if name not in done:
            done[name] = renamed(done[by_digest[digest]], name)
    return TakenIn(
        tuple(_sayable(done[str(path)]) for path in files),
        {printable(name): loaded for name, loaded in cases.items()},
    )


def _sayable(reading: FileReading) -> FileReading:
    """The reading under a name that a screen and a workbook can hold."""
    name = printable(reading.file)
    return reading if name == reading.file else renamed(reading, name)


def _read(names: list[str], state: StateFile, spread: Spread) -> Iterator[tuple[int, FileReading]]:
    batches = _batches(names)
    jobs = spread.jobs or os.cpu_count() or 1
    if spread.cluster:
        results = read_on_cluster(batches, spread.cluster)
    elif jobs > 1 and len(names) > FEW:
        results = read_on_cores(batches, jobs)
    else:
        results = read_here(batches)
    count = 0
    for readings in results:
        state.keep(readings)
        for reading in readings:
            count += 1
            yield count, reading


def _batches(names: list[str]) -> Iterator[list[NamedBytes]]:
    batch: list[NamedBytes] = []
    for name in names:
        data = _bytes(Path(name))
        batch.append((name, data if isinstance(data, bytes) else b""))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _bytes(path: Path) -> bytes | Problem:
    from govdocs.rollup.taking_in.book import LIMITS

    here = FilePlace(str(path))
    try:
        size = path.stat().st_size
        if size > LIMITS.file:
            return Problem(
                "opening.too_large",
                here,
                {"size": f"{size / 1048576:.0f}", "limit": f"{LIMITS.file / 1048576:.0f}"},
            )
        return path.read_bytes()
    except PermissionError:
        return Problem("opening.no_permission", here, {"path": str(path)})
    except OSError as error:
        return Problem("opening.unreadable", here, {"reason": error.strerror or ""})

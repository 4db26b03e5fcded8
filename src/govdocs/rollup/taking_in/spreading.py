"""Spread the reading over this machine's cores, or over a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from typing import Any, TypeAlias

from govdocs.errors import Problem, ToolMissing
from govdocs.place import FilePlace
from govdocs.rollup.taking_in.form_reading import FileReading
from govdocs.rollup.taking_in.read_file import NamedBytes, digest_of, read_files

Batch: TypeAlias = Sequence[NamedBytes]
Work: TypeAlias = Callable[[Batch], list[FileReading]]


def read_here(batches: Iterable[Batch], work: Work = read_files) -> Iterator[list[FileReading]]:
    """Read in this process, batch by batch."""
    for batch in batches:
        yield work(batch)


def read_on_cores(
    batches: Iterable[Batch], jobs: int, work: Work = read_files
) -> Iterator[list[FileReading]]:
    """Read in ``jobs`` processes; results come as they are done.

    A file that kills its process (memory, a fault of a library) costs itself: the batches that
    were under way are read again file by file, each in a process of its own.
    """
    from multiprocessing import get_context

    context = get_context("spawn" if os.name == "nt" else "forkserver")
    if os.name != "nt":
        context.set_forkserver_preload(["govdocs.rollup.taking_in.read_form", "python_calamine"])
    lost: list[Batch] = []
    waiting: dict[Future[list[FileReading]], Batch] = {}
    supply = iter(batches)
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        if not _starts(pool):
            # E.g. called from a script without the __main__ guard: no process can start.
            yield from read_here(supply, work)
            return
        broken = False
        while not broken:
            # Only so many batches wait that their bytes stay a small part of the memory.
            while len(waiting) < 2 * jobs and (batch := next(supply, None)) is not None:
                try:
                    waiting[pool.submit(work, batch)] = batch
                except BrokenProcessPool:
                    lost.append(batch)
                    broken = True
                    break
            if not waiting:
                break
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                batch = waiting.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost.append(batch)
                    broken = True
        lost += waiting.values()
    if lost:
        for batch in lost:
            for file in batch:
                yield [_alone(file, context, work)]
        yield from read_on_cores(supply, jobs, work)


def _starts(pool: ProcessPoolExecutor) -> bool:
    try:
        return pool.submit(_ready).result()
    except BrokenProcessPool:
        return False


def _ready() -> bool:
    return True


def _alone(file: NamedBytes, context: Any, work: Work) -> FileReading:
    name, data = file
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(work, [file]).result()[0]
        except BrokenProcessPool:
            said = "读取它的进程意外中断"
            return FileReading(
                name,
                digest_of(data),
                problems=(Problem("rollup.reader_failed", FilePlace(name), {"said": said}),),
            )


def read_on_cluster(
    batches: Iterable[Batch], address: str, work: Work = read_files
) -> Iterator[list[FileReading]]:
    """Read on the Dask cluster whose scheduler is at ``address`` (``tcp://host:8786``).

    The files' bytes travel with the work, so the machines need no common disk; govdocs must be
    installed on them. ToolMissing ``rollup.no_dask`` where the extra ``cluster`` is not
    installed, ``rollup.no_cluster`` where nobody answers.
    """
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise ToolMissing([Problem("rollup.no_dask")]) from None
    try:
        client = distributed.Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ToolMissing(
            [Problem("rollup.no_cluster", None, {"address": address, "said": str(error)[:120]})]
        ) from None
    with client:
        supply = iter(batches)
        room = 4 * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        first = [batch for _, batch in zip(range(room), supply, strict=False)]
        running = distributed.as_completed(
            [client.submit(work, batch, pure=False) for batch in first], loop=client.loop
        )
        for future in running:
            yield future.result()
            following = next(supply, None)
            if following is not None:
                running.add(client.submit(work, following, pure=False))

"""Write files so that a reader sees the old one or the new one, and a build all or none."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from govdocs.errors import OutputError, Problem
from govdocs.writing.obstacles import blamed, obstacle_to


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file written beside its target, and a second name of what stands at the target now."""

    target: Path
    fresh: Path
    former: Path | None


def write_atomically(path: Path, data: bytes, *, inputs: Collection[Path] = ()) -> None:
    """Put ``data`` at ``path``, wholly or not at all; raise OutputError and leave the old file.

    ``inputs`` are files of the run that must never be written over. Missing folders are made.
    """
    write_all_atomically(path.parent, {path.name: data}, inputs=inputs)


def write_all_atomically(
    folder: Path, files: Mapping[str, bytes], *, inputs: Collection[Path] = ()
) -> None:
    """Put all ``files`` (name inside ``folder`` → bytes) in place, or leave everything as it was.

    All contents are on the disk before the first file is replaced; when a replacement fails,
    those already made are taken back. Other files of the folder are not touched. Raise
    OutputError with every obstacle that can be seen beforehand.
    """
    targets = {name: _target(folder, name) for name in files}
    problems = [p for t in targets.values() if (p := obstacle_to(t, inputs)) is not None]
    if problems:
        # What is wrong with the folder is wrong for each of its files, and said once.
        once = {(p.code, tuple(p.details.items())): p for p in reversed(problems)}
        raise OutputError(list(reversed(once.values())))
    with contextlib.ExitStack() as on_failure:
        staged = [_staged(targets[name], data, on_failure) for name, data in files.items()]
        for item in staged:
            with blamed(item.target):
                on_failure.callback(_take_back, item)
                item.fresh.replace(item.target)
        on_failure.pop_all()
    for item in staged:
        if item.former is not None:
            with contextlib.suppress(OSError):
                item.former.unlink()
    for parent in {item.target.parent for item in staged}:
        _flush_folder(parent)


def _target(folder: Path, name: str) -> Path:
    """The real file that ``name`` means; a link that a user made stays a link."""
    inner = PurePosixPath(name)
    if not name or inner.is_absolute() or ".." in inner.parts or "\\" in name or ":" in name:
        raise OutputError([Problem("writing.name_leaves_folder", details={"name": name})])
    return Path(os.path.realpath(folder / inner))


def _staged(target: Path, data: bytes, on_failure: contextlib.ExitStack) -> _Staged:
    with blamed(target):
        for parent in _missing_folders(target.parent):
            parent.mkdir()
            on_failure.callback(_remove_folder, parent)
        fresh = _beside(target)
        on_failure.callback(fresh.unlink, missing_ok=True)
        _write_through(fresh, data)
        former = None
        if target.exists():
            fresh.chmod(target.stat().st_mode & 0o777)
            former = _beside(target)
            on_failure.callback(former.unlink, missing_ok=True)
            _second_name(target, former)
    return _Staged(target, fresh, former)


def _missing_folders(folder: Path) -> Iterator[Path]:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    yield from reversed(missing)


def _beside(target: Path) -> Path:
    # A short name of its own: a long Chinese name plus a suffix would pass the 255-byte limit.
    return target.with_name(f".govdocs-{secrets.token_hex(8)}.tmp")


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _second_name(target: Path, former: Path) -> None:
    try:
        os.link(target, former)
    except OSError:  # FAT, some network shares: no hard links
        shutil.copy2(target, former)


def _take_back(item: _Staged) -> None:
    if item.fresh.exists():  # this one was never replaced
        return
    if item.former is None:
        item.target.unlink(missing_ok=True)
    else:
        item.former.replace(item.target)


def _remove_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # somebody else has put a file there meanwhile
        folder.rmdir()


def _flush_folder(folder: Path) -> None:
    """Make the renames durable, where the system can open a folder at all."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""What stands in the way of a file that is to be written, told as problems."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from govdocs.errors import OutputError, Problem
from govdocs.place import FilePlace

_CODES = {
    errno.EACCES: "writing.no_rights",
    errno.EPERM: "writing.no_rights",
    errno.EROFS: "writing.no_rights",
    errno.ENOSPC: "writing.disk_full",
    errno.EDQUOT: "writing.disk_full",
    errno.ENAMETOOLONG: "writing.name_too_long",
    errno.ETXTBSY: "writing.open_elsewhere",
    errno.EBUSY: "writing.open_elsewhere",
}


def obstacle_to(target: Path, inputs: Collection[Path]) -> Problem | None:
    """Return what can be seen beforehand to forbid writing ``target``; None if nothing does."""
    try:
        return _obstacle(target, inputs)
    except OSError as error:
        return _problem(target, error)


def _obstacle(target: Path, inputs: Collection[Path]) -> Problem | None:
    here = FilePlace(str(target))
    if any(_same(target, given) for given in inputs):
        return Problem("writing.over_input", here)
    if target.is_dir():
        return Problem("writing.folder_in_the_way", here)
    above = _nearest_standing(target.parent)
    if not above.is_dir():
        return Problem("writing.file_in_the_way", here, {"file": str(above)})
    if not os.access(above, os.W_OK | os.X_OK):
        return Problem("writing.no_rights", here, {"folder": str(above)})
    if target.exists() and not os.access(target, os.W_OK):
        return Problem("writing.write_protected", here, {"name": target.name})
    lock = lock_of(target)
    if lock is not None:
        return Problem("writing.open_elsewhere", here, {"name": target.name, "lock": lock.name})
    return None


def lock_of(target: Path) -> Path | None:
    """Return the mark that Word, Excel, WPS or LibreOffice leaves while it has ``target`` open.

    Word shortens the name: 年度报告总稿.docx gives ~$报告总稿.docx; Excel does not.
    """
    if not target.exists():
        return None
    name = target.name
    marks = (f".~lock.{name}#", f"~${name}", f"~${name[2:]}" if len(target.stem) > 6 else "")
    return next((m for mark in marks if mark and (m := target.with_name(mark)).is_file()), None)


@contextlib.contextmanager
def blamed(target: Path) -> Iterator[None]:
    """Turn what the system says while ``target`` is written into an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError([_problem(target, error)]) from error


def _problem(target: Path, error: OSError) -> Problem:
    here = FilePlace(str(target))
    details = {"name": target.name, "folder": str(target.parent), "lock": "", "said": str(error)}
    # A file that exists in a folder we may write to, and yet is refused, is open in a program.
    if isinstance(error, PermissionError) and _may_write(target.parent) and target.is_file():
        return Problem("writing.open_elsewhere", here, details)
    return Problem(_CODES.get(error.errno or 0, "writing.failed"), here, details)


def _may_write(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _nearest_standing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _same(target: Path, given: Path) -> bool:
    if target.exists() and given.exists():
        return target.samefile(given)
    return os.path.realpath(target) == os.path.realpath(given)

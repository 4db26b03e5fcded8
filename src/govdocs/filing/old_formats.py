"""Old Word, WPS and Excel files as new ones, through LibreOffice where it is there."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.errors import InputError, Problem, ToolMissing
from govdocs.place import FilePlace
from govdocs.reading import FinishedDocument, read_document

SECONDS = 120.0
_OLD = {"docx": (".doc", "MS Word 97"), "xlsx": (".xls", "MS Excel 97")}
"""What an old file is called for LibreOffice, and as what it is read and nothing else: left to
itself the program takes damaged files for text and makes an empty document of them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A finished document and its bytes in the new format; ``document.remarks`` say if it was old."""

    document: FinishedDocument
    data: bytes


def open_finished(file: Path, *, name: str = "", as_typed: bool = False) -> Opened:
    """Read a Word or Excel file of any age; an old one goes through LibreOffice, and that is said.

    ``name`` is what places call the file, the path where left out; ``as_typed`` is
    ``read_document``'s. Raises InputError ``opening.*`` for what cannot be read, and what
    ``modern`` raises.
    """
    name = name or str(file)
    try:
        document = read_document(file, name=name, as_typed=as_typed)
        return Opened(document, file.read_bytes())
    except InputError as error:
        if not is_old(error):
            raise
        data = modern(file, error)
    document = read_document(data, name=name, as_typed=as_typed)
    remarks = (*document.remarks, was_old(name))
    return Opened(replace(document, remarks=remarks), data)


def was_old(name: str) -> Problem:
    """The remark that a file was converted before it was read."""
    return Problem("reading.old_format", FilePlace(name))


def modern(file: Path, refused: InputError) -> bytes:
    """Return the .docx or .xlsx of an old file that was ``refused`` as such.

    Raises InputError ``opening.old_format_alone`` where LibreOffice is missing and
    ``opening.old_format_unread`` where it makes nothing of the file (details as ``refused``'s),
    ToolMissing ``preview.too_slow``. A file that only begins like an old one is ``refused``
    as it is: LibreOffice would read its bytes as text, and the check would find nothing wrong.
    """
    # Few files are old, and what runs LibreOffice takes its time to load.
    from govdocs.rendering.preview.libreoffice import find_libreoffice
    from govdocs.rendering.preview.process import run
    from govdocs.rendering.preview.profile import make_profile

    target = refused.problems[0].details.get("target", "").removeprefix(".")
    if not is_old(refused) or target not in _OLD:
        raise refused
    program = find_libreoffice()
    if program is None:
        raise _unread(refused, "opening.old_format_alone")
    with tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        # A plain name: the file's own may hold what a command line reads as an option.
        ending, old = _OLD[target]
        copy = folder / f"old{ending}"
        copy.write_bytes(file.read_bytes())
        ended = run(
            [
                program,
                make_profile(folder / "profile"),
                "--headless",
                "--norestore",
                "--nolockcheck",
                f"--infilter={old}",
                "--convert-to",
                target,
                "--outdir",
                folder / "new",
                copy,
            ],
            seconds=SECONDS,
        )
        if ended.code is None:
            details = {"seconds": f"{SECONDS:g}"}
            raise ToolMissing([Problem("preview.too_slow", FilePlace(str(file)), details)])
        made = folder / "new" / f"old.{target}"
        if not made.is_file():
            raise _unread(refused, "opening.old_format_unread")
        return made.read_bytes()


def _unread(refused: InputError, code: str) -> InputError:
    return InputError([Problem(code, p.place, p.details) for p in refused.problems])


def is_old(error: InputError) -> bool:
    """Tell whether a file was refused only since its format is old."""
    return all(problem.code == "opening.old_format" for problem in error.problems)

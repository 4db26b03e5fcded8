"""Old Word, WPS and Excel files as new ones, through LibreOffice where it is there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from govdocs.errors import InputError, Problem, ToolMissing
from govdocs.place import FilePlace
from govdocs.rendering.preview.libreoffice import find_libreoffice
from govdocs.rendering.preview.process import run
from govdocs.rendering.preview.profile import make_profile

SECONDS = 120.0


def modern(file: Path, refused: InputError) -> bytes:
    """Return the .docx or .xlsx of an old file that was ``refused`` as such.

    Where LibreOffice is missing, or makes nothing of the file, ``refused`` is raised again: its
    advice is to save the file in the new format. So it is for a file that only begins like an
    old one: LibreOffice would read its bytes as text, and the check would find nothing wrong. Raises ToolMissing ``preview.too_slow``.
    """
    program = find_libreoffice()
    target = refused.problems[0].details.get("target", "").removeprefix(".")
    if program is None or not is_old(refused) or target not in {"docx", "xlsx"}:
        raise refused
    with tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        # A plain name: the file's own may hold what a command line reads as an option.
        copy = folder / f"old{'.xls' if target == 'xlsx' else '.doc'}"
        copy.write_bytes(file.read_bytes())
        ended = run(
            [
                program,
                make_profile(folder / "profile"),
                "--headless",
                "--norestore",
                "--nolockcheck",
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
            raise refused
        return made.read_bytes()


def is_old(error: InputError) -> bool:
    """Tell whether a file was refused only since its format is old."""
    return all(problem.code == "opening.old_format" for problem in error.problems)

"""Word and Excel files to PDF through LibreOffice."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from govdocs.errors import Problem, ProgramFault, ToolMissing
from govdocs.place import FilePlace
from govdocs.rendering.preview.libreoffice import require_libreoffice
from govdocs.rendering.preview.process import run
from govdocs.rendering.preview.profile import make_profile

SECONDS = 120.0


def convert_to_pdf(
    files: Sequence[Path],
    folder: Path,
    *,
    seconds: float = SECONDS,
    environment: Mapping[str, str] | None = None,
) -> list[Path]:
    """Draw ``files`` as PDF into ``folder`` in one run of LibreOffice; return the PDFs in order.

    The files must have come through ``open_office_package``, since LibreOffice follows what a
    document asks for. Raises ToolMissing ``preview.no_libreoffice``, ``preview.too_slow``
    (details: seconds), or ``preview.no_pdf`` (details: said) for every file without a PDF.
    """
    program = require_libreoffice()
    if len({file.stem for file in files}) != len(files):
        raise ProgramFault([Problem("preview.same_names")])
    wanted = [folder / f"{file.stem}.pdf" for file in files]
    for pdf in wanted:
        pdf.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as scratch:
        ended = run(
            [
                program,
                make_profile(Path(scratch) / "profile"),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                *files,
            ],
            seconds=seconds,
            environment=environment,
        )
    if ended.code is None:
        raise ToolMissing(
            [
                Problem("preview.too_slow", FilePlace(str(file)), {"seconds": f"{seconds:g}"})
                for file in files[:1]
            ]
        )
    problems = [
        Problem("preview.no_pdf", FilePlace(str(file)), {"said": ended.said[-300:] or "无"})
        for file, pdf in zip(files, wanted, strict=True)
        if not _is_pdf(pdf)
    ]
    if problems:
        raise ToolMissing(problems)
    return wanted


def _is_pdf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(5) == b"%PDF-"

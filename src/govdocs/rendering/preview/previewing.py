"""The command ``govdocs preview``: a file in, its pages out."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.opening import open_office_package
from govdocs.place import FilePlace
from govdocs.rendering.preview.conversion import SECONDS, convert_to_pdf
from govdocs.rendering.preview.fonts import font_folder, missing_fonts
from govdocs.rendering.preview.pictures import pictures_of
from govdocs.writing.atomic import write_all_atomically


@dataclass(frozen=True, slots=True)
class Preview:
    """What was written: the PDF, a picture a page; and problems that spoil the look (fonts)."""

    pdf: Path
    pictures: tuple[Path, ...]
    warnings: tuple[Problem, ...]


def preview(
    file: Path,
    folder: Path,
    *,
    pictures: bool = True,
    dots_per_inch: int = 100,
    seconds: float = SECONDS,
) -> Preview:
    """Write the pages of a .docx or .xlsx to ``folder``: ``NAME.pdf``, ``NAME-01.png`` …

    Raises InputError (``preview.wrong_kind`` or ``opening.*``), ToolMissing (``preview.*``) or
    OutputError (``writing.*``); nothing is half-written.
    """
    ending = file.suffix.lower()
    if ending == ".docx":
        package = open_office_package(file, "docx")
    elif ending == ".xlsx":
        package = open_office_package(file, "xlsx")
    else:
        raise InputError(
            [Problem("preview.wrong_kind", FilePlace(str(file)), {"ending": ending or "无"})]
        )
    with tempfile.TemporaryDirectory(prefix="govdocs-") as scratch:
        # A plain name: LibreOffice takes a name that begins with a dash for an option.
        copy = Path(scratch) / f"page{ending}"
        copy.write_bytes(file.read_bytes())
        pdf = convert_to_pdf([copy], Path(scratch), seconds=seconds)[0]
        drawn = pictures_of(pdf, dots_per_inch=dots_per_inch) if pictures else []
        files = {f"{file.stem}.pdf": pdf.read_bytes()}
    width = max(2, len(str(len(drawn))))
    names = [f"{file.stem}-{at:0{width}}.png" for at in range(1, len(drawn) + 1)]
    files.update(zip(names, drawn, strict=True))
    write_all_atomically(folder, files, inputs=[file])
    return Preview(
        folder / f"{file.stem}.pdf",
        tuple(folder / name for name in names),
        _warnings(file, missing_fonts(package)),
    )


def _warnings(file: Path, missing: tuple[str, ...] | None) -> tuple[Problem, ...]:
    if not missing:
        return ()
    details = {"fonts": "、".join(missing), "folder": str(font_folder())}
    return (Problem("preview.missing_fonts", FilePlace(str(file)), details),)

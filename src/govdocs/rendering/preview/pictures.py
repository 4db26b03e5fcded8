"""Pages of a PDF as pictures, by pdftoppm or, where it is missing, by pypdfium2."""

from __future__ import annotations

import shutil
import tempfile
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from govdocs.errors import Problem, ToolMissing
from govdocs.rendering.preview.process import run

SECONDS = 120.0


def pictures_of(pdf: Path, *, dots_per_inch: int = 100) -> list[bytes]:
    """Return every page of ``pdf`` as PNG; ToolMissing ``preview.no_pictures`` if nothing can draw."""
    program = shutil.which("pdftoppm")
    if program is not None:
        return _by_poppler(program, pdf, dots_per_inch)
    if find_spec("pypdfium2") is not None:
        return _by_pdfium(pdf, dots_per_inch)
    raise ToolMissing([Problem("preview.no_pictures")])


def _by_poppler(program: str, pdf: Path, dots_per_inch: int) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="govdocs-") as scratch:
        command = [program, "-png", "-r", str(dots_per_inch), str(pdf), f"{scratch}/p"]
        ended = run(command, seconds=SECONDS)
        if ended.code != 0:
            raise ToolMissing([Problem("preview.pictures_failed", details={"said": ended.said})])
        pages = sorted(Path(scratch).glob("p-*.png"), key=lambda p: int(p.stem.split("-")[1]))
        return [page.read_bytes() for page in pages]


def _by_pdfium(pdf: Path, dots_per_inch: int) -> list[bytes]:
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

    pictures = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            out = BytesIO()
            page.render(scale=dots_per_inch / 72).to_pil().save(out, "PNG")
            pictures.append(out.getvalue())
    finally:
        document.close()
    return pictures

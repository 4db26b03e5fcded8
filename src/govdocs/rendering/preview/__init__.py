"""Pages of a Word or Excel file as PDF and pictures, drawn by LibreOffice."""

from govdocs.rendering.preview.conversion import convert_to_pdf
from govdocs.rendering.preview.fonts import missing_fonts
from govdocs.rendering.preview.libreoffice import find_libreoffice, require_libreoffice
from govdocs.rendering.preview.previewing import Preview, preview

__all__ = [
    "Preview",
    "convert_to_pdf",
    "find_libreoffice",
    "missing_fonts",
    "preview",
    "require_libreoffice",
]

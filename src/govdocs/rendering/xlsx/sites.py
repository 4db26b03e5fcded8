"""Where tags stand: every piece of text with tags, as an Excel user finds it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.place import CellPlace, FilePlace, Place

TAG = re.compile(r"\{\{|\{%|\{#")
MARKER = re.compile(r"\{%tr\s+(.*?)\s*%\}", re.DOTALL)
FULL_WIDTH = re.compile(
    r"[｛{]\s*｛|｛\s*\{|[｝}]\s*｝|｝\s*\}|[｛{]\s*％|｛\s*%|％\s*[｝}]|%\s*｝|＃｝|｛＃"
)
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


@dataclass(frozen=True, slots=True)
class Site:
    """One cell, header, name or property with tags; ``tag`` is its text in the template."""

    file: str
    sheet: str
    cell: str
    tag: str
    what: str = ""

    @property
    def place(self) -> Place:
        """The place for a message."""
        if not self.sheet:
            return FilePlace(self.file)
        return CellPlace(self.file, self.sheet, self.cell)

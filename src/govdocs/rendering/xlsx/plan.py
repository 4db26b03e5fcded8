"""An Excel template cut into what stays and what each filling writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template

from govdocs.opening import RawMember
from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.program import ProgramSource
from govdocs.rendering.xlsx.sheet_template import SheetRows
from govdocs.rendering.xlsx.sites import Site
from govdocs.rendering.xlsx.slots import Pieces
from govdocs.rendering.xlsx.styles import StyleBook


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """One sheet: its rows, its program, and the merged cells of the template."""

    name: str
    member: str
    rows: SheetRows
    source: ProgramSource
    program: Template
    merges: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class FillingPlan:
    """An Excel template cut into what stays and what each filling writes.

    ``members`` are those copied as they were compressed, ``pieces`` those written anew for each
    filling; ``order`` is the order of all members in the file. ``strings`` counts the shared
    strings, ``workbook`` is the member of the workbook part.
    """

    name: str
    sheets: tuple[SheetTemplate, ...]
    text_sites: tuple[Site, ...]
    texts: Template
    name_texts: Mapping[str, int]
    members: Mapping[str, RawMember]
    pieces: Mapping[str, Pieces]
    order: tuple[str, ...]
    book: StyleBook
    styles_member: str
    defined: Mapping[str, str]
    from_1904: bool
    strings: int
    workbook: str

    def sites(self) -> list[Site]:
        """Every place with tags, sheet by sheet."""
        return [site for sheet in self.sheets for site in sheet.rows.sites] + list(self.text_sites)

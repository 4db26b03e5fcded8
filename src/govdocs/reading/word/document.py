"""A Word package as a finished document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from govdocs.errors import Problem
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace, Path, WordPlace
from govdocs.reading.captions import with_captions
from govdocs.reading.lines import restored
from govdocs.reading.outline import Headings, typed_level
from govdocs.reading.paper import Block, Cell, FinishedDocument, Paragraph, Table
from govdocs.reading.word.grids import RawCell, grid_of
from govdocs.reading.word.names import FALLBACK, TBL, TEXT_BOX, P, nearest, tree_of, value, w, whole
from govdocs.reading.word.notes import note_references
from govdocs.reading.word.numbering import Numbering
from govdocs.reading.word.parts import Parts, parts_of
from govdocs.reading.word.styles import Style, styles_of
from govdocs.reading.word.text import Seen, text_of

MOST_TABLES = 2_000
DEEPEST = 6
"""Tables inside tables are read so deep."""


def read_word(package: OfficePackage, name: str, *, as_typed: bool = False) -> FinishedDocument:
    """Read body, notes, text boxes, headers and footers; InputError where there is no body.

    ``as_typed`` leaves broken lines as they stand.
    """
    return _Reader(package, name, parts_of(package)).read(as_typed=as_typed)


class _Reader:
    def __init__(self, package: OfficePackage, name: str, parts: Parts) -> None:
        self.package, self.name, self.parts = package, name, parts
        self.seen = Seen()
        styles = tree_of(package, parts.styles) if parts.styles else None
        self.styles, self.default = styles_of(styles)
        numbering = tree_of(package, parts.numbering) if parts.numbering else None
        self.numbering = Numbering(numbering)
        self.headings = Headings()
        self.blocks: list[Block] = []
        self.blanks: dict[int, str] = {}
        self.order: dict[etree._Element, int] = {}
        self.counts = {"paragraphs": 0, "tables": 0, "printed": 0, "skipped": 0}

    def read(self, *, as_typed: bool) -> FinishedDocument:
        root = tree_of(self.package, self.parts.body)
        body = root.find(w("body"))
        if body is not None:
            self.order = {p: at for at, p in enumerate(body.iter(P))}
            self.table_numbers = {table: at for at, table in enumerate(body.iter(TBL), 1)}
            for element in _flow(body):
                self._block(element)
        notes = tuple(self._notes(body))
        blocks, remarks = self.blocks, list(self._remarks())
        if not as_typed:
            blocks, said = restored(blocks, self.blanks, self.name)
            remarks += said
        return FinishedDocument(
            self.name,
            "docx",
            with_captions(blocks),
            notes,
            tuple(remarks),
            self.parts.body,
        )

    def _block(self, element: etree._Element) -> None:
        if element.tag == TBL:
            self._table(element, 0)
            return
        self.counts["printed"] += 1
        place = WordPlace(self.name, paragraph=self.counts["printed"])
        paragraph = self._paragraph(element, ("paragraphs", self.counts["paragraphs"]), place)
        if not paragraph.full.strip():
            self.blanks[self.counts["printed"]] = paragraph.text
            return
        self.counts["paragraphs"] += 1
        self.blocks.append(paragraph)
        if paragraph.level:
            self.headings.enter(paragraph.level, paragraph.full.strip())

    def _paragraph(
        self, element: etree._Element, path: Path, place: WordPlace, *, plain: bool = False
    ) -> Paragraph:
        own = element.find(w("pPr"))
        style = self.styles.get(self._style_of(own), Style())
        text, spread = text_of(element, self.seen, style_hidden=style.hidden)
        number = self._number(own, style)
        level = 0
        if not plain:
            level = self._level(own, style) or typed_level(number + text)
        return Paragraph(
            text,
            path,
            place,
            level,
            number,
            place.part,
            self.headings.above(level),
            self.order.get(element),
            spread,
        )

    def _style_of(self, own: etree._Element | None) -> str:
        named = None if own is None else own.find(w("pStyle"))
        return value(named) or self.default

    def _level(self, own: etree._Element | None, style: Style) -> int:
        outline = None if own is None else own.find(w("outlineLvl"))
        if outline is None:
            return style.level
        level = whole(value(outline), 9)
        return level + 1 if 0 <= level < 9 else 0

    def _number(self, own: etree._Element | None, style: Style) -> str:
        numbered = None if own is None else own.find(w("numPr"))
        number_id, depth = style.numbering or ("", 0)
        if numbered is not None:
            number_id = value(numbered.find(w("numId")), number_id)
            depth = whole(value(numbered.find(w("ilvl"))), depth)
        return self.numbering.next(number_id, depth) if number_id else ""

    def _table(self, element: etree._Element, depth: int) -> None:
        if self.counts["tables"] >= MOST_TABLES or depth > DEEPEST:
            self.counts["skipped"] += 1
            return
        at = self.counts["tables"]
        self.counts["tables"] += 1
        number = self.table_numbers.get(element, at + 1)
        raw = grid_of(element, self.seen)
        path: Path = ("tables", at)
        nested: list[etree._Element] = []
        made: dict[int, Cell] = {}
        for cell in raw.cells:
            made[id(cell)] = self._cell(cell, path, number, raw.numbers, nested)
        rows = tuple(
            tuple(None if cell is None else made[id(cell)] for cell in row) for row in raw.rows
        )
        place = WordPlace(self.name, table=number)
        self.blocks.append(
            Table(rows, path, place, self.headings.now, depth=depth, repeats=raw.repeats)
        )
        for inner in nested:
            self._table(inner, depth + 1)

    def _cell(
        self,
        raw: RawCell,
        table: Path,
        number: int,
        numbers: list[int],
        nested: list[etree._Element],
    ) -> Cell:
        path = (*table, "rows", raw.row, "cells", raw.column)
        place = WordPlace(
            self.name,
            table=number,
            row=numbers[raw.row] if raw.row < len(numbers) else None,
            column=raw.number,
        )
        paragraphs: list[Paragraph] = []
        for element in _flow(raw.element):
            if element.tag == TBL:
                nested.append(element)
                continue
            inner = (*path, "paragraphs", len(paragraphs))
            paragraphs.append(self._paragraph(element, inner, place, plain=True))
        text = "\n".join(paragraph.full for paragraph in paragraphs)
        return Cell(
            text, raw.row, raw.column, raw.height, raw.width, path, place, tuple(paragraphs)
        )

    def _notes(self, body: etree._Element | None) -> Iterator[Paragraph]:
        found: list[tuple[etree._Element, str, tuple[int, int] | None]] = []
        for box in () if body is None else body.iter(TEXT_BOX):
            if nearest(box, FALLBACK) is None and nearest(box, TEXT_BOX) is None:
                found += [(element, "文本框", None) for element in box.iter(P)]
        cited = note_references(body, self.order)
        for member in self.parts.notes:
            for note in tree_of(self.package, member):
                if note.get(w("type")) in {None, "normal"}:
                    where = cited.get((note.tag, note.get(w("id"))))
                    found += [(element, "脚注", where) for element in note.iter(P)]
        for members, part in ((self.parts.headers, "页眉"), (self.parts.footers, "页脚")):
            for member in members:
                found += [(e, part, None) for e in tree_of(self.package, member).iter(P)]
        counts: dict[str, int] = {}
        at = 0
        for element, part, where in found:
            counts[part] = counts.get(part, 0) + 1
            place = WordPlace(self.name, part, paragraph=counts[part])
            paragraph = self._paragraph(element, ("notes", at), place, plain=True)
            if paragraph.text.strip():
                at += 1
                yield paragraph if where is None else replace(paragraph, reference=where)

    def _remarks(self) -> Iterator[Problem]:
        for code, count in (
            ("tracked_changes", self.seen.changes), ("hidden_text", self.seen.hidden),
            ("equations", self.seen.equations), ("pictures", self.seen.pictures),
            ("odd_merges", self.seen.odd_merges), ("cut_tables", self.seen.cut_tables),
            ("tables_left", self.counts["skipped"]),
        ):  # fmt: skip
            if count:
                yield Problem(f"reading.{code}", FilePlace(self.name), {"count": str(count)})


def _flow(around: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables right inside a body or cell, content controls looked through."""
    for child in around:
        if child.tag in {P, TBL}:
            yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}:
            yield from _flow(child)

"""Reads a finished Word file: walks its flow and resolves the formatting of each paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdocs.layout.formatting.effective import Effective, read_effective
from govdocs.layout.formatting.names import Element, attribute, number, switched, tag, w
from govdocs.layout.formatting.paragraph import Paragraph, Run
from govdocs.layout.formatting.parts import Parts, read_parts
from govdocs.layout.formatting.section import read_section
from govdocs.layout.formatting.shape import Shape, box_of, shapes_of, shown
from govdocs.layout.formatting.table_lines import floats, horizontal_lines, stated_width
from govdocs.layout.formatting.word_file import Table, WordFile
from govdocs.opening import OfficePackage

_TRANSPARENT = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink",
                "fldSimple", "dir", "bdo")  # fmt: skip
_DEEPEST = 24
"""Nesting beyond this is no document; what stands deeper is not read."""
BODY, BOX, FOOTER, HEADER = "正文", "文本框", "页脚", "页眉"
_IN_MARGIN = -1
"""Holder of what stands in headers: no neighbour of the text."""


def read_word_file(package: OfficePackage) -> WordFile:
    """Read a Word file; raises InputError where it has no main text."""
    parts = read_parts(package)
    walk = _Walk(parts, read_effective(parts), WordFile(parts))
    body = parts.document.find(w("body"))
    if body is not None:
        walk.container(body, _Stand(BODY))
    walk.end_of_body(None if body is None else body.find(w("sectPr")))
    walk.margins()
    settings = parts.of_kind("settings")
    found = None if settings is None else settings.find(w("evenAndOddHeaders"))
    walk.file.even_and_odd = bool(switched(found))
    return walk.file


@dataclass(slots=True)
class _Stand:
    """Where the walk stands: part, table cell, box, nesting, and the table's style."""

    part: str
    holder: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    box: Shape | None = None
    depth: int = 0
    table_style: str | None = None
    sink: list[Paragraph] | None = None
    in_cell: bool = False


@dataclass(slots=True)
class _Walk:
    parts: Parts
    effective: Effective
    file: WordFile
    section: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    holders: int = 0
    order: int = 0
    broken: bool = False

    def container(self, element: Element, stand: _Stand) -> None:
        if stand.depth > _DEEPEST:
            return
        for child in element:
            name = tag(child)
            if name == "p":
                self.paragraph(child, stand)
            elif name == "tbl":
                self.table(child, stand)
            elif name in _TRANSPARENT:
                self.container(child, _deeper(stand))

    def table(self, element: Element, stand: _Stand) -> None:
        top = stand.table is None and stand.part == BODY
        if top:
            self.counts["table"] = self.counts.get("table", 0) + 1
        shown_number = self.counts["table"] if top else stand.table
        table = Table(element, shown_number if top else None, len(self.file.paragraphs))
        if stand.sink is None:
            self.file.tables.append(table)
        style = attribute(element.find(f"{w('tblPr')}/{w('tblStyle')}"), "val")
        heights: list[float | None] = []
        for at_row, row in enumerate(_rows(element), start=1):
            height = row.find(f"{w('trPr')}/{w('trHeight')}")
            exact = attribute(height, "hRule") == "exact"
            heights.append((number(attribute(height, "val")) or 0) / 20 if exact else None)
            for at_column, cell in enumerate(_cells(row), start=1):
                self.holders += 1
                inner = _deeper(stand)
                inner.holder = self.holders
                inner.table_style = style
                inner.in_cell = True
                if top:
                    inner.table, inner.row, inner.column = shown_number, at_row, at_column
                self.container(cell, inner)
        table.end = len(self.file.paragraphs)
        if stand.sink is None:
            cells = [_cells(row) for row in _rows(element)]
            table.rows, table.width = len(cells), stated_width(element)
            borders = self.effective.styles.table_borders(style)
            table.lines, table.floating = horizontal_lines(element, cells, borders), floats(element)
        known = [height for height in heights if height is not None]
        table.height = sum(known) if len(known) == len(heights) else None

    def paragraph(self, element: Element, stand: _Stand) -> None:
        properties = element.find(w("pPr"))
        style = attribute(None if properties is None else properties.find(w("pStyle")), "val")
        stated, label = self.effective.paragraph(
            properties, style, stand.table_style, numbered=stand.sink is None
        )
        base = self.effective.base_run(style, stand.table_style)
        own = None if properties is None else properties.find(w("rPr"))
        mark = self.effective.run(base, own)
        counted = None
        if not stand.in_cell:
            self.counts[stand.part] = counted = self.counts.get(stand.part, 0) + 1
        self.order += 1
        paragraph = Paragraph(
            element, stand.part, counted, stand.table, stand.row, stand.column, stand.holder,
            self.order, self.section, stated, Run(element, "", mark), label=label, box=stand.box,
        )  # fmt: skip
        paragraph.new_page = self.broken or stated.get("pageBreakBefore") == "1"
        self.broken = False
        sink = self.file.paragraphs if stand.sink is None else stand.sink
        sink.append(paragraph)
        self._content(element, paragraph, base, stand, 0)
        if (
            properties is not None
            and properties.find(w("sectPr")) is not None
            and stand.sink is None
        ):
            self._end_section(properties.find(w("sectPr")))

    def _content(
        self,
        element: Element,
        paragraph: Paragraph,
        base: dict[str, str],
        stand: _Stand,
        depth: int,
    ) -> None:
        if depth > _DEEPEST:
            return
        for child in element:
            name = tag(child)
            if name == "r":
                self._run(child, paragraph, base, stand)
            elif name in _TRANSPARENT:
                self._content(child, paragraph, base, stand, depth + 1)

    def _run(
        self, element: Element, paragraph: Paragraph, base: dict[str, str], stand: _Stand
    ) -> None:
        stated = self.effective.run(base, element.find(w("rPr")))
        text = ""
        for child in element:
            name = tag(child)
            if name == "t":
                text += child.text or ""
            elif name in ("tab", "ptab"):
                text += "\t"
            elif name in ("br", "cr"):
                if attribute(child, "type") == "page":
                    if text.strip() or not paragraph.blank:
                        self.broken = True
                    else:
                        paragraph.new_page = True
                        self.broken = True
                else:
                    text += "\n"
            elif name == "noBreakHyphen":
                text += "-"
        if stated.get("hidden") != "1":
            if text.strip():
                if self.broken and paragraph.blank:
                    self.broken = False
                paragraph.runs.append(Run(element, text, stated))
            elif text:
                paragraph.runs.append(Run(element, text, stated))
        for drawing in shown(element):
            found = shapes_of(drawing)
            paragraph.shapes += found
            for content in drawing.iter(w("txbxContent")):
                self.holders += 1
                inner = _deeper(stand)
                inner.part, inner.holder, inner.table = BOX, self.holders, None
                inner.row = inner.column = None
                inner.in_cell = False
                inner.box = box_of(content, drawing, found)
                if stand.depth < _DEEPEST and not _inside_box(content, drawing):
                    self.container(content, inner)

    def _end_section(self, element: Element | None) -> None:
        before = self.file.sections[-1] if self.file.sections else None
        section = read_section(element, len(self.file.sections), before, self.parts.related)
        self.file.sections.append(section)
        self.section += 1
        self.broken = True

    def end_of_body(self, element: Element | None) -> None:
        self._end_section(element)
        # A section's own type says how it begins, so it is known only at its end.
        for paragraph, former in zip(self.file.paragraphs[1:], self.file.paragraphs, strict=False):
            if paragraph.section != former.section:
                paragraph.new_page = self.file.sections[paragraph.section].new_page

    def margins(self) -> None:
        """Read the footers and headers, each part once."""
        for section in self.file.sections:
            for name in section.footers.values():
                self._margin(name, FOOTER, 0, self.file.footers)
            for name in section.headers.values():
                self._margin(name, HEADER, _IN_MARGIN, self.file.headers)

    def _margin(self, name: str, part: str, holder: int, into: dict[str, list[Paragraph]]) -> None:
        if name not in into:
            found: list[Paragraph] = []
            self.container(self.parts.trees[name], _Stand(part, holder, sink=found))
            into[name] = found


def _deeper(stand: _Stand) -> _Stand:
    return _Stand(
        stand.part, stand.holder, stand.table, stand.row, stand.column, stand.box,
        stand.depth + 1, stand.table_style, stand.sink, stand.in_cell,
    )  # fmt: skip


def _inside_box(content: Element, drawing: Element) -> bool:
    """Tell whether a box lies in another one of the same drawing, which the walk meets by itself."""
    parent = content.getparent()
    while parent is not None and parent is not drawing:
        if parent.tag == w("txbxContent") or str(parent.tag).endswith("}Fallback"):
            return True
        parent = parent.getparent()
    return False


def _rows(table: Element) -> list[Element]:
    return _through(table, "tr", 0)


def _cells(row: Element) -> list[Element]:
    return _through(row, "tc", 0)


def _through(element: Element, wanted: str, depth: int) -> list[Element]:
    found: list[Element] = []
    if depth > _DEEPEST:
        return found
    for child in element:
        if tag(child) == wanted:
            found.append(child)
        elif tag(child) in _TRANSPARENT:
            found += _through(child, wanted, depth + 1)
    return found

"""Compiles an Excel template: opened, checked and cut once, filled many times."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from govdocs.errors import InputError, Problem, TemplateError
from govdocs.opening import OfficePackage, RawMember, open_office_package
from govdocs.place import CellPlace, FilePlace
from govdocs.rendering.xlsx.addresses import read_box
from govdocs.rendering.xlsx.filling import FilledXlsx, fill
from govdocs.rendering.xlsx.markers import Choice, Loop, Rows
from govdocs.rendering.xlsx.names import M, parse
from govdocs.rendering.xlsx.other_parts import (
    comment_rows,
    cut_chart,
    cut_comments,
    cut_drawing,
    cut_table,
    cut_texts,
    cut_vml,
    cut_workbook,
    text_of,
)
from govdocs.rendering.xlsx.packing import deflate
from govdocs.rendering.xlsx.parts import SheetPart, WorkbookParts, read_parts
from govdocs.rendering.xlsx.plan import FillingPlan, SheetTemplate
from govdocs.rendering.xlsx.program import ProgramSource, text_program
from govdocs.rendering.xlsx.shared_text import plain_text, without
from govdocs.rendering.xlsx.sheet_part import SheetPartCutter
from govdocs.rendering.xlsx.sheet_reading import column_widths, read_rows
from govdocs.rendering.xlsx.sheet_template import SheetCompiler, SheetRows
from govdocs.rendering.xlsx.sink import CellEnvironment
from govdocs.rendering.xlsx.sites import FULL_WIDTH, TAG, Site
from govdocs.rendering.xlsx.slots import Pieces, Slot
from govdocs.rendering.xlsx.styles import StyleBook, read_styles
from govdocs.rendering.xlsx.tag_checks import brace_trouble, syntax_troubles
from govdocs.tags.values import Record


@dataclass(frozen=True, slots=True)
class CompiledXlsx(FillingPlan):
    """An Excel template, ready to be filled."""

    def fill(self, context: Record) -> FilledXlsx:
        """Fill the template from a case and hold the result against the gate.

        Raises TemplateError with every problem of the run, each at its template cell, and
        ProgramFault where the gate refuses what was written.
        """
        return fill(self, context)


_environment: CellEnvironment | None = None


def cell_environment() -> CellEnvironment:
    """The environment that all templates share."""
    global _environment  # noqa: PLW0603 - made when the first template is met
    if _environment is None:
        _environment = CellEnvironment()
    return _environment


def compile_xlsx(source: Path | bytes, *, name: str = "") -> CompiledXlsx:
    """Open and compile an Excel template.

    ``name`` is what messages call the file; left out, the path's last part. Raises
    TemplateError with every problem: what cannot be opened (``opening.*``), and what breaks
    the rules of the tag language (``xlsx.*``), with sheet and cell.
    """
    return compiler_of(source, name).compile()


def compiler_of(source: Path | bytes, name: str = "") -> XlsxCompiler:
    """Open an Excel template for compiling; raises TemplateError with ``opening.*`` problems."""
    name = name or (source.name if isinstance(source, Path) else "模板.xlsx")
    try:
        package = open_office_package(source, "xlsx", name=name)
    except InputError as error:
        raise TemplateError(error.problems) from error
    return XlsxCompiler(package, read_parts(package))


class XlsxCompiler:
    """One compiling; ``rows`` and ``texts`` are what was read, sound or not, for the lint."""

    def __init__(self, package: OfficePackage, parts: WorkbookParts) -> None:
        self.package = package
        self.parts = parts
        self.environment = cell_environment()
        self.problems: list[Problem] = []
        self.rows: list[SheetRows] = []
        self.texts: list[Site] = []
        self.pieces: dict[str, Pieces] = {}

    def compile(self) -> CompiledXlsx:
        """Compile everything; raise TemplateError with the problems of all sheets."""
        parts, package = self.parts, self.package
        book = read_styles(package.read(parts.styles))
        strings_root = parse(package.read(parts.strings)) if parts.strings else None
        strings = [plain_text(entry) for entry in strings_root] if strings_root is not None else []
        sheets: list[SheetTemplate] = []
        emptied: set[int] = set()
        names: dict[str, int] = {}
        for part in parts.sheets:
            names.update(self._name_text(part))
            sheet = self._sheet(part, strings, book)
            emptied |= sheet[0].emptied
            if sheet[1] is not None:
                sheets.append(sheet[1])
        self._others(parts.sheets, sheets)
        if self.problems:
            raise TemplateError(self.problems)
        defined = {
            entry.get("name", "").casefold(): entry.text or ""
            for entry in parts.root.iterfind(f"{M}definedNames/{M}definedName")
        }
        properties = parts.root.find(f"{M}workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        sheet_names = tuple(element.get("name", "") for element in parts.root.iter(f"{M}sheet"))
        self.pieces[parts.member] = cut_workbook(parts.root, sheet_names)
        _usual_variants(book, sheets)
        members = self._members(emptied, strings_root, book)
        order = [name for name in package.names if name in members or name in self.pieces]
        # Readers that sniff a file look for the content types first.
        order.sort(key=lambda name: name != "[Content_Types].xml")
        texts = self.environment.from_string(text_program(self.environment, self.texts))
        return CompiledXlsx(
            package.name, tuple(sheets), tuple(self.texts), texts, names, members,
            self.pieces, tuple(order), book, parts.styles, defined, from_1904, len(strings),
            parts.member,
        )  # fmt: skip

    def _sheet(
        self, part: SheetPart, strings: list[str], book: StyleBook
    ) -> tuple[SheetRows, SheetTemplate | None]:
        root = parse(self.package.read(part.member))
        merges = tuple(
            read_box(merge.get("ref", "A1"))
            for merge in root.iterfind(f"{M}mergeCells/{M}mergeCell")
        )
        widths, default = column_widths(root)
        compiler = SheetCompiler(
            self.package.name, part.name, self.environment, book, merges, widths, default,
            self.problems, [],
        )  # fmt: skip
        before = len(self.problems)
        rows = compiler.compile(read_rows(root, strings))
        self.rows.append(rows)

        def text_slot(text: str, kind: str) -> Slot | None:
            return self._text(text, part.name, kind)

        pieces = SheetPartCutter(part.name, root, text_slot).cut()
        if len(self.problems) > before:
            return rows, None
        self.pieces[part.member] = pieces
        source = ProgramSource(rows.blocks, rows.segments, rows.sites)
        program = self.environment.from_string(source.assemble(self.environment))
        return rows, SheetTemplate(part.name, part.member, rows, source, program, merges)

    def _name_text(self, part: SheetPart) -> dict[str, int]:
        if not TAG.search(part.name):
            return {}
        if self._text(part.name, part.name, "name") is None:
            return {}
        return {part.name: len(self.texts) - 1}

    def _text(self, text: str, sheet: str, what: str) -> Slot | None:
        """A slot for a text outside cells; None where it holds no tags."""
        site = Site(self.package.name, sheet, "", text, what)
        trouble = brace_trouble(self.environment, text)
        troubles = [trouble] if trouble else []
        if not troubles and TAG.search(text):
            troubles = syntax_troubles(self.environment, text)
        for code, details in troubles:
            self.problems.append(Problem(code, site.place, {"tag": text, **details}))
        if troubles or not TAG.search(text):
            return None
        self.texts.append(site)
        return text_of(len(self.texts) - 1)

    def _others(self, sheets: tuple[SheetPart, ...], compiled: list[SheetTemplate]) -> None:
        moving = {sheet.name: sheet.rows for sheet in compiled if sheet.rows.markers}
        for part in sheets:
            rows = moving.get(part.name)
            if rows is None:
                continue
            for kind, member in part.attached:
                if member not in self.package or member in self.pieces:
                    continue
                if kind == "vmlDrawing":
                    text = self.package.read(member).decode("utf-8", "replace")
                    self.pieces[member] = cut_vml(text, part.name)
                    continue
                if kind not in {"comments", "threadedComment", "table", "drawing"}:
                    continue
                root = parse(self.package.read(member))
                if kind == "table":
                    self.pieces[member] = cut_table(root, part.name)
                elif kind == "drawing":
                    self.pieces[member] = cut_drawing(root, part.name)
                else:
                    self._comments(root, part.name, rows)
                    self.pieces[member] = cut_comments(root, part.name)
        if moving:
            for member in self.package.names:
                if member.startswith("xl/charts/chart"):
                    root = parse(self.package.read(member))
                    self.pieces[member] = cut_chart(root, sheets[0].name)
        for member in self.package.names:
            if member.startswith("docProps/") and member.endswith(".xml"):
                root = parse(self.package.read(member))
                pieces = cut_texts(root, lambda text: self._text(text, "", "property"))
                if pieces is not None:
                    self.pieces[member] = pieces
        self._tags_elsewhere()

    def _comments(self, root: etree._Element, sheet: str, rows: SheetRows) -> None:
        conditional = _moving_rows(rows)
        for row, cell in comment_rows(root):
            if row in conditional:
                place = CellPlace(self.package.name, sheet, cell)
                self.problems.append(Problem("xlsx.comment_in_rows", place, {}))

    def _tags_elsewhere(self) -> None:
        """Tags in text boxes, comments and charts are not filled; saying nothing would print them."""
        for member in self.package.names:
            if not member.startswith(
                ("xl/drawings/", "xl/comments", "xl/charts/", "xl/threadedComments")
            ):
                continue
            if not member.endswith(".xml"):
                continue
            text = "".join(map(str, parse(self.package.read(member)).itertext()))
            if TAG.search(text) or FULL_WIDTH.search(text):
                place = FilePlace(self.package.name)
                found = TAG.search(text) or FULL_WIDTH.search(text)
                assert found is not None
                tag = text[found.start() : found.start() + 40]
                self.problems.append(
                    Problem("xlsx.tag_outside_cells", place, {"member": member, "tag": tag})
                )

    def _members(
        self, emptied: set[int], strings: etree._Element | None, book: StyleBook
    ) -> dict[str, RawMember]:
        members: dict[str, RawMember] = {}
        dropped = self.parts.calc_chain
        for member in self.package.names:
            if member in self.pieces or member == dropped:
                continue
            if member == self.parts.strings and emptied and strings is not None:
                members[member] = deflate(member, without(strings, emptied))
            elif member == self.parts.styles and book.variants:
                members[member] = deflate(member, book.serialized())
            elif dropped and (
                member == "[Content_Types].xml" or member.endswith("workbook.xml.rels")
            ):
                members[member] = deflate(member, _without_chain(self.package.read(member)))
            else:
                members[member] = self.package.raw(member)
        book.changed = False
        return members


def _moving_rows(rows: SheetRows) -> frozenset[int]:
    """Rows inside loops and conditions, and the marker rows themselves."""
    found: set[int] = set(rows.markers)

    def walk(blocks: object) -> None:
        for block in blocks:  # type: ignore[attr-defined]
            if isinstance(block, Rows):
                found.add(block.number)
            elif isinstance(block, Loop):
                walk(block.body)
                walk(block.otherwise)
            elif isinstance(block, Choice):
                for _, _, body in block.branches:
                    walk(body)

    walk([block for block in rows.blocks if not isinstance(block, Rows)])
    return frozenset(found)


def _without_chain(content: bytes) -> bytes:
    """Take the calculation chain out of a list of parts: Excel makes its own anew."""
    root = parse(content)
    for element in list(root):
        target = element.get("Target") or element.get("PartName") or ""
        if target.endswith("calcChain.xml"):
            root.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _usual_variants(book: StyleBook, sheets: list[SheetTemplate]) -> None:
    """Make ready the number formats that values in General cells usually ask for."""
    for sheet in sheets:
        for segment in sheet.rows.segments:
            for row in segment.rows:
                for tag in row.tags:
                    if tag.single and tag.style.general:
                        book.variant(tag.index, "0.0")
                        book.variant(tag.index, "0.00")

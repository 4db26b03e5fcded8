"""A Word template, opened and compiled once and filled many times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

from jinja2.exceptions import SecurityError, TemplateSyntaxError
from lxml import etree

from govdocs.errors import InputError, Problem, TemplateError
from govdocs.opening import OfficePackage, open_office_package
from govdocs.rendering.docx.diagnosis import compile_problems, sound_tree
from govdocs.rendering.docx.drawings.marks import finish_pages
from govdocs.rendering.docx.drawings.placing import place_drawings
from govdocs.rendering.docx.faults import (
    FAULTS,
    ForgivingEnvironment,
    at_tag,
    problem_of,
    tag_of_error,
)
from govdocs.rendering.docx.gate import check_filled
from govdocs.rendering.docx.marking import mark_part
from govdocs.rendering.docx.mending import fit_grids, keep_paragraphs
from govdocs.rendering.docx.merging import MERGE_MARK, merge_cells
from govdocs.rendering.docx.names import PROPERTIES, part_kinds, xml_parser
from govdocs.rendering.docx.packing import Packer
from govdocs.rendering.docx.parts import CompiledPart, FaultyPart, FilledPart
from govdocs.rendering.docx.printing import Sheet, put_away, word_environment, write_on
from govdocs.rendering.docx.row_counts import plan_rows
from govdocs.rendering.docx.sourcing import jinja_source
from govdocs.rendering.docx.tracing import Trace, read_traces
from govdocs.tags.budget import render_budget
from govdocs.tags.values import Record, Value

OUTPUT_LIMIT = 100_000_000
"""Characters that one part may grow to: 10,000 rows of a form are some 20 million."""


@dataclass(frozen=True, slots=True)
class FilledDocx:
    """A filled Word file that has passed the gate.

    ``printed`` are all values in the order of the parts and of the text; ``traces``, where they
    were asked for, are their spots.
    """

    data: bytes
    printed: tuple[Value, ...]
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledDocx:
    """A Word template ready to be filled: ``parts`` hold tags, everything else goes over as it is.

    ``faulty`` are parts that did not compile, as far as they can be read; a template that has
    any is looked at, never filled.
    """

    name: str
    package: OfficePackage
    parts: tuple[CompiledPart, ...]
    packer: Packer
    faulty: tuple[FaultyPart, ...] = ()

    def fill(self, context: Record, *, trace: bool = False) -> FilledDocx:
        """Fill every part from the fields of ``context`` and hold the result against the gate.

        Raises TemplateError with every problem that one run can find, each at its tag's place:
        ``tags.*`` for fields and expressions, ``docx.*`` for values that cannot be printed.
        Raises ProgramFault ``docx.gate.*`` if the result is not what Word can read or lacks
        something. Equal template and context give equal bytes.
        """
        fields = dict(context)
        filled, traces = [], []
        for part in self.parts:
            done, spots = self._fill_part(part, fields, trace=trace)
            filled.append(done)
            traces += spots
        data = self.packer.pack({done.part.name: done.content for done in filled})
        check_filled(self, data, filled)
        drawn = {done.part.name: done.drawn for done in filled if done.drawn}
        if drawn:
            data = place_drawings(data, drawn, self.name)
        printed = tuple(value for done in filled for value in done.printed)
        return FilledDocx(data, printed, tuple(traces))

    def _fill_part(
        self, part: CompiledPart, fields: dict[str, Any], *, trace: bool
    ) -> tuple[FilledPart, list[Trace]]:
        sheet = Sheet(traced=trace and part.kind != PROPERTIES)
        token = write_on(sheet)
        try:
            with render_budget():
                # Bytes, since a text with Chinese letters takes twice the memory for its markup.
                xml = b"".join(_pieces(part, fields))
        except FAULTS as error:
            tag = tag_of_error(error.__traceback__, part.tag_at)
            first = problem_of(error, tag)
            raise TemplateError(self._all_problems(fields, first)) from error
        except TemplateError as error:
            # The budget knows what ran too long, not where.
            tag = tag_of_error(error.__traceback__, part.tag_at)
            raise TemplateError([at_tag(found, tag) for found in error.problems]) from error
        finally:
            put_away(token)
        moved: Mapping[int, int] = {}
        if part.merges:
            merged = merge_cells(xml)
            xml, moved = merged.xml, merged.moved
        elif sheet.merged:
            xml = xml.replace(MERGE_MARK.encode(), b"")
        if sheet.anchors:
            xml = finish_pages(xml)
        if part.conditional:
            xml = keep_paragraphs(xml)
        if part.changes_columns:
            xml = fit_grids(xml)
        traces: list[Trace] = []
        if sheet.traced:
            xml, traces = read_traces(xml, part.name, sheet.printed, moved)
        return FilledPart(part, xml, tuple(sheet.printed), sheet.looped, tuple(sheet.drawn)), traces

    def _all_problems(self, fields: dict[str, Any], first: Problem) -> list[Problem]:
        """Fill all parts once more without stopping, so that every problem comes in one run."""
        problems: list[Problem] = []
        for part in self.parts:
            forgiving = ForgivingEnvironment(part.tag_at)
            token = write_on(Sheet())
            try:
                with render_budget():
                    template = forgiving.from_string(part.source)
                    for _ in template.root_render_func(template.new_context(fields)):
                        pass
            except FAULTS as error:
                tag = tag_of_error(error.__traceback__, part.tag_at)
                forgiving.problems.append(problem_of(error, tag))
            except TemplateError as error:
                forgiving.problems.extend(error.problems)
            finally:
                put_away(token)
            problems += [found for found in forgiving.problems if found not in problems]
        return problems if first in problems else [first, *problems]


def _pieces(part: CompiledPart, fields: dict[str, Any]) -> Iterator[bytes]:
    """Yield the filled part in stretches, and stop a template that prints without end."""
    stream = part.template.root_render_func(part.template.new_context(fields))
    # Looking at the length only now and then costs nothing; no stretch can be larger than this.
    at_once = max(64, min(20_000, OUTPUT_LIMIT // len(part.source)))
    size = 0
    while stretch := "".join(islice(stream, at_once)):
        size += len(stretch)
        if size > OUTPUT_LIMIT:
            raise TemplateError(
                [Problem("docx.too_long", part.tags[0].place, {"limit": str(OUTPUT_LIMIT)})]
            )
        yield stretch.encode()


def compile_docx(source: FilePath | bytes, *, name: str = "") -> CompiledDocx:
    """Open a Word template with all guards and compile every part that holds tags.

    ``name`` is what messages call the file. Raises TemplateError with all problems of all
    parts: ``opening.*`` for the file, ``docx.*`` and ``tags.*`` for its tags, each at its place.
    """
    compiled, problems = read_template(source, name=name)
    if compiled is None or problems:
        raise TemplateError(problems)
    return compiled


def read_template(
    source: FilePath | bytes, *, name: str = ""
) -> tuple[CompiledDocx | None, list[Problem]]:
    """Compile what can be compiled; return it with all problems, or None if nothing opens."""
    name = name or (source.name if isinstance(source, FilePath) else "")
    try:
        package = open_office_package(source, "docx", name=name)
    except InputError as error:
        return None, list(error.problems)
    parts: list[CompiledPart] = []
    faulty: list[FaultyPart] = []
    problems: list[Problem] = []
    for member, kind in part_kinds(package).items():
        content = package.read(member)
        if any(brace in content for brace in _BRACES):
            part = _compile_part(content, member, kind, name, problems)
            if isinstance(part, CompiledPart):
                parts.append(part)
            elif part is not None:
                faulty.append(part)
    packer = Packer(package, frozenset(part.name for part in parts))
    return CompiledDocx(name, package, tuple(parts), packer, tuple(faulty)), problems


_BRACES = (b"{", "｛".encode(), b"}", "｝".encode())


def _compile_part(
    content: bytes, member: str, kind: str, file: str, problems: list[Problem]
) -> CompiledPart | FaultyPart | None:
    marked = mark_part(etree.fromstring(content, xml_parser()), file, kind)
    problems += marked.problems
    if not marked.tags:
        return None
    environment = word_environment()
    wrong = compile_problems(marked.tags, environment)
    problems += wrong
    if wrong or marked.problems:
        tree = sound_tree(marked.tags, environment)
        return None if tree is None else FaultyPart(tree, tuple(marked.tags))
    source = jinja_source(marked.root, word=kind != PROPERTIES)
    try:
        tree = environment.parse(source.text)
        # Compiling marks the loops in the tree, so its rows are read before.
        rows = plan_rows(tree)
        template = environment.from_string(tree)
    except (TemplateSyntaxError, SecurityError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
        tag = marked.tags[source.lines.get(line, 0)]
        problems.append(
            Problem("tags.syntax", tag.place, {"text": tag.text, "message": str(error)})
        )
        return None
    return CompiledPart(
        member,
        kind,
        source.text,
        template,
        tuple(marked.tags),
        source.lines,
        rows,
        merges="<?gd-row" in source.text,
        conditional=any(tag.text.startswith(("{%p", "{%tr")) for tag in marked.tags),
        changes_columns=marked.changes_columns,
    )

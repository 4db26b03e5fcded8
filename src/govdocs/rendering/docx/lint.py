"""Holds a Word template against the field list and Word's own rules, before there is any data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from govdocs.errors import Problem
from govdocs.place import WordPlace
from govdocs.rendering.docx.gate import package_problems
from govdocs.rendering.docx.marking import TRACKED
from govdocs.rendering.docx.names import VAL, part_kinds, w, xml_parser
from govdocs.rendering.docx.parts import CompiledPart, FaultyPart
from govdocs.rendering.docx.structure import equal_ids, read_part
from govdocs.rendering.docx.template import CompiledDocx, read_template
from govdocs.tags.schema_tree import FieldNode
from govdocs.tags.uses import WrongField, field_uses, wrong_uses

_THEME = tuple(w(name) for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
_STYLES = "样式"


def lint_docx(compiled: CompiledDocx, fields: FieldNode) -> list[Problem]:
    """Return everything in a compiled template that would go wrong with any case.

    ``fields`` is a record whose children are the top fields. Codes: ``tags.unknown_field``
    (name), ``tags.unlisted_field`` (name, nearest), ``tags.rows_printed``,
    ``tags.value_looped``, ``docx.theme_font`` (style), ``docx.tracked_changes``, and
    ``docx.gate.*`` where the template itself breaks a rule of Word.
    """
    problems: list[Problem] = []
    parts: list[CompiledPart | FaultyPart] = [*compiled.parts, *compiled.faulty]
    for part in parts:
        for wrong in wrong_uses(field_uses(part.tree), fields):
            problem = _field_problem(wrong, part)
            if problem not in problems:
                problems.append(problem)
    problems += _theme_fonts(compiled)
    for member, kind in part_kinds(compiled.package).items():
        content = compiled.package.read(member)
        problems += read_part(content, compiled.name, kind).problems
        problems += equal_ids(content, compiled.name, kind)
        problems += _tracked(content, WordPlace(compiled.name, kind))
    return [*problems, *package_problems(compiled.package)]


def check_docx(source: Path | bytes, fields: FieldNode, *, name: str = "") -> list[Problem]:
    """Return all problems of a template in one run: those of opening, compiling and ``lint_docx``.

    Of a part that does not compile the sound tags are compared with the fields.
    """
    compiled, problems = read_template(source, name=name)
    return problems if compiled is None else [*problems, *lint_docx(compiled, fields)]


def _field_problem(wrong: WrongField, part: CompiledPart | FaultyPart) -> Problem:
    tag = part.tag_at(wrong.use.line)
    details = {"name": wrong.use.path, "text": tag.text if tag else ""}
    code = f"tags.{wrong.reason}"
    if wrong.nearest:
        code, details["nearest"] = "tags.unlisted_field", wrong.nearest
    return Problem(code, tag.place if tag else None, details)


def _theme_fonts(compiled: CompiledDocx) -> Iterator[Problem]:
    """Theme fonts beat the fonts that a style names, and change with the machine's theme."""
    if "word/styles.xml" not in compiled.package:
        return
    root = etree.fromstring(compiled.package.read("word/styles.xml"), xml_parser())
    for owner in root.iter(w("docDefaults"), w("style")):
        if any(name in fonts.attrib for fonts in owner.iter(w("rFonts")) for name in _THEME):
            named = owner.find(w("name"))
            style = "文档默认值" if named is None else str(named.get(VAL))
            yield Problem(
                "docx.theme_font",
                WordPlace(compiled.name, _STYLES, excerpt=style),
                {"style": style},
            )


def _tracked(content: bytes, place: WordPlace) -> Iterator[Problem]:
    if b"<w:ins " in content or b"<w:del " in content or b"<w:move" in content:
        root = etree.fromstring(content, xml_parser())
        count = sum(1 for _ in root.iter(*TRACKED))
        if count:
            yield Problem("docx.tracked_changes", place, {"count": str(count)})

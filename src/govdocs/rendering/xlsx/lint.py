"""Holds a compiled template against the list of fields, before there is any data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2.exceptions import TemplateError as JinjaError

from govdocs.errors import Problem, TemplateError
from govdocs.rendering.xlsx.compiled import CompiledXlsx, cell_environment, compiler_of
from govdocs.rendering.xlsx.program import ProgramSource, text_program
from govdocs.rendering.xlsx.sites import Site
from govdocs.tags.schema_tree import FieldNode
from govdocs.tags.uses import WrongField, field_uses, wrong_uses


def lint_xlsx(compiled: CompiledXlsx, fields: FieldNode) -> list[Problem]:
    """Return every use of a field that the list does not have, or not in that way, by cell.

    What breaks the tag language itself (braces, syntax, filters, macros, links) was refused by
    ``compile_xlsx`` already. Codes: ``xlsx.unknown_field`` (details: tag, field, nearest),
    ``xlsx.rows_printed``, ``xlsx.value_looped``.
    """
    env = cell_environment()
    problems: list[Problem] = []
    for sheet in compiled.sheets:
        wrong = wrong_uses(field_uses(sheet.source.assemble(env, ())), fields)
        problems += _said(wrong, sheet.rows.sites)
    wrong = wrong_uses(field_uses(text_program(env, compiled.text_sites)), fields)
    problems += _said(wrong, compiled.text_sites)
    return problems


def check_xlsx(source: Path | bytes, fields: FieldNode, *, name: str = "") -> list[Problem]:
    """Return all that is wrong with a template in one run: file, tags, and fields.

    Where the tags of a sheet are faulty, the fields of its sound cells are still compared; only
    a sheet whose repeated rows do not close waits until they do.
    """
    try:
        compiler = compiler_of(source, name)
    except TemplateError as error:
        return list(error.problems)
    try:
        return lint_xlsx(compiler.compile(), fields)
    except TemplateError as error:
        problems = list(error.problems)
    env = cell_environment()
    for rows in compiler.rows:
        try:
            uses = field_uses(
                ProgramSource(rows.blocks, rows.segments, rows.sites).assemble(env, ())
            )
        except (JinjaError, LookupError):
            continue
        problems += _said(wrong_uses(uses, fields), rows.sites)
    problems += _said(
        wrong_uses(field_uses(text_program(env, compiler.texts)), fields), compiler.texts
    )
    return problems


def _said(wrong: list[WrongField], sites: Sequence[Site]) -> list[Problem]:
    problems: list[Problem] = []
    for found in wrong:
        site = sites[found.use.line - 1]
        details = {"tag": site.tag, "field": found.use.path, "nearest": found.nearest}
        problem = Problem(f"xlsx.{found.reason}", site.place, details)
        if problem not in problems:
            problems.append(problem)
    return problems

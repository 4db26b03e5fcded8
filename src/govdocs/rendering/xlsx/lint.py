"""Holds a compiled template against the list of fields, before there is any data."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.errors import Problem
from govdocs.rendering.xlsx.compiled import CompiledXlsx, cell_environment
from govdocs.rendering.xlsx.program import text_program
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


def _said(wrong: list[WrongField], sites: Sequence[Site]) -> list[Problem]:
    problems: list[Problem] = []
    for found in wrong:
        site = sites[found.use.line - 1]
        details = {"tag": site.tag, "field": found.use.path, "nearest": found.nearest}
        problem = Problem(f"xlsx.{found.reason}", site.place, details)
        if problem not in problems:
            problems.append(problem)
    return problems

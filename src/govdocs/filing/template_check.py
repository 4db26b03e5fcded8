"""A template held against the field list, before there is any data."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.place import FilePlace
from govdocs.rendering.docx import check_docx
from govdocs.rendering.xlsx import compile_xlsx, lint_xlsx
from govdocs.reporting.review_note import TEMPLATE, review_fields
from govdocs.tags.fields import case_fields
from govdocs.tags.schema_tree import FieldNode


def check_template(file: Path) -> list[Problem]:
    """Return everything that is wrong with one template; an empty list says that it is sound."""
    if not file.is_file():
        return [Problem("filing.template_not_there", FilePlace(str(file)))]
    try:
        if file.suffix.lower() == ".xlsx":
            return lint_xlsx(compile_xlsx(file, name=file.name), case_fields())
        if file.suffix.lower() == ".docx":
            return check_docx(file, _fields(file), name=file.name)
    except GovdocsError as error:
        return list(error.problems)
    raise InputError([Problem("filing.not_a_template", FilePlace(str(file)))])


def _fields(file: Path) -> FieldNode:
    """The fields that the template may use: those of a case, and its own for the review note."""
    fields = case_fields()
    if file.name != TEMPLATE:
        return fields
    return FieldNode(
        "", fields.title, "record", children={**fields.children, "review": review_fields()}
    )

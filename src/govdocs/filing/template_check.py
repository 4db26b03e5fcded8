"""A template held against the field list, before there is any data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.place import FilePlace
from govdocs.rendering.docx import check_docx
from govdocs.rendering.xlsx import check_xlsx
from govdocs.reporting.review_note import TEMPLATE, review_fields
from govdocs.tags.evaluation.fields import evaluation_fields
from govdocs.tags.fields import case_fields
from govdocs.tags.schema_tree import FieldNode


def check_template(file: Path) -> list[Problem]:
    """Return everything that is wrong with one template; an empty list says that it is sound.

    A template is made for one kind of case: it is held against the fields of the kind that it
    fits better.
    """
    if not file.is_file():
        return [Problem("filing.template_not_there", FilePlace(str(file)))]
    try:
        if file.suffix.lower() == ".xlsx":
            return _better(lambda fields: check_xlsx(file, fields, name=file.name), case_fields())
        if file.suffix.lower() == ".docx":
            return _better(lambda fields: check_docx(file, fields, name=file.name), _fields(file))
    except GovdocsError as error:
        return list(error.problems)
    raise InputError([Problem("filing.not_a_template", FilePlace(str(file)))])


def _better(check: Callable[[FieldNode], list[Problem]], fields: FieldNode) -> list[Problem]:
    found = check(fields)
    if not found:
        return found
    of_reports = check(evaluation_fields())
    return of_reports if len(of_reports) < len(found) else found


def _fields(file: Path) -> FieldNode:
    """The fields that the template may use: those of a case, and its own for the review note."""
    fields = case_fields()
    if file.name != TEMPLATE:
        return fields
    return FieldNode(
        "", fields.title, "record", children={**fields.children, "review": review_fields()}
    )

"""A template held against the field list, before there is any data."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.place import FilePlace
from govdocs.rendering.docx import compile_docx, lint_docx
from govdocs.rendering.xlsx import compile_xlsx, lint_xlsx
from govdocs.tags.fields import case_fields


def check_template(file: Path) -> list[Problem]:
    """Return everything that is wrong with one template; an empty list says that it is sound."""
    if not file.is_file():
        return [Problem("filing.template_not_there", FilePlace(str(file)))]
    try:
        if file.suffix.lower() == ".xlsx":
            return lint_xlsx(compile_xlsx(file, name=str(file)), case_fields())
        if file.suffix.lower() == ".docx":
            return lint_docx(compile_docx(file, name=str(file)), case_fields())
    except GovdocsError as error:
        return list(error.problems)
    raise InputError([Problem("filing.not_a_template", FilePlace(str(file)))])

"""The files of one call checked: cases as cases, finished documents on their own.

What only one kind needs is loaded when such a file comes: a Word file waits for no case machinery.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.reporting.report import Rules

if TYPE_CHECKING:
    from govdocs.filing.case_check import CheckedCase
    from govdocs.filing.document_check import CheckedDocument
    from govdocs.reporting.word_comments import CommentedDocx


Checked: TypeAlias = "CheckedCase | CheckedDocument"


def check_targets(files: Sequence[Path]) -> tuple[Checked, ...]:
    """Check every file: Word files and plain workbooks as finished documents, the others as cases.

    Where some cannot be used, raises InputError with the problems of all.
    """
    from govdocs.filing.document_check import check_finished, is_finished

    checked: list[Checked] = []
    problems: list[Problem] = []
    for file in files:
        try:
            checked.append(check_finished(file) if is_finished(file) else _check_case(file))
        except GovdocsError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return tuple(checked)


def _check_case(file: Path) -> CheckedCase:
    from govdocs.filing.case_check import check_case

    return check_case(file)


def commented(checked: Checked, own_templates: Sequence[Path] = ()) -> CommentedDocx:
    """Return a copy with comments: of a finished document, or of the filing that a case builds."""
    from govdocs.filing.document_check import CheckedDocument, commented_document

    if isinstance(checked, CheckedDocument):
        return commented_document(checked)
    from govdocs.filing.case_check import commented_report

    return commented_report(checked, own_templates)


def rules_for(checked: Sequence[Checked]) -> Rules:
    """The rules by code that the findings of ``checked`` are told with."""
    from govdocs.filing.document_check import CheckedDocument, document_rules_by_code

    found: dict[str, Any] = {}
    if any(isinstance(one, CheckedDocument) for one in checked):
        found |= document_rules_by_code()
    if not all(isinstance(one, CheckedDocument) for one in checked):
        from govdocs.filing.check_papers import rules_by_code

        found |= rules_by_code()
    return found

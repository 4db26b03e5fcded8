"""A document's accepted changes written back into its case file, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.comparing.update.plan import plan_update
from govdocs.comparing.update.write_back import Rewritten, rewritten
from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.case_work import case_work
from govdocs.model.any_case import AnyCase
from govdocs.writing.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class Update:
    """A planned update: the document as held, and the case file as it would be."""

    case: Path
    case_now: AnyCase
    held: HeldDocument
    rewritten: Rewritten


def plan_file_update(case: Path, document: Path, templates: Sequence[Path] = ()) -> Update:
    """Hold ``document`` against ``case`` and plan what would be written; errors as both do."""
    with case_work(case) as work:
        held = hold_document(work, document, templates)
        plan = plan_update(held.held.differences, work.subject, held.paper, held.laid)
        return Update(
            case, work.subject.derived_case, held, rewritten(case, plan, work.subject.places)
        )


def write_update(update: Update) -> None:
    """Put the new content at the case file; OutputError leaves the old one."""
    if update.rewritten.edits:
        write_atomically(update.case, update.rewritten.data)

"""A document's accepted changes written back into its case file, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.comparing.update.plan import Edit, Plan, plan_update
from govdocs.comparing.update.rows import RowEdit
from govdocs.comparing.update.write_back import Rewritten, rewritten
from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.case_work import case_work
from govdocs.model.any_case import AnyCase
from govdocs.place import PlaceIndex
from govdocs.writing.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class Update:
    """A planned update: the document as held, and the case file as it would be."""

    case: Path
    case_now: AnyCase
    held: HeldDocument
    rewritten: Rewritten
    places: PlaceIndex


def plan_file_update(case: Path, document: Path, templates: Sequence[Path] = ()) -> Update:
    """Hold ``document`` against ``case`` and plan what would be written; errors as both do."""
    with case_work(case) as work:
        held = hold_document(work, document, templates)
        plan = plan_update(held.held.differences, work.subject, held.paper, held.laid)
        places = work.subject.places
        made = rewritten(case, plan, places)
        return Update(case, work.subject.derived_case, held, made, places)


def chosen(update: Update, items: Sequence[Edit | RowEdit]) -> Update:
    """The same update with these items of ``update.rewritten.items`` alone; the others stay as they are."""
    edits = {item.path: item for item in items if isinstance(item, Edit)}
    rows = [item for item in items if isinstance(item, RowEdit)]
    plan = Plan(edits, list(update.rewritten.refused), rows)
    return replace(update, rewritten=rewritten(update.case, plan, update.places))


def write_update(update: Update) -> None:
    """Put the new content at the case file; OutputError leaves the old one."""
    if update.rewritten.items:
        write_atomically(update.case, update.rewritten.data)

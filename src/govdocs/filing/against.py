"""A finished document held against its case: which paper it is, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.comparing.against.difference import Held
from govdocs.comparing.against.excel_paper import excel_paper
from govdocs.comparing.against.expected import ExpectedPaper
from govdocs.comparing.against.findings import findings_of
from govdocs.comparing.against.holding import hold, lay_over
from govdocs.comparing.against.word_paper import word_paper
from govdocs.comparing.alignment.sequence import Alignment
from govdocs.errors import InputError, Problem
from govdocs.filing.case_work import CaseWork
from govdocs.filing.old_formats import open_finished
from govdocs.filing.papers import Paper, papers_of
from govdocs.finding import CheckResult
from govdocs.model.case import Case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.place import FilePlace
from govdocs.place import Path as CasePath
from govdocs.reading import FinishedDocument

ENOUGH = 0.5
"""Share of paragraphs and rows that must be found again for a document to be this paper."""

LEAST_HEADS = 2


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """One document and all that it says differently from its case; ``data`` is it as a new file."""

    document: FinishedDocument
    held: Held
    result: CheckResult
    paper: ExpectedPaper
    laid: Alignment
    data: bytes = b""


def hold_document(work: CaseWork, file: Path, own_templates: Sequence[Path] = ()) -> HeldDocument:
    """Hold the document in ``file`` against the paper of the case that it is.

    Raises InputError ``against.no_paper`` (details: name, papers, share) where it is none of the
    case's papers, and what reading the document and filling the paper raise.
    """
    opened = open_finished(file, as_typed=True)
    document = opened.document
    best: tuple[float, ExpectedPaper] | None = None
    papers = [
        p
        for p in papers_of(work.subject.stated, work.subject.forms)
        if p.file.endswith(document.kind)
    ]
    chosen = None
    for paper in papers:
        expected = expected_paper(work, paper, own_templates)
        laid = lay_over(expected, document)
        if best is None or laid.share > best[0]:
            best, chosen = (laid.share, expected), laid
    foreign = (
        best is not None
        and chosen is not None
        and (
            isinstance(work.subject.stated, EvaluationCase)
            and heads_found(best[1], chosen) < ENOUGH
        )
    )
    if best is None or chosen is None or best[0] < ENOUGH or foreign:
        details = {
            "name": file.name,
            "papers": "、".join(p.file for p in papers) or "没有",
            "share": f"{(best[0] if best else 0) * 100:.0f}%",
        }
        raise InputError([Problem("against.no_paper", FilePlace(str(file)), details)])
    held = hold(best[1], document, chosen)
    result = CheckResult(findings_of(held, work.subject))
    return HeldDocument(document, held, result, best[1], chosen, opened.data)


def heads_found(paper: ExpectedPaper, laid: Alignment) -> float:
    """Return which share of the template's own table heads the document still has, from 0 to 1.

    A case that was read from a report holds the report's very words; only heads tell that the
    report itself was made by another hand. 1 for a paper with fewer than two such rows.
    """
    fixed = {
        id(unit)
        for unit in laid.former
        if unit.table is not None and unit.key
        and not any(slot.place in paper.stretches for slot in unit.slots)
    }  # fmt: skip
    if len(fixed) < LEAST_HEADS:
        return 1.0
    kept = sum(id(p.former) in fixed and p.former.key == p.latter.key for p in laid.pairs)
    return kept / len(fixed)


def expected_paper(
    work: CaseWork, paper: Paper, own_templates: Sequence[Path] = ()
) -> ExpectedPaper:
    """Fill one paper of the case so that every printed value is known by its place."""
    subject, workshop = work.subject, work.workshop(own_templates)
    workshop.prove([paper])
    record = subject.context.record
    if paper.file.endswith(".xlsx"):
        return excel_paper(paper.file, workshop.xlsx(paper.templates[0]), record)
    filled = workshop.docx(paper.templates).fill(record, trace=True)
    return word_paper(paper.file, filled, subject.prose, _lists(work))


def _lists(work: CaseWork) -> dict[CasePath, Sequence[str]]:
    case = work.subject.derived_case
    letter = case.letter if isinstance(case, Case) else None
    if letter is None:
        return {}
    copies = () if letter.imprint is None else letter.imprint.copies_to
    return {("letter", "addressees"): letter.addressees, ("letter", "imprint", "copies_to"): copies}

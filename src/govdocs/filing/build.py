"""One case from file to folder: everything is made and gated before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.checks.engine import run_checks
from govdocs.checks.subject import Subject
from govdocs.errors import Problem, TemplateError
from govdocs.filing.case_work import CaseWork, case_work
from govdocs.filing.check_papers import check_papers
from govdocs.filing.manifest import manifest
from govdocs.filing.papers import Paper, papers_of
from govdocs.filing.workshop import Workshop
from govdocs.finding import CheckResult
from govdocs.place import CellPlace
from govdocs.tags.values import Record
from govdocs.writing.atomic import write_all_atomically

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A case that was built: its name, folder, papers, and what the checks say of it.

    ``remarks`` is what somebody should look at in the papers before they are printed.
    """

    name: str
    folder: Path
    files: tuple[str, ...]
    result: CheckResult
    remarks: tuple[Problem, ...] = ()


def build_case(file: Path, out: Path, own_templates: Sequence[Path] = ()) -> Built:
    """Check, fill, assemble and gate the case in ``file``; write all papers to ``out/<its name>``.

    Raises InputError, TemplateError, OutputError or ProgramFault; the folder is then as before.
    Findings do not stop a build: they are written beside the papers and returned.
    """
    with case_work(file) as work:
        outputs, result, remarks = _make(work, own_templates)
    folder = out / file.stem
    write_all_atomically(folder, outputs, inputs=[file])
    return Built(file.stem, folder, tuple(sorted(outputs)), result, remarks)


def _make(
    work: CaseWork, own_templates: Sequence[Path]
) -> tuple[dict[str, bytes], CheckResult, tuple[Problem, ...]]:
    subject, workshop = work.subject, work.workshop(own_templates)
    papers = papers_of(subject.stated, subject.forms)
    remarks: list[Problem] = []
    outputs = fill_papers(papers, workshop, subject, remarks)
    result = run_checks(subject)
    outputs |= check_papers(subject, result, work.file.name, workshop)
    data = {work.file.name: work.file.read_bytes()}
    outputs[MANIFEST] = manifest(data, workshop.used_for(papers), outputs)
    return outputs, result, tuple(remarks)


def fill_papers(
    papers: Sequence[Paper],
    workshop: Workshop,
    subject: Subject,
    remarks: list[Problem] | None = None,
) -> dict[str, bytes]:
    """Fill every paper; raise TemplateError with the problems of all of them.

    ``remarks`` takes what somebody should look at: ``filing.text_cut`` for each row of a workbook
    whose text is higher than Excel's highest row.
    """
    workshop.prove(papers)
    record = subject.context.record
    outputs: dict[str, bytes] = {}
    problems: list[Problem] = []
    for paper in papers:
        try:
            if paper.file.endswith(".xlsx"):
                filled = workshop.xlsx(paper.templates[0]).fill(record)
                outputs[paper.file] = filled.data
                if remarks is not None:
                    remarks += [
                        Problem("filing.text_cut", CellPlace(paper.file, sheet, f"A{row}"))
                        for sheet, row in filled.cut
                    ]
            else:
                outputs[paper.file] = workshop.docx(paper.templates).fill(record).data
        except TemplateError as error:
            told = _told_by_template(paper, workshop, record) or error.problems
            problems.extend(problem for problem in told if problem not in problems)
    if problems:
        raise TemplateError(problems)
    return outputs


def _told_by_template(paper: Paper, workshop: Workshop, record: Record) -> list[Problem]:
    """What is wrong with each template of a joined paper by itself.

    In the joined paper tables and paragraphs are counted through all templates; the person who
    mends one has it alone before them.
    """
    if len(paper.templates) == 1:
        return []
    problems: list[Problem] = []
    for name in paper.templates:
        try:
            workshop.docx((name,)).fill(record)
        except TemplateError as error:
            problems.extend(error.problems)
    return problems

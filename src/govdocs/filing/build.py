"""One case from file to folder: everything is made and gated before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.checks.engine import run_checks
from govdocs.checks.subject import Subject
from govdocs.errors import GovdocsError, Problem, TemplateError
from govdocs.filing.check_papers import check_papers
from govdocs.filing.manifest import manifest
from govdocs.filing.papers import Paper, papers_of
from govdocs.filing.template_home import TemplateHome
from govdocs.filing.workshop import Workshop, workshop_of
from govdocs.finding import CheckResult
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import LoadedCase, load_case
from govdocs.place import Path as ValuePath
from govdocs.place import Place
from govdocs.writing.atomic import write_all_atomically

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A case that was built: its name, folder, papers, and what the checks say of it."""

    name: str
    folder: Path
    files: tuple[str, ...]
    result: CheckResult


def build_case(file: Path, out: Path, own_templates: Sequence[Path] = ()) -> Built:
    """Check, fill, assemble and gate the case in ``file``; write all papers to ``out/<its name>``.

    Raises InputError, TemplateError, OutputError or ProgramFault; the folder is then as before.
    Findings do not stop a build: they are written beside the papers and returned.
    """
    loaded = load_case(file)
    try:
        outputs, result = _make(loaded, own_templates)
    except GovdocsError as error:
        find = loaded.places.find
        raise type(error)([_placed(problem, find) for problem in error.problems]) from None
    folder = out / file.stem
    write_all_atomically(folder, outputs, inputs=[file])
    return Built(file.stem, folder, tuple(sorted(outputs)), result)


def _make(
    loaded: LoadedCase, own_templates: Sequence[Path]
) -> tuple[dict[str, bytes], CheckResult]:
    case, file = loaded.case, loaded.file
    subject = Subject(case, form_set_of(case), loaded.places)
    named = [] if case.templates is None else [file.parent / case.templates]
    workshop = workshop_of(TemplateHome.of([*own_templates, *named]))
    papers = papers_of(case, subject.forms)
    outputs = fill_papers(papers, workshop, subject)
    result = run_checks(subject)
    outputs |= check_papers(result, file.name)
    used = sorted({name for paper in papers for name in paper.templates})
    outputs[MANIFEST] = manifest(
        {file.name: file.read_bytes()}, {name: workshop.read[name] for name in used}, outputs
    )
    return outputs, result


def fill_papers(papers: Sequence[Paper], workshop: Workshop, subject: Subject) -> dict[str, bytes]:
    """Fill every paper; raise TemplateError with the problems of all of them."""
    record = subject.context.record
    outputs: dict[str, bytes] = {}
    problems: list[Problem] = []
    for paper in papers:
        try:
            if paper.file.endswith(".xlsx"):
                outputs[paper.file] = workshop.xlsx(paper.templates[0]).fill(record).data
            else:
                outputs[paper.file] = workshop.docx(paper.templates).fill(record).data
        except TemplateError as error:
            problems.extend(p for p in error.problems if p not in problems)
    if problems:
        raise TemplateError(problems)
    return outputs


def _placed(problem: Problem, find: Callable[[ValuePath], Place | None]) -> Problem:
    """Give a problem about a value of the case the place where the value stands."""
    if problem.place is None and problem.path is not None:
        return replace(problem, place=find(problem.path))
    return problem

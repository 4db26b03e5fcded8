"""What an evaluation's papers show of its case, and their words, for comparing case with case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govdocs.checks.subject import Subject
from govdocs.filing.build import fill_papers
from govdocs.filing.papers import papers_of
from govdocs.filing.template_home import TemplateHome
from govdocs.filing.workshop import workshop_of
from govdocs.forms.catalogue import form_set_of
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.reading import FinishedDocument, read_document
from govdocs.reading_in.as_typed import fitting

NOT_ON_PAPER = (
    "form",  # the choice of templates
    "templates",
    "policy",  # the report tells the rates in prose
    "facts",  # figures of the prose alone: they come in as prose
    "places",  # for the checks
    "settings",
    "accepted",
    "citations",  # cited under names of their own; compared by number
    "milestones",  # told in prose, where it tells them
    "goals",
)
OF_A_LEAF = ("measure", "judged", "defects", "rule")
"""The table prints the value itself; what answered the rule's clauses is nobody's to read."""


def shown(case: EvaluationCase) -> dict[str, Any]:
    """The case with all that follows from it, its prose filled in, without what no paper shows."""
    subject = Subject(case, form_set_of(case))
    full = subject.derived_case
    assert isinstance(full, EvaluationCase)
    data = full.model_dump(mode="json", exclude=set(NOT_ON_PAPER))
    for path, text in subject.prose.items():
        _put(data, list(path), text.text)
    for block in data["indicators"]:
        for group in block["groups"]:
            for row in group["indicators"]:
                for name in OF_A_LEAF:
                    row.pop(name)
                row["remark"] = (row["remark"] or "").rstrip("。")
    for firm in data["recipients"]:
        firm.pop("trade")  # customs figures stand behind the grants, not in the report
    for source in data["sources"]:
        source.pop("measured")  # told by what has arrived
    for problem in data["problems"]:
        problem.pop("indicators")  # which points were lost for it
    if data["survey"] is not None:
        _survey(data["survey"])
    data["tables"] = sorted((row["name"], row["title"]) for row in data["tables"])
    return data


def _survey(survey: dict[str, Any]) -> None:
    given = {o["text"] for q in survey["questions"] if q["counts"] == "是" for o in q["options"]}
    survey["weights"] = sorted(
        (w["answer"], w["weight"]) for w in survey["weights"] if w["answer"] in given
    )
    for question in survey["questions"]:
        question.pop("open")
        question.pop("asked_after")  # under the short name of another question
        if question["counts"] != "是":
            question.pop("name")


def _put(data: dict[str, Any], path: list[Any], text: str) -> None:
    here: Any = data
    for step in path[:-1]:
        if isinstance(here, dict) and step not in here:
            return  # prose of what no paper shows
        here = here[step]
    if isinstance(here, list) or path[-1] in here:
        here[path[-1]] = text


def differing(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Every leaf of ``one`` that ``other`` says differently."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one:
            yield from differing(one[key], other.get(key), f"{path}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differing(a, b, f"{path}[{at}]")
    elif one != other:
        yield f"{path}: {one!r} {other!r}"


def papers(
    case: EvaluationCase, kinds: tuple[str, ...] = ("docx", "xlsx")
) -> list[FinishedDocument]:
    """The papers of a case, read as finished documents."""
    subject = Subject(case, form_set_of(case))
    wanted = [p for p in papers_of(case, subject.forms) if p.file.endswith(kinds)]
    filled = fill_papers(wanted, workshop_of(TemplateHome.of([])), subject)
    return [
        fitting(
            read_document(filled[name], name=name, as_typed=True),
            read_document(filled[name], name=name),
        )
        for name in sorted(filled)
    ]


def words(document: FinishedDocument) -> list[str]:
    """Every paragraph and cell of a document in its order."""
    cells = [cell.text for table in document.tables for cell in table.cells()]
    return [p.full for p in (*document.paragraphs, *document.notes)] + cells


def papers_in(folder: Path) -> list[Path]:
    """The papers of a built case, without the note on accepted findings."""
    found = [p for p in sorted(folder.iterdir()) if p.suffix in {".docx", ".xlsx"}]
    return [p for p in found if p.stem != "审核情况说明"]

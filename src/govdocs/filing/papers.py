"""Which papers a case becomes, and which templates each is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.errors import InputError, Problem
from govdocs.forms.form_set import AttachmentForm, FormSet
from govdocs.model.any_case import AnyCase
from govdocs.model.case import Case
from govdocs.model.evaluation.case import EvaluationCase

WHOLE = "报告.docx"


@dataclass(frozen=True, slots=True)
class Paper:
    """One output file and the templates that are joined for it, in order."""

    file: str
    templates: tuple[str, ...]


def papers_of(case: AnyCase, forms: FormSet) -> tuple[Paper, ...]:
    """Return the whole filing (letter, attachments, imprint), then each attachment by itself.

    Raises InputError ``filing.unknown_attachment`` (details: given, known) and
    ``filing.attachment_twice`` for attachments that the forms do not have or a case repeats,
    ``filing.nothing_to_make`` for a case without letter and attachments.
    """
    if isinstance(case, EvaluationCase):
        return tuple(_report_papers(case, forms))
    chosen = _chosen(case, forms)
    if case.letter is None and not chosen:
        raise InputError([Problem("filing.nothing_to_make", path=("attachments",))])
    whole = [form.docx for form in chosen]
    if case.letter is not None:
        whole = ["letter.docx", *whole]
        if case.letter.imprint is not None or case.letter.disclosure is not None:
            whole.append("imprint.docx")
    papers = [Paper(WHOLE, tuple(whole))]
    for at, (attachment, form) in enumerate(zip(case.attachments, chosen, strict=True)):
        number = attachment.number or at + 1
        name = "附件" if len(chosen) == 1 else f"附件{number}"
        papers += [Paper(f"{name}.docx", (form.docx,)), Paper(f"{name}.xlsx", (form.xlsx,))]
    return tuple(papers)


def _report_papers(case: EvaluationCase, forms: FormSet) -> Iterator[Paper]:
    """The files that the forms name, without the templates whose matter the case does not have."""
    for paper in forms.papers:
        absent = {name for name, field in paper.needs.items() if not getattr(case, field)}
        kept = tuple(name for name in paper.templates if name not in absent)
        if kept:
            yield Paper(paper.file, kept)


def _chosen(case: Case, forms: FormSet) -> list[AttachmentForm]:
    problems: list[Problem] = []
    chosen: list[AttachmentForm] = []
    seen: set[object] = set()
    for at, attachment in enumerate(case.attachments):
        form = forms.attachment(attachment.form)
        path = ("attachments", at, "form")
        number = attachment.number or at + 1
        if form is None:
            known = "、".join(f"{a.form}（{a.title}）" for a in forms.attachments)
            details = {"given": attachment.form, "known": known}
            problems.append(Problem("filing.unknown_attachment", details=details, path=path))
            continue
        if form.form in seen or number in seen:
            details = {"given": attachment.form, "number": str(number)}
            problems.append(Problem("filing.attachment_twice", details=details, path=path))
        seen |= {form.form, number}
        chosen.append(form)
    if problems:
        raise InputError(problems)
    return chosen

"""An evaluation case for templates and prose: computed, filled, laid out as the report."""

from __future__ import annotations

from govdocs.evaluation.derive import derive_evaluation
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.place import Path
from govdocs.tags.context import UNSEEN, record_of
from govdocs.tags.evaluation.figures import figure_views
from govdocs.tags.evaluation.report_tables import annex_rows
from govdocs.tags.evaluation.report_view import ReportView
from govdocs.tags.evaluation.self_rating import self_rating
from govdocs.tags.evaluation.survey_annex import survey_annex
from govdocs.tags.prose_filling import fill_prose
from govdocs.tags.text import FilledText
from govdocs.tags.values import Node, Record, Rows, Value


class EvaluationContext:
    """The fields of an evaluation for templates, and its prose with the source of each figure.

    As ``CaseContext`` is for a filing. Raises TemplateError with all problems of all texts, and
    ``evaluation.unknown_table`` or ``evaluation.unknown_group`` for names that nothing has.
    """

    def __init__(self, case: EvaluationCase, forms: FormSet) -> None:
        full, self.derived = derive_evaluation(case, forms)
        self.case = full
        self.forms = forms
        base = {
            name: node
            for name, node in record_of(type(full), full, (), self.derived).items()
            if name not in UNSEEN
        }
        base |= figure_views(full, forms, base)
        self.prose: dict[Path, FilledText] = {}
        done = fill_prose(base, base, self.prose)
        done |= self._papers(done)
        self.record = Record(done, ())

    def _papers(self, done: dict[str, Node]) -> dict[str, Node]:
        """What only the papers need: blocks of the report, rows of the annexes."""
        blocks = done["blocks"]
        assert isinstance(blocks, Rows)
        return {
            "report": ReportView(done).record(),
            "scoring": annex_rows(self.case, self.forms, blocks),
            **survey_annex(self.case, done),
            "self_rating": self_rating(self.case, done, self.forms),
            "signing": _signing(done),
        }


def _signing(done: dict[str, Node]) -> Rows:
    """The lines of the signature page, one a post."""
    cover = done["cover"]
    assert isinstance(cover, Record)
    signers = cover["signers"]
    assert isinstance(signers, Rows)
    rows: list[Node] = [
        Record({"post": post, "firm": cover["evaluator"]}, post.path)
        for post in signers
        if isinstance(post, Value)
    ]
    return Rows(rows, signers.path)

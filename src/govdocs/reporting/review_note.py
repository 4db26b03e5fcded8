"""审核情况说明: the accepted findings of a case as a Word page that can be signed and filed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from govdocs.checks.acceptance import ExplanationItem, explanation_items
from govdocs.finding import CheckResult
from govdocs.place import Path
from govdocs.reporting.finding_text import FindingText, finding_text
from govdocs.reporting.report import Rules
from govdocs.tags.context import CaseContext
from govdocs.tags.evaluation.context import EvaluationContext
from govdocs.tags.filters import day_cn, join
from govdocs.tags.schema_tree import FieldNode
from govdocs.tags.values import Node, Record, Rows, Value

TEMPLATE = "review-note.docx"
"""The template that prints the page; an office may bring its own."""
OUTPUT = "审核情况说明.docx"
NAMED_PLACES = 3
"""So many places of a finding are named in its row."""
QUOTED = 40
"""So many characters of what stood there are printed; a sentence is known by its beginning."""

_ROW_FIELDS = {
    "number": "序号",
    "code": "规则代号",
    "problem": "问题",
    "place": "位置",
    "value": "当时数值",
    "reason": "说明",
    "person": "说明人",
    "date": "日期",
}


def review_record(
    context: CaseContext | EvaluationContext, result: CheckResult, rules: Rules
) -> Record | None:
    """Return what the template sees: the case's fields and ``review``; None with nothing accepted.

    ``review`` holds ``count``, ``unit`` (who signs the letter, else the line department; of a report its evaluator),
    ``date`` (the latest of the explanations) and ``items`` in the order of the papers.
    """
    items = explanation_items(result)
    if not items:
        return None
    rows = [_row(item, finding_text(item.finding, rules)) for item in items]
    latest = max(date.fromisoformat(item.accepted.date) for item in items)
    review: dict[str, Node] = {
        "count": Value(str(len(items)), ("review", "count"), Decimal(len(items))),
        "unit": _unit(context),
        "date": _day(latest, ("review", "date")),
        "items": Rows(rows, ("review", "items")),
    }
    fields = {**context.record, "review": Record(review, ("review",))}
    project = fields.get("project")
    if isinstance(project, Record):
        # The note names what it is about by one field, whatever the kind of case.
        fields["fund"] = Record({"name": _named(project, fields["year"])}, project.path)
    return Record(fields, ())


def review_fields() -> FieldNode:
    """Return the field list of ``review``, which only this template may use."""
    items = {name: FieldNode(name, title, "value") for name, title in _ROW_FIELDS.items()}
    children = {
        "count": FieldNode("count", "已说明的问题数", "value"),
        "unit": FieldNode("unit", "说明单位", "value"),
        "date": FieldNode("date", "说明日期", "value", explain="各条中最晚的日期"),
        "items": FieldNode("items", "已说明的各条", "rows", children=items),
    }
    return FieldNode("review", "审核情况说明", "record", children=children)


def _row(item: ExplanationItem, text: FindingText) -> Record:
    path: Path = ("review", "items", item.number - 1)
    labels = list(dict.fromkeys(spot.label for spot in text.spots))
    more = f"等{len(labels)}处" if len(labels) > NAMED_PLACES else ""
    words = {
        "code": item.finding.code,
        "problem": text.sentence,
        "place": "；".join(labels[:NAMED_PLACES]) + more,
        "value": text.value if len(text.value) <= QUOTED else f"{text.value[:QUOTED]}……",
        "reason": item.accepted.reason,
        "person": item.accepted.person,
    }
    fields: dict[str, Node] = {name: Value(word, (*path, name)) for name, word in words.items()}
    fields["number"] = Value(str(item.number), (*path, "number"), Decimal(item.number))
    fields["date"] = _day(date.fromisoformat(item.accepted.date), (*path, "date"))
    return Record(fields, path)


def _named(project: Record, year: Node) -> Node:
    """The project's name without the year, which the sentence of the page prints before it."""
    name = project["name"]
    if not isinstance(name, Value) or not isinstance(year, Value):
        return name
    return replace(name, text=name.text.removeprefix(f"{year}年度").removeprefix(f"{year}年"))


def _unit(context: CaseContext | EvaluationContext) -> Value:
    cover = context.record.get("cover")
    if isinstance(cover, Record) and isinstance(evaluator := cover["evaluator"], Value):
        return evaluator
    letter, fund = context.record["letter"], context.record["fund"]
    signatures = letter["signatures"] if isinstance(letter, Record) else None
    if isinstance(signatures, Rows) and len(signatures):
        return join(signatures)
    department = fund["line_department"] if isinstance(fund, Record) else None
    return department if isinstance(department, Value) else Value("", ("review", "unit"))


def _day(day: date, path: Path) -> Value:
    return day_cn(Value(day.isoformat(), path, day=day))

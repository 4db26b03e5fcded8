"""A case as templates and prose see it: every field a value that knows its path."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from govdocs.forms.form_set import FormSet
from govdocs.model.case import Case
from govdocs.model.derived import derive
from govdocs.model.fields import Model
from govdocs.model.quantity import Quantity
from govdocs.place import Path
from govdocs.tags import money_blocks
from govdocs.tags.filters import day_cn
from govdocs.tags.letter_view import letter_view
from govdocs.tags.prose_filling import fill_prose
from govdocs.tags.text import FilledText
from govdocs.tags.values import Node, Record, Rows, Value

UNSEEN = frozenset({"settings", "accepted", "templates", "form"})
"""What a case says about itself and no paper prints."""

ROW_NAME = {
    "allocations": "name",
    "parts": "name",
    "facts": "name",
    "indicators": "name",
    "attachments": "form",
}
"""Lists whose rows can be reached by a field's text: ``allocations.区域协调发展``."""


class CaseContext:
    """The fields of a case for templates, and its prose with the source of each figure.

    ``record`` is what templates see; ``prose`` maps the path of every text that may hold tags
    to its filled form. Raises TemplateError with all problems of all texts.
    """

    def __init__(self, case: Case, forms: FormSet) -> None:
        full, self.derived = derive(case, rate_decimals=forms.settings.rate_decimals)
        self.case = full
        self.forms = forms
        base = {
            name: node
            for name, node in record_of(type(full), full, (), self.derived).items()
            if name not in UNSEEN
        }
        base |= _forms_views(full, forms, base)
        self.prose: dict[Path, FilledText] = {}
        self.record = Record(self._with_prose(base), ())

    def _with_prose(self, base: dict[str, Node]) -> dict[str, Node]:
        visible = {name: node for name, node in base.items() if name != "letter"}
        letter = base["letter"]
        done = fill_prose(base, visible, self.prose)
        if isinstance(letter, Record) and self.case.letter is not None:
            whole = done["letter"]
            assert isinstance(whole, Record)
            done["letter"] = Record(letter_view(whole, done), whole.path)
        return done


def record_of(
    model: type[Model], value: Model | None, path: Path, derived: frozenset[Path]
) -> dict[str, Node]:
    """Return the fields of a group of the case; of no group (None) all blank, so that names are known."""
    fields: dict[str, Node] = {}
    for name, info in model.model_fields.items():
        if name in UNSEEN and not path:
            continue
        child = None if value is None else getattr(value, name)
        fields[name] = _node(info.annotation, child, (*path, name), derived)
    return fields


def _node(annotation: Any, value: Any, path: Path, derived: frozenset[Path]) -> Node:
    annotation = bare_type(annotation)
    if get_origin(annotation) is tuple:
        inner = bare_type(get_args(annotation)[0])
        rows = [_node(inner, row, (*path, i), derived) for i, row in enumerate(value or ())]
        key = ROW_NAME.get(str(path[-1]), "")
        has_names = key and isinstance(inner, type) and key in getattr(inner, "model_fields", ())
        names = [str(getattr(row, key)) for row in value or ()] if has_names else []
        return Rows(rows, path, names)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Record(record_of(annotation, value, path, derived), path)
    return leaf(value, path, derived=path in derived)


def bare_type(annotation: Any) -> Any:
    """Take ``| None`` and ``Annotated`` off a type."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in {Union, types.UnionType}:
            inner = [a for a in get_args(annotation) if a is not type(None)]
            if len(inner) != 1:
                return annotation
            annotation = inner[0]
        else:
            return annotation


def leaf(value: Any, path: Path, *, derived: bool = False) -> Value:
    """Make the value that a template sees of one field; None becomes a blank."""
    if value is None:
        return Value("", path)
    if isinstance(value, Quantity):
        return Value(value.text, path, value.number, value.unit_symbol, derived=derived)
    if isinstance(value, bool):
        return Value("是" if value else "", path)
    if isinstance(value, date):
        return day_cn(Value(value.isoformat(), path, day=value, derived=derived))
    if isinstance(value, Enum):
        return Value(str(value.value), path, derived=derived)
    return Value(str(value), path, derived=derived)


def _forms_views(case: Case, forms: FormSet, base: Mapping[str, Node]) -> dict[str, Node]:
    """Fields that a form prints and the case holds in another shape."""
    return {
        "attachments": _attachments(case, base["attachments"]),
        "budget": money_blocks.budget(case, base["budget"]),
        "execution": money_blocks.execution(case, base["execution"], forms.settings.rate_decimals),
        "declaration": Record({"indicators": _grid(case, base, "declaration")}, ("indicators",)),
        "evaluation": Record(
            {
                "indicators": _grid(case, base, "evaluation"),
                "notes": _notes(case, forms, base),
            },
            ("indicators",),
        ),
    }


def _attachments(case: Case, node: Node) -> Rows:
    assert isinstance(node, Rows)
    rows: list[Node] = []
    for row, attachment in zip(node, case.attachments, strict=True):
        assert isinstance(row, Record)
        alone = len(case.attachments) == 1
        label = "附件" if alone else f"附件{attachment.number}"
        rows.append(Record({**row, "label": Value(label, (*row.path, "number"))}, row.path))
    return Rows(rows, node.path, node.names())


def _grid(case: Case, base: Mapping[str, Node], form: str) -> Rows:
    node = base["indicators"]
    assert isinstance(node, Rows)
    elsewhere = "仅附件2" if form == "declaration" else "仅附件1"
    rows: list[Node] = []
    for row, indicator in zip(node, case.indicators, strict=True):
        if indicator.filed.value == elsewhere:
            continue
        assert isinstance(row, Record)
        shown: dict[str, Node] = dict(row)
        if form == "evaluation":
            shown["name"], shown["target"] = row["reported_name"], row["reported_target"]
        rows.append(Record(shown, row.path))
    return Rows(rows, node.path)


def _notes(case: Case, forms: FormSet, base: Mapping[str, Node]) -> Rows:
    explanation = base["explanation"]
    assert isinstance(explanation, Record)
    if case.explanation.notes is not None:
        stated = explanation["notes"]
        assert isinstance(stated, Rows)
        return stated
    path: Path = ("explanation", "notes")
    return Rows([Value(note, (*path, i), derived=True) for i, note in enumerate(forms.notes)], path)


def texts_of(rows: Sequence[Node]) -> list[str]:
    """The printed texts of a list of values."""
    return [str(row) for row in rows]

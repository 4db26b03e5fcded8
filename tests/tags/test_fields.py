"""The field list promises exactly what a case offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_case
from govdocs.tags.context import CaseContext
from govdocs.tags.fields import case_fields
from govdocs.tags.schema_tree import FieldNode
from govdocs.tags.values import Node, Record, Rows, Value

HUNAN = Path(__file__).parents[2] / "data" / "2017-hunan.yaml"


@pytest.fixture(scope="module")
def record() -> Record:
    case = load_case(HUNAN).case
    return CaseContext(case, form_set_of(case)).record


def mismatches(listed: FieldNode, offered: Node, path: str) -> Iterator[str]:
    kinds = {Record: "record", Rows: "rows", Value: "value"}
    if listed.kind != kinds[type(offered)]:
        yield f"{path}: listed as {listed.kind}, offered as {type(offered).__name__}"
    elif isinstance(offered, Rows):
        for row in offered:
            if listed.children:
                yield from mismatches(
                    FieldNode("", "", "record", children=listed.children), row, f"{path}[]"
                )
    elif isinstance(offered, Record):
        for name in set(listed.children) ^ set(offered):
            yield f"{path}.{name}: only {'listed' if name in listed.children else 'offered'}"
        for name in set(listed.children) & set(offered):
            yield from mismatches(listed.children[name], offered[name], f"{path}.{name}")


def test_every_listed_field_is_offered_and_every_offered_field_is_listed(record: Record) -> None:
    assert sorted(mismatches(case_fields(), record, "case")) == []


def test_every_field_has_a_chinese_name() -> None:
    nameless = [path for path, node in case_fields().walk() if node.title.isascii()]
    assert nameless == []

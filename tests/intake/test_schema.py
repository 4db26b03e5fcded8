"""The JSON Schema that makes an editor complete and explain a case file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from govdocs.intake import case_schema
from govdocs.intake.schema import schema_text
from govdocs.intake.shape import fields_of, models_within
from govdocs.intake.yaml.writer import new_case_yaml
from tests.intake.examples import FULL, MINIMAL


def as_an_editor_reads(text: str) -> Any:
    return days_as_text(YAML(typ="safe", pure=True).load(text))


def days_as_text(data: Any) -> Any:
    """An editor's YAML has no dates of its own."""
    if isinstance(data, dict):
        return {key: days_as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [days_as_text(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data


def errors(text: str) -> list[str]:
    data = as_an_editor_reads(text)
    found = jsonschema.Draft202012Validator(case_schema()).iter_errors(data)
    return [error.json_path for error in found]


def test_it_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(case_schema())


def test_the_committed_file_is_fresh(root: Path) -> None:
    committed = (root / "schemas" / "case.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(), "run: govdocs schema -o schemas/case.schema.json"


def test_the_committed_schema_of_evaluations_is_fresh(root: Path) -> None:
    committed = (root / "schemas" / "evaluation.schema.json").read_text(encoding="utf-8")
    wanted = schema_text("重点绩效评价")
    assert committed == wanted, (
        "run: govdocs schema --kind 重点绩效评价 -o schemas/evaluation.schema.json"
    )


def test_the_shipped_evaluation_validates_by_its_schema(root: Path) -> None:
    text = (root / "data" / "2022-yongxing.yaml").read_text(encoding="utf-8")
    schema = case_schema("重点绩效评价")
    jsonschema.Draft202012Validator.check_schema(schema)
    found = jsonschema.Draft202012Validator(schema).iter_errors(as_an_editor_reads(text))
    assert [error.json_path for error in found] == []


@pytest.mark.parametrize("text", [MINIMAL, FULL])
def test_valid_data_validate(text: str) -> None:
    assert errors(text) == []


def test_the_published_case_validates(root: Path) -> None:
    assert errors((root / "data" / "2017-hunan.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("year: 2017", "year: 1017", "$.year"),
        ("year: 2017", "jahr: 2017", "$"),
        ("  name: 外", "  nmae: 外", "$.fund"),
        ("budget: {}", "budget: 5", "$.budget"),
        ("上行文", "上行", "$.letter.course"),
        ("37.3%", "0.373", "$.facts[0].growth"),
        ("run_in: 是", "run_in: 对", "$.letter.sections[0].sections[0].run_in"),
        ("2018年5月18日", "2018.5.18", "$.letter.date"),
    ],
)
def test_wrong_data_are_refused_at_their_place(old: str, new: str, where: str) -> None:
    assert where in errors(FULL.replace(old, new))


def test_every_field_is_explained_in_chinese() -> None:
    schema = case_schema()
    groups = [schema, *schema["$defs"].values()]
    properties = [field for group in groups for field in group["properties"].values()]
    assert len(properties) == sum(len(fields_of(model)) for model in models_within())
    for field in properties:
        assert field["title"]
        assert field["description"]
        assert field["title"] in field["markdownDescription"]
    assert all(group["additionalProperties"] is False for group in groups)


def test_a_fresh_file_is_only_incomplete() -> None:
    data = as_an_editor_reads(new_case_yaml())
    kinds = {e.validator for e in jsonschema.Draft202012Validator(case_schema()).iter_errors(data)}
    assert kinds <= {"type", "anyOf", "enum", "required"}

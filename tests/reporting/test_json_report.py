from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from govdocs.finding import CheckResult
from govdocs.place import FilePlace
from govdocs.reporting.finding_text import finding_text
from govdocs.reporting.json_report import findings_json
from govdocs.reporting.report import Report

from . import samples

jsonschema: Any = import_module("jsonschema")  # no types are published for it
SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/findings.schema.json").read_text("utf-8"))
REPORTS = [samples.REPORT, samples.CLEAN, samples.BROKEN]


def read(reports: list[Report] = REPORTS) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(findings_json(reports, samples.RULES))
    return data


def test_the_output_keeps_to_the_published_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    in_a_file = replace(samples.RATE.spots[0], place=FilePlace("出口"))
    report = Report("a", CheckResult((replace(samples.RATE, spots=(in_a_file,)),)))
    jsonschema.validate(read([*REPORTS, report]), SCHEMA, jsonschema.Draft202012Validator)


def test_the_schema_refuses_what_it_does_not_know() -> None:
    data = read()
    data["reports"][0]["findings"][0]["level"] = "必错"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA, jsonschema.Draft202012Validator)


def test_equal_results_give_equal_bytes() -> None:
    turned = replace(samples.HOSTILE, details=dict(reversed(list(samples.HOSTILE.details.items()))))
    one = Report("a", CheckResult((samples.HOSTILE,)))
    two = Report("a", CheckResult((turned,)))
    assert findings_json([one], samples.RULES) == findings_json([two], samples.RULES)


def test_json_and_text_say_the_same() -> None:
    said = [finding["sentence"] for finding in read()["reports"][0]["findings"]]
    assert said == [finding_text(f, samples.RULES).sentence for f in samples.RESULT.findings]


def test_figures_are_text() -> None:
    text = findings_json([samples.REPORT], samples.RULES)
    assert '"shown": "16573.08"' in text
    assert json.loads(text, parse_float=lambda _: pytest.fail("a float")) is not None


def test_places_and_acceptance_are_data() -> None:
    findings = read()["reports"][0]["findings"]
    assert findings[1]["spots"][0]["place"] == {
        "kind": "line",
        "file": "data/2017-hunan.yaml",
        "line": 23,
        "column": 50,
        "text": "data/2017-hunan.yaml 第23行第50列",
    }
    assert findings[0]["spots"][0]["span"] == [20, 33]
    assert findings[3]["accepted"]["person"] == "张三"
    assert findings[1]["below"][0]["spots"][0]["path"] == "execution.central.rate"


def test_the_exit_code_is_in_it() -> None:
    assert read()["exit_code"] == 3
    assert read([samples.REPORT])["exit_code"] == 1
    assert read([samples.CLEAN])["exit_code"] == 0

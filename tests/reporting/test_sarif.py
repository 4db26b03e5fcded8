"""What the SARIF 2.1.0 schema and text require, held on our own output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from govdocs.reporting.file_uri import file_uri
from govdocs.reporting.sarif import findings_sarif

from . import samples

REPORTS = [samples.REPORT, samples.CLEAN, samples.BROKEN]


def run(*reports: Any) -> dict[str, Any]:
    data = json.loads(findings_sarif(reports or REPORTS, samples.RULES))
    assert data["version"] == "2.1.0"
    assert len(data["runs"]) == 1
    first: dict[str, Any] = data["runs"][0]
    return first


def test_every_result_has_message_level_rule_and_suppressions() -> None:
    driver = run()["tool"]["driver"]
    assert driver["name"] == "govdocs"
    for result in run()["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"error", "warning", "note"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert isinstance(result["suppressions"], list)


def test_every_rule_is_named_once_and_explained() -> None:
    rules = run()["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert ids == sorted(set(ids))
    known = next(rule for rule in rules if rule["id"] == "F101")
    assert known["help"]["text"].startswith("执行率不等于执行数÷预算数时报告。")
    assert "# F101" in known["help"]["markdown"]
    assert known["defaultConfiguration"]["level"] == "error"


def test_the_first_place_is_the_location_and_the_others_are_related() -> None:
    result = run(samples.REPORT)["results"][1]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "data/2017-hunan.yaml", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 23, "startColumn": 50},
    }
    related = result["relatedLocations"]
    assert [one["id"] for one in related] == [1, 2]
    assert related[1]["physicalLocation"]["region"]["startLine"] == 24


def test_a_cell_of_a_workbook_has_no_line_but_a_name() -> None:
    location = run(samples.REPORT)["results"][2]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert "案卷.xlsx 工作表“年度目标”单元格 C7" in {
        one["fullyQualifiedName"] for one in location["logicalLocations"]
    }


def test_uris_are_relative_and_encoded() -> None:
    for result in run()["results"]:
        for location in [*result["locations"], *result["relatedLocations"]]:
            artifact = location.get("physicalLocation", {}).get("artifactLocation")
            if artifact is not None:
                assert artifact["uri"].isascii()
                assert " " not in artifact["uri"]
                assert not urlparse(artifact["uri"]).scheme


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    (suppression,) = run(samples.REPORT)["results"][3]["suppressions"]
    assert suppression["justification"] == "已报送文件如此，下年更正"
    assert suppression["properties"] == {"person": "张三", "date": "2018-05-18"}


def test_a_broken_rule_makes_the_invocation_unsuccessful() -> None:
    (invocation,) = run()["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"] == {"id": "F777"}
    assert run(samples.REPORT)["invocations"] == [{"executionSuccessful": True}]


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    from dataclasses import replace

    from govdocs.finding import CheckResult
    from govdocs.reporting.report import Report

    moved = tuple(replace(spot, place=samples.at(900)) for spot in samples.RATE.spots)
    result = CheckResult((replace(samples.RATE, spots=moved),))
    before = run(samples.REPORT)["results"][1]["partialFingerprints"]
    assert run(Report("a", result))["results"][0]["partialFingerprints"] == before


def test_files_elsewhere_are_file_uris() -> None:
    assert file_uri("/srv/案卷/a.yaml", Path("/srv")) == ("%E6%A1%88%E5%8D%B7/a.yaml", True)
    assert file_uri("/tmp/a b.yaml", Path("/srv")) == ("file:///tmp/a%20b.yaml", False)
    assert file_uri("C:\\案卷\\a.yaml") == ("file:///C:/%E6%A1%88%E5%8D%B7/a.yaml", False)
    assert file_uri("data\\a.yaml") == ("data/a.yaml", True)
    assert file_uri("a:b.yaml")[0] == "a%3Ab.yaml"


def test_equal_results_give_equal_bytes() -> None:
    assert findings_sarif(REPORTS, samples.RULES) == findings_sarif(REPORTS, samples.RULES)

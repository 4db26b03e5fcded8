"""Findings as SARIF 2.1.0, for editors and code hosts that show results at their lines.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0; section numbers
below are of that text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any

from govdocs import __version__
from govdocs.finding import AcceptedBy, Finding, Level, RuleFault, Spot
from govdocs.place import CellPlace, LinePlace, WordPlace, dotted
from govdocs.reporting.file_uri import file_uri
from govdocs.reporting.finding_text import FindingText, fault_text, finding_text
from govdocs.reporting.place_text import place_text
from govdocs.reporting.report import LEVEL_KEYS, Report, Rules

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "SRCROOT"


def findings_sarif(reports: Sequence[Report], rules: Rules, *, root: FilePath | None = None) -> str:
    """Return the reports as one SARIF run; files below ``root`` are named relative to it.

    Accepted findings are results with a suppression that carries the reason (3.35); broken rules
    are notifications, and the invocation was then not successful (3.20). Equal results give
    equal bytes.
    """
    codes = sorted(
        {f.code for r in reports for head in r.result.findings for f in (head, *head.below)}
    )
    index = {code: at for at, code in enumerate(codes)}
    results = [
        _result(head, rules, index, root) for report in reports for head in report.result.findings
    ]
    faults = [fault for report in reports for fault in report.result.faults]
    run = {
        "tool": {
            "driver": {
                "name": "govdocs",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code, rules) for code in codes],
            }
        },
        "invocations": [_invocation(faults)],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "运行校验时所在的文件夹"}},
        },
        "results": results,
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, rules: Rules) -> dict[str, Any]:
    rule = rules.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.what},
        "help": {
            "text": f"{rule.what}\n{rule.why}\n处理：{rule.mend}\n依据：{rule.source}",
            "markdown": (
                f"# {code} {rule.name}\n\n{rule.what}\n\n**为什么**：{rule.why}\n\n"
                f"**处理**：{rule.mend}\n\n**依据**：{rule.source}\n"
            ),
        },
        "defaultConfiguration": {"level": LEVEL_KEYS[Level(rule.level)]},
    }


def _result(
    finding: Finding, rules: Rules, index: dict[str, int], root: FilePath | None
) -> dict[str, Any]:
    text = finding_text(finding, rules)
    related = [(spot, "") for spot in finding.spots[1:]]
    related += [
        (spot, row_text.sentence)
        for row, row_text in zip(finding.below, text.below, strict=True)
        for spot in row.spots
    ]
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVEL_KEYS[finding.level],
        "message": {"text": _message(text)},
        "locations": [_location(spot, root) for spot in finding.spots[:1]],
        "relatedLocations": [
            {"id": number, **_location(spot, root, sentence)}
            for number, (spot, sentence) in enumerate(related, 1)
        ],
        "partialFingerprints": {"govdocsFinding/v1": _fingerprint(finding)},
        # All results of a run have the list or none has it (3.27.23): empty is "not suppressed".
        "suppressions": [] if finding.accepted is None else [_suppression(finding.accepted)],
    }


def _message(text: FindingText) -> str:
    parts = [text.sentence]
    if text.arithmetic:
        parts.append(f"算式：{text.arithmetic}")
    if text.hint:
        parts.append(f"线索：{text.hint}")
    parts.extend(f"同源：{row.sentence}" for row in text.below)
    return "\n".join(parts)


def _location(spot: Spot, root: FilePath | None, sentence: str = "") -> dict[str, Any]:
    shown = spot.shown or "空白"
    place = spot.place
    location: dict[str, Any] = {
        "message": {"text": sentence or f"{spot.label}：{shown}"},
        "logicalLocations": [
            {"name": spot.label, "fullyQualifiedName": dotted(spot.path), "kind": "member"}
        ],
    }
    if place is None:
        return location
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.file, root)}
    if isinstance(place, LinePlace):
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    elif isinstance(place, CellPlace | WordPlace):
        # A sheet has no lines: the cell is named where a person reads it (3.33.4).
        location["logicalLocations"].append({"fullyQualifiedName": place_text(place)})
    location["physicalLocation"] = physical
    return location


def _artifact(file: str, root: FilePath | None) -> dict[str, str]:
    uri, relative = file_uri(file, root)
    return {"uri": uri, "uriBaseId": _ROOT} if relative else {"uri": uri}


def _fingerprint(finding: Finding) -> str:
    """Name a finding by its rule and places, so that it stays the same when lines move."""
    key = json.dumps([finding.code, finding.variant, [dotted(spot.path) for spot in finding.spots]])
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _suppression(by: AcceptedBy) -> dict[str, Any]:
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": by.reason,
        "properties": {"person": by.person, "date": by.date},
    }


def _invocation(faults: Sequence[RuleFault]) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not faults}
    if faults:
        invocation["toolExecutionNotifications"] = [
            {
                "level": "error",
                "descriptor": {"id": fault.code},
                "message": {"text": fault_text(fault)},
            }
            for fault in faults
        ]
    return invocation

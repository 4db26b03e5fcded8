"""Findings as JSON for other programs; its schema is published as ``schemas/findings.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from govdocs import __version__
from govdocs.finding import Coverage, Finding, Spot
from govdocs.place import CellPlace, LinePlace, Place, WordPlace, dotted
from govdocs.reporting.finding_text import FindingText, coverage_text, fault_text, finding_text
from govdocs.reporting.place_text import place_text
from govdocs.reporting.problem_text import remark_texts
from govdocs.reporting.report import LEVEL_KEYS, Report, Rules, counts, exit_code

FORMAT = "govdocs-findings-1"
"""Changes when a program that reads the file would have to change."""


def findings_json(reports: Sequence[Report], rules: Rules) -> str:
    """Return the reports as JSON: keys and findings in a fixed order, figures as text.

    The same results give the same bytes: no time, no machine and no absolute path is in it
    unless the user named the target so.
    """
    data = {
        "format": FORMAT,
        "version": __version__,
        "exit_code": exit_code(*(report.result for report in reports)),
        "reports": [_report(report, rules) for report in reports],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _report(report: Report, rules: Rules) -> dict[str, Any]:
    total = counts([report.result])
    return {
        "target": report.target,
        "counts": {
            "error": total.errors,
            "warning": total.warnings,
            "note": total.notes,
            "accepted": total.accepted,
            "faults": total.faults,
        },
        "findings": [
            _finding(finding, finding_text(finding, rules)) for finding in report.result.findings
        ],
        "faults": [
            {"code": fault.code, "error": fault.error, "sentence": fault_text(fault)}
            for fault in report.result.faults
        ],
        "coverage": _coverage(report.result.coverage),
        **({"remarks": remark_texts(report.remarks)} if report.remarks else {}),
    }


def _finding(finding: Finding, text: FindingText) -> dict[str, Any]:
    by = finding.accepted
    return {
        "code": finding.code,
        "name": text.name,
        "level": LEVEL_KEYS[finding.level],
        "paper": text.paper,
        "sentence": text.sentence,
        "variant": finding.variant,
        "details": dict(sorted(finding.details.items())),
        "expected": finding.expected,
        "actual": finding.actual,
        "arithmetic": finding.arithmetic,
        "hint": text.hint,
        "mend": text.mend,
        "spots": [_spot(spot) for spot in finding.spots],
        "value": text.value,
        "accepted": by and {"reason": by.reason, "person": by.person, "date": by.date},
        "below": [
            _finding(row, row_text) for row, row_text in zip(finding.below, text.below, strict=True)
        ],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {
        "path": dotted(spot.path),
        "label": spot.label,
        "shown": spot.shown,
        "span": None if spot.span is None else list(spot.span),
        "place": _place(spot.place),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    where: dict[str, Any]
    if isinstance(place, LinePlace):
        where = {"kind": "line", "file": place.file, "line": place.line, "column": place.column}
    elif isinstance(place, CellPlace):
        where = {"kind": "cell", "file": place.file, "sheet": place.sheet, "cell": place.cell}
    elif isinstance(place, WordPlace):
        where = {
            "kind": "word",
            "file": place.file,
            "part": place.part,
            "table": place.table,
            "row": place.row,
            "column": place.column,
            "paragraph": place.paragraph,
            "excerpt": place.excerpt,
        }
    else:
        where = {"kind": "file", "file": place.file}
    return {**where, "text": place_text(place)}


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "figures": coverage.figures,
        "from_tags": coverage.from_tags,
        "checked": coverage.checked,
        "unchecked": [_spot(spot) for spot in coverage.unchecked],
        "sentence": coverage_text(coverage),
    }

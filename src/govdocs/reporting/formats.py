"""The forms in which findings can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from govdocs.reporting.report import Report, Rules


class Format(StrEnum):
    """One output form; ``text`` is for people, the others for programs and browsers."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


class DiffFormat(StrEnum):
    """One output form of what changed between two files."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def reports_as(
    form: Format,
    reports: Sequence[Report],
    rules: Rules,
    *,
    quiet: bool = False,
    root: Path | None = None,
) -> str:
    """Return the reports in ``form``; ``quiet`` shortens text, ``root`` shortens SARIF's names."""
    if form is Format.JSON:
        from govdocs.reporting.json_report import findings_json

        return findings_json(reports, rules)
    if form is Format.SARIF:
        from govdocs.reporting.sarif import findings_sarif

        return findings_sarif(reports, rules, root=root)
    if form is Format.HTML:
        from govdocs.reporting.html_page import findings_page

        return findings_page(reports, rules)
    from govdocs.reporting.terminal import reports_text

    return reports_text(reports, rules, quiet=quiet)

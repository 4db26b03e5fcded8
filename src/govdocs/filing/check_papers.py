"""What the checks say, as files beside the papers."""

from __future__ import annotations

from govdocs.checks.registry import all_rules
from govdocs.finding import CheckResult
from govdocs.reporting.html_page import findings_page
from govdocs.reporting.json_report import findings_json
from govdocs.reporting.report import Report


def check_papers(result: CheckResult, target: str) -> dict[str, bytes]:
    """Return 校验结果.html and .json; ``target`` is the case file's name, without its folder."""
    rules = {rule.code: rule for rule in all_rules()}
    reports = [Report(target, result)]
    return {
        "校验结果.html": findings_page(reports, rules).encode(),
        "校验结果.json": findings_json(reports, rules).encode(),
    }

"""What the checks say, as files beside the papers."""

from __future__ import annotations

from dataclasses import replace

from govdocs.checks.registry import all_rules
from govdocs.checks.subject import Subject
from govdocs.filing.workshop import Workshop
from govdocs.finding import CheckResult, Finding, Spot
from govdocs.reporting.html_page import findings_page
from govdocs.reporting.json_report import findings_json
from govdocs.reporting.report import Report, Rules
from govdocs.reporting.review_note import OUTPUT, TEMPLATE, review_record


def rules_by_code() -> Rules:
    """Every rule of the package by its code, as reports want them."""
    return {rule.code: rule for rule in all_rules()}


def check_papers(
    subject: Subject, result: CheckResult, target: str, workshop: Workshop
) -> dict[str, bytes]:
    """Return 校验结果.html and .json, and 审核情况说明.docx where findings are accepted.

    ``target`` is the case file's name without its folder, so that equal input gives equal bytes.
    """
    rules = rules_by_code()
    reports = [Report(target, _places_in(target, result))]
    papers = {
        "校验结果.html": findings_page(reports, rules).encode(),
        "校验结果.json": findings_json(reports, rules).encode(),
    }
    note = review_note(subject, result, workshop)
    return papers if note is None else papers | {OUTPUT: note}


def _places_in(target: str, result: CheckResult) -> CheckResult:
    """Name the case file in every place by ``target`` alone: its folder is nobody's business.

    The same case gives the same bytes wherever it lies and however the call names it.
    """

    def renamed(spot: Spot) -> Spot:
        return spot if spot.place is None else replace(spot, place=replace(spot.place, file=target))

    def moved(finding: Finding) -> Finding:
        spots = tuple(renamed(spot) for spot in finding.spots)
        return replace(finding, spots=spots, below=tuple(moved(row) for row in finding.below))

    unchecked = tuple(renamed(spot) for spot in result.coverage.unchecked)
    return replace(
        result,
        findings=tuple(moved(finding) for finding in result.findings),
        coverage=replace(result.coverage, unchecked=unchecked),
    )


def review_note(subject: Subject, result: CheckResult, workshop: Workshop) -> bytes | None:
    """Fill 审核情况说明 with the accepted findings; None where there are none."""
    record = review_record(subject.context, result, rules_by_code())
    return None if record is None else workshop.docx((TEMPLATE,)).fill(record).data

"""One run of the checks: rules, places, order, common roots, acceptances. It names no rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from govdocs.checks.acceptance import with_acceptances
from govdocs.checks.grouping import grouped
from govdocs.checks.paper_order import paper_order
from govdocs.checks.registry import all_rules, coverage_readers
from govdocs.checks.rule import Rule
from govdocs.checks.spots import mendable
from govdocs.checks.subject import Subject
from govdocs.finding import CheckResult, Coverage, Finding, RuleFault
from govdocs.place import PlaceIndex


def run_checks(subject: Subject, rules: Iterable[Rule] | None = None) -> CheckResult:
    """Run ``rules`` (all of the package where None) over ``subject``.

    Findings come in the order of the paper, each spot with its place, those with one root under
    one head, accepted ones marked. A rule that breaks becomes a fault and the others still run.
    Raises TemplateError where the prose of the case cannot be filled.
    """
    _ = subject.context  # a broken tag is the author's error, not a fault of every rule
    chosen = all_rules() if rules is None else tuple(rules)
    found: list[Finding] = []
    faults: list[RuleFault] = []
    for rule in chosen:
        try:
            if rule.applies(subject):
                for finding in rule.check(subject):
                    found.append(_in_order(finding, subject))
        except Exception as error:  # noqa: BLE001 - a bug in one rule must not silence the others
            faults.append(RuleFault.of(rule.code, error))
    heads = grouped(_sorted(_once(found), subject))
    sound = frozenset(rule.code for rule in chosen) - {fault.code for fault in faults}
    findings = with_acceptances(heads, subject.stated.accepted, sound, complete=rules is None)
    coverage = _coverage(subject, faults)
    placed = tuple(_placed(finding, subject.places) for finding in findings)
    return CheckResult(placed, tuple(faults), coverage)


def _in_order(finding: Finding, subject: Subject) -> Finding:
    """Point spots at what can be mended and sort what a rule put below a finding itself.

    A finding without a place is a rule's bug and raises ValueError.
    """
    if not finding.spots:
        raise ValueError(f"{finding.code} names no place")
    return replace(
        finding,
        spots=tuple(mendable(subject.stated, spot) for spot in finding.spots),
        below=tuple(_sorted((_in_order(child, subject) for child in finding.below), subject)),
    )


def _sorted(findings: Iterable[Finding], subject: Subject) -> list[Finding]:
    model = type(subject.stated)
    return sorted(
        findings, key=lambda finding: (paper_order(finding.spots[0].path, model), finding.code)
    )


def _once(findings: Iterable[Finding]) -> list[Finding]:
    seen: dict[object, Finding] = {}
    for finding in findings:
        seen.setdefault((finding.code, finding.variant, finding.spots, finding.actual), finding)
    return list(seen.values())


def _placed(finding: Finding, places: PlaceIndex) -> Finding:
    return replace(
        finding,
        spots=tuple(
            spot if spot.place else replace(spot, place=places.find(spot.path))
            for spot in finding.spots
        ),
        below=tuple(_placed(child, places) for child in finding.below),
    )


def _coverage(subject: Subject, faults: list[RuleFault]) -> Coverage:
    total = Coverage()
    for reader in coverage_readers():
        try:
            more = reader(subject)
        except Exception as error:  # noqa: BLE001 - as above: said, not silenced
            faults.append(RuleFault.of(reader.__module__, error))
            continue
        total = Coverage(
            total.figures + more.figures,
            total.from_tags + more.from_tags,
            total.checked + more.checked,
            total.unchecked + more.unchecked,
        )
    return total

"""One run of the checks over a finished document: rules, places, order, equal slips as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from govdocs.checks.document.judged import Held, Judged
from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.rule import DocumentRule
from govdocs.checks.document.spots import cell_spot, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import CheckResult, Coverage, Finding, Level, RuleFault, Spot
from govdocs.place import Path, Place
from govdocs.prose.figure import Sort
from govdocs.prose.judgement import Cited
from govdocs.reading import Paragraph
from govdocs.reading.tables.figures import figure_in

_COUNTED = frozenset({Sort.MEASURE, Sort.RANGE, Sort.RATIO})
_IDENTITY = ("measure", "name", "what", "level")
"""Details that tell what a finding without arithmetic is about."""
_NOT_DIGITS = re.compile(r"[^\d.]")
_SECOND_LOOK = "F640"
_LEVELS = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


def check_document(
    subject: DocumentSubject, rules: Iterable[DocumentRule] | None = None
) -> CheckResult:
    """Run ``rules`` (all where None) over a finished document; never raises for its content.

    Findings come in the order of the document, each spot with its place; one slip that is found
    at several places is one finding. A rule that breaks becomes a fault and the others still run.
    """
    found: list[Finding] = []
    again: list[Finding] = []
    faults: list[RuleFault] = []
    held: set[Held] = set()
    chosen = document_rules() if rules is None else tuple(rules)
    for rule in sorted(chosen, key=lambda rule: rule.judge_rest is not None):
        try:
            rest = rule.judge_rest
            for judged in rule.judge(subject) if rest is None else rest(subject, frozenset(held)):
                held.update(judged.held)
                if not judged.holds:
                    (again if rule.second_look else found).append(_finding(rule, judged))
        except Exception as error:  # noqa: BLE001 - a bug in one rule must not silence the others
            faults.append(RuleFault.of(rule.code, error))
    order = subject.order
    places = _places(subject)
    merged = _merged([*found, *_not_told(again, found)])
    merged.sort(key=lambda f: (_position(f.spots[0], order), f.code))
    joined = {p.path: p for p in subject.document.paragraphs if p.pieces}
    placed = tuple(_placed(finding, places, joined) for finding in merged)
    return CheckResult(placed, tuple(faults), _coverage(subject, held, placed))


def _not_told(again: list[Finding], found: list[Finding]) -> Iterator[Finding]:
    """The findings of a second look at figures that no other finding above a hint names."""
    told = {
        (spot.path, spot.span)
        for finding in found
        if finding.level is not Level.NOTE
        for spot in finding.spots
    }
    doubted: set[tuple[Path, str]] = set()
    for finding in sorted(again, key=lambda finding: finding.code, reverse=True):
        if any((spot.path, spot.span) in told for spot in finding.spots):
            continue
        # The rules behind F640 know what kind of figure they doubt, and speak for it.
        marks = {(spot.path, _NOT_DIGITS.sub("", finding.actual)) for spot in finding.spots}
        if finding.actual and marks & doubted and finding.code == _SECOND_LOOK:
            continue
        doubted |= marks
        yield finding


def _finding(rule: DocumentRule, judged: Judged) -> Finding:
    if not judged.spots:
        raise ValueError(f"{rule.code} names no place")
    return Finding(
        rule.code, judged.level or rule.level, judged.spots, judged.variant, judged.details,
        judged.expected, judged.actual, judged.arithmetic, judged.hint,
    )  # fmt: skip


def _merged(found: list[Finding]) -> list[Finding]:
    """One slip copied into several places (prose and annex) becomes one finding with all of them."""
    made: dict[object, Finding] = {}
    for finding in found:
        same = tuple(finding.details.get(name, "") for name in _IDENTITY)
        figures = finding.arithmetic or (finding.actual, finding.expected)
        key: object = (finding.code, finding.variant, figures, () if finding.arithmetic else same)
        if not finding.arithmetic and not finding.expected and not any(same):
            key = (key, finding.spots[0].path, finding.spots[0].span)
        first = made.get(key)
        if first is None:
            made[key] = finding
            continue
        known = {(spot.path, spot.span) for spot in first.spots}
        more = tuple(spot for spot in finding.spots if (spot.path, spot.span) not in known)
        level = min(first.level, finding.level, key=_LEVELS.__getitem__)
        made[key] = replace(first, spots=(*first.spots, *more), level=level)
    return list(made.values())


def _position(spot: Spot, order: dict[Path, int]) -> tuple[int, str]:
    at = order.get(spot.path[:2], len(order) + 1)
    inner = ".".join(f"{step:06d}" if isinstance(step, int) else "" for step in spot.path[2:])
    return at, f"{inner}.{(spot.span or (0, 0))[0]:06d}"


def _places(subject: DocumentSubject) -> dict[Path, Place]:
    found: dict[Path, Place] = {p.path: p.place for p in subject.document.paragraphs}
    found |= {note.path: note.place for note in subject.document.notes}
    for table in subject.document.tables:
        for cell in table.cells():
            found[cell.path] = cell.place
            found |= {paragraph.path: cell.place for paragraph in cell.paragraphs}
    return found


def _placed(finding: Finding, places: dict[Path, Place], joined: dict[Path, Paragraph]) -> Finding:
    """Give each spot its place; in a sentence joined from lines, the place of the line."""

    def place_of(spot: Spot) -> Place | None:
        broken = joined.get(spot.path)
        if broken is not None and spot.span is not None:
            return broken.piece_at(spot.span[0]).paragraph.place
        return spot.place or places.get(spot.path)

    spots = tuple(replace(spot, place=place_of(spot)) for spot in finding.spots)
    return replace(finding, spots=spots)


def _coverage(subject: DocumentSubject, held: set[Held], findings: tuple[Finding, ...]) -> Coverage:
    """Count figures of prose and cells: read, held against something, and the rest by name."""
    told = {(s.path, s.span) for f in findings for s in f.spots}
    told_cells = {path for path, _ in told}
    figures = checked = 0
    unchecked: list[Spot] = []
    for passage in subject.passages:
        for figure in passage.reading.figures:
            if figure.sort not in _COUNTED:
                continue
            figures += 1
            spot = cited_spot(Cited.of(passage, figure))
            if (passage.path, figure.span) in held or (spot.path, spot.span) in told:
                checked += 1
            else:
                unchecked.append(spot)
    for region in subject.regions:
        for row in region.rows:
            for column in region.numeric:
                cell = region.cell(row.index, column)
                if cell is None or cell.row != row.index or figure_in(cell.text) is None:
                    continue
                figures += 1
                if (cell.path, None) in held or cell.path in told_cells:
                    checked += 1
                else:
                    unchecked.append(cell_spot(region, row, column))
    return Coverage(figures, 0, checked, tuple(unchecked))

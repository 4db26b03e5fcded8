"""The prose rules on the example case: its true slip, nothing else, and every figure typed wrongly."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govdocs.checks.example import text_data
from govdocs.checks.prose.coverage import prose_coverage
from govdocs.checks.registry import all_rules
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.forms.catalogue import form_set_of
from govdocs.model.case import read_case
from govdocs.prose.figure import ProseFigure
from govdocs.prose.passage import Passage
from govdocs.prose.passages import passages_of

CASE = Path(__file__).parents[2] / "data" / "2017-hunan.yaml"


@cache
def source() -> Any:
    return text_data(CASE.read_text("utf-8"))


def subject_of(data: Any) -> Subject:
    case = read_case(data)
    return Subject(case, form_set_of(case))


@cache
def example() -> Subject:
    return subject_of(source())


def prose_findings(subject: Subject) -> list[Finding]:
    rules = [rule for rule in all_rules() if rule.code.startswith("F5")]
    return [finding for rule in rules for finding in rule.check(subject)]


def test_the_claim_that_all_money_was_paid_in_time_is_the_only_finding():
    found = prose_findings(example())
    assert [finding.code for finding in found] == ["F513"]
    paths = [spot.path for spot in found[0].spots]
    assert ("execution", "total", "rate") in paths
    assert any(path[0] == "indicators" for path in paths)
    assert found[0].spots[0].span is not None


def with_text(path: tuple[str | int, ...], text: str) -> Any:
    """The case's data with one text replaced."""

    def replaced(node: Any, way: tuple[str | int, ...]) -> Any:
        if not way:
            return text
        if isinstance(node, list):
            return [replaced(v, way[1:]) if i == way[0] else v for i, v in enumerate(node)]
        return {k: replaced(v, way[1:]) if k == way[0] else v for k, v in node.items()}

    return replaced(source(), path)


def typed(passage: Passage, figure: ProseFigure, text: str) -> Subject:
    """The case with one tag of the passage replaced by typed text, all other tags kept."""
    pieces: list[str] = []
    at = 0
    for segment in example().prose[passage.path].segments:
        start, at = at, at + len(segment.text)
        value = segment.source
        if value is None:
            pieces.append(segment.text)
        elif start <= figure.span[0] < at:
            pieces.append(text)
        else:
            steps = [f"[{s}]" if isinstance(s, int) else f".{s}" for s in value.path]
            with_unit = value.unit == "万元" and segment.text.endswith("万元")
            pieces.append("{{ " + "".join(steps)[1:] + ("|with_unit" if with_unit else "") + " }}")
    return subject_of(with_text(passage.path, "".join(pieces)))


def figures_from_tags() -> list[tuple[Passage, ProseFigure]]:
    passages = passages_of(example().full, example().prose)
    return [
        (passage, figure)
        for passage in passages
        for figure in passage.reading.measures
        if passage.source_of(figure.span) is not None
    ]


def one_digit_changed(text: str) -> str:
    number = re.match(r"[\d.]+", text)
    assert number is not None
    at = max(i for i, c in enumerate(number[0]) if c.isdigit())
    digit = str((int(text[at]) + 1) % 10)
    return text[:at] + (digit if digit != "0" or at else "1") + text[at + 1 :]


FIGURES = figures_from_tags()


@pytest.mark.parametrize(
    ("passage", "figure"),
    FIGURES[:: max(1, len(FIGURES) // 24)],
    ids=lambda x: getattr(x, "text", "")[:12],
)
def test_a_figure_typed_with_one_wrong_digit_is_found_at_its_sentence(passage, figure):
    before = {(f.code, f.spots[0].path) for f in prose_findings(example())}
    found = [
        f
        for f in prose_findings(typed(passage, figure, one_digit_changed(figure.text)))
        if (f.code, f.spots[0].path) not in before
    ]
    assert any(spot.path == passage.path and spot.span for f in found for spot in f.spots)


def test_a_figure_typed_right_is_at_most_a_note():
    for passage, figure in FIGURES[::9]:
        found = prose_findings(typed(passage, figure, figure.text))
        assert [f.code for f in found if f.level is not Level.NOTE] == ["F513"]


def test_the_coverage_tells_figures_tags_checked_and_unchecked():
    coverage = prose_coverage(example())
    assert coverage.figures == coverage.checked + len(coverage.unchecked)
    assert coverage.from_tags == len(FIGURES)
    shown = [spot.shown for spot in coverage.unchecked]
    assert "25.9个百分点" in shown
    assert "560万元" not in shown

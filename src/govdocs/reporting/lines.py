"""A report as lines of text, each with its indent, heading word and tone; no widths, no colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from govdocs.finding import Level
from govdocs.reporting.finding_text import (
    FindingText,
    SpotText,
    accepted_text,
    counts_text,
    coverage_text,
    fault_text,
    finding_text,
    spot_text,
    told_by_rows,
)
from govdocs.reporting.problem_text import remark_texts
from govdocs.reporting.report import LEVELS, Report, Rules, counts

Tone: TypeAlias = Literal[
    "plain", "title", "heading", "error", "warning", "note", "quiet", "good", "fault"
]

_TONES: dict[Level, Tone] = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "note",
}
SHOWN_LETTERS = 120
"""So much of what stands at a place is quoted on the screen; JSON and HTML quote it all."""
SHOWN_UNCHECKED = 8
"""So many unchecked figures are named on the screen; JSON and HTML name them all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``mark`` stands before ``text``, whose further lines hang under its start."""

    text: str = ""
    indent: int = 0
    mark: str = ""
    tone: Tone = "plain"


def report_lines(report: Report, rules: Rules, *, quiet: bool = False) -> Iterator[Line]:
    """Yield the lines of one report; ``quiet`` leaves only the counts."""
    total = counts([report.result])
    tone: Tone = "error" if total.errors or total.faults else ("warning" if total.open else "good")
    if quiet:
        yield Line(counts_text(total), mark=f"{report.target}：", tone=tone)
        return
    yield Line(report.target, tone="title")
    yield Line()
    texts = [finding_text(finding, rules) for finding in report.result.findings]
    yield from _open([text for text in texts if text.accepted is None])
    for fault in report.result.faults:
        yield Line(fault_text(fault), mark="程序缺陷 ", tone="fault")
        yield Line()
    yield from _accepted([text for text in texts if text.accepted is not None])
    yield from _coverage(report)
    yield from _remarks(report)
    yield Line(counts_text(total), tone=tone)


def summary_line(reports: list[Report]) -> Line:
    """The line under the reports of several targets."""
    total = counts([report.result for report in reports])
    return Line(f"共 {len(reports)} 个对象，{counts_text(total)}", tone="title")


def _open(texts: list[FindingText]) -> Iterator[Line]:
    advised: set[str] = set()
    for level in LEVELS:
        here = [text for text in texts if text.level is level]
        if not here:
            continue
        yield Line(f"{level.value} {len(here)} 条", tone=_TONES[level])
        for paper in dict.fromkeys(text.paper for text in here):
            yield Line(paper, tone="heading")
            for text in here:
                if text.paper == paper:
                    yield from _finding(text, advise=text.code not in advised)
                    advised.add(text.code)
        yield Line()


def _finding(text: FindingText, *, advise: bool) -> Iterator[Line]:
    """The lines of one finding; what its rule advises is said once a report."""
    yield Line(text.name, 1, f"{text.level.value} {text.code} ", _TONES[text.level])
    yield Line(text.sentence, 3)
    if not told_by_rows(text):
        for spot in text.spots:
            yield from _spot(spot, 3)
    if text.arithmetic:
        yield Line(text.arithmetic, 3, "算式 ")
    if text.hint:
        yield Line(text.hint, 3, "线索 ")
    if advise and text.mend:
        yield Line(text.mend, 3, "办法 ")
    for row in text.below:
        # What a row shares with its head was said above: its own place is enough.
        kind = "其中" if row.code == text.code else "同源"
        yield Line(row.sentence, 3, f"{kind} {row.code} ")
        for spot in row.spots[:1]:
            yield from _spot(spot, 5)
        if row.arithmetic and row.arithmetic != text.arithmetic:
            yield Line(row.arithmetic, 5, "算式 ")


def _spot(spot: SpotText, indent: int) -> Iterator[Line]:
    shown = spot.shown
    if len(shown) > SHOWN_LETTERS:
        shown = f"{shown[:SHOWN_LETTERS]}……（共 {len(shown)} 字）"
    yield Line(f"{spot.label}：{shown}", indent, "位置 ")
    where = "  ".join(part for part in (spot.place, spot.field) if part)
    if where:
        yield Line(where, indent, "     ", "quiet")


def _accepted(texts: list[FindingText]) -> Iterator[Line]:
    if not texts:
        return
    yield Line(f"已说明 {len(texts)} 条", tone="heading")
    for text in texts:
        label = text.spots[0].label if text.spots else text.name
        assert text.accepted is not None
        yield Line(f"{label}：{accepted_text(text.accepted)}", 1, f"{text.code} ", "quiet")
    yield Line()


def _remarks(report: Report) -> Iterator[Line]:
    if report.remarks:
        for remark in remark_texts(report.remarks):
            yield Line(remark, 0, "留意 ", "quiet")
        yield Line()


def _coverage(report: Report) -> Iterator[Line]:
    coverage = report.result.coverage
    sentence = coverage_text(coverage)
    if not sentence:
        return
    yield Line(sentence)
    if coverage.unchecked:
        named = [spot_text(spot) for spot in coverage.unchecked[:SHOWN_UNCHECKED]]
        rest = len(coverage.unchecked) - len(named)
        more = f"；另有 {rest} 个见 JSON 或网页结果" if rest else ""
        yield Line("；".join(f"{s.label}“{s.shown}”" for s in named) + more, 0, "未受检 ", "quiet")
    yield Line()

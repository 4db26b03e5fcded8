"""Findings as one HTML page that needs nothing but itself: no network, no other file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from govdocs.finding import CheckResult, Level
from govdocs.reporting.finding_text import (
    FindingText,
    SpotText,
    counts_text,
    coverage_text,
    fault_text,
    finding_text,
    spot_text,
    visible,
)
from govdocs.reporting.problem_text import remark_texts
from govdocs.reporting.report import LEVEL_KEYS, LEVELS, Counts, Report, Rules, counts


@dataclass(frozen=True, slots=True)
class _Group:
    """The findings of one paper at one level, accepted ones among them."""

    paper: str
    findings: tuple[FindingText, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """One level of one report."""

    level: Level
    key: str
    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """One report as the page shows it."""

    target: str
    counts: Counts
    summary: str
    blocks: tuple[_Block, ...]
    faults: tuple[str, ...]
    coverage: str
    unchecked: tuple[SpotText, ...]


def findings_page(reports: Sequence[Report], rules: Rules) -> str:
    """Return the page: findings by level and paper, both places side by side, rules at the end.

    Everything that comes from data is escaped; scripts other than the page's own do not run
    even so. The same results give the same page.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("govdocs.reporting", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    script = _page_file("findings.js")
    codes = sorted(
        {f.code for r in reports for head in r.result.findings for f in (head, *head.below)}
    )
    return environment.get_template("findings.html").render(
        sections=[_section(report, rules) for report in reports],
        total=counts([report.result for report in reports]),
        rules=[rules[code] for code in codes if code in rules],
        known=frozenset(code for code in codes if code in rules),
        level_keys=LEVEL_KEYS,
        style=Markup(_page_file("findings.css")),  # a file of this package, no data
        script=Markup(script),  # a file of this package, no data
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


@cache
def _page_file(name: str) -> str:
    return (files("govdocs.reporting") / "pages" / name).read_text("utf-8")


def _section(report: Report, rules: Rules) -> _Section:
    result = report.result
    total = counts([result])
    return _Section(
        target=visible(report.target),
        counts=total,
        summary=counts_text(total),
        blocks=_blocks(result, rules),
        faults=tuple(visible(fault_text(fault)) for fault in result.faults),
        coverage=" ".join(
            filter(None, [coverage_text(result.coverage), *remark_texts(report.remarks)])
        ),
        unchecked=tuple(spot_text(spot) for spot in result.coverage.unchecked),
    )


def _blocks(result: CheckResult, rules: Rules) -> tuple[_Block, ...]:
    texts = [finding_text(finding, rules) for finding in result.findings]
    blocks = []
    for level in LEVELS:
        here = [text for text in texts if text.level is level]
        papers = dict.fromkeys(text.paper for text in here)
        groups = tuple(
            _Group(paper, tuple(text for text in here if text.paper == paper)) for paper in papers
        )
        if groups:
            blocks.append(_Block(level, LEVEL_KEYS[level], groups))
    return tuple(blocks)

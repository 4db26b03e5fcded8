"""A finding in words, made once: every output prints these and none makes its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.checks.fingerprint import acceptance_block, fingerprint
from govdocs.finding import AcceptedBy, Coverage, Finding, Level, RuleFault, Spot
from govdocs.place import dotted
from govdocs.reporting.paper import paper_of
from govdocs.reporting.place_text import place_text
from govdocs.reporting.report import Counts, Rules

BLANK = "空白"
"""How an empty cell is named; the same word accepts a finding about it."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
WRONG_SENTENCE = (KeyError, IndexError, AttributeError, ValueError)
"""What a sentence raises that does not fit its finding."""


@dataclass(frozen=True, slots=True)
class SpotText:
    """One place in words: what it is called, what stands there, where, and its field in the case."""

    label: str
    shown: str
    place: str
    field: str


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words; empty strings where there is nothing to say.

    ``hint`` says what is known of this very slip, ``mend`` what its rule advises in general;
    ``value`` is what stood at all its places, which an acceptance repeats; ``acceptance`` are
    the lines of the case file that would accept it.
    """

    code: str
    name: str
    level: Level
    paper: str
    sentence: str
    spots: tuple[SpotText, ...]
    expected: str
    actual: str
    arithmetic: str
    hint: str
    mend: str
    value: str
    acceptance: str
    below: tuple[FindingText, ...]
    accepted: AcceptedBy | None


def finding_text(finding: Finding, rules: Rules) -> FindingText:
    """Put ``finding`` into words with the sentence, name and advice of its rule.

    A finding whose rule or sentence is unknown is named by its code and figures: a report may
    be clumsy, it must not lose anything.
    """
    rule = rules.get(finding.code)
    return FindingText(
        code=finding.code,
        name=finding.code if rule is None else rule.name,
        level=finding.level,
        paper=paper_of(finding),
        sentence=visible(_sentence(finding, rules)),
        spots=tuple(spot_text(spot) for spot in finding.spots),
        expected=visible(finding.expected),
        actual=visible(finding.actual),
        arithmetic=visible(finding.arithmetic),
        hint=visible(_hint(finding, rules)),
        mend="" if rule is None else rule.mend,
        value=fingerprint(finding) if finding.spots else "",
        acceptance=acceptance_block(finding)
        if finding.spots and _in_case(finding.spots[0])
        else "",
        below=tuple(finding_text(row, rules) for row in finding.below),
        accepted=finding.accepted,
    )


def told_by_rows(text: FindingText) -> bool:
    """Tell whether the rows beneath name every place of a finding: it only sums them up."""
    told = {row.spots[0].field for row in text.below if row.spots}
    return bool(told) and told.issuperset(spot.field for spot in text.spots)


def spot_text(spot: Spot) -> SpotText:
    """Put one place into words."""
    return SpotText(
        label=visible(spot.label),
        shown=visible(spot.shown) or BLANK,
        place=visible(place_text(spot.place)),
        field=dotted(spot.path) if _in_case(spot) else "",
    )


def _in_case(spot: Spot) -> bool:
    """Tell a value of a case from a place of a finished document, which has no field to name."""
    return not spot.path or spot.path[0] not in {"paragraphs", "tables", "notes"}


def visible(text: str) -> str:
    """Replace control characters by ``�``: they would steer a terminal and break XML."""
    return _CONTROL.sub("\ufffd", text)


def _sentence(finding: Finding, rules: Rules) -> str:
    rule = rules.get(finding.code)
    if rule is not None:
        try:
            return rule.sentence(finding)
        except WRONG_SENTENCE:
            pass
    words = [finding.code if rule is None else rule.name]
    if finding.actual:
        words.append(f"现为“{finding.actual}”")
    if finding.expected:
        words.append(f"应为“{finding.expected}”")
    words.extend(f"{name}：{value}" for name, value in finding.details.items())
    return "，".join(words)


def _hint(finding: Finding, rules: Rules) -> str:
    rule = rules.get(finding.code)
    if rule is None:
        return ""
    try:
        return rule.hint(finding)
    except WRONG_SENTENCE:
        return ""


def fault_text(fault: RuleFault) -> str:
    """Say that a rule broke and what that means for the reader."""
    return (
        f"规则 {fault.code} 运行中断（{fault.error}），该项没有检查。"
        "这是程序自身的缺陷，与所填内容无关，请将本条信息反馈给维护者。"
    )


def coverage_text(coverage: Coverage) -> str:
    """Say what the prose checks reached; empty where the target has no prose with figures."""
    if not coverage.figures:
        return ""
    from_tags = f"{coverage.from_tags} 个由数据填入，" if coverage.from_tags else ""
    return (
        f"正文 {coverage.figures} 个数字：{from_tags}"
        f"{coverage.checked} 个已核对，{len(coverage.unchecked)} 个未受检。"
    )


def counts_text(counts: Counts) -> str:
    """Sum up one or more results in a line."""
    if not counts.open:
        opening = "没有待处理的问题"
    else:
        levels = "，".join(
            f"{level.value} {counts.at(level)}" for level in Level if counts.at(level)
        )
        opening = f"待处理 {counts.open} 条：{levels}"
    parts = [opening]
    if counts.accepted:
        parts.append(f"已说明 {counts.accepted} 条")
    if counts.faults:
        parts.append(f"{counts.faults} 条规则运行中断")
    return "；".join(parts) + "。"


def accepted_text(accepted: AcceptedBy) -> str:
    """Say why a finding stays as it is, who answers for it and since when."""
    return f"{accepted.reason}（{accepted.person}，{accepted.date}）"

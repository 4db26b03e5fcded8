"""F204, F205, F218: a result off its target needs a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from govdocs.checks.agreement import same_figure
from govdocs.checks.arithmetic import plain
from govdocs.checks.indicators.attainment import direction_of, is_missed, share_of_target
from govdocs.checks.indicators.target_range import read_range
from govdocs.checks.listing import listed
from govdocs.checks.placeholders import is_filler
from govdocs.checks.rows import reported_rows
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level, Spot
from govdocs.model.case import Case
from govdocs.model.indicator import Direction, Indicator
from govdocs.model.interval import rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT

_DIGIT = re.compile(r"\d")
"""A target with a figure in it (3%-5%, 12月底前) is no quality to be reached in part."""


def _spots(case: Case, at: int) -> tuple[Spot, ...]:
    return tuple(
        spot_at(case, "indicators", at, f) for f in ("actual", "reported_target", "reason")
    )


def _off_target(code: str, level: Level, case: Case, at: int, row: Indicator) -> Finding:
    target, actual = row.reported_target, row.actual
    assert target is not None
    assert isinstance(actual, Quantity)
    arithmetic, wanted = "", target if isinstance(target, str) else target.text
    if isinstance(target, Quantity):
        share = share_of_target(target, actual)
        if share is not None and same_figure(target, actual) is not None:
            arithmetic = f"{_bare(actual)}÷{_bare(target)}＝{plain(rounded(share, 2))}%"
    return Finding(
        code,
        level,
        _spots(case, at),
        details={"name": row.reported_name or row.name, "target": wanted},
        expected=wanted,
        actual=actual.text,
        arithmetic=arithmetic,
    )


def _bare(figure: Quantity) -> str:
    """A figure without its ≥ or 不超过, as it stands in a division."""
    return f"{plain(figure.number)}{figure.unit_symbol}"


def missed_without_reason(subject: Subject) -> Iterator[Finding]:
    """Quantities that miss their target while 未完成原因和措施 says nothing."""
    case = subject.full
    missed = [
        _off_target("F204", Level.ERROR, case, at, row)
        for at, row in reported_rows(case)
        if is_filler(row.reason) and _is_missed(row)
    ]
    yield from listed(missed)


def _is_missed(row: Indicator) -> bool:
    target, actual = row.reported_target, row.actual
    if not isinstance(actual, Quantity):
        return False
    if isinstance(target, Quantity):
        return bool(is_missed(row, target, actual))
    wanted = read_range(target) if target is not None else None
    return wanted is not None and wanted.is_missed(actual, direction_of(row))


def far_above_without_reason(subject: Subject) -> Iterator[Finding]:
    """Quantities far above their target, by the house's threshold, without a reason."""
    case, threshold = subject.full, subject.forms.settings.excess_threshold
    found = [
        _off_target("F205", Level.WARNING, case, at, row)
        for at, row in reported_rows(case)
        if is_filler(row.reason) and _is_far_above(row, threshold)
    ]
    for finding in listed(found):
        details = {**finding.details, "threshold": f"{trimmed(threshold)}%"}
        yield _with_details(finding, details)


def _with_details(finding: Finding, details: dict[str, str]) -> Finding:
    below = tuple(replace(f, details={**details, **f.details}) for f in finding.below)
    return replace(finding, details=details, below=below)


def _is_far_above(row: Indicator, threshold: Decimal) -> bool:
    target, actual = row.reported_target, row.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return False
    if direction_of(row) is not Direction.HIGHER:
        return False
    share = share_of_target(target, actual)
    return share is not None and share >= threshold


def partly_reached_without_reason(subject: Subject) -> Iterator[Finding]:
    """Qualitative rows below the first band without a reason."""
    bands = subject.forms.qualitative_bands
    if not bands:
        return
    case, best = subject.full, max(bands, key=lambda band: band.high)
    found = []
    for at, row in reported_rows(case):
        if not isinstance(row.reported_target, str) or not isinstance(row.actual, Quantity):
            continue
        if row.actual.kind != PERCENT or not is_filler(row.reason):
            continue
        if _DIGIT.search(row.reported_target):
            continue
        if 0 <= row.actual.number < best.low:
            found.append(
                Finding(
                    "F218",
                    Level.WARNING,
                    _spots(case, at),
                    details={"name": row.reported_name or row.name, "low": f"{trimmed(best.low)}%"},
                    expected=row.reported_target,
                    actual=row.actual.text,
                )
            )
    yield from listed(found)


def _row(rest: str) -> str:
    return f"indicators:\n  - {{level1: 产出指标, level2: 数量指标, name: 建设公共服务平台数量, {rest}}}"


_SOURCE = "财预〔2018〕29号附件自评表“未完成原因和措施”栏；财预〔2020〕10号第十五条"

RULES = (
    Rule(
        code="F204",
        name="未完成的指标写明原因",
        level=Level.ERROR,
        check=missed_without_reason,
        what="完成值没有达到指标值的，“未完成原因和措施”栏应写明原因和措施。方向依次按“指标方向”、≥≤等符号、名称中明确的字样（如成本、投诉）判断；指标值是区间（85%-95%）的，看是否落在不利的一侧之外。判断不了的不查。栏内只写“无”“/”的视为没有写。",
        why="没有完成又不说原因，自评审核直接退回。",
        mend="在“未完成原因和措施”栏写明原因和下一步措施；若完成值或指标值写错，先更正。",
        source=_SOURCE,
        example=Example(
            wrong=_row("target: 3个, actual: 2个"),
            right=_row("target: 3个, actual: 2个, reason: 一个平台因选址调整推迟到次年三月建成"),
        ),
        sentences={
            "": "“{name}”指标值{expected}，完成值{actual}，没有达到指标值，未写明原因和措施",
            "list": "{count}个指标没有达到指标值，未写明原因和措施：{names}",
        },
    ),
    Rule(
        code="F205",
        name="远超指标值的写明原因",
        level=Level.WARNING,
        check=far_above_without_reason,
        what="越高越好的定量指标，完成值达到指标值的一定比例（默认130%，各省可设）以上的，应说明原因。",
        why="超得太多往往是目标定低了，或者统计口径不同；审核系统会要求说明。",
        mend="在“未完成原因和措施”栏说明超额的原因；目标定低了的，说明以后如何调整。",
        source="预算管理一体化系统绩效自评审核口径（广西130%，河北、天津120%）；界限见本地口径 excess_threshold",
        example=Example(
            wrong=_row("target: 3个, actual: 5个"),
            right=_row("target: 3个, actual: 5个, reason: 两县利用自有资金同步建设"),
        ),
        sentences={
            "": "“{name}”指标值{expected}，完成值{actual}，达到指标值的{threshold}以上，没有说明原因",
            "list": "{count}个指标的完成值达到指标值的{threshold}以上，没有说明原因：{names}",
        },
    ),
    Rule(
        code="F218",
        name="定性指标部分达成的写明原因",
        level=Level.WARNING,
        check=partly_reached_without_reason,
        what="定性指标完成比例低于第一档（低于80%）的，即部分达成或未达成，应写明原因。",
        why="填了70%就是承认没有全部达成，与定量指标一样要有原因。",
        mend="在“未完成原因和措施”栏写明原因。",
        source="财预〔2018〕29号附件自评表注2",
        example=Example(
            wrong=_row("target: 良好, actual: 70%"),
            right=_row("target: 良好, actual: 70%, reason: 两个平台尚在试运行"),
        ),
        sentences={
            "": "定性指标“{name}”完成比例{actual}，低于{low}，未写明原因和措施",
            "list": "{count}个定性指标的完成比例低于{low}，未写明原因和措施：{names}",
        },
    ),
)

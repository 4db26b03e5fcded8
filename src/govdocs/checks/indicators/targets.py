"""F202, F210, F211: targets in both attachments, units, rates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.agreement import Agreement, in_base, same_figure
from govdocs.checks.listing import listed
from govdocs.checks.placeholders import is_not_applicable
from govdocs.checks.rows import plain_name, reported_rows
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.derived import BLANK
from govdocs.model.indicator import Filed, Indicator
from govdocs.model.interval import quotient
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import COUNTED, KNOWN, PERCENT, Unit

Cell = Quantity | str | None


def targets_between(subject: Subject) -> Iterator[Finding]:
    """年度指标值 of attachment 2 against 指标值 of attachment 1, as quantities."""
    case, full = subject.case, subject.full
    for at, row in enumerate(case.indicators):
        if row.filed is not Filed.BOTH or row.reported_target is None:
            continue
        variant = _difference(row.target, row.reported_target)
        if variant is None:
            continue
        second = full.indicators[at].reported_target
        yield Finding(
            "F202",
            Level.WARNING if variant == "unit_once" else Level.ERROR,
            (
                spot_at(full, "indicators", at, "reported_target"),
                spot_at(full, "indicators", at, "target"),
            ),
            variant=variant,
            details={"name": row.name},
            expected=_text(row.target),
            actual=_text(second),
        )


def _text(cell: Cell) -> str:
    if cell is None:
        return BLANK
    return cell if isinstance(cell, str) else cell.text


def _difference(first: Cell, second: Cell) -> str | None:
    """Name what differs: empty for the value, else the variant; None where nothing does."""
    if first is None or second == BLANK:
        return "blank" if (first is None) != (second == BLANK) else None
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        opposite = {first.bound, second.bound}
        if opposite & {Bound.AT_LEAST, Bound.MORE} and opposite & {Bound.AT_MOST, Bound.LESS}:
            return "sign"
        agreement = same_figure(first, second)
        if agreement is None:
            return "unit"
        if agreement is Agreement.APART:
            return ""
        return "unit_once" if bool(first.unit) != bool(second.unit) else None
    if isinstance(first, str) and isinstance(second, str):
        return None if plain_name(first) == plain_name(second) else ""
    return ""


def units_of_row(subject: Subject) -> Iterator[Finding]:
    """Units of 指标值 and 完成值: of one kind, and there."""
    case = subject.full
    unitless: list[Finding] = []
    for at, row in reported_rows(case):
        target, actual = row.reported_target, row.actual
        if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
            continue
        spots = (
            spot_at(case, "indicators", at, "actual"),
            spot_at(case, "indicators", at, "reported_target"),
        )
        details = {"name": row.reported_name or row.name}
        if target.unit and actual.unit:
            if target.kind != actual.kind:
                both_known = _is_known(target.unit) and _is_known(actual.unit)
                level = Level.ERROR if both_known else Level.WARNING
                yield Finding(
                    "F210",
                    level,
                    spots,
                    "different",
                    details,
                    target.unit_symbol,
                    actual.unit_symbol,
                )
            elif _another_scale(target, actual):
                yield Finding(
                    "F210",
                    Level.WARNING,
                    spots,
                    "scale",
                    details,
                    target.text,
                    actual.text,
                )
        elif target.unit or actual.unit:
            unit = target.unit_symbol or actual.unit_symbol
            missing = "指标值" if actual.unit else "完成值"
            yield Finding(
                "F210",
                Level.WARNING,
                spots,
                "missing",
                details | {"missing": missing},
                unit,
                target.text if actual.unit else actual.text,
            )
        elif row.unit is None and not _unit_in_name(row.reported_name or row.name):
            unitless.append(Finding("F210", Level.NOTE, spots, "none", details))
    yield from listed(unitless)


SCALE_APART = Decimal(1000)
"""So many times apart, two figures in 万人 and 人 were meant in one unit."""


def _another_scale(target: Quantity, actual: Quantity) -> bool:
    """Tell whether one of two figures of a kind was written in a unit far too large or small."""
    if target.unit == actual.unit or min(target.number, actual.number) <= 0:
        return False
    ratio = quotient(in_base(actual), in_base(target))
    return not 1 / SCALE_APART < ratio < SCALE_APART


_BRACKETED = re.compile(r"[（(]\s*(?:单位[：:])?\s*([^（）()]{1,6}?)\s*[）)]$")


def _unit_in_name(name: str) -> bool:
    """Tell whether a name ends with its unit in brackets, as in 培训人数（人次）."""
    match = _BRACKETED.search(name)
    return match is not None and (match[1] in KNOWN or match[1] in COUNTED)


def _is_known(unit: Unit) -> bool:
    return unit.symbol in KNOWN and unit.symbol not in COUNTED


_WHOLE = re.compile(
    "满意度|合格率|覆盖率|达标率|及时率|准时率|准确率|合规率|占比|比重|完好率|验收率|普及率|参保率|优良率|成功率|通过率|执行率"
)
_GROWING = re.compile("增|提高|提升|上升|下降|降低|减少|超|倍")


def rates_within_bounds(subject: Subject) -> Iterator[Finding]:
    """Shares of a whole lie between 0 and 100%."""
    case = subject.full
    for at, row in enumerate(case.indicators):
        name = row.reported_name or row.name
        if not _WHOLE.search(name) or _GROWING.search(name):
            continue
        for field in _percent_fields(row):
            cell = getattr(row, field)
            if not 0 <= cell.number * cell.unit.factor <= 100:
                yield Finding(
                    "F211",
                    Level.WARNING if "执行率" in name else Level.ERROR,
                    (spot_at(case, "indicators", at, field),),
                    details={"name": name},
                    expected="0%至100%",
                    actual=cell.text,
                )


_MAY_FALL = re.compile("(?<!新)增|[减差净盈亏降]|利润|变化|变动|提高|提升|上升|温度")


def not_negative(subject: Subject) -> Iterator[Finding]:
    """Counts, amounts and rates are not below zero unless the name tells of a change."""
    case = subject.case
    for at, row in enumerate(case.indicators):
        if _MAY_FALL.search(row.reported_name or row.name) or _WHOLE.search(row.name):
            continue
        for field in ("target", "reported_target", "actual"):
            cell = getattr(row, field)
            if isinstance(cell, Quantity) and cell.number < 0:
                spot = spot_at(case, "indicators", at, field)
                yield Finding(
                    "F220",
                    Level.WARNING,
                    (spot,),
                    details={"what": spot.label},
                    expected="不小于0",
                    actual=cell.text,
                )


def _percent_fields(row: Indicator) -> Iterator[str]:
    for field in ("target", "actual"):
        cell = getattr(row, field)
        if isinstance(cell, Quantity) and cell.kind == PERCENT and not is_not_applicable(cell.text):
            yield field


def _row(name: str, rest: str) -> str:
    return f"indicators:\n  - {{level1: 产出指标, level2: 质量指标, name: {name}, {rest}}}"


RULES = (
    Rule(
        code="F202",
        name="两个附件的指标值一致",
        level=Level.ERROR,
        check=targets_between,
        what="附件2的年度指标值与附件1的指标值相同。数字连同单位比较（1.1万人与11000人相同，6.5亿美元与6.5亿元不同），≥与≤不得相反。",
        why="自评时改低指标值，等于改了考卷再打分。",
        mend="以批复的附件1为准更正附件2；年中批准调整的，两表都填调整后的数。",
        source="财预〔2018〕29号：年度指标值填写年初设定的绩效目标",
        example=Example(
            wrong=_row("建设公共服务平台数量", "target: 5个, reported_target: 3个, actual: 3个"),
            right=_row("建设公共服务平台数量", "target: 3个, actual: 3个"),
        ),
        sentences={
            "": "“{name}”附件1指标值为“{expected}”，附件2年度指标值为“{actual}”",
            "blank": "“{name}”附件1指标值为“{expected}”，附件2年度指标值为“{actual}”，一填一空",
            "unit": "“{name}”附件1指标值为“{expected}”，附件2年度指标值为“{actual}”，单位不是一类",
            "unit_once": "“{name}”附件1指标值为“{expected}”，附件2年度指标值为“{actual}”，只有一处写了单位",
            "sign": "“{name}”附件1指标值为“{expected}”，附件2年度指标值为“{actual}”，方向相反",
        },
    ),
    Rule(
        code="F210",
        name="指标值和完成值的单位",
        level=Level.WARNING,
        check=units_of_row,
        what="指标值和完成值都应带单位，并且是同一类（万人与人是一类，亿美元与亿元不是）；同一类而大小单位不同的，两数相差一千倍以上即疑为单位写错。两栏都没有单位的，合为一条提示。",
        why="没有单位或单位不同的两个数不能比较，汇总时会差出一万倍。",
        mend="补上单位，或改成同一类单位；单位另有约定的，可在“计量单位”中填写。",
        source="GB 3100～3102；GB/T 9704-2012第9章；财预〔2018〕29号自评表",
        example=Example(
            wrong=_row("带动出口额", "target: 2.5亿美元, actual: 2.6亿元"),
            right=_row("带动出口额", "target: 2.5亿美元, actual: 2.6亿美元"),
        ),
        sentences={
            "different": "“{name}”指标值的单位是“{expected}”，完成值的单位是“{actual}”，不是一类",
            "scale": "“{name}”指标值{expected}，完成值{actual}，相差一千倍以上，疑为单位写错",
            "missing": "“{name}”的{missing}“{actual}”没有单位，另一栏的单位是“{expected}”",
            "none": "“{name}”的指标值和完成值都没有单位",
            "none_list": "{count}个指标的指标值和完成值都没有单位：{names}",
        },
    ),
    Rule(
        code="F211",
        name="占比类指标不超过100%",
        level=Level.ERROR,
        check=rates_within_bounds,
        what="满意度、合格率、覆盖率、及时率、占比等部分占全部的比率在0%至100%之间（增长率、完成率不在此列）。",
        why="部分不会大于全部，超过100%一定是算错或填错。",
        mend="核对分子分母后更正。",
        source="算术关系：部分不大于全部",
        example=Example(
            wrong=_row("项目验收合格率", "target: ≥95%, actual: 105%"),
            right=_row("项目验收合格率", "target: ≥95%, actual: 100%"),
        ),
        sentences={"": "“{name}”为{actual}，应在{expected}之间"},
    ),
    Rule(
        code="F220",
        name="指标值和完成值不为负数",
        level=Level.WARNING,
        check=not_negative,
        what="个数、金额、比率类指标的指标值和完成值不应小于0；名称中有增长、减少、降低、差额、利润等字样的不查。",
        why="负数多半是误按了减号，一减就把完成情况算反。",
        mend="改为正数；确为负增长的，在指标名称中写明“增长率”等。",
        source="计数和金额不小于0",
        example=Example(
            wrong=_row("建设公共服务平台数量", "target: 3个, actual: -3个, reason: 停建"),
            right=_row("建设公共服务平台数量", "target: 3个, actual: 3个"),
        ),
        sentences={"": "{what}为{actual}，应{expected}"},
    ),
)

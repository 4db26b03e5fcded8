"""F212–F215: what a cell may hold: shares for qualitative rows, no placeholders, this year's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from govdocs.checks.indicators.attainment import direction_of
from govdocs.checks.listing import listed
from govdocs.checks.placeholders import is_not_applicable, is_placeholder
from govdocs.checks.rows import reported_rows
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at, value_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.forms.form_set import AttachmentForm
from govdocs.model.case import Case
from govdocs.model.indicator import Direction, Indicator
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT, POINT
from govdocs.place import Path

_DIGIT = re.compile(r"\d")
_ANSWERS = frozenset({"是", "否", "有", "无", "达标", "不达标", "合格", "不合格"})
"""A question with two answers (是否存在质量问题) is reported by its answer, not by a share."""


def qualitative_shares(subject: Subject) -> Iterator[Finding]:
    """Rows whose target is words are reported as a share within the bands of the form's note."""
    bands = subject.forms.qualitative_bands
    if not bands:
        return
    low, high = min(b.low for b in bands), max(b.high for b in bands)
    case = subject.full
    worded: list[Finding] = []
    for at, row in reported_rows(case):
        target, actual = row.reported_target, row.actual
        if not isinstance(target, str) or _DIGIT.search(target) or actual is None:
            continue
        if is_not_applicable(target) or is_placeholder(target) or is_placeholder(actual):
            continue
        if target.strip() in _ANSWERS and isinstance(actual, str) and actual.strip() in _ANSWERS:
            continue
        spots = (
            spot_at(case, "indicators", at, "actual"),
            spot_at(case, "indicators", at, "reported_target"),
        )
        details = {"name": row.reported_name or row.name, "target": target}
        shares = f"{low:f}%至{high:f}%"
        if isinstance(actual, str):
            if not is_not_applicable(actual) and not _DIGIT.search(actual):
                worded.append(Finding("F212", Level.NOTE, spots, "words", details, shares, actual))
        elif actual.kind != PERCENT:
            yield Finding("F212", Level.WARNING, spots, "no_percent", details, shares, actual.text)
        elif not low <= actual.number <= high:
            yield Finding("F212", Level.ERROR, spots, "", details, shares, actual.text)
    yield from listed(worded)


def placeholders(subject: Subject) -> Iterator[Finding]:
    """Cells that still hold a stand-in for a value."""
    case = subject.case
    for at, row in enumerate(case.indicators):
        for field in ("target", "reported_target", "actual", "name"):
            cell = getattr(row, field)
            if is_placeholder(cell) or (field == "name" and str(cell).strip(".0123456789") == ""):
                yield _placeholder(case, ("indicators", at, field))
        # A dash means 不适用 only when both cells agree on it.
        target, actual = row.reported_target or row.target, row.actual
        if is_not_applicable(target) and isinstance(actual, Quantity):
            yield _placeholder(case, ("indicators", at, "target"))
        elif is_not_applicable(actual) and isinstance(target, Quantity):
            yield _placeholder(case, ("indicators", at, "actual"))
        elif _is_zero(target) and _is_growing(row):
            yield replace(_placeholder(case, ("indicators", at, "target")), level=Level.NOTE)
    texts: list[Path] = [("goals", n) for n in range(len(case.goals))]
    texts += [("goal_statement", "planned"), ("goal_statement", "achieved")]
    for path in texts:
        value = value_at(case, path)
        if (isinstance(value, str) and (is_placeholder(value) or is_not_applicable(value))) or (
            isinstance(value, str) and re.fullmatch(r"[\d.,，%％万亿元]+", value)
        ):
            yield _placeholder(case, path)


def _is_zero(cell: Quantity | str | None) -> bool:
    return isinstance(cell, Quantity) and cell.number == 0 and cell.kind != POINT


def _is_growing(row: Indicator) -> bool:
    positive = isinstance(row.actual, Quantity) and row.actual.number > 0
    change = _CHANGE.search(row.reported_name or row.name) is not None
    return positive and not change and direction_of(row) is Direction.HIGHER


_CHANGE = re.compile("增长|增速|增幅|提高|提升|上升|变化|变动")


def _placeholder(case: Case, path: Path) -> Finding:
    spot = spot_at(case, *path)
    return Finding("F213", Level.WARNING, (spot,), details={"what": spot.label}, actual=spot.shown)


_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年(?!来|以来|以前|前|底前|相比|基数|为基|至|到|－|—|-|~|～)"
)
_COMPARED = re.compile(r"[较比与同至到自从截止以和、－—~～-]\s*$")


def stale_years(subject: Subject) -> Iterator[Finding]:
    """Another year than the case's in the words of an indicator, goal or heading line."""
    case = subject.case
    paths: list[Path] = [("goals", n) for n in range(len(case.goals))]
    for at in range(len(case.indicators)):
        paths += [("indicators", at, f) for f in ("name", "reported_name", "target", "actual")]
    for path in paths:
        value = value_at(case, path)
        if not isinstance(value, str):
            continue
        for match in _YEAR.finditer(value):
            other = int(match[1]) != case.year
            if other and not _COMPARED.search(value[: match.start()]):
                spot = spot_at(case, *path)
                yield Finding(
                    "F214",
                    Level.WARNING,
                    (spot,),
                    details={"what": spot.label, "found": match[0]},
                    expected=f"{case.year}年",
                    actual=value,
                )
                break


def required_cells(subject: Subject) -> Iterator[Finding]:
    """Cells that the forms may not leave blank."""
    case = subject.full
    filed = {attachment.form: attachment for attachment in case.attachments}
    for form in subject.forms.attachments:
        if filed and form.form not in filed:
            continue
        missing = [path for name in form.required if not _value(case, path := _path(name))]
        if missing:
            yield _missing(case, form, missing)


def _path(name: str) -> Path:
    return tuple(name.split("."))


def _value(case: Case, path: Path) -> Any:
    value = value_at(case, path)
    return value if value else None


def _missing(case: Case, form: AttachmentForm, missing: list[Path]) -> Finding:
    carry = ("goal_statement", "planned") in missing and bool(case.goals)
    return Finding(
        "F215",
        Level.ERROR,
        tuple(spot_at(case, *path) for path in missing),
        details={
            "title": form.title,
            "names": "、".join(label_of(case, path) for path in missing),
            "goals": str(len(case.goals)),
            "count": str(len(missing)),
        },
        hint="carry" if carry else "",
    )


def _row(rest: str) -> str:
    return f"indicators:\n  - {{level1: 产出指标, level2: 质量指标, {rest}}}"


RULES = (
    Rule(
        code="F212",
        name="定性指标填完成比例",
        level=Level.ERROR,
        check=qualitative_shares,
        what="指标值是文字（良好、提升等）的定性指标，全年完成值按三档填完成比例，不小于0%、不大于100%，不写文字，也不写没有百分号的数。",
        why="汇总时定性指标按比例加权，写“良好”无法汇总。",
        mend="按达成情况改填完成比例，如95%。",
        source="财预〔2018〕29号附件自评表注2",
        example=Example(
            wrong=_row("name: 平台运行效果, target: 良好, actual: 120%"),
            right=_row("name: 平台运行效果, target: 良好, actual: 95%"),
        ),
        sentences={
            "": "定性指标“{name}”完成比例为{actual}，应在{expected}之间",
            "no_percent": "定性指标“{name}”指标值是“{target}”，完成值却是“{actual}”，应填完成比例（{expected}）",
            "words": "定性指标“{name}”完成值写的是“{actual}”，应填完成比例（{expected}）",
            "words_list": "{count}个定性指标的完成值写的是文字，应填完成比例：{names}",
        },
    ),
    Rule(
        code="F213",
        name="单元格不留占位内容",
        level=Level.WARNING,
        check=placeholders,
        what="指标名称、指标值、完成值、目标不应是“无”“*”“待定”“XX”等占位内容；只有一栏写“/”“—”而另一栏是数字的，也算；指标值为0而完成值大于0的作提示。",
        why="占位内容印出去就是正式内容。",
        mend="填上实际内容；不适用的，指标值和完成值都写“不适用”。",
        source="自评表填报要求：内容完整、准确，无缺项、错项",
        example=Example(
            wrong=_row("name: 平台运行效果, target: 良好, actual: 待定"),
            right=_row("name: 平台运行效果, target: 良好, actual: 95%"),
        ),
        sentences={"": "{what}是“{actual}”，像是占位内容"},
    ),
    Rule(
        code="F214",
        name="指标和目标中的年份",
        level=Level.WARNING,
        check=stale_years,
        what="指标名称、指标值、完成值和年度目标中出现的年份应是案卷年度；“较2016年”“以2015年为基数”“2020年以前”等比较、期限的写法不算。",
        why="沿用上年表格忘了改年份，是抽查中常见的硬伤。",
        mend="改为本年度，或写明是比较的基期。",
        source="自评表（YYYY年度）与内容应为同一年度",
        example=Example(
            wrong=_row("name: 2016年项目验收合格率, target: ≥95%, actual: 100%"),
            right=_row("name: 2017年项目验收合格率, target: ≥95%, actual: 100%"),
        ),
        sentences={"": "{what}中出现“{found}”，案卷年度是{expected}"},
    ),
    Rule(
        code="F215",
        name="表内必填栏目不空白",
        level=Level.ERROR,
        check=required_cells,
        what="所用表式规定必填的栏目（如年初设定目标、全年实际完成情况）不得空白。",
        why="缺项的表会被退回重报。",
        mend="补填；年初设定目标可由附件1的年度目标自动照录（“照录年度目标”填“是”）。",
        source="财预〔2015〕163号（绩效目标审核：完整性）；财预〔2018〕29号附件自评表",
        example=Example(
            wrong="goal_statement: {achieved: null}",
            right="goal_statement: {achieved: 年度目标基本实现。}",
        ),
        sentences={
            "": "《{title}》有{count}个必填栏目空白：{names}",
            "carry": "附件1列有{goals}个年度目标，可照录到“年初设定目标”栏",
        },
    ),
)

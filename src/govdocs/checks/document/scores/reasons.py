"""F618: targets that were missed, or passed by far, without a word on why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, the_column
from govdocs.finding import Level, Spot
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.reading.tables import Region, Row
from govdocs.reading.tables.figures import is_blank

_LOWER_IS_BETTER = re.compile(
    r"成本|投诉|事故|时间|时限|天数|周期|下降|降低|减少|能耗|单价|死亡|发病|损耗|误差|偏差|控制在|以内|不超过"
)
FAR = Decimal("1.3")
"""From here on a target that is passed wants a word. Source: settings of the production system."""


def reasons(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every table with target, result and reason; rows of one slip are one finding."""
    for region in subject.regions:
        target, actual, reason = (
            the_column(region, c) for c in (Concept.TARGET, Concept.ACTUAL, Concept.REASON)
        )
        if target is None or actual is None or reason is None:
            continue
        missed: list[tuple[Row, str]] = []
        passed: list[tuple[Row, str]] = []
        for row in region.rows:
            share = _share(region, row, target, actual)
            if share is None:
                continue
            cells = cell_held(region.cell(row.index, target), region.cell(row.index, actual))
            why = region.cell(row.index, reason)
            told = why is not None and not is_blank(why.text)
            if told or (1 <= share < FAR):
                yield Judged(True, (), cells)
            else:
                (missed if share < 1 else passed).append((row, f"{rounded(share * 100, 2):f}%"))
        for variant, rows, level in (
            ("missed", missed, Level.ERROR),
            ("passed", passed, Level.NOTE),
        ):
            if rows:
                yield _finding(region, rows, actual, variant, level)


def _share(region: Region, row: Row, target: int, actual: int) -> Decimal | None:
    wanted, done = region.figure(row.index, target), region.figure(row.index, actual)
    if wanted is None or done is None or wanted.number <= 0 or done.bound is not Bound.EXACT:
        return None
    if not _comparable(wanted, done):
        return None
    capped = wanted.bound in {Bound.AT_MOST, Bound.LESS}
    if _LOWER_IS_BETTER.search(row.label) and not capped:
        return None
    factor = (done.unit.factor if done.unit else Decimal(1)) / (
        wanted.unit.factor if wanted.unit else Decimal(1)
    )
    share = quotient(done.number * factor, wanted.number)
    if capped:  # a cap is kept up to 100%, and how far below says nothing
        return Decimal(1) if share <= 1 else quotient(wanted.number, done.number * factor)
    return share


def _comparable(wanted: Quantity, done: Quantity) -> bool:
    return wanted.kind == done.kind


def _finding(
    region: Region, rows: list[tuple[Row, str]], actual: int, variant: str, level: Level
) -> Judged:
    spots: tuple[Spot, ...] = tuple(cell_spot(region, row, actual) for row, _ in rows)
    names = "、".join(f"“{row.label}”{share}" for row, share in rows[:8]) + (
        "等" if len(rows) > 8 else ""
    )
    held = cell_held(*(region.cell(row.index, actual) for row, _ in rows))
    return Judged(False, spots, held, variant,
                  {"table": region.table.name, "count": str(len(rows)), "names": names}, level=level)  # fmt: skip


RULES = (
    DocumentRule(
        code="F618",
        name="未达标的写明原因",
        level=Level.ERROR,
        judge=reasons,
        what="自评表中完成值低于指标值的，“未完成原因”栏不空；超过指标值三成以上的，提示说明。指标值写“≤”的，完成值高于它为未达标；成本、时限一类而没有写“≤”的不检查。",
        why="未完成而不说明原因，是抽查复核的必退项。",
        mend="补写未完成原因和改进措施。",
        source="财预〔2018〕29号自评表；预算管理一体化系统的审核设置",
        sentences={
            "missed": "{table}有{count}项没有达到指标值而原因栏空白：{names}",
            "passed": "{table}有{count}项超过指标值三成以上而没有说明：{names}",
        },
        example=DocumentExample(
            wrong="|三级指标|年度指标值|全年完成值|未完成原因和措施|\n|补助项目数|120个|100个||\n|培训人数|50人|50人||\n|回访次数|5次|5次||",
            right="|三级指标|年度指标值|全年完成值|未完成原因和措施|\n|补助项目数|120个|100个|两个项目延期|\n|培训人数|50人|50人||\n|回访次数|5次|5次||",
        ),
    ),
)

"""F106, F107: the directions of support, their parts, and the money they divide."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.agreement import Agreement, sum_agreement
from govdocs.checks.arithmetic import sum_of, written_sum
from govdocs.checks.money.places import (
    CENTRAL_1,
    CENTRAL_2,
    ISSUED,
    amount_at,
    gap_details,
    is_other_scope,
)
from govdocs.checks.money.totals import LEVEL_OF
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level
from govdocs.model.case import Case
from govdocs.place import Path


def allocation_parts(subject: Subject) -> Iterator[Finding]:
    """额度 of a direction against the sum of its parts."""
    case = subject.case
    for at, row in enumerate(case.allocations):
        if row.amount is None or not row.parts:
            continue
        amounts = [part.amount for part in row.parts]
        agreement = sum_agreement(row.amount, amounts)
        if agreement is Agreement.EXACT:
            continue
        parts = range(len(row.parts))
        yield Finding(
            "F106",
            LEVEL_OF[agreement],
            (
                spot_at(case, "allocations", at, "amount"),
                *(spot_at(case, "allocations", at, "parts", n, "amount") for n in parts),
            ),
            variant="" if agreement is Agreement.APART else "near",
            details=gap_details(case, row.amount, sum_of(amounts)) | {"name": row.name},
            expected=trimmed(sum_of(amounts)),
            actual=row.amount.text,
            arithmetic=written_sum(amounts),
            explains=_total_off_by(case, row.amount.number - sum_of(amounts), at),
        )


def _total_off_by(case: Case, gap: Decimal, at: int) -> tuple[tuple[str, Path], ...]:
    """The finding on the total of all directions, where mending this one mends it too."""
    whole = next((a for p in (ISSUED, CENTRAL_2, CENTRAL_1) if (a := amount_at(case, p))), None)
    given = [row.amount for row in case.allocations if row.amount is not None]
    if whole is None or sum_of(given) - gap != whole.number:
        return ()
    return (("F107", ("allocations", at, "amount")),)


def allocations_total(subject: Subject) -> Iterator[Finding]:
    """The directions together against 下达资金, or against 中央补助 where that is not stated."""
    case = subject.full
    amounts = [row.amount for row in case.allocations]
    given = [amount for amount in amounts if amount is not None]
    if not given or len(given) != len(amounts):
        return
    stated = next((p for p in (ISSUED, CENTRAL_2, CENTRAL_1) if amount_at(case, p)), None)
    if stated is None:
        return
    whole = amount_at(case, stated)
    assert whole is not None
    agreement = sum_agreement(whole, given)
    if agreement is Agreement.EXACT or is_other_scope(case, given):
        return
    rows = range(len(amounts))
    yield Finding(
        "F107",
        LEVEL_OF[agreement],
        (spot_at(case, *stated), *(spot_at(case, "allocations", n, "amount") for n in rows)),
        variant="" if agreement is Agreement.APART else "near",
        details=gap_details(case, whole, sum_of(given))
        | {"whole": label_of(case, stated), "count": str(len(given))},
        expected=whole.text,
        actual=trimmed(sum_of(given)),
        arithmetic=written_sum(given),
    )


RULES = (
    Rule(
        code="F106",
        name="支持方向额度等于组成部分之和",
        level=Level.ERROR,
        check=allocation_parts,
        what="资金分配中每个支持方向的额度等于其各组成部分（地区、单位、项目）之和。",
        why="正文往往先说额度再说明细，两者加不拢，读者当场就能发现。",
        mend="更正额度或写错的明细；额度不填时由程序相加。",
        source="算术关系：总额等于各部分之和",
        example=Example(
            wrong="allocations:\n  - name: 市场开拓\n    amount: 410\n    parts: [{name: 甲市, amount: 250}, {name: 乙市, amount: 140}]\n  - {name: 平台建设, amount: 190}",
            right="allocations:\n  - name: 市场开拓\n    amount: 410\n    parts: [{name: 甲市, amount: 250}, {name: 乙市, amount: 160}]\n  - {name: 平台建设, amount: 190}",
        ),
        sentences={
            "": "“{name}”额度为{actual}，各组成部分相加应为{expected}，相差{difference}{unit}",
            "near": "“{name}”额度为{actual}，各组成部分相加为{expected}，相差在四舍五入范围内，请核对尾数",
        },
    ),
    Rule(
        code="F107",
        name="各支持方向之和等于下达资金",
        level=Level.ERROR,
        check=allocations_total,
        what="资金分配各支持方向额度之和等于下达资金；没有填下达资金的，与中央补助核对。分配的是全部资金的，与资金总额核对。",
        why="分配数加不到下达数，说明漏列了方向、有资金未分配，或某个额度写错。",
        mend="补列漏掉的支持方向，或更正额度。",
        source="财预〔2018〕29号：资金分配与下达应当一致",
        example=Example(
            wrong="allocations:\n  - {name: 市场开拓, amount: 400}\n  - {name: 平台建设, amount: 150}",
            right="allocations:\n  - {name: 市场开拓, amount: 400}\n  - {name: 平台建设, amount: 200}",
        ),
        sentences={
            "": "{count}个支持方向额度相加为{actual}，与{whole}{expected}相差{difference}{unit}",
            "near": "{count}个支持方向额度相加为{actual}，与{whole}{expected}相差在四舍五入范围内，请核对尾数",
        },
    ),
)

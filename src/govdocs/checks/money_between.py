"""F106–F111: the same money in allocations, letter and both attachments; signs and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.agreement import Agreement, same_figure, sum_agreement
from govdocs.checks.arithmetic import plain, sum_of, written_sum
from govdocs.checks.money_totals import LEVEL_OF
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.case import Case
from govdocs.model.derived import SOURCES
from govdocs.model.money import ExecutionRow
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT, POINT
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
            details=_gap(case, row.amount, sum_of(amounts)) | {"name": row.name},
            expected=plain(sum_of(amounts)),
            actual=row.amount.text,
            arithmetic=written_sum(amounts),
        )


def _gap(case: Case, stated: Quantity, computed: Decimal) -> dict[str, str]:
    return {"difference": plain(abs(stated.number - computed)), "unit": case.money_unit}


def _amount_at(case: Case, path: Path) -> Quantity | None:
    row = getattr(case, str(path[0]))
    for step in path[1:]:
        row = getattr(row, str(step)) if row is not None else None
    return row if isinstance(row, Quantity) else None


ISSUED: Path = ("fund", "issued")
CENTRAL_1: Path = ("budget", "central")
CENTRAL_2: Path = ("execution", "central", "budget")


def allocations_total(subject: Subject) -> Iterator[Finding]:
    """The directions together against 下达资金, or against 中央补助 where that is not stated."""
    case = subject.full
    amounts = [row.amount for row in case.allocations]
    given = [amount for amount in amounts if amount is not None]
    if not given or len(given) != len(amounts):
        return
    stated = next((p for p in (ISSUED, CENTRAL_2, CENTRAL_1) if _amount_at(case, p)), None)
    if stated is None:
        return
    whole = _amount_at(case, stated)
    assert whole is not None
    agreement = sum_agreement(whole, given)
    if agreement is Agreement.EXACT or _is_other_scope(case, given):
        return
    rows = range(len(amounts))
    yield Finding(
        "F107",
        LEVEL_OF[agreement],
        (spot_at(case, *stated), *(spot_at(case, "allocations", n, "amount") for n in rows)),
        variant="" if agreement is Agreement.APART else "near",
        details=_gap(case, whole, sum_of(given))
        | {"whole": label_of(case, stated), "count": str(len(given))},
        expected=whole.text,
        actual=plain(sum_of(given)),
        arithmetic=written_sum(given),
    )


def _is_other_scope(case: Case, given: list[Quantity]) -> bool:
    """A list may divide all the money, not the central grant alone; then it makes that total."""
    totals: list[Path] = [("budget", "total"), ("execution", "total", "budget")]
    wholes = [_amount_at(case, path) for path in totals]
    parts = [_amount_at(case, p) for p in (CENTRAL_2, ("execution", "local", "budget"))]
    wholes_of_parts = [p for p in parts if p is not None]
    sums = [sum_of(wholes_of_parts)] if len(wholes_of_parts) > 1 else []
    return sum_of(given) in [*(w.number for w in wholes if w is not None), *sums]


def totals_between(subject: Subject) -> Iterator[Finding]:
    """总预算数 of attachment 1 against attachment 2, other sources counted or not."""
    case = subject.full
    first, second = _amount_at(case, ("budget", "total")), _amount_at(case, ("execution", "total", "budget"))
    if first is None or second is None:
        return
    own = [_amount_at(case, ("execution", name, "budget")) for name in ("central", "local")]
    own_given = [amount for amount in own if amount is not None]
    if same_figure(first, second) is Agreement.EXACT:
        return
    if own_given and sum_agreement(first, own_given) is Agreement.EXACT:
        return
    yield Finding(
        "F108",
        Level.WARNING,
        (spot_at(case, "budget", "total"), spot_at(case, "execution", "total", "budget")),
        details=_gap(case, first, second.number),
        expected=first.text,
        actual=second.text,
    )


def unit_on_form(subject: Subject) -> Iterator[Finding]:
    """预算金额 of attachment 1 needs its unit printed."""
    case = subject.full
    if case.budget.unit_printed or case.budget.total is None:
        return
    yield Finding(
        "F109",
        Level.WARNING,
        (spot_at(case, "budget", "total"), spot_at(case, "budget", "unit_printed")),
        details={"unit": case.money_unit},
        expected=f"预算金额（{case.money_unit}）",
        actual="预算金额",
    )


def central_everywhere(subject: Subject) -> Iterator[Finding]:
    """中央补助 of both attachments and 下达资金 of the letter are one amount."""
    case = subject.full
    given = {p: a for p in (CENTRAL_1, CENTRAL_2, ISSUED) if (a := _amount_at(case, p)) is not None}
    if ISSUED in given and _is_other_scope(case, [given[ISSUED]]) and len(given) > 1:
        given.pop(ISSUED)
    values = list(given.values())
    if len(values) < 2 or all(same_figure(values[0], v) is Agreement.EXACT for v in values[1:]):
        return
    # Where two of the three agree, the third is named first: it is the likelier slip.
    odd = next((p for p in given if sum(given[p].number == v.number for v in values) == 1), None)
    order = [odd, *(p for p in given if p != odd)] if odd and len(given) > 2 else list(given)
    others = [given[p] for p in order[1:]]
    yield Finding(
        "F110",
        Level.ERROR,
        tuple(spot_at(case, *path) for path in order),
        details={
            "first": label_of(case, order[0]),
            "others": "、".join(f"{label_of(case, p)}{given[p].text}" for p in order[1:]),
        },
        expected="；".join(dict.fromkeys(other.text for other in others)),
        actual=given[order[0]].text,
    )


_MAY_FALL = re.compile("[增减差净盈亏降]|利润|变化|变动|结余|温度|逆差|顺差")


def amounts_not_negative(subject: Subject) -> Iterator[Finding]:
    """No amount, rate or count of a filing is below zero; a change or a balance may be."""
    case = subject.case
    paths: list[Path] = [ISSUED, *(("budget", n) for n in ("total", "central", "local"))]
    for name in ("total", *SOURCES):
        if isinstance(getattr(case.execution, name), ExecutionRow):
            paths += [("execution", name, column) for column in ("budget", "executed", "rate")]
    amounts = {path: _amount_at(case, path) for path in paths}
    for at, row in enumerate(case.allocations):
        amounts[("allocations", at, "amount")] = row.amount
        for n, part in enumerate(row.parts):
            amounts[("allocations", at, "parts", n, "amount")] = part.amount
    for path, amount in amounts.items():
        if amount is not None and amount.number < 0:
            yield Finding(
                "F111",
                Level.ERROR,
                (spot_at(case, *path),),
                details={"what": label_of(case, path)},
                expected="不小于0",
                actual=amount.text,
            )
    for at, fact in enumerate(case.facts):
        measured = fact.value.kind not in {PERCENT, POINT}
        if measured and fact.value.number < 0 and not _MAY_FALL.search(fact.name):
            spot = spot_at(case, "facts", at, "value")
            yield Finding(
                "F111",
                Level.WARNING,
                (spot,),
                details={"what": spot.label},
                expected="不小于0",
                actual=fact.value.text,
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
    Rule(
        code="F108",
        name="两个附件的资金总额一致",
        level=Level.WARNING,
        check=totals_between,
        what="附件1总预算数与附件2年度资金总额的全年预算数一致；附件1不含其他资金的，与附件2中央补助、地方资金之和一致。",
        why="目标按一笔资金设定，自评按另一笔资金考核，完成情况就无法比较。",
        mend="核对两表口径；年中调整过预算的，在“说明”栏写明。",
        source="财预〔2015〕163号申报表与财预〔2018〕29号自评表的同一资金",
        example=Example(
            wrong="budget: {total: 1200, central: 600, local: 600}",
            right="budget: {total: 1000, central: 600, local: 400}",
        ),
        sentences={"": "附件1总预算数为{expected}，附件2年度资金总额为{actual}，相差{difference}{unit}"},
    ),
    Rule(
        code="F109",
        name="预算金额标注单位",
        level=Level.WARNING,
        check=unit_on_form,
        what="附件1“预算金额”应标注金额单位。",
        why="只有数字没有单位，万元和元相差一万倍，审核人只能去猜。",
        mend="改用标注单位的表式（案卷中“表内标注单位”填“是”）。",
        source="财预〔2015〕163号申报表：资金情况（万元）；GB/T 9704-2012 第9章",
        example=Example(
            wrong="budget: {unit_printed: 否}", right="budget: {unit_printed: 是}"
        ),
        sentences={"": "附件1“预算金额”没有标注单位，应印为“{expected}”"},
    ),
    Rule(
        code="F110",
        name="中央补助与下达资金各处一致",
        level=Level.ERROR,
        check=central_everywhere,
        what="附件1中央补助、附件2中央补助的全年预算数、正文所说的下达资金是同一笔钱，各处数字应当相同。",
        why="同一笔资金印出两个数，必有一处是错的。",
        mend="更正写错的一处；三处中有两处相同的，先核对另一处。",
        source="财预〔2018〕29号自评表“其中：中央补助”；同一事实前后一致",
        example=Example(
            wrong="budget: {total: 1000, central: 610, local: 390}",
            right="budget: {total: 1000, central: 600, local: 400}",
        ),
        sentences={"": "{first}为{actual}，而{others}：同一笔资金前后不一"},
    ),
    Rule(
        code="F111",
        name="金额、执行率和个数不为负数",
        level=Level.ERROR,
        check=amounts_not_negative,
        what="预算数、执行数、额度、执行率不应是负数；正文数据中的金额、个数等也不应是负数（增减、结余等除外，作疑似）。",
        why="负数多半是误按了减号；收回资金应另作说明，不以负数列在表内。",
        mend="改为正数；确有收回资金的，在“说明”栏写明。",
        source="财预〔2018〕29号附件自评表",
        example=Example(
            wrong="execution:\n  other: {budget: -100, executed: 100, rate: -100%}\n  total: {budget: 800, executed: 800, rate: 100%}\nbudget: {total: 800, central: 600, local: 200}",
            right="execution:\n  other: {budget: 100, executed: 100, rate: 100%}",
        ),
        sentences={"": "{what}为{actual}，不应是负数"},
    ),
)

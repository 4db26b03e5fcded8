"""F108–F111: the same money in letter and both attachments; signs and units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.agreement import Agreement, same_figure, sum_agreement
from govdocs.checks.arithmetic import sum_of
from govdocs.checks.money.places import (
    CENTRAL_1,
    CENTRAL_2,
    ISSUED,
    amount_at,
    gap_details,
    is_other_scope,
)
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


def totals_between(subject: Subject) -> Iterator[Finding]:
    """总预算数 of attachment 1 against attachment 2, other sources counted or not."""
    case = subject.full
    first, second = (
        amount_at(case, ("budget", "total")),
        amount_at(case, ("execution", "total", "budget")),
    )
    if first is None or second is None:
        return
    own = [amount_at(case, ("execution", name, "budget")) for name in ("central", "local")]
    own_given = [amount for amount in own if amount is not None]
    if same_figure(first, second) is Agreement.EXACT:
        return
    if own_given and sum_agreement(first, own_given) is Agreement.EXACT:
        return
    yield Finding(
        "F108",
        Level.WARNING,
        (spot_at(case, "budget", "total"), spot_at(case, "execution", "total", "budget")),
        details=gap_details(case, first, second.number),
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
    given = {p: a for p in (CENTRAL_1, CENTRAL_2, ISSUED) if (a := amount_at(case, p)) is not None}
    if ISSUED in given and is_other_scope(case, [given[ISSUED]]) and len(given) > 1:
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
        explains=_mended_with(case, order[0], others[0]) if len(given) > 2 and odd else (),
    )


def _mended_with(case: Case, odd: Path, right: Quantity) -> tuple[tuple[str, Path], ...]:
    """Findings on sums that would be right if ``odd`` were what the other places say."""
    if odd == ISSUED:
        given = [row.amount for row in case.allocations if row.amount is not None]
        return (("F107", ISSUED),) if sum_of(given) == right.number else ()
    block, column, code = (
        (case.budget, "", "F102") if odd == CENTRAL_1 else (case.execution, "budget", "F101")
    )
    total: Path = ("budget", "total") if odd == CENTRAL_1 else ("execution", "total", "budget")
    stated = amount_at(case, total)
    rest = [
        amount
        for name in ("local", "other")
        if hasattr(block, name)
        and (amount := amount_at(case, (*total[:1], name, *([column] if column else []))))
        is not None
    ]
    if stated is None or sum_of([right, *rest]) != stated.number:
        return ()
    return ((code, total),)


_MAY_FALL = re.compile("[增减差净盈亏降]|利润|变化|变动|结余|温度|逆差|顺差")


def amounts_not_negative(subject: Subject) -> Iterator[Finding]:
    """No amount, rate or count of a filing is below zero; a change or a balance may be."""
    case = subject.case
    paths: list[Path] = [ISSUED, *(("budget", n) for n in ("total", "central", "local"))]
    for name in ("total", *SOURCES):
        if isinstance(getattr(case.execution, name), ExecutionRow):
            paths += [("execution", name, column) for column in ("budget", "executed", "rate")]
    amounts = {path: amount_at(case, path) for path in paths}
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
        sentences={
            "": "附件1总预算数为{expected}，附件2年度资金总额为{actual}，相差{difference}{unit}"
        },
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
        example=Example(wrong="budget: {unit_printed: 否}", right="budget: {unit_printed: 是}"),
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

"""F724: 年度资金总额 of the self-rating form against the sources of the money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.agreement import Agreement, sum_agreement
from govdocs.checks.arithmetic import sum_of, written_sum
from govdocs.checks.evaluation.examples import piece
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.year_money import COLUMNS, year_total
from govdocs.finding import Finding, Level, Spot
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.funds import YearTotal
from govdocs.model.quantity import Quantity


def totals(subject: Subject) -> Iterator[Finding]:
    """Each stated total against its sources; what was spent against the budget and the payments."""
    case = subject.report
    for column in COLUMNS:
        stated = getattr(case.year_total, column, None)
        if stated is not None:
            yield from _against_sources(case, column, stated)
    if getattr(case.year_total, "amount", None) or getattr(case.year_total, "spent", None):
        yield from _over_budget(case)
    yield from _less_than_paid(case)


def _against_sources(case: EvaluationCase, column: str, stated: Quantity) -> Iterator[Finding]:
    parts = {
        at: amount
        for at, source in enumerate(case.sources)
        if (amount := getattr(source, column)) is not None
    }
    if not parts:
        return
    added = sum_of(list(parts.values()))
    complete = len(parts) == len(case.sources)
    agreement = sum_agreement(stated, list(parts.values()))
    # Sources left blank may bring whatever the total still lacks.
    if agreement is Agreement.EXACT or (not complete and added <= stated.number):
        return
    details = {
        "column": str(YearTotal.model_fields[column].title),
        "difference": trimmed(abs(stated.number - added)),
        "unit": case.money_unit,
    }
    field_spots = (spot_at(case, "sources", at, column) for at in parts)
    apart = agreement is Agreement.APART
    yield Finding(
        "F724",
        Level.ERROR if apart else Level.NOTE,
        (spot_at(case, "year_total", column), *field_spots),
        ("" if complete else "more") if apart else agreement.value,
        details,
        trimmed(added),
        stated.text,
        written_sum(list(parts.values())) if len(parts) > 1 else "",
    )


def _over_budget(case: EvaluationCase) -> Iterator[Finding]:
    whole = year_total(case)
    if whole.amount is None or whole.spent is None or whole.spent.number <= whole.amount.number:
        return
    spots = _total_spots(case, "spent") + _total_spots(case, "amount")
    yield Finding("F724", Level.ERROR, spots, "over", {}, whole.amount.text, whole.spent.text)


def _less_than_paid(case: EvaluationCase) -> Iterator[Finding]:
    """Money that firms had at the end of the year was spent by then."""
    spent = year_total(case).spent
    paid = [
        (row.paid.number, at)
        for at, row in enumerate(case.milestones)
        if row.by.year == case.year and row.paid.kind == (spent.kind if spent else "")
    ]
    most, at = max(paid, default=(Decimal(0), 0))
    if spent is None or most <= spent.number:
        return
    row = case.milestones[at]
    details = {"date": f"{row.by.year}年{row.by.month}月{row.by.day}日"}
    spots = (*_total_spots(case, "spent"), spot_at(case, "milestones", at, "paid"))
    yield Finding("F724", Level.WARNING, spots, "paid", details, row.paid.text, spent.text)


def _total_spots(case: EvaluationCase, column: str) -> tuple[Spot, ...]:
    if getattr(case.year_total, column, None) is not None:
        return (spot_at(case, "year_total", column),)
    return tuple(spot_at(case, "sources", at, column) for at in range(len(case.sources)))


RULES = (
    Rule(
        code="F724", name="年度资金总额与各项资金来源", level=Level.ERROR, check=totals, kinds=REPORTS,
        what="自评表的年度资金总额（年初预算数、全年预算数、全年执行数）等于各项资金来源之和；部分来源没有填的，已填的不超过总额；执行数不超过预算数，也不少于当年已拨付到企业的数。",
        why="“其中”各行加起来不是总额，执行率和得分就没有依据。",
        mend="总额可不填，由程序相加；填了的，更正总额或各项来源。",
        source="财预〔2020〕10号项目支出绩效自评表：年度资金总额＝当年财政拨款＋上年结转资金＋其他资金",
        example=Example(wrong=piece("year_total: {amount: 120}"), right=piece("year_total: {amount: 100}")),
        sentences={
            "": "年度资金总额的{column}写{actual}，各项资金来源之和是{expected}，相差{difference}{unit}",
            "more": "年度资金总额的{column}写{actual}，已填的资金来源之和就有{expected}，多出{difference}{unit}",
            "near": "年度资金总额的{column}写{actual}，各项资金来源之和是{expected}，像是取了整",
            "cut": "年度资金总额的{column}写{actual}，各项资金来源之和是{expected}，像是舍去了尾数",
            "over": "全年执行数{actual}超过全年预算数{expected}",
            "paid": "全年执行数{actual}，而截至{date}已拨付到企业{expected}",
        },
    ),
)  # fmt: skip

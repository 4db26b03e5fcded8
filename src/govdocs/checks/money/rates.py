"""F103–F105, F112: 执行率 is B/A wherever it is printed, and what it may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.agreement import Agreement, quotient_agreement
from govdocs.checks.arithmetic import plain, written_rate
from govdocs.checks.money.totals import LEVEL_OF
from govdocs.checks.placeholders import is_filler
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.case import Case
from govdocs.model.derived import SOURCES
from govdocs.model.indicator import Filed
from govdocs.model.interval import quotient, rounded
from govdocs.model.money import ExecutionRow
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT

ROWS = ("total", *SOURCES)
EXECUTION_RATE = re.compile(r"^(?:项目|专项|中央|财政|年度)?(?:预算资金|预算|资金|财政资金)执行率$")
"""Names of the indicator that repeats the rate of the money block."""


def _row(case: Case, name: str) -> ExecutionRow | None:
    row = getattr(case.execution, name)
    return row if isinstance(row, ExecutionRow) else None


def execution_rates(subject: Subject) -> Iterator[Finding]:
    """Each stated 执行率 against B/A of its row."""
    stated, full = subject.case, subject.full
    for name in ROWS:
        row, whole = _row(stated, name), _row(full, name)
        if row is None or whole is None or row.rate is None or row.rate.bound is not Bound.EXACT:
            continue
        budget, executed = whole.budget, whole.executed
        if budget is None or executed is None:
            yield _without_amounts(full, name, row.rate)
            continue
        rate = row.rate
        percent = rate.number * (rate.unit.factor if rate.unit else 1)
        agreement = quotient_agreement(percent, rate.decimals, executed, budget, 100)
        if agreement is None or agreement is Agreement.EXACT:
            continue
        expected = rounded(quotient(executed.number * 100, budget.number), rate.decimals)
        yield Finding(
            "F103",
            LEVEL_OF[agreement],
            tuple(spot_at(full, "execution", name, f) for f in ("rate", "executed", "budget")),
            variant="" if agreement is Agreement.APART else agreement.value,
            details={"row": label_of(full, ("execution", name))},
            expected=f"{plain(expected)}%",
            actual=rate.text,
            arithmetic=written_rate(executed.number, budget.number, rate.decimals),
        )


def _without_amounts(case: Case, name: str, rate: Quantity) -> Finding:
    return Finding(
        "F103",
        Level.WARNING,
        tuple(spot_at(case, "execution", name, f) for f in ("rate", "executed", "budget")),
        variant="no_amounts",
        details={"row": label_of(case, ("execution", name))},
        actual=rate.text,
    )


def indicator_rate(subject: Subject) -> Iterator[Finding]:
    """The indicator 预算资金执行率 against the rate of the total row or of 中央补助."""
    case = subject.full
    rows = [
        (name, row.executed, row.budget)
        for name in ("total", "central")
        if (row := _row(case, name)) and row.executed and row.budget and row.budget.number
    ]
    if not rows:
        return
    for at, indicator in enumerate(case.indicators):
        actual = indicator.actual
        if indicator.filed is Filed.DECLARATION or not EXECUTION_RATE.match(indicator.name):
            continue
        if not isinstance(actual, Quantity) or actual.kind != PERCENT:
            continue
        found = [
            quotient_agreement(actual.number, actual.decimals, executed, budget, 100)
            for _, executed, budget in rows
        ]
        if Agreement.EXACT in found:
            continue
        soft = next((f for f in found if f in {Agreement.CUT, Agreement.NEAR}), None)
        name, executed, budget = rows[0]
        expected = rounded(quotient(executed.number * 100, budget.number), actual.decimals)
        yield Finding(
            "F104",
            LEVEL_OF[soft or Agreement.APART],
            (
                spot_at(case, "indicators", at, "actual"),
                *(spot_at(case, "execution", name, f) for f in ("executed", "budget")),
            ),
            variant=soft.value if soft else "",
            details={"name": indicator.reported_name or indicator.name},
            expected=f"{plain(expected)}%",
            actual=actual.text,
            arithmetic=written_rate(executed.number, budget.number, actual.decimals),
        )


def executed_within_budget(subject: Subject) -> Iterator[Finding]:
    """执行数 (B) may not exceed 预算数 (A) of its row."""
    case = subject.full
    for name in ROWS:
        row = _row(case, name)
        if row is None or row.budget is None or row.executed is None:
            continue
        if row.executed.number > row.budget.number:
            yield Finding(
                "F105",
                Level.WARNING,
                tuple(spot_at(case, "execution", name, f) for f in ("executed", "budget")),
                details={
                    "row": label_of(case, ("execution", name)),
                    "difference": plain(row.executed.number - row.budget.number),
                    "unit": case.money_unit,
                },
                expected=f"不超过{row.budget.text}",
                actual=row.executed.text,
            )


def low_execution(subject: Subject) -> Iterator[Finding]:
    """A rate below the house's limit needs words in 说明."""
    limit = subject.forms.settings.low_execution_threshold
    case = subject.full
    row = _row(case, "total")
    if limit is None or row is None or row.rate is None or row.rate.number >= limit:
        return
    if not is_filler(case.explanation.remark):
        return
    yield Finding(
        "F112",
        Level.WARNING,
        (spot_at(case, "execution", "total", "rate"), spot_at(case, "explanation", "remark")),
        details={"limit": f"{plain(limit)}%"},
        expected=f"不低于{plain(limit)}%，或有说明",
        actual=row.rate.text,
    )


RULES = (
    Rule(
        code="F103",
        name="执行率等于执行数除以预算数",
        level=Level.ERROR,
        check=execution_rates,
        what="附件2“项目资金”每一行的执行率等于该行全年执行数（B）除以全年预算数（A），按印出的小数位四舍五入。",
        why="执行率是审核首先复算的数，一算就知道对不对。",
        mend="按B÷A更正执行率；执行率不填时由程序计算。若执行数或预算数本身有误，先更正它们。",
        source="财预〔2018〕29号附件自评表：执行率（B/A）",
        example=Example(
            wrong="execution:\n  central: {budget: 600, executed: 450, rate: 78%}",
            right="execution:\n  central: {budget: 600, executed: 450, rate: 75%}",
        ),
        sentences={
            "": "{row}执行率印为{actual}，按执行数除以预算数应为{expected}",
            "near": "{row}执行率印为{actual}，按印出的数计算为{expected}，相差在四舍五入范围内",
            "cut": "{row}执行率印为{actual}，是把尾数直接舍去，四舍五入应为{expected}",
            "no_amounts": "{row}填了执行率{actual}，但预算数或执行数空白，无从核对",
        },
    ),
    Rule(
        code="F104",
        name="预算资金执行率指标与资金表一致",
        level=Level.ERROR,
        check=indicator_rate,
        what="名为“预算执行率”“预算资金执行率”等的指标，其全年完成值等于资金表年度资金总额或中央补助一行的执行率。",
        why="同一个比率在一张表里印了两处，改了资金却忘了改指标，是最常见的前后不一。",
        mend="把该指标的完成值改为资金表算出的执行率；若资金表有误，先更正资金表。",
        source="财预〔2018〕29号附件自评表：执行率（B/A）与时效指标",
        example=Example(
            wrong="indicators:\n  - {level1: 产出指标, level2: 时效指标, name: 预算资金执行率, target: 100%, actual: 85%, reason: 部分项目跨年实施}",
            right="indicators:\n  - {level1: 产出指标, level2: 时效指标, name: 预算资金执行率, target: 100%, actual: 80%, reason: 部分项目跨年实施}",
        ),
        sentences={
            "": "指标“{name}”完成值为{actual}，按资金表计算为{expected}",
            "near": "指标“{name}”完成值为{actual}，按资金表计算为{expected}，相差在四舍五入范围内",
            "cut": "指标“{name}”完成值为{actual}，是把尾数直接舍去，四舍五入应为{expected}",
        },
    ),
    Rule(
        code="F105",
        name="执行数不超过预算数",
        level=Level.WARNING,
        check=executed_within_budget,
        what="附件2“项目资金”每一行的全年执行数不大于全年预算数。",
        why="超预算执行通常是把别的来源或别的年度算了进来，或者两栏填反。",
        mend="核对执行数的口径；确有调整预算的，预算数填调整后的数。",
        source="财预〔2018〕29号附件自评表；预算法第十三条（支出以经批准的预算为依据）",
        example=Example(
            wrong="execution:\n  other: {budget: 100, executed: 120, rate: 120%}\n  total: {budget: 1000, executed: 820, rate: 82%}",
            right="execution:\n  other: {budget: 120, executed: 120, rate: 100%}\n  total: {budget: 1020, executed: 820, rate: 80%}\nbudget: {total: 1020, central: 600, local: 420}",
        ),
        sentences={"": "{row}执行数{actual}超过预算数，多出{difference}{unit}"},
    ),
    Rule(
        code="F112",
        name="执行率过低应有说明",
        level=Level.WARNING,
        check=low_execution,
        what="本地口径定有执行率下限的，年度资金总额执行率低于下限时，“说明”栏应写明原因。",
        why="一些省规定执行率低于90%必须说明原因，未说明的表会被退回。",
        mend="在“说明”栏写明执行率偏低的原因和后续安排。",
        source="各省自评表填表说明（如四川省：执行率低于90%须说明原因）；界限见本地口径 low_execution_threshold",
        example=Example(
            wrong='settings: {low_execution_threshold: "90%"}',
            right='settings: {low_execution_threshold: "90%"}\nexplanation: {remark: 部分项目按合同于次年一季度结算，资金已落实到项目。}',
        ),
        sentences={"": "年度资金总额执行率{actual}低于{limit}，“说明”栏没有写明原因"},
    ),
)

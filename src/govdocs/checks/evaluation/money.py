"""F712–F715: measures as stated, money allocated, paid and left, grants against the policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from govdocs.checks.evaluation.examples import STEPS, leaf, piece
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import shown, spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.derive import leaves
from govdocs.evaluation.measures import allocated_total, measured, paid_total, total
from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.subsidies import above_cap, entitlement
from govdocs.finding import Finding, Level
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import Measure
from govdocs.model.evaluation.policy import Policy
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, unit_of


def stated_measures(subject: Subject) -> Iterator[Finding]:
    """A value stated though the case's other data give it."""
    case = subject.report
    for path, row in leaves(case):
        if row.measure is None:
            continue
        computed = measured(case, row.measure)
        given = row.value
        counts = row.measure is Measure.OVER_CAP and row.defects is not None
        if counts and computed is not None and computed.number != row.defects:
            spot = spot_at(case, *path, "defects")
            details = {"name": row.name, "measure": row.measure.value}
            yield Finding(
                "F712", Level.ERROR, (spot,), "defects", details, computed.text, str(row.defects)
            )
        if not isinstance(given, Quantity) or computed is None:
            continue
        if given.interval.meets(computed.interval):
            continue
        details = {"name": row.name, "measure": row.measure.value}
        yield Finding(
            "F712", Level.ERROR, (spot_at(case, *path, "value"),), "", details, shown(computed),
            given.text, explains=(("F701", (*path, "score")),),
        )  # fmt: skip


def money_paid(subject: Subject) -> Iterator[Finding]:
    """Paid within allocated; allocated within what there is; paid and left make the whole."""
    case = subject.full_report
    for at, firm in enumerate(case.recipients):
        if firm.paid.number > firm.allocated.number:
            spots = (
                spot_at(case, "recipients", at, "paid"),
                spot_at(case, "recipients", at, "allocated"),
            )
            details = {"name": firm.name, "date": ""}
            yield Finding(
                "F713", Level.ERROR, spots, "paid", details, firm.allocated.text, firm.paid.text
            )
    if not case.recipients:
        return
    allocated, paid = allocated_total(case), paid_total(case)
    budget = total(source.amount for source in case.sources)
    if allocated > budget:
        spots = (spot_at(case, "recipients"), spot_at(case, "sources"))
        yield Finding(
            "F713",
            Level.ERROR,
            spots,
            "sources",
            {"name": "", "date": ""},
            trimmed(budget),
            trimmed(allocated),
        )
    before = None
    for at, row in enumerate(case.milestones):
        day = f"{row.by.year}年{row.by.month}月{row.by.day}日"
        details = {"name": "", "date": day}
        paid_spot = (spot_at(case, "milestones", at, "paid"),)
        if row.left is not None and row.paid.number + row.left.number != allocated:
            both = (*paid_spot, spot_at(case, "milestones", at, "left"))
            hint = "later" if row.paid.number + row.left.number == paid else ""
            details["later"] = trimmed(paid)
            yield Finding(
                "F713", Level.ERROR, both, "left", details, trimmed(allocated),
                trimmed(row.paid.number + row.left.number),
                f"{row.paid.text}＋{row.left.text}＝{trimmed(row.paid.number + row.left.number)}", hint,
            )  # fmt: skip
        if row.paid.number > paid or (before is not None and row.paid.number < before):
            yield Finding(
                "F713", Level.ERROR, paid_spot, "more", details, trimmed(paid), row.paid.text
            )
        before = row.paid.number


def grants(subject: Subject) -> Iterator[Finding]:
    """A grant above the cap, or above what the firm's trade entitles it to."""
    case, policy = subject.report, subject.report.policy
    if policy is None:
        return
    yield from _policy_faults(case, policy)
    for at, firm in enumerate(case.recipients):
        most = entitlement(policy, firm)
        spot = spot_at(case, "recipients", at, "allocated")
        if above_cap(policy, firm):
            unit = unit_of(case.money_unit)
            limit = (
                "" if most.most is None else f"{trimmed(most.most / unit.factor)}{case.money_unit}"
            )
            cap = policy.firm_cap.text if policy.firm_cap else ""
            details = {"name": firm.name}
            yield Finding("F714", Level.ERROR, (spot,), "", details, limit or cap,
                          f"{firm.allocated.text}{case.money_unit}", "；".join(most.steps))  # fmt: skip
        elif most.trouble not in {"", "no_trade"}:
            trade = spot_at(case, "recipients", at, "trade")
            yield Finding("F714", Level.WARNING, (trade,), most.trouble, {"name": firm.name})


def _policy_faults(case: EvaluationCase, policy: Policy) -> Iterator[Finding]:
    """What keeps a policy from being computed at all: names, days, caps that are no money."""
    last_day: date | None = None
    names = Counter(period.name for period in policy.periods)
    if policy.firm_cap is not None and policy.firm_cap.kind != MONEY:
        spot = spot_at(case, "policy", "firm_cap")
        yield Finding("F714", Level.ERROR, (spot,), "cap", {"name": policy.firm_cap.text})
    for at, period in enumerate(policy.periods):
        first = spot_at(case, "policy", "periods", at, "first")
        if period.first > period.last or (last_day is not None and period.first <= last_day):
            yield Finding("F714", Level.ERROR, (first,), "days", {"name": period.name})
        last_day = period.last
        if names[period.name] > 1:
            spot = spot_at(case, "policy", "periods", at, "name")
            yield Finding("F714", Level.ERROR, (spot,), "twice", {"name": period.name})
        tariffs = Counter(tariff.name for tariff in period.tariffs)
        for name in (name for name, times in tariffs.items() if times > 1):
            spot = spot_at(case, "policy", "periods", at, "tariffs")
            yield Finding("F714", Level.ERROR, (spot,), "twice", {"name": name})
        for n, group in enumerate(period.caps):
            for name in group.tariffs:
                if name not in tariffs:
                    spot = spot_at(case, "policy", "periods", at, "caps", n, "tariffs")
                    yield Finding("F714", Level.ERROR, (spot,), "no_tariff", {"name": name})


def sources_spent(subject: Subject) -> Iterator[Finding]:
    """Money arrived within the budget of its source, money spent within what arrived."""
    case = subject.report
    for at, source in enumerate(case.sources):
        for field, limit_field in (("arrived", "amount"), ("spent", "arrived")):
            given, limit = getattr(source, field), getattr(source, limit_field)
            if given is not None and limit is not None and given.number > limit.number:
                spots = (
                    spot_at(case, "sources", at, field),
                    spot_at(case, "sources", at, limit_field),
                )
                yield Finding(
                    "F715", Level.ERROR, spots, field, {"name": source.name}, limit.text, given.text
                )


_POLICY = """policy:
  firm_cap: {cap}
  periods: [{{name: 全年, first: 2022-01-01, last: 2022-12-31, tariffs: [{{name: 出口, rate: 0.02}}]}}]
"""

RULES = (
    Rule(
        code="F712", name="填写的业绩值与案卷数据一致", level=Level.ERROR, check=stated_measures, kinds=REPORTS,
        what="业绩值取自案卷其他数据（到位率、执行率、及时率、户数、满意度）而又另行填写的，与计算的数相同。",
        why="表里一个执行率，正文和附件另一个，得分就没有依据。",
        mend="不填业绩值，由程序计算；或更正资金数据。",
        source="同一事实前后一致",
        example=Example(wrong=leaf(f"value: 96%, {STEPS}"), right=leaf(f"value: 100%, {STEPS}")),
        sentences={
            "": "“{name}”的业绩值写{actual}，按案卷数据计算的{measure}是{expected}",
            "defects": "“{name}”的发现处数填{actual}，按案卷数据计算的{measure}是{expected}",
        },
    ),
    Rule(
        code="F713", name="分配、拨付与结余", level=Level.ERROR, check=money_paid, kinds=REPORTS,
        what="每户已拨付不超过分配；分配总额不超过资金来源；同一日的累计拨付加尚未拨付等于分配总额；累计拨付逐期不减，不超过各户已拨付之和。",
        why="三个数里的一个来自另一个时点，就说不清钱在哪里。",
        mend="核对拨付台账；尚未拨付可不填，由程序计算。",
        source="算术关系",
        example=Example(
            wrong=piece("milestones: [{by: 2022-12-31, paid: 80, left: 10, yearly: 是}]"),
            right=piece("milestones: [{by: 2022-12-31, paid: 80, left: 20, yearly: 是}]"),
        ),
        sentences={
            "paid": "“{name}”已拨付{actual}，超过分配的{expected}",
            "sources": "各户分配合计{actual}，超过资金来源合计{expected}",
            "left": "截至{date}，已拨付与尚未拨付之和是{actual}（{arithmetic}），分配总额是{expected}",
            "more": "截至{date}累计拨付{actual}，与前后各期或各户已拨付合计{expected}不符",
            "later": "两数之和正好是后来的已拨付合计{later}，尚未拨付可能是用它减出来的",
        },
    ),
    Rule(
        code="F714", name="补贴不超过标准", level=Level.ERROR, check=grants, kinds=REPORTS,
        what="每户的分配金额不超过单个企业上限；有进出口额的，不超过按补贴标准算出的最高额；补贴标准本身可以核算：时段不重叠，名称不重复，上限是人民币金额。",
        why="超标准补贴是合规性问题，影响得分。",
        mend="核对海关数据、基数和标准；确有超标准的，在指标中扣分。",
        source="案卷所列补贴标准的文件",
        example=Example(wrong=piece(_POLICY.format(cap="50万元")), right=piece(_POLICY.format(cap="60万元"))),
        sentences={
            "": "“{name}”分配{actual}，按标准最多{expected}",
            "cap": "单个企业累计上限“{name}”不是人民币金额，无法核算",
            "days": "补贴标准的时段“{name}”开始日晚于结束日，或与前一时段重叠",
            "twice": "补贴标准中有两个“{name}”，不知按哪一个",
            "no_tariff": "合计上限所列的“{name}”不是该时段的补贴项目",
            "trade_twice": "“{name}”同一时段同一补贴项目的进出口额列了两次，请合并为一项",
            "unknown_period": "“{name}”的进出口额所属时段不在补贴标准之内，无法核算",
            "unknown_tariff": "“{name}”的补贴项目不在该时段的标准之内，无法核算",
            "not_dollars": "“{name}”的进出口额不是美元，无法核算",
            "no_base": "“{name}”的补贴项目分基数内外，没有填基数，无法核算",
            "cap_not_money": "补贴标准的上限不是人民币金额，“{name}”无法核算",
        },
    ),
    Rule(
        code="F715", name="到位和支出不超过预算", level=Level.ERROR, check=sources_spent, kinds=REPORTS,
        what="各项资金的到位金额不超过预算金额，支出金额不超过到位金额。",
        why="到位率、执行率超过100%，多半是口径或数字有误。",
        mend="核对预算、到位和支出的口径。",
        source="财预〔2020〕10号：资金到位率、预算执行率",
        example=Example(
            wrong=piece("sources: [{name: 县级财政预算, amount: 100, arrived: 100, spent: 110}]"),
            right=piece("sources: [{name: 县级财政预算, amount: 100, arrived: 100, spent: 100}]"),
        ),
        sentences={
            "arrived": "“{name}”到位{actual}，超过预算{expected}",
            "spent": "“{name}”支出{actual}，超过到位{expected}",
        },
    ),
)  # fmt: skip

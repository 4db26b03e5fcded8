"""F513: absolute claims (全部按时拨付到位, 执行率100%) against the rates of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.prose.findings import finding_of, passages
from govdocs.checks.rows import bigrams
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level, Spot
from govdocs.model.case import Case
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.prose.judgement import Cited, Judgement, Sureness

_ALL = r"(?:全部|全额|足额|均|都|所有|100%|百分之百|百分百|悉数|一次性)"
_PAID = re.compile(
    rf"(?P<what>[^，。；：]{{0,24}}(?:资金|经费|拨款|款项|补助|补贴|专款)[^，。；：]{{0,8}}?)(?P<all>{_ALL})[^，。；：]{{0,10}}?(?P<act>拨付|到位|下达|支付|发放|执行|支出|使用|兑付)(?:到位|完毕)?"
    rf"|(?P<all2>所有|全部)(?P<what2>[^，。；：]{{0,10}}(?:资金|经费|款项|补助|补贴))[^，。；：]{{0,8}}?(?P<act2>拨付|到位|支付|发放|执行|支出|兑付)(?:到位|完毕)?"
)
_MET = re.compile(
    rf"(?:指标|目标|任务)[^，。；：]{{0,6}}{_ALL}[^，。；：]{{0,6}}(?:完成|实现|达标|达到|达成)|{_ALL}[^，。；：]{{0,6}}(?:完成|实现|达到|达成)了?[^，。；：]{{0,8}}(?:绩效)?(?:指标|目标)"
)
_NOT_YET = re.compile(
    r"确保|将|力争|要求|争取|应当|应|须|需要|必须|计划|拟|基本|大部分|督促|保证|保障|能否|是否|未|不|尚|部分|规定|办法|时限内"
)
_RATE_NAME = re.compile(r"拨付|到位|支付|发放|下达|及时|执行率")
_HUNDRED = Decimal(100)


def absolute_claims(subject: Subject) -> Iterator[Finding]:
    """Claims that all money was paid, or all targets met, against rates and results below 100%."""
    case = subject.full
    money, met = _below_full(case), _missed(case)
    for passage in passages(subject):
        text = passage.reading.folded
        for pattern, against, name in ((_PAID, money, "paid"), (_MET, met, "met")):
            for match in pattern.finditer(text):
                if not against or _NOT_YET.search(match[0]):
                    continue
                start = passage.reading.layout.clause_starts[
                    passage.reading.layout.clause_at(match.start())
                ]
                if _NOT_YET.search(text[start : match.end() + 4].replace(match[0], "")):
                    continue
                before = text[start : match.start()] if name == "met" else ""
                subjects = _subjects(before)
                shown = [
                    s
                    for s in against
                    if (_is_about(s, subjects) if name == "met" else _fits(s, match[0]))
                ]
                if not shown:
                    continue
                yield finding_of(
                    "F513",
                    Judgement(
                        name,
                        False,
                        (Cited(passage, match.span()),),
                        expected="100%",
                        actual="、".join(f"{s.label}{s.shown}" for s in shown),
                        sureness=Sureness.LIKELY,
                    ),
                    *shown,
                )


_UNNAMED = re.compile(
    "各项|各类|主要|年度|年初|全年|当年|绩效|总体|预期|设定|确定|下达|全部|所有|以上|上述|目标|指标|任务|工作|三级|二级"
    "|数量|质量|时效|产出|效益|均|都|已|的|等|我[省市县区]|全[省市县区]|本[省市县区]|\\d+[个项]|[（(].*?[)）]| "
)


def _subjects(before: str) -> tuple[str, ...]:
    """What a claim says was completed (送戏下乡、培训任务均已完成); empty where it speaks of everything."""
    pieces = re.split("[、和及与]", _UNNAMED.sub("", before))
    return tuple(piece for piece in pieces if len(piece) > 1)


def _is_about(spot: Spot, subjects: tuple[str, ...]) -> bool:
    """Tell whether the indicator of ``spot`` is one of the subjects: most of the words are its own."""
    own = bigrams(spot.label)
    return not subjects or any(
        len(bigrams(subject) & own) * 2 >= len(bigrams(subject)) for subject in subjects
    )


def _fits(spot: Spot, claim: str) -> bool:
    """A rate of execution or a timeliness indicator speaks of any payment; other names by their act."""
    return spot.path[0] == "execution" or any(
        word in spot.label
        for word in ("拨付", "到位", "及时", "执行率")
        if word != "到位" or "到位" in claim
    )


def _below_full(case: Case) -> list[Spot]:
    spots: list[Spot] = []
    for name in ("total", "central"):
        row = getattr(case.execution, name)
        if row is None or row.budget is None or row.executed is None:
            continue
        if row.executed.number < row.budget.number and row.rate is not None:
            spots.append(spot_at(case, "execution", name, "rate"))
            break
    for at, indicator in enumerate(case.indicators):
        actual = indicator.actual
        name = indicator.reported_name or indicator.name
        if not isinstance(actual, Quantity) or actual.kind != PERCENT or actual.number >= _HUNDRED:
            continue
        if _RATE_NAME.search(name) and re.search(r"资金|预算|经费|补贴|补助", name):
            if "执行率" in name and any(s.path[0] == "execution" for s in spots):
                continue
            spots.append(spot_at(case, "indicators", at, "actual"))
    return spots


def _missed(case: Case) -> list[Spot]:
    spots = []
    for at, row in enumerate(case.indicators):
        target, actual = row.target, row.actual
        if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
            continue
        if target.kind != actual.kind or target.bound.value not in {"=", "≥", ">"}:
            continue
        if row.direction is not None and row.direction.value != "越高越好":
            continue
        if actual.base_interval.high < target.base_interval.low:
            spots.append(spot_at(case, "indicators", at, "actual"))
    return spots


RULES = (
    Rule(
        code="F513",
        name="绝对化表述与数据相符",
        level=Level.WARNING,
        check=absolute_claims,
        what="正文称资金全部、足额、按时拨付到位，或各项指标全部完成，而附件2的执行率、资金拨付及时性或指标完成值低于100%或指标值。“基本实现”“将确保”一类的说法不检查。",
        why="“所有资金全部按时拨付到位”与执行率95%放在同一份文件里，审核人员首先会问这一处。",
        mend="按数据改写，如“已拨付到位95%，其余……”；确已拨付而未支出的，写明两者的区别。",
        source="附件2执行率和时效指标；抽查复核“结论与数据相符”",
        example=Example(
            wrong="letter:\n  opening: [所有资金全部按时拨付到位。]",
            right="letter:\n  opening: [资金已按进度拨付。]",
        ),
        sentences={
            "paid": "{label}称“{shown}”，而{actual}",
            "met": "{label}称“{shown}”，而{actual}，没有达到指标值",
        },
    ),
)

"""F121–F124: figures of the prose against their wholes, bases and the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.agreement import Agreement, in_base, quotient_agreement, step_of
from govdocs.checks.arithmetic import plain
from govdocs.checks.rows import plain_name, reported_rows, topic_of
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level
from govdocs.model.any_case import AnyCase
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fact import Fact
from govdocs.model.interval import Interval, cut, quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.place import Path

LEVEL_OF = {Agreement.APART: Level.ERROR, Agreement.NEAR: Level.NOTE, Agreement.CUT: Level.NOTE}


def wholes_by_name(case: AnyCase) -> dict[str, tuple[Path, Quantity]]:
    """Everything that 所属总数 can name: facts, indicators' results, allocations."""
    found: dict[str, tuple[Path, Quantity]] = {}
    if isinstance(case, EvaluationCase):
        for at, goal in enumerate(case.goals):
            if isinstance(goal.actual, Quantity):
                found[plain_name(goal.name)] = (("goals", at, "actual"), goal.actual)
        for at, fact in enumerate(case.facts):
            found[plain_name(fact.name)] = (("facts", at, "value"), fact.value)
        return found
    for at, allocation in enumerate(case.allocations):
        if allocation.amount is not None:
            found[plain_name(allocation.name)] = (("allocations", at, "amount"), allocation.amount)
    for at, row in reported_rows(case):
        if isinstance(row.actual, Quantity):
            found[plain_name(row.name)] = (("indicators", at, "actual"), row.actual)
    for at, fact in enumerate(case.facts):
        found[plain_name(fact.name)] = (("facts", at, "value"), fact.value)
    return found


def _parts(case: AnyCase) -> Iterator[tuple[int, Fact, Path, Quantity]]:
    wholes = wholes_by_name(case)
    for at, fact in enumerate(case.facts):
        if fact.part_of is not None and plain_name(fact.part_of) in wholes:
            path, whole = wholes[plain_name(fact.part_of)]
            if path != ("facts", at, "value"):
                yield at, fact, path, whole


def part_within_whole(subject: Subject) -> Iterator[Finding]:
    """A part is not greater than what it is a part of."""
    case = subject.derived_case
    for at, fact, path, whole in _parts(case):
        if fact.value.kind != whole.kind or fact.value.bound is Bound.ABOUT:
            continue
        excess = in_base(fact.value) - in_base(whole)
        if excess > (step_of(fact.value) + step_of(whole)) / 2 and whole.bound is Bound.EXACT:
            yield Finding(
                "F121",
                Level.ERROR,
                (spot_at(case, "facts", at, "value"), spot_at(case, *path)),
                details={"part": fact.name, "whole": label_of(case, path)},
                expected=f"不超过{whole.text}",
                actual=fact.value.text,
            )


def share_of_whole(subject: Subject) -> Iterator[Finding]:
    """占比 against part ÷ whole; without a named whole, some whole number must give it."""
    case = subject.derived_case
    named = {at: (path, whole) for at, _, path, whole in _parts(case)}
    for at, fact in enumerate(case.facts):
        share = fact.share
        if share is None or share.bound is not Bound.EXACT or fact.value.bound is not Bound.EXACT:
            continue
        spots = (spot_at(case, "facts", at, "share"), spot_at(case, "facts", at, "value"))
        if at in named:
            path, whole = named[at]
            if whole.kind != fact.value.kind or whole.bound is not Bound.EXACT:
                continue
            agreement = quotient_agreement(share.number, share.decimals, fact.value, whole, 100)
            if agreement in {None, Agreement.EXACT}:
                continue
            assert agreement is not None
            value = quotient(in_base(fact.value) * 100, in_base(whole))
            yield Finding(
                "F122",
                LEVEL_OF[agreement],
                (*spots, spot_at(case, *path)),
                variant="" if agreement is Agreement.APART else agreement.value,
                details={"name": fact.name, "whole": label_of(case, path)},
                expected=f"{plain(rounded(value, share.decimals))}%",
                actual=share.text,
                arithmetic=f"{fact.value.text}÷{whole.text}＝{plain(rounded(value, max(2, share.decimals)))}%",
            )
        elif not _some_base_fits(fact.value, share):
            yield Finding(
                "F122",
                Level.WARNING,
                spots,
                variant="no_base",
                details={"name": fact.name, "value": fact.value.text},
                actual=share.text,
            )


def _some_base_fits(part: Quantity, share: Quantity) -> bool:
    """Tell whether a whole number of things can have ``part`` as this ``share``."""
    if (
        part.decimals
        or part.number <= 0
        or (part.unit and part.unit.factor != 1)
        or share.number <= 0
    ):
        return True
    bases = Interval.exact(part.number * 100).over(share.interval)
    return bases is None or cut(bases.high, 0) >= bases.low


def growth_from_previous(subject: Subject) -> Iterator[Finding]:
    """同比增长 against this year's and last year's figure."""
    case = subject.derived_case
    for at, fact in enumerate(case.facts):
        growth, previous = fact.growth, fact.previous
        if growth is None or previous is None or previous.kind != fact.value.kind:
            continue
        if {growth.bound, previous.bound, fact.value.bound} != {Bound.EXACT}:
            continue
        # growth + 100% is one quotient, so its rounding is that of a share.
        agreement = quotient_agreement(
            growth.number + 100, growth.decimals, fact.value, previous, 100
        )
        if agreement in {None, Agreement.EXACT}:
            continue
        assert agreement is not None
        change = in_base(fact.value) - in_base(previous)
        value = quotient(change * 100, in_base(previous))
        yield Finding(
            "F123",
            LEVEL_OF[agreement],
            tuple(spot_at(case, "facts", at, f) for f in ("growth", "value", "previous")),
            variant="" if agreement is Agreement.APART else agreement.value,
            details={"name": fact.name},
            expected=f"{plain(rounded(value, growth.decimals))}%",
            actual=growth.text,
            arithmetic=f"（{fact.value.text}－{previous.text}）÷{previous.text}＝{plain(rounded(value, max(2, growth.decimals)))}%",
        )


_AND = re.compile("[和、及与]")


def count_of_topics(subject: Subject) -> Iterator[Finding]:
    """A count of the prose over several subjects (甲和乙项目) against their rows of the table."""
    case = subject.full
    rows = [
        (at, topic_of(row.name), row.actual)
        for at, row in reported_rows(case)
        if "项目" in row.name
    ]
    for at, fact in enumerate(case.facts):
        name = plain_name(fact.name)
        if "项目" not in name or not _AND.search(name) or fact.value.bound is not Bound.EXACT:
            continue
        subjects = [
            topic for topic in _AND.split(name.replace("支持", "").replace("项目", "")) if topic
        ]
        hits = [[r for r in rows if r[1] and r[1] == topic] for topic in subjects]
        if len(subjects) < 2 or any(len(hit) != 1 for hit in hits):
            continue
        cells = [hit[0] for hit in hits]
        numbers = [
            c[2].number
            for c in cells
            if isinstance(c[2], Quantity) and c[2].kind in {"", "个", "项"}
        ]
        total = sum(numbers, Decimal(0))
        if not numbers or total == fact.value.number:
            continue
        blank = len(numbers) < len(cells)
        if blank and total > fact.value.number:
            blank = False
        gap = abs(fact.value.number - total)
        yield Finding(
            "F124",
            Level.WARNING,
            (
                spot_at(case, "facts", at, "value"),
                *(spot_at(case, "indicators", n, "actual") for n, _, _ in cells),
            ),
            variant="blank" if blank else "",
            details={"name": fact.name, "difference": trimmed(gap), "topics": "、".join(subjects)},
            expected=fact.value.text,
            actual=trimmed(total),
            arithmetic="＋".join(
                c[2].text if isinstance(c[2], Quantity) else "空白" for c in cells
            ),
        )


def _fact(rest: str) -> str:
    return f"facts:\n  - {{name: 受支持企业, value: 200家}}\n  - {{name: 其中小微企业, {rest}}}"


RULES = (
    Rule(
        code="F121",
        kinds=EVERY_KIND,
        name="部分不大于总数",
        level=Level.ERROR,
        check=part_within_whole,
        what="正文数据中注明“所属总数”的，不大于那个总数（单位换算后比较）。",
        why="“其中”比总数还大，读者一眼可见。",
        mend="核对两个数及其口径后更正。",
        source="算术关系：部分不大于全部",
        example=Example(
            wrong=_fact("value: 260家, part_of: 受支持企业"),
            right=_fact("value: 160家, part_of: 受支持企业"),
        ),
        sentences={"": "“{part}”{actual}大于它所属的{whole}（{expected}）"},
    ),
    Rule(
        code="F122",
        kinds=EVERY_KIND,
        name="占比等于部分除以总数",
        level=Level.ERROR,
        check=share_of_whole,
        what="正文数据的“占比”等于该数除以所属总数；没有写明总数而该数是个数的，看是否有一个整数总数能得出这一占比。",
        why="占比通常由另一张表抄来，改了总数忘了改占比。",
        mend="按部分除以总数更正占比。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        example=Example(
            wrong=_fact("value: 160家, part_of: 受支持企业, share: 85%"),
            right=_fact("value: 160家, part_of: 受支持企业, share: 80%"),
        ),
        sentences={
            "": "“{name}”占{whole}的比例印为{actual}，应为{expected}",
            "near": "“{name}”占{whole}的比例印为{actual}，按印出的数为{expected}，相差在四舍五入范围内",
            "cut": "“{name}”占{whole}的比例印为{actual}，是把尾数直接舍去，四舍五入应为{expected}",
            "no_base": "“{name}”{value}占{actual}：没有一个整数的总数能得出这一比例",
        },
    ),
    Rule(
        code="F123",
        kinds=EVERY_KIND,
        name="同比增长与上年数相符",
        level=Level.ERROR,
        check=growth_from_previous,
        what="正文数据填了上年数的，同比增长等于（本年数－上年数）÷上年数。",
        why="增速是正文里被引用最多的数，错了会一路抄下去。",
        mend="按两年的数更正增速，或更正写错的一年。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        example=Example(
            wrong=_fact("value: 120家, previous: 100家, growth: 25%"),
            right=_fact("value: 120家, previous: 100家, growth: 20%"),
        ),
        sentences={
            "": "“{name}”同比增长印为{actual}，按两年的数计算应为{expected}",
            "near": "“{name}”同比增长印为{actual}，按印出的数计算为{expected}，相差在四舍五入范围内",
            "cut": "“{name}”同比增长印为{actual}，是把尾数直接舍去，四舍五入应为{expected}",
        },
    ),
    Rule(
        code="F124",
        name="正文项目数与指标分项一致",
        level=Level.WARNING,
        check=count_of_topics,
        what="正文数据按“甲和乙项目”合计的个数，等于附件2中甲、乙两项数量指标完成值之和；其中一项空白的，指出差额。",
        why="正文说支持了55个，表里只有46个，差的9个往往就是漏填的那一行。",
        mend="补填空白的指标，或更正正文的个数。",
        source="同一事实正文与附表一致",
        example=Example(
            wrong="facts:\n  - {name: 服务外包和技术出口项目, value: 9个}\nindicators:\n  - {level1: 产出指标, level2: 数量指标, name: 支持服务外包项目数量, target: 5个, actual: 5个}\n  - {level1: 产出指标, level2: 数量指标, name: 支持技术出口项目数量, target: 3个, actual: 3个}\ngoals: [促进服务外包]",
            right="facts:\n  - {name: 服务外包和技术出口项目, value: 8个}\nindicators:\n  - {level1: 产出指标, level2: 数量指标, name: 支持服务外包项目数量, target: 5个, actual: 5个}\n  - {level1: 产出指标, level2: 数量指标, name: 支持技术出口项目数量, target: 3个, actual: 3个}\ngoals: [促进服务外包]",
        ),
        sentences={
            "": "正文“{name}”为{expected}，附件2中{topics}的完成值合计{actual}（{arithmetic}），相差{difference}",
            "blank": "正文“{name}”为{expected}，附件2中{topics}的完成值只有{actual}（{arithmetic}），空白的一行可能漏填了{difference}",
        },
    ),
)

"""F511, F512: figures of the prose against the figures of the case, by name and by near miss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govdocs.checks.listing import listed
from govdocs.checks.prose.binding import Bound, bind
from govdocs.checks.prose.case_figures import CaseFigure, CaseFigures, Matter, case_figures
from govdocs.checks.prose.findings import finding_of, passages
from govdocs.checks.rule import Example, Rule
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level, Spot
from govdocs.model.units import DOLLAR, MONEY, PERCENT
from govdocs.place import Path
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import one_slip_apart, significant

_SAME_SLIP = ("F501", "F503", "F504", "F505", "F507", "F510")
"""What else a figure that is not the case's makes wrong in its sentence."""
MANY_UNUSED = 100
"""With so many facts that no tag prints, a neighbour is met by chance."""
MIN_UNUSED_DIGITS = 2
"""A fact that no tag prints is expected somewhere, so that two digits will do."""
MIN_LONG_DIGITS = 5
"""An amount of so many digits has no neighbour by chance: one digit apart it is a slip."""
_OTHER_YEAR = re.compile("上年|去年|前年|同期|上一年|结转|剩余|结余")
MIN_TYPED_DIGITS = 3
"""A typed figure of fewer digits is equal to some value of the case by chance."""


Binding = tuple[Passage, ProseFigure, Bound]


def bindings(subject: Subject) -> tuple[Binding, ...]:
    """Every figure of the prose whose clause names what it is in the case."""
    return subject.once(_bindings)


def _bindings(subject: Subject) -> tuple[Binding, ...]:
    known, year = case_figures(subject), subject.case.year
    return tuple(
        (passage, figure, bound)
        for passage in passages(subject)
        for figure in passage.reading.measures
        if (bound := bind(figure, passage, known, year)) is not None
    )


def named_judgements(subject: Subject) -> Iterator[tuple[Judgement, tuple[CaseFigure, ...]]]:
    """Every figure of the prose that names what it is in the case, with what it was held against."""
    for passage, figure, bound in bindings(subject):
        if figure.exact:
            source = passage.source_of(figure.span)
            others = [one for one in bound.meant if source is None or one.path != source.path]
            if not others:
                continue
            if source is not None and any(one.path == source.path for one in bound.meant):
                continue
            comparable = [one for one in others if one.comparable(figure)]
            holds = any(one.equals(figure) for one in comparable)
            if not comparable:
                continue
            first = comparable[0]
            yield (
                Judgement(
                    "named",
                    holds,
                    (Cited.of(passage, figure),),
                    expected=first.text,
                    actual=figure.text,
                    sureness=Sureness.PROVEN
                    if len({o.path[:2] for o in comparable}) == 1
                    else Sureness.LIKELY,
                    details={"other": first.label},
                ),
                tuple(comparable),
            )


def named(subject: Subject) -> Iterator[Finding]:
    """A figure of the prose that names a figure of the case and differs from it."""
    told: set[tuple[Path, tuple[int, int]]] = set()
    for judgement, meant in named_judgements(subject):
        if not judgement.holds:
            cited = judgement.cited[0]
            told.add((cited.passage.path, cited.span))
            finding = finding_of("F511", judgement, *(_spot(one) for one in meant[:2]))
            yield replace(
                finding, explains=tuple((code, cited.passage.path) for code in _SAME_SLIP)
            )
    yield from _near(subject, told)


def _spot(one: CaseFigure) -> Spot:
    return Spot(one.path, one.label, one.quantity.text)


def _near(subject: Subject, told: set[tuple[Path, tuple[int, int]]]) -> Iterator[Finding]:
    """A typed figure one slip away from the value that belongs into its paragraph and is not printed there."""
    known = case_figures(subject)
    everything = passages(subject)
    printed = {value.path for p in everything for _, _, value in p.sources}
    unused = [one for one in known.being(Matter.FACT) if one.path not in printed]
    if len(unused) > MANY_UNUSED:
        unused = []
    long_money = [
        one
        for matter in (Matter.ISSUED, Matter.BUDGET, Matter.EXECUTED)
        for one in known.being(matter)
        if significant(one.quantity.number) >= MIN_LONG_DIGITS
    ]
    for passage in everything:
        here = {value.path for _, _, value in passage.sources}
        around = "".join(passage.headings[-1:]) + passage.text
        typed = list(_typed(passage))
        if not typed:
            continue
        own = [
            one
            for one in (known.being(Matter.ALLOCATED) if passage.path[0] == "letter" else ())
            if one.path not in here and any(name in around for name in (*one.names, one.group))
        ]
        if len(own) > MANY_UNUSED:
            own = []
        own += [one for one in long_money if one not in own]
        for figure in typed:
            if (passage.path, figure.span) in told or known.printing(figure):
                continue
            near = [one for one in (*unused, *own) if _one_slip(one, figure)]
            near = _once(near, figure, passage, subject.year)
            sureness = Sureness.LIKELY
            if not near:
                near = _only_unused(figure, typed, unused)
                sureness = Sureness.HINT
            if len(near) == 1:
                one = near[0]
                judgement = Judgement(
                    "near" if sureness is Sureness.LIKELY else "unused",
                    False,
                    (Cited.of(passage, figure),),
                    expected=one.text,
                    actual=figure.text,
                    sureness=sureness,
                    details={"other": one.label},
                )
                yield finding_of("F511", judgement, _spot(one))


def _once(
    near: list[CaseFigure], figure: ProseFigure, passage: Passage, year: int
) -> list[CaseFigure]:
    """One of several places that hold one amount; none of the year's money for another year's figure."""
    if (figure.period is not None and figure.period.year != year) or _OTHER_YEAR.search(
        passage.reading.sentence(figure.sentence)
    ):
        near = [one for one in near if one.matter in {Matter.FACT, Matter.ALLOCATED}]
    values = {(one.quantity.number, one.quantity.unit) for one in near}
    return near[:1] if len(values) == 1 else near


def _typed(passage: Passage) -> Iterator[ProseFigure]:
    for figure in passage.reading.figures:
        if figure.sort is Sort.MEASURE and passage.source_of(figure.span) is None:
            yield figure


def _one_slip(one: CaseFigure, figure: ProseFigure) -> bool:
    """One digit, a swap, the sign or the point apart in one unit; or the same number in another unit."""
    number = one.quantity.number
    if one.matter is not Matter.FACT and not figure.exact:
        return False
    kinds = {one.quantity.kind, figure.kind}
    if len(kinds) > 1 and not kinds <= {MONEY, DOLLAR}:
        return False
    if one.quantity.unit == figure.unit:
        if not one_slip_apart(number, figure.number):
            return False
    elif number != figure.number:
        return False
    fewest = MIN_UNUSED_DIGITS if one.matter is Matter.FACT else MIN_TYPED_DIGITS
    return max(significant(number), significant(figure.number)) >= fewest


def _only_unused(
    figure: ProseFigure, typed: Sequence[ProseFigure], unused: Sequence[CaseFigure]
) -> list[CaseFigure]:
    """The one fact of the figure's unit that no tag prints, where the paragraph types one such figure."""
    alike = [one for one in unused if one.quantity.unit == figure.unit]
    rivals = [other for other in typed if other.unit == figure.unit]
    single = significant(figure.number) == 1 and all(
        significant(o.quantity.number) == 1 for o in alike
    )
    return list(alike) if len(alike) == len(rivals) == 1 and single else []


def typed_instead_of_tag(subject: Subject) -> Iterator[Finding]:
    """A typed figure that the case holds: it should be printed by a tag."""
    known = case_figures(subject)
    bound = {(passage.path, figure.span): one for passage, figure, one in bindings(subject)}
    found: list[Finding] = []
    for passage in passages(subject):
        for figure in _typed(passage):
            holding = _holding(figure, bound.get((passage.path, figure.span)), known)
            if holding is None:
                continue
            judgement = Judgement(
                "typed",
                True,
                (Cited.of(passage, figure),),
                actual=figure.text,
                sureness=Sureness.HINT,
                details={"other": holding.label, "name": figure.text},
            )
            found.append(finding_of("F512", judgement, level=Level.NOTE))
    yield from listed(found)


def _holding(figure: ProseFigure, bound: Bound | None, known: CaseFigures) -> CaseFigure | None:
    """The one value of the case that a typed figure clearly is."""
    if bound is not None:
        equal = [one for one in bound.meant if one.equals(figure)]
        if equal:
            return equal[0]
    if figure.unit is None or significant(figure.number) < MIN_TYPED_DIGITS:
        return None
    if figure.kind == PERCENT and figure.number == 100:
        return None
    same = known.printing(figure)
    exact = [one for one in same if one.quantity.number == figure.number]
    return exact[0] if exact else None


RULES = (
    Rule(
        code="F511",
        name="正文数字与案卷数据一致",
        level=Level.ERROR,
        check=named,
        what="正文写出某个支持方向的额度、下达资金、执行数、执行率或绩效指标的数字时，与案卷中这一项的数一致；直接键入的数字与本段应引用的数只差一个数位、正负号、小数点或单位的，也指出来。",
        why="正文里手工键入的数字不会随案卷更新，表改了正文没改，是退回最常见的原因。",
        mend="把键入的数字换成标签；确属另一口径的，在句中写明口径。",
        source="同一事实正文与附表一致",
        example=Example(
            wrong="letter:\n  opening: [2017年安排市场开拓资金450万元，示例如下。]",
            right="letter:\n  opening: ['{{ year }}年安排市场开拓资金{{ allocations.市场开拓.amount|with_unit }}，示例如下。']",
        ),
        sentences={
            "named": "{label}写“{shown}”，{other}是{expected}：“{sentence}”",
            "unused": "{label}键入“{shown}”，而{other}是{expected}，没有被正文引用，请核对是否应为同一个数",
            "near": "{label}键入的“{shown}”与{other}（{expected}）只差一处，疑为笔误：“{sentence}”",
        },
    ),
    Rule(
        code="F512",
        name="数字宜用标签引用",
        level=Level.NOTE,
        check=typed_instead_of_tag,
        what="正文里直接键入的金额、比率、指标值与案卷中的某个数相同，提示改用标签。",
        why="标签印出的数随案卷一起变，键入的数不会。",
        mend="把数字换成标签，例如 {{ allocations.市场开拓.amount|with_unit }}。",
        source="本系统用法：每个数只在案卷里写一次",
        example=Example(
            wrong="letter:\n  opening: [2017年安排市场开拓资金400万元，示例如下。]",
            right="letter:\n  opening: ['{{ year }}年安排市场开拓资金{{ allocations.市场开拓.amount|with_unit }}，示例如下。']",
        ),
        sentences={
            "typed": "{label}直接键入了“{shown}”，它就是{other}，宜改用标签",
            "typed_list": "正文有{count}处直接键入了案卷中已有的数，宜改用标签：{names}",
        },
    ),
)

"""Growth and differences against their two bases, in the sentence or elsewhere in the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from govdocs.model.interval import Interval, quotient
from govdocs.prose.facts.ledger import Ledger, measure_key, with_year
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare, printed
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage
from govdocs.prose.words.binding import is_measure

_BASE_ROLES = frozenset({Role.PLAIN, Role.TOTAL, Role.EACH, Role.TARGET})
_HUNDRED = Interval.exact(Decimal(100))
_YEAR = r"(?:(?:19|20)\d\d *年(?:末|底|度)?[^，。；、\d]{0,12})?"
_FROM = re.compile(rf"(?:由|从)[^，。；、\d]{{0,16}}{_YEAR}(?:的)? *$")
_TO = re.compile(
    r"(?:增长|增加|上升|提高|提升|下降|减少|降低|增|降|扩大|缩减|压减)?(?:到|至|为)(?:了)?"
    rf" *{_YEAR}$"
)
_TIME = r"(?:年|期|月|季|初|末|底|前|预算|计划|目标|任务|决算|原|平均)"
_THAN = re.compile(
    rf"(?:(?:较|(?<![占对])比)[^，。；\d]{{0,16}}{_YEAR}|[与同][^，。；\d]{{0,8}}{_TIME}[^，。；\d]{{0,8}}|[与同] *(?:19|20)\d\d *年[^，。；、\d]{{0,12}})(?:的|为)? *$"
)
"""What another figure is held against; 文化与传媒支出 only joins two names."""
_CHANGED = re.compile(
    r"(?:节约|节省|节支|结余|压减|压缩|超支|超出|增[加收支长]|减[少收支]|下降|上升|[多少高低超增减])(?:了|支出|资金|安排|约|达|为)* *$"
)
"""比预算数节约10万元: the figure is the change itself."""
_GROWTH_WORDS = re.compile(
    r"(?:(?:同比|环比|比上年|年均|较上年|增长|增加|增收|增支|减收|减支|上升|提高|下降|减少|增速|增幅|降幅|率|速度|幅度|幅|为|达到|达|了|：)|较.{0,6}年|比.{0,6}年)+$"
)
_ADDED = re.compile(r"^[，,] *(?:共|净)?(?:新增|增加)(?:了)? *$")
_COMPOUND = re.compile(r"年均|环比|累计|可比|平均|两年|三年|五年|较.{0,3}(?:初|末)")

_EACH_YEAR = re.compile(r"年均|年平均|复合")
"""A rate of each of several years is not that of all of them."""
_CAUSES = re.compile(r"其中|由于|原因|因为|主要是|[：:]")
"""What follows is the change of a part, or what made the whole change."""
_OTHER_WHOLE = re.compile(
    r"(?:占|为|完成)[^，。；\d]{0,8}(?:预算|目标|计划|任务)[^，。；\d]{0,6}$|(?:较|比|与|同)[^，。；]{0,20}$|(?:上年|去年|同期)[^，。；\d]{0,6}$"
)
"""The figure before a change that is a target or last year's, not what has grown."""


@dataclass(frozen=True, slots=True)
class Bases:
    """The new and the old value that a change is between."""

    new: Cited
    old: Cited
    stated: bool
    """Both stand in the same sentence."""


def growths(passage: Passage, ledger: Ledger, year: int | None = None) -> Iterator[Judgement]:
    """Judge every growth rate, difference and 个百分点 whose two bases are known."""
    for stated in sentence_figures(passage.reading):
        for at in range(len(stated)):
            change = _change(passage, stated, at)
            if change is None or not change.exact:
                continue
            figures = [*stated[:at], change, *stated[at + 1 :]]
            bases = _in_sentence(passage, figures, at) or _in_paper(
                passage, figures, at, ledger, year
            )
            if bases is not None:
                yield from _judge(passage, change, bases)
            else:
                yield from _from_difference(passage, figures, at)


def _change(passage: Passage, figures: list[ProseFigure], at: int) -> ProseFigure | None:
    """The figure at ``at`` where it is a growth or a difference."""
    figure = figures[at]
    if figure.sort is not Sort.MEASURE:
        return None
    if figure.role in {Role.GROWTH, Role.DIFFERENCE}:
        return figure
    return _added(passage, figures, at)


def _added(passage: Passage, figures: list[ProseFigure], at: int) -> ProseFigure | None:
    """The difference in 由38家增至49家，新增11家; 新增 elsewhere is a figure of its own."""
    figure = figures[at]
    if figure.role is not Role.PLAIN or not _ADDED.search(_before(passage, figures, at)):
        return None
    bases = figures[max(0, at - 2) : at]
    if len(bases) < 2 or {f.kind for f in bases} != {figure.kind}:
        return None
    first, second = (_before(passage, figures, at - 2), _before(passage, figures, at - 1))
    if not (_FROM.search(first) and _TO.search(second)):
        return None
    return replace(figure, role=Role.DIFFERENCE)


def _before(passage: Passage, figures: list[ProseFigure], at: int) -> str:
    floor = figures[at - 1].span[1] if at else 0
    start = figures[at].span[0]
    return passage.reading.folded[max(floor, start - 30) : start]


def _usable(figure: ProseFigure) -> bool:
    return (
        figure.sort is Sort.MEASURE
        and figure.role in {Role.PLAIN, Role.TOTAL}
        and figure.unit is not None
    )


def _in_sentence(passage: Passage, figures: list[ProseFigure], at: int) -> Bases | None:
    """由a增至b, 增长c · b, 比上年的a增长c · a in one year, b in the next, 增长c."""
    change = figures[at]
    earlier = [(i, f) for i, f in enumerate(figures[:at]) if f.sort is Sort.MEASURE]
    framed = [
        (i, f) for i, f in earlier
        if f.role in _BASE_ROLES and f.unit is not None and f.depth <= change.depth
    ]  # fmt: skip
    bases = framed[-2:]
    if len(bases) == 2 and not (
        _FROM.search(_before(passage, figures, bases[0][0]))
        and _TO.search(_before(passage, figures, bases[1][0]))
    ):
        bases = [(i, f) for i, f in framed if _usable(f)][-2:]
    if len(bases) < 2:
        return None
    (i, first), (j, second) = bases
    if first.kind != second.kind or not (first.exact and second.exact):
        return None
    if change.is_points and not first.is_rate:
        return (
            None  # 15860元，比上年14420元增长，高于全省增幅2.3个百分点: the points are of the rates
        )
    if _EACH_YEAR.search(_before(passage, figures, at)):
        return None
    if change.role is Role.DIFFERENCE and change.kind != second.kind:
        return None
    text = passage.reading.folded[second.span[1] : change.span[0]]
    if any(mark in text for mark in "。；") or _CAUSES.search(text):
        return None
    first = _head_of_list(passage, framed, first, second)
    words_first, words_second = _before(passage, figures, i), _before(passage, figures, j)
    if _FROM.search(words_first) and _TO.search(words_second):
        return Bases(Cited.of(passage, second), Cited.of(passage, first), True)
    if _is_base(words_second) and 0 <= change.clause - second.clause <= 1:
        return Bases(Cited.of(passage, first), Cited.of(passage, second), True)
    if first.period is None or second.period is None or first.subject != second.subject:
        return None
    alike = first.measure == second.measure or not second.measure
    if alike and first.period == second.period.before() and _own_measure(figures, at) == "":
        return Bases(Cited.of(passage, second), Cited.of(passage, first), True)
    return None


def _is_base(words: str) -> bool:
    """Tell by the words before a figure whether another is held against it."""
    found = _THAN.search(words)
    return found is not None and _CHANGED.search(found[0]) is None


def _head_of_list(
    passage: Passage,
    framed: list[tuple[int, ProseFigure]],
    first: ProseFigure,
    second: ProseFigure,
) -> ProseFigure:
    """The figure before 其中 where the one beside the base is only a part of it."""
    folded = passage.reading.folded
    among = folded.rfind("其中", folded.rfind("；", 0, first.span[0]) + 1, first.span[0])
    heads = [f for _, f in framed if f.span[1] <= among and f.sentence == first.sentence]
    if among < 0 or not heads or not _is_base(folded[max(0, second.span[0] - 30) : second.span[0]]):
        return first
    return heads[-1] if heads[-1].kind == first.kind else first


def _from_difference(passage: Passage, figures: list[ProseFigure], at: int) -> Iterator[Judgement]:
    """A value, what it grew by and its growth rate: 1350人次，较上年增加150人次，增长12.5%."""
    rate = figures[at]
    if not rate.is_rate or at == 0:
        return
    beside = [figures[at - 1], *figures[at + 1 : at + 2]]
    differences = [
        f for f in beside if f.role is Role.DIFFERENCE and abs(f.clause - rate.clause) <= 1
    ]
    if len(differences) != 1:
        return
    difference = differences[0]
    first = min(difference, rate, key=lambda f: f.span)
    earlier = [f for f in figures[:at] if f.span < first.span and f.unit is not None]
    new = next((f for f in reversed(earlier) if not f.is_rate), None)
    if new is None or not _usable(new) or new.kind != difference.kind:
        return
    if _OTHER_WHOLE.search(_before(passage, figures, figures.index(new))):
        return
    if not (new.exact and difference.exact) or difference.sign != rate.sign:
        return
    if first.clause - new.clause > 2:
        return
    text = passage.reading.folded
    words = text[new.span[1] : max(rate.span[0], difference.span[0])]
    if any(mark in words for mark in "。；") or "其中" in words or _COMPOUND.search(words):
        return
    if _own_measure(figures, figures.index(difference)) or _own_measure(figures, at):
        return
    change = difference.interval.scaled(Decimal(difference.sign))
    old = new.interval.minus(change)
    true = change.over(old)
    before = new.value - difference.value * difference.sign
    if true is None or before <= 0:
        return
    stated = rate.interval.scaled(Decimal(rate.sign))
    cut = rate.truncated.scaled(Decimal(rate.sign))
    percent = true.times(_HUNDRED)
    exact = quotient(difference.value * 100, before)
    shown = printed(exact, rate.unit, rate.decimals)
    sign = "－" if difference.sign > 0 else "＋"
    alike = new.unit == difference.unit
    a, b = (bare(new), bare(difference)) if alike else (new.text, difference.text)
    yield Judgement(
        "growth",
        percent.meets(stated) or percent.meets(cut),
        (Cited.of(passage, rate), Cited.of(passage, new), Cited.of(passage, difference)),
        expected=shown,
        actual=rate.text,
        arithmetic=f"{b}÷（{a}{sign}{b}）×100%＝{shown}",
        sureness=Sureness.LIKELY
        if "口径" in passage.reading.sentence(rate.sentence)
        else Sureness.PROVEN,
        details={"new": new.text, "old": f"增减{difference.text}"},
    )


def _own_measure(figures: list[ProseFigure], at: int) -> str:
    """The measure that the clause of a change names itself; empty for 同比增长 alone."""
    return _GROWTH_WORDS.sub("", figures[at].measure).strip("的、在较比与同")


def _in_paper(
    passage: Passage, figures: list[ProseFigure], at: int, ledger: Ledger, year: int | None
) -> Bases | None:
    """The bases named by measure and year, one of them perhaps in another sentence."""
    change = with_year(figures[at], year)
    words = _before(passage, figures, at)
    if change.period is None or not change.period.whole_year or _COMPOUND.search(words):
        return None
    measure = _own_measure(figures, at)
    inherited: ProseFigure | None = None
    for figure in reversed(figures[:at]):
        if _usable(figure) and not figure.is_rate:
            inherited = with_year(figure, year)
            break
    if measure:
        inherited = None
    elif inherited is not None:
        measure = measure_key(inherited)
        if change.role is Role.DIFFERENCE and inherited.kind != change.kind:
            return None
    if not is_measure(measure):
        return None
    if inherited is not None and inherited.period == change.period and inherited.exact:
        old = ledger.at(inherited, measure, change.period.before())
        if old is not None:
            span = inherited.span
            here = next(Cited.of(passage, f) for f in figures if f.span == span)
            return Bases(here, old, False)
    pairs = [
        (new, old)
        for probe in _kinds_of(ledger, measure, change)
        if (new := ledger.at(probe, measure, change.period)) is not None
        and (old := ledger.at(probe, measure, change.period.before())) is not None
        and (change.role is not Role.DIFFERENCE or probe.kind == change.kind)
    ]
    return Bases(*pairs[0], False) if len(pairs) == 1 else None


def _kinds_of(ledger: Ledger, measure: str, change: ProseFigure) -> list[ProseFigure]:
    """One figure for each kind of unit in which the paper states ``measure`` for the change's year."""
    if change.period is None:
        return []
    named = ledger.named(change, measure, change.period).values()
    return [cited.figure for cited in named if cited.figure is not None]


def _judge(passage: Passage, change: ProseFigure, bases: Bases) -> Iterator[Judgement]:
    new, old = bases.new.figure, bases.old.figure
    if new is None or old is None or old.value == 0:
        return
    difference = new.interval.minus(old.interval)
    unit, decimals = change.unit, change.decimals
    if change.role is Role.DIFFERENCE or change.is_points:
        true = difference
        exact = new.value - old.value
        line = f"{bare(new)}－{bare(old)}" if new.unit == old.unit else f"{new.text}－{old.text}"
    elif new.is_rate:
        yield from _rate_of_rate(passage, change, bases)
        return
    else:
        quotient_of = difference.over(old.interval)
        if quotient_of is None:
            return
        true = quotient_of.times(_HUNDRED)
        exact = quotient((new.value - old.value) * 100, old.value)
        same = new.unit == old.unit
        a, b = (bare(new), bare(old)) if same else (new.text, old.text)
        line = f"（{a}－{b}）÷{b}×100%"
    stated = change.interval.scaled(Decimal(change.sign))
    cut = change.truncated.scaled(Decimal(change.sign))
    holds = true.meets(stated) or true.meets(cut)
    shown = printed(exact * change.sign, unit, decimals)
    sureness = Sureness.PROVEN if bases.stated else Sureness.LIKELY
    name = "direction" if not holds and true.scaled(Decimal(-1)).meets(stated) else "growth"
    if (
        holds
        and not new.is_rate
        and change.unit == new.unit == old.unit
        and change.decimals == new.decimals == old.decimals
        and exact != change.value * change.sign
    ):
        name, holds, sureness = "near", False, Sureness.HINT
    yield Judgement(
        name,
        holds,
        (Cited.of(passage, change), bases.new, bases.old),
        expected=shown,
        actual=change.text,
        arithmetic=f"{line}＝{printed(exact, unit, decimals)}",
        sureness=sureness,
        details={"new": new.text, "old": old.text},
    )


def _rate_of_rate(passage: Passage, change: ProseFigure, bases: Bases) -> Iterator[Judgement]:
    """A rate that rose from a% to b% rose by b−a 个百分点; the same number with % is another thing."""
    new, old = bases.new.figure, bases.old.figure
    assert new is not None
    assert old is not None
    points = new.interval.minus(old.interval).scaled(Decimal(change.sign))
    if not points.meets(change.interval):
        return
    relative = new.interval.minus(old.interval).over(old.interval)
    if relative is not None and relative.times(_HUNDRED).meets(change.interval):
        return
    shown = f"{(new.number - old.number) * change.sign:f}个百分点"
    yield Judgement(
        "points",
        False,
        (Cited.of(passage, change), bases.new, bases.old),
        expected=shown,
        actual=change.text,
        arithmetic=f"{bare(new)}%－{bare(old)}%＝{new.number - old.number:f}个百分点",
    )

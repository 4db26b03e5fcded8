"""n × each: 各200万元 for two names, 17家 at 2万元 each, 1200亩 at 500元 an 亩."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, printed
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage
from govdocs.prose.reading import TextReading

_EACH_WORD = re.compile(
    r"(?P<word>各|每(?P<per>[一-龥]{1,3}?))(?:企业|单位|项目)?(?:分别|给予|补助|补贴|奖励|奖补|安排|支持|发放|拨付|资助|资金|为|按| )*$"
)
_LEAD = re.compile(
    r"^.*(?:分别支持|分别安排|支持了?|安排了?|给予|补助|奖励|资助|用于|下达|拨付给?|对|向|给|为)(?=[一-龥“])"
)
_JOINT = re.compile(r"以及|及|和|与")


def each_times(passage: Passage) -> Iterator[Judgement]:
    """Judge every amount given to each of several that the sentence counts or names, with a total."""
    reading = passage.reading
    for figures in sentence_figures(reading):
        for at, each in enumerate(figures):
            if each.sort is not Sort.MEASURE or each.role is not Role.EACH or not each.exact:
                continue
            floor = figures[at - 1].span[1] if at else 0
            words = reading.folded[max(floor, each.span[0] - 40) : each.span[0]]
            mark = _EACH_WORD.search(words)
            if mark is not None:
                yield from _judge(passage, figures, at, mark, words)


def _judge(
    passage: Passage, figures: list[ProseFigure], at: int, mark: re.Match[str], words: str
) -> Iterator[Judgement]:
    each = figures[at]
    amounts = [
        f for f in figures
        if f is not each and f.kind == each.kind and f.exact and f.sort is Sort.MEASURE
        and f.role in {Role.PLAIN, Role.TOTAL}
    ]  # fmt: skip
    if len(amounts) != 1:
        return
    total = amounts[0]
    if any(_is_other_price(f, each, total) for f in figures):
        return  # 棉被每床118元，折叠床每张165元，价值68万元: the total of both
    counted = _counted(passage.reading, figures, at, mark)
    counts: set[int] = set()
    if counted is not None:
        counts = {int(counted.number)}
    elif mark["word"] == "各":
        counts = _named(words[: mark.start()])
    if not counts or max(counts) < 2:
        return
    # 平均每期107人次 is rounded to whole people; 每户1000元 is not rounded at all.
    half = each.ulp / 2 if words[: mark.start()].endswith("平均") else Decimal(0)
    one = Interval(each.value - half, each.value + half)
    products = {n: one.scaled(Decimal(n)) for n in counts}
    holds = any(product.meets(total.interval) for product in products.values())
    number = max(counts) if counted is None else int(counted.number)
    shown = printed(each.value * number, total.unit, max(total.decimals, each.decimals))
    yield Judgement(
        "each",
        holds,
        (Cited.of(passage, total), Cited.of(passage, each))
        + ((Cited.of(passage, counted),) if counted else ()),
        expected=shown,
        actual=total.text,
        arithmetic=f"{each.text}×{number}＝{shown}",
        sureness=Sureness.PROVEN if len(counts) == 1 else Sureness.LIKELY,
    )


def _is_other_price(one: ProseFigure, each: ProseFigure, total: ProseFigure) -> bool:
    """Tell whether another price stands before the total that it may be made of as well."""
    return (
        one is not each
        and one.role is Role.EACH
        and one.kind == each.kind
        and one.span < total.span
        and each.span < total.span
    )


def _counted(
    reading: TextReading, figures: list[ProseFigure], at: int, mark: re.Match[str]
) -> ProseFigure | None:
    """The count that 各 or 每 refers to: the only exact count of that measure word in the sentence."""
    per = mark["per"]
    counts = [
        f for f in figures
        if f.counts or (f.unit is not None and f.kind in {"亩", "户", "人"} and f.exact)
    ]  # fmt: skip
    if per:
        counts = [f for f in counts if f.unit is not None and per in {f.unit.symbol, f.noun}]
    else:
        counts = [f for f in counts if f.span[1] <= figures[at].span[0]]
    exact = [f for f in counts if f.exact and f.number == int(f.number) and f.role is not Role.EACH]
    if len(exact) != 1:
        return None
    between = reading.folded[exact[0].span[1] : figures[at].span[0]]
    return None if not per and "、" in between else exact[0]


def _named(words: str) -> set[int]:
    """How many names the words end with: more than one count where 和 or 与 may be part of a name."""
    names = _LEAD.sub("", re.split(r"[，。；：:,]", words)[-1]).strip()
    if not names or "等" in names:
        return set()
    by_comma = names.count("、") + 1
    joints = len(_JOINT.findall(names.rsplit("、", 1)[-1]))
    inner = len(_JOINT.findall(names)) - joints
    if by_comma == 1 and joints == 0:
        return set()
    if joints <= 1 and inner == 0:
        return {by_comma + joints}
    return set(range(by_comma, by_comma + joints + inner + 1))

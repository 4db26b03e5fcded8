"""Averages whose amount and count stand some sentences before: 在校生48260人。……生均公用经费800元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.model.units import unit_of
from govdocs.prose.figure import Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.per_unit.averages import is_explained_average
from govdocs.prose.reckoning.reach import kin
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import one_slip_apart

_AVERAGE = re.compile(
    r"(?:(?P<one>[户人亩床生次车栋班桩校村镇县店队组])均|(?P<field>亩)产|(?:平均)?每(?P<scale>百|千|万|十万)?个?(?P<each>公里|公顷|平方米|立方米|人次|[一-龥]{1,6}?(?=的|平均|投入|支出|补[助贴]|发放|安排|投资|成本|费用|经费|资金|[拥占]有|常住|约|为|达|有|$)))"
    r"(?P<what>[一-龥]{0,16}?)(?:约?为|达到?|有|是|约)*$"
)
_NO_FACT = re.compile(
    r"标准|目标|不超过|不低于|上年|去年|全[国省市]平均|同比|计划|预计|测算|按照?|最[高低多少]|定额|限额|增[加收长]|减少|提高|节约"
)
_ONES = {"生": "人", "床": "张", "车": "辆", "桩": "个", "店": "家"}
_SAME = {"名": "人", "位": "人"}
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000}
_BEHIND = re.compile(r"[一-龥]{1,8}")
_EMPTY = re.compile(r"投入|支出|拥有|占有|平均|达到|金额|资金|经费|费用|成本|的")
_SURE = 0.02
_EXACT = 1e-4
_FAR = 1
_MOST = 16


def averages_by_name(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every average with the amount of its name and the count of its unit told in sentences before it."""
    for paragraph in story.told:
        for target in paragraph:
            if (
                target.figure.sort is not Sort.MEASURE
                or not target.is_amount
                or _NO_FACT.search(target.words)
            ):
                continue
            match = _AVERAGE.search(target.words)
            if match is None:
                continue
            readings = list(_readings(story, target, match))
            if readings and (
                any(r.holds() for r in readings) or not is_explained_average(story, target)
            ):
                yield readings


def _readings(story: Story, target: Told, match: re.Match[str]) -> Iterator[Hypothesis]:
    near = [t for t in story.before(target, _FAR) if t.is_amount][:_MOST]
    each = match["one"] or match["field"] or match["each"] or ""
    counts = _one_a_value(
        [t for t in near if t.figure.kind != target.figure.kind and _is_count_of(t, each)]
    )
    amounts = _one_a_value([t for t in near if t not in counts and _can_be_shared(t, target)])
    label = plain_label(_EMPTY.sub("", match["what"]))
    if len(label) > 1:
        amounts = [t for t in amounts if common_stretch(label, plain_label(t.named)) > 1]
    elif match["field"]:
        amounts = [t for t in amounts if "产" in t.named]
    if len(counts) != 1 or len(amounts) != 1:
        return
    amount, count = amounts[0], counts[0]
    if any(_is_own_mean(t, match, count, target) for t in near):
        return  # 水稻亩产528公斤，面积12.6万亩；玉米亩产412公斤: the field is that of the rice
    unit = unit_of(each)
    size = unit.factor if unit and unit.kind == count.figure.kind else Decimal(1)
    size *= _SCALES.get(match["scale"] or "", 1)
    yield Hypothesis(
        target, (amount, count), partial(_shared, size=size), _doubt(target, amount, count, size),
        partial(_shown, size=size),
    )  # fmt: skip


def _is_own_mean(one: Told, match: re.Match[str], count: Told, target: Told) -> bool:
    """Tell whether the count has an average of the same things beside it, in its own sentence."""
    found = _AVERAGE.search(one.words)
    if found is None or one.number != count.number:
        return False
    alike = found["one"] == match["one"] and found["field"] == match["field"]
    same = found["each"] == match["each"] and one.figure.kind == target.figure.kind
    return alike and same and one.figure.sentence == count.figure.sentence


def _one_a_value(told: Sequence[Told]) -> list[Told]:
    found: dict[tuple[str, Decimal], Told] = {}
    for one in told:
        found.setdefault((one.figure.kind, one.figure.value), one)
    return list(found.values())


def _is_count_of(told: Told, each: str) -> bool:
    """Tell whether a figure counts what the average is for each of: by its unit, or by the thing behind or before it."""
    unit = told.figure.unit.symbol.lstrip("万亿千") if told.figure.unit else ""
    unit = _SAME.get(unit, unit)
    if unit == _ONES.get(each, each):
        return each != "人" or unit == "人"
    if len(each) < 2 or not told.figure.counts:
        return False
    behind = _BEHIND.match(told.passage.reading.folded, told.figure.span[1])
    return each in told.words[-8:] or (behind is not None and each in behind[0])


def _can_be_shared(told: Told, target: Told) -> bool:
    return (
        kin(told.figure, target.figure)
        and told.figure.value > target.figure.value
        and _AVERAGE.search(told.words) is None
    )


def _doubt(target: Told, amount: Told, count: Told, size: Decimal) -> float:
    """Less where one wrong digit of the average makes the amount to its last digit, more for round averages."""
    factor = target.figure.unit.factor if target.figure.unit else Decimal(1)
    true = amount.figure.value / count.figure.value * size
    rounded = true.quantize(target.figure.ulp) if target.figure.ulp <= 1 else true
    if rounded == true and one_slip_apart(true / factor, target.figure.number):
        return _EXACT
    digits = f"{target.figure.number:f}".replace(".", "").lstrip("0")
    return _SURE * 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _shared(values: Sequence[Interval], *, size: Decimal) -> Interval | None:
    each = values[0].over(values[1]) if values[1].low > 0 else None
    return None if each is None else each.scaled(size)


def _shown(texts: Sequence[str], *, size: Decimal) -> str:
    times = f"×{size:f}" if size in _SCALES.values() else ""
    return f"{texts[0]}÷{texts[1]}{times}"

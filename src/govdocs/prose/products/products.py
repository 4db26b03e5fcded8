"""Price times number with a total right behind: 3200户, 每户补助1000元, 共计320万元; 每县300万元…… 90个县共2.7亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role, Sort
from govdocs.prose.judgement import Judgement, Sureness, printed
from govdocs.prose.told import Story, Told

_EACH = re.compile(
    r"(?:每(?P<per>[一-龥]{1,3}?)|单价|各)(?:人民币|给予|补助|补贴|奖励|奖补|安排|支持|发放|拨付|资助|资金|标准|为|按|分别|均|的|：| )*$"
)
_TOTAL = re.compile(
    r"(?:共计|合计|总计|共|计|小计)(?:安排|补助|补贴|下达|拨付|支出|投入|发放|奖励|资金|金额|需|约|为| )*$"
)


def products(story: Story) -> Iterator[Judgement]:
    """Judge every total that follows its price and number, and every n个X共 whose price per X stands before."""
    for sentence in story.sentences():
        for at, total in enumerate(sentence):
            if not total.stated or not _TOTAL.search(total.words):
                continue
            yield from _right_behind(sentence, at)
            yield from _of_the_same_kind(sentence, at)


def _right_behind(sentence: tuple[Told, ...], at: int) -> Iterator[Judgement]:
    """数量, 单价, 共计: three figures one after the other."""
    total = sentence[at]
    if at < 2:
        return
    count, each = sentence[at - 2], sentence[at - 1]
    if count.figure.kind == total.figure.kind:
        count, each = each, count
    found = _EACH.search(each.words)
    if found is None or each.figure.kind != total.figure.kind or not each.figure.exact:
        return
    if not _is_count(count) or total.figure.clause - count.figure.clause > 3:
        return
    if found["per"] and not _counted(count, each, found["per"]):
        return
    if "各" in found[0] or (count.figure.span > each.figure.span and _counts_more(sentence, count)):
        return
    if _waits(sentence[: at - 2], total):
        return
    yield _judged(total, each, count)


def _waits(before: tuple[Told, ...], total: Told) -> bool:
    """Tell whether another price has no total of its own yet: 29眼、每眼1.8万元，14眼、每眼12万元，共220.2万元."""
    for told in reversed(before):
        if told.figure.kind == total.figure.kind:
            return _EACH.search(told.words) is not None
    return False


def _of_the_same_kind(sentence: tuple[Told, ...], at: int) -> Iterator[Judgement]:
    """每县300万元…… 90个县共2.7亿元: the price is known by what it is for."""
    total = sentence[at]
    count = sentence[at - 1] if at else None
    if count is None or not _is_count(count) or count.figure.clause != total.figure.clause:
        return
    noun = count.figure.noun
    if not 1 <= len(noun) <= 2:
        return
    prices = [
        t for t in sentence[: at - 1]
        if t.figure.kind == total.figure.kind and t.figure.exact
        and (m := _EACH.search(t.words)) is not None and m["per"] == noun
    ]  # fmt: skip
    if len({t.figure.value for t in prices}) == 1:
        yield _judged(total, prices[0], count)


def _counts_more(sentence: tuple[Told, ...], count: Told) -> bool:
    """Tell whether the sentence counts the same things twice, so that the price may be for the others."""
    alike = [t for t in sentence if t.figure.unit == count.figure.unit and _is_count(t)]
    return len(alike) > 1


def _is_count(told: Told) -> bool:
    figure = told.figure
    return (
        figure.sort is Sort.MEASURE
        and figure.exact
        and not figure.is_rate
        and figure.role in {Role.PLAIN, Role.TOTAL}
        and figure.unit is not None
        and figure.kind != "人民币"
        and figure.number == int(figure.number)
    )


def _counted(count: Told, each: Told, per: str) -> bool:
    text = count.passage.reading.folded[count.figure.span[1] : each.figure.span[0]]
    if text.split("每")[0].rstrip("，、").endswith(per):
        return True
    symbol = count.figure.unit.symbol if count.figure.unit else ""
    return per in {symbol, count.figure.noun} or count.figure.noun.endswith(per) or per in symbol


def _judged(total: Told, each: Told, count: Told) -> Judgement:
    number = int(count.figure.number)
    factor = count.figure.unit.factor if count.figure.unit else Decimal(1)
    value = each.figure.value * number * factor
    decimals = max(
        total.figure.decimals, each.figure.decimals if each.figure.unit == total.figure.unit else 0
    )
    shown = printed(value, total.figure.unit, decimals)
    return Judgement(
        "each",
        Interval.exact(value).meets(total.figure.interval),
        (total.cited, each.cited, count.cited),
        expected=shown,
        actual=total.figure.text,
        arithmetic=f"{each.figure.text}×{count.figure.text}＝{shown}",
        sureness=Sureness.LIKELY,
    )

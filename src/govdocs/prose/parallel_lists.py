"""Lists whose items have several figures, or stand in the sentence after their total: 出让98宗、3120亩, 划拨58宗、2200亩."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.judgement import Judgement, Sureness, bare, printed
from govdocs.prose.lists import OPEN
from govdocs.prose.near_miss import slip_into
from govdocs.prose.sums import MIN_RESOLUTION, round_to
from govdocs.prose.told import Story, Told

_BEGIN = re.compile(
    r"其中[：:，, ]*|分别为[：:]?|包括[：:]?|(?:分为|分|包含|涉及)?[^，。；：\d]{0,8}部分[：:]|按[^，。；：\d]{2,12}(?:分|看)[，,：:]|分[^，。；：\d]{1,8}看[，,]|[：:]|(?<=[万亿元个项家户人处宗件亩里次])中[，,]|[。；]"
)
_REST = re.compile(r"其他|其余|剩余|另外|余下")
_PAIRS = (
    {"行政", "事业"}, {"男", "女"}, {"中央", "地方"}, {"中央", "省"}, {"城镇", "农村"}, {"出让", "划拨"},
    {"市级", "县级"}, {"省级", "市级"}, {"基本支出", "项目支出"}, {"人员", "公用"}, {"出口", "进口"},
    {"国有", "集体"}, {"新建", "改"}, {"线上", "线下"}, {"在职", "退休"}, {"财政", "自筹"}, {"结转", "收回"},
)  # fmt: skip
_MOST = 24


def parallel_lists(story: Story) -> Iterator[Judgement]:
    """Judge each kind of figure in a list by its total before the list, where the list claims to be complete."""
    for told in story.told:
        for begin, end in _lists(told):
            items = [t for t in told if begin <= t.figure.span[0] < end]
            if 2 <= len(items) <= _MOST:
                yield from _judge(story, items, begin)


def _lists(told: tuple[Told, ...]) -> Iterator[tuple[int, int]]:
    """Where a list can begin and where its sentence ends."""
    if not told:
        return
    reading = told[0].passage.reading
    for number in range(len(reading.layout.sentence_starts)):
        start, end = reading.layout.sentence_span(number)
        seen: set[int] = set()
        for mark in _BEGIN.finditer(reading.folded, max(0, start - 1), end):
            if mark.end() not in seen and mark.end() < end:
                seen.add(mark.end())
                yield mark.end(), end


def _judge(story: Story, items: list[Told], begin: int) -> Iterator[Judgement]:
    series = _series(items)
    if not series:
        return
    reading = items[0].passage.reading
    words = reading.folded[begin : items[-1].figure.span[1] + 4]
    shares = [t.figure for t in items if t.figure.role is Role.SHARE]
    whole = (
        len(shares) > 1 and all(len(s) == len(shares) for s in series.values()) and _hundred(shares)
    )
    proven = {
        kind: total
        for kind, parts in series.items()
        if (total := _same(story, parts, begin)) is not None
    }
    for kind, parts in series.items():
        if kind in proven:
            yield _judged(parts, proven[kind], holds=True, sureness=Sureness.LIKELY)
            continue
        total = _slipped(story, parts, begin)
        if total is None:
            continue
        sure = (
            whole or len(proven) > 0 or _REST.search(parts[-1].words) is not None or _is_pair(parts)
        )
        exact = sure or (
            len(parts) > 2
            and _fine([t.figure for t in parts], total.figure)
            and not OPEN.search(words)
        )
        if exact and not re.search(
            r"等[^，。；]{0,4}$", reading.folded[: parts[-1].figure.span[1] + 5][-6:]
        ):
            yield _judged(parts, total, holds=False, sureness=Sureness.LIKELY)


def _series(items: list[Told]) -> dict[str, list[Told]]:
    """The figures of the items by kind, where each item has them in one order; empty for no such list."""
    kinds = [t.figure.kind for t in items if t.figure.role is not Role.SHARE]
    stated = [t for t in items if t.figure.role is not Role.SHARE]
    if not all(t.stated and t.figure.role is not Role.TARGET for t in stated):
        stated = _until_wrong(stated)
        kinds = [t.figure.kind for t in stated]
    width = len(dict.fromkeys(kinds))
    if not width or len(kinds) < 2 * width or len(kinds) % width:
        return {}
    if any(kinds[at] != kinds[at % width] for at in range(len(kinds))):
        return {}
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for told in stated:
        found[told.figure.kind].append(told)
    heads = [t for at, t in enumerate(stated) if at % width == 0]
    if any(not re.search(r"[一-龥]", t.words) for t in heads):
        return {}
    return dict(found)


def _until_wrong(stated: Sequence[Told]) -> list[Told]:
    kept: list[Told] = []
    for told in stated:
        if not told.stated or told.figure.role is Role.TARGET:
            break
        kept.append(told)
    return kept


def _hundred(shares: list[ProseFigure]) -> bool:
    return Interval.total(f.interval for f in shares).meets(Interval.exact(Decimal(100)))


def _totals(story: Story, parts: list[Told], begin: int) -> Iterator[Told]:
    """The figures of the parts' kind in the sentence before the list, or in the one that it follows."""
    first = parts[0]
    nearest: int | None = None
    for told in story.before(first, reach=1):
        if told.number != first.number and begin > 3:
            return
        if told.number == first.number and told.figure.span[1] > begin:
            continue
        if told.figure.kind != first.figure.kind or not told.stated:
            continue
        where = told.number * 1000 + told.figure.sentence
        if nearest is None:
            nearest = where
        if where != nearest:
            return
        yield told


def _same(story: Story, parts: list[Told], begin: int) -> Told | None:
    added = Interval.total(t.figure.interval for t in parts)
    return next(
        (t for t in _totals(story, parts, begin) if added.meets(t.figure.interval)
         and t.figure.value > max(p.figure.value for p in parts)),
        None,
    )  # fmt: skip


def _slipped(story: Story, parts: list[Told], begin: int) -> Told | None:
    """The total that one slip of the hand, in it or in a part, sets apart from the sum."""
    found: list[Told] = []
    added = Interval.total(t.figure.interval for t in parts)
    for total in _totals(story, parts, begin):
        if not all(t.figure.interval.low <= total.figure.interval.high for t in parts):
            continue
        if slip_into(total.figure, added) or any(
            slip_into(t.figure, total.figure.interval.minus(_without(parts, t))) for t in parts
        ):
            found.append(total)
    return found[0] if len(found) == 1 else None


def _fine(parts: list[ProseFigure], total: ProseFigure) -> bool:
    """Tell whether the figures have so many digits that a sum one slip away is no chance."""
    ulp = min(f.ulp for f in (*parts, total))
    return total.value / (ulp * round_to((*parts, total), ulp)) >= MIN_RESOLUTION


def _without(parts: list[Told], one: Told) -> Interval:
    return Interval.total(t.figure.interval for t in parts if t is not one)


def _is_pair(parts: list[Told]) -> bool:
    """Tell whether two parts are by their names the two that make up the whole."""
    if len(parts) != 2:
        return False
    first, second = (t.words + t.figure.noun for t in parts)
    return any(
        (a in first and b in second) or (b in first and a in second)
        for a, b in (tuple(pair) for pair in _PAIRS)
    )


def _judged(parts: list[Told], total: Told, *, holds: bool, sureness: Sureness) -> Judgement:
    unit = total.figure.unit
    alike = all(t.figure.unit == unit for t in parts)
    value = sum((t.figure.value for t in parts), Decimal(0))
    decimals = max([total.figure.decimals, *(t.figure.decimals for t in parts if alike)])
    shown = printed(value, unit, decimals)
    line = "＋".join(bare(t.figure) if alike else t.figure.text for t in parts)
    return Judgement(
        "among",
        holds,
        (total.cited, *(t.cited for t in parts)),
        expected=shown,
        actual=total.figure.text,
        arithmetic=f"{line}＝{shown}",
        sureness=sureness,
        details={"relation": "不等于"},
    )

"""Lists whose items have several figures, or stand in the sentence after their total: 出让98宗、3120亩, 划拨58宗、2200亩."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.judgement import Judgement
from govdocs.prose.lists import OPEN, has_untold_rest, is_held_against
from govdocs.prose.sums.told_sums import fits_by_slip, is_fine, judged_sum, sum_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.added_up import never_added
from govdocs.prose.words.completeness import (
    MOST_ITEMS,
    counted_items,
    in_hundred,
    is_named_whole,
    is_whole,
    label_of,
)
from govdocs.prose.words.full_marks import is_full_mark
from govdocs.prose.words.near_miss import significant

_BEGIN = re.compile(
    r"^|其中[：:，, ]*|分别为[：:]?|包括[：:]?|按[^，。；：\d]{2,12}(?:分|看)[，,：:]|分[^，。；：\d]{1,8}看[，,]"
    r"|[：:]|中[，,]|[。；]|[（(](?!其中)"
)
_SIDES = re.compile(r"收入|支出|结余|结转|余额")
_ALL_MARKS = re.compile(r"满分|总分")
_POINTS = re.compile(r"(?:得分|总分|评分|得|自评)[^，。；\d]{0,4}$")


def parallel_lists(story: Story) -> Iterator[Judgement]:
    """Judge each kind of figure in a list by its total before the list, where the list claims to be complete."""
    for told in story.told:
        judged: set[frozenset[tuple[int, int]]] = set()
        for begin, end in _lists(told):
            items = [t for t in told if begin <= t.figure.span[0] < end]
            if not 2 <= len(items) <= MOST_ITEMS:
                continue
            for judgement in _judge(story, items, begin):
                key = frozenset(c.span for c in judgement.cited)
                if key not in judged:
                    judged.add(key)
                    yield judgement


def _lists(told: tuple[Told, ...]) -> Iterator[tuple[int, int]]:
    """Where a list can begin and end: with its sentence, its bracket, or at a semicolon in it."""
    if not told:
        return
    reading = told[0].passage.reading
    text = reading.folded
    for number in range(len(reading.layout.sentence_starts)):
        start, end = reading.layout.sentence_span(number)
        for mark in _BEGIN.finditer(text, max(0, start - 1), end):
            if mark.end() >= end:
                continue
            if mark[0] in "（(":
                close = re.compile(r"[）)]").search(text, mark.end(), end)
                yield mark.end(), close.start() if close else end
                continue
            yield mark.end(), end
            for stop in "；，":
                at = text.find(stop, mark.end() + 1, end)
                if at > 0 and mark[0] != stop:
                    yield mark.end(), at


def _judge(story: Story, items: list[Told], begin: int) -> Iterator[Judgement]:
    series = _series(items)
    if not series:
        return
    shares = [t.figure for t in items if t.figure.role is Role.SHARE]
    count = len(next(iter(series.values())))
    whole = len(shares) == count and in_hundred(shares)
    proven = {k: t for k, parts in series.items() if (t := _same(story, parts, begin)) is not None}
    for kind, parts in series.items():
        if never_added(parts):
            continue
        if kind in proven:
            yield judged_sum(parts, proven[kind], holds=True)
            continue
        total = _slipped(story, parts, begin)
        if total is not None and not whole and (
            _by_chance(parts, total) or _ends_earlier(parts, total)
        ):  # fmt: skip
            continue
        if total is not None and (whole or proven or _complete(parts, total, begin)):
            yield judged_sum(parts, total, holds=False)


def _complete(parts: list[Told], total: Told, begin: int) -> bool:
    """Tell whether the items are all of the total: by their names, their count, or because they are so fine."""
    reading = parts[0].passage.reading
    last = parts[-1].figure.span[1]
    words = reading.folded[begin : last + 12]
    if re.search(r"等[^，。；]{0,8}$", re.split(r"[，。；]", words[last - begin :])[0]):
        return False
    if is_whole(parts):
        return True
    if begin == 0:
        return False  # a paragraph of its own need not divide the total of the one before
    in_brackets = reading.folded[begin - 1 : begin] in "（(" and total.figure.span[1] + 12 >= begin
    if in_brackets and not OPEN.search(words):
        return True
    if parts[0].figure.kind == "分":
        return len(parts) > 2 and _POINTS.search(total.words) is not None
    if OPEN.search(words):
        return False
    if len(parts) < 3:
        digits = sorted(significant(t.figure.number) for t in parts)
        return "其中" in before_of(reading.folded, begin) and digits[0] >= 3 and digits[-1] >= 4
    before = reading.folded[max(0, begin - 8) : begin]
    named = [t for t in parts[0].passage.reading.measures if t.span[1] in range(begin - 8, begin)]
    if re.search(r"部分|方面|类|项", before) and counted_items(before, len(parts), named):
        return True
    return is_fine(parts, total)


def _by_chance(parts: list[Told], total: Told) -> bool:
    """Tell whether parts that fall short of their total, and need not be all of it, only seem to slip.

    One digit in its place must explain what is missing; two swapped ones or a lost point are met by chance.
    """
    if is_named_whole(parts) or (len(parts) > 2 and is_whole(parts)):
        return False
    if has_untold_rest(parts[-1].passage.reading.folded, parts[-1].figure.span[1]):
        return True
    added = sum((t.figure.value for t in parts), Decimal(0))
    missing = (total.figure.value - added) / min(t.figure.ulp for t in (*parts, total))
    return missing > 0 and (
        len(f"{missing.normalize():f}".rstrip("0")) > 1
        or (len(parts) == 2 and not is_fine(parts, total))
    )


def _ends_earlier(parts: list[Told], total: Told) -> bool:
    """Tell whether the first items make the total, and another matter follows: …，处置收入上缴2168万元; …；第二批3260万元.

    One slip away from it they make it only where a semicolon ends them.
    """
    text = parts[0].passage.reading.folded
    for end in range(2, len(parts)):
        if sum_of(parts[:end]).meets(total.figure.interval):
            return True
        inside = text[parts[0].figure.span[1] : parts[end - 1].figure.span[0]]
        behind = text[parts[end - 1].figure.span[1] : parts[end].figure.span[0]]
        if not re.search(r"[；;]", inside) and re.search(r"[；;]", behind):
            return fits_by_slip(parts[:end], total)
    return False


def before_of(text: str, begin: int) -> str:
    """The few characters before a list."""
    return text[max(0, begin - 4) : begin]


def _series(items: list[Told]) -> dict[str, list[Told]]:
    """The figures of the items by kind, where each item has them in one order; empty for no such list."""
    stated: list[Told] = []
    for told in items:
        if told.figure.role is Role.SHARE or (
            told.figure.role is Role.GROWTH and told.figure.is_rate
        ):
            continue
        if stated and is_held_against(told.passage.reading, told.figure, None):
            continue  # 支出124万元，比上年支出148万元下降: what it is held against is no item
        if not told.stated or told.figure.role is Role.TARGET:
            break
        stated.append(told)
    kinds = [_kind(t) for t in stated]
    width = len(dict.fromkeys(kinds))
    if not width or len(kinds) < 2 * width or len(kinds) % width:
        return {}
    if any(kinds[at] != kinds[at % width] for at in range(len(kinds))):
        return {}
    if not any(t.figure.value for t in stated):
        return {}  # nothing is nothing, whatever it is divided into
    heads = [t for at, t in enumerate(stated) if at % width == 0]
    if not all(label_of(t) for t in heads):
        return {}
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for told in stated:
        found[_kind(told)].append(told)
    return dict(found)


def _kind(told: Told) -> str:
    """The kind of a figure; points that can be had (分值, 满分) are another kind than those that were given."""
    return "满分" if is_full_mark(told) else told.figure.kind


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
        if is_full_mark(first) and is_full_mark(told) and not _ALL_MARKS.search(told.words):
            continue  # 过程权重20分 before 产出权重30分、效益权重30分 stands beside them
        sides = {_side(p) for p in parts}
        if _side(told) and len(sides) == 1 and not sides & {"", _side(told)}:
            continue  # 个人账户支出57万元。统筹基金结余27万元，个人账户结余10万元
        nouns = {p.figure.noun for p in parts}
        if told.figure.noun and len(nouns) == 1 and nouns != {""} and told.figure.noun not in nouns:
            continue
        where = told.number * 1000 + told.figure.sentence
        if nearest is None:
            nearest = where
        if where != nearest:
            return
        yield told


def _side(told: Told) -> str:
    """Which side of an account an amount is of by its words: what came in, went out or is left."""
    found = _SIDES.findall(told.words)
    return found[-1] if found else ""


def _same(story: Story, parts: list[Told], begin: int) -> Told | None:
    added = sum_of(parts)
    largest = max(p.figure.value for p in parts)
    alone = any(p.figure.value == 0 for p in parts)  # 基本支出706万元，项目支出0万元
    return next(
        (
            t
            for t in _totals(story, parts, begin)
            if added.meets(t.figure.interval)
            and (t.figure.value > largest or (alone and t.figure.value == largest))
        ),
        None,
    )


def _slipped(story: Story, parts: list[Told], begin: int) -> Told | None:
    """The total that one slip of the hand, in it or in a part, sets apart from the sum."""
    found: dict[Decimal, Told] = {}
    largest = max(p.figure.value for p in parts)
    for total in _totals(story, parts, begin):
        if total.figure.value * 2 < largest or any(p.figure.agrees(total.figure) for p in parts):
            continue  # one of them says the total again
        if fits_by_slip(parts, total):
            found.setdefault(total.figure.value, total)
    return next(iter(found.values())) if len(found) == 1 else None

"""Which figures a total behind a list adds up: those that it names, or one of each item that tells several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from govdocs.prose.figure import ProseFigure
from govdocs.prose.reading import TextReading
from govdocs.prose.words.added_up import interval_of_sum
from govdocs.prose.words.near_miss import slip_into
from govdocs.prose.words.numerals import chinese_number

_SUM = re.compile(r"(?:共计|合计|总计|总共|加总|共)[^，。；]*$")
_JOINS = re.compile(r"[、]|以及|[与和及跟加]")
_SIGNS = re.compile(r"[^一-龥]+")
_SAID = re.compile(r"表示|选择|评价|回答|其中|认为|分别|上述|以上|的|为|是|者|等级|合并")
_FIRST_OR_LAST = re.compile(r"(?P<end>[前后])(?P<n>[两二三四五六七八九])")
_WHOLE = re.compile(r"[一-龥]{0,2}(?:中|里|当中|之中)")
_TAKEN_OFF = re.compile(
    r"(?:调出|调减|核减|扣除|扣减|扣回|收回|退回|上缴|追减|压减|划出|转出|上解|减去|剔除|调剂出)[^，。；、\d]{0,6}$"
)
_NAME = 2
_MOST = 10


def named_addends(
    reading: TextReading, parts: Sequence[ProseFigure], total: ProseFigure
) -> list[ProseFigure] | None:
    """The items that the words of a total name: 非常满意与满意合计253份; 前两项合计.

    None where the words name none of them; an empty list where they name some that are not told by that name.
    """
    start = max(parts[-1].span[1], reading.layout.clause_starts[total.clause])
    words = _SUM.sub("", reading.folded[start : total.span[0]]).removeprefix(parts[-1].noun)
    counted = _FIRST_OR_LAST.search(words)
    if counted is not None:
        number = int(chinese_number(counted["n"]) or 0)
        if not 1 < number < len(parts):
            return None
        return list(parts[:number] if counted["end"] == "前" else parts[-number:])
    names = [_plain(name) for name in _JOINS.split(words)]
    if len(names) < 2 or any(len(name) < _NAME for name in names):
        return None
    labels = [_label(reading, parts, at) for at in range(len(parts))]
    found = [_called(name, labels) for name in names]
    if all(at is None for at in found):
        return None
    if None in found or len(set(found)) < len(found):
        return []
    return [parts[at] for at in sorted(at for at in found if at is not None)]


def _plain(words: str) -> str:
    return _SAID.sub("", _SIGNS.sub("", words))


def _label(reading: TextReading, parts: Sequence[ProseFigure], at: int) -> str:
    floor = parts[at - 1].span[1] if at else 0
    start = max(floor, reading.layout.clause_starts[parts[at].clause], parts[at].span[0] - 24)
    words = reading.folded[start : parts[at].span[0]]
    return _plain(words.rpartition("其中")[2] or words)


def _called(name: str, labels: Sequence[str]) -> int | None:
    """Which item bears a name: the one so called, else the only one whose name holds it or is held by it."""
    if name in labels:
        return labels.index(name)
    near = [
        at for at, label in enumerate(labels)
        if len(label) >= _NAME and (name in label or label in name)
    ]  # fmt: skip
    return near[0] if len(near) == 1 else None


def other_addends(
    reading: TextReading,
    told: Sequence[ProseFigure],
    parts: Sequence[ProseFigure],
    total: ProseFigure,
) -> list[list[ProseFigure]]:
    """What a total may add up where an item tells several figures: 400人中满意364人; 问卷200份，满意193份；….

    ``told`` are all figures before the total, ``parts`` those that no other one follows closely.
    """
    found: list[list[ProseFigure]] = []
    heads = [f for f in told if f not in parts]
    if len(heads) > 1:
        found.append(heads)
    items: list[list[ProseFigure]] = []
    last = 0
    for figure in told:
        if not items or re.search(r"[；;。]", reading.folded[last : figure.span[0]]):
            items.append([])
        items[-1].append(figure)
        last = figure.span[1]
    if len(items) > 1 and max(map(len, items)) > 1:
        found += [[item[0] for item in items], [item[-1] for item in items]]
    if found and not _WHOLE.match(reading.folded, total.span[1]):
        found.append(list(parts))
    return found


def some_add_up(told: Sequence[ProseFigure], total: ProseFigure) -> bool:
    """Tell whether any two or more of the figures told make the total to the last digit."""
    if len(told) > _MOST:
        return False
    return any(
        sum((f.value for f in some), Decimal(0)) == total.value
        for size in range(2, len(told))
        for some in combinations(told, size)
    )


def slips_apart(parts: Sequence[ProseFigure], total: ProseFigure) -> bool:
    """Tell whether one slip of the hand, in the total or in a part, sets it apart from the sum."""
    added = interval_of_sum(parts)
    return slip_into(total, added) or any(
        slip_into(p, total.interval.minus(interval_of_sum([o for o in parts if o is not p])))
        for p in parts
    )


def some_taken_off(reading: TextReading, parts: Sequence[ProseFigure]) -> bool:
    """Tell whether some items, though not all, go off the others: 下达1650万元、结转126万元、调出42万元."""
    off = [
        p for p in parts if _TAKEN_OFF.search(reading.folded[max(0, p.span[0] - 12) : p.span[0]])
    ]
    return 0 < len(off) < len(parts)

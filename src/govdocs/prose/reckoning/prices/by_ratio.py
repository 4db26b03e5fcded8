"""A cost that several bear by a ratio: 由中央、省、州按8∶1∶1分担，州级承担147.16万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS
from govdocs.prose.told import Story, Told

_RATIO = re.compile(
    r"(?<![\d.:：∶])(\d{1,3}(?:\.\d+)?(?: *[:：∶] *\d{1,3}(?:\.\d+)?){1,4})(?![\d:：∶])"
)
_BORNE = re.compile(r"分担|承担|负担|分摊|配套|筹集|出资|共担|比例|分成|分配")
_BEHIND_NAMES = re.compile(r"(?:三级|两级|四级|财政|双方|三方)*(?:按照?|以|实行)[^、]{0,6}$")
_BEFORE_NAMES = re.compile(r"^.*(?:由|按照?|以)")
_WHOLE = re.compile(r"合计|共计|总计|共|总额|总投资|总")
_ARRIVED = re.compile(r"实际|到位|已|拨付|支出|欠|缺口|上年")
_AROUND = 14
_SENTENCES = 1
_SURE = 0.3
_LONE = 1.0
_MOST = 8


def by_ratio(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every share that the owners of a ratio bear, behind it, of an amount told before it."""
    for paragraph in story.told:
        if not paragraph:
            continue
        text = paragraph[0].passage.reading.folded
        for ratio in _RATIO.finditer(text):
            around = text[max(0, ratio.start() - _AROUND) : ratio.end() + 6]
            if _BORNE.search(around):
                yield from _borne(paragraph, text, ratio)


def _borne(
    paragraph: Sequence[Told], text: str, ratio: re.Match[str]
) -> Iterator[Sequence[Hypothesis]]:
    parts = [Decimal(part.strip()) for part in re.split(r"[:：∶]", ratio[1])]
    whole = sum(parts, Decimal(0))
    before = [t for t in paragraph if t.figure.span[1] <= ratio.start() and _is_money(t)]
    behind = [t for t in paragraph if t.figure.span[0] >= ratio.end()]
    if not before or not behind or not whole:
        return
    first = behind[0].figure.sentence
    shares = [t for t in behind if _is_money(t) and t.figure.sentence - first < _SENTENCES]
    rows = _rows(shares, parts, _owners(text[: ratio.start()], len(parts)))
    wholes = list(dict.fromkeys([*reversed(before)][:_MOST] + before[:1]))
    best = max(wholes, key=lambda one: sum(_share(t, one, p / whole, 1).holds() for t, p in rows))
    holding = sum(_share(t, best, p / whole, 1).holds() for t, p in rows)
    if not holding:
        best = next(
            (t for t in wholes if t.figure.role is Role.TOTAL or _WHOLE.search(t.words)), best
        )
    for told, part in rows:
        sure = _SURE if holding >= len(rows) - holding else ONLY_HOLDS
        if len(rows) == 1:
            sure = _SURE if best.figure.role is Role.TOTAL or len(wholes) == 1 else _LONE
        yield [
            _share(told, best, part / whole, sure),
            *(_share(told, one, part / whole, ONLY_HOLDS) for one in wholes),
        ]


def _is_money(told: Told) -> bool:
    return told.is_amount and told.figure.kind == MONEY


def _owners(ahead: str, many: int) -> list[str]:
    """Who bears it, in the order of the ratio; empty where as many names do not stand before it."""
    names = _BEHIND_NAMES.sub("", re.split(r"[，,。；;（(]", ahead)[-1])
    found = re.split(r"[、和与]", _BEFORE_NAMES.sub("", names))
    return found if len(found) == many else []


def _rows(
    shares: Sequence[Told], parts: Sequence[Decimal], owners: Sequence[str]
) -> list[tuple[Told, Decimal]]:
    """Each share with its part: by the name of who bears it, else in order where there are as many."""
    named = [
        (told, parts[n])
        for told in shares
        if not _ARRIVED.search(told.words)
        for n, owner in enumerate(owners)
        if owner[:2].rstrip("级") in told.words
    ]
    if named and len({told.figure.span for told, _ in named}) == len(named) <= len(parts):
        return named
    if len(shares) == len(parts) and not owners:
        return list(zip(shares, parts, strict=True))
    return []


def _share(told: Told, whole: Told, part: Decimal, doubt: float) -> Hypothesis:
    return Hypothesis(
        told,
        (whole,),
        partial(_of, part=part),
        doubt,
        lambda t: f"{t[0]}×{part.normalize():f}"[:40],
    )


def _of(values: Sequence[Interval], *, part: Decimal) -> Interval | None:
    return values[0].scaled(part)

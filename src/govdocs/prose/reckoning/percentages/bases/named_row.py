"""Shares in a row that tell the names of their amounts: 保险费收入、财政补贴收入占总收入的比重分别为50.8%和45.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import bearers, is_head
from govdocs.prose.reckoning.percentages.elsewhere.names import base_of
from govdocs.prose.reckoning.percentages.quotients import first_of_all, first_of_all_shown, ratio_of
from govdocs.prose.reckoning.reach import kin
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_ROW = re.compile(
    r"^[，、；：（ ]*(?:其中[，：]?)?(?P<names>[^，。；：\d]{2,40}?)(?:[两三四五]项)?(?:分别|依次)?(?:所)?占(?P<base>[^，。；：\d]*)$"
)
_APART = re.compile(r"[、和与及]|以及")
_FIRST = re.compile(r"[两三四五]者|[两三四五]项|[两三四五]类|各项|各类|各")
_NEAR = 2
_SURE = 0.02
_MOST = 3


def names_of_row(first: Told, count: int) -> list[str]:
    """The names before 占 of the first share of a row, where there are as many as shares; else none."""
    text = first.passage.reading.folded
    start = first.passage.reading.layout.clause_starts[first.figure.clause]
    found = _ROW.match(text[start : first.figure.span[0]])
    if found is None or _FIRST.search(found["names"]):
        return []
    names = [plain_label(name) for name in _APART.split(found["names"]) if name]
    return names if len(names) == count and all(len(name) > 1 for name in names) else []


def by_names_in_order(
    story: Story, target: Told, rates: Sequence[Told], names: Sequence[str]
) -> Iterator[Hypothesis]:
    """The amount that bears the name in the place of the share, by the base that the row names or by all of its list."""
    place = rates.index(target)
    parts = [_bearer(story, rates[0], name) for name in names]
    part = parts[place]
    if part is None or len({id(one) for one in parts}) < len(parts):
        return
    known = [(rate, one) for rate, one in zip(rates, parts, strict=True) if one is not None]
    label = base_of(rates[0].words)
    wholes: dict[Decimal, Told] = {}
    for one in bearers(story, rates[0], label, _NEAR) if label else []:
        if one not in parts and kin(one.figure, part.figure):
            wholes.setdefault(one.figure.value, one)
    readings = [ratio_of(target, part, whole, _SURE) for whole in wholes.values()][:_MOST]
    for whole in list(wholes.values())[:_MOST]:
        if _holds_for_others(known, target, whole):
            yield ratio_of(target, part, whole, _SURE)
            return
    row = [
        t for t in story.sentence_of(part)
        if t.is_amount and t.figure.kind == part.figure.kind and t.figure.depth == part.figure.depth
        and t.figure.role in {Role.PLAIN, Role.PART}
    ]  # fmt: skip
    if len(row) > len(names) and all(one in row for _, one in known):
        others = [t for t in row if t is not part]
        yield Hypothesis(
            target, (part, *others), first_of_all, _SURE,
            first_of_all_shown,
        )  # fmt: skip
    elif len(readings) == 1:
        yield from readings


def _bearer(story: Story, first: Told, name: str) -> Told | None:
    named = bearers(story, first, name, _NEAR)
    near = [one for one in named if one.number == first.number] or named
    values = {one.figure.value for one in near}
    if len(values) > 1:
        near = [one for one in near if is_head(one)]
        values = {one.figure.value for one in near}
    return near[0] if len(values) == 1 else None


def _holds_for_others(known: Sequence[tuple[Told, Told]], target: Told, whole: Told) -> bool:
    others = [ratio_of(rate, one, whole, _SURE) for rate, one in known if rate is not target]
    return bool(others) and all(reading.holds() for reading in others)

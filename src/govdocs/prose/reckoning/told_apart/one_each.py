"""What is missing where everyone has one: 按每人1部计，目前仅配备640部，缺口498部 of 1138 people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_EACH = re.compile(
    r"每(?P<whose>[人名户村校班车船站点])[^，。；\d]{0,6}(?:1|一) *[部台套个件份本辆张]"
)
_MISSING = re.compile(r"(?:缺口|尚缺|仍缺|还缺|短缺|缺少|尚差|缺)(?:为|达|约)?$")
_UNITS = {
    "人": frozenset("人名位"),
    "名": frozenset("人名位"),
    "车": frozenset("车辆台"),
    "船": frozenset("船艘"),
}
_TRIED = 3


def one_each(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every gap behind such words, with what there is and the counts of those who have one, the most told first."""
    for sentence in story.sentences():
        text = sentence[0].passage.reading.sentence(sentence[0].figure.sentence)
        each = _EACH.search(text) if "每" in text else None
        if each is None:
            continue
        for have, target in pairwise(sentence):
            if (
                is_amount(target) and is_amount(have) and _MISSING.search(target.words)
                and have.figure.unit == target.figure.unit
            ):  # fmt: skip
                units = _UNITS.get(each["whose"], frozenset(each["whose"]))
                wholes = _counts(story, have, units)
                if wholes:
                    yield [
                        difference_of(target, whole, have, 0.1 if at == 0 else 3.0)
                        for at, whole in enumerate(wholes)
                    ]


def _counts(story: Story, have: Told, units: frozenset[str]) -> list[Told]:
    """The counts of those units that are told before, the one told most often first."""
    found: dict[object, list[Told]] = {}
    for told in story.before(have, have.number):
        figure = told.figure
        is_alike = figure.unit is not None and figure.unit.symbol in units and is_amount(told)
        if is_alike and figure.value > have.figure.value and not figure.depth:
            found.setdefault(figure.value, []).append(told)
    by_often = sorted(found.values(), key=len, reverse=True)
    return [same[0] for same in by_often[:_TRIED]]

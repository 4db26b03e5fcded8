"""Shares of the three industries by their names: 第二产业增加值比重为39.4%, of the value added told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.units import MONEY
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.told import Story, Told

_ALL = re.compile(r"生产总值(?:（GDP）|\(GDP\))?(?:为|达到?|完成|实现|约| )*$")
_ONE = re.compile(
    r"(?:第(?P<n>[一二三])|(?P<short>[一二三]))(?:次)?产业?(?:增加值)?[^，。；\d]{0,6}$"
)
_SHARE = re.compile(
    r"(?:第(?P<n>[一二三])|(?P<short>[一二三]))(?:次)?产业?(?:增加值)?(?:占[^，。；\d]{0,14}|的?比重|占比)(?:的?比重)?(?:为|达到?|约|是|的)*$"
)
_OTHER = re.compile(r"上年|去年|贡献|拉动|目标|工业|人均|全[国省]")
_SURE = 0.01


def industry_shares(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every share of one industry in a paragraph that tells one value added of it, and one of all."""
    for paragraph in story.told:
        money = [t for t in paragraph if t.figure.kind == MONEY and not _OTHER.search(t.words)]
        wholes = [t for t in money if _ALL.search(t.words)]
        if len(wholes) != 1:
            continue
        for target in paragraph:
            if not target.figure.is_rate or _OTHER.search(target.words):
                continue
            share = _SHARE.search(target.words)
            if share is None:
                continue
            which = share["n"] or share["short"]
            own = [t for t in money if t is not wholes[0] and _industry(t) == which]
            if len(own) == 1:
                yield [ratio_of(target, own[0], wholes[0], _SURE)]


def _industry(one: Told) -> str:
    found = _ONE.search(one.words)
    return (found["n"] or found["short"]) if found else ""

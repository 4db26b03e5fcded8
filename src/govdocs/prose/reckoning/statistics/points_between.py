"""Points between two rates that a comparison names both: 48.6%，低于全省平均（56.2%）7.6个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import sentence_of
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_AGAINST = re.compile(
    r"(?:[比较]|[低高快慢多少大小优]于|高出|超出|超过|低出|落后|领先)(?P<whom>[^，。；、（]{1,16}?)(?:的)?[（(]?$"
)
_HERE = re.compile(
    r"^[）)]?(?:的)?[^，。；、\d（）]{0,10}?(?:[低高快慢多少大小]|提高|提升|上升|增加|下降|降低|回落|下滑|扩大|收窄|加快|放缓|领先|落后|减少|缩小)(?:出|于)?了?$|^[）)]$"
)
_NAMES = re.compile(
    r"(?:[比较](?P<one>[^，。；、（]{2,12}?)(?:[低高快慢多少]|提高|提升|上升|下降|降低|回落|下滑|加快|放缓)了?|(?:[低高快慢优]于|高出|超出|超过|落后|领先)(?P<two>[^，。；、（]{2,12}?))$"
)
_FALLEN = re.compile(r"分别|拉动|贡献|带动|个和|、$")
_SURE = 0.004
"""Both rates and the comparison are told in words: a gap beyond rounding contradicts them."""


def points_between(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every gap in points whose sentence names whom it is held against, with the rate of it told."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            if target.figure.is_points and target.figure.exact and at:
                found = _rates(story, paragraph, at)
                if found is not None:
                    yield [difference_of(target, *found, _SURE)]


def _rates(story: Story, paragraph: Sequence[Told], at: int) -> tuple[Told, Told] | None:
    target = paragraph[at]
    text = target.passage.reading.folded
    if _FALLEN.search(_clause(target)):
        return None
    other = paragraph[at - 1]
    behind = _in_brackets_behind(paragraph, at)
    if (
        other.figure.sentence == target.figure.sentence
        and other.figure.is_rate
        and other.figure.exact
    ):
        between = text[other.figure.span[1] : target.figure.span[0]].strip()
        against = _AGAINST.search(other.words)
        if against is not None and _HERE.search(between):
            return _with_own(paragraph, at - 1, other, target)
    named = _NAMES.search(target.words)
    if named is None:
        return None
    if behind is not None:
        return _with_own(paragraph, at, behind, target)
    whom = named["one"] or named["two"]
    return _told_by_name(story, target, whom)


def _clause(target: Told) -> str:
    text = target.passage.reading.folded
    start = max(text.rfind(mark, 0, target.figure.span[0]) for mark in "，；。")
    return text[start + 1 : target.figure.span[0]].rstrip()


def _with_own(
    paragraph: Sequence[Told], at: int, other: Told, target: Told
) -> tuple[Told, Told] | None:
    """The last rate before the comparison is what is compared; growth only with growth beside it."""
    own = [
        t for t in paragraph[:at]
        if t.figure.sentence == target.figure.sentence and t.figure.is_rate
        and t.figure.depth <= target.figure.depth
    ]  # fmt: skip
    if not own or not own[-1].figure.exact:
        return None
    one = own[-1]
    if target.figure.clause - one.figure.clause > 2 or _unit_apart(one.figure, other.figure):
        return None
    speaks = re.search(
        r"增[速幅长]|降幅", target.passage.reading.folded[one.figure.span[1] : other.figure.span[0]]
    )
    if speaks and one.figure.role is not Role.GROWTH:
        return None
    return one, other


def _unit_apart(one: ProseFigure, other: ProseFigure) -> bool:
    return one.unit != other.unit


def _in_brackets_behind(paragraph: Sequence[Told], at: int) -> Told | None:
    """比上年提高1.3个百分点（上年增长5.5%）: the one rate of the bracket right behind."""
    target = paragraph[at]
    inside = [
        t for t in paragraph[at + 1 : at + 3]
        if t.figure.depth > target.figure.depth and t.figure.sentence == target.figure.sentence
    ]  # fmt: skip
    text = target.passage.reading.folded[target.figure.span[1] :]
    if len(inside) != 1 or not inside[0].figure.is_rate or not re.match(r"[（(]", text):
        return None
    return inside[0] if inside[0].figure.exact else None


def _told_by_name(story: Story, target: Told, whom: str) -> tuple[Told, Told] | None:
    """全市平均为92.1%，高于全市平均4.3个百分点: the two rates of the sentence, one of them called so."""
    rates = [t for t in sentence_of(story, target) if t.figure.is_rate]
    rates = [t for t in rates if t.figure.span < target.figure.span]
    if len(rates) != 2 or not all(t.figure.exact for t in rates):
        return None
    called = [t for t in rates if whom[:4] in t.words]
    if len(called) != 1 or _unit_apart(rates[0].figure, rates[1].figure):
        return None
    roles = {t.figure.role is Role.GROWTH for t in rates}
    other = rates[0] if called[0] is rates[1] else rates[1]
    return (other, called[0]) if len(roles) == 1 else None

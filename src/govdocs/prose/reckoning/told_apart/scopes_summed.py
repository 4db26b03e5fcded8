"""What a whole place has, and its own level with those below: 全市资产总额…；市本级资产总额…，县区资产总额…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_OWN = re.compile(r"(?:[省市县区州盟旗]|自治区|兵团)本级|[省市]级(?!以)|[省市县区州]直")
_BELOW = re.compile(
    r"各?(?:县(?:（市、区）|（市）|（区）|市区|区|级)|区县|市县|市（州）|州市|地市|旗县(?:市?区)?|区级|县|乡镇|镇街|下级)"
)
_ALL = re.compile(r"全[省市县区州盟旗]|全自治区|总")
_APART = re.compile(r"上年|去年|同期|[比较]|其中[^，。；]{0,2}$|占|增|减")
_FAR = 2
_NAME = 2
_TAIL = 4


def scopes_summed(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every measure that both levels have, with the amounts of its name told before for the whole place."""
    for number, paragraph in enumerate(story.told):
        own, below = _by_scope(paragraph)
        for name in own.keys() & below.keys():
            first, second = own[name], below[name]
            early = min(first, second, key=lambda t: t.figure.span)
            wholes = [
                t for t in story.before(early, _FAR)
                if is_amount(t) and t.figure.kind == first.figure.kind and _name(t) == name
                and not _APART.search(t.words) and stands_alone(t)
                and not _OWN.search(t.words) and not _BELOW.search(_ALL.sub("", t.words))
                and t.figure.value >= max(first.figure.value, second.figure.value)
            ]  # fmt: skip
            if wholes and wholes[0].number >= number - _FAR:
                yield [plus(t, (first, second), 0.1 if t is wholes[0] else 3.0) for t in wholes[:3]]


def _by_scope(paragraph: Sequence[Told]) -> tuple[dict[str, Told], dict[str, Told]]:
    """The first amount of each name that the place's own level has, and that those below have."""
    found: tuple[dict[str, Told], dict[str, Told]] = ({}, {})
    scope: dict[str, Told] | None = None
    sentence = -1
    for told in paragraph:
        if told.figure.sentence != sentence:
            scope, sentence = None, told.figure.sentence
        if _OWN.search(told.words):
            scope = found[0]
        elif _BELOW.search(_ALL.sub("", told.words)):
            scope = found[1]
        elif _ALL.search(told.words) and "占" not in told.words:
            scope = None
        name = _name(told)
        usable = (
            is_amount(told) and stands_alone(told) and told.figure.kind and not told.figure.depth
        )
        if scope is not None and usable and len(name) >= _NAME and not _APART.search(told.words):
            scope.setdefault(name, told)
    return found


def _name(told: Told) -> str:
    """What is measured, without whose it is."""
    label = plain_label(_BELOW.sub("", _OWN.sub("", told.words)))
    return label[-_TAIL:]

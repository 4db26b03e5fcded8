"""What is left of things counted sentences before: 326处，已盘活213处。…… 剩余113处; 191个完工, 在建5个 of 196."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_REST = re.compile(
    r"(?:剩余|其余|余下|余|尚有|仍有|还有|尚未|未[一-龥]{2,6}|尚在[一-龥]{0,6}|在建|正在[一-龥]{0,8}|续建|暂缓[一-龥]{0,4}|待[一-龥]{2,4})(?:的|了|为|有|仍有|共|项目|问题)*$"
)
_DONE = re.compile(
    r"(?:已|完成|完工|竣工|办结|整改|盘活|开工|投用|验收|入住|归还|收回|清理|审结|通过|达标|合格|销号|到位|兑现|落实|使用)[^，。；\d]{0,6}$"
)
_OTHER = re.compile(r"其中|上年|去年|比|较|目标|计划|新增|应")
_DOUBT = 0.1
_NEAR = 8


def undone(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every count of what is left, with the nearest count of what is done and the whole before that."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            if _goes_on(paragraph[at : at + 2]):
                continue  # one of more than two states
            if not target.figure.counts or not is_amount(target) or not _REST.search(target.words):
                continue
            if _OTHER.search(target.words):
                continue
            ahead = [
                t for t in story.before(target, 0)
                if is_amount(t) and t.figure.unit == target.figure.unit and t.figure.counts
                and (not t.figure.noun or not target.figure.noun or t.figure.noun == target.figure.noun)
            ][:_NEAR]  # fmt: skip
            found = list(_readings(target, ahead))
            if found:
                yield found


def _goes_on(two: Sequence[Told]) -> bool:
    """Tell whether another count of the same things follows in the sentence."""
    return len(two) > 1 and (
        two[0].figure.unit == two[1].figure.unit
        and two[0].figure.sentence == two[1].figure.sentence
    )


def _readings(target: Told, ahead: Sequence[Told]) -> Iterator[Hypothesis]:
    done = next((t for t in ahead if _DONE.search(t.words) and not _REST.search(t.words)), None)
    if done is None:
        return
    behind = [t for t in ahead if done.figure.span < t.figure.span]
    wholes = [t for t in ahead if t.figure.span < done.figure.span]
    if not wholes or "其中" in done.words:
        return
    whole = wholes[0]
    if whole.figure.value <= done.figure.value or done.figure.sentence - whole.figure.sentence > 1:
        return
    sure = not behind and target.figure.sentence - done.figure.sentence <= 2
    yield difference_of(target, whole, done, _DOUBT if sure else 3.0)
    for one, other in combinations(ahead, 2):
        yield difference_of(target, one, other, 5.0)
    for one in behind:
        yield Hypothesis(
            target, (whole, done, one), lambda v: v[0].minus(v[1]).minus(v[2]), 5.0, "－".join
        )

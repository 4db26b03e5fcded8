"""What is left, told again farther on: 362个问题，已整改333个，其余29个。…… 对尚未整改到位的29个问题."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_REST = re.compile(
    r"(?:尚|还|仍)?(?:未|没有|待)(?P<act>[一-龥]{2})(?:到位|完毕|完成|结束|的|有|为|共)*$"
)
_DONE = re.compile(
    r"(?:已|完成|实现|全部)[^，。；\d]{0,4}?(?P<act>[一-龥]{2})(?:到位|完毕|完成|结束|的|有|为|共|了)*$"
)
_APART = re.compile(r"其中|上年|去年|[比较]")
_TRIED = 6


def rests_again(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every count of what is not yet done, with a whole and what was done of it in a paragraph before."""
    for paragraph in story.told:
        for target in paragraph:
            found = _REST.search(target.words) if _is_count(target) else None
            if found is None or _APART.search(target.words):
                continue
            readings = [
                difference_of(target, whole, done, 0.1 if at == 0 else 3.0)
                for at, (whole, done) in enumerate(_accounts(story, target, found["act"]))
            ]
            if readings:
                yield readings


def _accounts(story: Story, target: Told, act: str) -> list[tuple[Told, Told]]:
    found: list[tuple[Told, Told]] = []
    same = (d for d in story.alike_before(target, _act, act) if d.number < target.number)
    for done in islice(same, _TRIED):
        if done.figure.unit != target.figure.unit:
            continue
        sentence = story.sentence_of(done)
        ahead = list(sentence[: sentence.index(done)]) or _sentence_before(story, done)
        whole = next((t for t in reversed(ahead) if _is_whole(t, done, target)), None)
        if whole is not None:
            found.append((whole, done))
    return found


def _sentence_before(story: Story, done: Told) -> list[Told]:
    return [t for t in story.told[done.number] if t.figure.sentence == done.figure.sentence - 1]


def _is_whole(told: Told, done: Told, target: Told) -> bool:
    return (
        _is_count(told) and told.figure.unit == done.figure.unit
        and told.figure.value > done.figure.value
        and (not told.figure.noun or told.figure.noun == target.figure.noun)
    )  # fmt: skip


def _is_count(told: Told) -> bool:
    return told.figure.counts and is_amount(told)


def _act(told: Told) -> str:
    """What was done, where a count says that it was: 已整改333个; empty else."""
    found = _DONE.search(told.words) if _is_count(told) else None
    return found["act"] if found and not _APART.search(told.words) else ""

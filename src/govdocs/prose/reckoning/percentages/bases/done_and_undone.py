"""Rates whose base is what was done with what was not: 完工1046户，完工率97.03%，未完工32户; 全部到位，到位率100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.prose.figure import Role, Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import stands
from govdocs.prose.reckoning.percentages.quotients import first_of_all, first_of_all_shown, ratio_of
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of
from govdocs.prose.told import Story, Told

_SURE = 0.02
_RATE = re.compile(r"(?P<stem>[一-龥]{2})(?:率|比例|占比)(?:仅|只|为|是|达到?|约|：| )*$")
_NOT = r"(?:未|尚未|没有|仍未|暂未|逾期未|不)(?:能|予)?"
_ALL = r"(?:已?全部|均已?|已?全额|已?足额|已?如数|都已|百分之百)"
_SOME = re.compile(
    r"一次|当年|当期|按期|按时|及时|上年|去年|同期|平均|目标|不[低高]于|[低高]于|其中"
)
_OF_THEM = re.compile(r"^[^，。；、：\d]{0,6}[之当]?中[，、]?[^，。；：\d]{0,4}$")
_COUNTED = frozenset({"月数", "日数", "年数"})


def done_and_undone(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What was done by all of it: done and undone together, what was wholly done, some months out of so many."""
    if target.figure.role not in {Role.PLAIN, Role.SHARE, Role.TOTAL}:
        return
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    earlier = [t for t in sentence[:at] if t.figure.depth <= target.figure.depth]
    found = _RATE.search(target.words)
    if found is None or not earlier:
        return
    yield from _some_of_so_many(target, earlier)
    stem = found["stem"]
    part = _done(earlier, stem)
    if not stands(part) or _SOME.search(target.words) or _SOME.search(part.words):
        return
    if target.figure.clause - part.figure.clause > (1 if part is earlier[-1] else 2):
        return
    yield from _wholly(target, part, stem)
    yield from _with_undone(target, part, sentence, stem)


def _done(earlier: Sequence[Told], stem: str) -> Told:
    """What stands last, or before what was not done: 已整改326个，未整改18个，整改率94.77%."""
    if len(earlier) > 1 and re.search(_NOT + stem, earlier[-1].words):
        return earlier[-2]
    return earlier[-1]


def rates_beside_undone(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every rate that stands between what was done and what was not: a slip in either breaks it."""
    for sentence in story.sentences():
        for at, target in enumerate(sentence):
            if not at or not target.figure.is_rate or not stands(part := sentence[at - 1]):
                continue
            found = _RATE.search(target.words)
            if found is None or _SOME.search(target.words) or _SOME.search(part.words):
                continue
            if target.figure.clause - part.figure.clause <= 1 and target.figure.exact:
                readings = list(_with_undone(target, part, sentence, found["stem"]))
                if readings:
                    yield readings


def _with_undone(
    target: Told, part: Told, sentence: Sequence[Told], stem: str
) -> Iterator[Hypothesis]:
    if re.search(_NOT + stem, part.words) or stem not in part.words:
        return
    undone = [
        t for t in sentence
        if t is not part and is_amount(t) and kin(t.figure, part.figure)
        and re.search(_NOT + stem, t.words) and abs(t.figure.clause - target.figure.clause) <= 2
    ]  # fmt: skip
    if len(undone) == 1:
        yield Hypothesis(
            target, (part, undone[0]), first_of_all, _SURE,
            first_of_all_shown,
        )  # fmt: skip


def _wholly(target: Told, part: Told, stem: str) -> Iterator[Hypothesis]:
    """补助资金1138万元于3月底前全部到位，资金到位率100%: all of it is all of it."""
    text = target.passage.reading.folded
    behind = text[part.figure.span[1] : target.figure.span[0]]
    if re.match(rf"[^，。；\d]*(?:\d[^，。；]*)?{_ALL}[^，。；\d]{{0,4}}{stem}[，、]", behind):
        yield ratio_of(target, part, part, _SURE)


def _some_of_so_many(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """12个月中有11个月在次月10日前拨付，及时率91.67%: some months, days or things of those just named."""
    text = target.passage.reading.folded
    pairs = [
        (part, whole) for whole, part in pairwise(earlier)
        if whole.figure.sort is Sort.MEASURE and whole.figure.kind == part.figure.kind
        and part.figure.kind in _COUNTED and part.figure.value < whole.figure.value
        and _OF_THEM.match(text[whole.figure.span[1] : part.figure.span[0]])
        and target.figure.clause - part.figure.clause <= 1
    ]  # fmt: skip
    if len(pairs) == 1:
        yield ratio_of(target, *pairs[0], _SURE)

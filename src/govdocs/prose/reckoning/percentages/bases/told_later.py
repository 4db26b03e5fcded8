"""Rates that stand before the amounts that they follow from: 合格率97.0%：检验500批次，合格485批次."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import clause_name, cores_of, says, stands
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import kin, sentence_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_RATE = re.compile(r"(?P<stem>[一-龥]{2})(?:率|比例)(?:仅|只|为|是|达到?|约|：| )*$")
_BOTH = re.compile(
    r"^[，、；：（ ]*(?:其中[，：]?)?(?P<part>[^，。；：\d]{2,16}?)(?:约|仅)?占(?P<whole>[^，。；：\d]{2,16}?)的(?:比[例重])?(?:约|仅|为|达)*$"
)
_NOT = re.compile(r"[未不非尚没]")
_PLANNED = re.compile(r"预算|计划|应|下达|批复|目标|安排")
_DONE = re.compile(r"执行|实际|支出|支付|完成|拨付|到位|使用")
_SOME = re.compile(r"上年|去年|同期|目标|平均|当年|及时|按期|不低于")
_SURE = 0.02


def told_later(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The two amounts that follow, the second of the first and named like the rate; both named ones of the next sentence."""
    if target.figure.role is Role.GROWTH:
        return
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    found = _RATE.search(target.words)
    behind = sentence[at + 1 : at + 3]
    if found is not None and at == 0 and len(behind) == 2 and len(sentence) == 3:
        whole, part = behind
        if (
            stands(whole) and stands(part) and kin(part.figure, whole.figure)
            and part.figure.value <= whole.figure.value and found["stem"] in part.words
            and not _NOT.search(part.words)
        ):  # fmt: skip
            yield ratio_of(target, part, whole, _SURE)
    elif found is not None and len(sentence) == 1:
        yield from _planned_and_done(story, target)
    both = _BOTH.match(target.words)
    if both is not None and at == 0 and len(sentence) == 1:
        yield from _of_next(story, target, plain_label(both["part"]), both["whole"])


def _planned_and_done(story: Story, target: Told) -> Iterator[Hypothesis]:
    """预算执行率为95.00%。全年预算数2860万元，执行数2717万元: the only two amounts of the next sentence."""
    following = _of_next_sentence(story, target)
    if len(following) == 2 and not _SOME.search(target.words):
        whole, part = following
        name = plain_label(re.sub(r"(?:率|比例)(?:仅|只|为|是|达到?|约|：| )*$", "", target.words))
        if (
            len(name) > 2 and name in clause_name(part) and name not in clause_name(whole)
            and kin(part.figure, whole.figure) and part.figure.value < whole.figure.value
        ):  # fmt: skip
            yield ratio_of(target, part, whole, _SURE)
            return
        if (
            kin(part.figure, whole.figure) and _PLANNED.search(whole.words) and _DONE.search(part.words)
            and not _PLANNED.search(part.words) and whole.figure.kind != "分"
        ):  # fmt: skip
            yield ratio_of(target, part, whole, _SURE)


def _of_next_sentence(story: Story, target: Told) -> list[Told]:
    return [
        t for t in story.told[target.number]
        if t.figure.sentence == target.figure.sentence + 1 and stands(t)
    ]  # fmt: skip


def _of_next(story: Story, target: Told, part: str, whole: str) -> Iterator[Hypothesis]:
    following = _of_next_sentence(story, target)
    parts = [t for t in following if part in clause_name(t)]
    wholes = next(
        (
            named for core in cores_of(plain_label(whole))
            if (named := [t for t in following if t not in parts and says(clause_name(t), core)])
        ),
        [],
    )  # fmt: skip
    if len(parts) == len(wholes) == 1 and kin(parts[0].figure, wholes[0].figure):
        yield ratio_of(target, parts[0], wholes[0], _SURE)

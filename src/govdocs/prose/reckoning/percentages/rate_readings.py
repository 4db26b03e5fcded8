"""Readings of a rate: 执行率91%, 完成计划的96%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.percentage_binding import STEM, SURE, is_done
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.percentages.share_readings import best_called
from govdocs.prose.reckoning.reach import before, is_amount, kin, stands_alone
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

NAMED_RATE = re.compile(r"(?:率|度|比例|比重|占比|进度)[^，。；：]{0,8}$")
_BY_NAME_ALONE = re.compile(r"(?:债务|负债|杠杆)率[^，。；：]{0,8}$")
"""Rates of amounts that are seldom told beside them; only the names of both tell."""
_GAP = re.compile(r"(?:^|[，、；比较])[^，。；\d]{0,6}[多少短差]$")
"""多20人 is what lies between two amounts, and nothing done."""
DONE_OF = re.compile(r"(?:完成|为|是|达到?|相当于)(?P<of>[^，。；：]{0,14})的$")


def rate_readings(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """…率: what was just told by what was told before it."""
    own = [t for t in sentence if is_amount(t) and stands_alone(t) and not _GAP.search(t.words)]
    if not own or _BY_NAME_ALONE.search(target.words):
        return
    part = own[-1]
    if (
        sentence[-1] is not part
        and "；" in target.passage.reading.folded[part.figure.span[1] : target.figure.span[0]]
    ):
        return  # 合格1238个，合格率98.25%；抽查保存合格面积率97.6%: of other things than what has its own rate
    done_of = DONE_OF.search(target.words)
    if done_of is not None and (label := plain_label(done_of["of"])):
        yield from _of_named(story, target, part, label)
        return
    wholes = [t for t in own[:-1] if kin(t.figure, part.figure)]
    name = plain_label(target.words).rstrip("率度")
    stem = STEM.search(target.words)
    named = common_stretch(name, plain_label(part.named)) > 1
    # 取得证书, 取证率: the rate may be called by single characters of what was done.
    named = named or (stem is not None and all(sign in part.named for sign in stem["stem"]))
    done = stem is not None and is_done(part.words, stem["stem"])
    if wholes:
        whole = wholes[-1]
        adjacent = own.index(whole) == len(own) - 2 and sentence[-1] is part
        # 收回288份，满意度96.5%: a rate that is not called after what was just told may be another's.
        beside = adjacent or (
            whole in sentence and len(wholes) == 1 and not any(t.figure.is_rate for t in sentence)
        )
        doubt = (SURE if adjacent else 0.05 if beside else 0.3) if named else 2.0
        if not named and done and adjacent:
            doubt = 0.05
        if whole.figure.value >= part.figure.value:
            yield ratio_of(target, part, whole, doubt)
        elif adjacent:
            yield ratio_of(target, whole, part, 0.2 if named or done else 2.0)
    elif named:
        earlier = [
            t for t in before(story, target, 1)
            if kin(t.figure, part.figure) and t.figure.value > part.figure.value and stands_alone(t)
            and t.figure.span != part.figure.span
        ]  # fmt: skip
        if earlier:
            here = {t.figure.value for t in earlier if t.number == part.number}
            alone = len(here) == 1 and earlier[0].number == part.number
            yield ratio_of(target, part, earlier[0], 0.05 if alone and done else 0.3)


def _of_named(story: Story, target: Told, part: Told, label: str) -> Iterator[Hypothesis]:
    """完成计划的: the whole is the one amount in reach that is called so."""
    wholes = [
        t for t in before(story, target, 2)
        if t is not part and kin(t.figure, part.figure) and stands_alone(t)
    ]  # fmt: skip
    called = best_called(label, wholes)
    if called is not None:
        beside = called.number == part.number and called.figure.sentence == part.figure.sentence
        yield ratio_of(target, part, called, SURE if beside else 0.1)

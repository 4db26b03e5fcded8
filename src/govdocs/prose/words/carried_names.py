"""What a figure is called when its own words only say how it stands: 送戏下乡计划260场, 实际286场."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from govdocs.prose.figure import Role
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import plain_label

_HOW = re.compile(
    r"年度|目标任务|计划|目标|任务|实际|完成|实现|达到|提高|上升|下降|降低|降|升|增加|增长|减少|扩大|缩短|控制在|为|是|由年?的?|从年?的?|均|已|共有|现有|共|到|至|了|人均|数$"
)
_PLANNED = re.compile(r"计划|目标|任务|预期|预计|拟|应(?:当)?|要求|需")
_REACHED = re.compile(r"(?:完成|实现|达到?|实际)[^划标务]{0,6}$")
_OTHER = re.compile(
    r"上年|去年|同期|年初|上月|比|较|与|超|未|剩余|其余|余下|不足|低于|高于|差|节约|尚|每|平均|累计|其中|以来|上半年|季度|另"
)
_FROM = re.compile(r"(?:由|从)[^到至]{0,16}$")
_DID = re.compile(
    r"(?:已|全部)?(?:建成|建设|新建|改建|改造|整治|修建|修复|治理|培训|发放|救助|资助|补助|开工|竣工|完工|验收|开展|举办|组织|安排|投入|支出|招收|引进|培育|实施|检查|巡查|种植|收购)了?"
)
"""What was done with the thing whose goal the figure before tells: 计划建设农田20万亩, 实际建成17.6万亩."""
_GIVEN_TO = re.compile(r"(?:惠及|涉及|覆盖|受益|安置|补贴|服务|资助|补助)(?:人数|人员|群众|对象)?")
"""Whom the thing told before reached: 发放社会保险补贴862万元, 惠及1568人."""
_REACH = 3


class Side(Enum):
    """Whether a figure tells what was planned, what was reached, or something beside these."""

    PLANNED = "计划"
    REACHED = "实际"
    BESIDE = ""


def side_of(told: Told) -> Side:
    """Tell by the words of a figure whether it is a goal, a result, or neither for certain."""
    words = told.words
    if _OTHER.search(words) or _FROM.search(words) or told.figure.role is Role.DIFFERENCE:
        return Side.BESIDE
    if _PLANNED.search(words) and not _REACHED.search(words):
        return Side.PLANNED
    return Side.REACHED


def carried_name(told: Told, sentence: tuple[Told, ...]) -> str:
    """The name of a figure, that of the figure before it where its own words name nothing new.

    A growth rate is called what has grown, with 增长率 behind.
    """
    if told.figure.role is Role.GROWTH and told.figure.is_rate:
        grown = [t for t in _before(told, sentence) if t.stated]
        return f"{_bare(grown[-1].words)}增长率" if grown and _bare(grown[-1].words) else ""
    own = _bare(told.words)
    if len(own) > _REACH:
        return own
    for other in reversed(_before(told, sentence)[-_REACH:]):
        if other.figure.kind != told.figure.kind and not _GIVEN_TO.fullmatch(own):
            continue
        its = _bare(other.words)
        did = _DID.fullmatch(own) is not None and side_of(other) is Side.PLANNED
        if len(its) > _REACH and _GIVEN_TO.fullmatch(own):
            return its
        if len(its) > 1 and (len(own) < 2 or set(own) <= set(its) or did):
            return its
    return own or plain_label(told.figure.noun)


def _before(told: Told, sentence: tuple[Told, ...]) -> list[Told]:
    return [t for t in sentence if t.figure.span < told.figure.span]


@lru_cache(maxsize=8192)
def _bare(words: str) -> str:
    return _HOW.sub("", plain_label(words)).removeprefix("年")

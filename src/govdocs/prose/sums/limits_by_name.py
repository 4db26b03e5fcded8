"""Actuals and the limits of the same name: 一般债务21.52亿元、专项债务26.85亿元，分别控制在一般债务限额22.6亿元、专项债务限额28亿元之内."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.judgement import Judgement, Sureness
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_KEPT = re.compile(r"控制在|没有超过|没有突破|未超过|未突破|未超出|均在|不超过|低于")
_LIMIT = re.compile(r"(?:限额|指标|红线|控制数|控制线|上限|定额|核定数)[^，。；、\d]{0,4}$")
_MOVES = re.compile(r"力争|确保|争取|目标|计划|拟|压减|下降|比|较")
_NAME = 3
_WHOLES = (
    (re.compile(r"(?:土地(?:使用权)?出让(?:金)?收入|专项债券?收入)"), re.compile(r"政府性基金[^，。；、\d]{0,6}收入")),
    (re.compile(r"(?:税收收入|非税收入|增值税|企业所得税)"), re.compile(r"一般公共预算[^，。；、\d]{0,6}收入")),
    (re.compile(r"(?:利润收入|股利股息收入)"), re.compile(r"国有资本经营[^，。；、\d]{0,6}收入")),
)  # fmt: skip
"""What the budget's own classes put under what."""
_ANOTHER = re.compile(r"上年|去年|预算数|年初|总计|合计|全口径|增|减|预计")


def limits_by_name(story: Story) -> Iterator[Judgement]:
    """Judge every actual by the limit behind it that has its name, and a class of income by the whole of it."""
    for sentence in story.sentences():
        for limit in sentence:
            if limit.figure.unit is not None and _LIMIT.search(limit.words):
                yield from _within(sentence, limit)
        yield from _classes(sentence)


def _within(sentence: Sequence[Told], limit: Told) -> Iterator[Judgement]:
    text = limit.passage.reading.folded
    name = _LIMIT.sub("", limit.words)
    label = plain_label(re.split(_KEPT, name)[-1])[-10:]
    earlier = [
        t for t in sentence
        if t.figure.span < limit.figure.span and t.figure.kind == limit.figure.kind and t.stated
        and not _LIMIT.search(t.words) and common_stretch(plain_label(t.words), label) >= _NAME
    ]  # fmt: skip
    if len(earlier) != 1 or limit.figure.is_rate:
        return
    if "低于" in limit.words and limit.figure.value * 2 < earlier[0].figure.value:
        return  # 债务余额172亿元；……低于债务限额14亿元: by how much
    between = text[earlier[0].figure.span[1] : limit.figure.span[0]]
    if _KEPT.search(between) and not _MOVES.search(earlier[0].words + between):
        yield _judgement(earlier[0], limit)


def _classes(sentence: Sequence[Told]) -> Iterator[Judgement]:
    """土地出让收入 above 政府性基金收入 of the same sentence."""
    for part in sentence:
        for of, whole_of in _WHOLES:
            if not part.stated or not of.search(part.words) or _ANOTHER.search(part.words):
                continue
            wholes = [
                t for t in sentence
                if t.figure.span < part.figure.span and t.figure.kind == part.figure.kind
                and t.stated and whole_of.search(t.words) and not _ANOTHER.search(t.words)
            ]  # fmt: skip
            if len(wholes) == 1:
                yield _judgement(part, wholes[0])


def _judgement(part: Told, whole: Told) -> Judgement:
    a, b = part.figure, whole.figure
    return Judgement(
        "part",
        a.interval.low <= b.interval.high,
        (part.cited, whole.cited),
        expected=f"不大于{b.text}",
        actual=a.text,
        arithmetic=f"{a.text}＞{b.text}" if a.value > b.value else "",
        sureness=Sureness.LIKELY,
    )

"""Amounts that the paper tells elsewhere by a like name: 贴息1431万元 in a list, 贴息资金1491万元 in its chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.prose.figure import Role
from govdocs.prose.lone.fits import Fit, is_like
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.likeness import acts_agree, plain_label

_NAME = 2
_EMPTY = re.compile(
    r"资金|项目|合计|共计|累计|安排|支出|收入|财政|预算|完成|实际|获得|全[年省市县区州]|我[省市县区]|其中|年度|补助|补贴|经费|金额|总额|下达|拨付|投入|达到?|分别|支持|涉及|惠及|用于|[的了共为有是及和与各个家户人等]"
)
_TOLD = frozenset({Role.PLAIN, Role.TOTAL, Role.PART})


def told_elsewhere(story: Story, target: Told) -> Iterator[Fit]:
    """The amounts in the unit of ``target`` that other paragraphs tell by a name sharing a word with its own."""
    name = label_of(target)
    if target.figure.role not in _TOLD or len(name) < _NAME:
        return
    size = float(target.figure.value)
    seen: set[int] = set()
    for first, second in pairwise(name):
        for one, words in story.spelled_with(label_of, first + second):
            figure = one.figure
            if (
                id(one) not in seen and first + second in words
                and one.number != target.number and figure.unit == target.figure.unit
                and figure.role in _TOLD and is_like(float(figure.value), size)
                and acts_agree(one.words, target.words)
                and of_one_account(one.cited, target.cited) and _of_one_time(one, target)
            ):  # fmt: skip
                seen.add(id(one))
                yield Fit(figure.value, figure.value, (one,), "", repeats=True)


def label_of(told: Told) -> str:
    """What an amount is called, without the words that any amount bears."""
    return _EMPTY.sub("", plain_label(told.words) + told.figure.noun) if told.is_amount else ""


def _of_one_time(one: Told, other: Told) -> bool:
    a, b = one.figure.period, other.figure.period
    return a is None or b is None or a.year == b.year

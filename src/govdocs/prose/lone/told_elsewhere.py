"""Amounts and rates that the paper tells elsewhere by a like name: 贴息1431万元 in a list, 贴息资金1491万元 in its chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.prose.figure import Role
from govdocs.prose.lone.fits import Fit
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.likeness import acts_agree, plain_label

_NAME = 2
_EMPTY = re.compile(
    r"资金|项目|合计|共计|累计|安排|支出|收入|财政|预算|完成|实际|获得|全[年省市县区州]|我[省市县区]|其中|年度|补助|补贴|经费|金额|总额|下达|拨付|投入|达到?|分别|支持|涉及|惠及|用于|[的了共为有是及和与各个家户人等]"
)
_NAME_OF_RATE = 4
_OF_RATES = re.compile(
    r"同比|同期|增长率?|下降|减少|增加|提高|上升|[较比]|[上去]年|占|[达到率度]|满意"
)
_AS_LARGE = 10
"""A wrong first digit makes a figure up to so many times as large."""
_TOLD = frozenset({Role.PLAIN, Role.TOTAL, Role.PART})


def told_elsewhere(story: Story, target: Told) -> Iterator[Fit]:
    """The figures in the unit of ``target`` that other paragraphs tell by a name sharing a word with its own."""
    name = label_of(target)
    if len(name) < _NAME or (target.is_amount and target.figure.role not in _TOLD):
        return
    seen: set[int] = set()
    for first, second in pairwise(name):
        for one, words in story.spelled_with(label_of, first + second):
            figure = one.figure
            if (
                id(one) in seen or one.number == target.number or figure.unit != target.figure.unit
                or figure.role not in (_TOLD if target.is_amount else {target.figure.role})
                or not 1 / _AS_LARGE < figure.value / target.figure.value < _AS_LARGE
                or first + second not in words
            ):  # fmt: skip
                continue
            seen.add(id(one))
            fit = Fit(figure.value, figure.value, (one,), "", repeats=True)
            matters = fit.gives(target) or next(fit.slips(target), None) is not None
            if not matters or _one_fact(one, target):
                yield fit  # what differs in more than a digit only tells how often chance tries


def _one_fact(one: Told, other: Told) -> bool:
    a, b = one.figure.period, other.figure.period
    if a is not None and b is not None and a.year != b.year:
        return False
    return acts_agree(one.words, other.words) and of_one_account(one.cited, other.cited)


def label_of(told: Told) -> str:
    """What an amount or a rate is called, without the words that any of them bears; a rate by more of them."""
    if told.is_amount:
        return _EMPTY.sub("", plain_label(told.words) + told.figure.noun)
    core = _OF_RATES.sub("", _EMPTY.sub("", plain_label(told.words))) if told.figure.is_rate else ""
    return core if len(core) >= _NAME_OF_RATE else ""

"""Lists without a total beside them, whose sum another paragraph tells: 分两批下达：24800万元、10531.20万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.explained import Amounts
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import MOST_CHANCE, Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.remainders.differences import is_difference
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told

_HELD = re.compile(r"其中|上年|去年|比|较|占|完成[^，。；]{0,6}(?:预算|目标)|等$")
_SPLIT = re.compile(
    r"分[两二三四五六七八九十\d][批次期笔年]|[两三四五六七八九十]批次?|先后"
    r"|(?:方向|额度|用途|去向|投向|分配|安排|构成|明细|具体|分别|情况)[^，。；\d]{0,8}[:：]"
)
_FAR = 4
_TOTALS = 8
_MOST = 24
_FEW = 8
_LONG = 4
"""A list of so many parts may hold round ones: 560万元、5773万元、1431万元、400万元."""


def far_totals(story: Story, amounts: Amounts) -> Iterator[Sequence[Hypothesis]]:
    """Every sentence that is nothing but amounts of one kind, with the amounts of the paragraphs before it."""
    for sentence in story.sentences():
        parts = _parts(sentence)
        if len(parts) < 2:
            continue
        whole = Interval.total(t.figure.interval for t in parts)
        known = amounts.has(parts[0].figure.kind, whole)
        text = parts[0].passage.reading.sentence(parts[0].figure.sentence)
        split = _SPLIT.search(text) is not None
        most = max(t.figure.value for t in parts)
        seen: dict[object, Told] = {}
        for told in story.before(parts[0], _FAR):
            fits = (
                is_amount(told)
                and told.figure.unit is not None
                and told.figure.kind == parts[0].figure.kind
            )
            if (
                fits
                and told.figure.value > most
                and not is_difference(told)
                and len(seen) < _TOTALS
                # where the sum stands in a table, only a total that nothing repeats can be the slip
                and (not known or amounts.stated[told.figure.kind, told.figure.value] == 1)
            ):
                seen.setdefault(told.figure.value, told)
        readings = [plus(told, parts, 0.3 if split else 2.0) for told in seen.values()]
        if readings and sum(reading.chance() for reading in readings) <= MOST_CHANCE:
            yield readings


def _parts(sentence: Sequence[Told]) -> list[Told]:
    parts = [t for t in sentence if is_amount(t) and not _is_few(t)]
    if not 1 < len(parts) <= _MOST or len({t.figure.unit for t in parts}) > 1:
        return []
    if any(t.figure.is_rate or t.figure.is_points for t in sentence):
        return []
    if not all(
        stands_alone(t) and t.figure.role is not Role.TOTAL and not is_difference(t)
        and not t.figure.depth and not _HELD.search(t.words)
        for t in parts
    ):  # fmt: skip
        return []
    round_ones = sum(len(str(t.figure.number).replace(".", "").rstrip("0")) < 2 for t in parts)
    return parts if not round_ones or len(parts) >= _LONG * (1 + round_ones) else []


def _is_few(told: Told) -> bool:
    """Tell whether it only counts what is listed: 两批, 3个文件."""
    return told.figure.counts and told.figure.value <= _FEW

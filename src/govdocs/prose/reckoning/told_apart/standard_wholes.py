"""Wholes that the budget's own classes divide without a rest, told sentences apart: 基本支出 is 人员经费 and 公用经费."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story

_END = r"(?:决算|预算|执行|完成|安排|支出|为|共|合计|数|额)*$"
_WHOLES = tuple(
    (re.compile(whole + _END), tuple(re.compile(part + _END) for part in parts))
    for whole, parts in (
        (r"基本支出", (r"人员(?:经费|支出|类支出)", r"(?<!日)(?:日常)?公用(?:经费|支出)")),
        (r"(?:地方|一般公共预算|公共财政)收入", (r"(?<!非)税收收入", r"非税收入")),
        (r"政府债务余额", (r"一般债务(?:余额)?", r"专项债务(?:余额)?")),
        (r"政府债务限额", (r"一般债务(?:限额)?", r"专项债务(?:限额)?")),
    )
)
_APART = re.compile(r"上年|去年|同期|[比较占]|人均|增|减|新增|低于")
_FAR = 2
"""How many sentences behind its whole a part may stand."""


def standard_wholes(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every whole of the table with its parts, each told once in its paragraph behind it."""
    for paragraph in story.told:
        usable = [
            t for t in paragraph
            if is_amount(t) and stands_alone(t) and not t.figure.depth and not _APART.search(t.words)
        ]  # fmt: skip
        for whole, names in _WHOLES:
            totals = [t for t in usable if whole.search(t.words)]
            parts = [[t for t in usable if name.search(t.words)] for name in names]
            if len(totals) != 1 or any(len(found) != 1 for found in parts):
                continue
            total, own = totals[0], [found[0] for found in parts]
            if all(
                total.figure.span < t.figure.span
                and t.figure.kind == total.figure.kind
                and t.figure.sentence - total.figure.sentence <= _FAR
                for t in own
            ):
                yield [plus(total, own, 0.1)]

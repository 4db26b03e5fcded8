"""Totals of the money of several owners, each told by its owner: 中央、省、市县三级资金共计9亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.told import Story, Told

_POOLED = re.compile(
    r"(?P<owners>(?:中央|省|市县|市|县|区|州|乡|自筹|社会)(?:级|本级)?(?:(?:财政|资金)?[、和及与](?:中央|省|市县|市|县区|县|区|州|乡|自筹|社会)(?:级|本级)?){1,3})[一-龥]{0,8}(?:共计|合计|总计|共)(?:安排|投入|下达|拨付|支出)?(?:为|达)?$"
)
_OWNER = re.compile(r"中央|省|市县|县区|市|县|区|州|乡|自筹|社会")
_PART = re.compile(r"其中|提前|第[一二三四]批|上年|去年|追加|较|比")
_GIVEN = re.compile(r"安排|下达|配套|投入|补助|拨付|到位|资金|落实|筹集|经费")
_FAR = 3
_EACH = 3


def owners_pooled(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every total over owners it names with the amounts told last before it of each of them."""
    for paragraph in story.told:
        for target in paragraph:
            mark = _POOLED.search(target.words)
            if mark is None or not is_amount(target) or target.figure.kind != "人民币":
                continue
            owners = _OWNER.findall(mark["owners"])
            each = [list(islice(_of(story, target, owner), _EACH)) for owner in owners]
            if len(set(owners)) < 2 or not all(each):
                continue
            yield [
                Hypothesis(target, parts, Interval.total, 0.1 if at == 0 else 3.0, "＋".join)
                for at, parts in enumerate(product(*each))
                if len(set(parts)) == len(parts)
            ]


def _of(story: Story, target: Told, owner: str) -> Iterator[Told]:
    for told in story.before(target, _FAR):
        if (
            is_amount(told) and told.figure.kind == "人民币"
            and told.figure.role in {Role.PLAIN, Role.TOTAL, Role.PART}
            and told.owner and told.owner.startswith(owner) and told.figure.value < target.figure.value
            and not _PART.search(told.words) and _GIVEN.search(told.words)
        ):  # fmt: skip
            yield told

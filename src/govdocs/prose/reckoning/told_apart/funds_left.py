"""What is left of money called by its name, that was told paragraphs before: 粮食风险基金结余13.78万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_LEFT = re.compile(
    r"(?P<name>[一-龥]{3,14}?)(?:资金)?(?:结余|节余|结存|剩余|尚余|结转)(?:资金|为|达|了|共)*$"
)
_SPENT = re.compile(r"支出|支付|拨付|使用|执行|兑付|发放|需|费用|合计|共")
_APART = re.compile(r"上年|去年|累计|滚存|年初|其中|当年|本年|年末|[比较占]")
_TRIED = 3
_OTHERS = 6
"""How many amounts near are tried: they only explain."""


def funds_left(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every rest that bears a name, with the last amount told before and the money of that name."""
    for sentence in story.sentences():
        for at, target in enumerate(sentence):
            found = _LEFT.search(target.words) if at and is_amount(target) else None
            if found is None or _APART.search(target.words):
                continue
            spent = sentence[at - 1]
            name = found["name"]
            if (
                not is_amount(spent) or spent.figure.kind != target.figure.kind
                or not stands_alone(spent) or not _SPENT.search(spent.words)
            ):  # fmt: skip
                continue
            wholes = [
                told for told, label in story.spelled_with(_label, name)
                if label.endswith(name) and is_amount(told) and stands_alone(told)
                and (told.number, told.figure.span) < (spent.number, spent.figure.span)
                and told.figure.kind == target.figure.kind
                and told.figure.value > spent.figure.value
            ][-_TRIED:]  # fmt: skip
            if wholes:
                named = [difference_of(target, t, spent, 0.1) for t in wholes[::-1]]
                near = [t for t in story.before(target, 1) if t.figure.kind == target.figure.kind]
                pairs = combinations([t for t in near if is_amount(t)][:_OTHERS], 2)
                yield [*named, *(difference_of(target, a, b, 5.0) for a, b in pairs)]


def _label(told: Told) -> str:
    return plain_label(told.words)

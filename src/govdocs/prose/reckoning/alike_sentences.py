"""What holds in every other sentence of the same words: 反映问题24项…已整改21项…正在整改3项."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Compute, Hypothesis
from govdocs.prose.reckoning.percentages import quotient_percent
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.told import Story, Told

LEAST = 2
"""So many other sentences of the same words must keep a relation."""
_LONGEST = 8
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Relation:
    """A kind of relation between figures known by the words before them."""

    kind: str
    names: tuple[str, ...]


_Shown = Callable[[Sequence[str]], str]
_KINDS: dict[str, tuple[Compute, _Shown]] = {
    "sum": (lambda v: v[0].plus(v[1]), "＋".join),
    "sum3": (Interval.total, "＋".join),
    "ratio": (quotient_percent, lambda t: f"{t[0]}÷{t[1]}×100%"),
    "product": (lambda v: v[0].times(v[1]), "×".join),
}


def alike_sentences(story: Story) -> Iterator[Hypothesis]:
    """The readings that fail in one paragraph and hold in at least two others of the same words."""
    kept: defaultdict[_Relation, list[Hypothesis]] = defaultdict(list)
    broken: defaultdict[_Relation, list[Hypothesis]] = defaultdict(list)
    for paragraph in _of_common_words(story):
        for relation, hypothesis in _relations(paragraph):
            (kept if hypothesis.holds() else broken)[relation].append(hypothesis)
    for relation, failing in broken.items():
        holding = {h.target.passage.text for h in kept.get(relation, ())}
        if len(holding) >= max(LEAST, 2 * len(failing)):
            yield from failing


def _of_common_words(story: Story) -> Iterator[list[tuple[str, Told]]]:
    """The named figures of each paragraph, where enough of the names stand in other paragraphs too."""
    paragraphs = [
        [(name, t) for t in told if (name := _name(t)) and t.figure.exact] for told in story.told
    ]
    often: defaultdict[str, int] = defaultdict(int)
    for named in paragraphs:
        for name in {name for name, _ in named}:
            often[name] += 1
    for named in paragraphs:
        found: dict[str, Told] = {}
        for name, told in named:
            if often[name] > LEAST:
                found.setdefault(name, told)
        if len(found) >= _FEWEST:
            yield list(found.items())[:_LONGEST]


def _name(told: Told) -> str:
    words = re.split(r"[，。；：、（）()]", told.words)[-1]
    name = re.sub(r"[^一-龥]", "", words)[-6:]
    return f"{name}/{told.figure.kind}" if len(name) > 1 else ""


def _relations(named: list[tuple[str, Told]]) -> Iterator[tuple[_Relation, Hypothesis]]:
    amounts = [(name, t) for name, t in named if is_amount(t)]
    for (name, target), others in _each(amounts):
        alike = [(n, t) for n, t in others if kin(t.figure, target.figure)]
        for size, kind in ((2, "sum"), (3, "sum3")):
            for group in combinations(alike, size):
                if all(t.figure.value <= target.figure.value for _, t in group):
                    yield _made(kind, name, target, group)
    rates = [(name, t) for name, t in named if t.figure.is_rate]
    for name, target in rates:
        for first in amounts:
            for second in amounts:
                if first[1] is not second[1] and kin(first[1].figure, second[1].figure):
                    yield _made("ratio", name, target, (first, second))


def _each(
    amounts: list[tuple[str, Told]],
) -> Iterator[tuple[tuple[str, Told], list[tuple[str, Told]]]]:
    for at, one in enumerate(amounts):
        yield one, amounts[:at] + amounts[at + 1 :]


def _made(
    kind: str, name: str, target: Told, group: Sequence[tuple[str, Told]]
) -> tuple[_Relation, Hypothesis]:
    compute, shown = _KINDS[kind]
    relation = _Relation(kind, (name, *(n for n, _ in group)))
    return relation, Hypothesis(target, tuple(t for _, t in group), compute, 0.02, shown)

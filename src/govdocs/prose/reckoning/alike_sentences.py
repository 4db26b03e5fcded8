"""What holds in every other sentence of the same words: 反映问题24项…已整改21项…正在整改3项."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Compute, Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_share
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
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
    "sum": (Interval.total, "＋".join),
    "ratio": (quotient_percent, lambda t: f"{t[0]}÷{t[1]}×100%"),
}
_Instance = tuple[Told, tuple[Told, ...]]


def alike_sentences(story: Story) -> Iterator[Hypothesis]:
    """The readings that fail in one paragraph and hold in at least two others of the same words."""
    kept: defaultdict[_Relation, set[str]] = defaultdict(set)
    broken: defaultdict[_Relation, list[_Instance]] = defaultdict(list)
    for paragraph in _of_common_words(story):
        for relation, instance in _relations(paragraph):
            if _holds(relation.kind, instance):
                kept[relation].add(instance[0].passage.text)
            else:
                broken[relation].append(instance)
    for relation, holding in kept.items():
        failing = broken.get(relation, [])
        if len(holding) >= max(LEAST, 2 * len(failing)):
            compute, shown = _KINDS[relation.kind]
            for target, operands in failing:
                yield Hypothesis(target, operands, compute, 0.02, shown)


def _holds(kind: str, instance: _Instance) -> bool:
    target, operands = instance
    values = [Rough.of(told.figure) for told in operands]
    if kind == "ratio":
        return some_share(target.figure, values[:1], values[1:])
    loose = Rough.of(target.figure).half + sum(value.half for value in values) + 1e-9
    return abs(sum(value.value for value in values) - float(target.figure.value)) <= loose


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


_MARKS = re.compile(r"[，。；：、（）()]")
_OTHER_SIGNS = re.compile(r"[^一-龥]+")


def _name(told: Told) -> str:
    words = _MARKS.split(told.words)[-1]
    name = _OTHER_SIGNS.sub("", words)[-6:]
    return f"{name}/{told.figure.kind}" if len(name) > 1 else ""


def _relations(named: list[tuple[str, Told]]) -> Iterator[tuple[_Relation, _Instance]]:
    amounts = [(name, t) for name, t in named if is_amount(t)]
    for (name, target), others in _each(amounts):
        alike = [
            (n, t) for n, t in others
            if kin(t.figure, target.figure) and t.figure.value <= target.figure.value
        ]  # fmt: skip
        for size in (2, 3):
            for group in combinations(alike, size):
                yield _made("sum", name, target, group)
    for name, target in named:
        if target.figure.is_rate:
            for first, second in permutations(amounts, 2):
                if kin(first[1].figure, second[1].figure):
                    yield _made("ratio", name, target, (first, second))


def _each(
    amounts: list[tuple[str, Told]],
) -> Iterator[tuple[tuple[str, Told], list[tuple[str, Told]]]]:
    for at, one in enumerate(amounts):
        yield one, amounts[:at] + amounts[at + 1 :]


def _made(
    kind: str, name: str, target: Told, group: Sequence[tuple[str, Told]]
) -> tuple[_Relation, _Instance]:
    relation = _Relation(kind, (name, *(n for n, _ in group)))
    return relation, (target, tuple(t for _, t in group))

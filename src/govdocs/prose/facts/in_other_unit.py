"""One amount in two units: 24000万元（折合2.40亿元）, 15万亩（即1万公顷）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.prose.figure import Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import slip_into

_BETWEEN = re.compile(
    r" *(?:[（(] *(?:折合|约合|合计?|即|约|相当于|也?就是|折算后?为?|换算为?)?|[，,] *(?:折合|约合|相当于|也就是|换算为)) *(?:人民币|约|为)* *"
)


def in_other_units(passage: Passage) -> Iterator[Judgement]:
    """Judge an amount that stands again in another unit right behind it; told where one digit sets them apart."""
    text = passage.reading.folded
    for first, second in pairwise(passage.reading.measures):
        if (
            first.kind != second.kind
            or first.sort is not Sort.MEASURE
            or second.sort is not Sort.MEASURE
        ):
            continue
        if first.unit is None or second.unit is None or first.unit.factor == second.unit.factor:
            continue
        between = _BETWEEN.fullmatch(text[first.span[1] : second.span[0]])
        behind = text[second.span[1] : second.span[1] + 1]
        if between is None or (
            ("（" in between[0] or "(" in between[0]) and behind not in {"）", ")"}
        ):
            continue
        holds = first.interval.meets(second.interval) or second.truncated.meets(first.interval)
        if not holds and not (
            slip_into(second, first.interval) or slip_into(first, second.interval)
        ):
            continue
        yield Judgement(
            "near_same",
            holds,
            (Cited.of(passage, second), Cited.of(passage, first)),
            expected=first.text,
            actual=second.text,
            sureness=Sureness.LIKELY,
            details={"measure": "换算单位后的同一数额", "other": passage.label},
        )

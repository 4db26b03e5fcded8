"""Counts of several kinds told as one: 步道86条、球场9片、驿站14处，三类设施共109处（条、片）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.told import Story, Told

_UNITS = re.compile(r"[（(](?P<units>[一-龥](?:、[一-龥]){0,5})[)）]")
_ALL = re.compile(r"共|合计|总计")
_SURE = 0.05


def mixed_counts(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every count with further units in brackets, and one count of each of them right before it."""
    for sentence in story.sentences():
        for at, total in enumerate(sentence):
            if at < 2 or total.figure.decimals or not _ALL.search(total.words):
                continue
            text = total.passage.reading.folded
            found = _UNITS.match(text, total.figure.span[1])
            if found is None or total.figure.unit is None:
                continue
            units = {total.figure.unit.symbol, *found["units"].split("、")}
            parts: list[Told] = []
            for told in reversed(sentence[:at]):
                if not told.figure.text[0].isdigit():
                    continue  # 三类设施
                unit = told.figure.unit
                if unit is None or told.figure.decimals or unit.symbol not in units:
                    break
                parts.insert(0, told)
            if {t.figure.unit.symbol for t in parts if t.figure.unit} == units:
                yield [Hypothesis(total, tuple(parts), Interval.total, _SURE, "＋".join)]

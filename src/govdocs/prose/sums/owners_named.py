"""Totals whose first part was told before: 省级2亿元、市县1亿元，中央、省、市县三级资金共计9亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure
from govdocs.prose.lists import can_be_part, same_thing
from govdocs.prose.reading import TextReading

_OWNER = re.compile(r"中央|省|市|县|区|乡|社会|自筹|企业")


def names_another_owner(
    reading: TextReading, parts: Sequence[ProseFigure], total: ProseFigure
) -> bool:
    """Tell whether the total names an owner that no part has: that one's amount was told before."""
    starts = reading.layout.clause_starts
    of_total = reading.folded[max(parts[-1].span[1], starts[total.clause]) : total.span[0]]
    of_parts = reading.folded[starts[parts[0].clause] : parts[-1].span[1]]
    named = set(_OWNER.findall(of_total))
    return len(named) > 1 and bool(named - set(_OWNER.findall(of_parts)))


def begins_before(reading: TextReading, parts: Sequence[ProseFigure], total: ProseFigure) -> bool:
    """Tell whether the first part stands in a sentence before: 收入18亿元。上级补助26亿元，收入总计44亿元."""
    rest = total.interval.minus(Interval.total(p.interval for p in parts))
    return names_another_owner(reading, parts, total) or (rest.low > 0 and any(
        f.sentence < total.sentence and same_thing(f, total) and can_be_part(f)
        and rest.meets(f.interval)
        for f in reading.measures
    ))  # fmt: skip

"""Points that can be had, which are never added to points that were given: 分值12分，得8.6分."""

from __future__ import annotations

import re

from govdocs.prose.told import Told

_FULL = re.compile(r"(?:分值|满分|权重|标准分|总分|应得)[^，。；\d]{0,4}$")
_GIVEN_BEHIND = re.compile(r"[，,（( ]*(?:实际|实|评价|自评)?得(?:分(?:为|是)?|了)? *\d")
"""决策类6分，得5.5分: what was given stands right behind what can be had."""


def is_full_mark(told: Told) -> bool:
    """Tell whether a figure says of itself that it is the most that can be had (满分20分)."""
    if told.figure.kind != "分":
        return False
    behind = told.passage.reading.folded[told.figure.span[1] : told.figure.span[1] + 12]
    return _FULL.search(told.words) is not None or _GIVEN_BEHIND.match(behind) is not None

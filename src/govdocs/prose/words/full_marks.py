"""Points that can be had, which are never added to points that were given: 分值12分，得8.6分."""

from __future__ import annotations

import re

from govdocs.prose.told import Told

_FULL = re.compile(r"(?:分值|满分|权重|标准分|总分|应得)[^，。；\d]{0,4}$")


def is_full_mark(told: Told) -> bool:
    """Tell whether a figure says of itself that it is the most that can be had (满分20分)."""
    return told.figure.kind == "分" and _FULL.search(told.words) is not None

"""Whether figures told in a row can make a total at all, and whether so few digits say anything of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.model.units import MONEY
from govdocs.prose.told import Told
from govdocs.prose.words.near_miss import significant

_FINE = 4
_ASSETS = re.compile(r"(?<!净)资产(?!负债)")


def never_added(parts: Sequence[Told]) -> bool:
    """Tell whether a part is divided again beside the others, or assets stand with debts."""
    words = [part.words for part in parts]
    divided = any("其中" in word for word in words[1:])
    return divided or (
        any("负债" in word for word in words) and any(_ASSETS.search(word) for word in words)
    )


def is_short_count(total: Told) -> bool:
    """Tell whether a count has so few digits that some of its kinds come within a digit of it by chance."""
    return total.figure.kind != MONEY and significant(total.figure.number) < _FINE

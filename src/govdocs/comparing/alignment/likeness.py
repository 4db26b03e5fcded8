"""How alike two texts are, from 0 to 1: enough to tell an edited paragraph from another one."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def likeness(one: str, other: str) -> float:
    """Share of letter pairs that both have, figures counting half: a retyped figure stays alike."""
    if one == other:
        return 1.0
    return (_shared(_pairs(one), _pairs(other)) + _shared(_masked(one), _masked(other))) / 2


@lru_cache(maxsize=8192)
def _pairs(text: str) -> Counter[str]:
    padded = f"\x02{text}\x03"
    return Counter(padded[at : at + 2] for at in range(len(padded) - 1))


@lru_cache(maxsize=8192)
def _masked(text: str) -> Counter[str]:
    return _pairs(_DIGITS.sub("0", text))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    if len(other) < len(one):
        one, other = other, one
    common = sum(min(count, other[pair]) for pair, count in one.items() if pair in other)
    return 2 * common / (one.total() + other.total())

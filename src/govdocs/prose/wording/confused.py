"""Characters taken for one that looks alike, where grammar leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ALREADY = re.compile(r"(?<![自知异克律为])己(?=[经支拨完下到付报建发竣验全])")


def confused(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` has 己 though only 已 makes sense (己支出)."""
    for match in _ALREADY.finditer(text):
        yield match.span()

"""Letters that no case and no paper can hold, made visible where a unit's words come in."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("[\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]"
)
INSTEAD = "\ufffd"
"""Shows that something stood there: a WPS bullet (a private letter), a control sign."""


def printable(text: str) -> str:
    """Return ``text`` with its odd line ends as line feeds, and a mark for what cannot be printed."""
    return _UNPRINTABLE.sub(INSTEAD, _LINE_ENDS.sub("\n", text))

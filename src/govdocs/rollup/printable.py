"""Letters that no case and no paper can hold, made visible where a unit's words come in."""

from __future__ import annotations

import re

from govdocs.model.fields import UNPRINTABLE

_LINE_ENDS = re.compile("[\u2028\u2029]")
INSTEAD = "\ufffd"
"""Shows that something stood there: a WPS bullet (a private letter), a control sign."""


def printable(text: str) -> str:
    """Return ``text`` with its odd line ends as line feeds, and a mark for what cannot be printed."""
    return UNPRINTABLE.sub(INSTEAD, _LINE_ENDS.sub("\n", text))

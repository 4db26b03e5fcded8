"""One slip in a right letter and the rule that must notice."""

from __future__ import annotations

from typing import NamedTuple

from tests.layout.letters import LETTER, Spoil, Written


class Case(NamedTuple):
    """``spoil`` breaks what ``code`` asks for, and nothing else, in ``letter``."""

    code: str
    what: str
    spoil: Spoil
    letter: Written = LETTER

"""The kinds of case by the names that files give them, without the models of any."""

from __future__ import annotations

from enum import StrEnum

FILING = "绩效自评"
"""The kind of a file that names none."""


class CaseKind(StrEnum):
    """The kinds of case that a file can name; a file that names none is a self-evaluation."""

    EVALUATION = "重点绩效评价"

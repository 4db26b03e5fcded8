"""What an acceptance binds: the place of a finding and everything that stood there."""

from __future__ import annotations

import re
import unicodedata

from govdocs.finding import Finding, Spot
from govdocs.place import dotted

BLANK = "空白"
"""How a blank cell is written in the value of an acceptance."""


def place_text(finding: Finding) -> str:
    """The place that an acceptance names: the path of the finding's first spot."""
    return dotted(finding.spots[0].path)


def fingerprint(finding: Finding) -> str:
    """Everything that the finding and those below it show, once per place and value, joined by ``；``.

    Blank cells read 空白. Two findings with equal fingerprints rest on the same figures.
    """
    shown = {
        (spot.path, spot.span, text): text
        for spot in _spots(finding)
        for text in [spot.shown.strip() or BLANK]
    }
    return "；".join(shown.values())


def same_fingerprint(stated: str, actual: str) -> bool:
    """Compare as people type: spaces, line ends and the width of characters do not count."""
    return _plain(stated) == _plain(actual)


def acceptance_block(finding: Finding, *, person: str = "", date: str = "") -> str:
    """The lines to put under ``accepted:`` in the case file; reason, person and date to be filled."""
    return (
        f"  - rule: {finding.code}\n"
        f"    place: {place_text(finding)}\n"
        f"    value: {_quoted(fingerprint(finding))}\n"
        f"    reason: \n"
        f"    person: {person}\n"
        f"    date: {date}\n"
    )


def _spots(finding: Finding) -> list[Spot]:
    spots = list(finding.spots)
    for child in finding.below:
        spots.extend(_spots(child))
    return spots


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'

"""The hidden signature of a handed-out form: which form, version, year and unit it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from govdocs.rollup.definition import SCHEME, FormDefinition, definition_from

LONGEST_CELL = 30_000
"""Excel holds 32,767 letters in a cell; a longer definition is cut over several."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the hidden sheet says. ``targets`` are the unit's own targets by indicator number."""

    version: str
    form: str
    year: int
    unit: str
    level: str
    parent: str
    top: str
    targets: Mapping[int, str]
    definition_text: str

    @property
    def definition(self) -> FormDefinition:
        """What the form asks; parsed once for all units that got the same form."""
        return _definition(self.definition_text)


@lru_cache(maxsize=64)
def _definition(text: str) -> FormDefinition:
    data: dict[str, Any] = json.loads(text)
    return definition_from(data)


def signature_cells(definition: FormDefinition) -> list[tuple[str, str]]:
    """Return the rows (key, text) of the hidden sheet that are the same for all units."""
    text = json.dumps(definition.as_data(), ensure_ascii=False, separators=(",", ":"))
    pieces = [text[i : i + LONGEST_CELL] for i in range(0, len(text), LONGEST_CELL)]
    return [
        ("scheme", SCHEME),
        ("form", definition.form),
        ("version", definition.version),
        ("year", str(definition.year)),
        *(("definition", piece) for piece in pieces),
    ]


def seal(
    unit: str, level: str, parent: str, top: str, targets: Mapping[int, str], version: str
) -> str:
    """Return the check digits over a unit's part of the hidden sheet.

    They show that the sheet was changed by accident; they are no protection against intent.
    """
    text = json.dumps(
        [version, unit, level, parent, top, sorted(targets.items())], ensure_ascii=False
    )
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read_signature(rows: list[tuple[str, str]]) -> Signature | None:
    """Return what the hidden sheet says; None where it is not as it was handed out."""
    one = {key: value for key, value in rows if key != "definition"}
    text = "".join(value for key, value in rows if key == "definition")
    if one.get("scheme") != SCHEME:
        return None
    try:
        definition = _definition(text)
        lines = [line.partition("=") for line in one.get("target_lines", "").split("\n") if line]
        targets = {int(number): target for number, _, target in lines}
        found = Signature(
            one["version"],
            one["form"],
            int(one["year"]),
            one["unit"],
            one["level"],
            one.get("parent", ""),
            one["top"],
            targets,
            text,
        )
    except (ValueError, KeyError, TypeError):
        return None
    sealed = seal(found.unit, found.level, found.parent, found.top, targets, found.version)
    if sealed != one.get("seal") or definition.version != found.version:
        return None
    return found

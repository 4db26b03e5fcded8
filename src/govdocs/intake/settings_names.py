"""Chinese names of the settings of 本地口径; a case keeps them by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args, get_origin

from govdocs.errors import Problem
from govdocs.forms.form_set import Settings
from govdocs.intake.nearest import folded
from govdocs.intake.raw import RawCase
from govdocs.place import Path

_HERE = "settings"


@cache
def setting_names() -> Mapping[str, str]:
    """Return the Chinese name of each setting by its key."""
    return {key: field.title or key for key, field in Settings.model_fields.items()}


@cache
def _keys() -> Mapping[str, str]:
    return {folded(name): key for key, name in setting_names().items()}


def setting_told(key: str) -> tuple[str, tuple[str, ...]]:
    """Return what a setting does and the words that it can be, none where it is a number."""
    field = Settings.model_fields[key]
    words = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
    return field.description or "", tuple(str(word) for word in words)


def name_settings(raw: RawCase) -> None:
    """Put settings that a file calls by Chinese names under their keys, places included.

    One called by both names is ``intake.equal_settings``.
    """
    given = raw.data.get(_HERE) if isinstance(raw.data, dict) else None
    if not isinstance(given, dict):
        return
    named = {}
    for name, value in given.items():
        key = _keys().get(folded(name), name)
        if key in named:
            path: Path = (_HERE, name)
            details = {"name": setting_names().get(key, name)}
            raw.problems.append(Problem("intake.equal_settings", raw.place(path), details, path))
            continue
        named[key] = value
        if key != name:
            for places in (raw.places, raw.keys):
                if (_HERE, name) in places:
                    places[_HERE, key] = places.pop((_HERE, name))
    raw.data[_HERE] = named

"""What a value of a case is called on paper, whatever the kind of the case."""

from __future__ import annotations

from typing import Any

from govdocs.checks.spots import label_of, titles, value_at
from govdocs.model.any_case import AnyCase
from govdocs.model.case import Case
from govdocs.place import Path


def name_of(case: AnyCase, path: Path) -> str:
    """Name the value at ``path`` in the words of the paper; its fields' titles where it has none."""
    if not path:
        return ""
    return label_of(case, path) if isinstance(case, Case) else titles(type(case), path)


def value_of(case: AnyCase, path: Path) -> Any:
    """Return what stands at ``path``; None for a blank and where nothing is."""
    anything: Any = case
    return value_at(anything, path)

"""A case as nested text: what a file in either form has to say to give the same case again."""

from __future__ import annotations

from typing import Any

from govdocs.model.any_case import AnyCase


def case_text(case: AnyCase) -> dict[str, Any]:
    """Return a case as dicts, lists, text and None, each figure as it was written."""
    return {key: _text(value) for key, value in case.model_dump(mode="json").items()}


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _text(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_text(inner) for inner in value]
    return value if value is None else str(value)

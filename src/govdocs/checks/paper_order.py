"""The order in which a reader meets the values of a case: letter, attachment 1, attachment 2."""

from __future__ import annotations

from functools import cache
from typing import get_args, get_origin

from govdocs.model.case import Case
from govdocs.model.fields import Model
from govdocs.place import Path
from govdocs.tags.context import bare_type

_TOP = (
    "form",
    "year",
    "region",
    "money_unit",
    "letter",
    "facts",
    "allocations",
    "attachments",
    "fund",
    "budget",
    "goals",
    "execution",
    "goal_statement",
    "indicators",
    "explanation",
    "settings",
    "accepted",
)


@cache
def _ranks(model: type[Model]) -> dict[str, tuple[int, type[Model] | None]]:
    """Each field's rank in its group and, where it is a group or a list of them, the group."""
    ranks: dict[str, tuple[int, type[Model] | None]] = {}
    names = list(model.model_fields)
    if model is Case:
        names.sort(key=lambda name: _TOP.index(name) if name in _TOP else len(_TOP))
    for rank, name in enumerate(names):
        annotation = bare_type(model.model_fields[name].annotation)
        if get_origin(annotation) is tuple:
            annotation = bare_type(get_args(annotation)[0])
        is_group = isinstance(annotation, type) and issubclass(annotation, Model)
        ranks[name] = (rank, annotation if is_group else None)
    return ranks


def paper_order(path: Path, root: type[Model] = Case) -> tuple[int, ...]:
    """Return a sort key for ``path`` in a case of model ``root``; an unknown path comes last."""
    key: list[int] = []
    group: type[Model] | None = root
    for step in path:
        if isinstance(step, int):
            key.append(step)
        elif group is not None and step in _ranks(group):
            rank, group = _ranks(group)[step]
            key.append(rank)
        else:
            key.append(len(_TOP))
            group = None
    return tuple(key)

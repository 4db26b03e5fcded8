"""What a case file may hold, read off the model: fields, kinds, choices, which are required.

Files, schema, headings and messages all follow this, so that a new field of the model appears
everywhere by itself.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MinLen
from pydantic_core import PydanticUndefined

from govdocs.model import fields as kinds
from govdocs.model.case import Case
from govdocs.model.fields import Model
from govdocs.place import Path


class Leaf(Enum):
    """The kinds of single values."""

    TEXT = "文字"
    MONEY = "金额"
    RATE = "比率"
    NUMBER = "数字"
    FIGURE = "数量"
    CELL = "数量或文字"
    DAY = "日期"
    WHOLE = "整数"
    YES_NO = "是或否"
    CHOICE = "选项"


_LEAVES = (
    (kinds.Text, Leaf.TEXT),
    (kinds.Money, Leaf.MONEY),
    (kinds.Rate, Leaf.RATE),
    (kinds.Number, Leaf.NUMBER),
    (kinds.Figure, Leaf.FIGURE),
    (kinds.Cell, Leaf.CELL),
    (kinds.Day, Leaf.DAY),
    (kinds.Whole, Leaf.WHOLE),
    (kinds.YesNo, Leaf.YES_NO),
)
YES_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class LeafShape:
    """One value; ``choices`` are the words allowed, empty where any are."""

    leaf: Leaf
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupShape:
    """A group of fields."""

    model: type[Model]


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list of values or of groups."""

    item: LeafShape | GroupShape


@dataclass(frozen=True, slots=True)
class PairsShape:
    """Names with a text each, the names being the user's own."""


Shape: TypeAlias = LeafShape | GroupShape | ListShape | PairsShape


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: its key in YAML, its Chinese name and explanation, and what it holds.

    ``nullable`` tells whether leaving it out differs from leaving it empty; ``default`` is the
    text of a leaf's default, empty where there is none; ``bounds`` are the limits of a number or
    of a list's length by their names in JSON Schema; ``usual`` are words that are offered where
    others are allowed too.
    """

    key: str
    title: str
    explain: str
    required: bool
    nullable: bool
    default: str
    shape: Shape
    bounds: tuple[tuple[str, int], ...] = ()
    usual: tuple[str, ...] = ()


@cache
def fields_of(model: type[Model]) -> Mapping[str, FieldShape]:
    """Return the fields of a model in their order."""
    hints = get_type_hints(model, include_extras=True)
    found = {}
    for key, info in model.model_fields.items():
        hint, nullable = _without_none(hints[key])
        default = info.default if info.default is not PydanticUndefined else None
        found[key] = FieldShape(
            key=key,
            title=info.title or key,
            explain=info.description or "",
            required=info.is_required(),
            nullable=nullable,
            default=_default_text(default),
            shape=_shape(hint),
            bounds=tuple(_bounds(info.metadata)),
            usual=tuple(str(word) for word in info.examples or ()),
        )
    return found


def _bounds(metadata: Iterable[Any]) -> Iterator[tuple[str, int]]:
    for constraint in metadata:
        if isinstance(constraint, Ge):
            yield "minimum", int(str(constraint.ge))
        elif isinstance(constraint, Le):
            yield "maximum", int(str(constraint.le))
        elif isinstance(constraint, MinLen):
            yield "minItems", constraint.min_length


def _default_text(value: Any) -> str:
    if isinstance(value, bool):
        return YES_NO[0] if value else YES_NO[1]
    return "" if value is None else str(value)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [arm for arm in get_args(hint) if arm is not type(None)]
        if len(rest) == 1:
            return rest[0], len(rest) < len(get_args(hint))
    return hint, False


def _shape(hint: Any) -> Shape:
    leaf = next((leaf for alias, leaf in _LEAVES if hint == alias), None)
    if leaf is not None:
        return LeafShape(leaf, YES_NO if leaf is Leaf.YES_NO else ())
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return LeafShape(Leaf.CHOICE, tuple(str(word) for word in hint))
    if isinstance(hint, type) and issubclass(hint, Model):
        return GroupShape(hint)
    if get_origin(hint) is tuple:
        item = _shape(get_args(hint)[0])
        if isinstance(item, LeafShape | GroupShape):
            return ListShape(item)
    if get_origin(hint) is dict:
        return PairsShape()
    raise TypeError(f"intake has no shape for {hint!r}")


def models_within(model: type[Model] = Case) -> Iterator[type[Model]]:
    """Yield ``model`` and every model that it holds, each once."""
    seen: list[type[Model]] = []
    waiting = [model]
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.append(here)
        yield here
        waiting += [inner for field in fields_of(here).values() if (inner := _inner(field.shape))]


def _inner(shape: Shape) -> type[Model] | None:
    if isinstance(shape, ListShape):
        shape = shape.item
    return shape.model if isinstance(shape, GroupShape) else None


def field_at(path: Path, root: type[Model] = Case) -> FieldShape | None:
    """Return the field of ``root`` that ``path`` leads to (for an item of a list, the list's field)."""
    field: FieldShape | None = None
    model: type[Model] | None = root
    for step in path:
        if isinstance(step, int):
            continue
        if model is None:
            return field if field and isinstance(field.shape, PairsShape) else None
        field = fields_of(model).get(step)
        if field is None:
            return None
        model = _inner(field.shape)
    return field


def model_at(path: Path, root: type[Model] = Case) -> type[Model] | None:
    """Return the model of the group that ``path`` leads to; None where it is no group."""
    if not path:
        return root
    field = field_at(path, root)
    return _inner(field.shape) if field else None

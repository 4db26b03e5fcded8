"""The sheets of a workbook with their columns and labels, worked out from layout and model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    LeafShape,
    ListShape,
    PairsShape,
    field_at,
    fields_of,
    model_at,
)
from govdocs.intake.workbook.layout import PARENT, SHEETS, Kind, SheetLayout
from govdocs.model.case import Case
from govdocs.model.fields import Model
from govdocs.place import Path


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and the way from the row to the value."""

    heading: str
    path: Path
    field: FieldShape


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A group of labels on a form sheet."""

    title: str
    path: Path
    explain: str
    fields: tuple[FieldShape, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: where it stands in the case, and its groups (a form) or columns (a table)."""

    name: str
    kind: Kind
    path: Path
    advice: str
    groups: tuple[FormGroup, ...] = ()
    columns: tuple[Column, ...] = ()


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return all sheets in their order; together they hold every field of a case."""
    layouts = [*SHEETS]
    named = {path for layout in layouts for path in layout.paths}
    for path, field in _parts_for_own_sheet((), Case):
        if ".".join(map(str, path)) not in named:
            layouts.append(
                SheetLayout(
                    field.title, _kind(path, field), (".".join(map(str, path)),), field.explain
                )
            )
    return tuple(_sheet(layout) for layout in layouts)


def _parts_for_own_sheet(path: Path, model: type[Model]) -> Iterator[tuple[Path, FieldShape]]:
    """Every part of the model that cannot be labels of a form around it."""
    for key, field in fields_of(model).items():
        here = (*path, key)
        shape = field.shape
        if isinstance(shape, PairsShape):
            yield here, field
        elif isinstance(shape, GroupShape):
            if not path or _kind(here, field) is Kind.FIXED:
                yield here, field
            if _kind(here, field) is Kind.FORM:
                yield from _parts_for_own_sheet(here, shape.model)
        elif isinstance(shape, ListShape) and isinstance(shape.item, GroupShape):
            yield here, field
            if not _recursive(shape.item.model):
                for name, inner in fields_of(shape.item.model).items():
                    if isinstance(inner.shape, ListShape):
                        yield (*here, name), inner
        elif isinstance(shape, ListShape) and not path:
            yield here, field


def _recursive(model: type[Model]) -> bool:
    return any(
        isinstance(field.shape, ListShape) and field.shape.item == GroupShape(model)
        for field in fields_of(model).values()
    )


def _kind(path: Path, field: FieldShape) -> Kind:
    shape = field.shape
    if isinstance(shape, PairsShape):
        return Kind.PAIRS
    if isinstance(shape, GroupShape):
        inner = [f.shape for f in fields_of(shape.model).values()]
        like = all(isinstance(s, GroupShape) and s == inner[0] for s in inner)
        return Kind.FIXED if like else Kind.FORM
    above = field_at(path[:-1]) if len(path) > 1 else None
    if above is not None and isinstance(above.shape, ListShape):
        return Kind.CHILDREN
    if isinstance(shape, ListShape) and isinstance(shape.item, GroupShape):
        return Kind.OUTLINE if _recursive(shape.item.model) else Kind.TABLE
    return Kind.LINES


def _sheet(layout: SheetLayout) -> Sheet:
    paths = [tuple(path.split(".")) if path else () for path in layout.paths]
    if layout.kind is Kind.FORM:
        groups = tuple(group for path in paths for group in _groups(path))
        return Sheet(layout.name, layout.kind, (), layout.advice, groups=groups)
    path = paths[0]
    return Sheet(
        layout.name,
        layout.kind,
        path,
        layout.advice,
        columns=tuple(_columns_of_sheet(layout.kind, path)),
    )


def _groups(path: Path) -> Iterator[FormGroup]:
    model, field = model_at(path), field_at(path)
    if model is None:
        raise ValueError(f"the layout names {path}, which is no group of the model")
    own = [
        f
        for f in fields_of(model).values()
        if isinstance(f.shape, LeafShape)
        or (path and isinstance(f.shape, ListShape) and isinstance(f.shape.item, LeafShape))
    ]
    title, explain = (field.title, field.explain) if field else ("案卷", "案卷的基本信息")
    yield FormGroup(title, path, explain, tuple(own))
    if path:
        for key, inner in fields_of(model).items():
            if isinstance(inner.shape, GroupShape) and _kind((*path, key), inner) is Kind.FORM:
                yield from _groups((*path, key))


def _columns_of_sheet(kind: Kind, path: Path) -> Iterator[Column]:
    field, model = field_at(path), model_at(path)
    if field is None:
        raise ValueError(f"the layout names {path}, which the model does not have")
    if kind is Kind.FIXED and model is not None:
        rows = next(iter(fields_of(model).values())).shape
        if isinstance(rows, GroupShape):
            yield from _columns(rows.model)
    elif kind is Kind.CHILDREN:
        name = name_of_rows(path[:-1])
        yield Column(f"{PARENT}{name.title}", ("",), name)
        if model is not None:
            yield from _columns(model)
        else:
            yield Column(field.title, (), field)
    elif model is not None:
        yield from _columns(model)
    else:
        yield Column(field.title, (), field)


def name_of_rows(path: Path) -> FieldShape:
    """Return the field by which rows of a table are called: their first required text."""
    model = model_at(path)
    if model is None:
        raise ValueError(f"{path} is no table")
    return next(
        f for f in fields_of(model).values() if f.required and isinstance(f.shape, LeafShape)
    )


def _columns(model: type[Model], path: Path = (), before: str = "") -> Iterator[Column]:
    for key, field in fields_of(model).items():
        shape = field.shape
        if isinstance(shape, LeafShape):
            yield Column(before + field.title, (*path, key), field)
        elif isinstance(shape, GroupShape):
            yield from _columns(shape.model, (*path, key), f"{before}{field.title}·")
        elif (
            _recursive(model) and isinstance(shape, ListShape) and isinstance(shape.item, LeafShape)
        ):
            yield Column(field.title, (key,), field)

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
from govdocs.intake.workbook.layout import PARENT, Kind, SheetLayout
from govdocs.intake.workbook.layouts import layouts_of
from govdocs.model.case import Case
from govdocs.model.fields import Model
from govdocs.place import Path


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and the way from the row to the value.

    ``required`` is False for a required field of a group that may be left out as a whole.
    """

    heading: str
    path: Path
    field: FieldShape
    required: bool = False

    @property
    def is_list(self) -> bool:
        """Whether the column holds texts that go on in the rows below."""
        return isinstance(self.field.shape, ListShape)


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A group of labels on a form sheet."""

    title: str
    path: Path
    explain: str
    fields: tuple[FieldShape, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: where it stands in the case, and its groups (a form) or columns (a table).

    ``path`` is without the numbers of rows. The first ``links`` columns name the row of another
    sheet that a row belongs to; ``owner`` is the path of that sheet's rows. ``levels`` are the
    paths of a tree's levels from the top.
    """

    name: str
    kind: Kind
    path: Path
    advice: str
    model: type[Model] = Case
    groups: tuple[FormGroup, ...] = ()
    columns: tuple[Column, ...] = ()
    links: int = 0
    owner: Path = ()
    levels: tuple[Path, ...] = ()

    @property
    def rows_path(self) -> Path:
        """The path of what one row is: for a tree, its lowest level."""
        return self.levels[-1] if self.kind is Kind.TREE else self.path

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns of the row's own values."""
        return self.columns[self.links :]


@cache
def sheets(model: type[Model] = Case) -> tuple[Sheet, ...]:
    """Return all sheets of a kind of case in their order; together they hold every field."""
    layouts = [*layouts_of(model)]
    named = {path for layout in layouts for path in layout.paths}
    trees = tuple(
        tuple(_path(path) for path in layout.paths)
        for layout in layouts
        if layout.kind is Kind.TREE
    )
    for path, field in _parts_for_own_sheet((), model):
        dotted = ".".join(map(str, path))
        if dotted not in named:
            kind = _kind(path, field, model)
            layouts.append(SheetLayout(field.title, kind, (dotted,), field.explain))
    return tuple(_sheet(layout, model, trees) for layout in layouts)


def _path(dotted: str) -> Path:
    return tuple(dotted.split(".")) if dotted else ()


def _parts_for_own_sheet(path: Path, model: type[Model]) -> Iterator[tuple[Path, FieldShape]]:
    """Every part of the model that cannot be labels of a form around it."""
    for key, field in fields_of(model).items():
        here = (*path, key)
        shape = field.shape
        if isinstance(shape, PairsShape):
            yield here, field
        elif isinstance(shape, GroupShape):
            fixed = _is_fixed(shape)
            if not path or fixed:
                yield here, field
            if not fixed:
                yield from _parts_for_own_sheet(here, shape.model)
        elif isinstance(shape, ListShape) and isinstance(shape.item, GroupShape):
            yield here, field
            if not _recursive(shape.item.model):
                yield from _lists_within(here, shape.item.model)
        elif isinstance(shape, ListShape) and not path:
            yield here, field


def _lists_within(path: Path, model: type[Model]) -> Iterator[tuple[Path, FieldShape]]:
    """The lists of groups that the rows of a list hold, at any depth."""
    for key, field in fields_of(model).items():
        here = (*path, key)
        if isinstance(field.shape, GroupShape):
            yield from _lists_within(here, field.shape.model)
        elif isinstance(field.shape, ListShape) and isinstance(field.shape.item, GroupShape):
            yield here, field
            yield from _lists_within(here, field.shape.item.model)


def _recursive(model: type[Model]) -> bool:
    return any(
        isinstance(field.shape, ListShape) and field.shape.item == GroupShape(model)
        for field in fields_of(model).values()
    )


def _is_fixed(shape: GroupShape) -> bool:
    inner = [field.shape for field in fields_of(shape.model).values()]
    return all(isinstance(s, GroupShape) and s == inner[0] for s in inner)


def _kind(path: Path, field: FieldShape, model: type[Model]) -> Kind:
    shape = field.shape
    if isinstance(shape, PairsShape):
        return Kind.PAIRS
    if isinstance(shape, GroupShape):
        return Kind.FIXED if _is_fixed(shape) else Kind.FORM
    if _owner(path, model):
        return Kind.CHILDREN
    if isinstance(shape, ListShape) and isinstance(shape.item, GroupShape):
        return Kind.OUTLINE if _recursive(shape.item.model) else Kind.TABLE
    return Kind.LINES


def _owner(path: Path, model: type[Model]) -> Path:
    """The path of the rows that a list's rows belong to; empty for a list of the case itself."""
    for end in range(len(path) - 1, 0, -1):
        above = field_at(path[:end], model)
        if above is not None and isinstance(above.shape, ListShape):
            return path[:end]
    return ()


def _sheet(layout: SheetLayout, model: type[Model], trees: tuple[tuple[Path, ...], ...]) -> Sheet:
    paths = [_path(path) for path in layout.paths]
    kind = layout.kind
    if kind is Kind.FORM:
        groups = tuple(group for path in paths for group in _groups(path, model))
        return Sheet(layout.name, kind, (), layout.advice, model, groups=groups)
    links, columns = tuple[Column, ...](), tuple[Column, ...]()
    if kind is Kind.TREE:
        links = tuple(_level(path, model, True) for path in paths[:-1])
        columns = tuple(_bare_columns(paths[-1], model))
    elif kind is Kind.LEVELS:
        links = tuple(_level(path, model, path is paths[0]) for path in paths)
        columns = tuple(_columns_of_levels(paths, model))
    else:
        links = tuple(_links(paths[0], model, {levels[-1] for levels in trees}))
        columns = tuple(_columns_of_sheet(kind, paths[0], model))
    owner = _owner(paths[0], model) if kind is Kind.CHILDREN else ()
    return Sheet(
        layout.name,
        kind,
        paths[0],
        layout.advice,
        model,
        columns=(*links, *columns),
        links=len(links),
        owner=owner,
        levels=tuple(paths) if kind in (Kind.TREE, Kind.LEVELS) else (),
    )


def _level(path: Path, model: type[Model], required: bool) -> Column:
    name = name_of_rows(path, model)
    return Column(name.title, ("",), name, required)


def _links(path: Path, model: type[Model], lowest: set[Path]) -> Iterator[Column]:
    """The columns that name what a row belongs to, from the top; a tree is named by its lowest level."""
    owner = _owner(path, model)
    if not owner:
        return
    if owner not in lowest:
        yield from _links(owner, model, lowest)
    name = name_of_rows(owner, model)
    yield Column(f"{PARENT}{name.title}", ("",), name, True)


def _groups(path: Path, root: type[Model]) -> Iterator[FormGroup]:
    model, field = model_at(path, root), field_at(path, root)
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
            if isinstance(inner.shape, GroupShape) and not _is_fixed(inner.shape):
                yield from _groups((*path, key), root)


def _columns_of_sheet(kind: Kind, path: Path, root: type[Model]) -> Iterator[Column]:
    field, model = field_at(path, root), model_at(path, root)
    if field is None:
        raise ValueError(f"the layout names {path}, which the model does not have")
    if kind is Kind.FIXED and model is not None:
        rows = next(iter(fields_of(model).values())).shape
        if isinstance(rows, GroupShape):
            yield from _columns(rows.model)
    elif model is not None:
        yield from _columns(model)
    else:
        yield Column(field.title, (), field, field.required)


def _bare_columns(path: Path, root: type[Model]) -> Iterator[Column]:
    """The columns of a tree's lowest level, without the names of the groups that fields stand in."""
    model = model_at(path, root)
    if model is None:
        raise ValueError(f"{path} is no table")
    seen: set[str] = set()
    for column in _columns(model):
        bare = column.field.title
        heading = column.heading if bare in seen else bare
        seen.add(heading)
        yield Column(heading, column.path, column.field, column.required)


def _columns_of_levels(paths: list[Path], root: type[Model]) -> Iterator[Column]:
    """What the upper levels hold beside their names; a column may be no field of every level."""
    seen: set[str] = set()
    for path in paths:
        name, model = name_of_rows(path, root), model_at(path, root)
        for key, field in fields_of(model).items() if model else ():
            if isinstance(field.shape, LeafShape) and key != name.key and key not in seen:
                seen.add(key)
                yield Column(field.title, (key,), field)


def name_of_rows(path: Path, root: type[Model] = Case) -> FieldShape:
    """Return the field by which rows of a table are called: their first required text."""
    model = model_at(path, root)
    if model is None:
        raise ValueError(f"{path} is no table")
    return next(
        f for f in fields_of(model).values() if f.required and isinstance(f.shape, LeafShape)
    )


def _columns(
    model: type[Model], path: Path = (), before: str = "", needed: bool = True
) -> Iterator[Column]:
    for key, field in fields_of(model).items():
        shape = field.shape
        here = (*path, key)
        required = needed and field.required
        if isinstance(shape, LeafShape):
            yield Column(before + field.title, here, field, required)
        elif isinstance(shape, GroupShape):
            yield from _columns(shape.model, here, f"{before}{field.title}·", required)
        elif isinstance(shape, ListShape) and isinstance(shape.item, LeafShape):
            yield Column(before + field.title, here, field, required)

"""Which fields a template uses, and how: read from its syntax tree, before there is any data."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from jinja2 import nodes

from govdocs.tags.environment import VALUE_FIELDS
from govdocs.tags.schema_tree import FieldNode, Kind

Use = Literal["printed", "looped", "named", "asked"]


@dataclass(frozen=True, slots=True)
class FieldUse:
    """One use of a field: its full dotted path with loop variables resolved, and how it is used.

    ``path`` is such as ``indicators[].name``. ``printed`` stands in the output, ``looped`` is a
    list that a loop passes over, ``named`` gets another name by ``{% set %}``, ``asked`` stands
    in a condition or goes into a filter's argument. ``line`` counts in the template's source.
    """

    path: str
    use: Use
    line: int


@dataclass(frozen=True, slots=True)
class WrongField:
    """A use that the field list does not allow.

    ``reason`` is ``unknown_field`` (``nearest`` is the most similar known path, or empty),
    ``rows_printed`` (a list or group where a value belongs) or ``value_looped``.
    """

    use: FieldUse
    reason: Literal["unknown_field", "rows_printed", "value_looped"]
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class _Scope:
    """The names that loops and ``{% set %}`` have given, each with the path it stands for."""

    names: Mapping[str, str | None] = field(default_factory=dict)

    def with_names(self, names: Mapping[str, str | None]) -> _Scope:
        return _Scope({**self.names, **names})


def field_uses(tree: nodes.Template) -> list[FieldUse]:
    """Return every use of a field in a parsed template, in the order of the source."""
    return list(_block(tree.body, _Scope()))


def _block(body: list[nodes.Node], scope: _Scope) -> Iterator[FieldUse]:
    for node in body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield from _expression(node.node, scope, "named")
            scope = scope.with_names({node.target.name: _path(node.node, scope)})
        else:
            yield from _statement(node, scope)


def _statement(node: nodes.Node, scope: _Scope) -> Iterator[FieldUse]:
    if isinstance(node, nodes.Output):
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                yield from _expression(child, scope, "printed")
    elif isinstance(node, nodes.For):
        yield from _expression(node.iter, scope, "looped")
        inside = scope.with_names(_row_names(node, scope))
        if node.test is not None:
            yield from _expression(node.test, inside, "asked")
        yield from _block(node.body, inside)
        yield from _block(node.else_, scope)
    elif isinstance(node, nodes.If):
        yield from _expression(node.test, scope, "asked")
        yield from _block(node.body, scope)
        yield from _block(list(node.elif_), scope)
        yield from _block(node.else_, scope)
    elif isinstance(node, nodes.With):
        names: dict[str, str | None] = {}
        for name, value in zip(node.targets, node.values, strict=True):
            yield from _expression(value, scope, "named")
            if isinstance(name, nodes.Name):
                names[name.name] = _path(value, scope)
        yield from _block(node.body, scope.with_names(names))
    else:
        for part in node.iter_child_nodes():
            if isinstance(part, nodes.Expr):
                yield from _expression(part, scope, "asked")
            else:
                yield from _statement(part, scope)


def _row_names(loop: nodes.For, scope: _Scope) -> dict[str, str | None]:
    rows = _path(loop.iter, scope)
    names: dict[str, str | None] = {"loop": None}
    if isinstance(loop.target, nodes.Name):
        names[loop.target.name] = None if rows is None else f"{rows}[]"
    return names


def _expression(node: nodes.Node, scope: _Scope, use: Use) -> Iterator[FieldUse]:
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, scope)
        if path is not None:
            yield FieldUse(path, use, node.lineno)
        if isinstance(node, nodes.Getitem):
            yield from _expression(node.arg, scope, "asked")
    elif isinstance(node, nodes.Filter):
        # A filter makes a value of its input: a list goes into ``join`` and ``length`` alone.
        rows = node.name in ("join", "length")
        if node.node is not None:
            yield from _expression(node.node, scope, "asked" if rows else use)
        for argument in node.args:
            yield from _expression(argument, scope, "asked")
    elif isinstance(node, nodes.CondExpr):
        yield from _expression(node.test, scope, "asked")
        yield from _expression(node.expr1, scope, use)
        if node.expr2 is not None:
            yield from _expression(node.expr2, scope, use)
    else:
        for child in node.iter_child_nodes():
            yield from _expression(child, scope, "asked")


def _path(node: nodes.Node, scope: _Scope) -> str | None:
    """Return the full path of a field expression; None where it is no field (``loop.index``)."""
    if isinstance(node, nodes.Name):
        return scope.names.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node, scope)
        return None if owner is None else f"{owner}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        owner = _path(node.node, scope)
        if owner is None:
            return None
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return f"{owner}.{node.arg.value}"
        return f"{owner}[]"
    return None


def wrong_uses(uses: list[FieldUse], fields: FieldNode) -> list[WrongField]:
    """Hold uses against the field list ``fields`` (a record whose children are the top fields)."""
    known = [path for path, _ in fields.walk()]
    wrong = []
    for use in uses:
        found = _find(use.path, fields)
        if found is None:
            wrong.append(WrongField(use, "unknown_field", _nearest(use.path, known)))
        elif use.use == "printed" and found.kind != "value":
            wrong.append(WrongField(use, "rows_printed"))
        elif use.use == "looped" and found.kind != "rows":
            wrong.append(WrongField(use, "value_looped"))
    return wrong


def _nearest(path: str, known: list[str]) -> str:
    """Return the known path most like ``path``: the same last name elsewhere counts as near."""
    near = difflib.get_close_matches(path, known, 1, 0.6)
    if near:
        return near[0]
    last = path.rpartition(".")[2]
    return next((other for other in known if other.rpartition(".")[2] == last), "")


def _find(path: str, fields: FieldNode) -> FieldNode | None:
    """Return the node at a dotted path; a row of a list is a record or, without children, a value."""
    node = fields
    for step in path.replace("[]", ".[]").split("."):
        if node.kind == "rows":
            if step != "[]" and not node.by_name:
                return None
            row: Kind = "record" if node.children else "value"
            node = FieldNode(node.name, node.title, row, node.unit, children=node.children)
        elif node.kind == "value":
            if step not in VALUE_FIELDS:
                return None
        elif step in node.children:
            node = node.children[step]
        else:
            return None
    return node

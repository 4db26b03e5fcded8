"""What of Jinja's language the tags leave out, and where a template uses it."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_NEVER: dict[type[nodes.Node], str] = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.ScopedEvalContextModifier: "autoescape",
    nodes.EvalContextModifier: "autoescape",
    nodes.AssignBlock: "set",
    nodes.NSRef: "set",
    nodes.Call: "(…)",
    # Joining texts hides which figure stands where, and doubles a text when it is repeated.
    nodes.Concat: "~",
    # Row numbers may be counted with + and -; figures are never reckoned with in a tag.
    nodes.Mul: "*",
    nodes.Pow: "**",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Slice: "[:]",
    nodes.Dict: "{…}",
    nodes.Continue: "continue",
    nodes.Break: "break",
}


def forbidden(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Yield every construct that the tag language leaves out, with its line in the source.

    Loops pass over fields of the case only, and ``{% set %}`` names a field only: with free
    expressions a text could be doubled again and again within a short template.
    """
    for node in tree.find_all(nodes.Node):
        name = _NEVER.get(type(node))
        if name is not None:
            yield name, node.lineno
        elif isinstance(node, nodes.For):
            if node.recursive:
                yield "recursive", node.lineno
            if not is_field(node.iter):
                yield "for", node.lineno
        elif isinstance(node, nodes.Assign) and not is_field(node.node):
            yield "set", node.lineno
        elif isinstance(node, nodes.With) and not all(map(is_field, node.values)):
            yield "with", node.lineno
        elif isinstance(node, nodes.Const) and isinstance(node.value, float):
            yield str(node.value), node.lineno


def is_field(node: nodes.Node) -> bool:
    """Tell whether an expression is a field of the case and nothing more: ``fund.rows[0].name``."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getitem) and not (
            isinstance(node.arg, nodes.Const) or is_field(node.arg)
        ):
            return False
        node = node.node
    return isinstance(node, nodes.Name)

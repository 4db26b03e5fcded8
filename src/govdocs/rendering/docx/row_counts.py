"""How many table rows a template must give: known from its loops before it is filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

_ROW = re.compile(r"<w:tr[ >]")


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Rows of a part: those that always stand there, and how many each turn of a loop adds.

    ``each`` is keyed by the line of the loop's tag. ``exact`` is False where conditions decide
    over rows; the count is then a lower bound.
    """

    fixed: int = 0
    each: Mapping[int, int] = field(default_factory=dict)
    exact: bool = True

    def expected(self, looped: Mapping[int, int]) -> int:
        """Return the number of rows, given how many turns each loop took in all."""
        return self.fixed + sum(rows * looped.get(line, 0) for line, rows in self.each.items())


def plan_rows(tree: nodes.Template) -> RowPlan:
    """Read the rows of a part from its syntax tree."""
    counter = _Counter()
    fixed = counter.rows_in(tree.body, certain=True)
    return RowPlan(fixed, counter.each, counter.exact)


class _Counter:
    def __init__(self) -> None:
        self.each: dict[int, int] = {}
        self.exact = True

    def rows_in(self, body: list[nodes.Node], *, certain: bool) -> int:
        """Count the rows that stand in ``body`` itself; loops inside keep their own count."""
        count = 0
        for node in body:
            if isinstance(node, nodes.Output):
                rows = sum(
                    len(_ROW.findall(child.data))
                    for child in node.nodes
                    if isinstance(child, nodes.TemplateData)
                )
                if rows and not certain:
                    self.exact = False
                else:
                    count += rows
            elif isinstance(node, nodes.For):
                inside = certain and node.test is None
                rows = self.rows_in(node.body, certain=inside)
                if inside and rows:
                    self.each[node.lineno] = self.each.get(node.lineno, 0) + rows
                self.rows_in(node.else_, certain=False)
            elif isinstance(node, nodes.If):
                for branch in (node.body, *(e.body for e in node.elif_), node.else_):
                    self.rows_in(branch, certain=False)
            elif isinstance(node, nodes.With):
                count += self.rows_in(node.body, certain=certain)
        return count

"""What an indicator of cost says against the money that its own form says was spent: 项目总成本|≤90万元|89.97万元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.checks.document.beside_tables.goals.goal_form_money import money_of
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, columns_for
from govdocs.checks.document.tables.forms.sources import is_whole_money
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY
from govdocs.place import Path
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row
from govdocs.reading.tables.figures import is_exact

_COST = re.compile(
    r"(?:项目|资金|工程|预算|专项)*(?:实施|建设|投入|支出)?(?:总成本|总投资|总支出|总费用|成本|总额|投资额|成本控制数?|支出数?)(?:控制)?"
)
_LEAST_DIGITS = 4
_Cell = tuple[Region, Row, int, Quantity]


def cost_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the whole cost in a form's indicators: what the form says was given or spent, or one slip away."""
    whole: defaultdict[Path, list[_Cell]] = defaultdict(list)
    costs: defaultdict[Path, list[_Cell]] = defaultdict(list)
    for region in subject.regions:
        actual = columns_for(region, Concept.ACTUAL)
        for row in region.rows:
            if is_whole_money(row.label):
                whole[region.table.path] += [
                    (region, row, column, figure) for column, figure in money_of(region, row)
                ]
            elif len(actual) == 1 and _COST.fullmatch(row.label):
                figure = region.figure(row.index, actual[0])
                if figure is not None and figure.kind == MONEY and is_exact(figure):
                    costs[region.table.path].append((region, row, actual[0], figure))
    for path, found in costs.items():
        if len(found) == 1 and path in whole:
            yield from _judged(found[0], whole[path])


def _judged(cost: _Cell, whole: list[_Cell]) -> Iterator[Judged]:
    region, row, column, figure = cost
    held = cell_held(region.cell(row.index, column))
    if any(figure.base_interval.meets(other.base_interval) for *_, other in whole):
        yield Judged(True, (), held)
        return
    near = [
        one for one in whole
        if one[3].unit == figure.unit and significant(figure.number) >= _LEAST_DIGITS
        and one_slip_apart(one[3].number, figure.number)
    ]  # fmt: skip
    if len({other.number for *_, other in near}) == 1:
        its, total, at, spent = near[-1]
        yield Judged(
            False, (cell_spot(its, total, at), cell_spot(region, row, column)), held, "near",
            {"label": f"{its.table.name}“{total.label.rstrip('：:')}”", "table": region.table.name,
             "row": row.label[:24], "column": region.columns[column].last[:16]},
            expected=figure.text, actual=spent.text, level=Level.WARNING,
        )  # fmt: skip

"""The figures of an evaluation that prose cites: money, measures, points, counts, tables by name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from govdocs.evaluation.grades import bands_sentence
from govdocs.evaluation.measures import allocated_total, measured, paid_total, total
from govdocs.evaluation.printed import amount, percent, points
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import Measure
from govdocs.model.quantity import Quantity
from govdocs.model.units import unit_of
from govdocs.place import Path
from govdocs.tags.evaluation.table_numbers import numbered_tables
from govdocs.tags.values import Node, Record, Rows, Value


def figure(quantity: Quantity | None, path: Path) -> Value:
    """A computed figure as a value of ``path``; a blank where it could not be computed."""
    if quantity is None:
        return Value("", path)
    return Value(quantity.text, path, quantity.number, quantity.unit_symbol, derived=True)


def figure_views(case: EvaluationCase, forms: FormSet, base: Mapping[str, Node]) -> dict[str, Node]:
    """Return what the case holds in another shape, or not at all until it is computed."""
    blocks, groups, leaves = _tree(case, base)
    counts = {
        "blocks": _count(len(blocks), ("indicators",)),
        "groups": _count(len(groups), ("indicators",)),
        "leaves": _count(len(leaves), ("indicators",)),
    }
    return {
        "goals": _named(base["goals"]),
        "sources": _named(base["sources"]),
        "recipients": _named(base["recipients"]),
        "citations": _citations(base["citations"]),
        "money": _money(case),
        "measures": Record(
            {
                measure.value: figure(measured(case, measure), ("indicators",))
                for measure in Measure
            },
            ("indicators",),
        ),
        "blocks": blocks,
        "groups": groups,
        "leaves": leaves,
        "counts": Record(counts, ("indicators",)),
        "total": _total(case, base, blocks),
        "grade_bands": Value(bands_sentence(forms.grades), ("grade",), derived=True),
        "tables": numbered_tables(case, base["tables"]),
        "questions": _questions(base["survey"]),
    }


def score_rate(score: Node, weight: Node, path: Path) -> Value:
    """得分率 of a row: score ÷ weight with two decimals; blank where one is missing."""
    assert isinstance(score, Value)
    assert isinstance(weight, Value)
    if score.number is None or weight.number is None:
        return Value("", path)
    return figure(percent(score.number, weight.number), path)


def _tree(case: EvaluationCase, base: Mapping[str, Node]) -> tuple[Rows, Rows, Rows]:
    blocks, groups, leaves = [], [], []
    node = base["indicators"]
    assert isinstance(node, Rows)
    for b, block in enumerate(case.indicators):
        own = _record(node[b])
        path: Path = ("indicators", b)
        below = sum(len(group.indicators) for group in block.groups)
        counts = {"group_count": _count(len(block.groups), path), "leaf_count": _count(below, path)}
        blocks.append(Record({**_pointed(own, path), **counts}, path))
        group_rows = own["groups"]
        assert isinstance(group_rows, Rows)
        for g in range(len(block.groups)):
            group = _record(group_rows[g])
            here: Path = (*path, "groups", g)
            groups.append(Record(_pointed(group, here), here))
            rows = group["indicators"]
            assert isinstance(rows, Rows)
            leaves += [
                Record(_pointed(_record(row), (*here, "indicators", i)), (*here, "indicators", i))
                for i, row in enumerate(rows)
            ]
    return tuple(
        Rows(rows, ("indicators",), [str(row["name"]) for row in rows])
        for rows in (blocks, groups, leaves)
    )  # type: ignore[return-value]


def _pointed(row: Record, path: Path) -> dict[str, Node]:
    return {**row, "rate": score_rate(row["score"], row["weight"], (*path, "score"))}


def _record(node: Node) -> Record:
    assert isinstance(node, Record)
    return node


def _count(number: int, path: Path) -> Value:
    return Value(str(number), path, Decimal(number), derived=True)


def _named(node: Node) -> Rows:
    assert isinstance(node, Rows)
    return Rows(list(node), node.path, [str(_record(row)["name"]) for row in node])


def _citations(node: Node) -> Rows:
    assert isinstance(node, Rows)
    rows: list[Node] = []
    for row in node:
        own = _record(row)
        number = own["number"]
        issuer = own["issuer"]
        said = f"{issuer}《{own['title']}》" + (f"（{number}）" if number else "")
        rows.append(Record({**own, "ref": Value(said, own.path)}, own.path))
    return Rows(rows, node.path, [str(_record(row)["name"]) for row in rows])


def _money(case: EvaluationCase) -> Record:
    unit = unit_of(case.money_unit)
    allocated, paid = allocated_total(case), paid_total(case)
    sums = {
        "budget": (total(source.amount for source in case.sources), ("sources",)),
        "allocated": (allocated, ("recipients",)),
        "paid": (paid, ("recipients",)),
        "unpaid": (allocated - paid, ("recipients",)),
    }
    # Without a list of firms nothing is known of what they got: blank, not 0.
    fields: dict[str, Node] = {
        name: figure(amount(n, unit) if case.recipients or name == "budget" else None, path)
        for name, (n, path) in sums.items()
    }
    firms = _count(len(case.recipients), ("recipients",))
    fields["recipients"] = firms if case.recipients else Value("", ("recipients",))
    return Record(fields, ("recipients",))


def _total(case: EvaluationCase, base: Mapping[str, Node], blocks: Rows) -> Record:
    weights = [block.weight for block in case.indicators if block.weight is not None]
    weight = figure(points(total(weights), 4), ("indicators",))
    score = base["total_score"]
    fields: dict[str, Node] = {
        "weight": weight,
        "score": score,
        "rate": score_rate(score, weight, ("total_score",)),
    }
    return Record(fields, blocks.path)


def _questions(survey: Node) -> Rows:
    assert isinstance(survey, Record)
    rows = survey["questions"]
    assert isinstance(rows, Rows)
    named = [row for row in rows if isinstance(row, Record) and row["name"]]
    return Rows(named, rows.path, [str(row["name"]) for row in named])

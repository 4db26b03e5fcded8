"""The tree as the case's fields: rules typed, what a full score proves filled in, what follows left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from govdocs.evaluation.grades import band_of
from govdocs.evaluation.printed import points
from govdocs.evaluation.scoring import score_of
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Scoring
from govdocs.reading_in.evaluation.rule_sentence import read_rule
from govdocs.reading_in.evaluation.tree import Branch, Leaf, ScoredTree
from govdocs.reading_in.placed import Placed, PlacedTree, plain_tree

_FULL = "由得满分推得"
_NONE = "由得0分推得"
_BY_SCORE = "由得分推得"


def settle(tree: ScoredTree, forms: FormSet) -> dict[str, PlacedTree]:
    """Return ``indicators``, ``total_score`` and ``grade`` of the case.

    A score, sub-total, total or grade that follows from the rest is left out; one that does not
    is stated as printed. Whether the clauses of a rule are met is filled in only where the score
    leaves no other way; everything else stays for the office to answer.
    """
    made: dict[str, PlacedTree] = {}
    blocks: list[PlacedTree] = []
    scores: list[Decimal | None] = []
    for block in tree.blocks:
        settled, _, score = _block(block, forms)
        blocks.append(settled)
        scores.append(score)
    if blocks:
        made["indicators"] = blocks
    whole = _sum(scores)
    total = tree.total.get("score")
    if total is not None and number_of(total) != whole:
        made["total_score"] = total
        whole = number_of(total)
    grade = tree.total.get("grade")
    band = None if whole is None else band_of(whole, forms.grades)
    if grade is not None and (band is None or band.name != grade.text):
        made["grade"] = grade
    return made


def number_of(value: Placed | None) -> Decimal | None:
    """A printed number of points; None where the text is none, or longer than any points are."""
    if value is None or not re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", value.text):
        return None
    return Decimal(value.text)


def _block(block: Branch, forms: FormSet) -> tuple[PlacedTree, Decimal | None, Decimal | None]:
    groups = [_group(group, forms) for group in block.groups]
    made = _branch(block, [w for _, w, _ in groups], [s for _, _, s in groups])
    score = _own(block, "score", [s for _, _, s in groups])
    printed = block.cells.get("table_score")
    if printed is not None and number_of(printed) != score:
        made["table_score"] = printed
    made["groups"] = [group for group, _, _ in groups]
    return made, _own(block, "weight", [w for _, w, _ in groups]), score


def _group(group: Branch, forms: FormSet) -> tuple[PlacedTree, Decimal | None, Decimal | None]:
    weights = [number_of(leaf.cells.get("weight")) for leaf in group.leaves]
    scores = [number_of(leaf.cells.get("score")) for leaf in group.leaves]
    made = _branch(group, weights, scores)
    if "table_name" in group.cells:
        made["table_name"] = group.cells["table_name"]
    made["indicators"] = [_leaf(leaf, forms) for leaf in group.leaves]
    return made, _own(group, "weight", weights), _own(group, "score", scores)


def _branch(
    branch: Branch, weights: Iterable[Decimal | None], scores: Iterable[Decimal | None]
) -> dict[str, PlacedTree]:
    made: dict[str, PlacedTree] = {"name": branch.name}
    for key, parts in (("weight", weights), ("score", scores)):
        printed = branch.cells.get(key)
        if printed is not None and number_of(printed) != _sum(parts):
            made[key] = printed
    return made


def _own(branch: Branch, key: str, parts: Iterable[Decimal | None]) -> Decimal | None:
    printed = number_of(branch.cells.get(key))
    return _sum(parts) if printed is None else printed


def _sum(parts: Iterable[Decimal | None]) -> Decimal | None:
    known = list(parts)
    return None if None in known else sum((p for p in known if p is not None), Decimal(0))


def _leaf(leaf: Leaf, forms: FormSet) -> PlacedTree:
    made: dict[str, PlacedTree] = {"name": leaf.name}
    for key in ("explanation", "weight", "value", "score", "remark",
                "table_name", "table_value", "table_score"):  # fmt: skip
        if key in leaf.cells:
            made[key] = leaf.cells[key]
    rule = _rule(leaf, forms)
    if rule is not None:
        made["rule"] = rule
        _infer(leaf, made, rule)
    if "score" in made and _follows(made, leaf.cells["score"], forms):
        del made["score"]
    return made


def _rule(leaf: Leaf, forms: FormSet) -> dict[str, PlacedTree] | None:
    printed, weight = leaf.cells.get("rule"), leaf.cells.get("weight")
    if printed is None:
        return None
    read = read_rule(printed.text, leaf.name.text, "" if weight is None else weight.text, forms)
    placed = _placed(read, printed)
    assert isinstance(placed, dict)
    return placed


def _placed(value: Any, cell: Placed) -> PlacedTree:
    if isinstance(value, Mapping):
        return {str(key): _placed(inner, cell) for key, inner in value.items()}
    if isinstance(value, list):
        return [_placed(inner, cell) for inner in value]
    return Placed(str(value), cell.place)


def _infer(leaf: Leaf, made: dict[str, PlacedTree], rule: dict[str, PlacedTree]) -> None:
    """Fill in what only one answer can have given the printed score."""
    weight, score = number_of(leaf.cells.get("weight")), number_of(leaf.cells.get("score"))
    kind = rule["kind"]
    if weight is None or score is None or not isinstance(kind, Placed):
        return
    if kind.text == Scoring.EACH_DEFECT.value and score > 0:
        deduct = rule.get("deduct")
        lost = number_of(deduct) if isinstance(deduct, Placed) else None
        if lost and (weight - score) % lost == 0 and weight >= score:
            count = f"{(weight - score) / lost:f}".partition(".")[0]
            made["defects"] = Placed(count, None, _BY_SCORE)
        return
    clauses = rule.get("conditions")
    if not isinstance(clauses, list):
        return
    rows = [clause for clause in clauses if isinstance(clause, dict)]
    worth = [number_of(c) if isinstance(c := row["points"], Placed) else None for row in rows]
    if None in worth or any(point is not None and point <= 0 for point in worth):
        return
    if kind.text == Scoring.CONDITIONS.value:
        if score == _sum(worth):
            _answer(rows, "是", _FULL)
        elif score == 0 and not any("grades" in row for row in rows):
            _answer(rows, "否", _NONE)
    elif score == weight:
        _answer(rows, "否", _FULL)


def _answer(rows: Iterable[dict[str, PlacedTree]], word: str, note: str) -> None:
    for row in rows:
        grades = row.get("grades")
        if not isinstance(grades, list):
            row["met"] = Placed(word, None, note)
            continue
        best = [
            grade["word"]
            for grade in grades
            if isinstance(grade, dict) and grade["points"] == row["points"]
        ]
        if len(best) == 1 and isinstance(best[0], Placed):
            row["grade"] = Placed(best[0].text, None, note)


def _follows(made: Mapping[str, PlacedTree], printed: Placed, forms: FormSet) -> bool:
    """Tell whether the rule gives the printed score by itself."""
    data = {key: plain_tree(value) for key, value in made.items() if key != "score"}
    try:
        row = ScoredIndicator.model_validate(data, context={"money_unit": "万元"})
    except ValidationError:
        return False
    score = score_of(row, row.value, forms).score
    return score is not None and points(score, forms.settings.score_decimals).text == printed.text

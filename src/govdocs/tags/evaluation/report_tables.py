"""The rows of the report's tables: payments, scores with sub-totals, analysis, annex 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from govdocs.evaluation.scoring import rule_text
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.tags.evaluation.figures import score_rate
from govdocs.tags.values import Node, Record, Rows, Value

DASH = "——"


def text(words: str, path: tuple[str | int, ...] = ()) -> Value:
    """A word that only the paper needs."""
    return Value(words, path)


def score_rows(blocks: Rows, total: Record) -> Rows:
    """The score table: each 二级指标, a 小计 under each 一级指标, 合计 at the end.

    ``kind`` is row, subtotal or total; ``block`` and ``group`` name what a row is about;
    ``live`` tells whether its weight and score are the sums of the rows below it, so that a
    workbook may compute them.
    """
    rows: list[Node] = []
    every: list[Record] = []
    for block in blocks:
        assert isinstance(block, Record)
        groups = block["groups"]
        assert isinstance(groups, Rows)
        for group in groups:
            assert isinstance(group, Record)
            rate = score_rate(group["score"], group["weight"], (*group.path, "score"))
            leaves = _leaves([group])
            rows.append(_score_row("row", block["name"], group["name"], group, rate, leaves))
        leaves = _leaves(groups)
        every += leaves
        rows.append(
            _score_row("subtotal", block["name"], text("小计"), block, block["rate"], leaves)
        )
    rows.append(_score_row("total", text("合计"), text(""), total, total["rate"], every))
    return Rows(rows, ("indicators",))


def _leaves(groups: Iterable[Node]) -> list[Record]:
    found: list[Record] = []
    for group in groups:
        assert isinstance(group, Record)
        leaves = group["indicators"]
        assert isinstance(leaves, Rows)
        found += [leaf for leaf in leaves if isinstance(leaf, Record)]
    return found


def _adds_up(own: Record, leaves: Iterable[Record]) -> bool:
    """Tell whether weight and score of ``own`` are the sums of ``leaves``; blank where one is."""
    for field in ("weight", "score"):
        value, parts = own[field], [leaf[field] for leaf in leaves]
        assert isinstance(value, Value)
        numbers = [
            part.number for part in parts if isinstance(part, Value) and part.number is not None
        ]
        whole = sum(numbers, Decimal(0)) if len(numbers) == len(parts) else None
        if value.number != whole:
            return False
    return True


def _score_row(
    kind: str, level1: Node, level2: Node, own: Record, rate: Node, leaves: Iterable[Record]
) -> Record:
    fields: dict[str, Node] = {
        "block": text(str(level1) if kind != "total" else ""),
        "group": text(str(level2) if kind == "row" else ""),
        "live": text("是" if _adds_up(own, leaves) else ""),
        "kind": text(kind),
        "level1": level1,
        "level2": level2,
        "weight": own["weight"],
        "score": own["score"],
        "rate": rate,
    }
    return Record(fields, own.path)


def analysis_rows(block: Record) -> Rows:
    """The table of one 一级指标 in section 四: names, weight, value, score as that table prints them."""
    rows: list[Node] = []
    groups = block["groups"]
    assert isinstance(groups, Rows)
    for group in groups:
        assert isinstance(group, Record)
        leaves = group["indicators"]
        assert isinstance(leaves, Rows)
        for leaf in leaves:
            assert isinstance(leaf, Record)
            fields: dict[str, Node] = {
                "kind": text("row"),
                "level2": group["table_name"] or group["name"],
                "name": leaf["table_name"] or leaf["name"],
                "weight": leaf["weight"],
                "value": leaf["table_value"] or leaf["value"] or text(DASH),
                "score": leaf["table_score"] or leaf["score"],
            }
            rows.append(Record(fields, leaf.path))
    last: dict[str, Node] = {
        "kind": text("total"),
        "level2": text("合计"),
        "name": text(""),
        "weight": block["weight"],
        "value": text(DASH),
        "score": block["table_score"] or block["score"],
    }
    rows.append(Record(last, block.path))
    return Rows(rows, block.path)


def annex_rows(case: EvaluationCase, forms: FormSet, blocks: Rows) -> Rows:
    """Annex 1: every 三级指标 with its rule as printed and its remark ending in the points given."""
    rows: list[Node] = []
    for b, block in enumerate(blocks):
        assert isinstance(block, Record)
        groups = block["groups"]
        assert isinstance(groups, Rows)
        for g, group in enumerate(groups):
            assert isinstance(group, Record)
            leaves = group["indicators"]
            assert isinstance(leaves, Rows)
            for i, leaf in enumerate(leaves):
                assert isinstance(leaf, Record)
                row = _with_tags_filled(case.indicators[b].groups[g].indicators[i], leaf)
                remark = leaf["remark"]
                assert isinstance(remark, Value)
                said = remark.text.rstrip("。") + "。" if remark else ""
                tail = f"计{leaf['score']}分。" if leaf["score"] else ""
                fields: dict[str, Node] = {
                    "level1": text(f"{block['name']}\n（{block['weight']}分）", block.path),
                    "level2": text(f"{group['name']}\n（{group['weight']}分）", group.path),
                    "name": leaf["name"],
                    "explanation": leaf["explanation"],
                    "weight": leaf["weight"],
                    "rule": text(rule_text(row, forms), (*leaf.path, "rule")),
                    "score": leaf["score"],
                    "remark": text(f"{said}{tail}", remark.path),
                    "value": leaf["value"],
                    "rate": score_rate(leaf["score"], leaf["weight"], (*leaf.path, "score")),
                }
                fields["block"], fields["group"] = block["name"], group["name"]
                fields["long"] = text("是" if _is_long(fields) else "", leaf.path)
                rows.append(Record(fields, leaf.path))
    return Rows(rows, ("indicators",))


def _with_tags_filled(row: ScoredIndicator, leaf: Record) -> ScoredIndicator:
    """The row whose rule says what the tags in its words print."""
    rule = leaf["rule"]
    assert isinstance(rule, Record)
    changes: dict[str, object] = {
        name: str(rule[name])
        for name in ("subject", "fault", "full", "sentence")
        if getattr(row.rule, name) is not None
    }
    clauses = rule["conditions"]
    assert isinstance(clauses, Rows)
    texts = [str(clause["text"]) for clause in clauses if isinstance(clause, Record)]
    changes["conditions"] = tuple(
        clause.model_copy(update={"text": text})
        for clause, text in zip(row.rule.conditions, texts, strict=True)
    )
    return row.model_copy(update={"rule": row.rule.model_copy(update=changes)})


_LETTERS = {"explanation": 10, "rule": 15, "remark": 11}
"""How many characters a line of annex 1 holds in its wide columns."""
_LONGEST = 12
"""A row of so many lines may break over pages; a shorter one stays together."""


def _is_long(fields: Mapping[str, Node]) -> bool:
    """Tell whether a row of annex 1 is so high that keeping it together would leave a page half empty."""
    return any(
        sum(-(-len(line) // letters) for line in str(fields[name]).split("\n")) > _LONGEST
        for name, letters in _LETTERS.items()
    )


def tables_by_name(done: Mapping[str, Node]) -> Mapping[str, Rows]:
    """The rows of each table of the report by its name."""
    blocks, total, recipients = done["blocks"], done["total"], done["recipients"]
    assert isinstance(blocks, Rows)
    assert isinstance(total, Record)
    assert isinstance(recipients, Rows)
    found = {"payments": recipients, "scores": score_rows(blocks, total)}
    for block in blocks:
        assert isinstance(block, Record)
        found[str(block["name"])] = analysis_rows(block)
    return found

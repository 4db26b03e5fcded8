"""Random evaluation reports by seed: whatever the model allows, named as a file may name it.

Made with Python's own generator: a report has some hundred fields, more than a property test's
engine draws in reasonable time.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    Leaf,
    LeafShape,
    ListShape,
    PairsShape,
    fields_of,
)
from govdocs.model.any_case import read_any_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fields import Model

_TEXTS = (
    "甲", "资金到位率", "0430", "=1+1", "+1", "-", "- 甲", "null", "~", "yes", "1:30", "甲: 乙",
    "甲 # 乙", "'", '"', "{{ project.name }}", "[甲]", "*重点", "%", "@", "（空）", "（（空））",
    "_x000D_", "第一行\n第二行", "行\n\n  缩进\n末", "制\t表", "2018-05-18", "1e3", "true", "：",
    "甲：乙", "😀", "长" * 90, "A&B<C>", "---", "# 甲", "甲:", "#REF!", "'甲", "【项目】", "所属企业",
)  # fmt: skip
_PLAIN = ("98.50", "0430", "1,263", "1,234.50", "-0", "0.00", "7", "12345678901234567890.12", "-3")
_RATES = ("96%", "57.68%", "5‰", "≥95%", "0.10%", "1,200%")
_FIGURES = ("360.4亿美元", "1.1万人", "约5家", "≤30天")
_CELLS = ("有效促进", "10<20且完成", "≥266米")
_CHOICES: dict[Leaf, tuple[str, ...]] = {
    Leaf.TEXT: _TEXTS,
    Leaf.MONEY: _PLAIN,
    Leaf.RATE: _RATES,
    Leaf.NUMBER: _PLAIN,
    Leaf.FIGURE: _PLAIN + _RATES + _FIGURES,
    Leaf.CELL: _PLAIN + _RATES + _FIGURES + _CELLS,
    Leaf.DAY: ("2022-12-31", "1899-01-01", "2024-02-29", "1900-03-01"),
    Leaf.WHOLE: ("0", "3", "999999"),
}
_DEEPEST = 4
_FIXED = {"kind": "重点绩效评价", "year": "2022"}


def random_evaluation(seed: int) -> EvaluationCase:
    """Return the report of a seed; equal for equal seeds."""
    random = Random(seed)
    data = _group(EvaluationCase, random, 0)
    data |= {**_FIXED, "money_unit": random.choice(("元", "万元", "亿元"))}
    case = read_any_case(_told_apart(data))
    assert isinstance(case, EvaluationCase)
    return case


def _group(model: type[Model], random: Random, depth: int) -> dict[str, Any]:
    found = {}
    for key, field in fields_of(model).items():
        deep = key == "sections" and depth > _DEEPEST
        if not deep and (field.required or random.random() < 0.6):
            found[key] = _value(field, random, depth)
    return found


def _value(field: FieldShape, random: Random, depth: int) -> Any:
    shape = field.shape
    if isinstance(shape, GroupShape):
        return _group(shape.model, random, depth + 1)
    if isinstance(shape, PairsShape):
        return {text.strip(): random.choice(_TEXTS) for text in random.sample(_TEXTS, 2)}
    least = dict(field.bounds).get("minItems", 0)
    if isinstance(shape, ListShape):
        count = random.randint(least, max(least, 3 - depth // 2))
        if isinstance(shape.item, GroupShape):
            rows = [_group(shape.item.model, random, depth + 1) for _ in range(count)]
            return list(_named_apart(rows))
        return [random.choice(_TEXTS) for _ in range(count)]
    return _leaf(shape, random)


def _leaf(shape: LeafShape, random: Random) -> str:
    return random.choice(shape.choices or _CHOICES[shape.leaf])


def _named_apart(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    names = set()
    for number, row in enumerate(rows):
        if row.get("name", number) in names:
            row["name"] += str(number)
        names.add(row.get("name", number))
        yield row


def _told_apart(data: dict[str, Any]) -> dict[str, Any]:
    """Give different names to what others are to be called by: 三级指标, clauses, questions."""
    for number, leaf in enumerate(_leaves(data)):
        leaf["name"] = f"{number}{leaf['name']}"
        _number(leaf["rule"].get("conditions", ()))
    _number(data.get("survey", {}).get("questions", ()))
    return data


def _number(rows: Any) -> None:
    for number, row in enumerate(rows):
        row["text"] = f"{number}{row['text']}"


def _leaves(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for block in data["indicators"]:
        for group in block["groups"]:
            yield from group["indicators"]

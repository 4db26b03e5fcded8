"""Random cases: whatever the model allows, to be written and read back."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    Leaf,
    LeafShape,
    ListShape,
    PairsShape,
    Shape,
    fields_of,
)
from govdocs.model.case import Case, read_case
from govdocs.model.fields import Model

_TRICKY = st.sampled_from(
    [
        "0430",
        "=1+1",
        "+1",
        "-",
        "- 甲",
        "null",
        "~",
        "yes",
        "1:30",
        "甲: 乙",
        "甲 # 乙",
        "'",
        '"',
        "a'b\"c",
        "{{ fund.name }}",
        "[甲]",
        "{乙}",
        "*重点",
        "&和",
        "%",
        "@",
        "!",
        "|",
        ">",
        "（空）",
        "（（空））",
        "_x000D_",
        "_x005F_",
        "第一行\n第二行",
        "行\n\n  缩进\n末",
        "制\t表",
        "a\\n",
        "2018-05-18",
        "1e3",
        "true",
        "：",
        "甲：乙",
        "\ufeffx",
        "😀",
        "长" * 90,
        "A&B<C>",
        "---",
        "...",
        "?",
        "? 甲",
        "# 甲",
        "甲:",
        "#REF!",
        "'甲",
        "　甲",
    ]
)
_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn", "Cc")),
    min_size=1,
    max_size=12,
)
_TEXT = st.one_of(_TRICKY, _WORDS).filter(lambda text: bool(text.strip()))
_PLAIN = st.one_of(
    st.decimals(-(10**9), 10**9, places=2).map(str),
    st.integers(-(10**6), 10**12).map(str),
    st.sampled_from(
        [
            "98.50",
            "0430",
            "1,263",
            "1,234.50",
            "-0",
            "0.00",
            "007",
            "12345678901234567890.12",
            "0.1",
            "560.0",
        ]
    ),
)
_RATE = st.one_of(
    st.decimals(0, 1000, places=2).map(lambda d: f"{d}%"),
    st.sampled_from(["96%", "57.68%", "5‰", "100％", "≥95%", "0.10%", "1,200%"]),
)
_LEAVES: dict[Leaf, st.SearchStrategy[str]] = {
    Leaf.TEXT: _TEXT,
    Leaf.MONEY: _PLAIN,
    Leaf.RATE: _RATE,
    Leaf.NUMBER: _PLAIN,
    Leaf.FIGURE: st.one_of(_PLAIN, _RATE, st.sampled_from(["360.4亿美元", "1.1万人", "约5家"])),
    Leaf.CELL: st.one_of(
        _PLAIN, _RATE, _TEXT, st.sampled_from(["≥95%", "10<20且完成", "有效提高"])
    ),
    Leaf.DAY: st.dates().map(lambda day: f"{day.year:04}-{day:%m-%d}"),
    Leaf.WHOLE: st.integers(0, 999_999).map(str),
}


def _field(field: FieldShape, depth: int) -> st.SearchStrategy[Any]:
    content = _shape(field, field.shape, depth)
    return content if field.required else st.one_of(st.none(), content)


def _shape(field: FieldShape, shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    if isinstance(shape, LeafShape):
        if field.key == "year":
            return st.integers(1990, 2100).map(str)
        if field.key == "money_unit":
            return st.sampled_from(["元", "万元", "亿元"])
        return st.sampled_from(shape.choices) if shape.choices else _LEAVES[shape.leaf]
    if isinstance(shape, GroupShape):
        return groups(shape.model, depth + 1)
    if isinstance(shape, PairsShape):
        return st.dictionaries(_TEXT.map(str.strip), _TEXT, max_size=3)
    least = dict(field.bounds).get("minItems", 0)
    most = max(least, 3 - depth // 2)
    if isinstance(shape, ListShape) and isinstance(shape.item, GroupShape):
        unique = (
            (lambda row: row["name"].strip()) if "name" in fields_of(shape.item.model) else None
        )
        return st.lists(
            groups(shape.item.model, depth + 1), min_size=least, max_size=most, unique_by=unique
        )
    return st.lists(_LEAVES[Leaf.TEXT], min_size=least, max_size=most)


def groups(model: type[Model], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Data of one group; what is None is left out."""

    def build(values: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value is not None}

    return st.fixed_dictionaries(
        {
            key: _field(field, depth)
            for key, field in fields_of(model).items()
            if depth < 7 or field.key != "sections"
        }
    ).map(build)


def cases(*left_out: str) -> st.SearchStrategy[Case]:
    """Whole cases; ``left_out`` are top-level fields that do not matter to a test."""

    def valid(data: dict[str, Any]) -> Case:
        return read_case({key: value for key, value in data.items() if key not in left_out})

    return groups(Case).map(valid)

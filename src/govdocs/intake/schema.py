"""The JSON Schema of a case file, by which an editor completes and explains it in Chinese."""

from __future__ import annotations

import json
from typing import Any

from govdocs.intake.kinds import title_of, told_of
from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    Leaf,
    LeafShape,
    ListShape,
    Shape,
    fields_of,
    models_within,
)
from govdocs.model.any_case import KINDS
from govdocs.model.fields import Model
from govdocs.model.kinds import FILING

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What an editor's YAML reader makes of a plain scalar; intake itself reads them all as text.
_TYPES: dict[Leaf, dict[str, Any]] = {
    Leaf.TEXT: {"type": ["string", "number"]},
    Leaf.MONEY: {"type": ["string", "number"], "examples": ["560", "98.50", "560万元"]},
    Leaf.RATE: {"type": "string", "pattern": "[%％‰]", "examples": ["96%", "57.68%"]},
    Leaf.NUMBER: {"type": ["string", "number"], "examples": ["10", "9.5"]},
    Leaf.FIGURE: {"type": ["string", "number"], "examples": ["360.4亿美元", "37.3%"]},
    Leaf.CELL: {"type": ["string", "number"], "examples": ["1380", "≥95%", "1.1万人", "有效提高"]},
    Leaf.DAY: {
        "type": "string",
        "pattern": "^\\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}\\s*年\\s*[0-9]{1,2}\\s*月\\s*[0-9]{1,2}\\s*日)\\s*$",
        "examples": ["2018-05-18", "2018年5月18日"],
    },
    Leaf.WHOLE: {"type": ["integer", "string"], "pattern": "^\\s*[0-9]{1,9}\\s*$"},
    Leaf.YES_NO: {"enum": ["是", "否", True, False]},
}


def case_schema(kind: str = FILING) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a case file of ``kind``; equal on every call and machine."""
    model = KINDS[kind]
    built = {inner.__name__: _group(inner) for inner in models_within(model)}
    root = built.pop(model.__name__)
    title, told = title_of(kind), told_of(kind)
    return {
        "$schema": DIALECT,
        "title": title,
        "description": told,
        **root,
        "type": "object",
        "$defs": dict(sorted(built.items())),
    }


def schema_text(kind: str = FILING) -> str:
    """Return the schema as the text of its file."""
    return json.dumps(case_schema(kind), ensure_ascii=False, indent=2) + "\n"


def _group(model: type[Model]) -> dict[str, Any]:
    fields = fields_of(model)
    required = [field.key for field in fields.values() if field.required]
    group: dict[str, Any] = {
        "type": ["object", "null"],
        "properties": {key: _field(field) for key, field in fields.items()},
    }
    if required:
        group["required"] = required
    return {**group, "additionalProperties": False}


def _field(field: FieldShape) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": field.title,
        "description": field.explain,
        "markdownDescription": _markdown(field),
    }
    if field.usual:
        told["examples"] = list(field.usual)
    if field.default:
        told["default"] = field.default
    content = _content(field.shape) | dict(field.bounds)
    # A key with nothing after it is a field left blank, as in a fresh file.
    return {**told, **(content if field.required else _or_blank(content))}


def _or_blank(content: dict[str, Any]) -> dict[str, Any]:
    """Allow null beside a content; said in place, since an editor places errors within anyOf badly."""
    if "enum" in content:
        return {**content, "enum": [*content["enum"], None]}
    if "type" in content:
        types = content["type"]
        return {**content, "type": [*([types] if isinstance(types, str) else types), "null"]}
    return content


def _content(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, LeafShape):
        return (
            {"enum": list(shape.choices)} if shape.leaf is Leaf.CHOICE else dict(_TYPES[shape.leaf])
        )
    if isinstance(shape, GroupShape):
        return {"$ref": f"#/$defs/{shape.model.__name__}"}
    if isinstance(shape, ListShape):
        return {"type": "array", "items": _content(shape.item)}
    return {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}


def _markdown(field: FieldShape) -> str:
    lines = [f"**{field.title}**{'（必填）' if field.required else ''}", field.explain]
    if isinstance(field.shape, LeafShape):
        lines.append(f"类型：{field.shape.leaf.value}")
        if field.shape.choices:
            lines.append("可填：" + "、".join(field.shape.choices))
    return "\n\n".join(line for line in lines if line)

"""Write a case as YAML for people: Chinese comments, blocks for prose, quotes only where needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govdocs.intake.case_text import case_text
from govdocs.intake.kinds import schema_file, title_of
from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    LeafShape,
    ListShape,
    PairsShape,
    fields_of,
)
from govdocs.intake.yaml.scalars import block, fits_block, one_line
from govdocs.model.any_case import KINDS, AnyCase, kind_of
from govdocs.model.fields import Model
from govdocs.model.kinds import FILING

STEP = "  "
LONGEST_KEY = 100


def write_case_yaml(case: AnyCase, *, schema: str | None = None) -> str:
    """Return a case as YAML text that loads to the same case; blank fields are left out.

    ``schema`` is the address of the JSON Schema, relative to the file, for editors; the usual
    name beside the file where it is None.
    """
    head = _head(kind_of(case), schema)
    return "\n".join([*head, *_group(case_text(case), type(case), "", True)]) + "\n"


def new_case_yaml(kind: str = FILING, *, schema: str | None = None) -> str:
    """Return a case file of ``kind`` with every field named, explained and blank."""
    model = KINDS[kind]
    example = "fund.name" if kind == FILING else "project.name"
    intro = [
        "# 填写方法：在冒号和一个空格之后填写；用英文冒号；用空格缩进，不用 Tab。",
        "# 标“必填”的必须填写，其余没有的留空即可。以“- ”开头的是列表，可照样增加。",
        "# 金额照“金额单位”填写；98.50 这样的写法原样印出。正文段落可用 {{ "
        + example
        + " }} 引用数据。",
    ]
    lines = [
        line.replace("kind:", f"kind: {kind}", 1) if line.startswith("kind:") else line
        for line in _skeleton(model, "", 0)
    ]
    return "\n".join([*_head(kind, schema), *intro, *lines]) + "\n"


def _head(kind: str, schema: str | None) -> list[str]:
    title = title_of(kind)
    return [f"# yaml-language-server: $schema={schema or schema_file(kind)}", f"# {title}", ""]


def _group(data: dict[str, Any], model: type[Model], indent: str, noted: bool) -> Iterator[str]:
    for key, field in fields_of(model).items():
        value = data.get(key)
        if value is None or (value == field.default and isinstance(field.shape, LeafShape)):
            continue
        if value in ([], {}) and not field.nullable and not field.required:
            continue
        if not indent and not isinstance(field.shape, LeafShape):
            yield ""
            yield f"# {field.title}：{_one_line(field.explain)}"
            yield from _entry(key, value, field, indent, noted, note="")
        else:
            yield from _entry(
                key, value, field, indent, noted, f"  # {field.title}" if noted else ""
            )


def _entry(
    key: str, value: Any, field: FieldShape, indent: str, noted: bool, note: str
) -> Iterator[str]:
    shape = field.shape
    head = f"{indent}{key}:"
    if isinstance(value, str):
        yield _scalar(head, value, indent + STEP, note)
    elif not value:
        yield f"{head} {'[]' if isinstance(value, list) else '{}'}{note}"
    elif isinstance(shape, PairsShape):
        yield head + note
        for name, text in value.items():
            yield from _pair(name, text, indent + STEP)
    elif isinstance(shape, GroupShape):
        inner = list(_group(value, shape.model, indent + STEP, noted))
        yield f"{head}{note}" if inner else f"{head} {{}}{note}"
        yield from inner
    elif isinstance(shape, ListShape):
        yield head + note
        for number, item in enumerate(value):
            # Names of columns once: thirty rows with the same comments hide the figures.
            yield from _item(item, shape, indent + STEP, noted and number == 0)


def _item(item: Any, shape: ListShape, indent: str, noted: bool) -> Iterator[str]:
    if not isinstance(shape.item, GroupShape):
        yield _scalar(f"{indent}-", str(item), indent + STEP, "")
        return
    lines = list(_group(item, shape.item.model, indent + STEP, noted))
    if not lines:
        yield f"{indent}- {{}}"
        return
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _scalar(head: str, text: str, indent: str, note: str) -> str:
    if fits_block(text):
        first, _, rest = block(text, indent).partition("\n")
        return f"{head} {first}{note}\n{rest}"
    return f"{head} {one_line(text)}{note}"


def _pair(name: str, text: str, indent: str) -> Iterator[str]:
    written = one_line(name)
    if len(written) > LONGEST_KEY:  # YAML allows long keys only in this form
        yield f"{indent}? {written}"
        yield _scalar(f"{indent}:", text, indent + STEP, "")
    else:
        yield _scalar(f"{indent}{written}:", text, indent + STEP, "")


def _skeleton(model: type[Model], indent: str, depth: int) -> Iterator[str]:
    for key, field in fields_of(model).items():
        note = f"# {field.title}{'（必填）' if field.required else ''}：{_one_line(field.explain)}"
        shape = field.shape
        if isinstance(shape, LeafShape):
            yield f"{indent}{key}:  {note}"
            continue
        if not indent:
            yield ""
        yield f"{indent}{key}:  {note}"
        inner = indent + STEP
        if isinstance(shape, GroupShape):
            yield from _skeleton(shape.model, inner, depth + 1)
        elif isinstance(shape, ListShape) and isinstance(shape.item, GroupShape):
            # A section may hold sections without end; one of each kind shows how.
            if shape.item.model is not model:
                lines = list(_skeleton(shape.item.model, inner + STEP, depth + 1))
                yield f"{inner}- {lines[0].lstrip()}"
                yield from lines[1:]
        elif isinstance(shape, ListShape):
            yield f"{inner}-"


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""A case that was read from papers as YAML: every value with its place in a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from govdocs.intake.shape import FieldShape, GroupShape, LeafShape, ListShape, fields_of
from govdocs.intake.yaml.scalars import block, fits_block, one_line
from govdocs.model.case import Case
from govdocs.model.fields import Model
from govdocs.place import CellPlace, LinePlace, Place, WordPlace
from govdocs.reading_in.placed import Leftover, Placed, PlacedTree

STEP = "  "


def case_yaml(
    tree: dict[str, PlacedTree],
    left: Sequence[Leftover],
    sources: Sequence[str],
    schema: str,
    model: type[Model] = Case,
) -> str:
    """Return the case file: values in the order of ``model``, blanks that must be filled marked 必填.

    ``left`` are listed at the end as comments, each with its place.
    """
    lines = [
        f"# yaml-language-server: $schema={schema}",
        f"# {'申报' if model is Case else '评价'}案卷，读自 {'、'.join(_one_line(PurePath(s).name) for s in sources)}；行末为各值在原文件中的位置",
        "",
        *_group(tree, model, "", True),
    ]
    if left:
        lines += ["", "# 以下内容没有放进案卷，请核对后填写或删去"]
        for item in left:
            where = place_note(item.place)
            why = f"（{item.why}）" if item.why else ""
            lines.append(
                f"# - {where}：{_one_line(item.text)}{why}"
                if where
                else f"# - {_one_line(item.text)}{why}"
            )
    return "\n".join(lines) + "\n"


def place_note(place: Place | None) -> str:
    """A place as a comment says it: 附件2.docx 表1第8行第5列."""
    if place is None:
        return ""
    name = _one_line(PurePath(place.file).name)
    if isinstance(place, WordPlace):
        if place.table is not None:
            row = "" if place.row is None else f"第{place.row}行"
            column = "" if place.column is None else f"第{place.column}列"
            return f"{name} 表{place.table}{row}{column}"
        part = "" if place.part == "正文" else place.part
        return f"{name} {part}第{place.paragraph}段" if place.paragraph is not None else name
    if isinstance(place, CellPlace):
        return (
            f"{name} {_one_line(place.sheet)}!{place.cell}"
            if place.cell
            else f"{name} {_one_line(place.sheet)}"
        )
    if isinstance(place, LinePlace):
        return f"{name} 第{place.line}行"
    return name


def _group(
    tree: dict[str, PlacedTree], model: type[Model], indent: str, top: bool = False
) -> Iterator[str]:
    for key, field in fields_of(model).items():
        value = tree.get(key)
        if value is None or value in ({}, []):
            if field.required:
                yield from _blank(key, field, indent)
            continue
        if top and not isinstance(field.shape, LeafShape):
            yield ""
            yield f"# {field.title}"
        yield from _entry(key, value, field, indent)


def _blank(key: str, field: FieldShape, indent: str) -> Iterator[str]:
    if isinstance(field.shape, GroupShape) and not any(
        f.required for f in fields_of(field.shape.model).values()
    ):
        yield f"{indent}{key}: {{}}"
        return
    yield f"{indent}{key}:  # 必填，文件中没有读到：{field.title}"
    if isinstance(field.shape, GroupShape):
        yield from _group({}, field.shape.model, indent + STEP)


def _entry(key: str, value: PlacedTree, field: FieldShape, indent: str) -> Iterator[str]:
    head = f"{indent}{key}:"
    if isinstance(value, Placed):
        yield from _proposal(value, indent)
        yield _scalar(head, value, indent + STEP)
    elif isinstance(value, dict):
        assert isinstance(field.shape, GroupShape)
        yield head
        yield from _group(value, field.shape.model, indent + STEP)
    else:
        assert isinstance(field.shape, ListShape)
        yield head
        for item in value:
            if isinstance(item, Placed):
                yield from _proposal(item, indent + STEP)
                yield _scalar(f"{indent}{STEP}-", item, indent + STEP + STEP)
            elif isinstance(item, dict) and isinstance(field.shape.item, GroupShape):
                lines = list(_group(item, field.shape.item.model, indent + STEP + STEP))
                yield f"{indent}{STEP}- {lines[0].lstrip()}"
                yield from lines[1:]


def _proposal(value: Placed, indent: str) -> Iterator[str]:
    """The text with tags in a comment of its own line above the text that the paper has."""
    if value.proposal:
        yield f"{indent}# 可改用标签：{_one_line(value.proposal)}"


def _scalar(head: str, value: Placed, indent: str) -> str:
    said = "，".join(part for part in (place_note(value.place), _one_line(value.note)) if part)
    note = f"  # {said}" if said else ""
    if fits_block(value.text):
        first, _, rest = block(value.text, indent).partition("\n")
        return f"{head} {first}{note}\n{rest}"
    return f"{head} {one_line(value.text)}{note}"


def _one_line(text: str) -> str:
    """A text as a comment holds it: one line, and no character that YAML refuses."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))

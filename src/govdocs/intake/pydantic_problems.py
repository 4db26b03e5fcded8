"""The model's complaints as problems: Chinese name of the field, what stands there, what would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from govdocs.errors import Problem
from govdocs.intake.nearest import nearest
from govdocs.intake.raw import RawCase
from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    LeafShape,
    PairsShape,
    field_at,
    fields_of,
    model_at,
)
from govdocs.intake.yaml.mistakes import key_slip
from govdocs.model.fields import Model
from govdocs.place import CellPlace, Path, Place, dotted

_BUILTIN = {
    "too_short": "intake.too_few",
    "greater_than_equal": "intake.out_of_range",
    "less_than_equal": "intake.out_of_range",
    "tuple_type": "intake.expects_list",
    "list_type": "intake.expects_list",
    "dict_type": "intake.expects_group",
    "model_type": "intake.expects_group",
    "model_attributes_type": "intake.expects_group",
    "string_type": "intake.expects_one_value",
    "not_text": "intake.expects_one_value",
}
_SHOWN = 60


def problems_of(error: ValidationError, raw: RawCase) -> list[Problem]:
    """Return one problem for each independent complaint, in the order of the model."""
    complaints = [c for c in error.errors(include_url=False) if not _only_invalid_items(c)]
    meant = {
        path
        for c in complaints
        if (path := _meant(_path(c["loc"]), c["type"], raw.model)) is not None
    }
    found: list[Problem] = []
    for complaint in complaints:
        path, kind = _path(complaint["loc"]), complaint["type"]
        if kind == "missing":
            # A misspelt key is told once: as itself, not also as the field that is not there.
            if path not in meant:
                found += _missing(path, raw)
        elif kind == "extra_forbidden":
            found.append(_unknown_key(path, raw))
        else:
            found.append(_wrong(path, kind, complaint.get("ctx", {}), complaint, raw))
    return found


def _only_invalid_items(complaint: Mapping[str, Any]) -> bool:
    """Tell whether a list is "too short" only because the model counts its valid items alone."""
    given = complaint.get("input")
    return (
        complaint["type"] == "too_short"
        and isinstance(given, list)
        and len(given) >= complaint["ctx"]["min_length"]
    )


def _path(loc: tuple[int | str, ...]) -> Path:
    return tuple(step for step in loc if step != "[key]")


def _names(path: Path, root: type[Model]) -> dict[str, str]:
    field = field_at(path, root)
    if field is None:
        title = str(path[-1]) if path else "案卷"
        return {"field": title, "explain": "", "path": dotted(path)}
    title = field.title
    if path and isinstance(path[-1], int):
        title = f"{field.title}第{path[-1] + 1}项"
    elif isinstance(field.shape, PairsShape) and path[-1] != field.key:
        title = f"{field.title}“{path[-1]}”"
    return {"field": title, "explain": field.explain, "path": dotted(path)}


def _missing(path: Path, raw: RawCase) -> Iterator[Problem]:
    field = field_at(path, raw.model)
    if field is not None and isinstance(field.shape, GroupShape):
        inner = [f for f in fields_of(field.shape.model).values() if f.required]
        if inner and path in raw.blanks:
            for part in inner:
                yield from _missing((*path, part.key), raw)
            return
    yield Problem(
        "intake.missing",
        raw.place(path),
        {
            **_names(path, raw.model),
            "yaml": yaml_hint(raw.place(path), str(path[-1])),
            "group": _group(path[:-1], raw.model),
        },
        path,
    )


def yaml_hint(place: Place | None, key: str) -> str:
    """Name the key of a field to who writes YAML; in a workbook the label stands beside the cell."""
    return "" if isinstance(place, CellPlace) else f"；YAML 中的字段名是 {key}"


def _group(path: Path, root: type[Model]) -> str:
    return _names(path, root)["field"] if path else "案卷"


def _meant(path: Path, kind: str, root: type[Model]) -> Path | None:
    """The field that an unknown key at ``path`` was probably meant to be."""
    if kind != "extra_forbidden":
        return None
    field = _probable(path, root)
    return None if field is None else (*path[:-1], field.key)


def _probable(path: Path, root: type[Model]) -> FieldShape | None:
    model = model_at(path[:-1], root)
    if model is None:
        return None
    fields = fields_of(model)
    names = {**{f.title: f for f in fields.values()}, **fields}
    return names.get(nearest(str(path[-1]), names))


def _unknown_key(path: Path, raw: RawCase) -> Problem:
    place = raw.keys.get(path) or raw.place(path)
    model = model_at(path[:-1], raw.model)
    allowed = "、".join(fields_of(model)) if model else ""
    details = {"key": str(path[-1]), "allowed": allowed, "group": _group(path[:-1], raw.model)}
    probable = _probable(path, raw.model)
    if probable is None:
        return Problem("intake.unknown_key", place, details, path)
    details |= {"right": probable.key, "title": probable.title}
    return Problem("intake.misspelt_key", place, details, path)


def _wrong(
    path: Path, kind: str, context: Mapping[str, Any], complaint: Mapping[str, Any], raw: RawCase
) -> Problem:
    given = complaint.get("input")
    details = {
        "given": _shown(given),
        **_names(path, raw.model),
        **{key: str(value) for key, value in context.items() if key != "error"},
    }
    field = field_at(path, raw.model)
    place = raw.place(path)
    if kind == "enum" and field is not None and isinstance(field.shape, LeafShape):
        near = nearest(str(given), field.shape.choices, cutoff=0.3)
        details |= {"allowed": "、".join(field.shape.choices)}
        if near:
            return Problem("intake.not_one_of_near", place, {**details, "nearest": near}, path)
        return Problem("intake.not_one_of", place, details, path)
    if kind in ("greater_than_equal", "less_than_equal"):
        details["bound"] = details.get("ge") or details.get("le") or ""
        details["side"] = "小于" if "ge" in context else "大于"
    if kind == "too_short":
        details["least"] = str(context.get("min_length", 1))
    code = _BUILTIN.get(kind, f"intake.{kind}")
    if code == "intake.expects_group" and isinstance(given, str):
        slip = key_slip(given)
        if slip is not None:
            return Problem(slip[0], place, {"key": slip[1], "rest": slip[2]}, path)
    if code == "intake.expects_group":
        model = model_at(path, raw.model)
        details["allowed"] = "、".join(fields_of(model)) if model else ""
    if code == "intake.expects_list" and isinstance(given, str) and given.startswith("-"):
        return Problem("intake.no_space_after_dash", place, {"rest": given[1:_SHOWN]}, path)
    if code in ("intake.expects_group", "intake.expects_list"):
        details.setdefault("allowed", "")
        details["key"] = next((str(s) for s in reversed(path) if isinstance(s, str)), "")
    if code.removeprefix("intake.") == kind and kind not in CUSTOM:
        return Problem("intake.invalid", place, {**details, "said": str(complaint["msg"])}, path)
    return Problem(code, place, details, path)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "一组字段"
    if isinstance(value, list | tuple):
        return "一个列表"
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


CUSTOM = frozenset(
    {
        "blank",
        "control_character",
        "full_width_digits",
        "no_such_date",
        "not_date",
        "not_figure",
        "not_money",
        "not_money_unit",
        "not_money_unit_name",
        "not_number",
        "not_rate",
        "not_whole_number",
        "not_yes_or_no",
        "other_money_unit",
        "rate_without_percent",
        "unknown_kind",
    }
)
"""Codes that the model's own field types raise; a test holds this against model/."""

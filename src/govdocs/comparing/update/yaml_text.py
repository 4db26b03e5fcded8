"""Values of a YAML file exchanged in its text: comments, order, quotes and line ends of the rest stay.

The parser only tells where a value begins and ends; what stands around it is never written anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govdocs.intake.yaml.scalars import block, fits_block, one_line
from govdocs.place import Path

_PLAIN_IN_FLOW = re.compile(r"[\w.%〔〕（）≥≤/·-]+")


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    text: str


def exchanged(text: str, values: Mapping[Path, str]) -> tuple[str, frozenset[Path]]:
    """Return the text with new values, and the paths that have no place in it to be written at.

    A value that the file leaves out is added to its group; an empty text leaves the field blank.
    Rows are neither added nor removed. ``text`` must parse.
    """
    from ruamel.yaml import YAML

    root = YAML(typ="safe", pure=True).compose(text)
    met: dict[int, int] = {}
    _count(root, met)
    splices: list[_Splice] = []
    refused: set[Path] = set()
    for path, value in values.items():
        found = _splice(text, root, path, value, met)
        if found is None:
            refused.add(path)
        else:
            splices.append(found)
    for splice in sorted(splices, key=lambda s: (s.start, s.end), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text, frozenset(refused)


def _count(node: Any, met: dict[int, int]) -> None:
    """Count how often a node is reached: one that an alias repeats belongs to two fields."""
    met[id(node)] = met.get(id(node), 0) + 1
    if met[id(node)] > 1 or isinstance(node.value, str):
        return
    for child in node.value:
        for inner in child if isinstance(child, tuple) else (child,):
            _count(inner, met)


def _splice(text: str, root: Any, path: Path, value: str, met: Mapping[int, int]) -> _Splice | None:
    node, around, flow = root, None, False
    key: Any = None
    for at, step in enumerate(path):
        around, flow = node, flow or bool(node.flow_style)
        if met[id(node)] > 1 or isinstance(node.value, str):
            return None
        if isinstance(step, int):
            if step >= len(node.value) or isinstance((node.value or [()])[0], tuple):
                return None
            node = node.value[step]
            continue
        found = next((pair for pair in node.value if pair[0].value == step), None)
        if found is None:
            last = at == len(path) - 1
            return _added(text, around, step, value, flow=flow) if last and value else None
        key, node = found
    if not isinstance(node.value, str) or met[id(node)] > 1:
        return None
    if not value and isinstance(path[-1], int):
        return None
    if (
        node.start_mark.index == node.end_mark.index
    ):  # blank: the parser's mark is anywhere after it
        if key is None or isinstance(path[-1], int):
            return None
        at = text.index(":", key.end_mark.index) + 1
        return _Splice(at, at, f" {_written(value, text, at, flow=flow)}") if value else None
    return _replaced(text, node, value, flow=flow)


def _replaced(text: str, node: Any, value: str, *, flow: bool) -> _Splice:
    start, end = node.start_mark.index, node.end_mark.index
    if node.style not in {"|", ">"}:
        return _Splice(
            start, end, _like(node.style, value) or _written(value, text, start, flow=flow)
        )
    lines = text[start:end].split("\n")
    head, body = lines[0], lines[1:]
    while body and (not body[-1].strip() or body[-1].lstrip().startswith("#")):
        body.pop()
    end = start + len("\n".join([head, *body]))
    comment = head[head.index("#") :] if "#" in head else ""
    new = _written(value, text, start, flow=flow)
    first, line_end, rest = new.partition("\n")
    note = f"  {comment}" if comment else ""
    return _Splice(start, end, f"{first}{note}{line_end}{rest}")


def _like(style: str | None, value: str) -> str:
    """One line in the quotes that stood there; empty where those would not do."""
    if "\n" in value or not value or "\t" in value:
        return ""
    if style == '"' and value.isprintable():
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return ""


def _written(value: str, text: str, start: int, *, flow: bool) -> str:
    if flow:
        if _PLAIN_IN_FLOW.fullmatch(value) and one_line(value) == value:
            return value
        written = one_line(value)
        return (
            written
            if written[:1] in {"'", '"'} or not value
            else "'" + value.replace("'", "''") + "'"
        )
    if fits_block(value):
        line = text[text.rfind("\n", 0, start) + 1 : start]
        indent = len(line) - len(line.lstrip(" "))
        # Under “- key:” the key's own column counts, under “- ” that of the dash.
        dash = re.match(r"\s*(?:- +)+", line)
        if dash is not None and line.rstrip().endswith(":"):
            indent = len(dash.group())
        return block(value, " " * (indent + 2))
    return one_line(value) if value else ""


def _added(text: str, group: Any, key: str, value: str, *, flow: bool) -> _Splice | None:
    if not group.value:
        return None
    if flow:
        closing = group.end_mark.index - 1
        return _Splice(closing, closing, f", {key}: {_written(value, text, closing, flow=True)}")
    indent = " " * group.value[0][0].start_mark.column
    last = group.value[-1][1]
    while not isinstance(last.value, str) and last.value and not last.flow_style:
        child = last.value[-1]
        last = child[1] if isinstance(child, tuple) else child
    end = last.end_mark.index
    if isinstance(last.value, str) and last.style in {"|", ">"}:
        body = text[last.start_mark.index : end].split("\n")
        while len(body) > 1 and (not body[-1].strip() or body[-1].lstrip().startswith("#")):
            body.pop()
        end = last.start_mark.index + len("\n".join(body))
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    written = block(value, indent + "  ") if fits_block(value) else one_line(value)
    return _Splice(line_end, line_end, f"\n{indent}{key}: {written}")

"""Rows of a list in a YAML file added, taken out or put in another order, as text: comments go along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from govdocs.comparing.update.rows import RowChange, RowEdit
from govdocs.intake.yaml.scalars import block, fits_block, one_line
from govdocs.place import Path, dotted


@dataclass(frozen=True, slots=True)
class _List:
    """A block sequence in a text: the lines of each row, comments right above it included."""

    start: int
    end: int
    rows: tuple[str, ...]
    indent: str
    flow: tuple[bool, ...]


def rearranged(text: str, edits: Sequence[RowEdit]) -> tuple[str, tuple[RowEdit, ...]]:
    """Return the text with the row changes of ``edits``, and the changes that have no place in it.

    Acceptances that name a row by its number follow it; a change is refused where an acceptance
    names the row that goes, or a tag reaches a row by a number that would be another's.
    """
    refused: list[RowEdit] = []
    by_list: dict[Path, list[RowEdit]] = {}
    for edit in edits:
        by_list.setdefault(edit.path, []).append(edit)
    for path in sorted(by_list, key=len, reverse=True):  # inner lists first: outer ones move them
        made = _one(text, path, by_list[path])
        if made is None:
            refused += by_list[path]
        else:
            text = made
    return text, tuple(refused)


def _one(text: str, path: Path, edits: Sequence[RowEdit]) -> str | None:
    found = _list_at(text, path)
    if found is None:
        return None
    order = _final(len(found.rows), edits)
    place = {old: new for new, old in enumerate(order) if isinstance(old, int)}
    numbered = _renumbered(text, path, place, len(found.rows))
    if numbered is None:
        return None
    rows = _list_at(numbered, path)
    assert rows is not None
    made = "".join(rows.rows[one] if isinstance(one, int) else _new(one, rows) for one in order)
    return numbered[: rows.start] + made + numbered[rows.end :]


def _final(count: int, edits: Sequence[RowEdit]) -> list[int | RowEdit]:
    """The rows as they are to follow each other: rows of the file by number, new ones as themselves."""
    order: list[int | RowEdit] = list(range(count))
    for edit in edits:
        if edit.change is RowChange.MOVED:
            kept = [i for i in edit.order if i < count]
            free = iter(kept)
            order = [next(free) if i in set(kept) else i for i in order]
    gone = {edit.index for edit in edits if edit.change is RowChange.GONE}
    added = [edit for edit in edits if edit.change is RowChange.ADDED]
    for edit in reversed(added):
        at = order.index(edit.after) + 1 if edit.after in order else 0
        order.insert(at, edit)
    return [one for one in order if one not in gone]


def _renumbered(text: str, path: Path, place: dict[int, int], count: int) -> str | None:
    """Let acceptances follow their rows; None where something names a row that would be another."""
    pattern = re.compile(rf"{re.escape(dotted(path))}\[(\d+)\]")
    changed = {i for i in range(count) if place.get(i) != i}
    made, at = "", 0
    for match in pattern.finditer(text):
        index = int(match[1])
        if index not in changed:
            continue
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if index not in place or not re.search(r"(?:^|[\s,{-])place:\s*[\"']?$", line):
            return None
        made += text[at : match.start()] + f"{dotted(path)}[{place[index]}]"
        at = match.end()
    return made + text[at:]


def _list_at(text: str, path: Path) -> _List | None:
    from ruamel.yaml import YAML

    node: Any = YAML(typ="safe", pure=True).compose(text)
    for step in path:
        if node is None or isinstance(node.value, str):
            return None
        if isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        else:
            node = next((v for k, v in node.value if k.value == step), None)
    if node is None or isinstance(node.value, str) or node.flow_style or not node.value:
        return None
    starts: list[int] = []
    for row in node.value:
        line = text.rfind("\n", 0, row.start_mark.index) + 1
        dash = text[line : row.start_mark.index]
        if not re.fullmatch(r"\s*-\s+", dash):
            return None  # an anchor, a nested list: left to the office
        starts.append(line)
    end = _end(text, node.value[-1], starts[-1])
    begins = [_with_comments(text, at) for at in starts]
    rows = tuple(text[a:b] for a, b in zip(begins, [*begins[1:], end], strict=True))
    indent = re.match(r"\s*", text[starts[0] :])
    flow = tuple(bool(row.flow_style) for row in node.value)
    return _List(begins[0], end, rows, indent.group() if indent else "", flow)


def _with_comments(text: str, start: int) -> int:
    """The beginning of a row with the comment lines right above it, of its own indent."""
    own = re.match(r" *", text[start:])
    indent = own.group() if own else ""
    while start > 0:
        before = text.rfind("\n", 0, start - 1) + 1
        line = text[before:start]
        if not line.startswith(f"{indent}#"):
            break
        start = before
    return start


def _end(text: str, last: Any, start: int) -> int:
    """The end of the last row's own lines: blank lines and comments behind it are not its own."""
    lines = text[start : last.end_mark.index].split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    at = start + len("\n".join(lines))
    line_end = text.find("\n", at)
    return len(text) if line_end < 0 else line_end + 1


def _new(edit: RowEdit, rows: _List) -> str:
    if all(rows.flow):
        fields = ", ".join(f"{key}: {_flow(value)}" for key, value in edit.cells)
        return f"{rows.indent}- {{{fields}}}\n"
    lines: list[str] = []
    inner = f"{rows.indent}  "
    for key, value in edit.cells:
        written = block(value, inner + "  ") if fits_block(value) else one_line(value)
        lines.append(f"{key}: {written}")
    return f"{rows.indent}- " + f"\n{inner}".join(lines) + "\n"


def _flow(value: str) -> str:
    if re.fullmatch(r"[\w.%〔〕（）≥≤/·-]+", value) and one_line(value) == value:
        return value
    return "'" + value.replace("'", "''").replace("\n", " ") + "'"

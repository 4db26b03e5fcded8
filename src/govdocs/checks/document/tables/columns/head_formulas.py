"""Formulas that heads print: 执行率（C/B）, 4=2-3 in the line 栏次, 完成率=完成数÷任务数 in a note."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from govdocs.prose.words.folding import fold, squeeze
from govdocs.reading.tables import Region

_SYMBOL = r"[A-Z]\d?|[①-⑳]|\d{1,2}"
_TOKEN = re.compile(rf"{_SYMBOL}|[一-龥“”]{{2,16}}|[-+*/()]")
_RATIO = re.compile(r"\(?(?P<parts>[^()/*-]+)\)?/\(?(?P<whole>[^()/*+-]+)\)?")
_GROWTH = re.compile(r"\((?P<new>[^()/*+-]+)-(?P<old>[^()/*+-]+)\)/(?P<base>[^()/*+-]+)|(?P<a>[^()/*+-]+)/(?P<b>[^()/*+-]+)-1")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Formula:
    """What the head says of column ``result``.

    ``kind`` is ratio (``added`` over ``whole``), growth (``added`` over ``whole`` less one) or sum
    (``added`` less ``taken``).
    """

    result: int
    kind: str
    added: tuple[int, ...]
    taken: tuple[int, ...] = ()
    whole: int | None = None


def formulas_of(region: Region, notes: tuple[str, ...] = ()) -> dict[int, Formula]:
    """Every formula that heads, the line of numbers or ``notes`` state, by the column of its result."""
    symbols: dict[str, int] = {}
    stated: list[tuple[int, str]] = []
    for column in region.columns:
        mark = region.marks.get(column.index) or _mark(column.heading[-1] if column.heading else "")
        left, equals, right = _squeezed(mark).partition("=")
        if equals or re.fullmatch(_SYMBOL, left):
            if left:
                symbols.setdefault(left.strip("()"), column.index)
        else:
            right = left
        if right:
            stated.append((column.index, right))
    names = _names(region)
    found: dict[int, Formula] = {}
    for result, words in stated:
        formula = _formula(result, words, symbols, names)
        if formula is not None:
            found[result] = formula
    for note in notes:
        left, equals, right = _squeezed(note).partition("=")
        result_column = names.get(left)
        if equals and result_column is not None and result_column not in found:
            formula = _formula(result_column, right, {}, names)
            if formula is not None:
                found[result_column] = formula
    return found


def _squeezed(words: str) -> str:
    plain = squeeze(fold(words)).upper()
    for old, new in (("÷", "/"), ("×", "*"), ("X", "*"), ("－", "-"), ("—", "-"), ("–", "-"), ("−", "-"), ("＝", "="), ("＋", "+"), ("（", "("), ("）", ")")):  # fmt: skip
        plain = plain.replace(old, new)
    return re.sub(r"\*\(?100%?\)?|%", "", plain)


def _mark(heading: str) -> str:
    """What a head prints behind its name: A, （D=B/A）, （C/B×100%）; empty for none."""
    words = _squeezed(heading)
    bracket = re.search(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)$", words)
    if bracket is not None:
        inside = bracket[1]
        return inside if re.fullmatch(_SYMBOL, inside) or re.search(r"[/=+*-]", inside) else ""
    found = re.search(r"(?<=[一-龥])(?:[A-Z](?:=[-A-Z+*/()\d]+)?|[①-⑳](?:=.+)?)$", words)
    if found is not None:
        return found[0]
    named = re.fullmatch(r"[一-龥]{2,12}=(?P<right>.+)", words)
    return named["right"] if named else ""


def _names(region: Region) -> dict[str, int]:
    found: dict[str, int] = {}
    twice: set[str] = set()
    for column in region.columns:
        for name in {column.last, column.name}:
            if name in found and found[name] != column.index:
                twice.add(name)
            found.setdefault(name, column.index)
    return {name: column for name, column in found.items() if name and name not in twice}


def _formula(
    result: int, words: str, symbols: dict[str, int], names: dict[str, int]
) -> Formula | None:
    def column_of(word: str) -> int | None:
        return symbols.get(word, names.get(word))

    growth = _GROWTH.fullmatch(words)
    if growth is not None:
        if growth["new"] and growth["old"] == growth["base"]:
            new, old = column_of(growth["new"]), column_of(growth["old"])
        elif growth["a"]:
            new, old = column_of(growth["a"]), column_of(growth["b"])
        else:
            return None
        return None if new is None or old is None else Formula(result, "growth", (new,), (), old)
    ratio = _RATIO.fullmatch(words)
    if ratio is not None:
        parts = [column_of(word) for word in ratio["parts"].split("+")]
        whole = column_of(ratio["whole"])
        known = [part for part in parts if part is not None]
        if whole is None or len(known) < len(parts) or result in {whole, *known}:
            return None
        return Formula(result, "ratio", tuple(known), (), whole)
    return _sum(result, words, column_of)


def _sum(result: int, words: str, column_of: Callable[[str], int | None]) -> Formula | None:
    tokens = _TOKEN.findall(words)
    if "".join(tokens) != words or {"*", "/", "(", ")"} & set(tokens) or len(tokens) < 3:
        return None
    added: list[int] = []
    taken: list[int] = []
    sign = "+"
    for token in tokens:
        if token in {"+", "-"}:
            sign = token
            continue
        column = column_of(token)
        if column is None or column == result:
            return None
        (added if sign == "+" else taken).append(column)
    return Formula(result, "sum", tuple(added), tuple(taken)) if added else None

"""A formula of the template, read once, and written anew for each row it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from govdocs.rendering.xlsx.addresses import LAST_ROW, Box
from govdocs.rendering.xlsx.formulas.references import (
    EMPTY_CELL,
    Reference,
    ReferenceTrouble,
    place_reference,
    read_reference,
)
from govdocs.rendering.xlsx.formulas.syntax import FormulaTrouble, Node, syntax_tree
from govdocs.rendering.xlsx.formulas.tokenizing import tokenizer
from govdocs.rendering.xlsx.row_map import RowMap, Turns

SPREADING = frozenset({"SUM", "AVERAGE", "MAX", "MIN", "COUNT", "COUNTA", "PRODUCT"})
"""Functions that take several ranges as well as one, so that a torn range can be listed."""

MOST_ARGUMENTS = 250
"""Excel takes 255 arguments of a function; a torn range may use nearly all of them."""

Areas = tuple[tuple[str, Box], ...]
"""The rectangles that one reference means in the filled workbook, each with its sheet's key."""


@dataclass(frozen=True, slots=True)
class Sight:
    """From where a formula looks: its sheet's key, the turns and loops of its row."""

    sheet: str
    turns: Turns = ()
    chain: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A formula as it stands in a filled sheet: its text without ``=``, and what it refers to."""

    text: str
    areas: tuple[Areas, ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    reference: Reference
    written: str
    may_spread: bool


@dataclass(frozen=True, slots=True)
class FormulaTemplate:
    """A formula cut at its references; ``tree`` is None where it holds something we cannot compute."""

    source: str
    parts: tuple[str | _Slot, ...]
    tree: Node | None
    trouble: str = ""

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references in the order of the formula."""
        return tuple(part.reference for part in self.parts if isinstance(part, _Slot))

    def own_row(self, row: int) -> tuple[tuple[int, ...], str] | None:
        """The columns of a formula about its own row alone, and its text with the row open.

        None where it refers to anything else; such a formula need not be placed row by row.
        """
        columns: list[int] = []
        texts: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                texts.append(part)
                continue
            reference = part.reference
            if (
                reference.sheet is not None or not reference.single or reference.top_fixed
                or reference.top != row
            ):  # fmt: skip
                return None
            columns.append(reference.box(row, row).left)
            texts.append(f"{reference.first}\0")
        return tuple(columns), "".join(texts)

    def place(
        self,
        sight: Sight,
        maps: dict[str, RowMap],
        quoted: Callable[[str], str],
        *,
        covering: bool = False,
    ) -> Placed:
        """Write the formula for a filled workbook.

        ``maps`` holds the row map of each sheet by its template name, ``quoted`` writes a
        sheet's present name. With ``covering`` a torn range becomes the one that covers it
        (print areas, names). Raises ReferenceTrouble.
        """
        texts: list[str] = []
        areas: list[Areas] = []
        for part in self.parts:
            if isinstance(part, str):
                texts.append(part)
                continue
            reference = part.reference
            key = sight.sheet if reference.sheet is None else reference.sheet
            rows = maps.get(key) or _any_case(maps, key)
            if rows is None:
                raise ReferenceTrouble("xlsx.reference_to_no_sheet", part.written)
            own = key == sight.sheet
            runs = place_reference(
                reference,
                rows,
                sight.turns if own else (),
                sight.chain if own else (),
                part.written,
            )
            if covering and len(runs) > 1:
                runs = [(runs[0][0], runs[-1][1])]
            prefix = "" if reference.sheet is None else f"{quoted(key)}!"
            if not runs:
                texts.append(prefix + EMPTY_CELL)
                areas.append(((key, Box(LAST_ROW, 16384, LAST_ROW, 16384)),))
                continue
            if len(runs) > 1 and (not part.may_spread or len(runs) > MOST_ARGUMENTS):
                raise ReferenceTrouble("xlsx.range_torn", part.written)
            torn = len(runs) > 1
            texts.append(",".join(prefix + reference.text(a, b, short=torn) for a, b in runs))
            areas.append(tuple((key, reference.box(a, b)) for a, b in runs))
        return Placed("".join(texts), tuple(areas))


def _any_case(maps: dict[str, RowMap], name: str) -> RowMap | None:
    folded = name.casefold()
    return next((rows for key, rows in maps.items() if key.casefold() == folded), None)


@lru_cache(maxsize=2048)
def read_formula(source: str) -> FormulaTemplate:
    """Read a formula, given without its ``=``; raise FormulaTrouble where it is no formula."""
    reader = tokenizer()
    try:
        tokens = reader.Tokenizer("=" + source).items
    except (reader.TokenizerError, IndexError) as error:
        raise FormulaTrouble(str(error)) from error
    parts: list[str | _Slot] = []
    functions: list[str] = []
    for at, token in enumerate(tokens):
        if token.type == "FUNC":
            if token.subtype == "OPEN":
                functions.append(token.value[:-1].upper())
            elif functions:
                functions.pop()
        elif token.type == "PAREN":
            if token.subtype == "OPEN":
                functions.append("")
            elif functions:
                functions.pop()
        if token.type == "OPERAND" and token.subtype == "RANGE":
            reference = read_reference(token.value)
            if reference is not None:
                before = tokens[at - 1] if at else None
                after = tokens[at + 1] if at + 1 < len(tokens) else None
                alone = (
                    before is not None and after is not None
                    and (before.type in {"FUNC", "SEP"}) and (after.type in {"FUNC", "SEP"})
                )  # fmt: skip
                spreads = alone and bool(functions) and functions[-1] in SPREADING
                parts.append(_Slot(reference, token.value, spreads))
                continue
        parts.append(token.value)
    try:
        return FormulaTemplate(source, tuple(parts), syntax_tree(tokens))
    except FormulaTrouble as trouble:
        return FormulaTemplate(source, tuple(parts), None, str(trouble))

"""How Excel treats values in formulas: blanks, text that looks like a number, errors, comparisons."""

from __future__ import annotations

from decimal import Context, Decimal, InvalidOperation
from typing import TypeAlias

Scalar: TypeAlias = "Decimal | str | bool | None"
"""A number, text, truth value or blank cell (None)."""

DIVISION, VALUE, NAME, NUMBER, MISSING = "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#N/A"


class CellError(Exception):
    """An error value of Excel on its way through a formula."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class FigureText(str):
    """The text of a cell that holds a figure with unit or sign, which Excel sees as mere text."""

    __slots__ = ()


def number(value: Scalar) -> Decimal:
    """The number that arithmetic sees: blank is 0, TRUE 1, text is read or ``#VALUE!``."""
    if isinstance(value, Decimal):
        return value
    if value is None:
        return Decimal(0)
    if isinstance(value, bool):
        return Decimal(int(value))
    text = value.strip().replace(",", "")
    percent = text.endswith("%")
    try:
        found = Decimal(text[:-1] if percent else text)
    except InvalidOperation:
        raise CellError(VALUE) from None
    if not found.is_finite():
        raise CellError(VALUE)
    return found / 100 if percent else found


def text_of(value: Scalar) -> str:
    """The text that ``&`` sees; numbers as the General format prints them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return digits(value, 15)
    return value


def truth(value: Scalar) -> bool:
    """What IF sees."""
    if isinstance(value, str):
        if value.upper() in {"TRUE", "FALSE"}:
            return value.upper() == "TRUE"
        raise CellError(VALUE)
    return bool(value)


_CONTEXTS = {15: Context(prec=15), 17: Context(prec=17)}


def digits(value: Decimal, precision: int = 17) -> str:
    """Write a number in plain digits, with at most ``precision`` (15 or 17) significant ones."""
    rounded = _CONTEXTS[precision].plus(value)
    if not rounded:
        return "0"
    if -10 < rounded.adjusted() < 21:
        plain = format(rounded, "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return format(rounded.normalize(), "E")


def _rank(value: Scalar) -> int:
    return 2 if isinstance(value, bool) else 1 if isinstance(value, str) else 0


def compare(operator: str, left: Scalar, right: Scalar) -> bool:
    """Compare as Excel does: numbers before text before truth values, text without regard to case."""
    if left is None:
        left = "" if isinstance(right, str) else False if isinstance(right, bool) else Decimal(0)
    if right is None:
        right = "" if isinstance(left, str) else False if isinstance(left, bool) else Decimal(0)
    ranks = _rank(left), _rank(right)
    if ranks[0] != ranks[1]:
        order = ranks[0] - ranks[1]
    elif isinstance(left, str) and isinstance(right, str):
        first, second = left.casefold(), right.casefold()
        order = (first > second) - (first < second)
    else:
        one, two = number(left), number(right)
        order = (one > two) - (one < two)
    return {
        "=": order == 0, "<>": order != 0, "<": order < 0,
        ">": order > 0, "<=": order <= 0, ">=": order >= 0,
    }[operator]  # fmt: skip


def matches(value: Scalar, criterion: Scalar) -> bool:
    """Tell whether a cell meets the criterion of SUMIF and COUNTIF (``">=60"``, ``"产出*"``)."""
    if not isinstance(criterion, str):
        return (
            value is not None
            and _rank(value) == _rank(criterion)
            and compare("=", value, criterion)
        )
    for operator in ("<>", "<=", ">=", "<", ">", "="):
        if criterion.startswith(operator):
            wanted = criterion[len(operator) :]
            break
    else:
        operator, wanted = "=", criterion
    try:
        figure = number(wanted) if wanted.strip() else None
    except CellError:
        figure = None
    if figure is not None:
        if isinstance(value, Decimal):
            return compare(operator, value, figure)
        if isinstance(value, str) and operator in {"=", "<>"}:
            try:
                return compare(operator, number(value), figure)
            except CellError:
                return operator == "<>"
        return operator == "<>"
    if operator in {"=", "<>"}:
        same = _alike(text_of(value), wanted)
        return same if operator == "=" else not same
    return isinstance(value, str) and compare(operator, value, wanted)


def _alike(text: str, pattern: str) -> bool:
    if "*" not in pattern and "?" not in pattern:
        return text.casefold() == pattern.casefold()
    import re

    parts = ("." if c == "?" else ".*" if c == "*" else re.escape(c) for c in pattern)
    return re.fullmatch("".join(parts), text, re.IGNORECASE | re.DOTALL) is not None

"""How a number looks in a simple number format: digits, thousands, decimals, percent."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_SIMPLE = re.compile(
    r"(?P<group>#,##)?(?P<whole>0+|#)(?:\.(?P<places>0+))?(?P<percent>%)?(?:_ |_\))?\Z"
)


def decimals(pattern: str) -> int | None:
    """The decimals that a simple format prints; None for General and every other kind."""
    found = _SIMPLE.match(pattern)
    return None if found is None else len(found["places"] or "")


def with_decimals(pattern: str, places: int) -> str:
    """The same simple format with another number of decimals."""
    found = _SIMPLE.match(pattern)
    if found is None:
        raise ValueError(pattern)
    point = "." + "0" * places if places else ""
    return f"{found['group'] or ''}{found['whole']}{point}{found['percent'] or ''}"


def is_percent(pattern: str) -> bool:
    """Tell whether a format shows a hundredth as 1%."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", pattern)


def formatted(figure: Decimal, pattern: str) -> str | None:
    """Print a number in a simple format; None where the format is not simple."""
    if pattern == "@" or pattern.lower() == "general":
        return format(figure.normalize(), "f") if figure else "0"
    found = _SIMPLE.match(pattern)
    if found is None:
        return None
    shown = figure * 100 if found["percent"] else figure
    step = Decimal(1).scaleb(-len(found["places"] or ""))
    rounded = shown.quantize(step, rounding=ROUND_HALF_UP)
    text = format(abs(rounded), ",f" if found["group"] else "f")
    width = len(found["whole"]) if found["whole"].startswith("0") else 0
    whole, point, rest = text.partition(".")
    text = whole.rjust(width, "0") + point + rest
    return f"{'-' if rounded < 0 else ''}{text}{found['percent'] or ''}"

"""The figure of a cell: a number with its unit, or nothing where the cell is no single figure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from govdocs.model.quantity import Bound, Quantity, read_quantity
from govdocs.model.units import Unit
from govdocs.prose.words.folding import fold, squeeze

BLANKS = frozenset({"", "-", "--", "---", "----", "/", "\\", "无", "*", "·", "…", "……"})
"""What stands in a cell that holds nothing."""
_ACCOUNTING = re.compile(r"[（(](?P<number>\d[\d,.]*)[)）]")
_NUMBER_ONLY = re.compile(r"[-+]?[\d,]*\d(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:年[^\d]*)?")


@lru_cache(maxsize=16_384)
def figure_in(text: str) -> Quantity | None:
    """Read a cell's text as one figure; None for words, two figures, years and blanks.

    White space does not count, nor the width of digits; （12.5） of accountants is −12.5.
    """
    plain = squeeze(fold(text)).replace("﹣", "-").replace("，", ",")
    return None if _YEAR.fullmatch(plain) else _figure(text, plain)


def figure_like_a_year(text: str) -> Quantity | None:
    """Read four digits that could be a year (1990) as a figure, for columns of figures."""
    plain = squeeze(fold(text))
    return _figure(text, plain) if len(plain) == 4 and _YEAR.fullmatch(plain) else None


def _figure(text: str, plain: str) -> Quantity | None:
    if not plain or len(plain) > 24 or plain in BLANKS:
        return None
    plain = plain.removeprefix("¥").removeprefix("￥")
    negative = _ACCOUNTING.fullmatch(plain.replace("（", "(").replace("）", ")"))
    if negative is not None:
        plain = "-" + negative["number"]
    found = read_quantity(plain)
    if found is None or re.search(r"\d,\d{1,2}(?!\d)|\d,\d{4}", plain):
        return None
    return replace(found, text=text.strip())


def with_unit(figure: Quantity, unit: Unit | None) -> Quantity:
    """The figure in the unit that its column states, where the cell prints none."""
    return figure.counted_in(unit) if unit is not None else figure


@lru_cache(maxsize=16_384)
def is_blank(text: str) -> bool:
    """Tell whether a cell holds nothing but white space or a dash."""
    return squeeze(fold(text)) in BLANKS


def is_exact(figure: Quantity) -> bool:
    """Tell whether a figure is no bound (≥95%)."""
    return figure.bound is Bound.EXACT

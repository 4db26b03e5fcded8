"""A figure as it is printed: number, unit, bound, decimals; hence an interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from govdocs.model.interval import Interval
from govdocs.model.units import COUNTED, KNOWN, Unit, unit_of


class Bound(Enum):
    """How a printed figure limits the value that it stands for."""

    EXACT = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"
    MORE = ">"
    LESS = "<"
    ABOUT = "约"


_PREFIXES = {
    "≥": Bound.AT_LEAST,
    "＞=": Bound.AT_LEAST,
    ">=": Bound.AT_LEAST,
    "不少于": Bound.AT_LEAST,
    "不低于": Bound.AT_LEAST,
    "不小于": Bound.AT_LEAST,
    "大于等于": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST,
    "达到": Bound.EXACT,
    "≤": Bound.AT_MOST,
    "<=": Bound.AT_MOST,
    "不超过": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
    "不大于": Bound.AT_MOST,
    "不多于": Bound.AT_MOST,
    "小于等于": Bound.AT_MOST,
    "至多": Bound.AT_MOST,
    ">": Bound.MORE,
    "＞": Bound.MORE,
    "超过": Bound.MORE,
    "突破": Bound.MORE,
    "高于": Bound.MORE,
    "大于": Bound.MORE,
    "多于": Bound.MORE,
    "<": Bound.LESS,
    "＜": Bound.LESS,
    "低于": Bound.LESS,
    "小于": Bound.LESS,
    "少于": Bound.LESS,
    "近": Bound.LESS,
    "=": Bound.EXACT,
    "＝": Bound.EXACT,
    "约": Bound.ABOUT,
    "大约": Bound.ABOUT,
    "左右": Bound.ABOUT,
}
_SUFFIXES = {
    "以上": Bound.AT_LEAST,
    "及以上": Bound.AT_LEAST,
    "（含）以上": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "及以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
    "（含）以下": Bound.AT_MOST,
    "左右": Bound.ABOUT,
    "余": Bound.MORE,
    "多": Bound.MORE,
}
_PREFIX = "|".join(sorted(map(re.escape, _PREFIXES), key=len, reverse=True))
_SUFFIX = "|".join(sorted(map(re.escape, _SUFFIXES), key=len, reverse=True))
NUMBER = r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FIGURE = re.compile(
    rf"\s*(?P<prefix>{_PREFIX})?\s*(?P<number>{NUMBER})\s*"
    rf"(?P<mid>余|多)?(?P<unit>[^\d\s,.，。；;：:（）()、≥≤<>＞＜=]{{0,8}}?)(?P<suffix>{_SUFFIX})?\s*"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed figure.

    ``number`` keeps the printed decimals (98.50 is not 98.5); ``unit`` is None for a bare
    number; ``text`` is exactly what was written and what is printed.
    """

    number: Decimal
    unit: Unit | None
    bound: Bound
    text: str

    @property
    def decimals(self) -> int:
        """How many decimals are printed."""
        exponent = self.number.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def interval(self) -> Interval:
        """The values, in the printed unit, that print as this figure."""
        return Interval.of(self.number, self.decimals)

    @property
    def base_interval(self) -> Interval:
        """The values in the base unit of the kind (元, 人, %)."""
        return self.interval.scaled(self.unit.factor) if self.unit else self.interval

    @property
    def kind(self) -> str:
        """The kind of the unit; empty for a bare number."""
        return self.unit.kind if self.unit else ""

    @property
    def unit_symbol(self) -> str:
        """The unit as printed; empty for a bare number."""
        return self.unit.symbol if self.unit else ""

    def counted_in(self, unit: Unit) -> Quantity:
        """The same figure, known to count in ``unit`` though its text does not print it."""
        return self if self.unit else Quantity(self.number, unit, self.bound, self.text)


def _is_unit(word: str) -> bool:
    """Tell a unit from a few words of prose after a number (5年以上工作经验)."""
    return word in KNOWN or word in COUNTED or len(word) <= 3 or ("/" in word and len(word) <= 6)


def read_quantity(text: str) -> Quantity | None:
    """Read a cell or value that is one figure (``6.5亿美元``, ``≥95%``, ``1,263``); None if it is not.

    A short word after the number is taken for its unit, known or not; anything else in the text
    (a second number, a sentence) makes it no figure.
    """
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    number = Decimal(match["number"].replace(",", "").replace("−", "-"))
    bound = _PREFIXES.get(match["prefix"] or "", Bound.EXACT)
    if match["suffix"]:
        bound = _SUFFIXES[match["suffix"]]
    elif match["mid"]:
        bound = Bound.MORE
    if match["unit"] and not _is_unit(match["unit"]):
        return None
    unit = unit_of(match["unit"]) if match["unit"] else None
    return Quantity(number, unit, bound, text.strip())

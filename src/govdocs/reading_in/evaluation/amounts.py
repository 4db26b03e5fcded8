"""Amounts as the case holds them: in its one unit, without commas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.units import MONEY as MONEY_KIND
from govdocs.model.units import unit_of
from govdocs.place import Place
from govdocs.reading_in.evaluation.said import MONEY, NUMBER, Said
from govdocs.reading_in.placed import Placed

_AMOUNT = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>{MONEY})(?!/|每)")


def is_money_unit(words: str) -> bool:
    """Tell whether words name one unit of 人民币."""
    return bool(re.fullmatch(MONEY, words)) and unit_of(words).kind == MONEY_KIND


def usual_unit(texts: Sequence[Said]) -> Placed | None:
    """The unit in which most sums of the prose stand, and where the first of them does."""
    counts: Counter[str] = Counter()
    first: dict[str, Place | None] = {}
    for said in texts:
        for match in _AMOUNT.finditer(said.text):
            counts[match["unit"]] += 1
            first.setdefault(match["unit"], said.place)
    if not counts:
        return None
    unit, _ = counts.most_common(1)[0]
    return Placed(unit, first[unit], "正文金额多用的单位")


def amount_in(text: str, unit: str, wanted: str, place: Place | None) -> Placed | None:
    """The sum ``text`` of ``unit`` as a value in ``wanted``; None where it is no number."""
    bare = text.strip().replace(",", "").replace("，", "")
    bare = re.sub(rf"{MONEY}$", "", bare)
    if not re.fullmatch(r"\d{1,15}(?:\.\d{1,8})?", bare):
        return None
    if unit == wanted or not is_money_unit(unit) or not is_money_unit(wanted):
        return Placed(bare, place)
    exact = Decimal(bare) * unit_of(unit).factor / unit_of(wanted).factor
    return Placed(f"{exact.normalize():f}", place, f"原为{text.strip()}{unit}")

"""One change, as data: what it is called, what was, what is, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Quantity, read_quantity
from govdocs.model.units import PERCENT
from govdocs.place import Path, Place


class Group(StrEnum):
    """The order in which changes are told: figures first, prose last."""

    FIGURE = "数字"
    WORD = "名称和日期"
    ROW = "增减"
    PROSE = "文字"


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    ``name`` is what the value or text is called; ``former`` and ``latter`` are as printed, empty
    for a blank. ``difference`` and ``percent`` are printed with sign, empty where the two are not
    comparable. ``path`` is the field in the case, empty between two documents. ``computed`` tells
    that the program derives the value from others on both sides.
    """

    group: Group
    name: str
    former: str
    latter: str
    difference: str = ""
    percent: str = ""
    path: Path = ()
    former_place: Place | None = None
    latter_place: Place | None = None
    computed: bool = False


def by_how_much(former: Quantity, latter: Quantity) -> tuple[str, str]:
    """Return difference and percentage between two figures, in the former's unit; empty for none.

    Rates differ in 个百分点 and have no percentage; a rise from zero has none either. Decimals are
    those of the more exact figure, the percentage has two, rounded half up.
    """
    if former.kind != latter.kind or former.bound is not latter.bound:
        return "", ""
    one = former.number
    other = latter.number
    if former.unit is not None and latter.unit is not None:
        other = other * latter.unit.factor / former.unit.factor
    change = other - one
    rate = former.kind == PERCENT
    unit = "个百分点" if rate else former.unit_symbol
    share = "" if rate or one == 0 else f"{rounded(quotient(change * 100, abs(one)), 2):+f}%"
    return f"{change:+f}{unit}", share


def figures_differ(former: str, latter: str) -> tuple[str, str]:
    """``by_how_much`` of two printed figures; empty where either is no figure."""
    one, other = read_quantity(former), read_quantity(latter)
    return ("", "") if one is None or other is None else by_how_much(one, other)


def in_order(changes: list[Change]) -> tuple[Change, ...]:
    """Changes by group, those of a group in the order of the case or document."""
    order = list(Group)
    return tuple(sorted(changes, key=lambda change: order.index(change.group)))

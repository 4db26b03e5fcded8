"""What one unit returned, once judged: an entry for each figure, with the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class State(StrEnum):
    """Whether an entry counts."""

    VALUE = "有值"
    BLANK = "空白"
    NOT_APPLICABLE = "不适用"
    LEFT_OUT = "未计入"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a unit filled in for one figure.

    ``number`` is in the asked unit; yes is 1 and no is 0. ``address`` is a cell, or
    ``line:column`` of a YAML file.
    """

    state: State
    address: str = ""
    number: Decimal | None = None

    @property
    def decimals(self) -> int:
        """How many decimals the number has."""
        if self.number is None:
            return 0
        exponent = self.number.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


BLANK = Entry(State.BLANK)


@dataclass(frozen=True)
class UnitReturn:
    """One unit's judged form.

    ``money`` is by ``row.column`` (total.budget), ``values`` by indicator number, ``texts`` by
    indicator number as text, ``achieved`` or ``remark``, each with its address.
    """

    name: str
    level: str
    parent: str | None
    file: str
    sheet: str
    digest: str
    money: Mapping[str, Entry] = field(default_factory=dict)
    values: Mapping[int, Entry] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def figures(self) -> tuple[tuple[str, Decimal | None, State], ...]:
        """All that counts, in a form that two returns of one unit can be compared by."""
        named = [
            *((k, e) for k, e in self.money.items()),
            *((str(n), e) for n, e in self.values.items()),
        ]
        return tuple(sorted((k, e.number, e.state) for k, e in named if e.state is not State.BLANK))

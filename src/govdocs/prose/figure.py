"""A figure in a sentence: what it says, what it is about as far as that is certain, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound
from govdocs.model.units import COUNTED, PERCENT, POINT, Unit
from govdocs.prose.words.period import Period

_WHOLE = frozenset(
    [
        "栋",
        "幢",
        "间",
        "批次",
        "盏",
        "棵",
        "艘",
        "架",
        "具",
        "宗",
        "例",
        "班",
        "村",
        "镇",
        "乡",
        "县",
        "标段",
        "眼",
        "孔",
        "樘",
        "册",
        "笔",
        "款",
    ]
)
"""Things that come whole, beside those of COUNTED."""


class Sort(StrEnum):
    """What a number in a sentence is; only a measure is ever held against another."""

    MEASURE = "数值"
    RANGE = "区间"
    DATE = "日期"
    DOCUMENT = "文号"
    ORDINAL = "序数"
    NUMBERING = "编号"
    REFERENCE = "引用"
    PHONE = "电话"
    CODE = "代号"
    RATIO = "比例"
    VAGUE = "约数"


class Role(StrEnum):
    """What part a figure plays in its sentence."""

    PLAIN = ""
    TOTAL = "总数"
    PART = "分项"
    EACH = "单项"
    GROWTH = "增减"
    DIFFERENCE = "差额"
    SHARE = "占比"
    TARGET = "目标"


_COUNTED = frozenset({*COUNTED, "人", "户", "人次"})


def counts_wholes(number: Decimal, unit: Unit) -> bool:
    """Tell whether a printed number counts whole things, so that it is exact as printed."""
    exponent = number.as_tuple().exponent
    whole = not isinstance(exponent, int) or exponent >= 0
    return whole and unit.factor == 1 and unit.kind in _COUNTED


@dataclass(frozen=True)
class ProseFigure:
    """One number of the prose.

    ``span`` covers the number and its unit in the text as given; ``text`` is that stretch.
    ``measure`` is the phrase that the figure measures (外贸进出口总额), ``noun`` the thing counted
    after it (个项目), ``subject`` whose figure it is (张家界市; empty for the paper's own),
    ``period`` its time; empty or None where nothing says so. ``sentence`` and ``clause`` number
    the sentence and the clause in the text; ``depth`` counts the brackets around it. What follows
    from the fields is worked out at once: a long paper asks some hundred times.
    """

    number: Decimal
    unit: Unit | None
    bound: Bound
    sort: Sort
    span: tuple[int, int]
    text: str
    role: Role = Role.PLAIN
    measure: str = ""
    noun: str = ""
    subject: str = ""
    period: Period | None = None
    sentence: int = 0
    clause: int = 0
    depth: int = 0
    sign: int = 1
    decimals: int = field(init=False, repr=False, compare=False)
    """How many decimals are printed."""
    kind: str = field(init=False, repr=False, compare=False)
    """The kind of the unit; empty for a bare number."""
    counts: bool = field(init=False, repr=False, compare=False)
    """Whether the figure counts whole things, so that it is exact as printed."""
    is_rate: bool = field(init=False, repr=False, compare=False)
    """Whether the figure is a percentage."""
    is_points: bool = field(init=False, repr=False, compare=False)
    """Whether the figure counts 个百分点."""
    exact: bool = field(init=False, repr=False, compare=False)
    """Whether no bound word (约, 余, 超过, 以上) loosens the figure."""

    def __post_init__(self) -> None:
        unit = self.unit
        kind = unit.kind if unit else ""
        exponent = self.number.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        self.__dict__.update(
            decimals=decimals,
            kind=kind,
            counts=unit is not None and counts_wholes(self.number, unit),
            is_rate=kind == PERCENT,
            is_points=kind == POINT,
            exact=self.bound is Bound.EXACT,
        )

    @cached_property
    def ulp(self) -> Decimal:
        """One unit of the last printed digit, in base units."""
        return Decimal(1).scaleb(-self.decimals) * (self.unit.factor if self.unit else 1)

    @cached_property
    def value(self) -> Decimal:
        """The number in base units (元, 人, %)."""
        return self.number * (self.unit.factor if self.unit else 1)

    @cached_property
    def interval(self) -> Interval:
        """The values in base units that print as this figure; a count is exactly itself."""
        is_whole = self.unit is not None and self.unit.symbol in _WHOLE and not self.decimals
        if self.counts or is_whole:
            return Interval.exact(self.number)
        half = self.ulp / 2
        return Interval(self.value - half, self.value + half)

    def agrees(self, other: ProseFigure) -> bool:
        """Tell whether both can print one value: equal where unit and decimals are, else their intervals meet."""
        if self.unit == other.unit and self.decimals == other.decimals:
            return self.number == other.number
        return self.interval.meets(other.interval)

    @cached_property
    def truncated(self) -> Interval:
        """The values in base units that give this figure when further digits are cut off."""
        plain = Interval.truncated(self.number, self.decimals)
        return plain.scaled(self.unit.factor) if self.unit else plain

"""The time a figure belongs to: a year, a month or a day, as far as the sentence says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month of it, or a day; ``until`` marks 截至, ``span`` the words of a longer time."""

    year: int
    month: int | None = None
    day: int | None = None
    until: bool = False
    span: str = ""

    @property
    def whole_year(self) -> bool:
        """Tell whether the period is one year and no part of it."""
        return self.month is None and not self.until and not self.span

    def before(self) -> Period:
        """The same stretch a year earlier."""
        return Period(self.year - 1, self.month, self.day, self.until, self.span)

    def ordered(self) -> tuple[int, int, int]:
        """A key that puts periods in the order of time."""
        return (self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        text = f"{self.year}年"
        if self.month:
            text += f"{self.month}月"
        if self.day:
            text += f"{self.day}日"
        return ("截至" if self.until else "") + text + self.span

"""The survey's items as a bar chart."""

from __future__ import annotations

from decimal import Decimal

from govdocs.tags.drawn import Bar, BarChart
from govdocs.tags.values import Record, Rows, Value


def satisfaction_chart(rows: Rows) -> Value:
    """Return the chart of all items with a satisfaction; a blank where there is none.

    The axis begins at the ten below the lowest item, since six bars of 97 to 100 from nought
    on look alike; its figures are printed.
    """
    bars = []
    for row in rows:
        assert isinstance(row, Record)
        name, rate = row["name"], row["stated"]
        assert isinstance(name, Value)
        assert isinstance(rate, Value)
        if rate.number is not None:
            bars.append(Bar(name.text, rate.number, rate.text))
    if not bars:
        return Value("", rows.path)
    low = min(bar.number for bar in bars) // 10 * 10 - 10
    return BarChart(
        "各项满意度（%）", rows.path, bars=tuple(bars), low=max(low, Decimal(0)), high=Decimal(100)
    )

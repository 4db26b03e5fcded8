"""A unit's money rows among themselves: parts against the whole, executed against budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from govdocs.finding import Finding, Spot
from govdocs.model.interval import Interval
from govdocs.place import dotted
from govdocs.rollup.adding_up.exact import exact_sum, plain
from govdocs.rollup.form_layout import MONEY_NAMES, MONEY_ROWS
from govdocs.rollup.judging.returns import BLANK, Entry, UnitReturn
from govdocs.rollup.plausibility.codes import LEVELS, PART_ABOVE_WHOLE, TOTAL_NOT_PARTS
from govdocs.rollup.taking_in.form_reading import place_of

PRINTED = 2
"""Money stands with two decimals in the form, whatever zeros Excel drops."""


def interval(entry: Entry) -> Interval:
    """The amounts that print as an entry's."""
    assert entry.number is not None
    return Interval.of(entry.number, max(PRINTED, entry.decimals))


def money_spot(one: UnitReturn, key: str, entry: Entry) -> Spot:
    """The cell of a money row, as the paper calls it."""
    row, column = key.split(".")
    shown = "" if entry.number is None else f"{entry.number:f}"
    return Spot(
        ("execution", row, column),
        f"{one.name}“{MONEY_NAMES[key]}”",
        shown,
        place=place_of(one.file, one.sheet, entry.address),
    )


def money_parts(units: list[UnitReturn]) -> Iterator[Finding]:
    """Yield what does not agree within one unit's money block."""
    for one in units:
        totals = [*_total(one, "budget"), *_total(one, "executed")]
        if totals:
            # A row left out of the total is left out in both columns: one slip, one message.
            yield replace(totals[0], below=tuple(totals[1:]))
        for row in MONEY_ROWS:
            yield from _executed(one, row.key)


def _total(one: UnitReturn, column: str) -> Iterator[Finding]:
    key = f"total.{column}"
    total = one.money.get(key, BLANK)
    parts = {
        k: e
        for r in MONEY_ROWS[1:]
        if (k := f"{r.key}.{column}") in one.money and (e := one.money[k]).number is not None
    }
    if total.number is None or not parts:
        return
    numbers = [e.number for e in parts.values() if e.number is not None]
    summed = exact_sum(numbers)
    if interval(total).meets(Interval.total(interval(e) for e in parts.values())):
        return
    spots = (money_spot(one, key, total), *(money_spot(one, k, e) for k, e in parts.items()))
    arithmetic = f"{'＋'.join(plain(n) for n in numbers)}＝{plain(summed)}≠{plain(total.number)}"
    above = [k for k, e in parts.items() if e.number is not None and e.number > total.number]
    details = {
        "unit": one.name,
        "total": MONEY_NAMES[key],
        "part": MONEY_NAMES[above[0]] if above else "",
        "path": dotted(("execution", *key.split("."))),
    }
    code = PART_ABOVE_WHOLE if above else TOTAL_NOT_PARTS
    yield Finding(
        code, LEVELS[code], spots, "", details, plain(summed), plain(total.number), arithmetic
    )


def _executed(one: UnitReturn, row: str) -> Iterator[Finding]:
    budget, executed = (
        one.money.get(f"{row}.budget", BLANK),
        one.money.get(f"{row}.executed", BLANK),
    )
    if budget.number is None or executed.number is None:
        return
    a, b = interval(budget), interval(executed)
    if b.low <= a.high:
        return
    spots = (money_spot(one, f"{row}.executed", executed), money_spot(one, f"{row}.budget", budget))
    rate = (
        ""
        if budget.number == 0
        else (
            f"{executed.number:f}÷{budget.number:f}×100%＝"
            f"{(executed.number / budget.number * 100).quantize(Decimal('0.01')):f}%"
        )
    )
    yield Finding(
        PART_ABOVE_WHOLE,
        LEVELS[PART_ABOVE_WHOLE],
        spots,
        "executed",
        {
            "unit": one.name,
            "part": MONEY_NAMES[f"{row}.executed"],
            "total": MONEY_NAMES[f"{row}.budget"],
            "path": f"execution.{row}",
        },
        f"不大于{budget.number:f}",
        f"{executed.number:f}",
        rate,
    )

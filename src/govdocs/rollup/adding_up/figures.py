"""Every figure of the result, rounded once from exact sums, with its coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from govdocs.forms.form_set import Band
from govdocs.model.indicator import Kind
from govdocs.model.rollup_record import RolledFigure
from govdocs.rollup.adding_up.exact import fraction_text, plain, rounded_fraction
from govdocs.rollup.adding_up.execution_rate import (
    EXECUTION_RATE,
    executed_over_budget,
    is_execution_rate,
)
from govdocs.rollup.adding_up.tally import Tally
from govdocs.rollup.adding_up.weights import WEIGHED, Weight
from govdocs.rollup.definition import AskedIndicator, FormDefinition
from govdocs.rollup.form_layout import MONEY_NAMES, MONEY_ROWS, NO, YES
from govdocs.rollup.judging.returns import BLANK, Entry, State, UnitReturn

MOST_DECIMALS = 6
"""No paper prints a mean with more; the exact sums stand beside it."""


@dataclass(frozen=True)
class Adding:
    """How to add up: what was asked, the weight, decimals of rates, the bands."""

    definition: FormDefinition
    weight: Weight
    rate_decimals: int
    bands: Sequence[Band] = ()


def figures_of(units: list[UnitReturn], adding: Adding) -> list[RolledFigure]:
    """Return all figures over ``units``: indicators in the form's order, then the money rows."""
    rows = [indicator_figure(units, asked, adding) for asked in adding.definition.indicators]
    for row in MONEY_ROWS:
        rows += [_money(units, f"{row.key}.{column}", adding) for column in ("budget", "executed")]
        rows.append(_rate(units, row.key, adding))
    return rows


def figure_at(path: str, units: list[UnitReturn], adding: Adding) -> RolledFigure:
    """Return the one figure at ``path`` (``indicators[3].actual``, ``execution.total.rate``)."""
    if path.startswith("execution."):
        _, row, column = path.split(".")
        return (
            _rate(units, row, adding)
            if column == "rate"
            else _money(units, f"{row}.{column}", adding)
        )
    asked = next(i for i in adding.definition.indicators if path == f"indicators[{i.index}].actual")
    return indicator_figure(units, asked, adding)


def tally_of(units: Iterable[UnitReturn], asked: AskedIndicator, weight: Weight) -> Tally:
    """Add up an indicator over the units that count: with a value, and a weight where one is needed."""
    tally = Tally()
    for unit in units:
        entry = unit.values.get(asked.number, BLANK)
        if entry.number is None:
            continue
        money = weight.of(unit) if asked.kind in WEIGHED else None
        if asked.kind in WEIGHED and money is None:
            continue
        tally.add(entry.number, entry.decimals, money)
    return tally


def indicator_figure(
    units: list[UnitReturn], asked: AskedIndicator, adding: Adding
) -> RolledFigure:
    """Return one indicator's figure over ``units``; blank where none of them counts."""
    if is_execution_rate(asked):
        return _execution_indicator(units, asked, adding)
    tally = tally_of(units, asked, adding.weight)
    figure = {
        **_head(asked, str(asked.kind.value) if asked.kind else "未定"),
        **_coverage(units, asked.number, adding.weight if asked.kind in WEIGHED else None),
        "covered": tally.count,
        "decimals": tally.decimals,
    }
    if tally.count:
        figure |= _value(tally, asked, adding)
    return RolledFigure.model_validate(figure)


def _head(asked: AskedIndicator, kind: str) -> dict[str, object]:
    return {
        "path": f"indicators[{asked.index}].actual",
        "name": asked.name,
        "kind": kind,
        "unit": asked.unit or None,
    }


def _value(tally: Tally, asked: AskedIndicator, adding: Adding) -> dict[str, object]:
    if asked.kind in WEIGHED:
        found: dict[str, object] = {
            "weighted": plain(tally.weighted),
            "weights": plain(tally.weights),
        }
        mean = tally.mean
        if mean is not None:
            found |= _mean(mean, tally.decimals, asked, adding.bands)
        return found
    total = {
        Kind.ABSOLUTE: tally.total,
        Kind.MAXIMUM: tally.highest,
        Kind.MINIMUM: tally.lowest,
        Kind.YES_NO: tally.lowest,
    }.get(asked.kind or Kind.ABSOLUTE)
    assert total is not None
    if asked.kind is Kind.YES_NO:
        return {"value": YES if total == 1 else NO, "total": plain(tally.total)}
    return {"value": plain(total), "total": plain(total), "residue": "0"}


def _mean(
    mean: Fraction, decimals: int, asked: AskedIndicator, bands: Sequence[Band]
) -> dict[str, object]:
    decimals = min(decimals, MOST_DECIMALS)
    value = rounded_fraction(mean, decimals)
    found: dict[str, object] = {}
    if asked.kind is Kind.QUALITATIVE and bands:
        # 79.6% must not print as 80% and so rise into the better band: print a digit more.
        while band_of(Fraction(value), bands) != band_of(mean, bands) and decimals < MOST_DECIMALS:
            decimals += 1
            value = rounded_fraction(mean, decimals)
        found["band"] = band_of(mean, bands)
    return {
        **found,
        "value": f"{value:f}",
        "decimals": decimals,
        "residue": fraction_text(mean - Fraction(value)),
    }


def band_of(share: Fraction, bands: Sequence[Band]) -> str | None:
    """Return the band that a completion share in percent lies in; None outside all."""
    for band in bands:
        low, high = Fraction(band.low), Fraction(band.high)
        above = share >= low if band.low_included else share > low
        below = share <= high if band.high_included else share < high
        if above and below:
            return band.name
    return None


def _execution_indicator(
    units: list[UnitReturn], asked: AskedIndicator, adding: Adding
) -> RolledFigure:
    written = tally_of(units, asked, adding.weight)
    decimals = min(max(adding.rate_decimals, written.decimals), MOST_DECIMALS)
    return RolledFigure.model_validate(
        {
            **_head(asked, EXECUTION_RATE),
            **_coverage(units, asked.number, None),
            **_quotient(units, "total", decimals),
        }
    )


def _rate(units: list[UnitReturn], row: str, adding: Adding) -> RolledFigure:
    return RolledFigure.model_validate(
        {
            "path": f"execution.{row}.rate",
            "name": MONEY_NAMES[f"{row}.rate"],
            "kind": EXECUTION_RATE,
            "unit": "%",
            **_quotient(units, row, adding.rate_decimals),
        }
    )


def _quotient(units: list[UnitReturn], row: str, decimals: int) -> dict[str, object]:
    executed, budget, count = executed_over_budget(units, row)
    found: dict[str, object] = {"covered": count, "decimals": decimals}
    if count:
        found |= {"weighted": fraction_text(executed), "weights": fraction_text(budget)}
    if budget:
        rate = executed / budget * 100
        value = rounded_fraction(rate, decimals)
        found |= {"value": f"{value:f}", "residue": fraction_text(rate - Fraction(value))}
    return found


def _money(units: list[UnitReturn], key: str, adding: Adding) -> RolledFigure:
    tally = Tally()
    for unit in units:
        entry = unit.money.get(key, BLANK)
        if entry.number is not None:
            tally.add(entry.number, entry.decimals)
    row, column = key.split(".")
    found: dict[str, object] = {
        "path": f"execution.{row}.{column}",
        "name": MONEY_NAMES[key],
        "kind": Kind.ABSOLUTE.value,
        "unit": adding.definition.money_unit,
        "covered": tally.count,
        "decimals": tally.decimals,
        **_states(units, lambda unit: unit.money.get(key, BLANK)),
    }
    if tally.count:
        found |= {"value": plain(tally.total), "total": plain(tally.total), "residue": "0"}
    return RolledFigure.model_validate(found)


def _coverage(units: list[UnitReturn], number: int, weight: Weight | None) -> dict[str, object]:
    def entry(unit: UnitReturn) -> Entry:
        found = unit.values.get(number, BLANK)
        if weight is not None and found.number is not None and weight.of(unit) is None:
            return Entry(State.LEFT_OUT, found.address)
        return found

    return _states(units, entry)


def _states(units: list[UnitReturn], entry: Callable[[UnitReturn], Entry]) -> dict[str, object]:
    names: dict[State, list[str]] = {state: [] for state in State}
    for unit in units:
        names[entry(unit).state].append(unit.name)
    return {
        key: "、".join(names[state]) or None
        for key, state in (
            ("blank", State.BLANK),
            ("not_applicable", State.NOT_APPLICABLE),
            ("left_out", State.LEFT_OUT),
        )
    }


def printed(figure: RolledFigure, with_unit: bool) -> str | None:
    """Return a figure as the case prints it: percent always, other units where the target does."""
    if figure.value is None:
        return None
    if figure.unit in ("%", "％", "‰") or (with_unit and figure.unit):
        return f"{figure.value}{figure.unit}"
    return figure.value


def number_of(figure: RolledFigure) -> Decimal | None:
    """Return a figure's printed number; None where it is blank or words."""
    if figure.value is None or figure.value in (YES, NO):
        return None
    return Decimal(figure.value)

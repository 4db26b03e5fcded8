"""All that is looked over after the adding up."""

from __future__ import annotations

from collections.abc import Mapping

from govdocs.finding import Finding
from govdocs.model.case import Case
from govdocs.rollup.adding_up.figures import Adding
from govdocs.rollup.base_case import BaseCase
from govdocs.rollup.gathering.gather import Gathered
from govdocs.rollup.handing_out.stamping import own_targets
from govdocs.rollup.plausibility.far_out import far_out
from govdocs.rollup.plausibility.money_parts import money_parts
from govdocs.rollup.plausibility.stated_totals import (
    fund_against_units,
    stated_by_upper_units,
    targets_against_units,
    written_rates,
)
from govdocs.rollup.units import UnitList


def look_over(
    found: Gathered, base: BaseCase, adding: Adding, case: Case, units: UnitList | None = None
) -> list[Finding]:
    """Return the findings of a roll-up, those about money first."""
    targets: Mapping[str, dict[int, str]] = (
        {}
        if units is None
        else {unit.name: own_targets(adding.definition, unit) for unit in units.units}
    )
    return [
        *money_parts([*found.returns, *found.stated]),
        *fund_against_units(found, base),
        *stated_by_upper_units(found, adding, case),
        *targets_against_units(found, base, adding, dict(targets)),
        *written_rates(found, adding),
        *far_out(found.returns, adding),
    ]

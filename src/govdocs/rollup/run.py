"""One roll-up from beginning to end: find, read, gather, add up, look over, assemble."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.finding import Finding
from govdocs.model.case import Case
from govdocs.model.rollup_record import RollupRecord
from govdocs.rollup.adding_up.figures import Adding
from govdocs.rollup.adding_up.weights import WEIGHED, Weight
from govdocs.rollup.base_case import BaseCase, load_base
from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.gathering.gather import Gathered, gather
from govdocs.rollup.gathering.start import start_of, with_kinds
from govdocs.rollup.judging.judge_form import bands_of
from govdocs.rollup.judging.returns import BLANK, UnitReturn
from govdocs.rollup.policy import Consequence, Met, Policy
from govdocs.rollup.result.assemble import Top, assemble
from govdocs.rollup.taking_in.find_files import find_files
from govdocs.rollup.taking_in.form_reading import place_of
from govdocs.rollup.taking_in.state_file import StateFile
from govdocs.rollup.taking_in.take_in import Spread, Step, TakenIn, take_in
from govdocs.rollup.units import Level, UnitList


@dataclass(frozen=True)
class RollupOptions:
    """How to roll up.

    ``case`` and ``units`` are left out where the forms themselves say what was asked; without a
    list nobody can be missing. ``top`` names the unit of the list whose result is wanted.
    ``state`` keeps what was read; ``leave`` are files of the run that are no forms.
    """

    case: Path | None = None
    units: UnitList | None = None
    top: str = ""
    weight: Weight = Weight.BUDGET
    policy: Policy = field(default_factory=Policy)
    spread: Spread = field(default_factory=Spread)
    state: Path | None = None
    leave: tuple[Path, ...] = ()


@dataclass(frozen=True)
class RollupRun:
    """A result: its case with the record, all that was met, findings, and what it was made from."""

    case: Case
    base: BaseCase
    adding: Adding
    returns: tuple[UnitReturn, ...]
    met: tuple[Met, ...]
    findings: tuple[Finding, ...]
    files: int
    cached: int

    @property
    def record(self) -> RollupRecord:
        """The record of the roll-up."""
        assert self.case.rollup is not None
        return self.case.rollup


def _no_step(_done: int, _of: int) -> None:
    """Tell nobody."""


def roll_up(inputs: Sequence[Path], options: RollupOptions, step: Step = _no_step) -> RollupRun:
    """Roll up the forms among ``inputs`` (files or folders); InputError where the policy stops it.

    The error carries everything that was met, that which stops first.
    """
    units = _part(options)
    found_files = find_files(inputs, options.leave)
    state = StateFile(options.state)
    try:
        taken = take_in(found_files.files, state, options.spread, step)
    finally:
        state.close()
    base, met = _start(options, taken)
    adding = Adding(
        base.definition,
        options.weight,
        base.forms.settings.rate_decimals,
        base.forms.qualitative_bands,
    )
    top = _top(options, units, taken)
    found = gather(
        taken.readings,
        taken.cases,
        units,
        adding,
        bands_of(base.forms),
        options.policy,
        top.name,
        found_files.of_other_kinds,
    )
    found.met = [*met, *(Met(p, options.policy.of(p.code)) for p in found_files.others), *found.met]
    if not found.returns:
        _stop(
            [
                *found.met,
                Met(
                    Problem("rollup.nothing", None, {"files": str(len(taken.readings))}),
                    Consequence.STOP,
                ),
            ]
        )
    found.met += _weights(found, adding, options.policy)
    _stop(found.met)
    from govdocs.rollup.plausibility.look_over import look_over

    case = assemble(base, found, adding, options.policy, top)
    findings = look_over(found, base, adding, case, units)
    return RollupRun(
        case,
        base,
        adding,
        tuple(found.returns),
        tuple(found.met),
        tuple(findings),
        len(taken.readings),
        sum(1 for r in taken.readings if r.cached),
    )


def _part(options: RollupOptions) -> UnitList | None:
    units = options.units
    if units is None or not options.top or options.top == units.top.name:
        return units
    if options.top not in units.by_name:
        from govdocs.intake.nearest import nearest

        raise InputError(
            [
                Problem(
                    "rollup.no_such_top",
                    None,
                    {"given": options.top, "nearest": nearest(options.top, units.by_name) or "无"},
                )
            ]
        )
    return units.within(options.top)


def _start(options: RollupOptions, taken: TakenIn) -> tuple[BaseCase, list[Met]]:
    if options.case is not None:
        base, file = load_base(options.case), str(options.case)
    else:
        base, file = start_of(taken.readings, taken.cases), ""
    return with_kinds(base, file, options.policy)


def _top(options: RollupOptions, units: UnitList | None, taken: TakenIn) -> Top:
    if units is not None:
        return Top(units.top.name, units.top.level, sum(1 for _ in units.reporting()))
    named = options.top
    for reading in taken.readings:
        signature = reading.form.signature if reading.form else None
        if signature is not None and not named:
            named = signature.top
    for loaded in taken.cases.values():
        if not named and loaded.case.region:
            named = loaded.case.region
    return Top(named or "汇总单位", Level.PROVINCE)


def _weights(found: Gathered, adding: Adding, policy: Policy) -> list[Met]:
    """Weights that are missing or zero, where a weighted figure needs them; figures nobody filled."""
    met = []
    weighed = [i for i in adding.definition.indicators if i.kind in WEIGHED]
    for one in found.returns:
        mine = [i for i in weighed if one.values.get(i.number, BLANK).number is not None]
        weight = adding.weight.of(one)
        if not mine or (weight is not None and weight != 0):
            continue
        if weight == 0:
            address = one.money[adding.weight.key].address
            met.append(_met("rollup.weight_zero", one, address, policy, adding, ""))
            continue
        for asked in mine:
            entry = one.values[asked.number]
            met.append(
                _met(
                    "rollup.no_weight",
                    one,
                    entry.address,
                    policy,
                    adding,
                    asked.name,
                    f"{entry.number:f}{asked.unit}",
                )
            )
    return [*met, *_empty(found, adding.definition, adding.weight, policy)]


def _met(
    code: str,
    one: UnitReturn,
    address: str,
    policy: Policy,
    adding: Adding,
    what: str,
    written: str = "",
) -> Met:
    details: Mapping[str, str] = {
        "unit": one.name,
        "weight": adding.weight.value,
        "what": what,
        "written": written,
    }
    return Met(
        Problem(code, place_of(one.file, one.sheet, address), details),
        policy.of(code),
        one.name,
        what,
        written,
    )


def _empty(
    found: Gathered, definition: FormDefinition, weight: Weight, policy: Policy
) -> list[Met]:
    met = []
    for asked in definition.indicators:
        entries = [one.values.get(asked.number, BLANK) for one in found.returns]
        filled = [e for e in entries if e.number is not None]
        code = "" if filled else "rollup.all_blank"
        if filled and asked.kind in WEIGHED:
            weights = [
                weight.of(one)
                for one in found.returns
                if one.values.get(asked.number, BLANK).number is not None
            ]
            code = "" if any(w for w in weights) else "rollup.all_weights_zero"
        if code:
            met.append(
                Met(
                    Problem(
                        code,
                        None,
                        {"what": asked.name, "weight": weight.value},
                        ("indicators", asked.index),
                    ),
                    policy.of(code),
                    what=asked.name,
                )
            )
    return met


def _stop(met: Sequence[Met]) -> None:
    stopping = [one.problem for one in met if one.consequence is Consequence.STOP]
    if stopping:
        others = [one.problem for one in met if one.consequence.leaves_out]
        raise InputError([*stopping, *others])

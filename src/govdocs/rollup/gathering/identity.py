"""Whose form is it, and is it the form that was handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from govdocs.errors import Problem
from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.handing_out.stamping import own_targets
from govdocs.rollup.judging.judge_form import Whose, whose_from_form
from govdocs.rollup.naming import folded
from govdocs.rollup.policy import Consequence, Met, Policy
from govdocs.rollup.taking_in.form_reading import FileReading, FormReading
from govdocs.rollup.units import UnitList


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose a form is; None where it cannot count, for the reasons in ``met``."""

    whose: Whose | None
    met: tuple[Met, ...]


def identify(
    reading: FileReading, definition: FormDefinition, units: UnitList | None, policy: Policy
) -> Identity:
    """Tell whose form a reading is; everything that speaks against it is said at once."""
    form = reading.form
    assert form is not None
    name = _name(form, units, reading.file)
    met: list[Met] = []

    def say(code: str, **details: str) -> Consequence:
        place = reading.place(form.unit) if code in _ABOUT_UNIT else reading.place(None)
        follows = policy.of(code)
        met.append(Met(Problem(code, place, {"unit": name, **details}), follows, name))
        return follows

    _form_and_version(form, definition, say)
    if not name:
        say("rollup.no_unit_name")
    elif units is not None and name not in units.by_name:
        say("rollup.unit_unknown", near=_near(name, units))
    if (
        form.signature is not None
        and form.unit is not None
        and folded(form.unit.text) != folded(form.signature.unit)
    ):
        say(
            "rollup.unit_changed", given=form.unit.text.strip() or "空白", asked=form.signature.unit
        )
    if any(m.consequence in (Consequence.LEAVE_FORM, Consequence.STOP) for m in met):
        return Identity(None, tuple(met))
    return Identity(_whose(form, name, definition, units), tuple(met))


_ABOUT_UNIT = frozenset({"rollup.unit_unknown", "rollup.unit_changed", "rollup.no_unit_name"})


def _form_and_version(
    form: FormReading, definition: FormDefinition, say: Callable[..., Consequence]
) -> None:
    signature = form.signature
    year = form.year
    if signature is not None:
        year = signature.year
        if signature.form != definition.form:
            say("rollup.other_form", given=signature.form, asked=definition.form)
        elif signature.year == definition.year and signature.version != definition.version:
            say("rollup.other_version", given=signature.version, asked=definition.version)
    elif form.signed:
        say("rollup.broken_signature")
    elif form.sheet:
        say("rollup.no_signature")
    printed = form.year if form.year is not None else year
    wrong = next((y for y in (year, printed) if y is not None and y != definition.year), None)
    if wrong is not None:
        say("rollup.other_year", given=str(wrong), asked=str(definition.year))


def _name(form: FormReading, units: UnitList | None, file: str) -> str:
    if form.signature is not None:
        return form.signature.unit
    given = form.unit.text.strip() if form.unit is not None else ""
    if units is None:
        return given or PurePath(file).stem
    by_fold = {folded(name): name for name in units.by_name}
    # A form that lost its signature, or a case: the name in it, else the file's name.
    for candidate in (given, PurePath(file).stem):
        if folded(candidate) in by_fold:
            return by_fold[folded(candidate)]
    return given


def _whose(
    form: FormReading, name: str, definition: FormDefinition, units: UnitList | None
) -> Whose:
    if units is None:
        return whose_from_form(form, name)
    unit = units.by_name[name]
    targets: Mapping[int, str] = own_targets(definition, unit)
    if not targets and form.signature is not None:
        targets = form.signature.targets
    return Whose(name, unit.level, unit.parent, targets)


def _near(name: str, units: UnitList) -> str:
    from govdocs.intake.nearest import nearest

    return nearest(name, units.by_name)

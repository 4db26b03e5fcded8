"""What the roll-up starts from: the case that was given, or what the forms themselves carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from govdocs.errors import InputError, Problem
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import LoadedCase
from govdocs.intake.case_text import case_text
from govdocs.model.case import Case, read_case
from govdocs.place import FilePlace
from govdocs.rollup.base_case import BaseCase, base_of
from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.handing_out.hand_out import missing_kinds
from govdocs.rollup.kinds import propose_kind
from govdocs.rollup.policy import Consequence, Met, Policy
from govdocs.rollup.taking_in.form_reading import FileReading


def start_of(readings: Sequence[FileReading], cases: Mapping[str, LoadedCase]) -> BaseCase:
    """Return the start of a roll-up that was given no case: what the forms or results say.

    InputError ``rollup.mixed_versions`` where they say different things, ``rollup.no_start``
    where nothing among them says it.
    """
    signed: dict[str, tuple[str, FormDefinition]] = {}
    for reading in readings:
        if reading.form is not None and reading.form.signature is not None:
            signature = reading.form.signature
            signed.setdefault(signature.version, (reading.file, signature.definition))
    bases = {name: without_results(loaded) for name, loaded in cases.items()}
    versions = {version: file for version, (file, _) in signed.items()}
    for name, base in bases.items():
        if cases[name].case.rollup is not None or not signed:
            versions.setdefault(base.definition.version, name)
    if len(versions) > 1:
        first = "；".join(f"{version}（如 {file}）" for version, file in versions.items())
        raise InputError(
            [
                Problem(
                    "rollup.mixed_versions",
                    FilePlace(next(iter(versions.values()))),
                    {"count": str(len(versions)), "versions": first},
                )
            ]
        )
    if not versions:
        raise InputError([Problem("rollup.no_start", None, {"count": str(len(readings))})])
    for base in bases.values():
        if base.definition.version in versions:
            return base
    return _from_definition(next(iter(signed.values()))[1])


def without_results(loaded: LoadedCase) -> BaseCase:
    """Return a lower level's case as a start: what was asked, without its figures."""
    data = case_text(loaded.case)
    data["rollup"] = None
    data["execution"] = {}
    for row in data["indicators"]:
        row["actual"] = row["reason"] = None
    case = read_case(data)
    return base_of(case, form_set_of(case), loaded.places)


def _from_definition(definition: FormDefinition) -> BaseCase:
    case = read_case(_case_data(definition))
    base = base_of(case, form_set_of(case))
    # The notes, kinds and indices are those that were handed out.
    return replace(base, definition=definition)


def _case_data(definition: FormDefinition) -> dict[str, object]:
    rows: list[dict[str, object]] = [
        {
            "level1": i.level1,
            "level2": i.level2,
            "name": i.name,
            "target": i.target or None,
            "kind": i.kind.value if i.kind else None,
            "unit": _extra_unit(i.target, i.unit),
            "direction": i.direction.value if i.direction else None,
        }
        for i in definition.indicators
    ]
    return {
        "form": definition.form,
        "year": str(definition.year),
        "money_unit": definition.money_unit,
        "fund": {
            "name": definition.fund,
            "ministry": definition.ministry,
            "line_department": definition.line_department,
        },
        "budget": {},
        "execution": {},
        "indicators": rows,
        "goal_statement": {"planned": definition.goals or None},
        "explanation": {"notes": list(definition.notes) or None},
    }


def _extra_unit(target: str, unit: str) -> str | None:
    return unit if unit and not target.endswith(unit) and unit != "%" else None


def with_kinds(base: BaseCase, file: str, policy: Policy) -> tuple[BaseCase, list[Met]]:
    """Ask for the kinds that the data leaves out; under a policy that takes them, use the proposals."""
    met = []
    taken = {}
    by_index = {i.index: i for i in base.definition.indicators}
    for problem in missing_kinds(base.definition, base.places, file):
        consequence = policy.of(problem.code)
        met.append(Met(problem, consequence, what=problem.details["name"]))
        asked = by_index[int((problem.path or ("", 0))[1])]
        proposal = propose_kind(asked.name, asked.target, asked.unit)
        if proposal is not None and consequence in (Consequence.TAKE, Consequence.NOTE):
            taken[asked.number] = proposal.kind
    definition = base.definition.with_kinds(taken)
    rows = list(base.case.indicators)
    for asked in definition.indicators:
        if asked.number in taken and rows[asked.index].kind is None:
            rows[asked.index] = rows[asked.index].model_copy(update={"kind": asked.kind})
    case: Case = base.case.model_copy(update={"indicators": tuple(rows)})
    return replace(base, case=case, definition=definition), met

"""Hand out: a form for every reporting unit of a list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace, PlaceIndex
from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.kinds import propose_kind
from govdocs.rollup.naming import folded
from govdocs.rollup.units import Unit, UnitList

SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was written: the folder, the file of each unit, and the version of the form."""

    folder: Path
    files: tuple[str, ...]
    version: str


def hand_out(case_file: Path, folder: Path, units: UnitList, *, force: bool = False) -> HandedOut:
    """Write a form for each reporting unit of ``units`` into ``folder``, all or none.

    Raises InputError: the case's own problems, ``rollup.kind_missing`` for each indicator whose
    汇总方式 is not in the data (with a proposal), ``rollup.target_for_nobody`` for targets of the
    list that name no indicator. OutputError where a file stands already, unless ``force``.
    """
    from govdocs.rollup.base_case import load_base
    from govdocs.rollup.handing_out.stamping import FormPress
    from govdocs.writing.atomic import write_all_atomically

    base = load_base(case_file)
    problems = [
        *missing_kinds(base.definition, base.places, str(case_file)),
        *_unknown_targets(base.definition, units),
    ]
    if problems:
        raise InputError(problems)
    reporting = list(units.reporting())
    if not force:
        _refuse_existing(folder, reporting)
    press = FormPress(base.definition)
    files = {f"{unit.name}{SUFFIX}": press.form_for(unit, units.top.name) for unit in reporting}
    write_all_atomically(folder, files, inputs=[case_file])
    return HandedOut(folder, tuple(files), base.definition.version)


def missing_kinds(definition: FormDefinition, places: PlaceIndex, file: str) -> list[Problem]:
    """Return a problem for each indicator without 汇总方式, with the proposed one in its details."""
    problems = []
    for i in definition.indicators:
        if i.kind is not None:
            continue
        path = ("indicators", i.index)
        proposal = propose_kind(i.name, i.target, i.unit)
        details = {"name": i.name, "proposal": "", "because": ""}
        if proposal is not None:
            details |= {"proposal": proposal.kind.value, "because": proposal.because}
        code = "rollup.kind_missing" if proposal else "rollup.kind_unknown"
        problems.append(Problem(code, places.find(path) or FilePlace(file), details, path))
    return problems


def _unknown_targets(definition: FormDefinition, units: UnitList) -> list[Problem]:
    known = {folded(i.name) for i in definition.indicators}
    return [
        Problem("rollup.target_for_nobody", unit.place, {"unit": unit.name, "name": name})
        for unit in units.units
        for name in unit.targets
        if name not in known
    ]


def _refuse_existing(folder: Path, units: Collection[Unit]) -> None:
    from govdocs.errors import OutputError

    standing = [f"{u.name}{SUFFIX}" for u in units if (folder / f"{u.name}{SUFFIX}").exists()]
    if standing:
        raise OutputError(
            [
                Problem("writing.already_there", FilePlace(str(folder / name)), {"name": name})
                for name in standing[:20]
            ]
        )

"""All readings become the returns that count, each unit once, and the list of who is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path, PurePath

from govdocs.errors import Problem
from govdocs.intake import LoadedCase
from govdocs.model.rollup_record import LeftOut, MissingUnit, RolledNode
from govdocs.place import FilePlace
from govdocs.rollup.adding_up.figures import Adding
from govdocs.rollup.gathering.identity import identify
from govdocs.rollup.gathering.lower_results import LowerResult, lower_result
from govdocs.rollup.judging.judge_form import Bands, FormJudge
from govdocs.rollup.judging.returns import Entry, State, UnitReturn
from govdocs.rollup.policy import Consequence, Met, Policy, ruling_of
from govdocs.rollup.printable import printable
from govdocs.rollup.taking_in.form_reading import FileReading, place_of
from govdocs.rollup.units import Level, UnitList

NOT_FILED = "未报送"


@dataclass
class Gathered:
    """What counts, and all that was met on the way.

    ``stated`` are forms of units above others that are in: compared with them, not counted.
    """

    returns: list[UnitReturn] = field(default_factory=list)
    stated: list[UnitReturn] = field(default_factory=list)
    nodes: list[RolledNode] = field(default_factory=list)
    missing: list[MissingUnit] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)


def gather(
    readings: Sequence[FileReading],
    cases: Mapping[str, LoadedCase],
    units: UnitList | None,
    adding: Adding,
    bands: Bands,
    policy: Policy,
    top: str,
    others: Sequence[Path] = (),
) -> Gathered:
    """Judge every reading and keep each unit once; ``others`` are files of other kinds."""
    found = Gathered()
    candidates: list[UnitReturn] = []
    lower: list[LowerResult] = []
    refused: dict[str, str] = {}
    for reading in readings:
        loaded = cases.get(reading.file)
        if reading.form is None:
            met = [
                Met(p, policy.of(p.code), p.details.get("unit") or _stem(reading.file, units))
                for p in reading.problems
            ]
            found.met += met
            _remember(refused, met)
        elif loaded is not None and loaded.case.rollup is not None:
            result, said = lower_result(reading.file, loaded, adding, policy)
            found.met += said
            if result is not None:
                lower.append(result)
                candidates += result.returns
        else:
            candidates += _judged(reading, units, adding, bands, policy, found, refused)
    for result in lower:
        found.left_out += result.left_out
        refused.update(
            {unit.name: unit.reason for unit in result.missing if unit.reason != NOT_FILED}
        )
    returns = _once(candidates, policy, found, refused, units)
    _levels(returns, units, lower, policy, found, top)
    no_forms = [*others, *(Path(r.file) for r in readings if r.not_a_form)]
    _missing(units, policy, found, refused, lower, no_forms)
    return found


def _judged(
    reading: FileReading,
    units: UnitList | None,
    adding: Adding,
    bands: Bands,
    policy: Policy,
    found: Gathered,
    refused: dict[str, str],
) -> list[UnitReturn]:
    identity = identify(reading, adding.definition, units, policy)
    found.met += identity.met
    if identity.whose is None:
        _remember(refused, identity.met)
        return []
    judge = FormJudge(reading, identity.whose, adding.definition, bands, policy)
    judged = judge.judge()
    found.met += judge.met
    if any(met.consequence is Consequence.LEAVE_FORM for met in judge.met):
        _remember(refused, judge.met)
        return []
    return [judged]


def _stem(file: str, units: UnitList | None) -> str:
    """The unit that a file's name speaks of, for files that cannot be read; empty if unclear."""
    stem = PurePath(file).stem
    if units is None or stem in units.by_name:
        return stem if units is not None else ""
    named = [name for name in units.by_name if name in stem and units.reports(name)]
    return named[0] if len(named) == 1 else ""


def _remember(refused: dict[str, str], met: Iterable[Met]) -> None:
    """Why a unit's file did not count, for the list of missing units."""
    for one in met:
        if one.unit and one.consequence in (Consequence.LEAVE_FORM, Consequence.STOP):
            refused.setdefault(one.unit, ruling_of(one.problem.code).name)


def _once(
    candidates: list[UnitReturn],
    policy: Policy,
    found: Gathered,
    refused: dict[str, str],
    units: UnitList | None,
) -> list[UnitReturn]:
    by_unit: dict[str, list[UnitReturn]] = {}
    for one in candidates:
        by_unit.setdefault(one.name, []).append(one)
    kept = []
    for name, several in by_unit.items():
        first = several[0]
        if len(several) == 1:
            kept.append(first)
            continue
        same = all(
            one.figures() == first.figures() and _words(one) == _words(first) for one in several[1:]
        )
        code = "rollup.unit_twice_same" if same else "rollup.unit_twice"
        details = {
            "unit": name,
            "files": "、".join(one.file for one in several),
            "count": str(len(several)),
            "differs": "" if same else _differing(several),
        }
        met = Met(
            Problem(code, place_of(several[1].file, several[1].sheet, ""), details),
            policy.of(code),
            name,
        )
        found.met.append(met)
        if same and not met.consequence.leaves_out:
            kept.append(first)
        else:
            _remember(refused, [met])
    if units is not None:
        order = {unit.name: i for i, unit in enumerate(units.units)}
        kept.sort(key=lambda one: order.get(one.name, len(order)))
    return kept


def _words(one: UnitReturn) -> list[tuple[str, str]]:
    return sorted((key, text) for key, (_, text) in one.texts.items())


def _differing(several: list[UnitReturn]) -> str:
    """The first cells in which two returns of one unit differ."""
    first, second = (_by_figure(one) for one in several[:2])
    cells = [
        (first.get(key) or second[key]).address
        for key in [*first, *(second.keys() - first)]
        if _content(first.get(key)) != _content(second.get(key))
    ]
    return "、".join(cells[:5]) or "文字"


def _by_figure(one: UnitReturn) -> dict[str, Entry]:
    return {**one.money, **{str(number): entry for number, entry in one.values.items()}}


def _content(entry: Entry | None) -> tuple[State, Decimal | None] | None:
    return (entry.state, entry.number) if entry else None


def _levels(
    returns: list[UnitReturn],
    units: UnitList | None,
    lower: list[LowerResult],
    policy: Policy,
    found: Gathered,
    top: str,
) -> None:
    """Put aside the forms of units whose own units are in."""
    have = {one.name for one in returns}
    above: set[str] = set()
    if units is not None:
        for name in have:
            above.update(units.chain(name)[1:])
    else:
        above = {one.parent for one in returns if one.parent}
    for one in returns:
        stands = units is not None and not units.reports(one.name)
        if one.name in above:
            code = "rollup.parent_with_children"
            found.stated.append(one)
        else:
            found.returns.append(one)
            if not stands:
                continue
            code = "rollup.stands_for_children"
        place = place_of(one.file, one.sheet, "")
        found.met.append(Met(Problem(code, place, {"unit": one.name}), policy.of(code), one.name))
    if units is not None:
        parents = {unit.parent for unit in units.units if unit.parent}
        found.nodes = [
            RolledNode(name=u.name, level=u.level, parent=u.parent)
            for u in units.units
            if u.name in parents and u.parent is not None
        ]
    else:
        found.nodes = _guessed_nodes(found.returns, lower, top)


def _guessed_nodes(
    returns: list[UnitReturn], lower: list[LowerResult], top: str
) -> list[RolledNode]:
    """Without a list the forms name their parents; a parent stands one level above."""
    nodes = {node.name: node for result in lower for node in result.nodes}
    known = {one.name for one in returns} | {top}
    for one in returns:
        if one.parent and one.parent not in nodes and one.parent not in known:
            height = min(Level(one.level).height + 1, Level.PROVINCE.height)
            nodes[one.parent] = RolledNode(name=one.parent, level=list(Level)[height], parent=top)
    return list(nodes.values())


def _missing(
    units: UnitList | None,
    policy: Policy,
    found: Gathered,
    refused: dict[str, str],
    lower: list[LowerResult],
    no_forms: Sequence[Path],
) -> None:
    """Name who is missing; a file that bears such a unit's name is named as left out."""
    if units is None:
        found.met.append(Met(Problem("rollup.no_list", None), policy.of("rollup.no_list")))
        found.missing = [unit for result in lower for unit in result.missing]
        return
    have = {one.name for one in found.returns}
    named: dict[str, list[Path]] = {}
    for path in no_forms:
        named.setdefault(path.stem, []).append(path)
    for unit in units.reporting():
        if have.intersection(units.chain(unit.name)):
            continue
        said = [
            Met(
                Problem(
                    "rollup.units_file_no_form",
                    FilePlace(printable(str(path))),
                    {"unit": unit.name},
                ),
                policy.of("rollup.units_file_no_form"),
                unit.name,
            )
            for path in named.get(unit.name, ())
        ]
        found.met += said
        _remember(refused, said)
        reason = refused.get(unit.name, NOT_FILED)
        found.missing.append(
            MissingUnit(name=unit.name, level=unit.level, parent=unit.parent, reason=reason)
        )
        problem = Problem(
            "rollup.missing_unit",
            unit.place or FilePlace(""),
            {"unit": unit.name, "parent": unit.parent or "", "reason": reason},
        )
        found.met.append(Met(problem, policy.of("rollup.missing_unit"), unit.name))

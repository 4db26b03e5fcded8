"""For one figure of a result: the units' cells that it came from, with their weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.model.case import Case
from govdocs.model.indicator import Kind
from govdocs.model.rollup_record import RolledFigure, RollupRecord
from govdocs.place import FilePlace, Place
from govdocs.rollup.adding_up.execution_rate import EXECUTION_RATE
from govdocs.rollup.adding_up.figures import Adding, figure_at
from govdocs.rollup.adding_up.weights import Weight
from govdocs.rollup.base_case import base_of
from govdocs.rollup.judging.returns import BLANK, Entry, State, UnitReturn
from govdocs.rollup.lineage import unit_return
from govdocs.rollup.naming import folded
from govdocs.rollup.taking_in.form_reading import place_of

_WEIGHED_KINDS = (Kind.RELATIVE.value, Kind.QUALITATIVE.value)


@dataclass(frozen=True, slots=True)
class Source:
    """One unit's part in a figure: what it filled in, where, and with which weight.

    For an execution rate ``number`` is B and ``weight`` A. ``counts`` tells whether it is in.
    """

    unit: str
    parent: str
    state: State
    number: Decimal | None
    weight: Decimal | None
    place: Place
    counts: bool


@dataclass(frozen=True, slots=True)
class Subtotal:
    """The same figure over the units below one unit between them and the top."""

    unit: str
    level: str
    figure: RolledFigure


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure of the result with its sources, its sub-totals and who is not in it."""

    unit: str
    figure: RolledFigure
    weight: str
    sources: tuple[Source, ...]
    subtotals: tuple[Subtotal, ...]
    missing: tuple[str, ...]


def explain(file: Path, wanted: str) -> Explanation:
    """Explain the figure called ``wanted`` (an indicator's or money row's name, or its path).

    InputError ``rollup.not_a_result`` where the file holds no roll-up, ``rollup.no_such_figure``
    with the nearest names, ``rollup.several_figures`` where the name is not enough.
    """
    from govdocs.forms.catalogue import form_set_of
    from govdocs.intake import load_case

    case = load_case(file).case
    if case.rollup is None:
        raise InputError([Problem("rollup.not_a_result", FilePlace(str(file)))])
    figure = _figure(case.rollup, wanted, str(file))
    adding = adding_of(case, form_set_of(case))
    returns = [unit_return(unit) for unit in case.rollup.units]
    return explained(case.rollup, figure, returns, adding)


def adding_of(case: Case, forms: object) -> Adding:
    """How a result was added up, as its record says."""
    from govdocs.forms.form_set import FormSet

    assert isinstance(forms, FormSet) and case.rollup is not None
    base = base_of(case, forms)
    return Adding(
        base.definition,
        Weight(case.rollup.weight),
        forms.settings.rate_decimals,
        forms.qualitative_bands,
    )


def explained(
    record: RollupRecord, figure: RolledFigure, returns: list[UnitReturn], adding: Adding
) -> Explanation:
    """Explain one figure of a record whose returns are at hand."""
    sources = sources_of(figure, returns, adding)
    subtotals = [
        Subtotal(node.name, node.level, figure_at(figure.path, below, adding))
        for node in record.nodes
        if (below := below_of(record, returns).get(node.name))
    ]
    missing = tuple(f"{unit.name}（{unit.reason}）" for unit in record.missing)
    return Explanation(record.unit, figure, record.weight, sources, tuple(subtotals), missing)


def sources_of(
    figure: RolledFigure, returns: list[UnitReturn], adding: Adding
) -> tuple[Source, ...]:
    """Return each unit's part in a figure, in the order of the returns."""
    key = figure_key(figure, adding)
    return tuple(_source(one, key, figure, adding.weight) for one in returns)


def below_of(record: RollupRecord, returns: Iterable[UnitReturn]) -> dict[str, list[UnitReturn]]:
    """Return the returns below each unit between the forms and the top."""
    parents = {node.name: node.parent for node in record.nodes}
    found: dict[str, list[UnitReturn]] = {}
    for one in returns:
        for name in _steps(one.parent, parents):
            found.setdefault(name, []).append(one)
    return found


def figure_key(figure: RolledFigure, adding: Adding) -> str | int:
    """The key of a figure in the units' returns: an indicator's number, or ``row.column``."""
    if figure.path.startswith("execution."):
        return figure.path.removeprefix("execution.")
    return next(
        i.number
        for i in adding.definition.indicators
        if figure.path == f"indicators[{i.index}].actual"
    )


def above(one: UnitReturn, record: RollupRecord) -> tuple[str, ...]:
    """The units above ``one``, from the nearest; the top itself left out."""
    return _steps(one.parent, {node.name: node.parent for node in record.nodes})


def _steps(parent: str | None, parents: dict[str, str | None]) -> tuple[str, ...]:
    steps: list[str] = []
    while parent in parents and parent not in steps:
        steps.append(parent or "")
        parent = parents[parent or ""]
    return tuple(steps)


def _source(one: UnitReturn, key: str | int, figure: RolledFigure, weight: Weight) -> Source:
    if figure.kind == EXECUTION_RATE:
        row = key.split(".")[0] if isinstance(key, str) else "total"
        a, b = (one.money.get(f"{row}.{c}", BLANK) for c in ("budget", "executed"))
        counts = a.number is not None and b.number is not None
        return Source(
            one.name,
            one.parent or "",
            b.state,
            b.number,
            a.number,
            place_of(one.file, one.sheet, b.address or a.address),
            counts,
        )
    entry = entry_of(one, key)
    money = weight.of(one) if figure.kind in _WEIGHED_KINDS else None
    counts = entry.number is not None and (figure.kind not in _WEIGHED_KINDS or money is not None)
    return Source(
        one.name,
        one.parent or "",
        entry.state,
        entry.number,
        money,
        place_of(one.file, one.sheet, entry.address),
        counts,
    )


def entry_of(one: UnitReturn, key: str | int) -> Entry:
    """What a unit filled in for a figure's key."""
    return one.values.get(key, BLANK) if isinstance(key, int) else one.money.get(key, BLANK)


def _figure(record: RollupRecord, wanted: str, file: str) -> RolledFigure:
    plain = folded(wanted)
    for choose in (
        [f for f in record.figures if plain in (folded(f.name), folded(f.path))],
        [f for f in record.figures if plain and plain in folded(f.name)],
    ):
        if len(choose) == 1:
            return choose[0]
        if choose:
            raise InputError(
                [
                    Problem(
                        "rollup.several_figures",
                        FilePlace(file),
                        {
                            "given": wanted,
                            "names": "；".join(f"{f.name}（{f.path}）" for f in choose[:8]),
                        },
                    )
                ]
            )
    raise InputError(
        [
            Problem(
                "rollup.no_such_figure",
                FilePlace(file),
                {"given": wanted, "nearest": _nearest(wanted, (f.name for f in record.figures))},
            )
        ]
    )


def _nearest(wanted: str, names: Iterable[str]) -> str:
    from govdocs.intake.nearest import nearest

    return nearest(wanted, names, 0.3) or "无"

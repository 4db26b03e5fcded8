"""A lower level's result comes in as the returns of its units: exact, with their cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from govdocs.errors import Problem
from govdocs.intake import LoadedCase
from govdocs.model.rollup_record import LeftOut, MissingUnit, RolledNode, RollupRecord
from govdocs.place import FilePlace
from govdocs.rollup.adding_up.figures import Adding, figures_of, printed
from govdocs.rollup.adding_up.words import collected
from govdocs.rollup.judging.returns import UnitReturn
from govdocs.rollup.lineage import unit_return
from govdocs.rollup.policy import Consequence, Met, Policy


@dataclass(frozen=True, slots=True)
class LowerResult:
    """What a lower level's result brings: its units' returns, and what it did not have."""

    file: str
    unit: str
    returns: tuple[UnitReturn, ...]
    nodes: tuple[RolledNode, ...]
    missing: tuple[MissingUnit, ...]
    left_out: tuple[LeftOut, ...]


def lower_result(
    file: str, loaded: LoadedCase, adding: Adding, policy: Policy
) -> tuple[LowerResult | None, list[Met]]:
    """Open a result; its stated figures must be what its units' cells add up to.

    A figure that was changed by hand has no unit's cell behind it: ``rollup.result_edited``.
    """
    record = loaded.case.rollup
    assert record is not None
    met: list[Met] = []

    def say(
        code: str,
        what: str = "",
        written: str = "",
        path: tuple[str | int, ...] = (),
        **details: str,
    ) -> None:
        place = (loaded.places.find(path) if path else None) or FilePlace(file)
        problem = Problem(
            code, place, {"unit": record.unit, "what": what, "written": written, **details}
        )
        met.append(Met(problem, policy.of(code), record.unit, what, written))

    if record.version != adding.definition.version:
        say("rollup.other_version", given=record.version, asked=adding.definition.version)
    elif record.weight != adding.weight.value:
        say("rollup.other_weight", given=record.weight, asked=adding.weight.value)
    else:
        try:
            returns = tuple(unit_return(unit) for unit in record.units)
        except ValueError as error:
            say("rollup.result_edited", what=str(error)[:60], expected="程序写入的记录")
        else:
            _compare(loaded, record, list(returns), adding, say)
            if not any(m.consequence in (Consequence.STOP, Consequence.LEAVE_FORM) for m in met):
                return _placed(file, record, returns), met
    return None, met


def _placed(file: str, record: RollupRecord, returns: tuple[UnitReturn, ...]) -> LowerResult:
    return LowerResult(file, record.unit, returns, record.nodes, record.missing, record.left_out)


def _compare(
    loaded: LoadedCase,
    record: RollupRecord,
    returns: list[UnitReturn],
    adding: Adding,
    say: Callable[..., None],
) -> None:
    stated = {figure.path: figure for figure in record.figures}
    figures = figures_of(returns, adding)
    for figure in figures:
        here = stated.get(figure.path)
        if here is None or (here.value, here.total, here.weighted, here.weights) != (
            figure.value,
            figure.total,
            figure.weighted,
            figure.weights,
        ):
            say(
                "rollup.result_edited",
                figure.name,
                (here.value if here else None) or "空白",
                ("rollup", "figures"),
                expected=figure.value or "空白",
            )
    by_path = {f"indicators[{i}].actual": (i, row) for i, row in enumerate(loaded.case.indicators)}
    for figure in figures:
        if figure.path not in by_path:
            continue
        i, row = by_path[figure.path]
        shown = "" if row.actual is None else getattr(row.actual, "text", row.actual)
        wanted = {printed(figure, True) or "", printed(figure, False) or ""}
        if shown not in wanted:
            say(
                "rollup.result_edited",
                figure.name,
                shown or "空白",
                ("indicators", i, "actual"),
                expected=figure.value or "空白",
            )
    for asked in adding.definition.indicators:
        text = collected(returns, str(asked.number))
        row = loaded.case.indicators[asked.index]
        if row.reason is not None and row.reason != text:
            say(
                "rollup.result_text_edited",
                asked.name,
                row.reason,
                ("indicators", asked.index, "reason"),
            )

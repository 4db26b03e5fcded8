"""The result as a case: the start's fund, targets and letter, the units' figures, the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govdocs.intake.case_text import case_text
from govdocs.model.case import Case, read_case
from govdocs.model.quantity import Quantity
from govdocs.model.rollup_record import LeftOut, RolledFigure, RollupRecord
from govdocs.place import CellPlace, LinePlace, Place
from govdocs.rollup.adding_up.figures import Adding, figures_of, printed
from govdocs.rollup.adding_up.words import collected
from govdocs.rollup.base_case import BaseCase
from govdocs.rollup.form_layout import MONEY_ROWS, TITLE
from govdocs.rollup.gathering.gather import Gathered
from govdocs.rollup.lineage import rolled_unit
from govdocs.rollup.policy import Met, Policy, ruling_of
from govdocs.rollup.printable import printable


@dataclass(frozen=True, slots=True)
class Top:
    """The unit whose result it is."""

    name: str
    level: str
    listed: int | None = None


def assemble(base: BaseCase, found: Gathered, adding: Adding, policy: Policy, top: Top) -> Case:
    """Return the result's case with its record; raises nothing of its own."""
    figures = figures_of(found.returns, adding)
    data = case_text(base.case)
    _indicators(data["indicators"], base.case, figures, found, adding)
    data["execution"] = _execution(figures)
    achieved = collected(found.returns, "achieved")
    if achieved:
        data["goal_statement"]["achieved"] = achieved
    remark = collected(found.returns, "remark")
    if remark:
        data["explanation"]["remark"] = remark
    if not data.get("attachments") and not data.get("letter"):
        # What the units filled in is the evaluation form: the result can be printed as one.
        data["attachments"] = [{"form": "evaluation", "title": TITLE}]
    data["rollup"] = None
    case = read_case(data)
    record = RollupRecord(
        unit=top.name,
        level=top.level,
        form=adding.definition.form,
        version=adding.definition.version,
        weight=adding.weight.value,
        policy=policy.strictness.value,
        listed=top.listed,
        units=tuple(rolled_unit(one) for one in found.returns),
        nodes=tuple(found.nodes),
        missing=tuple(found.missing),
        figures=tuple(figures),
        left_out=tuple(_left_out(found.met, found.left_out)),
    )
    return case.model_copy(update={"rollup": record})


def _indicators(
    rows: list[dict[str, object]],
    case: Case,
    figures: Sequence[RolledFigure],
    found: Gathered,
    adding: Adding,
) -> None:
    by_path = {figure.path: figure for figure in figures}
    for asked in adding.definition.indicators:
        row, source = rows[asked.index], case.indicators[asked.index]
        figure = by_path[f"indicators[{asked.index}].actual"]
        with_unit = isinstance(source.target, Quantity) and bool(source.target.unit_symbol)
        row["actual"] = printed(figure, with_unit)
        row["reason"] = collected(found.returns, str(asked.number))
        row["kind"] = asked.kind.value if asked.kind else None


def _execution(figures: Sequence[RolledFigure]) -> dict[str, dict[str, str | None] | None]:
    """Sums of each row; the rate is left to be derived, which is ΣB ÷ ΣA."""
    by_path = {figure.path: figure for figure in figures}
    rows: dict[str, dict[str, str | None] | None] = {}
    for row in MONEY_ROWS:
        cells = {c: by_path[f"execution.{row.key}.{c}"].value for c in ("budget", "executed")}
        rows[row.key] = cells if any(cells.values()) else None
    return rows


def _left_out(met: Iterable[Met], carried: Iterable[LeftOut]) -> list[LeftOut]:
    found: dict[tuple[str | None, ...], LeftOut] = {}
    fresh = (
        LeftOut(
            unit=one.unit or None,
            file=_file(one.problem.place) or one.unit or "—",
            place=_where(one.problem.place),
            what=one.what or None,
            written=_written(one) or None,
            reason=ruling_of(one.problem.code).name,
        )
        for one in met
        if one.consequence.leaves_out or one.problem.code in _OTHER_WORDS
    )
    for row in (*carried, *fresh):
        found.setdefault((row.unit, row.file, row.place, row.what, row.reason), row)
    return sorted(
        found.values(),
        key=lambda row: (row.unit or "", row.file, row.place or "", row.what or "", row.reason),
    )


_OTHER_WORDS = {
    "rollup.target_changed": "",
    "rollup.row_renamed": "label",
    "rollup.unit_cell_changed": "given",
    "rollup.unit_changed": "given",
}
"""Where a unit changed what the form prints: its word is left out even if the value is taken."""


def _written(one: Met) -> str:
    """What is left out: the value, and the changed word before it where that is another cell."""
    word = one.problem.details.get(_OTHER_WORDS.get(one.problem.code, ""), "")
    words = [word if word != "空白" else "", one.written.strip()]
    return "：".join(word for word in words if word)


def _file(place: Place | None) -> str:
    return printable(place.file) if place is not None else ""


def _where(place: Place | None) -> str | None:
    if isinstance(place, CellPlace):
        return printable(f"{place.sheet} {place.cell}".strip())
    if isinstance(place, LinePlace):
        return f"第{place.line}行"
    return None

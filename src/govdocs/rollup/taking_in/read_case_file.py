"""A case in YAML as a unit's return: typed in by hand, or the result of a lower level's roll-up."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.intake import LoadedCase
from govdocs.model.indicator import Filed
from govdocs.model.quantity import Quantity
from govdocs.place import FilePlace, LinePlace
from govdocs.place import Path as CasePath
from govdocs.rollup.definition import unit_asked
from govdocs.rollup.form_layout import MONEY_COLUMNS, MONEY_ROWS
from govdocs.rollup.taking_in.book import CellKind, ReadCell
from govdocs.rollup.taking_in.form_reading import FileReading, FormReading, ReadRow
from govdocs.rollup.taking_in.read_file import digest_of


def read_case_file(name: str, data: bytes, path: Path) -> tuple[FileReading, LoadedCase | None]:
    """Read a YAML file; the case is returned too, since a roll-up's result carries its record."""
    from govdocs.intake.load import case_of
    from govdocs.intake.yaml.reader import read_yaml
    from govdocs.place import PlaceIndex

    digest = digest_of(data)
    try:
        raw = read_yaml(data, name)
        if not isinstance(raw.data, dict) or "indicators" not in raw.data:
            return FileReading(
                name,
                digest,
                not_a_form=True,
                problems=(Problem("rollup.not_a_form", FilePlace(name)),),
            ), None
        case = case_of(raw)
    except InputError as error:
        first = error.problems[0]
        problem = Problem(
            "rollup.case_unusable",
            first.place or FilePlace(name),
            {"count": str(len(error.problems)), "first": first.code},
        )
        return FileReading(name, digest, problems=(problem, *error.problems[:5])), None
    loaded = LoadedCase(case, PlaceIndex(raw.places), path)
    return FileReading(name, digest, form_of(loaded)), loaded


def form_of(loaded: LoadedCase) -> FormReading:
    """Return a case's figures as a form's."""
    case = loaded.case
    rows = []
    for i, row in enumerate(case.indicators):
        if row.filed is Filed.DECLARATION:
            continue
        at: CasePath = ("indicators", i)
        target = row.reported_target if isinstance(row.reported_target, Quantity) else row.target
        cells = {
            "name": _cell(loaded, (*at, "name"), row.name),
            "target": _cell(loaded, (*at, "target"), _text(target)),
            "unit": _cell(loaded, (*at, "unit"), unit_asked(row)),
            "actual": _cell(loaded, (*at, "actual"), _text(row.actual)),
            "reason": _cell(loaded, (*at, "reason"), row.reason or ""),
        }
        rows.append(ReadRow(None, i, row.level2, row.name, cells))
    money = {}
    for source in MONEY_ROWS:
        group = getattr(case.execution, source.key)
        for column in MONEY_COLUMNS:
            value = getattr(group, column.key) if group is not None else None
            money[f"{source.key}.{column.key}"] = _cell(
                loaded, ("execution", source.key, column.key), _text(value)
            )
    texts = {
        "achieved": _cell(
            loaded, ("goal_statement", "achieved"), case.goal_statement.achieved or ""
        ),
        "remark": _cell(loaded, ("explanation", "remark"), case.explanation.remark or ""),
    }
    unit = case.fund.implementing_unit or case.region or ""
    named: CasePath = ("fund", "implementing_unit") if case.fund.implementing_unit else ("region",)
    return FormReading(
        "",
        False,
        None,
        case.year,
        _cell(loaded, named, unit),
        tuple(rows),
        money,
        {key: cell for key, cell in texts.items() if not cell.blank},
    )


def _cell(loaded: LoadedCase, path: CasePath, text: str) -> ReadCell:
    place = loaded.places.find(path)
    at = f"{place.line}:{place.column}" if isinstance(place, LinePlace) else "1:1"
    # A case keeps a number as it was typed: with a unit or bare, it is never text by mistake.
    bare = text.replace(".", "", 1).replace("-", "", 1).isdigit()
    kind = CellKind.BLANK if not text.strip() else CellKind.NUMBER if bare else CellKind.TEXT
    return ReadCell(at, kind, text)


def _text(value: Quantity | str | None) -> str:
    return value.text if isinstance(value, Quantity) else value or ""

"""Load a case from YAML or a workbook, or say everything that is wrong with the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from govdocs.errors import InputError, Problem
from govdocs.intake.equal_names import equal_names
from govdocs.intake.pydantic_problems import problems_of
from govdocs.intake.raw import RawCase, open_blank_groups
from govdocs.intake.settings_names import name_settings
from govdocs.model.any_case import AnyCase, kind_of, read_any_case
from govdocs.model.case import Case
from govdocs.model.kinds import FILING
from govdocs.place import CellPlace, FilePlace, LinePlace, PlaceIndex

_YAML = (".yaml", ".yml")
_WORKBOOK = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xltx", ".xltm")


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """A case, the place of each of its values, and the file that it came from."""

    case: Case
    places: PlaceIndex
    file: Path


@dataclass(frozen=True, slots=True)
class LoadedAny:
    """A case of any kind, the place of each of its values, and the file that it came from."""

    case: AnyCase
    places: PlaceIndex
    file: Path


def load_case(path: Path) -> LoadedCase:
    """Load a filing's case file (.yaml, .yml, .xlsx); InputError with every problem of the file.

    Places name the file as ``path`` does. A case of another kind is ``intake.other_kind``.
    """
    raw = read_raw(path)
    case = case_of(raw)
    return LoadedCase(case, PlaceIndex(raw.places), path)


def load_any_case(path: Path) -> LoadedAny:
    """Load a case file of any kind, as ``load_case`` does a filing's."""
    raw = read_raw(path)
    case = any_case_of(raw)
    return LoadedAny(case, PlaceIndex(raw.places), path)


def case_of(raw: RawCase) -> Case:
    """Return the filing that raw data make; InputError as ``any_case_of``."""
    case = any_case_of(raw)
    if not isinstance(case, Case):
        details = {"given": kind_of(case), "wanted": FILING}
        raise InputError([Problem("intake.other_kind", raw.place(("kind",)), details, ("kind",))])
    return case


def any_case_of(raw: RawCase) -> AnyCase:
    """Return the case that raw data make; InputError with the reader's and the model's problems."""
    name_settings(raw)
    open_blank_groups(raw.data, raw.blanks, raw.model)
    problems = list(raw.problems)
    broken = {_spot(problem) for problem in problems}
    case: AnyCase | None = None
    try:
        case = read_any_case(raw.data)
        problems += equal_names(case, raw)
    except ValidationError as error:
        # What could not be read was reported as itself, not also as a field left blank.
        problems += [p for p in problems_of(error, raw) if _spot(p) not in broken]
    except RecursionError:
        problems.append(Problem("intake.too_deep", FilePlace(raw.file), {"limit": "100"}))
    if problems or case is None:
        raise InputError(in_order(problems))
    return case


def read_raw(path: Path) -> RawCase:
    """Return what a case file says, unvalidated; InputError where it cannot be read at all."""
    suffix = path.suffix.lower()
    if suffix in _WORKBOOK:
        from govdocs.intake.workbook.reader import read_workbook

        return read_workbook(path)
    data = _bytes(path)
    # A workbook that lost its suffix or was renamed is still a workbook.
    if data.startswith(b"PK\x03\x04") and suffix not in _YAML:
        from govdocs.intake.workbook.reader import read_workbook

        return read_workbook(path)
    if suffix not in _YAML:
        raise InputError(
            [Problem("intake.unknown_suffix", FilePlace(str(path)), {"suffix": path.suffix})]
        )
    from govdocs.intake.yaml.reader import read_yaml

    return read_yaml(data, str(path))


def _bytes(path: Path) -> bytes:
    from govdocs.intake.yaml.text import LARGEST

    here = FilePlace(str(path))
    try:
        if path.is_dir():
            raise InputError([Problem("intake.folder", here)])
        with path.open("rb") as file:
            # One byte more than allowed is enough to know, whatever the file is.
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError([Problem("intake.no_such_file", here, {"name": path.name})]) from None
    except PermissionError:
        raise InputError([Problem("intake.no_rights", here)]) from None
    except (OSError, ValueError) as error:
        raise InputError([Problem("intake.unreadable", here, {"said": str(error)})]) from None


def _spot(problem: Problem) -> object:
    """A line or a cell: what was reported there by the reader explains what the model misses."""
    place = problem.place
    return (place.file, place.line) if isinstance(place, LinePlace) else place


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems as they come in the file, each once."""
    unique = {(p.code, p.place, p.path, tuple(sorted(p.details.items()))): p for p in problems}
    return sorted(unique.values(), key=_position)


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place
    if isinstance(place, LinePlace):
        return (place.line, place.column)
    return (0, 0) if not isinstance(place, CellPlace) else (1, 0)

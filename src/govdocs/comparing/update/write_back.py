"""The case file with its new values, proven to load; what does not fit is taken back and listed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path as File

from govdocs.comparing.update.plan import Edit, Plan, Refusal, texts_of
from govdocs.comparing.update.yaml_text import exchanged
from govdocs.errors import InputError, Problem
from govdocs.intake.load import any_case_of
from govdocs.intake.raw import RawCase
from govdocs.intake.workbook.reader import read_workbook_bytes
from govdocs.intake.yaml.reader import read_yaml
from govdocs.place import CellPlace, FilePlace, Path, PlaceIndex

_TRIES = 30


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A case file's new content, the values in it that changed, and what was not written."""

    data: bytes
    edits: tuple[Edit, ...]
    refused: tuple[Refusal, ...]


def rewritten(file: File, plan: Plan, places: PlaceIndex) -> Rewritten:
    """Return the case file with the planned values; nothing is written to the disk.

    Raises InputError ``against.case_changed`` where no part of the plan gives a file that loads.
    """
    data = file.read_bytes()
    workbook = data.startswith(b"PK\x03\x04")
    for _ in range(_TRIES):
        made, homeless = _cells(data, plan, places) if workbook else _text(data, plan)
        _refuse(plan, homeless, "案卷文件中没有可写的位置")
        if homeless:
            continue
        try:
            any_case_of(_raw(made, str(file), workbook=workbook))
        except InputError as error:
            wrong = {p.path for p in error.problems if p.path in plan.edits}
            if not wrong:
                break
            _refuse(plan, frozenset(path for path in wrong if path), "不是该栏能填的内容")
            continue
        return Rewritten(made, tuple(plan.edits.values()), tuple(plan.refused))
    details = {"why": "改后的内容有误"}
    raise InputError([Problem("against.case_changed", FilePlace(str(file)), details)])


def _raw(data: bytes, name: str, *, workbook: bool) -> RawCase:
    return read_workbook_bytes(data, name) if workbook else read_yaml(data, name)


def _refuse(plan: Plan, paths: frozenset[Path], why: str) -> None:
    for path in paths:
        edit = plan.edits.pop(path)
        plan.refused += [Refusal(difference, why) for difference in edit.differences]


def _text(data: bytes, plan: Plan) -> tuple[bytes, frozenset[Path]]:
    text = data.decode("utf-8-sig")
    windows = "\r\n" in text
    new, homeless = exchanged(text.replace("\r\n", "\n"), texts_of(plan))
    if windows:
        new = new.replace("\n", "\r\n")
    start = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return start + new.encode(), homeless


def _cells(data: bytes, plan: Plan, places: PlaceIndex) -> tuple[bytes, frozenset[Path]]:
    import openpyxl
    from openpyxl.cell import MergedCell

    book = openpyxl.load_workbook(io.BytesIO(data))
    homeless: set[Path] = set()
    for path, text in texts_of(plan).items():
        place = places.exact(path)
        if not isinstance(place, CellPlace) or not place.cell or place.sheet not in book.sheetnames:
            homeless.add(path)
            continue
        cell = book[place.sheet][place.cell]
        if isinstance(cell, MergedCell):
            homeless.add(path)
            continue
        cell.value = text or None
        if text:  # text keeps 98.50 and never becomes a formula
            cell.data_type = "s"
            cell.number_format = "@"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), frozenset(homeless)

"""The case file with its new values, proven to load; what does not fit is taken back and listed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path as File

from govdocs.comparing.update.plan import Edit, Plan, Refusal, texts_of
from govdocs.comparing.update.rows import RowEdit
from govdocs.comparing.update.yaml_rows import rearranged
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
    rows: tuple[RowEdit, ...] = ()

    @property
    def items(self) -> tuple[Edit | RowEdit, ...]:
        """Everything that would be written, values first; each can be taken or left by itself."""
        return (*self.edits, *self.rows)


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
        made, loose = (made, tuple(plan.rows)) if workbook else _rows(made, plan)
        if loose:
            why = (
                "工作簿的行请手工增减"
                if workbook
                else "案卷中这一行不能单独移动，或有说明、标签按序号提到它"
            )
            _refuse_rows(plan, loose, why)
            continue
        try:
            any_case_of(_raw(made, str(file), workbook=workbook))
        except InputError as error:
            wrong = {p.path for p in error.problems if p.path in plan.edits}
            if not wrong and plan.rows:
                _refuse_rows(plan, (plan.rows[-1],), "改后的案卷读不出来，新行可能缺必填的栏")
                continue
            if not wrong:
                break
            _refuse(plan, frozenset(path for path in wrong if path), "不是该栏能填的内容")
            continue
        return Rewritten(made, tuple(plan.edits.values()), tuple(plan.refused), tuple(plan.rows))
    details = {"why": "改后的内容有误"}
    raise InputError([Problem("against.case_changed", FilePlace(str(file)), details)])


def _raw(data: bytes, name: str, *, workbook: bool) -> RawCase:
    return read_workbook_bytes(data, name) if workbook else read_yaml(data, name)


def _refuse_rows(plan: Plan, rows: tuple[RowEdit, ...], why: str) -> None:
    for row in rows:
        plan.rows.remove(row)
        plan.refused += [Refusal(difference, why) for difference in row.differences]


def _rows(data: bytes, plan: Plan) -> tuple[bytes, tuple[RowEdit, ...]]:
    if not plan.rows:
        return data, ()
    text, start, windows = _decoded(data)
    new, loose = rearranged(text, plan.rows)
    return _encoded(new, start, windows=windows), loose


def _decoded(data: bytes) -> tuple[str, bytes, bool]:
    """A file's text with plain line ends, what stood before it, and whether it had those of Windows."""
    text = data.decode("utf-8-sig")
    start = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return text.replace("\r\n", "\n"), start, "\r\n" in text


def _encoded(text: str, start: bytes, *, windows: bool) -> bytes:
    return start + (text.replace("\n", "\r\n") if windows else text).encode()


def _refuse(plan: Plan, paths: frozenset[Path], why: str) -> None:
    for path in paths:
        edit = plan.edits.pop(path)
        plan.refused += [Refusal(difference, why) for difference in edit.differences]


def _text(data: bytes, plan: Plan) -> tuple[bytes, frozenset[Path]]:
    text, start, windows = _decoded(data)
    new, homeless = exchanged(text, texts_of(plan))
    return _encoded(new, start, windows=windows), homeless


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

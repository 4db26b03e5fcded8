"""What was read is kept by content, so that an interrupted or repeated run reads only what is new."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import Any

from govdocs.errors import Problem
from govdocs.place import CellPlace, FilePlace, LinePlace, Place
from govdocs.rollup.signature import Signature
from govdocs.rollup.taking_in.book import CellKind, ReadCell
from govdocs.rollup.taking_in.form_reading import (
    FileReading,
    FormReading,
    Outside,
    ReadRow,
    WrittenIn,
)

READER = "2"
"""Changes with anything that a reading holds: older states are then read anew."""

_KINDS = {kind.value: kind for kind in CellKind}
_TABLE = "create table if not exists readings (digest text primary key, reading blob) without rowid"


class StateFile:
    """Readings by content hash in one SQLite file: each batch is there wholly or not at all.

    A state that cannot be used (damaged, of another reader, on a disk that locks) is passed
    over: it saves time and holds nothing else.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._base = self._open() if path is not None else None

    def _open(self) -> sqlite3.Connection | None:
        assert self._path is not None
        for attempt in (1, 2):
            base: sqlite3.Connection | None = None
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                base = sqlite3.connect(self._path, timeout=5)
                # Without waiting for the disk: a killed run loses nothing, and a state that a power
                # cut tore is noticed and read anew. Waiting took longer than reading the forms.
                base.execute("pragma synchronous = off")
                base.execute(_TABLE)
                version = base.execute("pragma user_version").fetchone()[0]
                if version not in (0, int(READER)):
                    base.execute("delete from readings")
                base.execute(f"pragma user_version = {int(READER)}")
                base.commit()
            except (sqlite3.Error, OSError):
                if base is not None:
                    base.close()
                if attempt == 2 or not self._is_ours():
                    return None
                with contextlib.suppress(OSError):
                    self._path.unlink()
            else:
                return base
        return None

    def _is_ours(self) -> bool:
        """Tell whether a file that is no state any more once was one, and may be thrown away."""
        assert self._path is not None
        with contextlib.suppress(OSError), self._path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
        return False

    def known(self, digests: Iterable[str]) -> set[str]:
        """Return those of ``digests`` that were read before."""
        if self._base is None:
            return set()
        with contextlib.suppress(sqlite3.Error):
            kept = {row[0] for row in self._base.execute("select digest from readings")}
            return kept & set(digests)
        return set()

    def load(self, digest: str, file: str) -> FileReading | None:
        """Return the reading of this content under the name ``file``; None where it is not kept."""
        if self._base is None:
            return None
        try:
            row = self._base.execute(
                "select reading from readings where digest = ?", (digest,)
            ).fetchone()
            return _unpacked(row[0], digest, file) if row else None
        except (sqlite3.Error, zlib.error, ValueError, KeyError, TypeError):
            return None

    def keep(self, readings: Iterable[FileReading]) -> None:
        """Keep readings; those that failed for a reason outside the file are not kept."""
        if self._base is None:
            return
        rows = [(r.digest, _packed(r)) for r in readings if not _may_differ_next_time(r)]
        with contextlib.suppress(sqlite3.Error), self._base:
            self._base.executemany("insert or replace into readings values (?, ?)", rows)

    def close(self) -> None:
        """Close the file; it stays for the next run."""
        if self._base is not None:
            self._base.close()


def _may_differ_next_time(reading: FileReading) -> bool:
    return any(problem.code == "rollup.reader_failed" for problem in reading.problems)


def _packed(reading: FileReading) -> bytes:
    form = reading.form
    data: dict[str, Any] = {
        "problems": [[p.code, dict(p.details), _place_data(p.place)] for p in reading.problems],
        "not_a_form": reading.not_a_form,
    }
    if form is not None:
        data["form"] = {
            "sheet": form.sheet,
            "signed": form.signed,
            "year": form.year,
            "signature": asdict(form.signature) if form.signature else None,
            "unit": _cell_data(form.unit),
            "rows": [
                [r.number, r.row, r.level2, r.label, {k: _cell_data(c) for k, c in r.cells.items()}]
                for r in form.rows
            ],
            "money": {k: _cell_data(c) for k, c in form.money.items()},
            "texts": {k: _cell_data(c) for k, c in form.texts.items()},
            "missing_columns": list(form.missing_columns),
            "links": list(form.links),
            "outside": [list(astuple(one)) for one in form.outside],
        }
    return zlib.compress(json.dumps(data, ensure_ascii=False).encode(), 1)


def _unpacked(blob: bytes, digest: str, file: str) -> FileReading:
    data = json.loads(zlib.decompress(blob))
    problems = tuple(
        Problem(code, _place(place, file), details) for code, details, place in data["problems"]
    )
    form = _form(data["form"]) if "form" in data else None
    return FileReading(file, digest, form, problems, data["not_a_form"], cached=True)


def _form(data: dict[str, Any]) -> FormReading:
    signature = data["signature"]
    if signature is not None:
        targets = {int(n): t for n, t in signature["targets"].items()}
        # The definition is the same long text in every form: one copy of it serves all.
        text = sys.intern(signature["definition_text"])
        signature = Signature(**{**signature, "targets": targets, "definition_text": text})
    rows = tuple(
        ReadRow(n, row, level2, label, {k: c for k, v in cells.items() if (c := _cell(v))})
        for n, row, level2, label, cells in data["rows"]
    )
    unit = _cell(data["unit"])
    return FormReading(
        data["sheet"],
        data["signed"],
        signature,
        data["year"],
        unit,
        rows,
        dict(_cells(data["money"])),
        dict(_cells(data["texts"])),
        tuple(data["missing_columns"]),
        tuple(data["links"]),
        tuple(Outside(WrittenIn(where), *rest) for where, *rest in data["outside"]),
    )


def _cells(data: dict[str, Any]) -> Iterator[tuple[str, ReadCell]]:
    for key, value in data.items():
        cell = _cell(value)
        if cell is not None:
            yield key, cell


def _cell_data(cell: ReadCell | None) -> list[Any] | None:
    if cell is None:
        return None
    flags = 1 * cell.percent + 2 * cell.elsewhere + 4 * cell.hidden
    return [cell.address, cell.kind.value, cell.text, flags]


def _cell(data: list[Any] | None) -> ReadCell | None:
    if data is None:
        return None
    address, kind, text, flags = data
    return ReadCell(address, _KINDS[kind], text, bool(flags & 1), bool(flags & 2), bool(flags & 4))


def _place_data(place: Place | None) -> list[str] | None:
    return [place.sheet, place.cell] if isinstance(place, CellPlace) else None


def _place(data: list[str] | None, file: str) -> Place:
    return CellPlace(file, data[0], data[1]) if data else FilePlace(file)


def renamed(reading: FileReading, file: str) -> FileReading:
    """The same reading under another name, where two files have the same content."""
    problems = tuple(replace(p, place=_moved(p.place, file)) for p in reading.problems)
    return replace(reading, file=file, problems=problems)


def _moved(place: Place | None, file: str) -> Place:
    if isinstance(place, CellPlace | LinePlace | FilePlace):
        return replace(place, file=file)
    return FilePlace(file)

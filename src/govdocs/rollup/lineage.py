"""A unit's judged return as a few lines of text in the result's record, and back.

A line is ``what address value``, separated by single spaces: ``total.budget D7 500``,
``3 F18 0.02``, ``4 F19 不适用``, ``5 F20 未计入``. Texts escape line breaks as ``\\n``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from govdocs.model.rollup_record import RolledUnit
from govdocs.rollup.judging.returns import Entry, State, UnitReturn
from govdocs.rollup.printable import printable


def rolled_unit(one: UnitReturn) -> RolledUnit:
    """Return the record of one unit's return."""
    return RolledUnit.model_validate(
        {
            "name": one.name,
            "level": one.level,
            "parent": one.parent,
            "file": printable(one.file),
            "sheet": printable(one.sheet) or None,
            "digest": one.digest,
            "money": _lines((key, entry) for key, entry in one.money.items()),
            "values": _lines((str(number), entry) for number, entry in one.values.items()),
            "texts": "\n".join(
                f"{key} {address} {_escaped(text)}" for key, (address, text) in one.texts.items()
            )
            or None,
        }
    )


def unit_return(rolled: RolledUnit) -> UnitReturn:
    """Return what a record keeps of one unit; ValueError where a line is not as it was written."""
    texts = {}
    for key, address, text in _split(rolled.texts):
        texts[key] = (address, _plain(text))
    return UnitReturn(
        rolled.name,
        rolled.level,
        rolled.parent,
        rolled.file,
        rolled.sheet or "",
        rolled.digest,
        {key: _entry(address, value) for key, address, value in _split(rolled.money)},
        {int(key): _entry(address, value) for key, address, value in _split(rolled.values)},
        texts,
    )


def _lines(entries: Iterable[tuple[str, Entry]]) -> str | None:
    return (
        "\n".join(
            f"{key} {entry.address} {_value(entry)}"
            for key, entry in entries
            if entry.state is not State.BLANK
        )
        or None
    )


def _value(entry: Entry) -> str:
    return f"{entry.number:f}" if entry.number is not None else entry.state.value


def _entry(address: str, value: str) -> Entry:
    if value in (State.NOT_APPLICABLE, State.LEFT_OUT):
        return Entry(State(value), address)
    try:
        return Entry(State.VALUE, address, Decimal(value))
    except InvalidOperation:
        raise ValueError(value) from None


def _split(text: str | None) -> Iterator[tuple[str, str, str]]:
    for line in (text or "").split("\n"):
        if line:
            parts = line.split(" ", 2)
            if len(parts) != 3:
                raise ValueError(line)
            yield parts[0], parts[1], parts[2]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _plain(text: str) -> str:
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")

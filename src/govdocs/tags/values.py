"""What a template or a sentence sees of a case: values that know where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from govdocs.errors import Problem, TemplateError
from govdocs.place import Path, dotted
from govdocs.tags.budget import spend


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """One value: its printed form, and its number or date for an Excel cell.

    ``text`` is exactly what stands on paper; empty for a blank cell. ``unit`` is the unit that
    ``number`` counts in (万元, %, 亿美元), also where the form prints it elsewhere.
    ``derived`` says that the program computed it since the case left it out; ``merge`` is set
    by the merge tag and asks that equal neighbouring cells become one.
    """

    text: str
    path: Path
    number: Decimal | None = None
    unit: str = ""
    day: date | None = None
    derived: bool = False
    merge: bool = False

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        """Tell whether anything is printed: ``{% if row.reason %}`` asks for a filled cell."""
        return self.text != ""

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Value):
            return self.text == other.text
        if isinstance(other, str):
            return self.text == other
        if isinstance(other, int | Decimal) and not isinstance(other, bool):
            return self.number == other
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: Value | int | Decimal) -> bool:
        return self._number() < _number_of(other)

    def __le__(self, other: Value | int | Decimal) -> bool:
        return self._number() <= _number_of(other)

    def __gt__(self, other: Value | int | Decimal) -> bool:
        return self._number() > _number_of(other)

    def __ge__(self, other: Value | int | Decimal) -> bool:
        return self._number() >= _number_of(other)

    def _number(self) -> Decimal:
        if self.number is None:
            raise TypeError(f"{self.text!r} is no number")
        return self.number


def _number_of(other: Value | int | Decimal) -> Decimal:
    return other._number() if isinstance(other, Value) else Decimal(other)


Node: TypeAlias = "Value | Record | Rows"


class Record(Mapping[str, "Node"]):
    """A group of fields (``fund``, one indicator); a template reaches fields by name alone."""

    __slots__ = ("_fields", "path")

    def __init__(self, fields: Mapping[str, Node], path: Path) -> None:
        self._fields = dict(fields)
        self.path = path

    def __getitem__(self, name: str) -> Node:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __bool__(self) -> bool:
        """Tell whether any field is filled: ``{%p if letter.contact %}`` asks for the element."""
        return any(bool(field) for field in self._fields.values())


class Rows(Sequence["Node"]):
    """A list of the case; rows that have a name can also be reached by it.

    ``allocations.区域协调发展`` and ``allocations['区域协调发展']`` are the row of that name;
    looping charges the render budget, so that nested loops end. A name that two rows bear is
    no name of either: reaching for it raises TemplateError ``tags.ambiguous_name``.
    """

    __slots__ = ("_by_name", "_names", "_rows", "path")

    def __init__(self, rows: Sequence[Node], path: Path, names: Sequence[str] = ()) -> None:
        self._rows = tuple(rows)
        self._names = tuple(names)
        self._by_name: dict[str, Node | None] = {}
        for name, row in zip(names, self._rows, strict=True) if names else ():
            self._by_name[name] = None if name in self._by_name else row
        self.path = path

    def named(self, name: str) -> Node | None:
        """Return the row called ``name``, or None where no row is."""
        row = self._by_name.get(name)
        if row is None and name in self._by_name:
            rows = zip(self._names, self._rows, strict=True)
            alike = "、".join(dotted(row.path) for own, row in rows if own == name)
            details = {"name": name, "list": dotted(self.path), "rows": alike}
            raise TemplateError([Problem("tags.ambiguous_name", details=details)])
        return row

    def names(self) -> tuple[str, ...]:
        """The name of each row, in order; empty where rows have none."""
        return self._names

    def __getitem__(self, index: int) -> Node:  # type: ignore[override]
        return self._rows[index]

    def __iter__(self) -> Iterator[Node]:
        for row in self._rows:
            spend(1)
            yield row

    def __len__(self) -> int:
        return len(self._rows)

"""What comes out of a template's tags during one filling: rows with their values, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from govdocs.place import dotted
from govdocs.rendering.xlsx.row_map import Turns
from govdocs.tags.environment import MissingField, TagEnvironment
from govdocs.tags.values import Record, Value

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XML can hold, and DEL, which Excel shows as a box."""

SINK = "\0sink"
SEGMENT, CELLS, TEXT, LOOP, TURN, END = (
    f"\0{name}" for name in ("segment", "cells", "text", "loop", "turn", "end")
)
"""Names of the engine's own filters; no template can write a name with this character."""

NOTHING = Markup()


class MergeText(Markup):
    """Text of a cell in which a value carries the merge tag."""

    __slots__ = ()


Printed: TypeAlias = "Value | Markup | str | Decimal | int"
"""What a tag cell holds: a value, or text that is escaped already (Markup)."""


class Unprintable(Exception):
    """Something that must not stand on paper; ``code`` is the problem's."""

    def __init__(self, code: str, **details: str) -> None:
        self.code = code
        self.details = details
        super().__init__(code)


@dataclass(slots=True)
class Entry:
    """A segment that came out: which one, in which turns, its loop's run, and its values."""

    segment: int
    turns: Turns
    run: int
    values: list[Printed]


@dataclass(slots=True)
class Sink:
    """Collects what one run of a program yields."""

    entries: list[Entry] = field(default_factory=list)
    values: list[Printed] = field(default_factory=list)
    printed: list[Value] = field(default_factory=list)
    merging: bool = False
    loop_turns: dict[int, list[Turns]] = field(default_factory=dict)
    _turns: Turns = ()
    _run: int = 0
    _runs: int = 0
    _next: int = 0
    _outer: list[tuple[Turns, int]] = field(default_factory=list)
    _text_merges: bool = False

    def begin(self, segment: int) -> None:
        """A segment of the template comes out."""
        self.values = []
        self.entries.append(Entry(segment, self._turns, self._run, self.values))

    def open_loop(self) -> None:
        """A loop begins."""
        self._outer.append((self._turns, self._run))
        self._runs += 1
        self._run = self._runs

    def turn(self, loop: int) -> None:
        """The next turn of the innermost loop begins."""
        self._next += 1
        self._turns = (*self._outer[-1][0], self._next)
        self.loop_turns.setdefault(loop, []).append(self._turns)

    def close_loop(self) -> None:
        """The innermost loop ends."""
        self._turns, self._run = self._outer.pop()

    def take(self, values: tuple[Any, ...]) -> None:
        """Cells that are one tag alone each, side by side; control characters are met in writing."""
        for value in values:
            if type(value) is Value:
                self.printed.append(value)
                if value.merge:
                    self.merging = True
                self.values.append(value)
            else:
                self.values.append(accepted(value))

    def take_text(self, text: Markup) -> None:
        """A cell of text and tags, escaped."""
        if self._text_merges:
            self.merging, self._text_merges = True, False
            text = MergeText(text)
        self.values.append(text)

    def shown(self, value: Any) -> str:
        """What a tag within text prints, not yet escaped."""
        if type(value) is Value:
            check(value)
            self.printed.append(value)
            if value.merge:
                self._text_merges = True
            return value.text
        return str(accepted(value))


def check(value: Value) -> None:
    """Refuse a value with a character that no file can hold."""
    found = CONTROL.search(value.text)
    if found is not None:
        code = f"U+{ord(found[0]):04X}"
        raise Unprintable("xlsx.control_character", field=dotted(value.path), character=code)


def accepted(value: Any) -> Printed:
    """Let through what may be printed besides values: text, whole numbers, Decimals."""
    if isinstance(value, MissingField):
        return str(value)  # which fails, and names the field
    if isinstance(value, str):
        if CONTROL.search(value):
            raise Unprintable("xlsx.control_character", field="", character="")
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if value is None:
        raise Unprintable("xlsx.none_value")
    if isinstance(value, float):
        raise Unprintable("xlsx.float_value", value=repr(value))
    raise Unprintable("xlsx.not_printable", kind=type(value).__name__)


def _sink(context: Context) -> Sink:
    sink: Sink = context.parent[SINK]
    return sink


@pass_context
def _segment(context: Context, number: int) -> Markup:
    _sink(context).begin(number)
    return NOTHING


@pass_context
def _cells(context: Context, *values: Any) -> Markup:
    _sink(context).take(values)
    return NOTHING


@pass_context
def _text(context: Context, text: Markup) -> Markup:
    _sink(context).take_text(text)
    return NOTHING


@pass_context
def _loop(context: Context, _number: int) -> Markup:
    _sink(context).open_loop()
    return NOTHING


@pass_context
def _turn(context: Context, loop: int) -> Markup:
    _sink(context).turn(loop)
    return NOTHING


@pass_context
def _end(context: Context, _number: int) -> Markup:
    _sink(context).close_loop()
    return NOTHING


@pass_context
def _finalize(context: Context, value: Any) -> str | Markup:
    return _sink(context).shown(value)


class CellEnvironment(TagEnvironment):
    """The tag language with the engine's own filters, which hand values to the sink."""

    def __init__(self) -> None:
        super().__init__(finalize=str)
        # Jinja reads the mark of ``pass_context`` off the attribute, hence not through super().
        self.finalize = _finalize
        self.keep_trailing_newline = True
        self.filters.update(
            {SEGMENT: _segment, CELLS: _cells, TEXT: _text, LOOP: _loop, TURN: _turn, END: _end}
        )

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Resolve ``obj.attribute`` as the tag language does, a record's own fields the short way."""
        if type(obj) is Record:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

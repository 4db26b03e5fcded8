"""Prints values into WordprocessingML: escaped, breaks as breaks, every one of them remembered."""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.exceptions import TemplateRuntimeError
from markupsafe import escape

from govdocs.place import Path
from govdocs.rendering.docx.drawings.marks import mark
from govdocs.rendering.docx.merging import MERGE_MARK
from govdocs.tags.drawn import Anchored, BarChart, PageNumber, Picture
from govdocs.tags.environment import MissingField, NothingFolded, TagEnvironment
from govdocs.tags.printed_as import ATTRIBUTE, PLAIN
from govdocs.tags.values import Value

TRACE_OPEN, TRACE_MIDDLE, TRACE_CLOSE = "\ue0f3", "\ue0f4", "\ue0f5"
"""Around a printed value while tracing: its number stands between the first two."""

_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue0f0-\ue0ff\ufffe\uffff{｛}｝&<>\"']")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue0f0-\ue0ff\ufffe\uffff]")
_BRACES = re.compile("[{｛][{｛%％#＃]|[}｝%％#＃][}｝]")
_NOTHING = frozenset({"None", "nan", "NaN", "inf", "Infinity", "NaT", "null", "undefined"})
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class PrintError(TemplateRuntimeError):
    """Something that may not stand on paper; ``code`` and ``details`` make the problem."""

    def __init__(self, code: str, details: dict[str, str], path: Path | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
        self.path = path


@dataclass(slots=True)
class Sheet:
    """What one filling of one part prints.

    ``printed`` are the values in the order of the output; ``looped`` counts, for the line of
    each loop in the template's source, the rows that it went through. ``drawn`` are pictures and
    charts in the order of their marks; ``anchors`` number the texts whose pages are named.
    """

    traced: bool = False
    merged: bool = False
    printed: list[Value] = field(default_factory=list)
    drawn: list[Picture | BarChart] = field(default_factory=list)
    anchors: dict[Path, int] = field(default_factory=dict)
    looped: dict[int, int] = field(default_factory=dict)


_sheet: ContextVar[Sheet] = ContextVar("sheet")


def write_on(sheet: Sheet) -> object:
    """Make ``sheet`` the one that values are printed on; the token goes to ``put_away``."""
    return _sheet.set(sheet)


def put_away(token: Any) -> None:
    """End ``write_on``."""
    _sheet.reset(token)


def print_value(value: object) -> str:
    """Print one object into a run's text, escaped; the sandbox's ``finalize``. Raises PrintError."""
    if type(value) is not Value:
        return _print_other(value)
    sheet = _sheet.get()
    text = value.text
    if _SPECIAL.search(text):
        check_text(value)
        text = _run_text(text)
    elif text in _NOTHING:
        check_text(value)
    if sheet.traced:
        text = f"{TRACE_OPEN}{len(sheet.printed)}{TRACE_MIDDLE}{text}{TRACE_CLOSE}"
    sheet.printed.append(value)
    if value.merge:
        sheet.merged = True
        return MERGE_MARK + text
    return text


def _print_other(value: object) -> str:
    if isinstance(value, MissingField):
        value.fail()
    if isinstance(value, Done):
        return value
    if isinstance(value, Value):
        return _print_marked(value)
    if isinstance(value, str):
        check_text(Value(value, ("",)))
        return _run_text(value)
    if type(value) is int:
        return str(value)
    raise PrintError("docx.not_printable", {"kind": type(value).__name__})


def _print_marked(value: Value) -> str:
    """Print a mark for what is no text; ``drawings`` puts the thing itself in its place."""
    sheet = _sheet.get()
    if isinstance(value, Picture | BarChart):
        check_text(value)
        sheet.drawn.append(value)
        return mark("D", len(sheet.drawn) - 1)
    number = sheet.anchors.setdefault(value.path, len(sheet.anchors))
    if isinstance(value, PageNumber):
        return mark("N", number)
    check_text(value)
    sheet.printed.append(value)
    kind = mark("A", number) if isinstance(value, Anchored) else ""
    return kind + _run_text(value.text)


def _run_text(text: str) -> str:
    """Escape a text for a run; a line break becomes a break, a tab a tab."""
    escaped = str(escape(text.replace("\r\n", "\n").replace("\r", "\n")))
    return escaped.replace("\n", _BREAK).replace("\t", _TAB)


def check_text(value: Value) -> None:
    """Raise PrintError for a text that cannot stand on paper: control characters, tags, nothing."""
    control = _CONTROL.search(value.text)
    if control is not None:
        raise PrintError(
            "docx.control_character",
            {"character": f"U+{ord(control[0]):04X}", "text": _CONTROL.sub("□", value.text)[:60]},
            value.path,
        )
    if _BRACES.search(value.text):
        raise PrintError("docx.tag_in_value", {"text": value.text[:60]}, value.path)
    if value.text in _NOTHING:
        raise PrintError("docx.no_value", {"text": value.text}, value.path)


class Done(str):
    """Text that is escaped already for where it stands, and that finalize lets pass."""

    __slots__ = ()


def in_plain_text(value: Any) -> Done:
    """Print where an element's text knows no breaks; a line break stays one character."""
    if isinstance(value, Value):
        check_text(value)
        _sheet.get().printed.append(value)
        return Done(escape(value.text))
    return _plain(value)


def in_attribute(value: Any) -> Done:
    """Print into an attribute; what stands there is no part of the text."""
    if isinstance(value, Value):
        check_text(value)
        return Done(escape(value.text))
    return _plain(value)


def _plain(value: Any) -> Done:
    if isinstance(value, Undefined):
        bool(value)
    if isinstance(value, str):
        check_text(Value(value, ("",)))
    elif type(value) is not int:
        raise PrintError("docx.not_printable", {"kind": type(value).__name__})
    return Done(escape(value))


class _EscapedByFinalize(NothingFolded):
    """Leaves out Jinja's own call of ``escape`` around each value: ``print_value`` has done it.

    Escaping is half the cost of a table of 10,000 rows, and few values need it.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:  # noqa: ARG002
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")


class WordEnvironment(TagEnvironment):
    """The sandbox for the parts of a Word file; ``finalize`` escapes what it prints."""

    code_generator_class = _EscapedByFinalize

    def __init__(self) -> None:
        super().__init__(print_value)
        self.finalize = print_value
        self.filters[PLAIN] = in_plain_text
        self.filters[ATTRIBUTE] = in_attribute

    def looped(self, rows: Any, line: int = 0) -> Any:
        """Count the rows of each loop, so that the gate can hold the table against the list."""
        checked = super().looped(rows, line)
        counts = _sheet.get().looped
        counts[line] = counts.get(line, 0) + len(checked)
        return checked


@lru_cache(maxsize=1)
def word_environment() -> WordEnvironment:
    """Return the environment that all Word templates of the process share."""
    return WordEnvironment()

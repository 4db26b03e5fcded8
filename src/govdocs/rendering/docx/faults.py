"""Turns what a filling raises into problems at the place of the tag, as Word shows it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType, TracebackType
from typing import Any

from jinja2 import Template
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError

from govdocs.errors import Problem
from govdocs.rendering.docx.marking import Tag
from govdocs.rendering.docx.printing import PrintError, WordEnvironment
from govdocs.tags.environment import ROWS_FILTER, MissingField, NotRowsError
from govdocs.tags.values import Rows, Value

FAULTS = (
    TemplateRuntimeError,
    SecurityError,
    TypeError,
    ValueError,
    ArithmeticError,
    AttributeError,
    LookupError,
)
"""What a tag may raise while it is filled; anything else is a fault of the program."""

TagAt = Callable[[int], Tag | None]
"""Gives the tag on a line of the template's source."""


def problem_of(error: Exception, tag: Tag | None) -> Problem:
    """Return the problem that an error of ``FAULTS`` means, at its tag."""
    details = {"text": tag.text if tag else ""}
    place = tag.place if tag else None
    if isinstance(error, PrintError):
        return Problem(
            error.code, place, {**details, **error.details, "tag": details["text"]}, error.path
        )
    if isinstance(error, UndefinedError):
        return Problem("tags.unknown_field", place, {**details, "name": str(error)})
    if isinstance(error, NotRowsError):
        return Problem("tags.value_looped", place, {**details, "name": str(error)})
    if isinstance(error, SecurityError):
        return Problem("tags.forbidden", place, {**details, "what": str(error)})
    return Problem("tags.not_comparable", place, {**details, "message": str(error)})


def at_tag(problem: Problem, tag: Tag | None) -> Problem:
    """Return the problem at its tag, where it does not know its place itself."""
    if tag is None or problem.place is not None or problem.path:
        return problem
    return replace(problem, place=tag.place, details={"text": tag.text, **problem.details})


def tag_of_error(traceback: TracebackType | None, tag_at: TagAt) -> Tag | None:
    """Return the tag whose compiled code raised, or None."""
    found = None
    while traceback is not None:
        line = _template_line(traceback.tb_frame, traceback.tb_lineno)
        if line:
            found = tag_at(line)
        traceback = traceback.tb_next
    return found


def _template_line(frame: FrameType, line: int) -> int:
    template = frame.f_globals.get("__jinja_template__")
    return template.get_corresponding_lineno(line) if isinstance(template, Template) else 0


class ForgivingEnvironment(WordEnvironment):
    """Fills once more after an error and notes every problem instead of stopping at the first."""

    def __init__(self, tag_at: TagAt) -> None:
        super().__init__()
        self.optimized = False  # a filter on a literal is to fail while filling, at its place
        self.problems: list[Problem] = []
        self._tag_at = tag_at
        self.undefined = _forgiving_missing(self)
        strict = self.finalize
        assert strict is not None
        self.finalize = self._forgiven(strict, "")
        self.filters = {
            name: used if name == ROWS_FILTER else self._forgiven(used, Value("", ()))
            for name, used in self.filters.items()
        }

    def note(self, error: Exception) -> None:
        """Note a problem at the tag that is being filled."""
        frame: FrameType | None = sys._getframe(1)
        tag = None
        while frame is not None and tag is None:
            line = _template_line(frame, frame.f_lineno)
            tag = self._tag_at(line) if line else None
            frame = frame.f_back
        problem = problem_of(error, tag)
        if problem not in self.problems:
            self.problems.append(problem)

    def looped(self, rows: Any, line: int = 0) -> Any:
        """Go through no rows where there is no list."""
        try:
            return super().looped(rows, line)
        except FAULTS as error:
            self.note(error)
            return Rows((), ())

    def _field(self, obj: Any, key: Any) -> Any:
        if isinstance(obj, MissingField):
            bool(obj)
            return obj
        return super()._field(obj, key)

    def _forgiven(self, used: Callable[..., Any], instead: Any) -> Callable[..., Any]:
        def forgiving(value: Any, *more: Any) -> Any:
            if isinstance(value, MissingField):
                bool(value)
                return instead
            try:
                return used(value, *more)
            except FAULTS as error:
                self.note(error)
                return instead

        return forgiving


def _forgiving_missing(environment: ForgivingEnvironment) -> type[MissingField]:
    class Noted(MissingField):
        __slots__ = ()

        def _note(self, *_: object) -> bool:
            environment.note(UndefinedError(self._undefined_message))
            return False

        # Jinja types these as never returning: that is the very thing forgiven here.
        __bool__ = __eq__ = __ne__ = __contains__ = _note  # type: ignore[assignment]
        __lt__ = __le__ = __gt__ = __ge__ = _note  # type: ignore[assignment]
        __hash__ = object.__hash__  # type: ignore[assignment]

    return Noted

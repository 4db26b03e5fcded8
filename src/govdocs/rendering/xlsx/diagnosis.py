"""Runs a template that cannot be filled once more, slowly, to name every place that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from types import TracebackType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError

from govdocs.errors import Problem, TemplateError
from govdocs.rendering.xlsx.plan import FillingPlan
from govdocs.rendering.xlsx.program import text_program
from govdocs.rendering.xlsx.sink import SINK, CellEnvironment, Sink, Unprintable, check
from govdocs.rendering.xlsx.sites import Site
from govdocs.tags.budget import render_budget
from govdocs.tags.environment import MissingField, NotRowsError
from govdocs.tags.values import Record, Value

_INDEX = re.compile(r"\[[0-9]+\]")

MOST_STOPS = 40
"""Cells that stop a run, after which no more are looked for."""


def diagnose(compiled: FillingPlan, context: Record) -> TemplateError:
    """Return the error that names every wrong field and value of a template for this case."""
    problems: list[Problem] = []
    for sheet in compiled.sheets:
        problems += _run(sheet.rows.sites, context, sheet.source.assemble)
    texts = compiled.text_sites
    problems += _run(texts, context, lambda env, without: text_program(env, texts, without))
    if not problems:
        problems = [Problem("xlsx.not_filled", compiled.sites()[0].place, {})]
    return TemplateError(problems)


_Assemble = Callable[[CellEnvironment, Collection[int]], nodes.Template]


def _run(sites: Sequence[Site], context: Record, assemble: _Assemble) -> list[Problem]:
    """Run a program again and again, each time without the cell that stopped it before."""
    found: dict[tuple[int, str, str], Problem] = {}
    stopped: set[int] = set()

    def note(error: Exception) -> int:
        number = _site(error.__traceback__)
        site = sites[number] if 0 <= number < len(sites) else None
        code, details = _said(error)
        tag = {"tag": site.tag} if isinstance(site, Site) else {}
        # An unknown name in a loop over many rows is one mistake: its first row says it.
        if code == "xlsx.not_comparable" and (number, "xlsx.unknown_field") in {
            known[:2] for known in found
        }:
            return number  # it only follows from the missing field
        key = (number, code, _INDEX.sub("[]", details.get("field", "")))
        place = site.place if isinstance(site, Site) else None
        found.setdefault(key, Problem(code, place, {**tag, **details}))
        return number

    environment = _NotingEnvironment(note, _noting_field(note))
    while len(stopped) < MOST_STOPS:
        program = environment.from_string(assemble(environment, stopped))
        held = program.new_context({**context, SINK: _NotingSink(note)}, shared=True)
        try:
            with render_budget():
                for _ in program.root_render_func(held):
                    pass
            break
        except (JinjaError, TypeError, TemplateError) as error:
            number = note(error)
            if number < 0 or number in stopped or isinstance(error, TemplateError):
                break
            stopped.add(number)
    return list(found.values())


def _noting_field(note: Callable[[Exception], int]) -> type[MissingField]:
    """A missing field that is noted and then passes for nothing, so that the run goes on."""

    def fail(self: Any) -> None:
        if isinstance(self._undefined_obj, MissingField):
            return  # the field it belongs to was noted
        try:
            MissingField.fail(self)
        except JinjaError as error:
            note(_with_callers(error))

    def passing(result: Any) -> Callable[..., Any]:
        def passed(self: Any, *_others: object) -> Any:
            fail(self)
            return result

        return passed

    empty = passing(False)
    members: dict[str, Any] = {
        "__slots__": (), "fail": fail, "__str__": passing(""), "__len__": passing(0),
        "__iter__": lambda self: iter(passing(())(self)), "__hash__": MissingField.__hash__,
        **{f"__{name}__": empty for name in ("bool", "eq", "ne", "lt", "le", "gt", "ge", "contains")},
    }  # fmt: skip
    return type("NotingField", (MissingField,), members)


class _NotingEnvironment(CellEnvironment):
    """The cells' environment, in which a loop over nothing passes over nothing."""

    def __init__(self, note: Any, undefined: type[MissingField]) -> None:
        super().__init__()
        self.undefined = undefined
        self._note = note

    def _missing(self, rows: Any) -> None:
        rows.fail()

    def looped(self, rows: Any, line: int = 0) -> Any:
        """As in filling, but a loop over what is no list is noted and left out."""
        if isinstance(rows, MissingField):
            self._missing(rows)
            return ()
        try:
            return super().looped(rows, line)
        except NotRowsError as error:
            self._note(_with_callers(error))
            return ()


class _NotingSink(Sink):
    """A sink that notes what must not be printed and goes on."""

    def __init__(self, note: Any) -> None:
        super().__init__()
        self._note = note

    def take(self, values: tuple[Any, ...]) -> None:
        """As in filling, but what is wrong is noted."""
        try:
            for value in values:
                if type(value) is Value:
                    check(value)
            super().take(values)
        except Unprintable as error:
            self._note(_with_callers(error))

    def shown(self, value: Any) -> str:
        """As in filling, but what is wrong is noted."""
        try:
            return super().shown(value)
        except Unprintable as error:
            self._note(_with_callers(error))
            return ""


def _with_callers(error: Exception) -> Exception:
    """Give an error that is caught here the frames of its callers, where the template's line stands."""
    import sys

    frame = sys._getframe(1)
    trace: TracebackType | None = None
    while frame is not None:
        trace = TracebackType(trace, frame, frame.f_lasti, frame.f_lineno)
        frame = frame.f_back  # type: ignore[assignment]
    return error.with_traceback(trace)


def _site(trace: TracebackType | None) -> int:
    """The number of the site whose code was running: the template's line number, counted from 0."""
    number = -1
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            number = template.get_corresponding_lineno(trace.tb_lineno) - 1
        trace = trace.tb_next
    return number


def _said(error: Exception) -> tuple[str, dict[str, str]]:
    if isinstance(error, Unprintable):
        return error.code, error.details
    if isinstance(error, NotRowsError):
        return "xlsx.not_rows", {"field": str(error)}
    if isinstance(error, SecurityError):
        return "xlsx.tag_forbidden", {"construct": str(error)}
    if isinstance(error, TemplateError):
        return error.problems[0].code, dict(error.problems[0].details)
    if isinstance(error, JinjaError):
        return "xlsx.unknown_field", {"field": str(error)}
    return "xlsx.not_comparable", {"message": str(error)}

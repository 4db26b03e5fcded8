"""The one sandboxed environment in which templates and prose run.

A template comes from somebody else, so nothing of Python is reachable from a tag: fields by
name, the loop variable, and the filters of ``tags.filters``; no globals, no calls, no
operators that multiply text, no include, import or extends. Whatever a template says, its work
and its output stay in proportion to the rows of the case (``tags.budget``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from govdocs.place import dotted
from govdocs.tags.filters import FILTERS
from govdocs.tags.grammar import forbidden
from govdocs.tags.values import Record, Rows, Value

VALUE_FIELDS = frozenset({"text", "unit", "number"})
LOOP_FIELDS = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})
TESTS = frozenset(
    {"defined", "undefined", "divisibleby", "even", "odd", "==", "!=", "eq", "ne", "in"}
)
ROWS_FILTER = "only_rows"
"""Put around what every ``{% for %}`` loops over; see ``TagEnvironment.looped``."""


class NotRowsError(TemplateRuntimeError):
    """A loop over what is no list of the case; the message is the field's name."""


class MissingField(StrictUndefined):
    """A name that the case does not have: every use of it is an error that names it in full."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """The field's dotted name from the top of the case: ``indicators[3].nmae``."""
        owner = self._undefined_obj
        name = str(self._undefined_name)
        if owner is missing or not isinstance(owner, Record | Rows | Value):
            return name
        return dotted((*owner.path, name))

    def fail(self) -> NoReturn:
        """Raise the UndefinedError whose message is the field's name."""
        raise self._undefined_exception(self._undefined_message)


class NothingFolded(CodeGenerator):
    """Prints literals while filling, not while compiling.

    Jinja escapes a literal before it hands it to ``finalize``: ``{{ none }}`` and ``{{ 1.5 }}``
    would reach it as harmless text.
    """

    def _output_child_to_const(self, node: nodes.Expr, frame: Any, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class TagEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox narrowed to fields, loops and the filters of this package.

    ``finalize`` gets every printed object and returns what stands in the output; it must refuse
    what is neither a ``Value``, a text nor a whole number. Compiling raises SecurityError for
    what the language leaves out (the message is the construct) and TemplateSyntaxError.
    """

    intercepted_binops = frozenset({"+", "-", "*", "**", "%", "/", "//"})
    intercepted_unops = frozenset({"+", "-"})
    code_generator_class: type[CodeGenerator] = NothingFolded

    def __init__(self, finalize: Callable[[object], str | Markup]) -> None:
        def known(printed: object) -> str | Markup:
            if isinstance(printed, MissingField):
                printed.fail()
            return finalize(printed)

        super().__init__(autoescape=True, undefined=MissingField, finalize=known)
        self.globals.clear()
        self.filters = {**FILTERS, ROWS_FILTER: self.looped}
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def looped(self, rows: Any, line: int = 0) -> Any:  # noqa: ARG002 - engines override it
        """Let a loop pass only over a list of the case, which charges the render budget.

        A text or a group would be looped over letter by letter or name by name, uncharged.
        ``line`` is the line of the loop's tag in the template's source, for engines that count.
        """
        if isinstance(rows, Rows):
            return rows
        if isinstance(rows, MissingField):
            rows.fail()
        raise NotRowsError(
            dotted(rows.path) if isinstance(rows, Value | Record) else str(rows)[:40]
        )

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Resolve ``obj.attribute`` among fields only."""
        return self._field(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Resolve ``obj['name']`` and ``rows[0]`` among fields only."""
        return self._field(obj, argument)

    def _field(self, obj: Any, key: Any) -> Any:
        if isinstance(obj, Record):
            try:
                return obj[key]
            except KeyError:
                return self.undefined(obj=obj, name=str(key))
        elif isinstance(obj, Rows):
            if isinstance(key, int):
                if -len(obj) <= key < len(obj):
                    return obj[key]
            else:
                row = obj.named(str(key))
                if row is not None:
                    return row
        elif isinstance(obj, Value):
            if key in VALUE_FIELDS:
                return _aspect(obj, key)
        elif isinstance(obj, LoopContext):
            if key in LOOP_FIELDS:
                return getattr(obj, key)
        elif isinstance(obj, MissingField):
            obj.fail()
        return self.undefined(obj=obj, name=str(key))

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - Jinja's signature
        """Nothing is callable from a tag."""
        return False

    def call_binop(
        self,
        context: Any,  # noqa: ARG002 - Jinja's signature
        operator: str,
        left: Any,
        right: Any,
    ) -> Any:
        """Refuse operators on figures: these come from the case; only row numbers may be counted."""
        if type(left) is int and type(right) is int:
            if operator == "+":
                return left + right
            if operator == "-":
                return left - right
            if operator == "%" and right:
                return left % right
        raise SecurityError(operator)

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:  # noqa: ARG002
        """Refuse signs on anything but whole numbers."""
        if type(arg) is int:
            return -arg if operator == "-" else arg
        raise SecurityError(operator)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except (RecursionError, ValueError) as error:
            # Brackets nested without end, or a literal of thousands of digits.
            raise TemplateSyntaxError(type(error).__name__, 1, name, filename) from None
        for construct, line in forbidden(tree):
            raise ForbiddenConstructError(construct, line)
        return tree

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        for loop in source.find_all(nodes.For):
            line = nodes.Const(loop.lineno, lineno=loop.lineno)
            loop.iter = nodes.Filter(
                loop.iter, ROWS_FILTER, [line], [], None, None, lineno=loop.lineno
            ).set_environment(self)
        return super()._generate(source, name, filename, defer_init)


class ForbiddenConstructError(SecurityError):
    """Something that the tag language leaves out; ``line`` is where in the template's source."""

    def __init__(self, construct: str, line: int) -> None:
        super().__init__(construct)
        self.construct = construct
        self.line = line


def _aspect(value: Value, key: str) -> Value | Any:
    """Return a value's text or unit as a value, so that what is printed still knows its path."""
    if key == "text":
        return value
    if key == "unit":
        return Value(value.unit, (*value.path, "unit"))
    return value if value.number is None else value.number

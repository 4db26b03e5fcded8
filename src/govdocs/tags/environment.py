"""The one sandboxed environment in which templates and prose run.

A template comes from somebody else, so nothing of Python is reachable from a tag: fields by
name, the loop variable, and the filters of ``tags.filters``; no globals, no calls of methods,
no operators that multiply text, no include, import or extends.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from govdocs.tags.filters import FILTERS
from govdocs.tags.values import Record, Rows, Value

VALUE_FIELDS = frozenset({"text", "unit", "number"})
LOOP_FIELDS = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})
TESTS = frozenset({"defined", "undefined", "divisibleby", "even", "odd", "==", "!=", "eq", "ne", "in"})
FORBIDDEN_TAGS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Macro,
                  nodes.CallBlock, nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)


class MissingField(StrictUndefined):
    """A name that the case does not have: every use of it is an error that names it."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise UndefinedError(str(self._undefined_name))


class TagEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox narrowed to fields, loops and the filters of this package."""

    intercepted_binops = frozenset({"*", "**", "%", "/", "//"})
    intercepted_unops = frozenset()

    def __init__(self, finalize: Callable[[object], str | Markup]) -> None:
        super().__init__(autoescape=True, undefined=MissingField, finalize=finalize)
        self.globals.clear()
        self.filters = dict(FILTERS)
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Resolve ``obj.attribute`` among fields only."""
        return self._field(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Resolve ``obj['name']`` and ``rows[0]`` among fields only."""
        return self._field(obj, argument)

    def _field(self, obj: Any, key: Any) -> Any:
        if isinstance(obj, Record):
            if key in obj:
                return obj[key]
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
                found = getattr(obj, key)
                return "" if found is None else found
        elif isinstance(obj, LoopContext):
            if key in LOOP_FIELDS:
                return getattr(obj, key)
        elif isinstance(obj, MissingField):
            obj._fail_with_undefined_error()
        return self.undefined(obj=obj, name=str(key))

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is callable from a tag."""
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse the operators that compute: figures come from the case, not from a template."""
        if operator == "%" and isinstance(left, int) and isinstance(right, int) and right:
            return left % right
        raise SecurityError(operator)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(FORBIDDEN_TAGS):
            raise SecurityError(type(node).__name__.lower())
        return tree

"""All rules over finished documents, collected from the modules of this room; nothing here names one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import govdocs.checks.document as room
from govdocs.checks.document.rule import DocumentRule


@cache
def document_rules() -> tuple[DocumentRule, ...]:
    """Every rule of the room, sorted by code; a module takes part by exporting ``RULES``.

    Raises ValueError where two rules bear one code.
    """
    rules: dict[str, DocumentRule] = {}
    for name in sorted(module.name for module in iter_modules(room.__path__)):
        module = import_module(f"{room.__name__}.{name}")
        for rule in getattr(module, "RULES", ()):
            if rule.code in rules and rules[rule.code] is not rule:
                raise ValueError(f"two rules are called {rule.code}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))

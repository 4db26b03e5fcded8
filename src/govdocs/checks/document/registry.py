"""All rules over finished documents, collected from the modules of this room and its rooms; nothing here names one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import govdocs.checks.document as room
from govdocs.checks.document.rule import DocumentRule


@cache
def document_rules() -> tuple[DocumentRule, ...]:
    """Every rule of the room, sorted by code; a module takes part by exporting ``RULES``.

    Raises ValueError where two rules bear one code.
    """
    rules: dict[str, DocumentRule] = {}
    for name in sorted(m.name for m in walk_packages(room.__path__, f"{room.__name__}.")):
        module = import_module(name)
        for rule in getattr(module, "RULES", ()):
            if rule.code in rules and rules[rule.code] is not rule:
                raise ValueError(f"two rules are called {rule.code}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))

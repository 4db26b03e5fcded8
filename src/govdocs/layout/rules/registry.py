"""All rules of layout, collected from this package's modules; nothing here names one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import govdocs.layout.rules as room
from govdocs.layout.rules.basis.layout_rule import LayoutRule


@cache
def layout_rules() -> tuple[LayoutRule, ...]:
    """Every rule of layout, sorted by code. Raises ValueError where two bear one code."""
    rules: dict[str, LayoutRule] = {}
    for name in sorted(m.name for m in walk_packages(room.__path__, f"{room.__name__}.")):
        for rule in getattr(import_module(name), "RULES", ()):
            if rules.setdefault(rule.code, rule) is not rule:
                raise ValueError(f"two rules are called {rule.code}")
    return tuple(rules[code] for code in sorted(rules))


def layout_rule_of(code: str) -> LayoutRule | None:
    """Return the rule with ``code`` (L101, in either case), or None."""
    return next((r for r in layout_rules() if r.code == code.strip().upper()), None)

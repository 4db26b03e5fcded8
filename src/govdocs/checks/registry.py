"""All rules of the package, collected from its families of modules; nothing here names one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import govdocs.checks as room
from govdocs.checks.rule import CoverageReader, Rule


@cache
def _modules() -> tuple[ModuleType, ...]:
    """The modules of this room and of its families; a family with a registry keeps its own."""
    names = sorted(module.name for module in walk_packages(room.__path__, f"{room.__name__}."))
    apart = tuple(
        name.removesuffix("registry")
        for name in names
        if name.endswith(".registry") and name != __name__
    )
    return tuple(import_module(name) for name in names if not name.startswith(apart))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package, sorted by code.

    A module takes part by exporting ``RULES: tuple[Rule, ...]``. Raises ValueError where two
    rules bear one code.
    """
    rules: dict[str, Rule] = {}
    for module in _modules():
        for rule in getattr(module, "RULES", ()):
            if rule.code in rules and rules[rule.code] is not rule:
                raise ValueError(f"two rules are called {rule.code}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def rule_of(code: str) -> Rule | None:
    """Return the rule with ``code`` (F101, in either case), or None."""
    return next((rule for rule in all_rules() if rule.code == code.strip().upper()), None)


@cache
def coverage_readers() -> tuple[CoverageReader, ...]:
    """The functions that tell what was reached; a module exports its own as ``COVERAGE``."""
    return tuple(module.COVERAGE for module in _modules() if hasattr(module, "COVERAGE"))

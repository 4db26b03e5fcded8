"""The rule pages as a user asks for them: one by its code, or all as files."""

from __future__ import annotations

from pathlib import Path

from govdocs.checks.registry import all_rules, rule_of
from govdocs.errors import InputError, Problem
from govdocs.reporting.rule_page import rule_page, rule_pages
from govdocs.writing.atomic import write_all_atomically


def page_of(code: str) -> str:
    """Return the page of the rule with ``code``.

    Raises InputError ``checks.unknown_rule`` (details: given, known).
    """
    rule = rule_of(code)
    if rule is None:
        known = [known.code for known in all_rules()]
        near = [c for c in known if c[:2] == code.strip().upper()[:2]] or known
        details = {"given": code, "known": "、".join(near)}
        raise InputError([Problem("checks.unknown_rule", details=details)])
    return rule_page(rule)


def write_pages(folder: Path) -> int:
    """Write every rule's page and the index into ``folder``; return how many files.

    Raises OutputError where the folder cannot be written.
    """
    pages = rule_pages(all_rules())
    write_all_atomically(folder, {name: text.encode() for name, text in pages.items()})
    return len(pages)

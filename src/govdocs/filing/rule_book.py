"""The rule pages as a user asks for them: one by its code, or all as files."""

from __future__ import annotations

from pathlib import Path

from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.rule import DocumentRule
from govdocs.checks.registry import all_rules, rule_of
from govdocs.errors import InputError, Problem
from govdocs.reporting.document_rule_page import document_rule_page
from govdocs.reporting.rule_page import rule_page, rule_pages
from govdocs.writing.atomic import write_all_atomically


def page_of(code: str) -> str:
    """Return the page of the rule with ``code``.

    Raises InputError ``checks.unknown_rule`` (details: given, known).
    """
    rule = rule_of(code)
    if rule is None:
        wanted = code.strip().upper()
        finished = next((r for r in document_rules() if r.code == wanted), None)
        if finished is not None:
            return document_rule_page(finished)
        known = [r.code for r in all_rules()] + [r.code for r in own_document_rules()]
        near = [c for c in known if c[:2] == code.strip().upper()[:2]] or known
        details = {"given": code, "known": "、".join(near)}
        raise InputError([Problem("checks.unknown_rule", details=details)])
    return rule_page(rule)


def own_document_rules() -> tuple[DocumentRule, ...]:
    """The rules that look at finished documents only, sorted by code."""
    cases = {rule.code for rule in all_rules()}
    return tuple(rule for rule in document_rules() if rule.code not in cases)


def write_pages(folder: Path) -> int:
    """Write every rule's page and the index into ``folder``; return how many files.

    Raises OutputError where the folder cannot be written.
    """
    pages = rule_pages(all_rules())
    write_all_atomically(folder, {name: text.encode() for name, text in pages.items()})
    return len(pages)

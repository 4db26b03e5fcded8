"""The rule pages as a user asks for them: one by its code, or all as files."""

from __future__ import annotations

from pathlib import Path

from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.rule import DocumentRule
from govdocs.checks.registry import all_rules, rule_of
from govdocs.errors import InputError, Problem
from govdocs.layout import layout_rule_of, layout_rules
from govdocs.reporting.document_rule_page import document_rule_page
from govdocs.reporting.layout_rule_page import layout_rule_page
from govdocs.reporting.rule_page import INDEX, AnyRule, rule_index, rule_page
from govdocs.writing.atomic import write_all_atomically


def page_of(code: str) -> str:
    """Return the page of the rule with ``code``.

    Raises InputError ``checks.unknown_rule`` (details: given, known).
    """
    wanted = code.strip().upper()
    rule = rule_of(wanted)
    if rule is not None:
        return rule_page(rule)
    finished = next((r for r in document_rules() if r.code == wanted), None)
    if finished is not None:
        return document_rule_page(finished)
    layout = layout_rule_of(wanted)
    if layout is not None:
        return layout_rule_page(layout)
    known = [r.code for r in every_rule()]
    near = [c for c in known if c[:2] == wanted[:2]] or known
    details = {"given": code, "known": "、".join(near)}
    raise InputError([Problem("checks.unknown_rule", details=details)])


def own_document_rules() -> tuple[DocumentRule, ...]:
    """The rules that look at finished documents only, sorted by code."""
    cases = {rule.code for rule in all_rules()}
    return tuple(rule for rule in document_rules() if rule.code not in cases)


def every_rule() -> list[AnyRule]:
    """All rules, over cases, finished documents and layout, by code."""
    rules: list[AnyRule] = [*all_rules(), *own_document_rules(), *layout_rules()]
    return sorted(rules, key=lambda rule: rule.code)


def book_pages() -> dict[str, str]:
    """Every rule's page and the index, by file name."""
    pages = {f"{rule.code}.md": rule_page(rule) for rule in all_rules()}
    pages |= {f"{rule.code}.md": document_rule_page(rule) for rule in own_document_rules()}
    pages |= {f"{rule.code}.md": layout_rule_page(rule) for rule in layout_rules()}
    pages[INDEX] = rule_index(every_rule())
    return pages


def write_pages(folder: Path) -> int:
    """Write every rule's page and the index into ``folder``; return how many files.

    Raises OutputError where the folder cannot be written.
    """
    pages = book_pages()
    write_all_atomically(folder, {name: text.encode() for name, text in pages.items()})
    return len(pages)

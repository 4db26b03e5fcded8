"""What is wrong with a text with tags before there is any data."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.exceptions import TemplateError as JinjaError

from govdocs.rendering.xlsx.sites import FULL_WIDTH, LEFTOVER, TAG

Trouble = tuple[str, dict[str, str]]
"""A problem's code and its details."""


def brace_trouble(env: Environment, text: str) -> Trouble | None:
    """Full-width braces, and tags of which one end is missing; None where all is well."""
    if FULL_WIDTH.search(text):
        return "xlsx.full_width_brace", {}
    if not TAG.search(text):
        return ("xlsx.half_open_tag", {}) if LEFTOVER.search(text) else None
    try:
        typed = [value for _, kind, value in env.lex(text) if kind == "data"]
    except TemplateSyntaxError:
        return None  # parsing says it better
    if any(LEFTOVER.search(value) for value in typed):
        return "xlsx.half_open_tag", {}
    return None


def syntax_troubles(env: Environment, source: str) -> list[Trouble]:
    """Broken tags, what the language leaves out, and filters that nobody knows."""
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as error:
        return [("xlsx.tag_syntax", {"message": error.message or ""})]
    except SecurityError as error:
        return [("xlsx.tag_forbidden", {"construct": str(error)})]
    except JinjaError as error:
        return [("xlsx.tag_syntax", {"message": str(error)})]
    filters = [node.name for node in tree.find_all(nodes.Filter) if node.name not in env.filters]
    tests = [f"is {node.name}" for node in tree.find_all(nodes.Test) if node.name not in env.tests]
    return [("xlsx.unknown_filter", {"filter": name}) for name in (*filters, *tests)]

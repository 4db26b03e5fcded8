"""Why a part does not compile: every faulty tag by itself, each with its place, in one run."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from govdocs.errors import Problem
from govdocs.rendering.docx.marking import Tag
from govdocs.rendering.docx.printing import WordEnvironment
from govdocs.tags.environment import ROWS_FILTER
from govdocs.tags.printed_as import ATTRIBUTE, PLAIN

_WORDS = re.compile(r"^\{%[-+]?\s*(?:(?:tr|tc|p|r)\s+)?(\w+)")
_PREFIX = re.compile(r"^(\{[{%])(?:tr|tc|p|r)\s")
_DRAWS = re.compile(r"^(?:\{#|\{%\s*(?:colspan|cellbg|vm|hm)\b)")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_OPENING = {"for": "endfor", "if": "endif", "with": "endwith"}
_WITHIN = {"else": ("for", "if"), "elif": ("if",)}
_HIDDEN = {ROWS_FILTER, PLAIN, ATTRIBUTE}


def compile_problems(tags: Sequence[Tag], environment: WordEnvironment) -> list[Problem]:
    """Return what is wrong with each tag of a part, and with how blocks open and close."""
    problems: list[Problem] = []
    for tag in tags:
        problems.extend(_tag_problems(tag, environment))
    return [*problems, *_block_problems(tags)]


def sound_tree(tags: Sequence[Tag], environment: WordEnvironment) -> nodes.Template | None:
    """Return the syntax tree of a faulty part's sound tags, tag n on line n + 1.

    Faulty tags that print are left out, so that the fields of the others can be looked at in the
    same run. None where a faulty tag opens, closes or divides a block: what stands where is
    unknown then.
    """
    lines: list[str] = []
    for tag in tags:
        text = _PREFIX.sub(r"\1 ", tag.text).translate(_QUOTES)
        prints = text.startswith(("{{", "{#"))
        if next(_tag_problems(tag, environment), None) is not None:
            if not prints:
                return None
            text = ""
        elif _DRAWS.match(text):
            text = ""
        lines.append(" ".join(text.split()))
    if next(_block_problems(tags), None) is not None:
        return None
    return environment.parse("\n".join(lines))


def _tag_problems(tag: Tag, environment: WordEnvironment) -> Iterator[Problem]:
    alone = _alone(tag.text)
    if alone is None:
        return
    details = {"text": tag.text}
    try:
        tree = environment.parse(alone)
    except TemplateSyntaxError as error:
        yield Problem("tags.syntax", tag.place, {**details, "message": error.message or ""})
        return
    except SecurityError as error:
        yield Problem("tags.forbidden", tag.place, {**details, "what": str(error)})
        return
    for used in tree.find_all(nodes.Filter):
        if used.name not in environment.filters:
            known = [name for name in environment.filters if name not in _HIDDEN]
            near = difflib.get_close_matches(used.name, known, 1)
            yield Problem(
                "tags.unknown_filter",
                tag.place,
                {
                    **details,
                    "name": used.name,
                    "nearest": near[0] if near else "",
                    "known": "、".join(sorted(known)),
                },
            )
    for test in tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            yield Problem("tags.forbidden", tag.place, {**details, "what": f"is {test.name}"})


def _alone(text: str) -> str | None:
    """Return a tag as a template of its own, its block closed; None for what only closes one."""
    text = _PREFIX.sub(r"\1 ", text).translate(_QUOTES)
    if text.startswith("{#"):
        return None
    word = _WORDS.match(text)
    if text.startswith("{{") or word is None:
        return text
    name = word[1]
    if name in _OPENING:
        return f"{text}{{% {_OPENING[name]} %}}"
    if name == "elif":
        return f"{{% if 1 %}}{text}{{% endif %}}"
    if name in _OPENING.values() or name in ("else", "colspan", "cellbg"):
        return None
    return text


def _block_problems(tags: Sequence[Tag]) -> Iterator[Problem]:
    """Yield blocks left open, and closings and branches without their block."""
    opened: list[tuple[str, Tag]] = []
    for tag in tags:
        word = _WORDS.match(tag.text)
        if word is None or tag.text.startswith("{{"):
            continue
        name = word[1]
        if name in _OPENING:
            opened.append((name, tag))
        elif name in _OPENING.values():
            if opened and _OPENING[opened[-1][0]] == name:
                opened.pop()
            else:
                yield Problem("tags.unopened", tag.place, {"text": tag.text, "what": name})
        elif name in _WITHIN and (not opened or opened[-1][0] not in _WITHIN[name]):
            yield Problem("tags.unopened", tag.place, {"text": tag.text, "what": name})
    for name, tag in opened:
        yield Problem("tags.unclosed", tag.place, {"text": tag.text, "what": _OPENING[name]})

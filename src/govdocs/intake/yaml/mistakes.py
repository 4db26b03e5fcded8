"""What a person probably did where YAML cannot be read, in the words of the keyboard.

A parser stops at its first error; these looks at the lines find the usual slips of the whole
file in one run. They are asked only for files that do not parse, so prose is never accused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from govdocs.errors import Problem
from govdocs.intake.shape import fields_of, models_within
from govdocs.place import LinePlace

_KEY = r"[^\W\d][\w]*"
_SLIP = re.compile(rf"^\s*(?:-\s+)*(?P<key>{_KEY})\s*(?P<colon>：|:)(?P<rest>\S.*)?$")
_TAB = re.compile(r"^ *\t")
_OPEN_QUOTE = re.compile(rf"^\s*(?:-\s+)*(?:{_KEY}:\s+)?(?P<quote>[\"'])(?P<rest>.*)$")
_HASTE = re.compile(r"^\s*-(?P<rest>[^\s\-\d].*)$")


def known_words() -> frozenset[str]:
    """All keys of a case file and their Chinese names."""
    return frozenset(
        word
        for model in models_within()
        for field in fields_of(model).values()
        for word in (field.key, field.title)
    )


def key_slip(text: str) -> tuple[str, str, str] | None:
    """Return (code, key, what follows) where a text is a key whose colon does not count as one."""
    found = _SLIP.match(text.split("\n", 1)[0])
    if found is None or found["key"] not in known_words():
        return None
    if found["colon"] == "：":
        return "intake.full_width_colon", found["key"], (found["rest"] or "").strip()
    if found["rest"]:
        return "intake.no_space_after_colon", found["key"], found["rest"].strip()
    return None


def slips(text: str, file: str) -> Iterator[Problem]:
    """Yield the usual slips of a file that does not parse, each at its line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith("#"):
            continue
        if _TAB.match(line):
            yield Problem("intake.tab", LinePlace(file, number, line.index("\t") + 1))
        slip = key_slip(line)
        if slip is not None:
            code, key, rest = slip
            column = line.index(key) + len(key) + 1
            yield Problem(code, LinePlace(file, number, column), {"key": key, "rest": rest})
        elif (found := _OPEN_QUOTE.match(line)) and _unclosed(found["quote"], found["rest"]):
            yield Problem(
                "intake.quote",
                LinePlace(file, number, found.start("quote") + 1),
                {"quote": found["quote"]},
            )
        elif found := _HASTE.match(line):
            yield Problem(
                "intake.no_space_after_dash",
                LinePlace(file, number, line.index("-") + 1),
                {"rest": found["rest"]},
            )


def _unclosed(quote: str, rest: str) -> bool:
    if quote == "'":
        rest = rest.replace("''", "")
        return quote not in rest or not _ends(rest.split(quote, 1)[1])
    rest = re.sub(r"\\.", "", rest)
    return quote not in rest or not _ends(rest.split(quote, 1)[1])


def _ends(after: str) -> bool:
    """Tell whether what follows a closing quote may follow it."""
    return not after.strip() or after.lstrip().startswith(("#", ":", ",", "]", "}"))


def syntax_problem(error: Any, text: str, file: str) -> Problem:
    """Return the parser's complaint as a problem: where, and what usually causes it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    shown = lines[line - 1].strip()[:40] if line <= len(lines) else ""
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    details = {"shown": shown}
    start = getattr(error, "context_mark", None)
    if "quoted scalar" in said and "escape" not in said and start is not None:
        place = LinePlace(file, start.line + 1, start.column + 1)
        return Problem("intake.quote", place, {"quote": text.split("\n")[start.line][start.column]})
    return Problem(_cause(said), LinePlace(file, line, column), details)


def _cause(said: str) -> str:
    if "escape" in said:
        return "intake.backslash"
    if "'\\t'" in said:
        return "intake.tab"
    if "cannot start any token" in said or "block scalar" in said:
        return "intake.special_start"
    if "flow" in said:
        return "intake.bracket"
    if "mapping values are not allowed" in said:
        return "intake.colon_or_indent"
    if "alias" in said or "anchor" in said:
        return "intake.special_start"
    if "could not find expected ':'" in said:
        return "intake.key_without_colon"
    if "block" in said or "sequence entries" in said:
        return "intake.indent"
    return "intake.syntax"

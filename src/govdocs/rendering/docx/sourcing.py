"""Turns a marked part into a Jinja template, each of whose tags stands on a line of its own.

The new line goes inside the tag, where Jinja reads it as a space: the output does not change,
and the line that Jinja names in an error leads to the tag's place at no cost while filling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from govdocs.rendering.docx.marking import NUMBER_CLOSE, NUMBER_OPEN
from govdocs.tags.printed_as import ATTRIBUTE, PLAIN

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAG = re.compile(r"(\{\{|\{%)([-+]?)(.*?)([-+]?)(\}\}|%\})", re.DOTALL)
_NUMBER = re.compile(f" ?{NUMBER_OPEN}(\\d+){NUMBER_CLOSE}")
_WORD_TEXT = re.compile(r"<w:t(?: [^<>]*)?>[^<>]*$")


@dataclass(frozen=True, slots=True)
class Source:
    """A part as a Jinja template; ``lines`` leads from a line of ``text`` to a tag's number."""

    text: str
    lines: dict[int, int]


@lru_cache(maxsize=1)
def _docxtpl() -> DocxTemplate:
    # Imported late: docxtpl and python-docx cost more to import than a form costs to fill.
    from docxtpl import DocxTemplate

    return DocxTemplate("")


def jinja_source(root: etree._Element, *, word: bool) -> Source:
    """Return the template of a marked part; ``word`` says that docxtpl's tag forms are in use."""
    xml = etree.tostring(root, encoding="unicode")
    if word:
        xml = _docxtpl().patch_xml(xml)
    pieces: list[str] = [_DECLARATION]
    lines: dict[int, int] = {}
    line = 1 + _DECLARATION.count("\n")
    at = 0
    context = _Context()
    for tag in _TAG.finditer(xml):
        between = xml[at : tag.start()]
        context.pass_over(between)
        opening, trim, body, trim_after, closing = tag.groups()
        number = _NUMBER.search(body)
        body = _NUMBER.sub("", body)
        if opening == "{{":
            body = context.printed(body)
        line += between.count("\n") + 1
        if number is not None:
            lines[line] = int(number[1])
        line += body.count("\n")
        pieces += [between, opening, trim, "\n", body, trim_after, closing]
        at = tag.end()
    pieces.append(xml[at:])
    return Source("".join(pieces), lines)


class _Context:
    """What stands around a tag: the text of a run, the text of another element, an attribute."""

    def __init__(self) -> None:
        self._filter = ""

    def pass_over(self, between: str) -> None:
        opened, closed = between.rfind("<"), between.rfind(">")
        if opened > closed:
            self._filter = ATTRIBUTE
        elif closed >= 0:
            self._filter = "" if _WORD_TEXT.search(between) else PLAIN

    def printed(self, body: str) -> str:
        """Return the tag's expression, printed in the way that its surroundings allow."""
        return f" ({body})|{self._filter} " if self._filter else body

"""The body of a letter by its typed numbers: headings, run-in headings, paragraphs.

A paragraph is a heading only where the case, numbering by itself, would print the same number
there; every other one stays text, so that building the case gives the document's words again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govdocs.reading import Paragraph
from govdocs.reading_in.placed import Placed, PlacedTree
from govdocs.tags.letter_view import section_number

LONGEST_HEADING = 50
DEEPEST = 4
_CLOSING = re.compile(r"(?:特此|妥否|当否|以上|专此|请予|此复|可否)[^：:]{0,30}[。．]?")
_RUN_IN = re.compile(r"[^。！？]{1,60}[。！？]")


@dataclass(slots=True)
class _Section:
    heading: Placed
    run_in: bool = False
    paragraphs: list[Placed] = field(default_factory=list)
    sections: list[_Section] = field(default_factory=list)

    def tree(self) -> PlacedTree:
        made: dict[str, PlacedTree] = {"heading": self.heading}
        if self.run_in:
            made["run_in"] = Placed("是")
        if self.paragraphs:
            made["paragraphs"] = list(self.paragraphs)
        if self.sections:
            made["sections"] = [section.tree() for section in self.sections]
        return made


def read_body(paragraphs: Sequence[Paragraph]) -> dict[str, PlacedTree]:
    """Return ``opening``, ``sections`` and ``closing`` of the letter, as far as there are any."""
    opening: list[Placed] = []
    root = _Section(Placed(""))
    open_now: list[_Section] = [root]
    for paragraph in paragraphs:
        text = paragraph.full.strip()
        if not text:
            continue
        made = _heading(text, paragraph, open_now)
        if made is not None:
            level, section = made
            del open_now[level:]
            open_now[-1].sections.append(section)
            open_now.append(section)
        elif len(open_now) == 1:
            opening.append(Placed(text, paragraph.place))
        elif open_now[-1].paragraphs or not open_now[-1].sections:
            open_now[-1].paragraphs.append(Placed(text, paragraph.place))
    closing: list[Placed] = []
    last = open_now[-1].paragraphs
    while len(open_now) > 1 and last and _CLOSING.fullmatch(last[-1].text):
        closing.insert(0, last.pop())
    found: dict[str, PlacedTree] = {}
    if opening:
        found["opening"] = list(opening)
    if root.sections:
        found["sections"] = [section.tree() for section in root.sections]
    if closing:
        found["closing"] = list(closing)
    return found


def _heading(
    text: str, paragraph: Paragraph, open_now: Sequence[_Section]
) -> tuple[int, _Section] | None:
    """The section that begins here and its level."""
    made = heading_at(text, [len(section.sections) for section in open_now])
    if made is None:
        return None
    level, words, rest = made
    heading = Placed(words, paragraph.place)
    if rest:
        return level, _Section(heading, True, [Placed(rest, paragraph.place)])
    return level, _Section(heading)


def heading_at(text: str, before: Sequence[int]) -> tuple[int, str, str] | None:
    """Tell the level, the heading and the text run in behind it, by the number that would come next.

    ``before`` counts the headings so far: those of level 1, then those within each open one. None
    where the text is no heading, or the case would print another number there.
    """
    for level in range(min(len(before), DEEPEST), 0, -1):
        number = section_number(level, before[level - 1] + 1)
        if not text.startswith(number):
            continue
        words = text.removeprefix(number).strip()
        run_in = _RUN_IN.match(words)
        if run_in is not None and run_in.end() < len(words):
            if "，" in run_in.group()[:-1] and len(run_in.group()) > LONGEST_HEADING:
                return None
            return level, run_in.group(), words[run_in.end() :].strip()
        if words and len(words) <= LONGEST_HEADING:
            return level, words, ""
    return None

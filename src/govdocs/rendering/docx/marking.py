"""Finds the tags of a part, where they stand and what is wrong with their braces.

Word spreads the letters of a tag over runs as it likes. Here each paragraph's text is read as
one; each tag gets its number, written inside it just before its closing braces, so that it can
still be told after docxtpl has joined the runs and taken marked rows and paragraphs apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from govdocs.errors import Problem
from govdocs.place import WordPlace
from govdocs.rendering.docx.layout import Layout
from govdocs.rendering.docx.merging import plan_merge
from govdocs.rendering.docx.names import PROPERTIES, TC, TR, P, T, w

NUMBER_OPEN, NUMBER_CLOSE = "\ue0f0", "\ue0f1"
"""Around a tag's number inside the tag, while compiling only."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPEN, _CLOSE = r"[{｛]\s*[{｛%％#＃]", r"[}｝%％#＃]\s*[}｝]"
_LOOSE = re.compile(f"{_OPEN}[^{{｛}}｝·]*{_CLOSE}|{_OPEN}|{_CLOSE}")
_SPACED = re.compile(r"\{\s+[{%#]|[}%#]\s+\}")
_FULL_WIDTH = re.compile(r"[｛｝％＃]")
_PREFIX = re.compile(r"^\{[{%#](tr|tc|p|r)\s")
_OLD_MERGE = re.compile(r"^\{%\s*(vm|hm)\s*%\}$")
_MERGE = re.compile(r"^\{\{.*\|\s*merge\b", re.DOTALL)
_CLOSING = re.compile(r"\s*-?(?:\}\}|%\})$")
_ALONE = {"tr": TR, "tc": TC, "p": P}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a template: its text as typed, and its place."""

    text: str
    place: WordPlace


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A part whose tags carry their numbers; ``tags[n]`` is the tag of number n."""

    root: etree._Element
    tags: list[Tag]
    problems: list[Problem]

    @property
    def changes_columns(self) -> bool:
        """Tell whether tags repeat or join cells of a row, so that the table's grid must follow."""
        return any(re.match(r"\{%(tc\s|\s*colspan\s)", tag.text) for tag in self.tags)


def mark_part(root: etree._Element, file: str, part: str) -> MarkedPart:
    """Number every tag under ``root`` (which is changed) and name everything wrong with braces."""
    marked = MarkedPart(root, [], [])
    layout = Layout(root, file, part)
    for owner, texts in _stretches(root, part):
        _mark_stretch(marked, layout, owner, texts)
    return marked


def _stretches(
    root: etree._Element, part: str
) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Yield each paragraph with the elements that hold its text, and each other element's text."""
    if part == PROPERTIES:
        for element in root.iter(etree.Element):
            yield element, [element]
        return
    for paragraph in root.iter(P):
        yield (
            paragraph,
            [text for text in paragraph.iter(T) if next(text.iterancestors(P), None) is paragraph],
        )
    for element in root.iter("{*}t", "{*}instrText", "{*}delText"):
        if element.tag != T:
            yield element, [element]


def _mark_stretch(
    marked: MarkedPart, layout: Layout, owner: etree._Element, texts: list[etree._Element]
) -> None:
    whole = "".join(text.text or "" for text in texts)
    if "{" not in whole and "｛" not in whole and "}" not in whole and "｝" not in whole:
        return
    found = list(_TAG.finditer(whole))
    for loose in _LOOSE.finditer(_TAG.sub(lambda tag: "·" * len(tag[0]), whole)):
        excerpt = whole[max(loose.start() - 12, 0) : loose.end() + 20]
        marked.problems.append(
            Problem(
                _brace_code(loose[0]),
                layout.place(owner, excerpt),
                {"braces": loose[0], "text": excerpt},
            )
        )
    numbered = []
    for tag in found:
        text = tag[0]
        place = layout.place(owner, text)
        marked.problems.extend(_misplaced(text, place, owner, whole))
        if _MERGE.match(text) and not plan_merge(owner):
            marked.problems.append(Problem("docx.merge_outside_table", place, {"text": text}))
        numbered.append((tag, len(marked.tags)))
        marked.tags.append(Tag(text, place))
    for tag, number in reversed(numbered):
        closing = _CLOSING.search(tag[0])
        if closing is not None and not _OLD_MERGE.match(tag[0]):
            _insert(texts, tag.start() + closing.start(), f" {NUMBER_OPEN}{number}{NUMBER_CLOSE}")


def _brace_code(braces: str) -> str:
    if _FULL_WIDTH.search(braces):
        return "docx.full_width_braces"
    return "docx.spaced_braces" if _SPACED.search(braces) else "docx.half_open_tag"


def _misplaced(text: str, place: WordPlace, owner: etree._Element, whole: str) -> Iterator[Problem]:
    """Yield what docxtpl would do silently: drop the text beside a tag that removes its row."""
    if _OLD_MERGE.match(text):
        yield Problem("docx.old_merge_tag", place, {"text": text})
        return
    prefix = _PREFIX.match(text)
    if prefix is None:
        return
    kind = prefix[1]
    if text.startswith("{{"):
        yield Problem("docx.rich_tag", place, {"text": text})
        return
    if kind == "r":
        return
    box = owner if kind == "p" else next(owner.iterancestors(_ALONE[kind]), None)
    if box is None:
        yield Problem("docx.row_tag_outside_table", place, {"text": text})
        return
    beside = whole if kind == "p" else "".join(str(t.text or "") for t in box.iter(T))
    beside = beside.replace(text, "", 1).strip()
    if beside:
        yield Problem("docx.tag_not_alone", place, {"text": text, "beside": beside[:40]})


def _insert(texts: list[etree._Element], at: int, what: str) -> None:
    """Write ``what`` into the text of a stretch before its character number ``at``."""
    for text in texts:
        content = text.text or ""
        if at < len(content):
            text.text = content[:at] + what + content[at:]
            if text.tag == T:
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return
        at -= len(content)


TRACKED = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
"""Changes that wait to be accepted: both versions of the text would be filled."""

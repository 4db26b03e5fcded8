"""The title and the addressee."""

from __future__ import annotations

from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph

LARGE = 18.0
LONGEST_LINE, MOST_LINES = 60, 6
REACH = 12
"""The title stands among so many printed paragraphs under the head."""


def recognise_title(letter: Letter, start: int, end: int) -> int:
    """Recognise title and addressee from ``start`` on; return where the text begins in the flow."""
    flow = letter.file.paragraphs
    printed = [at for at in range(start, end) if not flow[at].blank][:REACH]
    first = next((at for at in printed if _can_begin(flow[at])), None)
    if first is None or _is_text_before(flow, printed, first):
        return _addressee(letter, start, end) if start else start
    lines = [first]
    for at in printed:
        if at <= first:
            continue
        if at != lines[-1] + 1 or len(lines) == MOST_LINES or not _continues(flow[first], flow[at]):
            break
        lines.append(at)
    letter.found[Element.TITLE] = [flow[at] for at in lines]
    return _addressee(letter, lines[-1] + 1, end)


def _can_begin(paragraph: Paragraph) -> bool:
    text = paragraph.plain
    if (
        paragraph.table is not None
        or len(text) > LONGEST_LINE
        or text.endswith(("。", "：", ":", "；"))
    ):
        return False
    if patterns.DATE.match(text) or any(p.match(text) for p in patterns.HEADINGS):
        return False
    centred = paragraph.alignment == "center"
    return (
        (centred and len(text) >= 4)
        or paragraph.lead.size >= LARGE
        or (bool(patterns.TITLE_WORD.search(text)) and "关于" in text)
    )


def _continues(first: Paragraph, paragraph: Paragraph) -> bool:
    # A smaller line under a title names an author or a date rather than goes on with it.
    larger = paragraph.lead.size > first.lead.size and paragraph.alignment == first.alignment
    alike = larger or paragraph.lead.size == first.lead.size
    return alike and _can_begin(paragraph) and not paragraph.plain.startswith(("（", "("))


def _is_text_before(flow: list[Paragraph], printed: list[int], first: int) -> bool:
    return any(flow[at].plain.endswith("。") for at in printed if at < first)


def _addressee(letter: Letter, start: int, end: int) -> int:
    """Recognise the addressee, over several paragraphs too; return where the text begins."""
    flow = letter.file.paragraphs
    number = letter.first(Element.NUMBER)
    printed = [i for i in range(start, end) if not flow[i].blank and flow[i] is not number]
    if letter.found.get(Element.TITLE):
        # A line under the title names a draft, an author or a day.
        while printed and _under_title(flow[printed[0]]) and len(printed) > 1:
            printed = printed[1:]
    found: list[Paragraph] = []
    for at in printed[:MOST_LINES]:
        if flow[at].table is not None or not _names(flow[at], first=not found):
            break
        found.append(flow[at])
        if not flow[at].plain.endswith(("，", ",", "、", "；", ";")):
            letter.found[Element.ADDRESSEE] = found
            return at + 1
    return start


def _under_title(paragraph: Paragraph) -> bool:
    text = paragraph.plain
    short = len(text) <= LONGEST_LINE and not text.endswith(("：", ":", "。"))
    return paragraph.table is None and paragraph.alignment == "center" and short


def _names(paragraph: Paragraph, *, first: bool) -> bool:
    """Tell whether a paragraph names those whom the letter is sent to."""
    text = paragraph.plain
    if len(text) > 300 or "。" in text or patterns.ATTACHMENTS.match(text):
        return False
    if any(p.match(text) for p in patterns.HEADINGS):
        return False
    named = bool(patterns.ORGAN.search(text.rstrip("：:；;，,、.")))
    ended = text.endswith(("：", ":"))
    if not first:
        return ended or named
    if named and (ended or len(text) <= LONGEST_LINE or text.endswith(("，", "、"))):
        return True
    # A person, or organs with a remark in brackets; what leads on to the text says 如下.
    return ended and len(text) <= LONGEST_LINE and not patterns.LEADS_ON.search(text)

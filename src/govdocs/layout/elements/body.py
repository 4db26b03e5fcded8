"""The main part (主体) of a letter: from the title to the attachments."""

from __future__ import annotations

from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.elements.signature import organ_above, recognise_signatures, signs
from govdocs.layout.elements.title import recognise_title
from govdocs.layout.formatting.paragraph import Paragraph

LONGEST_HEADING = 40
_HEADING_ELEMENTS = (Element.HEADING_1, Element.HEADING_2, Element.HEADING_3, Element.HEADING_4)


def recognise_body(letter: Letter, start: int, end: int) -> None:
    """Recognise title, addressee, text, attachment list, signature, date, note and attachments."""
    flow = letter.file.paragraphs
    after_title = recognise_title(letter, start, end)
    date = _date(letter, after_title, end)
    first_label = recognise_attachments(letter, after_title if date is None else date + 1, end)
    stop = first_label if date is None else date
    listed = _attachment_list(letter, after_title, stop)
    text_end = stop if listed is None else listed
    if date is not None and listed is None:
        text_end = recognise_signatures(letter, after_title, date)
    elif date is not None and listed is not None:
        recognise_signatures(letter, listed + len(letter.found[Element.ATTACHMENT_LIST]), date)
    if date is not None:
        _note(letter, date + 1, first_label)
    if letter.recognised:
        taken = {id(paragraph) for of_one in letter.found.values() for paragraph in of_one}
        for at, paragraph in enumerate(flow[after_title:text_end], start=after_title):
            if paragraph.blank or id(paragraph) in taken or belongs_to_table(flow, at):
                continue
            if paragraph.table is None and paragraph.part == "正文":
                letter.found.setdefault(_level(paragraph), []).append(paragraph)


def belongs_to_table(flow: list[Paragraph], at: int) -> bool:
    """Tell whether a paragraph is the caption, unit or source of a table or picture, no text."""
    text = flow[at].plain
    if patterns.CAPTION.match(text):
        return len(text) <= LONGEST_HEADING and not text.endswith("。")
    if len(text) > LONGEST_HEADING or text.endswith(("。", "：", ":", "；")):
        return False
    if any(pattern.match(text) for pattern in patterns.HEADINGS):
        return False
    return at + 1 < len(flow) and flow[at].table is None and flow[at + 1].table is not None


def _date(letter: Letter, start: int, end: int) -> int | None:
    """Find the date: alone in its line, under some text, before the first attachment."""
    flow = letter.file.paragraphs
    texts = 0
    found: list[int] = []
    # A cover names title, organ and day, too: only what says something is a letter.
    headed = bool(letter.found.get(Element.MARK) or letter.found.get(Element.NUMBER))
    spoken = headed
    for at in range(start, end):
        paragraph = flow[at]
        if paragraph.blank:
            continue
        if paragraph.table is not None:
            dated = patterns.DATE.match(paragraph.plain) and texts and spoken
            if dated and signs(letter, paragraph):
                found.append(at)
            continue
        if patterns.DATE.match(paragraph.plain) and texts and spoken:
            found.append(at)
        spoken = spoken or "。" in paragraph.plain
        if patterns.ATTACHMENT_LABEL.match(paragraph.plain) and texts and paragraph.new_page:
            break
        texts += 1
    if not found:
        return None
    # A date may stand alone in the text, too; an organ above it makes it the letter's.
    signed = [at for at in found if organ_above(flow, at)]
    date = signed[0] if signed else found[-1]
    letter.found[Element.DATE] = [flow[date]]
    return date


def recognise_attachments(letter: Letter, start: int, end: int) -> int:
    """Find 附件1 and its like with the titles under them; return where the first one stands."""
    flow = letter.file.paragraphs
    first = end
    for at in range(start, end):
        paragraph = flow[at]
        if paragraph.blank or paragraph.table is not None or paragraph.cell is not None:
            continue
        if not patterns.ATTACHMENT_LABEL.match(paragraph.plain):
            continue
        under = next((i for i in range(at + 1, min(at + 5, end)) if not flow[i].blank), None)
        if under is None or patterns.ATTACHMENT_ITEM.match(flow[under].plain):
            continue
        letter.found.setdefault(Element.ATTACHMENT_LABEL, []).append(paragraph)
        first = min(first, at)
        title = flow[under]
        if patterns.ATTACHMENT_LABEL.match(title.plain):
            continue
        if title.table is None and len(title.plain) <= 60 and not title.plain.endswith("。"):
            letter.found.setdefault(Element.ATTACHMENT_TITLE, []).append(title)
    return first


def _attachment_list(letter: Letter, start: int, end: int) -> int | None:
    flow = letter.file.paragraphs
    for at in range(end - 1, start - 1, -1):
        if flow[at].table is None and patterns.ATTACHMENTS.match(flow[at].plain):
            found = [flow[at]]
            for follower in flow[at + 1 : end]:
                if follower.blank or not patterns.ATTACHMENT_ITEM.match(follower.plain):
                    break
                found.append(follower)
            letter.found[Element.ATTACHMENT_LIST] = found
            return at
    return None


def _note(letter: Letter, start: int, end: int) -> None:
    for paragraph in letter.file.paragraphs[start:end]:
        if paragraph.blank:
            continue
        if paragraph.table is None and patterns.NOTE.match(paragraph.plain):
            letter.found[Element.NOTE] = [paragraph]
        return


def _level(paragraph: Paragraph) -> Element:
    text = paragraph.plain
    sentence = text.rstrip("。")
    if len(text) <= LONGEST_HEADING and "。" not in sentence and not text.endswith(("；", ";")):
        for pattern, element in zip(patterns.HEADINGS, _HEADING_ELEMENTS, strict=True):
            if pattern.match(text):
                return element
    return Element.TEXT

"""The head (版头) of a letter: from the copy number to the red line."""

from __future__ import annotations

import re

from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter, RedRule
from govdocs.layout.formatting.paragraph import Paragraph

REACH = 40
"""The head lies among so many printed paragraphs from the top."""
MARK_SIZE = 22.0
"""A mark is larger than the text, at least as large as a title (2号)."""
_MARK_END = re.compile(r"(文件|令|纪要)$")


BOX = "文本框"


def is_red(colour: str) -> bool:
    """Tell whether RRGGBB is a red: much red, little of the rest."""
    if not re.fullmatch(r"[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0x99 and green <= 0x66 and blue <= 0x66


def recognise_head(letter: Letter, end: int) -> int:
    """Recognise the head among the paragraphs before ``end``; return where it ends in the flow."""
    flow = letter.file.paragraphs[:end]
    printed = [at for at, p in enumerate(flow) if not p.blank][:REACH]
    number_at = _number(letter, flow, printed)
    above = [at for at in printed if number_at is None or at < number_at]
    marks = _marks(flow, above, numbered=number_at is not None)
    if not marks and number_at is not None:
        marks = _boxed_marks(flow, [at for at in printed if at > number_at])
    for at in marks:
        letter.found.setdefault(Element.MARK, []).append(flow[at])
    if not marks:
        if number_at is None or _titled_above(flow, above):
            return 0
        letter.found[Element.MARK] = _marks_in_header(letter)
    known = [*marks, *([] if number_at is None else [number_at])]
    last = max(_in_flow(flow, known), default=0)
    before_text = [at for at in printed if at <= last + 3]
    for at in before_text:
        _small_marks(letter, flow[at], at in marks or at == number_at)
    signers = [at for at in before_text if patterns.SIGNER.search(flow[at].plain)]
    for at in signers:
        letter.found.setdefault(Element.SIGNER, []).append(flow[at])
        last = max(last, at)
    if number_at is None:
        last = _issue_lines(flow, printed, last)
    rule_at = _red_rule(letter, flow, max(0, min([*_in_flow(flow, marks), last])), last)
    return max(last, rule_at) + 1


def _number(letter: Letter, flow: list[Paragraph], printed: list[int]) -> int | None:
    for at in printed:
        text = flow[at].plain
        match = patterns.NUMBER.match(text)
        if match is not None and _ends_there(flow[at], match["rest"]):
            letter.found[Element.NUMBER] = [flow[at]]
            return at
        if patterns.ORDER_NUMBER.match(text) and any(
            flow[i].plain.endswith("令") for i in printed if i < at
        ):
            letter.found[Element.NUMBER] = [flow[at]]
            return at
        if flow[at].part == "正文" and _is_said(flow[at]) and not patterns.SIGNER.search(text):
            break
    else:
        return None
    for at in printed:
        # A box hangs on any paragraph of its side, also on one of the text.
        if flow[at].part == BOX and patterns.NUMBER.match(flow[at].plain):
            letter.found[Element.NUMBER] = [flow[at]]
            return at
    return None


def _is_said(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is of the text or calls the addressee, so that the head is over."""
    return len(paragraph.plain) > 3 and paragraph.plain.endswith(("：", "。"))


def _in_flow(flow: list[Paragraph], found: list[int]) -> list[int]:
    """Return those that stand before the text; a box may hang on a paragraph far under its place."""
    said = next((at for at, p in enumerate(flow) if p.part == "正文" and _is_said(p)), len(flow))
    return [at for at in found if flow[at].part == "正文" or at < said]


def _titled_above(flow: list[Paragraph], above: list[int]) -> bool:
    """Tell whether the title stands over the number, as where a letter is printed without a head."""
    return any(
        patterns.TITLE_WORD.search(flow[at].plain) and len(flow[at].plain) > 6 for at in above
    )


def _ends_there(paragraph: Paragraph, rest: str) -> bool:
    """Tell whether only the signer, or the last of several, follows the number on its line."""
    named = "\t" in paragraph.text and len(rest) <= 8
    return not rest or named or patterns.SIGNER.match(rest) is not None


def _marks(flow: list[Paragraph], above: list[int], *, numbered: bool) -> list[int]:
    likely = [
        at
        for at in above
        if flow[at].lead.size >= MARK_SIZE
        and not patterns.COPY_NUMBER.match(flow[at].plain)
        and (is_red(flow[at].lead.colour) or _MARK_END.search(flow[at].plain) or numbered)
    ]
    if not numbered:
        # Without a number a large red name with 文件 is the only sure sign of a mark.
        likely = [at for at in likely if _MARK_END.search(flow[at].plain)][:1]
    boxed = [at for at in likely if flow[at].part == BOX and is_red(flow[at].lead.colour)]
    # What is large in the text beside a boxed mark is the title.
    likely = boxed or likely
    named = any(
        _MARK_END.search(flow[at].plain) or patterns.ORGAN.search(flow[at].plain) for at in likely
    )
    return likely if named else []


def _boxed_marks(flow: list[Paragraph], below: list[int]) -> list[int]:
    """Find the mark in a box that the file keeps behind the number's; boxes stand in any order."""
    boxed = [
        at
        for at in below
        if flow[at].part == BOX and flow[at].lead.size >= MARK_SIZE
        and is_red(flow[at].lead.colour)
    ]  # fmt: skip
    return _marks(flow, boxed[:4], numbered=True)


def _small_marks(letter: Letter, paragraph: Paragraph, taken: bool) -> None:
    if taken:
        return
    text = paragraph.plain
    if patterns.SECRECY.match(text):
        letter.found.setdefault(Element.SECRECY, []).append(paragraph)
    elif patterns.URGENCY.match(text):
        letter.found.setdefault(Element.URGENCY, []).append(paragraph)
    elif patterns.COPY_NUMBER.match(text):
        letter.found.setdefault(Element.COPY_NUMBER, []).append(paragraph)


def _marks_in_header(letter: Letter) -> list[Paragraph]:
    """Find the mark in the header of the first side, where some offices keep it."""
    section = letter.file.sections[0]
    which = "first" if section.title_page else "default"
    header = letter.file.headers.get(section.headers.get(which, ""), [])
    return [p for p in header if not p.blank and p.lead.size >= MARK_SIZE and is_red(p.lead.colour)]


def _issue_lines(flow: list[Paragraph], printed: list[int], last: int) -> int:
    """Pass the issue's number, the organ and the date under a mark such as 纪要; return the last."""
    for at in [at for at in printed if at > last][:3]:
        text = flow[at].plain
        dated = patterns.DATE.search(text) or patterns.DATED.search(text)
        if not patterns.ISSUE_NUMBER.match(text) and not (dated and len(text) <= 40):
            break
        last = at
    return last


def _red_rule(letter: Letter, flow: list[Paragraph], start: int, last: int) -> int:
    """Find the red line from the mark to a few paragraphs under the number; return where."""
    end = last + 4
    if any(p.part == BOX for p in letter.all(Element.MARK, Element.NUMBER)):
        # Boxes lie over the text: blank lines keep the room for what they hold.
        inline = (i for i, p in enumerate(flow) if not p.blank and p.part != BOX and i > last)
        start, end = 0, max(end, next(inline, 0))
    reach = range(start, min(end, len(flow)))
    for at in sorted(reach, key=lambda i: (i < last, i)):
        paragraph = flow[at]
        for side in ("bottom", "top"):
            kind = paragraph.stated.get(f"border.{side}", "none")
            if kind in ("none", "nil"):
                continue
            size = paragraph.stated.get(f"border.{side}.size") or "0"
            weight = float(size) / 8 if size.isdigit() else None
            colour = paragraph.stated.get(f"border.{side}.colour", "AUTO")
            letter.red_rule = RedRule(paragraph, side, colour, weight, kind=kind)
            return at
        for shape in paragraph.shapes:
            if shape.kind == "line" and (shape.height or 0) < 2 and (shape.width or 0) > 60:
                letter.red_rule = RedRule(paragraph, "", shape.colour or "", shape.weight, shape)
                return at
    return _red_rule_of_table(letter, start, last)


def _red_rule_of_table(letter: Letter, start: int, last: int) -> int:
    """Find the red line as the lowest line of a table that ends at the number or right under it."""
    flow = letter.file.paragraphs
    for table in letter.file.tables:
        if table.number is None or not start <= table.start <= last + 3 or table.end <= last:
            continue
        printed = [i for i in range(last + 1, table.end) if not flow[i].blank]
        if printed or table.end <= table.start:
            continue  # A table of the text, not of the head.
        for line in reversed(table.lines):
            if line.at == 0 and table.start <= last:
                continue
            letter.red_rule = RedRule(
                flow[table.end - 1], "", line.colour, line.weight, table=table
            )  # fmt: skip
            return table.end - 1
    return last

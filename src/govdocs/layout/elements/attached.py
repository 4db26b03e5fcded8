"""Each attachment with its stretch of the flow, and whether it is prose or a table or form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.layout.elements import patterns
from govdocs.layout.elements.body import belongs_to_table
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.elements.head import is_red
from govdocs.layout.formatting.paragraph import Paragraph

LEAST_SENTENCES, LEAST_CHARACTERS = 2, 60
"""Prose is at least so much; less may be a form's remark."""
_BLANKS = re.compile(r"[_＿]{2,}|[□☐]")
"""What is to be filled in by hand."""
_REMARK = re.compile(r"^[（(]?(?:填表|填报|填写)?(?:说明|备注|注)[：:]?|^[＊*※]")


@dataclass(frozen=True, slots=True)
class Attached:
    """One attachment: its label, and its paragraphs of running text; none where it is a form."""

    label: Paragraph
    prose: tuple[Paragraph, ...]


def attachments(letter: Letter) -> list[Attached]:
    """Return the attachments in reading order, none that reaches over the imprint."""
    labels = letter.all(Element.ATTACHMENT_LABEL)
    known = {id(p) for e, held in letter.found.items() if e is not Element.TEXT for p in held}
    flow = letter.file.paragraphs
    ends = [*(p.order for p in labels[1:]), len(flow) + 1][: len(labels)]
    imprint = [p.order for p in letter.all(Element.COPIES, Element.PRINTER) if p.part == "正文"]
    found = []
    for label, next_one in zip(labels, ends, strict=True):
        last = min([next_one, *(order for order in imprint if order > label.order)])
        held = [p for p in flow[label.order : last - 1] if not p.blank and id(p) not in known]
        found.append(Attached(label, tuple(_prose(letter, held))))
    return found


def _prose(letter: Letter, held: list[Paragraph]) -> list[Paragraph]:
    """Return what is running text; nothing for tables, forms and papers with a look of their own."""
    flow = letter.file.paragraphs
    # Words in cells and boxes belong to a form, and so does what is said around them.
    if any(p.cell is not None or p.part != "正文" for p in held):
        return []
    own = any(
        patterns.NUMBER.match(p.plain) or is_red(p.lead.colour) or p.shapes or _BLANKS.search(p.plain)
        for p in held
    )  # fmt: skip
    if own or any(letter.file.section_of(p).landscape for p in held):
        return []
    said = [
        p
        for p in held
        if p.alignment in ("left", "both") and p.plain.endswith(("。", "；", "：", "！"))
        and not _REMARK.match(p.plain) and not belongs_to_table(flow, p.order - 1)
    ]  # fmt: skip
    sentences = [p for p in said if p.plain.endswith("。")]
    enough = sum(len(p.plain) for p in said) >= LEAST_CHARACTERS
    return said if enough and len(sentences) >= LEAST_SENTENCES else []

"""Clause 7.5: where a blank side stands before the imprint's, neither of them bears a number."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.names import attribute, w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.sheet.page_number import page_numbers


def _blank_before(letter: Letter) -> list[Paragraph]:
    """Return the blank paragraphs right before the imprint; empty where it hangs in a box."""
    elements = letter.all(Element.COPIES, Element.PRINTER)
    table = letter.file.table_of(elements[0]) if elements else None
    if not elements or elements[0].part != "正文" or (table is not None and table.floating):
        return []
    at = elements[0].order - 1 if table is None else table.start
    flow = letter.file.paragraphs
    found: list[Paragraph] = []
    while at > 0 and flow[at - 1].blank and flow[at - 1].cell is None:
        if flow[at - 1].shapes or flow[at - 1].holder != 0:
            return []
        at -= 1
        found.insert(0, flow[at])
    return [*found, elements[0]]


def _breaks(letter: Letter, paragraphs: list[Paragraph]) -> int:
    """Count the breaks that surely begin a new side before the last of the paragraphs."""
    count = 0
    typed = False
    former: Paragraph | None = None
    for paragraph in paragraphs:
        own = sum(attribute(b, "type") == "page" for b in paragraph.element.iter(w("br")))
        turned = former is not None and former.section != paragraph.section
        if turned and letter.file.sections[paragraph.section].new_page:
            count += 1
        elif paragraph.stated.get("pageBreakBefore") == "1" and not typed:
            # Right after a typed break programs differ.
            count += 1
        if paragraph is not paragraphs[-1]:
            count += own
        typed, former = own > 0, paragraph
    return count


def _numbered(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    before = _blank_before(letter)
    if not before or _breaks(letter, before) < 2:
        return
    imprint = before[-1]
    section = letter.file.section_of(imprint)
    if section.title_page:
        return  # The first side of a section may bear none.
    sides = ("default", "even") if letter.file.even_and_odd else ("default",)
    if all(page_numbers(letter, section, side) for side in sides):
        yield Deviation(
            "版记页", "空白页和版记页均不编页码", "前有空白页，而编有页码", (imprint,), section
        )


RULES = (
    LayoutRule(
        "L237", "版记页前有空白页的不编页码", "7.5", Strength.MUST, _numbered,
        "版记之前有连续两个分页、其间没有内容（肯定有一个空白页）的，版记所在的节是否仍编页码。"
        "版记是否落在最后一面、双面印刷时最后一面是否为双数面，要排出页来才知道，这里不查。",
        "在空白页之前插入“下一页”分节符，取消该节页脚“链接到前一节”，删去其中的页码。",
        {"": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

"""Clause 8: tables that lie across the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import page, page_number
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_mm
from govdocs.layout.rules.sheet.page_number import in_line, page_numbers


def _lying(letter: Letter) -> list[Section]:
    """Return the A4 sections that lie, where the file is a letter with upright ones."""
    upright = any(not s.landscape for s in letter.file.sections)
    if not letter.recognised or not upright:
        return []
    return [
        s
        for s in letter.file.sections
        if s.landscape and page.SHEET_WIDTH.allows(s.height) and page.SHEET_HEIGHT.allows(s.width)
    ]


def _along_the_long_side(paragraph: Paragraph) -> bool:
    """Tell whether a number stands under the table as it lies: in line, or in a frame of the line."""
    if "frame" in paragraph.stated:
        anchor = paragraph.stated.get("frame.vAnchor", "text")
        at_edge = {"frame.x", "frame.y"} & set(paragraph.stated)
        return anchor == "text" and paragraph.holder == 0 and "frame.x" not in at_edge
    return in_line(paragraph)


def _number(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for section in _lying(letter):
        for which in ("default", "even") if letter.file.even_and_odd else ("default",):
            found = [p for p in page_numbers(letter, section, which) if _along_the_long_side(p)]
            if found:
                yield Deviation(
                    "横排页的页码", "与其他页的页码位置一致（在横排页的左侧短边）", "在横排页的长边之下",
                    (found[0],), section,
                )  # fmt: skip
                break


def _margins(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    across, down = (
        house.measure(page.TEXT_HEIGHT, "版心高"),
        house.measure(page.TEXT_WIDTH, "版心宽"),
    )
    for section in _lying(letter):
        if across.allows(section.text_width) and down.allows(section.text_height):
            continue
        yield Deviation(
            "横排页的版心", f"{across.value:g}×{down.value:g}毫米",
            f"{in_mm(section.text_width)}×{in_mm(section.text_height)}", section=section,
        )  # fmt: skip


RULES = (
    LayoutRule(
        "L241", "横排表格页的页码", "8", Strength.MUST, _number,
        "横向的A4页，页码是否与其他页的位置一致，即在横排页的左侧短边（单页码在下角，双页码在上角），"
        "而不是在长边之下。表头随之单页码在订口一边、双页码在切口一边。" + page_number.LANDSCAPE_NOTE + "。",
        "横向的节取消页脚“链接到前一节”，删去页脚里的页码，在页面左侧短边插入竖排的文本框，框内放页码。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L242", "横排页的版心", "5.2.1", Strength.USUAL, _margins,
        "横向的A4页，版心是否为225毫米×156毫米，即竖排页的版心转过来。标准没有单独规定横排页的页边距，所以只作提示。",
        "上页边距设为2.8厘米，下2.6厘米，左3.5厘米，右3.7厘米。",
        {"": "{label}是{actual}，按标准的版心应为{expected}"},
    ),
)  # fmt: skip

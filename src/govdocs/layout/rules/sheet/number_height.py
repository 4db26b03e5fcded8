"""Clause 7.5: how far under the text area the page number stands, and that numbers go on."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.finding import Level
from govdocs.gongwen import page, page_number
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm
from govdocs.layout.elements.element import Kind, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.geometry.heights import Interval, line_height, space_after, space_before
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetPage
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_mm
from govdocs.layout.rules.sheet.page import main_sections
from govdocs.layout.rules.sheet.page_number import in_line, numbered_footers, page_numbers

LOWEST_BASE, HIGHEST_BASE = 0.15, 0.35
"""Between these shares of a line, from below, lies its base."""
LOWEST_DASH, HIGHEST_DASH = 0.25, 0.45
"""Between these shares of the size over the base lies a dash in every common font."""
USUAL_FOOTER = 24.7
"""Distance of the footer in mm that puts a dash of 4号 7 mm under the text area of the standard."""


def _height(letter: Letter, section: Section, paragraph: Paragraph) -> Interval | None:
    """Return how far over the sheet's lower edge the dash stands, in points."""
    name = next(n for n, held in letter.file.footers.items() if paragraph in held)
    footer = letter.file.footers[name]
    at = footer.index(paragraph)
    if any(p.holder != 0 or p.shapes or "frame" in p.stated for p in footer):
        return None
    low = high = section.margins["footer"] / 25.4 * 72
    former: Paragraph | None = None
    for below in reversed(footer[at:]):
        gap = space_after(below, section)
        under = 0.0 if former is None else space_before(former, section)
        if gap is None or under is None:
            return None
        low, high = low + gap + under, high + gap + under
        least, most = line_height(below, section)
        if below is paragraph:
            size = below.lead.size
            return (
                low + least * LOWEST_BASE + size * LOWEST_DASH,
                high + most * HIGHEST_BASE + size * HIGHEST_DASH,
            )
        low, high, former = low + least, high + most, below
    return None


def _down(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    measure = house.measure(page_number.DASH_BELOW_TEXT, "页码距版心")
    told: list[Section] = []
    for section, _which, paragraph in numbered_footers(letter):
        found = _height(letter, section, paragraph) if in_line(paragraph) else None
        if found is None or section.landscape or any(section is s for s in told):
            continue
        bottom = abs(section.margins["bottom"])
        if not page.BOTTOM_MARGIN.allows(bottom):
            continue  # Told by the rule of the text area.
        nearest, farthest = bottom - mm(found[1]), bottom - mm(found[0])
        if measure.allows(min(max(measure.value, nearest), farthest)):
            continue
        told.append(section)
        # The footer of a letter by clause 10.1 holds its second double line, too.
        usual = (
            letter.kind is not Kind.LETTER and measure.value == page_number.DASH_BELOW_TEXT.value
        )
        only = len(letter.file.footers[section.footers[_which]]) == 1
        remedy = SetPage(section, None, {"footer": USUAL_FOOTER})
        yield Deviation(
            "页码的一字线至版心下边缘", f"{measure.value:g}毫米",
            f"{in_mm(nearest)}至{in_mm(farthest)}之间", (paragraph,), section,
            remedies=(remedy,) if usual and only else (),
        )  # fmt: skip


def _runs_on(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    if not letter.recognised or letter.kind is Kind.UNKNOWN:
        return
    for section in letter.file.sections[1:]:
        numbered = any(page_numbers(letter, section, which) for which in section.footers)
        if section.first_number is None or not numbered:
            continue
        # An attachment that is not bound with the letter may count its own sides.
        own = any(section is s for s in main_sections(letter))
        yield Deviation(
            f"第{section.index + 1}节的页码", "连续编排", f"从{section.first_number}重新编号",
            section=section, level=None if own else Level.WARNING,
        )  # fmt: skip


RULES = (
    LayoutRule(
        "L235", "页码连续编排", "7.5", Strength.MUST, _runs_on,
        "后面各节的页码是否接着前面的编。附件与正文一起装订的，页码应当连续；不一起装订的可以另编，"
        "所以附件所在的节只列为疑似。",
        "在该节的“设置页码格式”中选“续前节”。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L236", "页码在版心下边缘之下7毫米", "7.5", Strength.USUAL, _down,
        "页码两边的一字线，上边缘到版心下边缘是否为7毫米。由页脚距离和页脚的行高推算，字在行中的位置不定，"
        "只有无论如何都不合的才报告；文本框和图文框里的页码不查。",
        "下页边距为35毫米的，把“页脚距边界”设为2.47厘米。",
        {"": "{label}为{actual}，一般为{expected}"},
    ),
)  # fmt: skip

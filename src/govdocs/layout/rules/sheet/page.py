"""Clauses 5.1 and 5.2.1: sheet, margins, text area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govdocs.finding import Level
from govdocs.gongwen import page
from govdocs.gongwen.measure import Measure, Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.section import Section
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetPage
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_mm


def main_sections(letter: Letter) -> list[Section]:
    """Return the sections that hold the letter itself; attachments may lie in others."""
    label = letter.first(Element.ATTACHMENT_LABEL)
    if label is None or label.section == 0:
        return letter.file.sections
    return letter.file.sections[: label.section]


def _level(letter: Letter, section: Section) -> Level | None:
    # What is no letter need not keep its page.
    held = letter.recognised and any(section is s for s in main_sections(letter))
    return None if held else Level.NOTE


def _sheet(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for section in letter.file.sections:
        if section.element is None:
            continue  # The file names no sheet at all; what Word takes then is not its statement.
        width, height = sorted((section.width, section.height))
        if page.SHEET_WIDTH.allows(width) and page.SHEET_HEIGHT.allows(height):
            continue
        # A sheet of an attachment may be folded out (A3): only a hint.
        yield Deviation(
            "纸张", "A4（210毫米×297毫米）", f"{in_mm(section.width)}×{in_mm(section.height)}",
            section=section, level=_level(letter, section),
            remedies=(SetPage(section, (210, 297), {}),) if not section.landscape else (),
        )  # fmt: skip


def _margin(
    letter: Letter, section: Section, measure: Measure, side: str, value: float
) -> Iterator[Deviation]:
    if not measure.allows(value):
        yield Deviation(
            measure.name, f"{measure.value:g}毫米±1毫米", in_mm(value), section=section,
            level=_level(letter, section),
            remedies=(SetPage(section, None, {side: measure.value}),),
        )  # fmt: skip


def _upright(letter: Letter) -> list[Section]:
    return [s for s in letter.file.sections if not s.landscape and page.SHEET_WIDTH.allows(s.width)]


def _margins(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    top, binding = (
        house.measure(page.TOP_MARGIN, "天头"),
        house.measure(page.BINDING_MARGIN, "订口"),
    )
    for section in _upright(letter):
        margins = section.margins
        yield from _margin(letter, section, top, "top", abs(margins["top"]))
        left = margins["left"] + margins["gutter"]
        yield from _margin(letter, section, binding, "left", left)


def _text_area(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    across, down = (
        house.measure(page.TEXT_WIDTH, "版心宽"),
        house.measure(page.TEXT_HEIGHT, "版心高"),
    )
    left, top = house.measure(page.BINDING_MARGIN, "订口"), house.measure(page.TOP_MARGIN, "天头")
    rest = {
        "right": replace(page.RIGHT_MARGIN, value=210 - left.value - across.value),
        "bottom": replace(page.BOTTOM_MARGIN, value=297 - top.value - down.value),
    }
    for section in _upright(letter):
        # A wrong margin at the other side is told by its own rule.
        for measure, actual, side in (
            (across, section.text_width, "right"),
            (down, section.text_height, "bottom"),
        ):
            if measure.allows(actual) or rest[side].allows(abs(section.margins[side])):
                continue
            yield Deviation(
                measure.name, f"{measure.value:g}毫米", in_mm(actual), section=section,
                level=_level(letter, section),
                remedies=(SetPage(section, None, {side: rest[side].value}),),
            )  # fmt: skip


_SENTENCES = {"": "{label}是{actual}，应为{expected}"}
RULES = (
    LayoutRule(
        "L101", "A4纸", "5.1", Strength.MUST, _sheet,
        "各节的纸张是否为A4（210毫米×297毫米）；附件所在的节只作提示。",
        "在“布局—纸张大小”中选A4。", _SENTENCES,
    ),
    LayoutRule(
        "L102", "天头和订口", "5.2.1", Strength.MUST, _margins,
        "上页边距是否为37毫米±1毫米，左页边距（连同装订线）是否为28毫米±1毫米。横向的节不查。",
        "把上页边距设为3.7厘米，左页边距设为2.8厘米，装订线设为0。", _SENTENCES,
    ),
    LayoutRule(
        "L103", "版心尺寸", "5.2.1", Strength.MUST, _text_area,
        "版心是否为156毫米×225毫米，由纸张减去页边距得出。只报告右、下页边距造成的偏差。",
        "把右页边距设为2.6厘米，下页边距设为3.5厘米。", _SENTENCES,
    ),
)  # fmt: skip

"""Clause 7.2.7: the red line under the head."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import header, page
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.elements.head import is_red
from govdocs.layout.geometry.heights import line_height, space_between
from govdocs.layout.geometry.widths import left_indent, right_indent
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetBorder, SetIndent
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.tops import GLYPH_SHARE
from govdocs.layout.rules.basis.words import in_mm


def _colour(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    rule = letter.red_rule
    if rule is None or not letter.found.get(Element.MARK) or (rule.shape and not rule.colour):
        return
    if not is_red(rule.colour):
        colour = "黑色" if rule.colour in ("AUTO", "000000") else f"颜色{rule.colour}"
        mend = (
            ()
            if rule.shape or rule.table
            else (SetBorder(rule.paragraph, rule.side, colour="FF0000"),)
        )
        yield Deviation("版头中的分隔线", "红色", colour, (rule.paragraph,), remedies=mend)


def _width(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    rule = letter.red_rule
    if rule is None or letter.kind is not Kind.FILE or rule.table or rule.paragraph.holder != 0:
        return
    text = letter.file.section_of(rule.paragraph).text_width
    if not page.TEXT_WIDTH.allows(text):
        return
    number = letter.first(Element.NUMBER)
    if rule.shape is not None:
        width = rule.shape.width
    else:
        if rule.paragraph is number:
            return  # The number's own indents narrow its border; Word draws it to the text.
        width = text - mm(left_indent(rule.paragraph) + right_indent(rule.paragraph))
    if width is not None and not header.RED_RULE_WIDTH.allows(width):
        mend = () if rule.shape else (SetIndent(rule.paragraph, left=0, right=0),)
        yield Deviation(
            "红色分隔线", "与版心等宽（156毫米）", in_mm(width), (rule.paragraph,), remedies=mend
        )


def _distance(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    rule, numbers = letter.red_rule, letter.all(Element.NUMBER, Element.SIGNER)
    if rule is None or rule.shape or rule.table or not numbers or letter.kind is not Kind.FILE:
        return
    last = numbers[-1]
    section = letter.file.section_of(last)
    line = line_height(last, section)[1]
    slack = max(line - last.lead.size * GLYPH_SHARE, 0.0)
    space = float(rule.paragraph.stated.get(f"border.{rule.side}.space", "0") or 0)
    if rule.paragraph is last:
        low, high = 0.0, space + slack
        if rule.side != "bottom":
            return
    else:
        between = space_between(letter.file, last, rule.paragraph)
        if between is None:
            return
        least, most = line_height(rule.paragraph, section) if rule.side == "bottom" else (0.0, 0.0)
        low, high = between[0] + least, between[1] + most + slack + space
    first, final = mm(low), mm(high)
    measure = header.RED_RULE_BELOW_NUMBER
    if not measure.allows(min(max(measure.value, first), final)):
        actual = f"{in_mm(first)}至{in_mm(final)}之间"
        yield Deviation("发文字号与红色分隔线的距离", "4毫米", actual, (rule.paragraph,))


RULES = (
    LayoutRule(
        "L141", "分隔线为红色", "7.2.7", Strength.MUST, _colour,
        "版头中的分隔线是否为红色；段落边框、表格边框和画出的直线都查。", "把边框或直线的颜色设为红色。",
        {"": "{label}是{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L142", "红色分隔线与版心等宽", "7.2.7", Strength.MUST, _width,
        "红色分隔线的长度是否等于版心宽156毫米。", "去掉该段的左右缩进，或把直线拉到版心宽。",
        {"": "{label}长{actual}，应{expected}"},
    ),
    LayoutRule(
        "L143", "红色分隔线在发文字号下4毫米", "7.2.7", Strength.MUST, _distance,
        "红色分隔线是否在发文字号之下4毫米处。由行高推算，只有无论如何都不合的才报告；画出的直线不查。",
        "调整分隔线所在段的行距或段前间距。", {"": "{label}为{actual}，应为{expected}"},
    ),
)  # fmt: skip

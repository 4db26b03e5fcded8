"""Clause 7.2.4: the mark of the issuing organ."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.finding import Level
from govdocs.gongwen import header
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.elements.head import is_red
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment, SetColour
from govdocs.layout.rules.basis.indents import off_centre
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.tops import wrong_top
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type

_HEADED = (Kind.FILE, Kind.LETTER, Kind.ORDER, Kind.MINUTES)


def _red(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    if letter.kind not in _HEADED:
        return
    # Clause 10 only recommends red for letters, orders and minutes.
    binding = letter.kind is Kind.FILE
    for paragraph, run in pieces(letter.all(Element.MARK)):
        if not is_red(run.colour):
            colour = "黑色" if run.colour in ("AUTO", "000000") else f"颜色{run.colour}"
            yield Deviation(
                "发文机关标志", "红色", colour, (paragraph,), variant="" if binding else "may",
                level=None if binding else Level.NOTE,
                remedies=(SetColour((run,), header.MARK_TYPE.colour),),
            )  # fmt: skip


def _centred(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    marks = letter.all(Element.MARK)
    if letter.kind not in (Kind.FILE, Kind.LETTER, Kind.ORDER) or len(marks) > 1:
        return  # Several lines are a joint mark, set in a table or side by side.
    for paragraph in marks:
        if off_centre(paragraph, letter.file.section_of(paragraph)):
            yield Deviation(
                "发文机关标志", "居中", "没有居中", (paragraph,),
                remedies=(SetAlignment(paragraph, "center"),)
                if paragraph.text == paragraph.text.strip() else (),
            )  # fmt: skip


def _face(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    yield from wrong_type(
        "发文机关标志", pieces(letter.all(Element.MARK)), house, families=("小标宋",), mend=False
    )


def _top(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    yield from wrong_top(letter, Kind.FILE, header.MARK_DOWN)


RULES = (
    LayoutRule(
        "L121", "发文机关标志为红色", "7.2.4", Strength.MUST, _red,
        "发文机关标志的文字是否为红色。信函、命令（令）、纪要格式的标准只是推荐，只作提示。", "把发文机关标志的字体颜色设为红色（255,0,0）。",
        {"": "{label}是{actual}，应为{expected}", "may": "{label}是{actual}，推荐用{expected}"},
    ),
    LayoutRule(
        "L122", "发文机关标志居中", "7.2.4", Strength.MUST, _centred,
        "发文机关标志是否居中；联合行文的多行标志不查。", "设为居中，缩进设为0。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L123", "发文机关标志用小标宋", "7.2.4", Strength.MAY, _face,
        "发文机关标志的字体，标准推荐小标宋体，字号不限。", "可改用方正小标宋简体。", SENTENCES,
    ),
    LayoutRule(
        "L124", "发文机关标志的高度", "7.2.4", Strength.MUST, _top,
        "发文机关标志上边缘到版心上边缘是否为35毫米。由上方各行的高度推算，字在行中的位置不定，"
        "只有无论如何都不合的才报告；用文本框定位的不查。",
        "调整标志上方的空行或段前间距，使标志上边缘距版心上边缘35毫米。",
        {"": "{label}为{actual}，应为{expected}"},
    ),
)  # fmt: skip

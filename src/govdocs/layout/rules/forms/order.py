"""Clause 10.2: orders (命令、令)."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import special_forms
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment
from govdocs.layout.rules.basis.indents import off_centre, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.tops import wrong_top


def _top(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    yield from wrong_top(letter, Kind.ORDER, special_forms.ORDER_MARK_DOWN)


def _number(letter: Letter) -> Paragraph | None:
    return letter.first(Element.NUMBER) if letter.kind is Kind.ORDER else None


def _centred(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    number = _number(letter)
    if number is not None and off_centre(number, letter.file.section_of(number)):
        typed = number.text != number.text.strip()
        yield Deviation(
            "令号", "居中", "没有居中", (number,),
            remedies=() if typed else (SetAlignment(number, "center"),),
        )  # fmt: skip


def _below_mark(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    mark, number = letter.last(Element.MARK), _number(letter)
    if mark is None or number is None:
        return
    actual = wrong_lines(letter, mark, number, 2)
    if actual is not None:
        yield Deviation("命令（令）标志与令号之间", "空2行", f"空{actual}", (number,))


def _above_text(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    number, texts = _number(letter), letter.all(Element.TEXT, Element.HEADING_1)
    if number is None or not texts or letter.first(Element.TITLE) or letter.red_rule:
        return
    actual = wrong_lines(letter, number, texts[0], 2)
    if actual is not None:
        yield Deviation("令号与正文之间", "空2行", f"空{actual}", (texts[0],))


_LINES = {"": "{label}{actual}，应{expected}"}
RULES = (
    LayoutRule(
        "L311", "命令（令）标志的高度", "10.2", Strength.MUST, _top,
        "命令（令）标志上边缘到版心上边缘是否为20毫米；由上方各行的高度推算，只有无论如何都不合的才报告。",
        "调整标志上方的空行或段前间距。", {"": "{label}为{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L312", "令号居中", "10.2", Strength.MUST, _centred,
        "令号（第1号的样子）是否居中。", "设为居中，缩进设为0。", _LINES,
    ),
    LayoutRule(
        "L313", "令号上空二行", "10.2", Strength.MUST, _below_mark,
        "命令（令）标志与令号之间是否空二行，四舍五入到行。", "在标志与令号之间留两个空行。", _LINES,
    ),
    LayoutRule(
        "L314", "令号与正文之间空二行", "10.2", Strength.MUST, _above_text,
        "令号与正文之间是否空二行，四舍五入到行；令号下另有标题或分隔线的不查。",
        "在令号与正文之间留两个空行。", _LINES,
    ),
)  # fmt: skip

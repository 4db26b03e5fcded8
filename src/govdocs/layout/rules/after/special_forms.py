"""Clauses 10.1 and 10.3: letters (信函) and minutes, where they differ from the usual form."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Measure, Strength
from govdocs.gongwen.units import mm
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.geometry.widths import left_indent, right_indent
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_mm
from govdocs.layout.rules.sheet.page_number import page_numbers

LETTER_RULE = Measure("信函格式红色双线长", 170, "mm", "10.1")


def _attendance(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    if letter.kind is not Kind.MINUTES:
        return
    for paragraph in letter.all(Element.TEXT):
        found = patterns.ATTENDANCE.match(paragraph.plain)
        if found is None or found[1] not in ("出席", "请假", "列席"):
            continue
        label = [(p, run) for p, run in pieces([paragraph]) if found[1] in run.text][:1]
        yield from wrong_type(
            f"“{found[1]}”", label, house, families=("黑体",), points=16, mend=False
        )


def _double_line(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    rule = letter.red_rule
    if letter.kind is not Kind.LETTER or rule is None or rule.paragraph.holder != 0:
        return
    if rule.shape is not None:
        width = rule.shape.width
    else:
        indents = left_indent(rule.paragraph) + right_indent(rule.paragraph)
        width = letter.file.section_of(rule.paragraph).text_width - mm(indents)
    if width is not None and not LETTER_RULE.allows(width):
        yield Deviation("信函格式的红色双线", "170毫米", in_mm(width), (rule.paragraph,))


def _first_page(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    section = letter.file.sections[0]
    if letter.kind is not Kind.LETTER:
        return
    which = "first" if section.title_page else "default"
    if page_numbers(letter, section, which):
        yield Deviation("首页", "不显示页码", "显示页码", section=section)


RULES = (
    LayoutRule(
        "L301", "信函格式的红色双线", "10.1", Strength.MUST, _double_line,
        "信函格式中发文机关标志下的红色双线是否长170毫米（居中，左右各超出版心）。",
        "把双线拉到170毫米。", {"": "{label}长{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L302", "信函格式首页不显示页码", "10.1", Strength.MUST, _first_page,
        "信函格式的首页是否不显示页码。", "启用“首页不同”，首页页脚留空。",
        {"": "{label}{actual}，信函格式应{expected}"},
    ),
    LayoutRule(
        "L321", "纪要中“出席”“请假”“列席”", "10.3", Strength.MAY, _attendance,
        "纪要的“出席”“请假”“列席”各字是否用3号黑体；纪要可由各机关自定版式，所以只作提示。",
        "设为黑体、3号。", SENTENCES,
    ),
)  # fmt: skip

"""Clause 7.3.6: the note under the date."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.geometry.widths import rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.indents import begins_at, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_characters
from govdocs.layout.rules.body.paragraphs import indent_remedy


def _brackets(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.NOTE):
        text = paragraph.plain
        if not (text.startswith("（") and text.endswith("）")):
            yield Deviation("附注", "加圆括号（）", f"{text[0]}…{text[-1]}", (paragraph,))


def _indent(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.NOTE):
        begins = begins_at(paragraph)
        if begins is not None and rounded(begins) != 2:
            yield Deviation(
                "附注", "居左空2字", f"左空{in_characters(begins)}", (paragraph,),
                remedies=indent_remedy(paragraph, 2),
            )  # fmt: skip


def _below_date(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    date, note = letter.first(Element.DATE), letter.first(Element.NOTE)
    if date is None or note is None:
        return
    actual = wrong_lines(letter, date, note, 0)
    if actual is not None:
        yield Deviation("附注", "在成文日期的下一行", f"与成文日期之间空{actual}", (note,))


RULES = (
    LayoutRule(
        "L201", "附注加圆括号", "7.3.6", Strength.MUST, _brackets,
        "附注（联系人、电话等）是否写在全角圆括号内。", "写作“（联系人：…，电话：…）”；--fix 不改文字。",
        {"": "{label}的首尾是“{actual}”，应{expected}"},
    ),
    LayoutRule(
        "L202", "附注左空二字", "7.3.6", Strength.MUST, _indent,
        "附注是否居左空二字。", "首行缩进设为2字符。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L203", "附注在成文日期下一行", "7.3.6", Strength.MUST, _below_date,
        "附注是否编排在成文日期的下一行，四舍五入到行。", "删去成文日期与附注之间的空行。",
        {"": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

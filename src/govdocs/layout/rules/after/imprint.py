"""Clause 7.4: the imprint."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import imprint
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.geometry.widths import (
    character_width,
    left_indent,
    line_width,
    right_indent,
    rounded,
    text_width,
)
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent
from govdocs.layout.rules.basis.indents import begins_at
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_characters

_NAMES_AT = 4
"""抄送机关 begin one character in, after the three of 抄送：."""
_CELL_MARGIN = 0.5
"""Word's own margin of a cell, in characters of 4号, and a little more."""


def _copies_type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = imprint.COPIES_TYPE
    copies = letter.all(Element.COPIES)
    yield from wrong_type(kind.name, pieces(copies), house, families=("仿宋",), points=kind.points)


def _copies(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.COPIES):
        last = _end(letter, paragraph)
        if not last.plain.endswith("。"):
            yield Deviation("抄送机关", "句号", last.plain[-1], (last,), variant="end")
        if paragraph.plain[2] != "：":
            yield Deviation(
                "“抄送”", "全角冒号“：”", paragraph.plain[2], (paragraph,), variant="colon"
            )
        begins = begins_at(paragraph)
        if begins is not None and rounded(begins) != 1:
            typed = paragraph.text != paragraph.text.lstrip()
            width = character_width(paragraph)
            hanging = 3 * width
            yield Deviation(
                "抄送机关", "空1字", f"左空{in_characters(begins)}", (paragraph,), variant="left",
                remedies=() if typed else (SetIndent(paragraph, left=width + hanging, first=-hanging),),
            )  # fmt: skip
        right = right_indent(paragraph) / character_width(paragraph)
        if begins is not None and rounded(right) != 1:
            yield Deviation(
                "抄送机关", "空1字", f"右空{in_characters(right)}", (paragraph,), variant="right",
                remedies=(SetIndent(paragraph, right=character_width(paragraph)),),
            )  # fmt: skip
        yield from _wrap(letter, paragraph)


def _end(letter: Letter, copies: Paragraph) -> Paragraph:
    """Return the paragraph in which the list that begins at ``copies`` ends."""
    last = copies
    known = letter.all(Element.COPIES, Element.PRINTER)
    for paragraph in letter.file.paragraphs[copies.order :]:
        other = any(paragraph is p for p in known) or paragraph.holder != copies.holder
        if paragraph.blank or other or not last.plain.endswith(("，", "、", "；", ",")):
            break
        last = paragraph
    return last


def _wrap(letter: Letter, paragraph: Paragraph) -> Iterator[Deviation]:
    """Yield a deviation where lines that surely wrap are not flush with the first name."""
    free = line_width(paragraph, letter.file.section_of(paragraph))
    size = character_width(paragraph)
    begins = begins_at(paragraph)
    if free is None or begins is None or "\n" in paragraph.text or rounded(begins) != 1:
        return
    if text_width(paragraph.runs) < free:
        return
    left = left_indent(paragraph) / size
    if rounded(left) != _NAMES_AT:
        yield Deviation(
            "抄送机关的回行", "与冒号后的首字对齐（左空4字）", f"左空{in_characters(left)}", (paragraph,),
            variant="wrap", remedies=(SetIndent(paragraph, left=4 * size, first=-3 * size),)
            if paragraph.text == paragraph.text.lstrip() else (),
        )  # fmt: skip


def _printer_type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = imprint.PRINTER_TYPE
    printer = letter.all(Element.PRINTER)
    yield from wrong_type(kind.name, pieces(printer), house, families=("仿宋",), points=kind.points)


def _printer(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    found = letter.all(Element.PRINTER)
    for paragraph in found:
        match = patterns.PRINTED.match(paragraph.plain)
        if match is None or not match["word"]:
            continue
        if match["word"] != "印发":
            yield Deviation("印发日期", "印发", match["word"], (paragraph,), variant="word")
        if not patterns.SOUND_DATE.match(match["date"]):
            yield Deviation("印发日期", "2018年5月8日", match["date"], (paragraph,), variant="date")
        yield from _dated(paragraph)
        begins = begins_at(paragraph)
        if begins is not None and match["organ"] and rounded(begins) != 1:
            typed = paragraph.text != paragraph.text.lstrip()
            yield Deviation(
                "印发机关", "左空1字", f"左空{in_characters(begins)}", (paragraph,), variant="left",
                remedies=() if typed
                else (SetIndent(paragraph, left=character_width(paragraph), first=0),),
            )  # fmt: skip


def _dated(paragraph: Paragraph) -> Iterator[Deviation]:
    """Yield a deviation where a date that is set to the right is not one character in."""
    if paragraph.alignment != "right" or paragraph.text != paragraph.text.rstrip():
        return
    gap = right_indent(paragraph) / character_width(paragraph)
    # A cell's own margin comes on top of the indent.
    widest = gap + (_CELL_MARGIN if paragraph.table is not None else 0.0)
    if not rounded(gap) <= 1 <= rounded(widest):
        yield Deviation(
            "印发日期", "右空1字", f"右空{in_characters(gap)}", (paragraph,), variant="left",
            remedies=(SetIndent(paragraph, right=character_width(paragraph)),),
        )  # fmt: skip


RULES = (
    LayoutRule(
        "L223", "抄送机关4号仿宋", "7.4.2", Strength.USUAL, _copies_type,
        "抄送机关是否用4号仿宋。", "设为仿宋_GB2312、4号。", SENTENCES,
    ),
    LayoutRule(
        "L224", "抄送机关的排法", "7.4.2", Strength.USUAL, _copies,
        "抄送机关是否左右各空一字、回行与冒号后的首字对齐，“抄送”后是否为全角冒号，最后是否标句号。",
        "左缩进4字符、悬挂缩进3字符，右缩进1字符，最后标句号。",
        {
            "end": "{label}最后是“{actual}”，一般标{expected}",
            "colon": "{label}后是“{actual}”，应为{expected}",
            "left": "{label}{actual}，一般{expected}",
            "right": "{label}{actual}，一般{expected}",
            "wrap": "{label}{actual}，一般{expected}",
        },
    ),
    LayoutRule(
        "L225", "印发机关和印发日期4号仿宋", "7.4.3", Strength.USUAL, _printer_type,
        "印发机关和印发日期是否用4号仿宋。", "设为仿宋_GB2312、4号。", SENTENCES,
    ),
    LayoutRule(
        "L226", "印发机关和印发日期的排法", "7.4.3", Strength.USUAL, _printer,
        "印发机关是否左空一字；印发日期是否右空一字（单独成段、右对齐的才查）、用阿拉伯数字写全、不编虚位，后加“印发”二字。",
        "左缩进1字符；日期写作“2018年5月8日印发”的样子。",
        {
            "word": "{label}后是“{actual}”，一般写“{expected}”",
            "date": "{label}写作“{actual}”，一般写作“{expected}”的样子",
            "left": "{label}{actual}，一般{expected}",
        },
    ),
)  # fmt: skip

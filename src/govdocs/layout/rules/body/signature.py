"""Clause 7.3.5: signature and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.gongwen.page import BODY_TYPE
from govdocs.gongwen.units import points
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.elements.seal import seals
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.shape import Shape
from govdocs.layout.geometry.widths import character_width, rounded, span
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import HALF_UNIT
from govdocs.layout.rules.basis.words import in_characters

_SIDE_BY_SIDE = re.compile(r"(部|厅|局|委|会|府|院|办公室)[ \u3000]{2,}\S{3}")
"""Several organs on one line, typed apart."""


def _form(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.DATE):
        text = paragraph.plain
        if patterns.SOUND_DATE.match(text):
            continue
        found = patterns.ARABIC_DATE.match(text)
        if found is None:
            variant = "marks" if text[0].isascii() else "chinese"
        elif len(found[1]) != 4:
            variant = "year"
        elif found[2].startswith("0") or found[3].startswith("0"):
            variant = "zero"
        else:
            continue
        yield Deviation("成文日期", "2018年5月8日", text, (paragraph,), variant=variant)


def _place(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    date, signatures = letter.first(Element.DATE), letter.all(Element.SIGNATURE)
    if date is None or not signatures:
        return
    sealed = bool(seals(letter))
    if len(signatures) != 1 or date.holder != signatures[0].holder:
        # Joint signatures stand side by side or in a table: under their seals only the date is sure.
        if sealed and _judgeable(date):
            found = [_date_of_sealed(letter, date, gaps=gaps) for gaps in (False, True)]
            if all(found):
                yield from found[0]
        return
    shapes = [*signatures[0].shapes, *date.shapes]
    if shapes and not (sealed and all(s.kind == "picture" and _floats(s) for s in shapes)):
        return
    if _SIDE_BY_SIDE.search(signatures[0].text.strip()):
        return
    if not _judgeable(date) or not _of_body_size(signatures[0]):
        return
    found = [
        _judged(letter, date, signatures[0], gaps=gaps, sealed=sealed) for gaps in (False, True)
    ]
    # Wrong only where it is wrong with and without gaps between figures and characters.
    if all(found):
        yield from found[0]


def _floats(shape: Shape) -> bool:
    return shape.anchor is not None and not shape.anchor.wraps


def _of_body_size(paragraph: Paragraph) -> bool:
    return abs(paragraph.lead.size - BODY_TYPE.points) < HALF_UNIT


def _judgeable(date: Paragraph) -> bool:
    """Tell whether type and form are right: what is wrong with them is told by their own rules."""
    return _of_body_size(date) and patterns.SOUND_DATE.match(date.plain) is not None


def _date_of_sealed(letter: Letter, date: Paragraph, *, gaps: bool) -> list[Deviation]:
    section = letter.file.section_of(date)
    place = span(date, section, gaps=gaps)
    if place is None:
        return []
    right = (points(section.text_width) - place[1]) / character_width(date)
    if rounded(right) == 4:
        return []
    return [
        Deviation(
            "成文日期", "右空4字", f"右空{in_characters(right)}", (date,), variant="sealed"
        )
    ]  # fmt: skip


def _judged(
    letter: Letter, date: Paragraph, signature: Paragraph, *, gaps: bool, sealed: bool
) -> list[Deviation]:
    section = letter.file.section_of(date)
    of_date, of_name = span(date, section, gaps=gaps), span(signature, section, gaps=gaps)
    if of_date is None or of_name is None:
        return []
    size, width = character_width(date), points(section.text_width)
    date_right, name_right = (width - of_date[1]) / size, (width - of_name[1]) / size
    middle = abs(sum(of_date) - sum(of_name)) / 2 / size
    shift = (of_date[0] - of_name[0]) / size
    # Sealed (7.3.5.1), without a seal in both of its forms (7.3.5.2).
    if rounded(date_right) == 4:
        if rounded(middle) == 0:
            return []
        return [
            Deviation(
                "发文机关署名", "以成文日期为准居中", f"偏离{in_characters(middle)}", (signature,),
                variant="centre",
            )
        ]  # fmt: skip
    if sealed:
        return _date_of_sealed(letter, date, gaps=gaps)
    plain = rounded(name_right) == 2 and rounded(shift) == 2
    if plain or rounded(date_right) == 2:
        return []
    return [
        Deviation(
            "成文日期",
            "加盖印章的右空4字；不加盖印章的，署名右空2字、日期首字比署名首字右移2字，或日期右空2字",
            f"右空{in_characters(date_right)}",
            (date,),
        )
    ]


RULES = (
    LayoutRule(
        "L191", "成文日期的写法", "7.3.5.4", Strength.MUST, _form,
        "成文日期是否用阿拉伯数字写全年、月、日，月、日不编虚位（1不编为01）。",
        "写作2018年5月8日的样子；--fix 不改文字。",
        {
            "chinese": "{label}“{actual}”没有用阿拉伯数字，应写作“{expected}”的样子",
            "marks": "{label}“{actual}”没有写明年、月、日，应写作“{expected}”的样子",
            "year": "{label}“{actual}”的年份没有写全，应写作“{expected}”的样子",
            "zero": "{label}“{actual}”的月或日编了虚位，应写作“{expected}”的样子",
        },
    ),
    LayoutRule(
        "L192", "署名和成文日期的位置", "7.3.5", Strength.USUAL, _place,
        "成文日期和署名是否合于加盖印章、不加盖印章中的一种排法。文件里没有印章图片时，是否盖章看不出，合于任何一种都可以；"
        "有印章图片的，按加盖印章的排法查。联合行文的，有印章图片才查成文日期；用表格或文本框排的不查。",
        "加盖印章的：日期右缩进4字符，署名以日期居中。不加盖印章的：署名右缩进2字符，日期首字右移2字。",
        {
            "": "{label}{actual}，不合于任何一种排法（{expected}）",
            "sealed": "文件里有印章图片，而{label}{actual}，加盖印章的一般{expected}",
            "centre": "{label}没有以成文日期居中（{actual}），一般{expected}",
        },
    ),
)  # fmt: skip

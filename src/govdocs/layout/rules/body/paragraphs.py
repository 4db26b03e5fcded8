"""Clause 7.3.3: paragraphs and headings of the text."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import body
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.geometry.widths import (
    character_width,
    leading_blanks,
    left_indent,
    rounded,
    text_width,
)
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent
from govdocs.layout.rules.basis.indents import begins_at
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_characters
from govdocs.layout.rules.sheet.text_area import HEADINGS

_FAMILIES = ("黑体", "楷体", "仿宋", "仿宋")


def indent_remedy(paragraph: Paragraph, characters: int) -> tuple[SetIndent, ...]:
    """Move a first line in by whole characters, blanks typed before it counted; lines below flush."""
    if paragraph.label:
        return ()
    width = character_width(paragraph)
    first = characters * width - leading_blanks(paragraph)
    return () if first < -0.5 else (SetIndent(paragraph, left=0, first=max(first, 0.0)),)


def _indent(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.TEXT, *HEADINGS):
        begins = begins_at(paragraph)
        if begins is None or paragraph.shapes:
            continue
        wanted = int(body.PARAGRAPH_INDENT.value)
        if rounded(begins) != wanted:
            yield Deviation(
                "自然段", "左空2字", f"左空{in_characters(begins)}", (paragraph,), variant="first",
                remedies=indent_remedy(paragraph, wanted),
            )  # fmt: skip
            continue
        left = left_indent(paragraph) / character_width(paragraph)
        several = text_width(paragraph.runs) > 40 * character_width(paragraph)
        if rounded(left) != 0 and several and not paragraph.label:
            yield Deviation(
                "自然段", "顶格", f"左空{in_characters(left)}", (paragraph,), variant="wrap",
                remedies=indent_remedy(paragraph, wanted),
            )  # fmt: skip


def _headings(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for element, family, kind in zip(HEADINGS, _FAMILIES, body.HEADING_TYPES, strict=True):
        yield from wrong_type(
            f"{element.value}（{kind.name.split()[1]}）", pieces(letter.all(element)), house,
            families=(family,), points=kind.points,
        )  # fmt: skip


def _numerals(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for element, sound, pattern in zip(
        HEADINGS, patterns.SOUND_HEADINGS, patterns.HEADINGS, strict=True
    ):
        for paragraph in letter.all(element):
            if sound.match(paragraph.plain):
                continue
            found = pattern.match(paragraph.plain)
            wanted = ("一、", "（一）", "1.", "（1）")[HEADINGS.index(element)]
            yield Deviation(element.value, wanted, found[0] if found else "", (paragraph,))


RULES = (
    LayoutRule(
        "L171", "自然段左空二字", "7.3.3", Strength.MUST, _indent,
        "正文和标题的每个自然段是否左空二字、回行顶格；居中、居右的段落和表格里的不查。",
        "首行缩进设为2字符，左缩进设为0；不要用空格代替缩进。",
        {
            "first": "{label}{actual}，应{expected}",
            "wrap": "{label}的回行{actual}，应{expected}",
        },
    ),
    LayoutRule(
        "L172", "各层标题的字体", "7.3.3", Strength.USUAL, _headings,
        "单独成段的标题：第一层用黑体，第二层用楷体，第三、四层用仿宋，都是3号。加粗不查。",
        "按层次设置字体，字号3号。", SENTENCES,
    ),
    LayoutRule(
        "L173", "结构层次序数", "7.3.3", Strength.MAY, _numerals,
        "单独成段的标题，序数是否写作“一、”“（一）”“1.”“（1）”。", "把序数后的标点和括号改为标准写法。",
        {"": "{label}的序数写作“{actual}”，标准的写法是“{expected}”"},
    ),
)  # fmt: skip

"""Clause 7.3.2: the addressee."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.geometry.widths import rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment, SetIndent
from govdocs.layout.rules.basis.indents import begins_at, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_characters
from govdocs.layout.rules.sheet.text_area import HEADINGS


def _flush(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.ADDRESSEE):
        if paragraph.alignment in ("center", "right") and paragraph.table is None:
            where = "居中" if paragraph.alignment == "center" else "居右"
            yield Deviation(
                "主送机关",
                "居左顶格",
                where,
                (paragraph,),
                remedies=(SetAlignment(paragraph, "left"),),
            )
            continue
        begins = begins_at(paragraph)
        if begins is not None and rounded(begins) != 0:
            typed = paragraph.text != paragraph.text.lstrip()
            yield Deviation(
                "主送机关", "居左顶格", f"左空{in_characters(begins)}", (paragraph,),
                remedies=() if typed else (SetIndent(paragraph, left=0, first=0),),
            )  # fmt: skip


def _colon(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.ADDRESSEE)[-1:]:
        last = paragraph.plain[-1]
        if last != "：":
            variant = "half" if last == ":" else "none"
            yield Deviation("主送机关", "全角冒号“：”", last, (paragraph,), variant=variant)


def _line(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    title, addressee = letter.last(Element.TITLE), letter.first(Element.ADDRESSEE)
    if title is None or addressee is None:
        return
    actual = wrong_lines(letter, title, addressee, 1)
    if actual is not None:
        yield Deviation("标题与主送机关之间", "空1行", f"空{actual}", (addressee,))


def _text(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    addressee = letter.last(Element.ADDRESSEE)
    texts = letter.all(Element.TEXT, *HEADINGS)
    if addressee is None or not texts:
        return
    actual = wrong_lines(letter, addressee, texts[0], 0)
    if actual is not None:
        yield Deviation("正文", "在主送机关的下一行", f"与主送机关之间空{actual}", (texts[0],))


RULES = (
    LayoutRule(
        "L161", "主送机关顶格", "7.3.2", Strength.MUST, _flush,
        "主送机关是否居左顶格。", "设为左对齐，缩进设为0。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L162", "主送机关后标全角冒号", "7.3.2", Strength.MUST, _colon,
        "最后一个主送机关名称后是否标全角冒号。", "在最后一个主送机关名称后写“：”。",
        {
            "half": "{label}后是半角冒号“{actual}”，应为{expected}",
            "none": "{label}最后是“{actual}”，后面应标{expected}",
        },
    ),
    LayoutRule(
        "L163", "主送机关上空一行", "7.3.2", Strength.MUST, _line,
        "标题与主送机关之间是否空一行，四舍五入到行。", "在标题与主送机关之间留一个3号字的空行。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L164", "正文在主送机关下一行", "7.3.3", Strength.USUAL, _text,
        "正文是否编排在主送机关名称的下一行，四舍五入到行。", "删去主送机关与正文之间的空行。",
        {"": "{label}{actual}，一般{expected}"},
    ),
)  # fmt: skip

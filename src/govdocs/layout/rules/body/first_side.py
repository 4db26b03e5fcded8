"""Clauses 7.3.1 and 7.3.3: how a title is broken, and that the first side shows text."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.finding import Level
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm, points
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.geometry.flow import stretch_height
from govdocs.layout.geometry.widths import line_width, text_width
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_mm
from govdocs.layout.rules.sheet.text_area import HEADINGS


def _line_lengths(letter: Letter) -> list[float] | None:
    """Return the widths of the title's lines in points; None where Word breaks one by itself."""
    lengths: list[float] = []
    for paragraph in letter.all(Element.TITLE):
        free = line_width(paragraph, letter.file.section_of(paragraph))
        whole = text_width(paragraph.runs)
        texts = paragraph.text.split("\n")
        if free is None or "\t" in paragraph.text or paragraph.label:
            return None
        letters = max(sum(len(text.strip()) for text in texts), 1)
        parts = [whole * len(text.strip()) / letters for text in texts if text.strip()]
        if any(part > free for part in parts):
            return None
        lengths += parts
    return lengths


def _shape(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    lengths = _line_lengths(letter)
    if lengths is None or len(lengths) < 3:
        return
    character = max(letter.all(Element.TITLE)[0].lead.size, 1.0)
    inner = min(lengths[1:-1])
    if inner < min(lengths[0], lengths[-1]) - character:
        shown = "、".join(f"{round(length / character):g}字" for length in lengths)
        yield Deviation(
            "标题各行", "梯形或菱形", f"中间短、两头长（{shown}）", tuple(letter.all(Element.TITLE)),
            level=Level.WARNING,
        )  # fmt: skip


def _text(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    texts = letter.all(Element.TEXT, *HEADINGS)
    before = letter.all(Element.MARK, Element.NUMBER, Element.TITLE)
    if letter.kind not in (Kind.FILE, Kind.LETTER, Kind.ORDER) or not texts or not before:
        return
    first = texts[0]
    flow = letter.file.paragraphs
    if first.holder != 0 or before[0].order > first.order:
        return
    between = [p for p in flow[before[0].order : first.order] if p.new_page and p.holder == 0]
    if between:
        yield Deviation("首页", "显示正文", "正文从下一页开始", (first,))
        return
    section = letter.file.section_of(first)
    low, _high = stretch_height(letter.file, 0, first.order - 1)
    if low > points(section.text_height):
        actual = f"正文之前的内容至少高{in_mm(mm(low))}，占满了首页"
        yield Deviation("首页", "显示正文", actual, (first,))


RULES = (
    LayoutRule(
        "L154", "标题排成梯形或菱形", "7.3.1", Strength.MUST, _shape,
        "标题有三行以上时，是否排成梯形或菱形；各行长度由字数推算，由 Word 自动换行的不查。版面好坏终归要看，列为疑似。",
        "调整换行的位置，使各行由短到长、由长到短，或中间长、两头短。",
        {"": "{label}{actual}，应排成{expected}"},
    ),
    LayoutRule(
        "L174", "首页显示正文", "7.3.3", Strength.MUST, _text,
        "公文首页是否有正文：版头、标题、主送机关之后有没有分页，或是否高过版心。高度由固定行距推算。",
        "缩减版头、标题所占的行数；主送机关过多的，移到版记。", {"": "{label}应{expected}，而{actual}"},
    ),
)  # fmt: skip

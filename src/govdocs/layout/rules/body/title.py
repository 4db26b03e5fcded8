"""Clause 7.3.1: the title."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import body
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment
from govdocs.layout.rules.basis.indents import off_centre, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type


def _centred(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.TITLE):
        wrong = off_centre(paragraph, letter.file.section_of(paragraph))
        if wrong is None and paragraph.alignment in ("left", "right") and paragraph.part == "正文":
            wrong = "\t" not in paragraph.text and paragraph.text == paragraph.text.strip()
        if wrong:
            yield Deviation(
                "标题", "居中", "没有居中", (paragraph,),
                remedies=(SetAlignment(paragraph, "center"),)
                if paragraph.text == paragraph.text.strip() else (),
            )  # fmt: skip


def _type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = body.TITLE_TYPE
    yield from wrong_type(
        "标题", pieces(letter.all(Element.TITLE)), house, families=("小标宋",), points=kind.points
    )


def _lines(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    rule, title = letter.red_rule, letter.first(Element.TITLE)
    if rule is None or title is None or rule.shape or rule.table or letter.kind is not Kind.FILE:
        return
    actual = wrong_lines(letter, rule.paragraph, title, 2)
    if actual is not None:
        yield Deviation("红色分隔线与标题之间", "空2行", f"空{actual}", (title,))


RULES = (
    LayoutRule(
        "L151", "标题居中", "7.3.1", Strength.MUST, _centred,
        "标题各行是否居中；带着首行缩进的居中也算没有居中。", "设为居中，首行缩进设为“无”。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L152", "标题2号小标宋", "7.3.1", Strength.USUAL, _type,
        "标题是否用2号（22磅）小标宋体。", "设为方正小标宋简体、2号。", SENTENCES,
    ),
    LayoutRule(
        "L153", "标题上空二行", "7.3.1", Strength.USUAL, _lines,
        "红色分隔线与标题之间是否空二行，四舍五入到行。", "在分隔线与标题之间留两个3号字的空行。",
        {"": "{label}{actual}，一般{expected}"},
    ),
)  # fmt: skip

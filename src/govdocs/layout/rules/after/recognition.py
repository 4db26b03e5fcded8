"""What was not recognised is said, so that silence is not taken for agreement."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule

_EXPECTED = (Element.MARK, Element.NUMBER, Element.TITLE, Element.DATE)
_NEEDLESS = {Kind.ORDER: {Element.TITLE}, Kind.MINUTES: {Element.NUMBER, Element.DATE}}
"""An order has a text but no title; minutes are numbered and dated under their mark."""


def _unknown(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    needless = _NEEDLESS.get(letter.kind, set[Element]())
    missing = [e.value for e in _EXPECTED if not letter.found.get(e) and e not in needless]
    section = letter.file.sections[0]
    if not letter.recognised:
        yield Deviation("文件", "", "、".join(missing), section=section, variant="none")
    elif missing:
        yield Deviation("文件", "", "、".join(missing), section=section, variant="some")


RULES = (
    LayoutRule(
        "L100", "没有认出的要素", "7.1", Strength.MAY, _unknown,
        "发文机关标志、发文字号、标题、成文日期中没有认出的。没有认出的要素，其版式没有检查。",
        "确认文件中有没有这些要素；有的，看是否用了图片、艺术字或特殊写法。",
        {
            "none": "没有认出公文的要素（{actual}），只检查了纸张和页边距",
            "some": "没有认出{actual}，这些要素的版式没有检查",
        },
    ),
)  # fmt: skip

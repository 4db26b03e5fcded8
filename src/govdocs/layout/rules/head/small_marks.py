"""Clauses 7.2.1 to 7.2.3: copy number, secrecy, urgency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.gongwen import header
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.geometry.widths import rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent
from govdocs.layout.rules.basis.indents import begins_at
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_characters

_ORDER = (Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY)


def _flush(letter: Letter, element: Element) -> Iterator[Deviation]:
    for paragraph in letter.all(element):
        begins = begins_at(paragraph)
        if begins is not None and rounded(begins) != 0:
            yield Deviation(
                element.value, "顶格", f"左空{in_characters(begins)}", (paragraph,), variant="place",
                remedies=(SetIndent(paragraph, left=0, first=0),)
                if paragraph.text == paragraph.text.lstrip() else (),
            )  # fmt: skip


def _copy_number(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.COPY_NUMBER):
        found = patterns.COPY_NUMBER.match(paragraph.plain)
        digits = found[1] if found else ""
        if len(digits) != header.COPY_NUMBER_DIGITS.value:
            yield Deviation("份号", "6位阿拉伯数字", digits, (paragraph,), variant="form")
        yield from wrong_type("份号", pieces([paragraph]), house, points=16)
    yield from _flush(letter, Element.COPY_NUMBER)


def _secrecy(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.SECRECY):
        found = patterns.SECRECY.match(paragraph.plain)
        term = found[2] if found else None
        if (
            found
            and term
            and not re.fullmatch(rf"{found[1]}★(?:\d+(?:年|个月|天)|长期)", paragraph.plain)
        ):
            yield Deviation(
                "密级和保密期限", f"{found[1]}★1年", paragraph.plain, (paragraph,), variant="form"
            )
    kind = header.SECRECY_TYPE
    yield from wrong_type(
        kind.name,
        pieces(letter.all(Element.SECRECY)),
        house,
        families=("黑体",),
        points=kind.points,
    )
    yield from _flush(letter, Element.SECRECY)


def _urgency(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = header.URGENCY_TYPE
    yield from wrong_type(
        kind.name,
        pieces(letter.all(Element.URGENCY)),
        house,
        families=("黑体",),
        points=kind.points,
    )
    yield from _flush(letter, Element.URGENCY)


def _order(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    found = [(p.order, element) for element in _ORDER for p in letter.all(element)[:1]]
    stands = [element.value for _, element in sorted(found, key=lambda pair: pair[0])]
    wanted = [element.value for _, element in found]
    if stands != wanted:
        paragraph = letter.all(*_ORDER)[0]
        yield Deviation("版头左上角各项", "、".join(wanted), "、".join(stands), (paragraph,))


_FORM = {
    **SENTENCES,
    "place": "{label}{actual}，应{expected}",
    "form": "{label}写作“{actual}”，一般为{expected}",
}
RULES = (
    LayoutRule(
        "L111", "份号", "7.2.1", Strength.USUAL, _copy_number,
        "份号是否为6位3号阿拉伯数字，顶格。", "写成6位数字（如000001），3号，左缩进设为0。", _FORM,
    ),
    LayoutRule(
        "L112", "密级和保密期限", "7.2.2", Strength.USUAL, _secrecy,
        "密级和保密期限是否用3号黑体、顶格，期限是否用阿拉伯数字写在★之后（机密★1年）。",
        "设为黑体、3号，左缩进设为0。", _FORM,
    ),
    LayoutRule(
        "L113", "紧急程度", "7.2.3", Strength.USUAL, _urgency,
        "紧急程度是否用3号黑体、顶格。", "设为黑体、3号，左缩进设为0。", _FORM,
    ),
    LayoutRule(
        "L114", "份号、密级、紧急程度的次序", "7.2.3", Strength.USUAL, _order,
        "三者同时标注时，是否自上而下依次为份号、密级和保密期限、紧急程度。",
        "调整三行的次序。", {"": "{label}自上而下是{actual}，应为{expected}"},
    ),
)  # fmt: skip

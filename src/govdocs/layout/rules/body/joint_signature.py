"""Clause 7.3.5: the signatures of several organs, and sides without text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule

_NO_TEXT = re.compile(r"^[（(]?此页无正文[）)]?$")


def _organs(letter: Letter) -> list[str]:
    """Return the organs of a joint mark in their order, 文件 taken off the last."""
    names = [p.plain for p in letter.all(Element.MARK) if p.plain != "文件"]
    if len(names) < 2:
        return []
    return [name.removesuffix("文件") for name in names]


def _order(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    organs, signed = _organs(letter), _by_rows(letter.all(Element.SIGNATURE))
    names = [p.plain for p in signed]
    if not organs or not names:
        return
    known = [name for name in names if name in organs]
    wanted = [name for name in organs if name in names]
    if len(set(known)) == len(known) and known != wanted:
        yield Deviation("署名", "、".join(wanted), "、".join(known), tuple(signed), variant="order")
        return
    missing = [name for name in organs if name not in names]
    # Offices sign with their full names, so other words need not be another organ.
    if missing and len(names) < len(organs) and len(known) == len(names):
        yield Deviation(
            "署名",
            "各发文机关都署名",
            f"没有{'、'.join(missing)}",
            tuple(signed),
            variant="missing",
        )


def _by_rows(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return sorted(paragraphs, key=lambda p: (p.table or 0, p.row or 0, p.column or 0, p.order))


def _no_text(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.file.paragraphs:
        if letter.recognised and paragraph.table is None and _NO_TEXT.match(paragraph.plain):
            yield Deviation("空白处", "调整行距、字距", paragraph.plain, (paragraph,))


RULES = (
    LayoutRule(
        "L193", "不用“此页无正文”", "7.3.5.5", Strength.MAY, _no_text,
        "排版后剩下的空白处不能容下印章或签名章、成文日期时，标准的办法是调整行距、字距，不再标“此页无正文”。",
        "删去“此页无正文”，调整行距或字距，使正文与署名同面。",
        {"": "{label}写了“{actual}”，标准的办法是{expected}"},
    ),
    LayoutRule(
        "L194", "联合行文署名的次序", "7.3.5", Strength.USUAL, _order,
        "联合行文的署名是否按发文机关标志中的次序排列，有没有缺漏；名称与标志写法不同的不查。",
        "按发文机关标志中的次序排列署名。",
        {"order": "{label}的次序是{actual}，一般为{expected}", "missing": "{label}{actual}，一般{expected}"},
    ),
)  # fmt: skip

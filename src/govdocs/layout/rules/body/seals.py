"""Clause 7.3.5.1: where the picture of a seal lies over signature and date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from govdocs.gongwen.body import SEALED_DATE_INDENT
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm, points
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.elements.seal import Seal, seals
from govdocs.layout.geometry.flow import stretch_height
from govdocs.layout.geometry.heights import Interval, line_height
from govdocs.layout.geometry.widths import character_width, rounded, span
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_mm

READ_BY_EYE = 2.0
"""Millimetres by which a picture's own margin may stick out or touch."""


def _pressed(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    date, found = letter.first(Element.DATE), seals(letter)
    if date is None or len(found) != 1 or len(letter.all(Element.SIGNATURE)) > 1:
        return
    seal, section = found[0], letter.file.section_of(date)
    place = seal.across(section.margins["left"])
    spans = [s for gaps in (False, True) if (s := span(date, section, gaps=gaps))]
    middles = [sum(s) / 2 for s in spans]
    right = [rounded((points(section.text_width) - s[1]) / character_width(date)) for s in spans]
    # A date out of its place is told by its own rule.
    if place is not None and SEALED_DATE_INDENT.value in right:
        off = [abs(points(sum(place) / 2) - middle) for middle in middles]
        if min(off) >= character_width(date):
            yield Deviation(
                "印章",
                "以成文日期居中",
                f"中心偏离成文日期至少{in_mm(mm(min(off)))}",
                (seal.paragraph,),
            )
            return
    anchor, height = seal.shape.anchor, seal.shape.height
    top = _down_to_date(letter, seal)
    if anchor is None or anchor.down.offset is None or height is None or top is None:
        return
    if anchor.down.since not in ("paragraph", "line"):
        return
    line = mm(line_height(date, section)[1])
    if anchor.down.offset + height < mm(top[0]):
        yield Deviation("印章", "下压署名和成文日期", "在成文日期之上，没有压到", (seal.paragraph,))
    elif anchor.down.offset > mm(top[1]) + line:
        yield Deviation("印章", "下压署名和成文日期", "在成文日期之下，没有压到", (seal.paragraph,))


def _down_to_date(letter: Letter, seal: Seal) -> Interval | None:
    """Return how far under the top of the seal's paragraph the date's line begins, in points."""
    date = letter.first(Element.DATE)
    if date is None or date.holder != 0 or seal.paragraph.holder != 0:
        return None
    flow = letter.file.paragraphs
    here, there = seal.paragraph.order - 1, date.order - 1
    first, last = sorted((here, there))
    if any(p.new_page for p in flow[first + 1 : last + 1]):
        return None
    held = [p for p in flow[first:last] if p.holder == 0]
    low = high = 0.0
    for paragraph in held:
        # The seals float, so only the lines count.
        least, most = line_height(paragraph, letter.file.section_of(paragraph))
        low, high = low + least, high + most
    if stretch_height(letter.file, first, last)[0] > high:
        return None  # Paragraphs of several lines, or spaces between them.
    return (low, high) if here <= there else (-high, -low)


def _apart(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    found = seals(letter)
    if len(found) < 2:
        return
    section = letter.file.section_of(found[0].paragraph)
    places = [(seal, seal.across(section.margins["left"])) for seal in found]
    for seal, place in places:
        if place is None:
            continue
        out = max(-place[0], place[1] - section.text_width)
        if out > READ_BY_EYE:
            yield Deviation(
                "印章", "两端不超出版心", f"超出版心{in_mm(out)}", (seal.paragraph,), variant="out"
            )
    for (one, its), (other, others) in combinations(places, 2):
        if its is None or others is None or not _one_row(one, other):
            continue
        over = min(its[1], others[1]) - max(its[0], others[0])
        if over > READ_BY_EYE:
            yield Deviation(
                "印章", "互不相交或相切", f"重叠约{in_mm(over)}", (one.paragraph, other.paragraph)
            )


def _one_row(one: Seal, other: Seal) -> bool:
    """Tell whether two seals are counted from one line and lie equally high."""
    a, b = one.shape.anchor, other.shape.anchor
    if a is None or b is None or a.down.offset is None or b.down.offset is None:
        return False
    same = a.down.since == b.down.since and (
        a.down.since in ("page", "margin") or one.paragraph is other.paragraph
    )
    return same and abs(a.down.offset - b.down.offset) <= READ_BY_EYE


RULES = (
    LayoutRule(
        "L195", "印章居中下压署名和日期", "7.3.5.1", Strength.USUAL, _pressed,
        "文件里有印章图片（浮动的、近似正方形、边长28至65毫米，在署名和成文日期旁）的，印章中心是否对着成文日期，是否压到成文日期。"
        "只查位置按页面、页边距、栏或段落写明的；放在表格里的、签名章、印章顶端距正文是否在一行之内，都不查。",
        "移动印章图片，使署名和成文日期居印章中心偏下位置。", {"": "{label}{actual}，一般{expected}"},
    ),
    LayoutRule(
        "L196", "联合行文的印章互不相交", "7.3.5.1", Strength.USUAL, _apart,
        "有几个印章图片的，同一排的是否相交，是否超出版心。只查位置按页面、页边距、栏写明的；放在表格里的不查。",
        "移动印章图片，使其互不相交或相切，两端不超出版心，每排最多3个。",
        {"": "{label}{actual}，应{expected}", "out": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

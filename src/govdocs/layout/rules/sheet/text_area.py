"""Clauses 5.2.2 to 5.2.4: type, lines a side, characters a line, colour."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import page
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import points
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.paragraph import Run
from govdocs.layout.geometry.heights import line_height
from govdocs.layout.geometry.widths import rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetColour, SetLinePitch
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import HALF_UNIT, SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_points

HEADINGS = (Element.HEADING_1, Element.HEADING_2, Element.HEADING_3, Element.HEADING_4)
BLACK_ELEMENTS = (
    Element.NUMBER, Element.SIGNER, Element.TITLE, Element.ADDRESSEE, Element.TEXT, *HEADINGS,
    Element.ATTACHMENT_LIST, Element.SIGNATURE, Element.DATE, Element.NOTE,
    Element.ATTACHMENT_LABEL, Element.ATTACHMENT_TITLE, Element.COPIES, Element.PRINTER,
)  # fmt: skip


def _type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.TEXT):
        if paragraph.alignment not in ("left", "both"):
            continue  # A caption or a unit over a table, not running text.
        numbered = any(pattern.match(paragraph.plain) for pattern in patterns.HEADINGS)
        # A heading may run on into its paragraph and keeps its own face there.
        families: tuple[str, ...] = ("仿宋", "黑体", "楷体") if numbered else ("仿宋",)
        if letter.kind is Kind.MINUTES and patterns.ATTENDANCE.match(paragraph.plain):
            families = ("仿宋", "黑体")
        yield from wrong_type(
            "正文", pieces([paragraph]), house, families=families, points=page.BODY_TYPE.points
        )
    for element in (Element.ADDRESSEE, Element.ATTACHMENT_LIST, Element.SIGNATURE, Element.DATE,
                    Element.NOTE):  # fmt: skip
        yield from wrong_type(
            element.value, pieces(letter.all(element)), house, families=("仿宋",),
            points=page.BODY_TYPE.points,
        )  # fmt: skip


def _lines(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.TEXT, *HEADINGS):
        section = letter.file.section_of(paragraph)
        low, high = line_height(paragraph, section)
        if low > house.most_pitch or high < house.least_pitch:
            middle = (low + high) / 2
            height = points(page.TEXT_HEIGHT.value)
            yield Deviation(
                "正文行距", f"每面22行（行距约{in_points(page.LINE_PITCH_POINTS)}）",
                f"每面约{rounded(height / max(middle, 1))}行（行距{in_points(middle)}）"
                if low == high else f"行距{in_points(low)}至{in_points(high)}",
                (paragraph,), remedies=(SetLinePitch(paragraph, house.set_pitch),),
            )  # fmt: skip


def _characters(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph, run in pieces(letter.all(Element.TEXT)):
        section = letter.file.section_of(paragraph)
        if abs(run.size - page.BODY_TYPE.points) >= HALF_UNIT or not run.chinese:
            continue
        if not page.TEXT_WIDTH.allows(section.text_width):
            continue
        grid = (
            section.grid.character if section.grid.kind in ("linesAndChars", "snapToChars") else 0
        )
        count = rounded(points(section.text_width) / max(run.size + run.spacing + grid, 1))
        if count != page.CHARACTERS_A_LINE.value and len(run.text.strip()) > 1:
            yield Deviation("正文字距", "每行28字", f"每行约{count}字", (paragraph,))


def _black(run: Run, house: HouseStyle) -> bool:
    if len(run.colour) != 6:
        return True
    try:
        parts = [int(run.colour[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return True
    return max(parts) <= house.black_up_to


def _colour(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for element in BLACK_ELEMENTS:
        for paragraph, run in pieces(letter.all(element)):
            if not _black(run, house):
                yield Deviation(
                    element.value, "黑色", f"颜色{run.colour}", (paragraph,),
                    remedies=(SetColour((run,), "000000"),),
                )  # fmt: skip


RULES = (
    LayoutRule(
        "L104", "正文3号仿宋", "5.2.2", Strength.USUAL, _type,
        "正文、主送机关、附件说明、署名、日期和附注是否用3号（16磅）仿宋。仿宋的各种字库都算。",
        "选中这些文字，设为仿宋_GB2312、3号。", SENTENCES,
    ),
    LayoutRule(
        "L105", "每面22行", "5.2.3", Strength.USUAL, _lines,
        "由行距和版心高算出的每面行数。行距在28至30磅之间的都接受；“单倍行距”由字体决定，不能断定的不报告。",
        "把正文行距设为固定值28.95磅。", {"": "{label}折合{actual}，标准为{expected}"},
    ),
    LayoutRule(
        "L106", "每行28字", "5.2.3", Strength.USUAL, _characters,
        "由字号、字符间距和版心宽算出的每行字数，四舍五入。",
        "去掉加宽或紧缩的字符间距；要恰好28字的，紧缩0.25磅。", {"": "{label}折合{actual}，标准为{expected}"},
    ),
    LayoutRule(
        "L107", "文字为黑色", "5.2.4", Strength.USUAL, _colour,
        "发文机关标志以外的各要素文字是否为黑色或自动颜色。",
        "把字体颜色设为“自动”或黑色。", {"": "{label}有{actual}的文字，如无特殊说明为{expected}"},
    ),
)  # fmt: skip

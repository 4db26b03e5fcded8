"""Clause 10.1: letters (信函)."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import special_forms
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.geometry.heights import line_height
from govdocs.layout.geometry.widths import character_width, left_indent, right_indent, rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent
from govdocs.layout.rules.basis.indents import wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.tops import wrong_top
from govdocs.layout.rules.basis.words import in_characters, in_mm
from govdocs.layout.rules.sheet.page_number import page_numbers

_UPPER, _LOWER = ("thickThin", "上粗下细"), ("thinThick", "上细下粗")
_SMALL_MARKS = (Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY)


def _is_letter(letter: Letter) -> bool:
    return letter.kind is Kind.LETTER


def _widths(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    rule = letter.red_rule
    if not _is_letter(letter) or rule is None or rule.table or rule.paragraph.holder != 0:
        return
    if rule.shape is not None:
        width = rule.shape.width
    else:
        indents = left_indent(rule.paragraph) + right_indent(rule.paragraph)
        width = letter.file.section_of(rule.paragraph).text_width - mm(indents)
    measure = special_forms.LETTER_RULE_WIDTH
    if width is not None and not measure.allows(width):
        yield Deviation("信函格式的红色双线", "170毫米", in_mm(width), (rule.paragraph,))


def _first_footer(letter: Letter) -> list[Paragraph]:
    section = letter.file.sections[0]
    which = "first" if section.title_page else "default"
    return letter.file.footers.get(section.footers.get(which, ""), [])


def _border(paragraph: Paragraph) -> str:
    """Return the kind of line over or under a paragraph, or nothing."""
    for side in ("bottom", "top"):
        kind = paragraph.stated.get(f"border.{side}", "none")
        if kind not in ("none", "nil"):
            return kind
    return ""


def _double(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    if not _is_letter(letter):
        return
    rule = letter.red_rule
    lower = next((p for p in _first_footer(letter) if _border(p)), None)
    found = []
    if rule is not None and rule.side:
        found.append((rule.paragraph, rule.kind, _UPPER, "发文机关标志下的红线"))
    if lower is not None:
        found.append((lower, _border(lower), _LOWER, "距下页边的红线"))
    for paragraph, kind, (wanted, words), label in found:
        if not kind.startswith(wanted):
            actual = "单线" if kind == "single" else _said(kind)
            yield Deviation(label, f"双线（{words}）", actual, (paragraph,))


def _said(kind: str) -> str:
    for name, words in (_UPPER, _LOWER):
        if kind.startswith(name):
            return f"双线（{words}）"
    return "两线同样粗细的双线" if kind == "double" else "另一种线"


def _second(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    if not _is_letter(letter) or letter.red_rule is None:
        return
    section = letter.file.sections[0]
    measure = special_forms.LETTER_LAST_RULE_UP
    footer = _first_footer(letter)
    drawn = [p for p in footer if p.shapes or _border(p)]
    lines = [s for p in letter.file.paragraphs for s in p.shapes if s.kind != "picture"]
    if not drawn:
        # Any other drawing may be the line, in whatever part it is anchored.
        others = [p for found in letter.file.headers.values() for p in found if p.shapes]
        single = letter.red_rule.shape is None or len(lines) < 2
        pictured = any(s.kind == "picture" for p in letter.file.paragraphs for s in p.shapes)
        if not others and single and not pictured and not (lines and letter.red_rule.side):
            yield Deviation(
                "第二条红色双线", "距下页边20毫米处有一条（上细下粗）", "没有", section=section,
                variant="none",
            )  # fmt: skip
        return
    last = drawn[-1]
    if last is not footer[-1] or not _border(last) or "frame" in last.stated:
        return
    low = section.margins["footer"]
    side = "bottom" if last.stated.get("border.bottom", "none") not in ("none", "nil") else "top"
    height = 0.0 if side == "bottom" else mm(line_height(last, section)[1])
    after = mm(last.stated_number("after") / 20)
    if not measure.allows(min(max(measure.value, low), low + height + after)):
        yield Deviation(
            "第二条红色双线", "距下页边20毫米", f"距下页边{in_mm(low + height + after)}", (last,)
        )


def _first_page(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    section = letter.file.sections[0]
    if not _is_letter(letter):
        return
    which = "first" if section.title_page else "default"
    if page_numbers(letter, section, which):
        yield Deviation("首页", "不显示页码", "显示页码", section=section)


def _top(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    measure = special_forms.LETTER_MARK_DOWN
    yield from wrong_top(letter, Kind.LETTER, measure, from_sheet=True)


def _number(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    number = letter.first(Element.NUMBER)
    if not _is_letter(letter) or number is None or number.table is not None:
        return
    gap = right_indent(number) / character_width(number)
    typed = number.text != number.text.rstrip()
    if rounded(gap) != 0 and not typed and "frame" not in number.stated:
        yield Deviation(
            "信函格式的发文字号", "居右顶格", f"右空{in_characters(gap)}", (number,),
            remedies=(SetIndent(number, right=0),),
        )  # fmt: skip


def _title(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    title = letter.first(Element.TITLE)
    above = letter.all(Element.NUMBER, *_SMALL_MARKS)
    if not _is_letter(letter) or title is None or not above:
        return
    actual = wrong_lines(letter, above[-1], title, 2)
    if actual is not None:
        yield Deviation("标题与其上最后一个要素之间", "空2行", f"空{actual}", (title,))


def _imprint(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    printer = letter.first(Element.PRINTER)
    if _is_letter(letter) and printer is not None:
        yield Deviation("版记", "不加印发机关和印发日期", "有印发机关和印发日期", (printer,))


RULES = (
    LayoutRule(
        "L301", "信函格式的红色双线", "10.1", Strength.MUST, _widths,
        "信函格式中发文机关标志下的红色双线是否长170毫米（居中，左右各超出版心）。",
        "把双线拉到170毫米。", {"": "{label}长{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L302", "信函格式首页不显示页码", "10.1", Strength.MUST, _first_page,
        "信函格式的首页是否不显示页码。", "启用“首页不同”，首页页脚留空。",
        {"": "{label}{actual}，信函格式应{expected}"},
    ),
    LayoutRule(
        "L303", "信函格式标志的高度", "10.1", Strength.MUST, _top,
        "信函格式的发文机关标志上边缘到上页边是否为30毫米。由上方各行的高度推算，图文框按其位置，"
        "只有无论如何都不合的才报告；用文本框定位的不查。",
        "把标志放进图文框或页眉，使其上边缘距上页边30毫米。", {"": "{label}为{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L304", "信函格式双线的粗细", "10.1", Strength.MUST, _double,
        "用段落边框画的红线：发文机关标志下的是否为上粗下细的双线，首页下方的是否为上细下粗的双线。",
        "在“边框”中选相应的双线样式。", {"": "{label}是{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L305", "信函格式的第二条红色双线", "10.1", Strength.MUST, _second,
        "首页距下页边20毫米处是否有第二条红色双线。有图片或多条画出的线时无法断定，不报告。",
        "在首页页脚末段加上细下粗的红色双线，页脚距边界设为2厘米。",
        {"": "{label}{actual}，应{expected}", "none": "{actual}{label}，应{expected}"},
    ),
    LayoutRule(
        "L306", "信函格式的发文字号", "10.1", Strength.MUST, _number,
        "信函格式的发文字号是否顶格居版心右边缘。", "设为右对齐，右缩进设为0。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L307", "信函格式的标题", "10.1", Strength.MUST, _title,
        "标题与其上最后一个要素（发文字号等）之间是否空二行，四舍五入到行。",
        "在标题之上留两个3号字的空行。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L308", "信函格式的版记", "10.1", Strength.MUST, _imprint,
        "信函格式的版记是否不加印发机关和印发日期。", "删去印发机关和印发日期一行；--fix 不改文字。",
        {"": "{label}{actual}，信函格式应{expected}"},
    ),
)  # fmt: skip

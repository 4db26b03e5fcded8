"""Clause 7.5: page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.gongwen import page_number
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Kind, Letter
from govdocs.layout.formatting.names import attribute, w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.geometry.widths import character_width, left_indent, right_indent, rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent, SetType
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import HALF_UNIT, SENTENCES
from govdocs.layout.rules.basis.words import in_characters, size_name
from govdocs.layout.rules.sheet.page import main_sections

_PAGE_FIELD = re.compile(r"(^|\s)PAGE(\s|$|\\)")
_DASHED = re.compile(r"^—\d*—$")
_UNDASHED = re.compile(r"^[-－–―─~～—]{0,2}\d*[-－–―─~～—]{0,2}$")


def page_numbers(letter: Letter, section: Section, which: str) -> list[Paragraph]:
    """Return the paragraphs of a section's footer that hold a page number."""
    return [
        p
        for p in letter.file.footers.get(section.footers.get(which, ""), [])
        if not p.blank and _has_page(p)
    ]


def _has_page(paragraph: Paragraph) -> bool:
    told = [str(f.text or "") for f in paragraph.element.iter(w("instrText"))]
    told += [attribute(f, "instr") or "" for f in paragraph.element.iter(w("fldSimple"))]
    return bool(_PAGE_FIELD.search("".join(told).upper()))


def numbered_footers(letter: Letter) -> list[tuple[Section, str, Paragraph]]:
    """Return each numbered footer paragraph of the letter's own sections once."""
    found: list[tuple[Section, str, Paragraph]] = []
    for section in main_sections(letter):
        for which in ("default", "even") if letter.file.even_and_odd else ("default",):
            for paragraph in page_numbers(letter, section, which):
                if not any(paragraph is known for _, _, known in found):
                    found.append((section, which, paragraph))
    return found


def _there(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    if not letter.recognised or letter.kind is Kind.LETTER or letter.file.sections[0].landscape:
        return
    for name, root in letter.file.parts.trees.items():
        told = "".join(str(f.text or "") for f in root.iter(w("instrText")))
        told += " ".join(attribute(f, "instr") or "" for f in root.iter(w("fldSimple")))
        if name != letter.file.parts.document_name and _PAGE_FIELD.search(told.upper()):
            return
    yield Deviation("页码", "有页码", "没有页码", section=letter.file.sections[0])


def _type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = page_number.NUMBER_TYPE
    for section, _which, paragraph in numbered_footers(letter):
        for run in paragraph.runs:
            if not run.visible:
                continue
            accepted = house.accepts_size("页码", run.size)
            if not accepted and abs(run.size - kind.points) >= HALF_UNIT:
                yield Deviation(
                    "页码", size_name(kind.points), size_name(run.size), (paragraph,), section,
                    variant="size", remedies=(SetType((run,), points=kind.points),),
                )  # fmt: skip
            digits = any(c.isdigit() for c in run.text)
            if digits and run.latin and not house.accepts("宋体", run.latin):
                yield Deviation(
                    "页码", "宋体", run.latin, (paragraph,), section, variant="font",
                    remedies=(SetType((run,), house.face("宋体"), latin=True),),
                )  # fmt: skip


def _dashes(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for section, _which, paragraph in numbered_footers(letter):
        text = paragraph.plain
        if _DASHED.match(text) or section.number_format == "numberInDash":
            continue
        if _UNDASHED.match(text):
            yield Deviation("页码", "— 1 —", text, (paragraph,), section)


def in_line(paragraph: Paragraph) -> bool:
    """Tell whether a number stands in a plain paragraph of the footer, not in a box, frame or table."""
    plain = paragraph.part == "页脚" and paragraph.table is None and paragraph.holder == 0
    return plain and "frame" not in paragraph.stated and not paragraph.shapes


def _place(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    plain = [x for x in numbered_footers(letter) if in_line(x[2]) and "\t" not in x[2].text]
    for section, which, paragraph in plain:
        if house.centred_numbers and paragraph.alignment == "center":
            continue
        if not letter.file.even_and_odd:
            if paragraph.alignment == "center":
                yield Deviation(
                    "页码",
                    "单页居右空1字，双页居左空1字",
                    "居中",
                    (paragraph,),
                    section,
                    variant="both",
                )
            continue
        odd = which == "default"
        side, name = ("right", "单页码") if odd else ("left", "双页码")
        aligned = {"both": "left"}.get(paragraph.alignment, paragraph.alignment)
        wanted = "居右空1字" if odd else "居左空1字"
        if aligned != side:
            where = {"center": "居中", "left": "居左", "right": "居右"}.get(aligned, aligned)
            yield Deviation(name, wanted, where, (paragraph,), section)
            continue
        width = character_width(paragraph)
        typed = paragraph.text != paragraph.text.strip()
        gap = (right_indent(paragraph) if odd else left_indent(paragraph)) / width
        if not typed and rounded(gap) != 1:
            remedy = SetIndent(paragraph, right=width) if odd else SetIndent(paragraph, left=width)
            yield Deviation(
                name, wanted, f"{'居右' if odd else '居左'}空{in_characters(gap)}", (paragraph,), section,
                remedies=(remedy,),
            )  # fmt: skip


RULES = (
    LayoutRule(
        "L231", "编排页码", "7.5", Strength.USUAL, _there,
        "页脚或页眉中是否有页码。信函格式不查。", "在页脚插入页码。", {"": "{actual}，一般{expected}"},
    ),
    LayoutRule(
        "L232", "页码4号宋体", "7.5", Strength.USUAL, _type,
        "页码是否用4号半角宋体阿拉伯数字。", "设为宋体、4号。", SENTENCES,
    ),
    LayoutRule(
        "L233", "页码左右各放一条一字线", "7.5", Strength.USUAL, _dashes,
        "页码数字左右是否各有一条一字线（— 1 —）。", "在页码两边各加一条一字线；--fix 不改文字。",
        {"": "{label}写作“{actual}”，一般写作“{expected}”的样子"},
    ),
    LayoutRule(
        "L234", "页码的位置", "7.5", Strength.USUAL, _place,
        "单页码是否居右空一字，双页码是否居左空一字；文本框、图文框和制表位排的不查。",
        "启用“奇偶页不同”，奇数页页码右对齐、右缩进1字符，偶数页左对齐、左缩进1字符。",
        {"": "{label}{actual}，一般{expected}", "both": "{label}{actual}，一般{expected}"},
    ),
)  # fmt: skip

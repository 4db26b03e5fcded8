"""Clause 7.2.5: the document number."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.geometry.widths import character_width, rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment, SetIndent
from govdocs.layout.rules.basis.indents import begins_at, off_centre, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, wrong_type
from govdocs.layout.rules.basis.words import in_characters


def _form(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    paragraph = letter.first(Element.NUMBER)
    found = None if paragraph is None else patterns.NUMBER.match(paragraph.plain)
    if paragraph is None or found is None:
        return
    shown = paragraph.plain[: len(paragraph.plain) - len(found["rest"])]
    year, serial = found["year"], found["serial"].removeprefix("第").lstrip("0") or "0"
    if len(year) == 2:
        year = f"20{year}"
    right = f"{found['organ']}〔{year}〕{serial}号"
    wrong = {
        "brackets": found["open"] + found["close"] != "〔〕",
        "year": len(found["year"]) != 4,
        "word": found["serial"].startswith("第"),
        "zero": found["serial"].removeprefix("第").startswith("0"),
    }
    for variant, is_wrong in wrong.items():
        if is_wrong:
            yield Deviation("发文字号", right, shown, (paragraph,), variant=variant)


def _place(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    paragraph = letter.first(Element.NUMBER)
    if paragraph is None or letter.kind is not Kind.FILE:
        return
    typed = paragraph.text != paragraph.text.strip()
    if letter.first(Element.SIGNER) is not None:
        begins = begins_at(paragraph)
        if begins is not None and rounded(begins) != 1:
            width = character_width(paragraph)
            yield Deviation(
                "上行文的发文字号", "居左空1字", f"左空{in_characters(begins)}", (paragraph,),
                remedies=() if typed else (SetIndent(paragraph, left=width, first=0),),
            )  # fmt: skip
        elif paragraph.alignment in ("center", "right"):
            where = "居中" if paragraph.alignment == "center" else "居右"
            yield Deviation("上行文的发文字号", "居左空1字", where, (paragraph,))
    elif off_centre(paragraph, letter.file.section_of(paragraph)):
        yield Deviation(
            "发文字号", "居中", "没有居中", (paragraph,),
            remedies=() if typed else (SetAlignment(paragraph, "center"),),
        )  # fmt: skip


def _lines(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    mark = letter.last(Element.MARK)
    below = letter.all(Element.NUMBER, Element.SIGNER)
    if mark is None or not below or letter.kind is not Kind.FILE:
        return
    actual = wrong_lines(letter, mark, below[0], 2)
    if actual is not None:
        yield Deviation("发文机关标志与发文字号之间", "空2行", f"空{actual}", (below[0],))


def _type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.NUMBER):
        found = patterns.NUMBER.match(paragraph.plain)
        rest = len(found["rest"]) if found else 0
        # A signer's name may follow on the same line, in a face of its own.
        left = len(paragraph.plain) - rest
        own = []
        for run in paragraph.runs:
            if run.visible and left > 0:
                own.append((paragraph, run))
            left -= len("".join(run.text.split()))
        yield from wrong_type("发文字号", own, house, families=("仿宋",), points=16)


RULES = (
    LayoutRule(
        "L131", "发文字号的写法", "7.2.5", Strength.MUST, _form,
        "年份是否用全称并用六角括号〔〕括入，发文顺序号是否不加“第”、不编虚位（1不编为01）。",
        "照“应为”改写发文字号；--fix 不改文字。",
        {
            "brackets": "{label}“{actual}”的年份没有用六角括号〔〕括入，应为“{expected}”",
            "year": "{label}“{actual}”的年份没有写全，应为“{expected}”",
            "word": "{label}“{actual}”的顺序号加了“第”字，应为“{expected}”",
            "zero": "{label}“{actual}”的顺序号编了虚位，应为“{expected}”",
        },
    ),
    LayoutRule(
        "L132", "发文字号的位置", "7.2.5", Strength.MUST, _place,
        "没有签发人的居中；有签发人（上行文）的居左空一字。信函格式不查。",
        "平行文、下行文设为居中；上行文设为左缩进1字符。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L133", "发文字号上空二行", "7.2.5", Strength.MUST, _lines,
        "发文机关标志与发文字号之间是否空二行，由空行和段前段后间距推算，四舍五入到行。",
        "在发文机关标志与发文字号之间留两个3号字的空行。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L134", "发文字号3号仿宋", "5.2.2", Strength.USUAL, _type,
        "发文字号是否用3号仿宋。", "设为仿宋_GB2312、3号。", SENTENCES,
    ),
)  # fmt: skip

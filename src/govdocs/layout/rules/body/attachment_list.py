"""Clause 7.3.4: the list of attachments under the text."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.geometry.widths import (
    character_width,
    first_line,
    left_indent,
    line_width,
    right_indent,
    rounded,
    text_width,
)
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent
from govdocs.layout.rules.basis.indents import begins_at, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_characters
from govdocs.layout.rules.sheet.text_area import HEADINGS

_MARKS = "。；;，,、.．"


def _line(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    listed = letter.first(Element.ATTACHMENT_LIST)
    above = [p for p in letter.all(Element.TEXT, *HEADINGS) if listed and p.order < listed.order]
    if listed is None or not above:
        return
    actual = wrong_lines(letter, above[-1], listed, 1)
    if actual is not None:
        yield Deviation("正文与附件说明之间", "空1行", f"空{actual}", (listed,))


def _indent(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    listed = letter.first(Element.ATTACHMENT_LIST)
    begins = None if listed is None else begins_at(listed)
    if listed is None or begins is None or rounded(begins) == 2:
        return
    width = character_width(listed)
    typed = listed.text != listed.text.lstrip() or listed.label
    left = left_indent(listed) if first_line(listed) < 0 else 0.0
    # A hanging indent keeps its place: only the first line moves.
    yield Deviation(
        "附件说明", "左空2字", f"左空{in_characters(begins)}", (listed,),
        remedies=() if typed else (SetIndent(listed, left=left, first=2 * width - left),),
    )  # fmt: skip


def _form(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    listed = letter.all(Element.ATTACHMENT_LIST)
    if not listed:
        return
    if listed[0].plain[2] != "：":
        yield Deviation("“附件”", "全角冒号“：”", listed[0].plain[2], (listed[0],), variant="colon")
    if len(listed) < 2:
        return
    for at, paragraph in enumerate(listed):
        text = paragraph.plain[3:] if at == 0 else paragraph.plain
        found = patterns.ATTACHMENT_ITEM.match(text)
        if found is not None and found[2] not in ".．":
            yield Deviation(
                "附件顺序号", f"{found[1]}.", found[1] + found[2], (paragraph,), variant="number"
            )


def _mark(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.ATTACHMENT_LIST):
        last = paragraph.plain[-1]
        if last in _MARKS:
            yield Deviation("附件名称", "没有标点", last, (paragraph,))


def _wrap(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    listed = letter.all(Element.ATTACHMENT_LIST)
    for at, paragraph in enumerate(listed):
        width = line_width(paragraph, letter.file.section_of(paragraph))
        if width is None or paragraph.label or "\t" in paragraph.text or "\n" in paragraph.text:
            continue
        begin = left_indent(paragraph) + first_line(paragraph)
        if paragraph.text != paragraph.text.lstrip() or begins_at(paragraph) is None:
            continue
        size = character_width(paragraph)
        # A line more than full wraps for certain, whatever its digits measure.
        if begin + text_width(paragraph.runs) < width - right_indent(paragraph) + 2 * size:
            continue
        lead = "附件：" if at == 0 else ""
        found = patterns.ATTACHMENT_ITEM.match(paragraph.plain.removeprefix(lead))
        number = "" if found is None else f"{found[1]}{found[2]}"
        name = begin + len(lead) * size + len(number) * size / 2
        if rounded((left_indent(paragraph) - name) / size) != 0:
            yield Deviation(
                "附件名称回行", "与上一行附件名称的首字对齐",
                f"左空{in_characters(left_indent(paragraph) / size)}", (paragraph,),
                remedies=(SetIndent(paragraph, left=name, first=begin - name),),
            )  # fmt: skip


RULES = (
    LayoutRule(
        "L181", "附件说明上空一行", "7.3.4", Strength.MUST, _line,
        "正文与附件说明之间是否空一行，四舍五入到行。", "在附件说明之上留一个3号字的空行。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L182", "附件说明左空二字", "7.3.4", Strength.MUST, _indent,
        "“附件：”是否左空二字。", "首行位置设为距左2字符。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L183", "附件说明的写法", "7.3.4", Strength.MUST, _form,
        "“附件”后是否为全角冒号；有多个附件时，是否用阿拉伯数字加小圆点编号（1.）。",
        "写作“附件：1.××××”；--fix 不改文字。",
        {
            "colon": "{label}后写的是“{actual}”，应为{expected}",
            "number": "{label}写作“{actual}”，应为“{expected}”",
        },
    ),
    LayoutRule(
        "L184", "附件名称后不加标点", "7.3.4", Strength.MUST, _mark,
        "附件说明中每个附件名称之后是否没有标点符号。", "删去名称后的标点；--fix 不改文字。",
        {"": "{label}后有“{actual}”，应{expected}"},
    ),
    LayoutRule(
        "L185", "附件名称回行对齐", "7.3.4", Strength.MUST, _wrap,
        "附件名称一行写不下时，回行是否与上一行附件名称的首字对齐；肯定要回行的才查。",
        "用悬挂缩进对齐。", {"": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

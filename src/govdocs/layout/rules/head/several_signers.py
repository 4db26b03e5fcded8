"""Clause 7.2.6: where the signers stand to each other and to the number; letters that need one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.finding import Level
from govdocs.gongwen import header
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule

_GAP = re.compile(r"\t+|[ \u3000]{2,}|[、，,；;]| +(?=\S{2})")
_TITLE = re.compile(r"(请示|报告)$")


def names_after(text: str) -> list[str]:
    """Return the names in what follows 签发人：; a name of two characters may be spread by a blank."""
    found: list[str] = []
    for piece in _GAP.split(text):
        name = "".join(piece.split())
        if not name:
            continue
        if len(name) == 1 and found and len(found[-1]) == 1:
            found[-1] += name
        else:
            found.append(name)
    return found


def _signers(letter: Letter) -> list[tuple[Paragraph, list[str]]]:
    """Return each line with signers and its names, the number's own line too."""
    lines = []
    for paragraph in letter.all(Element.SIGNER):
        found = patterns.SIGNER.search(paragraph.text)
        lines.append((paragraph, names_after(paragraph.text[found.end() :]) if found else []))
    number = letter.first(Element.NUMBER)
    if number is None or not lines or patterns.SIGNER.search(number.text):
        return lines
    if "\t" in number.text:
        lines.append((number, names_after(number.text.split("号", 1)[-1])))
    return lines


def _two(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph, names in _signers(letter):
        if len(names) > header.SIGNERS_A_LINE.value:
            yield Deviation("签发人", "每行两个姓名", f"一行有{len(names)}个姓名", (paragraph,))


def _same_line(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    number, last = letter.first(Element.NUMBER), letter.last(Element.SIGNER)
    if number is None or last is None or letter.kind is not Kind.FILE or number is last:
        return
    if len(_signers(letter)[-1][1]) and _signers(letter)[-1][0] is number:
        return
    placed = any("frame" in p.stated or p.shapes for p in (number, last))
    if placed or number.holder != 0 or last.holder != 0:
        return  # In a table, a frame or a box they may well stand side by side.
    yield Deviation(
        "发文字号", "与最后一个签发人姓名在同一行",
        "在签发人的下一行" if number.order > last.order else "在签发人的上一行", (number,),
    )  # fmt: skip


def _missing(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    title = "".join(p.plain for p in letter.all(Element.TITLE))
    number = letter.first(Element.NUMBER)
    if letter.kind is not Kind.FILE or number is None or letter.found.get(Element.SIGNER):
        return
    if _TITLE.search(title) and letter.found.get(Element.ADDRESSEE):
        # A report may be sent to the like or downwards, so the file alone does not prove it.
        yield Deviation("上行文", "标注签发人", "没有签发人", (number,), level=Level.WARNING)


RULES = (
    LayoutRule(
        "L130", "上行文标注签发人", "7.2.6", Strength.MUST, _missing,
        "标题以“请示”“报告”结尾、有主送机关的文件，是否标注了签发人。是否上行文从文件不能断定，列为疑似。",
        "在发文字号同一行的右侧写“签发人：姓名”，发文字号改为居左空一字。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L138", "发文字号与签发人同行", "7.2.5", Strength.MUST, _same_line,
        "上行文的发文字号是否与最后一个签发人姓名处在同一行；用表格、图文框、文本框排的不查。",
        "把发文字号和最后一个签发人放在同一段，中间用制表位隔开。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L139", "每行两个签发人", "7.2.6", Strength.USUAL, _two,
        "有多个签发人的，一般每行排两个姓名；姓名之间用制表符、两个以上空格或顿号隔开的才能数出。",
        "第三个姓名起另行，回行时与上一行第一个签发人姓名对齐。", {"": "{label}{actual}，一般{expected}"},
    ),
)  # fmt: skip

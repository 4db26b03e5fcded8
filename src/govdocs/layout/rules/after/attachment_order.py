"""Clause 7.3.7: attachments agree with the list under the text and stand before the imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule

_ITEM = re.compile(r"(?:^|\n)\s*(?:附件[：:])?\s*(\d{1,2})[.．、,，](?!\d)")
_RUN_IN = re.compile(r"^(附件\d{1,2}[：:.．、]?)(?!-)([\u4e00-\u9fff《].{2,})$")
"""A label and a title in one line."""
LONGEST_TITLE = 60
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))


def listed_numbers(letter: Letter) -> list[int]:
    """Return the numbers in the list under the text; 0 stands for the one without a number."""
    listed = letter.all(Element.ATTACHMENT_LIST)
    text = "\n".join(p.label + p.text for p in listed)
    return [int(item[1]) for item in _ITEM.finditer(text)] or ([0] if listed else [])


def _number(label: Paragraph) -> int:
    """Return a label's number: 0 where it has none, -1 where it cannot be read."""
    rest = label.plain.removeprefix("附件").rstrip("：:")
    if rest.isdigit():
        return int(rest)
    return _DIGITS.get(rest, -1) if rest else 0


def _wrong_number(numbers: list[int], labels: list[Paragraph], number: int) -> str:
    """Say what a label's number should be where the list proves it, else nothing."""
    if number in numbers or number <= 0:
        return ""
    if numbers == [0]:
        return "附件" if len(labels) == 1 and number == 1 else ""
    return f"附件说明里只有{'、'.join(f'附件{at}' for at in sorted(set(numbers)))}"


def _agrees(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    numbers = listed_numbers(letter)
    labels = letter.all(Element.ATTACHMENT_LABEL)
    for label in labels if numbers else []:
        wanted = _wrong_number(numbers, labels, _number(label))
        if wanted:
            yield Deviation("附件顺序号", wanted, label.plain, (label,))


def _before_imprint(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    printer = letter.last(Element.PRINTER)
    for label in letter.all(Element.ATTACHMENT_LABEL) if printer else []:
        hung = label.part != "正文" or (printer is not None and printer.part != "正文")
        if printer is not None and label.order > printer.order and not hung:
            yield Deviation(f"“{label.plain}”", "在版记之前", "在版记之后", (label,))


def _own_line(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    start = letter.last(Element.DATE)
    for paragraph in letter.file.paragraphs[start.order if start else 0 :] if start else []:
        found = _RUN_IN.match(paragraph.plain)
        if found is None or paragraph.part != "正文" or paragraph.table is not None:
            continue
        if paragraph.new_page and len(found[2]) <= LONGEST_TITLE and not found[2].endswith("。"):
            yield Deviation(
                "附件顺序号和标题", "分两行（顺序号顶格在第一行，标题居中在第三行）",
                f"写在一行“{found[1]}{found[2][:12]}”", (paragraph,),
            )  # fmt: skip


RULES = (
    LayoutRule(
        "L215", "附件顺序号与附件说明一致", "7.3.7", Strength.MUST, _agrees,
        "附件的顺序号是否在附件说明之中；只有一个附件、附件说明没有编号的，附件也不编号。没有放在文件里的附件不查。"
        "附件标题与附件说明是否一致，由 govdocs check（不加 --layout）查。",
        "把附件的顺序号与附件说明改成一样；--fix 不改文字。",
        {"": "{label}写作“{actual}”，与附件说明不一致（应为：{expected}）"},
    ),
    LayoutRule(
        "L216", "附件在版记之前", "7.3.7", Strength.MUST, _before_imprint,
        "附件是否编排在版记之前。", "把附件移到版记之前，版记放在公文最后一面。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L217", "附件顺序号与标题分行", "7.3.7", Strength.MUST, _own_line,
        "另起一页的“附件1：××表”是否把顺序号和标题写在了一行。", "顺序号单独一行顶格，空一行后标题居中；--fix 不改文字。",
        {"": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

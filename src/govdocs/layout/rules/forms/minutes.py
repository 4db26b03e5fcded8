"""Clause 10.3: minutes (纪要), whose form an office may settle for itself."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import special_forms
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.tops import wrong_top
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type

_NAMED = ("出席", "请假", "列席")


def _lists(letter: Letter) -> Iterator[tuple[Paragraph, str]]:
    if letter.kind is not Kind.MINUTES:
        return
    for paragraph in letter.all(Element.TEXT, Element.HEADING_1):
        found = patterns.ATTENDANCE.match(paragraph.plain)
        if found is not None and found[1] in _NAMED:
            yield paragraph, found[1]


def _type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = special_forms.ATTENDANCE_TYPE
    for paragraph, word in _lists(letter):
        label = [(p, run) for p, run in pieces([paragraph]) if word in "".join(run.text.split())]
        # A label in one run with the names cannot be set by itself.
        yield from wrong_type(
            f"“{word}”", label[:1], house, families=("黑体",), points=kind.points, mend=False
        )


def _colon(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph, word in _lists(letter):
        after = paragraph.plain[len(word) :]
        if after and after[0] in ":、，, ":
            yield Deviation(f"“{word}”", "全角冒号“：”", after[0], (paragraph,))


def _top(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    yield from wrong_top(letter, Kind.MINUTES, special_forms.MINUTES_MARK_DOWN)


RULES = (
    LayoutRule(
        "L321", "纪要中“出席”“请假”“列席”", "10.3", Strength.USUAL, _type,
        "纪要的“出席”“请假”“列席”各字是否用3号黑体；纪要可由各机关自定版式，所以只作提示。",
        "设为黑体、3号。", SENTENCES,
    ),
    LayoutRule(
        "L322", "纪要标志的高度", "10.3", Strength.USUAL, _top,
        "纪要标志上边缘到版心上边缘是否为35毫米；由上方各行的高度推算，只有无论如何都不合的才报告。"
        "标准允许各机关自定纪要格式，所以只作提示。",
        "调整标志上方的空行或段前间距。", {"": "{label}为{actual}，标准为{expected}"},
    ),
    LayoutRule(
        "L323", "“出席”“请假”“列席”后标全角冒号", "10.3", Strength.USUAL, _colon,
        "纪要的“出席”“请假”“列席”后是否标全角冒号。", "在其后写“：”；--fix 不改文字。",
        {"": "{label}后是“{actual}”，一般为{expected}"},
    ),
)  # fmt: skip

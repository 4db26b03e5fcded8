"""Clause 7.2.6: the signer of a letter to a higher organ."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import header
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import points
from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph, Run
from govdocs.layout.geometry.widths import character_width, rounded, span
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetIndent
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, wrong_type
from govdocs.layout.rules.basis.words import in_characters


def _split(paragraph: Paragraph) -> tuple[list[Run], list[Run], bool]:
    """Return the runs of the label, those of the names, and whether one run holds both."""
    found = patterns.SIGNER.search(paragraph.text)
    if found is None:
        return [], [], False
    label: list[Run] = []
    names: list[Run] = []
    both = False
    at = 0
    for run in paragraph.runs:
        begin, at = at, at + len(run.text)
        in_label = begin < found.end() and at > found.start()
        after = run.text[max(found.end() - begin, 0) :].strip() if at > found.end() else ""
        if in_label:
            label.append(run)
        if after:
            names.append(run)
        both = both or (in_label and bool(after))
    return label, names, both


def _label(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.SIGNER):
        label, _, both = _split(paragraph)
        kind = header.SIGNER_LABEL_TYPE
        yield from wrong_type(
            kind.name, ((paragraph, run) for run in label), house, families=("仿宋",),
            points=kind.points, mend=not both,
        )  # fmt: skip


def _name(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.SIGNER):
        _, names, both = _split(paragraph)
        kind = header.SIGNER_TYPE
        yield from wrong_type(
            kind.name, ((paragraph, run) for run in names), house, families=("楷体",),
            points=kind.points, mend=not both,
        )  # fmt: skip


def _place(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    number = letter.first(Element.NUMBER)
    for paragraph in letter.all(Element.SIGNER):
        if paragraph is number:
            continue
        section = letter.file.section_of(paragraph)
        where = span(paragraph, section)
        if where is None or paragraph.part != "正文":
            continue
        gap = (points(section.text_width) - where[1]) / character_width(paragraph)
        if rounded(gap) != header.SIGNER_INDENT.value:
            aligned = paragraph.alignment == "right"
            width = character_width(paragraph)
            yield Deviation(
                "签发人", "居右空1字", f"右空{in_characters(gap)}", (paragraph,),
                remedies=(SetIndent(paragraph, right=width),) if aligned else (),
            )  # fmt: skip


RULES = (
    LayoutRule(
        "L135", "“签发人”3号仿宋", "7.2.6", Strength.MUST, _label,
        "“签发人”三字（连同冒号）是否用3号仿宋。", "选中“签发人：”，设为仿宋_GB2312、3号。", SENTENCES,
    ),
    LayoutRule(
        "L136", "签发人姓名3号楷体", "7.2.6", Strength.MUST, _name,
        "签发人姓名是否用3号楷体。", "选中姓名，设为楷体_GB2312、3号。", SENTENCES,
    ),
    LayoutRule(
        "L137", "签发人居右空一字", "7.2.6", Strength.MUST, _place,
        "签发人单独成段时，是否居右空一字；与发文字号同行、用制表位对齐的不查。",
        "设为右对齐，右缩进1字符。", {"": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

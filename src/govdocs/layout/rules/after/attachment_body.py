"""Clause 7.3.7: an attachment begins in the first line of its side and is set like the text."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import page
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements import patterns
from govdocs.layout.elements.attached import attachments
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.geometry.heights import line_height
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetLinePitch
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_points

LEAST_LINE = 10.0
"""A blank paragraph lower than so many points only carries a break."""
_LABEL = "附件正文"


def _type(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    for attached in attachments(letter):
        for paragraph in attached.prose:
            # A heading, a chapter or an article may run on into its paragraph in its own face.
            numbered = any(pattern.match(paragraph.plain) for pattern in patterns.HEADINGS)
            articled = patterns.ARTICLE.match(paragraph.plain) is not None
            families = ("仿宋", "黑体", "楷体") if numbered or articled else ("仿宋",)
            yield from wrong_type(
                _LABEL, pieces([paragraph]), house, families=families, points=page.BODY_TYPE.points
            )
            low, high = line_height(paragraph, letter.file.section_of(paragraph))
            if low > house.most_pitch or high < house.least_pitch:
                shown = in_points(low) if low == high else f"{in_points(low)}至{in_points(high)}"
                yield Deviation(
                    _LABEL, f"行距约{in_points(page.LINE_PITCH_POINTS)}（每面22行）", f"行距{shown}",
                    (paragraph,), variant="pitch", remedies=(SetLinePitch(paragraph, house.set_pitch),),
                )  # fmt: skip


def _first_line(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    flow = letter.file.paragraphs
    for label in letter.all(Element.ATTACHMENT_LABEL):
        if label.part != "正文" or label.holder != 0 or label.new_page:
            continue
        blank: list[Paragraph] = []
        at = label.order - 2
        while at >= 0 and flow[at].blank and not flow[at].shapes and flow[at].holder == 0:
            blank.append(flow[at])
            if flow[at].new_page:
                break
            at -= 1
        else:
            continue  # No break, so another rule's.
        lines = [p for p in blank if line_height(p, letter.file.section_of(p))[0] >= LEAST_LINE]
        if lines and "frame" not in label.stated:
            yield Deviation(label.plain, "在第一行", f"上面有{len(lines)}个空行", (label,))


RULES = (
    LayoutRule(
        "L218", "附件格式同正文", "7.3.7", Strength.USUAL, _type,
        "附件是成段文字的（办法、说明、方案等），是否与正文一样用3号仿宋、行距约28.95磅。“附件格式要求同正文”，而正文的字体字号本身是"
        "“一般”，所以只作提示。附件是表格、要填写的表单、另有文号或横排的，以及表下的说明，都不查。",
        "选中附件的正文，设为仿宋_GB2312、3号，行距固定值28.95磅。",
        {**SENTENCES, "pitch": "{label}{actual}，标准为{expected}"},
    ),
    LayoutRule(
        "L219", "附件顺序号在第一行", "7.3.7", Strength.MUST, _first_line,
        "“附件”二字及顺序号是否在另起的一面的第一行：分页之后、顺序号之前有没有空行。", "删去分页之后、顺序号之前的空行；--fix 不删空行。",
        {"": "“{label}”{actual}，应{expected}"},
    ),
)  # fmt: skip

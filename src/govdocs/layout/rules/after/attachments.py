"""Clause 7.3.7: where an attachment begins, its label and its title."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.finding import Level
from govdocs.gongwen import body
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.names import w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.geometry.widths import rounded
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment, SetIndent, StartPage
from govdocs.layout.rules.basis.indents import begins_at, off_centre, wrong_lines
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_characters


def _page(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.ATTACHMENT_LABEL):
        if _begins_page(letter, paragraph):
            continue
        if next(paragraph.element.iter(w("lastRenderedPageBreak")), None) is not None:
            continue
        # Blank lines may have pushed it there, so the file alone does not prove it.
        yield Deviation(
            paragraph.plain, "另面编排", "没有另起一页", (paragraph,), level=Level.WARNING,
            remedies=(StartPage(paragraph),),
        )  # fmt: skip


def _begins_page(letter: Letter, paragraph: Paragraph) -> bool:
    """Tell whether a break stands before the paragraph, blank lines between them or not."""
    flow = letter.file.paragraphs
    at = paragraph.order - 1
    while at > 0 and not flow[at].new_page and flow[at - 1].blank:
        at -= 1
    return at == 0 or flow[at].new_page


def _label(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    kind = body.ATTACHMENT_LABEL_TYPE
    yield from wrong_type(
        kind.name, pieces(letter.all(Element.ATTACHMENT_LABEL)), house, families=("黑体",),
        points=kind.points,
    )  # fmt: skip


def _flush(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    for paragraph in letter.all(Element.ATTACHMENT_LABEL):
        begins = begins_at(paragraph)
        if paragraph.alignment in ("center", "right") and paragraph.table is None:
            where = "居中" if paragraph.alignment == "center" else "居右"
            yield Deviation(
                "附件顺序号",
                "顶格",
                where,
                (paragraph,),
                remedies=(SetAlignment(paragraph, "left"),),
            )
        elif begins is not None and rounded(begins) != 0:
            typed = paragraph.text != paragraph.text.lstrip()
            yield Deviation(
                "附件顺序号", "顶格", f"左空{in_characters(begins)}", (paragraph,),
                remedies=() if typed else (SetIndent(paragraph, left=0, first=0),),
            )  # fmt: skip


def _title(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    labels = letter.all(Element.ATTACHMENT_LABEL)
    for title in letter.all(Element.ATTACHMENT_TITLE):
        label = max((p for p in labels if p.order < title.order), key=lambda p: p.order)
        actual = wrong_lines(letter, label, title, 1)
        if actual is not None:
            yield Deviation(
                "附件标题", "在版心第三行（上空1行）", f"上空{actual}", (title,), variant="line"
            )
        wrong = off_centre(title, letter.file.section_of(title))
        if wrong is None and title.alignment in ("left", "right") and "\t" not in title.text:
            wrong = True
        if wrong:
            typed = title.text != title.text.strip()
            yield Deviation(
                "附件标题", "居中", "没有居中", (title,), variant="centre",
                remedies=() if typed else (SetAlignment(title, "center"),),
            )  # fmt: skip


RULES = (
    LayoutRule(
        "L211", "附件另面编排", "7.3.7", Strength.MUST, _page,
        "每个附件之前是否有分页、分节或“段前分页”；用空行推到下一页的无法断定，列为疑似。",
        "在附件之前插入分页符，或设“段前分页”。", {"": "“{label}”{actual}，应{expected}"},
    ),
    LayoutRule(
        "L212", "附件顺序号3号黑体", "7.3.7", Strength.MUST, _label,
        "“附件”二字及顺序号是否用3号黑体。", "设为黑体、3号。", SENTENCES,
    ),
    LayoutRule(
        "L213", "附件顺序号顶格", "7.3.7", Strength.MUST, _flush,
        "“附件”二字及顺序号是否顶格。", "设为左对齐，缩进设为0。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L214", "附件标题居中、在第三行", "7.3.7", Strength.MUST, _title,
        "附件标题是否居中，与附件顺序号之间是否空一行（即版心第三行）。",
        "在附件顺序号与标题之间留一个空行，标题设为居中。",
        {"line": "{label}{actual}，应{expected}", "centre": "{label}{actual}，应{expected}"},
    ),
)  # fmt: skip

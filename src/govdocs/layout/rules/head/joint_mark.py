"""Clause 7.2.4: the mark of several organs that issue a letter together."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.finding import Level
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.names import Element as Node
from govdocs.layout.formatting.names import attribute, tag, w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import HALF_UNIT


def _word_and_organs(letter: Letter) -> tuple[Paragraph | None, list[Paragraph]]:
    marks = letter.all(Element.MARK)
    word = next((p for p in marks if p.plain == "文件"), None)
    return word, [p for p in marks if p is not word]


def _right(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    word, organs = _word_and_organs(letter)
    if word is None or word.table is None or len(organs) < 2:
        return
    beside = [p for p in organs if p.table == word.table and p.row == word.row]
    if any((p.column or 0) > (word.column or 0) for p in beside):
        yield Deviation("“文件”二字", "在发文机关名称右侧", "在左侧", (word,), variant="side")
        return
    cell = _cell(word)
    merged = None if cell is None else cell.find(f"{w('tcPr')}/{w('vMerge')}")
    aligned = None if cell is None else cell.find(f"{w('tcPr')}/{w('vAlign')}")
    if merged is not None and attribute(aligned, "val") not in ("center", "both"):
        where = {"bottom": "靠下"}.get(attribute(aligned, "val") or "", "靠上")
        # Blank lines in the cell may put it in the middle all the same.
        level = Level.WARNING if len(list(cell.iterfind(w("p")))) == 1 else Level.NOTE  # type: ignore[union-attr]
        yield Deviation("“文件”二字", "上下居中", where, (word,), variant="middle", level=level)


def _cell(paragraph: Paragraph) -> Node | None:
    node = paragraph.element.getparent()
    while node is not None and tag(node) != "tc":
        node = node.getparent()
    return node


def _alike(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    _word, organs = _word_and_organs(letter)
    if len(organs) < 2:
        return
    first = organs[0].lead.size
    for organ in organs[1:]:
        if abs(organ.lead.size - first) >= HALF_UNIT:
            yield Deviation(
                f"“{organ.plain}”", f"与其他机关一样（{first:g}磅）", f"{organ.lead.size:g}磅", (organ,)
            )  # fmt: skip


RULES = (
    LayoutRule(
        "L125", "联合行文的“文件”二字", "7.2.4", Strength.MUST, _right,
        "多个机关的标志用表格排的：“文件”二字是否在机关名称右侧，以联署机关名称为准上下居中。",
        "把“文件”放在右边合并的单元格里，单元格垂直居中。",
        {"side": "{label}{actual}，应{expected}", "middle": "{label}在单元格里{actual}，应{expected}"},
    ),
    LayoutRule(
        "L126", "联合行文各机关字号相同", "7.2.4", Strength.MAY, _alike,
        "联合行文的各机关名称是否用同样的字号；标准没有写明，以醒目、美观、庄重为原则，所以只作提示。",
        "各机关名称用同样的字号，字数不同的用分散对齐。", {"": "{label}是{actual}，宜{expected}"},
    ),
)  # fmt: skip

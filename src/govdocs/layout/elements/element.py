"""What a paragraph of a letter can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from govdocs.layout.formatting.paragraph import Paragraph, Run
from govdocs.layout.formatting.shape import Shape
from govdocs.layout.formatting.word_file import Table, WordFile


class Element(StrEnum):
    """The elements by their names in the standard."""

    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    SIGNER = "签发人"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    TEXT = "正文"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    ATTACHMENT_LIST = "附件说明"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    NOTE = "附注"
    ATTACHMENT_LABEL = "附件顺序号"
    ATTACHMENT_TITLE = "附件标题"
    COPIES = "抄送机关"
    PRINTER = "印发机关和印发日期"


class Kind(StrEnum):
    """The forms of clause 10 beside the usual one; UNKNOWN keeps the rules of the head silent."""

    FILE = "文件格式"
    LETTER = "信函格式"
    ORDER = "命令（令）格式"
    MINUTES = "纪要格式"
    UNKNOWN = "未认定"


@dataclass(frozen=True, slots=True)
class RedRule:
    """The red line under the number: a border of ``paragraph``, a ``shape`` in it or of a ``table``.

    ``colour`` is RRGGBB, ``weight`` in points; ``side`` is the border's side, empty for the others;
    ``kind`` is the border's as Word names it. In a table ``paragraph`` is one of the row over it.
    """

    paragraph: Paragraph
    side: str
    colour: str
    weight: float | None
    shape: Shape | None = None
    table: Table | None = None
    kind: str = "single"


@dataclass(slots=True)
class Letter:
    """A finished letter taken apart; an element that was not recognised is simply absent."""

    file: WordFile
    kind: Kind = Kind.UNKNOWN
    found: dict[Element, list[Paragraph]] = field(default_factory=dict)
    red_rule: RedRule | None = None

    def all(self, *elements: Element) -> list[Paragraph]:
        """Return the paragraphs of the elements in reading order."""
        paragraphs = [p for element in elements for p in self.found.get(element, [])]
        return sorted(paragraphs, key=lambda paragraph: paragraph.order)

    def first(self, element: Element) -> Paragraph | None:
        """Return the first paragraph of an element, or None."""
        return next(iter(self.found.get(element, [])), None)

    def last(self, element: Element) -> Paragraph | None:
        """Return the last paragraph of an element, or None."""
        return next(iter(reversed(self.found.get(element, []))), None)

    @property
    def recognised(self) -> bool:
        """Tell whether enough was recognised to call the file a letter."""
        return bool(self.found.get(Element.NUMBER) or self.found.get(Element.MARK)) or (
            bool(self.found.get(Element.TITLE)) and bool(self.found.get(Element.DATE))
        )


def printed(paragraphs: list[Paragraph]) -> list[Run]:
    """Return all runs of the paragraphs that print something."""
    return [run for paragraph in paragraphs for run in paragraph.runs if run.visible]

"""Types a letter with python-docx as a person does in Word: direct formatting over Word's own styles."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

FANGSONG, KAITI, HEITI, XIAOBIAOSONG = "仿宋", "楷体", "黑体", "方正小标宋简体"
PITCH = 28.95
ALIGNED = {"left": "left", "center": "center", "right": "right", "both": "both"}


class Typist:
    """One letter under the typist's hands; sizes and pitches in points, indents in characters."""

    def __init__(self, *, numbered: bool = True) -> None:
        self.document: Any = Document()
        self.set_page(self.document.sections[0])
        if numbered:
            self.number_pages(self.document.sections[0])
        settings = self.document.settings.element
        settings.append(parse_xml(f"<w:evenAndOddHeaders {nsdecls('w')}/>"))

    def set_page(self, section: Any, *, lying: bool = False) -> None:
        """Give a section its A4 sheet and margins; a lying one is the same sheet turned."""
        width, height = (297, 210) if lying else (210, 297)
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        top, right, bottom, left = (28, 37, 26, 35) if lying else (37, 26, 35, 28)
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        section.footer_distance = Mm(24.7)

    def number_pages(self, section: Any) -> None:
        """Put ``— 1 —`` outside at the foot of odd and even sides."""
        for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            side = {"right": "rightChars", "left": "leftChars"}[align]
            self._shape(paragraph, align=align, pitch=0, indents={side: 100}, size=14)
            self._say(paragraph, "— ", "宋体", 14, latin="宋体")
            for kind in ("begin", "", "separate", "1", "end"):
                run = self._say(paragraph, kind if kind == "1" else "", "宋体", 14, latin="宋体")
                if kind == "1":
                    continue
                piece = (
                    f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
                    if kind
                    else f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>'
                )
                run._element.append(parse_xml(piece))
            self._say(paragraph, " —", "宋体", 14, latin="宋体")

    def _shape(
        self,
        paragraph: Any,
        *,
        align: str,
        pitch: float,
        indents: dict[str, float],
        size: float = 16,
    ) -> None:
        layout = paragraph.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        if pitch:
            layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
        properties = paragraph._p.get_or_add_pPr()
        if indents:
            # Word keeps a length beside the count of characters; others read only the length.
            indents |= {
                name.removesuffix("Chars"): value / 100 * size * 20
                for name, value in indents.items()
                if name.endswith("Chars")
            }
            stated = " ".join(f'w:{name}="{round(value)}"' for name, value in indents.items())
            properties.append(parse_xml(f"<w:ind {nsdecls('w')} {stated}/>"))
        properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{ALIGNED[align]}"/>'))

    def _say(
        self,
        paragraph: Any,
        text: str,
        font: str,
        size: float,
        *,
        red: bool = False,
        spacing: float = 0,
        latin: str = "Times New Roman",
    ) -> Any:
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(size), latin
        properties = run._element.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)
        if red:
            run.font.color.rgb = RGBColor(255, 0, 0)
        if spacing:
            properties.append(
                parse_xml(f'<w:spacing {nsdecls("w")} w:val="{round(spacing * 20)}"/>')
            )
        return run

    def line(
        self,
        text: str = "",
        font: str = FANGSONG,
        size: float = 16,
        align: str = "both",
        *,
        pitch: float = PITCH,
        red: bool = False,
        latin: str = "Times New Roman",
        more: tuple[tuple[str, str], ...] = (),
        holder: Any = None,
        **indents: float,
    ) -> Any:
        """Type one paragraph; ``indents`` as Word names them, in hundredths of a character."""
        paragraph = (holder or self.document).add_paragraph()
        self._shape(paragraph, align=align, pitch=pitch, indents=indents, size=size)
        for words, face in ((text, font), *more):
            if words:
                self._say(paragraph, words, face, size, red=red, latin=latin)
        if not text:
            mark = f'<w:rPr {nsdecls("w")}><w:sz w:val="{round(size * 2)}"/></w:rPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(mark))
        return paragraph

    def blank(self, times: int = 1, pitch: float = PITCH) -> None:
        """Leave blank lines."""
        for _ in range(times):
            self.line(pitch=pitch)

    def body(self, *texts: str) -> None:
        """Type paragraphs of text, two characters in."""
        for text in texts:
            self.line(text, firstLineChars=200)

    def rule(
        self,
        pitch: float,
        *,
        weight: float = 1,
        colour: str = "000000",
        kind: str = "single",
        holder: Any = None,
        **indents: float,
    ) -> Any:
        """Draw a line as the lower border of an empty paragraph; indents in twips."""
        paragraph = (holder or self.document).add_paragraph()
        self._shape(paragraph, align="both", pitch=pitch, indents=indents)
        mark = f'<w:rPr {nsdecls("w")}><w:sz w:val="2"/></w:rPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(mark))
        border = (
            f"<w:pBdr {nsdecls('w')}>"
            f'<w:bottom w:val="{kind}" w:sz="{round(weight * 8)}" w:space="0" w:color="{colour}"/></w:pBdr>'
        )
        paragraph._p.get_or_add_pPr().insert(0, parse_xml(border))
        return paragraph

    def new_section(self, *, lying: bool) -> Any:
        """Go on on a new page of another format."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self.set_page(section, lying=lying)
        return section

    def saved(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

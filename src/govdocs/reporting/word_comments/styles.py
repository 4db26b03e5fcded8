"""The two styles that Word gives comments; without them a balloon takes on the look of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document

_TEXT = "annotation text"
_REFERENCE = "annotation reference"


def comment_style_ids(document: Document) -> tuple[str, str]:
    """Return the ids of the document's styles for comment text and mark, adding what is missing.

    Word writes these styles under ids of its own language, so they are known by name.
    """
    styles = document.styles.element
    known = {
        name: str(style.get(qn("w:styleId")))
        for style in styles.iterchildren(qn("w:style"))
        if (name := _name(style)) in {_TEXT, _REFERENCE}
    }
    if _TEXT not in known:
        known[_TEXT] = "CommentText"
        styles.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="CommentText">'
                f'<w:name w:val="{_TEXT}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
                '<w:pPr><w:snapToGrid w:val="0"/>'
                '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
                '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
                '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
            )
        )
    if _REFERENCE not in known:
        known[_REFERENCE] = "CommentReference"
        styles.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="character" w:styleId="CommentReference">'
                f'<w:name w:val="{_REFERENCE}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
                '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
            )
        )
    return known[_TEXT], known[_REFERENCE]


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).lower()

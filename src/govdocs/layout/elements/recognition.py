"""Takes a finished letter apart: head, main part, attachments, imprint."""

from __future__ import annotations

from govdocs.layout.elements import patterns
from govdocs.layout.elements.body import recognise_attachments, recognise_body
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.elements.head import recognise_head
from govdocs.layout.elements.imprint import recognise_imprint
from govdocs.layout.formatting.word_file import WordFile


def read_letter(file: WordFile) -> Letter:
    """Recognise the elements of a letter; what is uncertain is left out."""
    letter = Letter(file)
    imprint = recognise_imprint(letter)
    head = recognise_head(letter, imprint)
    recognise_body(letter, head, imprint)
    if letter.found.get(Element.PRINTER) and imprint < len(file.paragraphs):
        # Attachments that were put behind the imprint are attachments all the same.
        flow = letter.file.paragraphs
        last = letter.found[Element.PRINTER][-1].order
        recognise_attachments(letter, last, len(flow))
    if not letter.recognised or _has_cover(letter):
        # A title alone makes no letter, and rules for letters are not for other papers.
        letter.found.clear()
        letter.red_rule = None
    letter.kind = _kind(letter)
    return letter


def _has_cover(letter: Letter) -> bool:
    """Tell whether the title stands on a sheet of its own, as that of a report or a book does."""
    if any(letter.found.get(e) for e in (Element.MARK, Element.NUMBER, Element.ADDRESSEE)):
        return False
    title = letter.last(Element.TITLE)
    if title is None:
        return False
    for paragraph in letter.file.paragraphs[title.order :]:
        if paragraph.new_page:
            return True
        if "。" in paragraph.plain:
            break
    return False


def _kind(letter: Letter) -> Kind:
    mark, number = letter.last(Element.MARK), letter.first(Element.NUMBER)
    name = "" if mark is None else mark.plain
    if name.endswith("文件"):
        return Kind.FILE
    if name.endswith("纪要"):
        return Kind.MINUTES
    if name.endswith("令") and number is not None and patterns.ORDER_NUMBER.match(number.plain):
        return Kind.ORDER
    if number is None or mark is None:
        return Kind.UNKNOWN
    rule = letter.red_rule
    between = rule is not None and mark.order <= rule.paragraph.order <= number.order
    if number.alignment == "right" and (rule is None or between):
        return Kind.LETTER
    if between and (rule is None or rule.paragraph is not number):
        return Kind.UNKNOWN
    return (
        Kind.FILE
        if number.alignment == "center" or letter.found.get(Element.SIGNER)
        else Kind.UNKNOWN
    )

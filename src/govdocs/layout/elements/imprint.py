"""The imprint (版记) at the end of a letter: copies, printer, date of printing."""

from __future__ import annotations

from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.names import w
from govdocs.layout.formatting.paragraph import Paragraph

MOST_BESIDE = 3
"""Organ, date and perhaps 印发 stand side by side in a row of an imprint."""


def recognise_imprint(letter: Letter) -> int:
    """Recognise the imprint; return where it begins in the flow, its length where none ends the flow."""
    flow = letter.file.paragraphs
    printed = [at for at, p in enumerate(flow) if not p.blank]
    printer = next((at for at in reversed(printed) if _is_printer(flow[at])), None)
    if printer is None:
        tail = printed[-4:]
    else:
        letter.found[Element.PRINTER] = [flow[printer]]
        beside = _beside(flow, flow[printer])
        # A row of more than organ and date holds something else, perhaps the whole letter.
        if beside and len(beside) <= MOST_BESIDE:
            letter.found[Element.PRINTER] = beside
        tail = [at for at in printed if at <= printer][-8:]
    copies = [at for at in tail if patterns.COPIES.match(flow[at].plain)]
    if printer is not None:
        # Put under the printer by mistake, they are the imprint's all the same.
        copies += [at for at in printed if at > printer and patterns.COPIES.match(flow[at].plain)][
            :1
        ]
    first_text = len(printed) // 2
    boxed = printer is not None and flow[printer].part != "正文"
    copies = [
        at
        for at in copies
        if printed.index(at) >= min(first_text, 3) or (boxed and flow[at].part != "正文")
    ]
    for at in copies:
        letter.found.setdefault(Element.COPIES, []).append(flow[at])
    if boxed:
        return len(flow)  # A box hangs on any paragraph, so it ends nothing.
    starts = [*copies, *([] if printer is None else [printer])]
    if not starts:
        return len(flow)
    start = min(starts)
    while start > 0 and (flow[start - 1].blank or patterns.DISCLOSURE.match(flow[start - 1].plain)):
        start -= 1
    return start


def _beside(flow: list[Paragraph], printer: Paragraph) -> list[Paragraph]:
    """Return what stands in the row of ``printer``, in whatever table; empty outside tables.

    A cell that holds the printer's whole line may hold the copies over it, too.
    """
    cell = printer.cell
    row = None if cell is None else next(cell.iterancestors(w("tr")), None)
    if cell is None or row is None:
        return []
    found = []
    for paragraph in flow:
        own = None if paragraph.blank else paragraph.cell
        if own is None or next(own.iterancestors(w("tr")), None) is not row:
            continue
        if own is not cell or paragraph is printer or not patterns.COPIES.match(paragraph.plain):
            found.append(paragraph)
    return found


def _is_printer(paragraph: Paragraph) -> bool:
    text = paragraph.plain
    found = patterns.PRINTED.match(text)
    return found is not None and (found["word"] is not None) and len(text) < 80

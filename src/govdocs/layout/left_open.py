"""What a letter holds that was recognised and yet not judged, so that silence is not taken for agreement."""

from __future__ import annotations

from govdocs.errors import Problem
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.elements.seal import floating_pictures, seals

_PLACED = (Element.MARK, Element.NUMBER, Element.SIGNER, Element.TITLE, Element.ATTACHMENT_LABEL,
           Element.COPIES, Element.PRINTER)  # fmt: skip


def left_open(letter: Letter) -> tuple[Problem, ...]:
    """Name what the file alone does not prove of this letter; empty for what is no letter.

    ``layout.open_boxes`` (elements), ``layout.open_seals`` and ``layout.open_pictures`` (count),
    ``layout.open_last_side``.
    """
    if not letter.recognised:
        return ()
    found: list[Problem] = []
    boxed = [e.value for e in _PLACED if any(p.part == "文本框" for p in letter.all(e))]
    if boxed:
        found.append(Problem("layout.open_boxes", details={"elements": "、".join(boxed)}))
    for code, pictures in (
        ("layout.open_seals", seals(letter)),
        ("layout.open_pictures", floating_pictures(letter)),
    ):
        if pictures:
            found.append(Problem(code, details={"count": str(len(pictures))}))
    if letter.found.get(Element.PRINTER):
        found.append(Problem("layout.open_last_side"))
    return tuple(found)

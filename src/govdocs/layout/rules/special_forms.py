"""Clauses 10.2 and 10.3: orders and minutes, where they differ from the usual form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.rules.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.typeface import SENTENCES, pieces, wrong_type

_LABEL = re.compile(r"^(出席|请假|列席|参加人员|主持)[：:]?")


def _attendance(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    if letter.kind is not Kind.MINUTES:
        return
    for paragraph in letter.all(Element.TEXT):
        found = _LABEL.match(paragraph.plain)
        if found is None or found[1] not in ("出席", "请假", "列席"):
            continue
        label = [(p, run) for p, run in pieces([paragraph]) if found[1] in run.text][:1]
        yield from wrong_type(
            f"“{found[1]}”", label, house, families=("黑体",), points=16, mend=False
        )


RULES = (
    LayoutRule(
        "L321", "纪要中“出席”“请假”“列席”", "10.3", Strength.MAY, _attendance,
        "纪要的“出席”“请假”“列席”各字是否用3号黑体；纪要可由各机关自定版式，所以只作提示。",
        "设为黑体、3号。", SENTENCES,
    ),
)  # fmt: skip

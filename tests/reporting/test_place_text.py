from __future__ import annotations

import pytest

from govdocs.place import CellPlace, FilePlace, LinePlace, Place, WordPlace
from govdocs.reporting.place_text import place_text


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (LinePlace("data/a.yaml", 23, 5), "data/a.yaml 第23行第5列"),
        (CellPlace("a.xlsx", "资金", "C7"), "a.xlsx 工作表“资金”单元格 C7"),
        (CellPlace("a.xlsx", "资金"), "a.xlsx 工作表“资金”"),
        (WordPlace("报告.docx", table=2, row=3, column=4), "报告.docx 正文 表2第3行第4列"),
        (WordPlace("报告.docx", "页眉", paragraph=1), "报告.docx 页眉 第1段"),
        (WordPlace("报告.docx", excerpt="共计"), "报告.docx 正文 “共计”"),
        (FilePlace("出口/"), "出口/"),
        (None, ""),
    ],
)
def test_a_place_is_named_as_its_reader_looks_for_it(place: Place | None, words: str) -> None:
    assert place_text(place) == words

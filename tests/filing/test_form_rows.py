"""The rows of the carried forms: none splits over pages, and a head stays with its texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

FORMS = ("declaration-2015", "evaluation-2018")


def rows(root: Path, form: str) -> list[Any]:
    document = Document(str(root / "templates" / "docx" / f"{form}.docx"))
    return [row._tr for table in document.tables for row in table.rows]


def words(row: Any) -> str:
    return "".join(text.text or "" for text in row.iter(qn("w:t")))


@pytest.mark.parametrize("form", FORMS)
def test_no_printed_row_splits_over_pages(root: Path, form: str) -> None:
    printed = [row for row in rows(root, form) if not words(row).startswith("{%tr")]
    assert [words(row) for row in printed if not row.findall(f".//{qn('w:cantSplit')}")] == []


def test_the_head_of_the_goal_texts_stays_with_them(root: Path) -> None:
    (head,) = [row for row in rows(root, "evaluation-2018") if "年初设定目标" in words(row)]
    paragraphs = list(head.iter(qn("w:p")))
    assert paragraphs
    assert all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in paragraphs)

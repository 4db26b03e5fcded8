"""Annex 1 keeps short rows together and lets long ones break: no page is left empty, no line is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from docx import Document

from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.rendering.preview import convert_to_pdf
from tests.evaluation.test_other_reports import build

CLAUSES = 60


def with_long_row() -> dict[str, Any]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    row = data["indicators"][1]["groups"][0]["indicators"][0]
    points = ["1"] * CLAUSES
    row["rule"] = {
        "kind": "逐条得分",
        "conditions": [
            {"text": f"第{n}项制度健全并得到执行", "points": p, "met": "是" if n > 10 else "否"}
            for n, p in enumerate(points, 1)
        ],
    }
    return data


def test_only_the_long_row_may_break(tmp_path: Path) -> None:
    (table,) = Document(str(build(with_long_row(), tmp_path).folder / "附件1.docx")).tables
    kept = {row.cells[2].text: "w:cantSplit" in row._tr.xml for row in table.rows}
    assert kept["预算执行率"] is True
    assert kept["促进企业发展"] is False


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice")
def test_every_clause_of_a_row_higher_than_a_page_is_printed(tmp_path: Path) -> None:
    file = build(with_long_row(), tmp_path).folder / "附件1.docx"
    (pdf,) = convert_to_pdf([file], tmp_path)
    with pdfplumber.open(pdf) as document:
        texts = [page.extract_text() for page in document.pages]
    assert len(texts) >= 3
    assert all("评价标准" in text for text in texts)
    printed = "".join(texts)
    assert all(f"第{n}项" in printed for n in range(1, CLAUSES + 1))
    assert "第1项" in texts[0]


def test_a_single_annex_bears_no_number(tmp_path: Path) -> None:
    """GB/T 9704-2012, 7.3.4: only where there are several are they numbered."""
    data = with_long_row()
    for survey in (True, False):
        if not survey:
            del data["survey"]
        folder = tmp_path / str(survey)
        folder.mkdir()
        made = build(data, folder).folder
        listed = [p.text for p in Document(str(made / "报告.docx")).paragraphs if "附件" in p.text]
        label = Document(str(made / "附件1.docx")).paragraphs[0].text
        if survey:
            assert "附件：1.绩效评价指标体系" in listed
            assert label == "附件1"
        else:
            assert "附件：绩效评价指标体系" in listed
            assert label == "附件"

"""Other trees, weights, rules and surveys than the shipped example make their reports as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from ruamel.yaml import YAML

from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.filing.build import Built, build_case
from govdocs.finding import Level
from tests.evaluation.slips import SLIPS, clean, laid, row


def build(data: dict[str, Any], folder: Path) -> Built:
    file = folder / "案卷.yaml"
    with file.open("w", encoding="utf-8") as out:
        YAML().dump(data, out)
    return build_case(file, folder / "out")


def small(*without: str) -> dict[str, Any]:
    data = text_data(small_evaluation_text())
    return {key: value for key, value in data.items() if key not in without}


@pytest.mark.parametrize(
    "part", ["", "recipients", "milestones", "goals", "survey", "problems", "opening"]
)
def test_a_small_report_is_made_and_sound_without_its_optional_parts(
    part: str, tmp_path: Path
) -> None:
    built = build(small(part), tmp_path)
    assert not [f for f in built.result.findings if f.level is Level.ERROR]
    assert built.result.faults == ()
    assert ("附件2.docx" in built.files) == (part != "survey")


def test_a_tree_of_other_weights_gives_its_own_total_and_grade(tmp_path: Path) -> None:
    built = build(small(), tmp_path)
    text = "\n".join(p.text for p in Document(str(built.folder / "报告.docx")).paragraphs)
    assert "得分90分，见表3-1" in text
    assert "设2个三级指标" in text


def test_a_rule_that_cannot_be_computed_leaves_score_and_total_blank_and_is_found(
    tmp_path: Path,
) -> None:
    data = clean()
    row(data, "促进外贸结构优化").update(value="大力促进")
    built = build(data, tmp_path)
    assert "F702" in {f.code for f in built.result.findings}
    scores = next(
        table
        for table in Document(str(built.folder / "报告.docx")).tables
        if table.rows[0].cells[-1].text == "得分率"
    )
    assert [cell.text for cell in scores.rows[-1].cells][2:] == ["100", "", ""]


def test_the_report_with_all_slips_is_printed_as_stated(tmp_path: Path) -> None:
    built = build(laid(*SLIPS), tmp_path)
    texts = [
        c.text
        for t in Document(str(built.folder / "报告.docx")).tables
        for r in t.rows
        for c in r.cells
    ]
    assert "28.5" in texts
    assert "经济效益" in texts

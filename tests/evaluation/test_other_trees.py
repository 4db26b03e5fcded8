"""Other trees, weights and rules: every paper prints what fractions give, and nothing is found wrong."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.filing.build import Built
from govdocs.finding import Level
from tests.evaluation.other_trees import Tree, by_difference, low, rounded, uneven
from tests.evaluation.test_other_reports import build

TREES = {"uneven": (uneven, "中"), "by_difference": (by_difference, "良"), "low": (low, "差")}


def case_of(tree: Tree) -> dict[str, Any]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    data["indicators"] = tree.blocks
    data["settings"] = tree.settings
    data["tables"] = [{"name": "scores", "title": "得分表"}]
    data["tables"] += [{"name": b["name"], "title": f"{b['name']}表"} for b in tree.blocks]
    analysis = [
        {
            "heading": f"{b['name']}情况",
            "table": b["name"],
            "sections": [
                {"heading": g["name"], "group": g["name"], "paragraphs": ["略。"]}
                for g in b["groups"]
            ],
        }
        for b in tree.blocks
    ]
    part = next(s for s in data["sections"] if s["heading"] == "绩效评价指标分析")
    part["sections"] = analysis
    weights = {r["name"]: Fraction(r["weight"]) for b in tree.blocks for g in b["groups"] for r in g["indicators"]}  # fmt: skip
    lost = [name for name, points in tree.points.items() if points < weights[name]]
    data["problems"] = [{"heading": "有的没有达到", "paragraphs": ["略。"], "indicators": lost}]
    return data


@pytest.fixture(scope="module", params=sorted(TREES))
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Tree, str, Built]:
    tree, grade = TREES[request.param]
    own = tree()
    return own, grade, build(case_of(own), tmp_path_factory.mktemp(request.param))


def tables(file: Path) -> list[list[list[str]]]:
    return [[[c.text for c in r.cells] for r in t.rows] for t in Document(str(file)).tables]


def test_every_row_scores_what_fractions_give(made: tuple[Tree, str, Built]) -> None:
    tree, _, built = made
    (annex,) = tables(built.folder / "附件1.docx")
    printed = {row[2]: Fraction(row[6]) for row in annex[1:-1]}
    assert printed == tree.points


def test_sub_totals_total_rates_and_grade_follow_in_word_and_excel(
    made: tuple[Tree, str, Built],
) -> None:
    tree, grade, built = made
    scores = next(t for t in tables(built.folder / "报告.docx") if t[0][-1] == "得分率")
    sheet = load_workbook(built.folder / "附件1.xlsx", data_only=True)["得分情况"]
    excel = [[sheet.cell(r, c).value for c in range(3, 6)] for r in range(4, 3 + len(scores))]
    expected = []
    for block in tree.blocks:
        parts = [[r["name"] for r in g["indicators"]] for g in block["groups"]]
        weights = [sum(Fraction(r["weight"]) for r in g["indicators"]) for g in block["groups"]]
        expected += [(w, tree.of(*names)) for w, names in zip(weights, parts, strict=True)]
        expected.append((sum(weights), tree.of(*(n for names in parts for n in names))))
    expected.append((Fraction(100), tree.of(*tree.points)))
    for (weight, score), row, cells in zip(expected, scores[1:], excel, strict=True):
        rate = rounded(score * 100 / weight)
        assert (Fraction(row[2]), Fraction(row[3])) == (weight, score)
        assert Fraction(row[4].rstrip("%")) == rate
        assert [round(float(str(cell)), 6) for cell in cells[:2]] == [float(weight), float(score)]
        assert round(float(str(cells[2])) * 100, 2) == pytest.approx(float(rate), abs=0.0101)
    text = "\n".join(p.text for p in Document(str(built.folder / "报告.docx")).paragraphs)
    assert f"得分{float(expected[-1][1]):g}分" in text
    assert tables(built.folder / "附件1.docx")[0][-1][-1] == f"评价等级：{grade}"


def test_excel_prints_no_more_decimals_than_word(made: tuple[Tree, str, Built]) -> None:
    _, _, built = made
    book = load_workbook(built.folder / "附件1.xlsx")
    formats = {
        sheet.cell(r, c).number_format
        for sheet, columns in ((book["附件1"], (5, 7)), (book["得分情况"], (3, 4)))
        for r in range(4, sheet.max_row)
        for c in columns
        if str(sheet.cell(r, c).value).startswith("=")
    }
    assert formats == {"General;-General"}


def test_nothing_is_found_wrong(made: tuple[Tree, str, Built]) -> None:
    _, _, built = made
    assert built.result.faults == ()
    found = [(f.code, f.variant, f.spots[0].label) for f in built.result.findings if f.level is not Level.NOTE]  # fmt: skip
    assert found == []

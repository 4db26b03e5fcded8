"""One changed value carries the report over the boundary of a grade: every paper moves, or none."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from govdocs.filing.build import Built
from govdocs.finding import Level
from govdocs.model.interval import rounded
from govdocs.rendering.preview.libreoffice import require_libreoffice
from govdocs.rendering.preview.process import run
from govdocs.rendering.preview.profile import make_profile
from tests.evaluation.slips import clean, row
from tests.evaluation.test_other_reports import build

CHANGED = "促进外贸企业稳定发展"
"""A row of 8 points; without them 86.44 (良) is 78.44 (中)."""


def built_with(value: str, folder: Path) -> Built:
    data = clean()
    row(data, CHANGED)["value"] = value
    return build(data, folder)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The report as shipped and with the one changed value."""
    before = built_with("有效促进", tmp_path_factory.mktemp("before"))
    return before, built_with("没有", tmp_path_factory.mktemp("after"))


class Word:
    """What a Word file prints: paragraphs, and tables by their head."""

    def __init__(self, file: Path) -> None:
        document = Document(str(file))
        self.text = "\n".join(p.text for p in document.paragraphs)
        self.tables = [[[c.text for c in r.cells] for r in t.rows] for t in document.tables]

    def table(self, *head: str) -> list[list[str]]:
        return next(t for t in self.tables if t[0][: len(head)] == list(head))

    def line(self, *head: str, at: str) -> list[str]:
        rows = [r for r in self.table(*head) if at in r]
        return rows[0]


def test_the_report_moves_as_one(papers: tuple[Built, Built]) -> None:
    expected = [
        # total, grade, group, its rate, block, its rate, own row
        ("86.44", "良", "18", "90.00%", "26", "86.67%", "8"),
        ("78.44", "中", "10", "50.00%", "18", "60.00%", "0"),
    ]
    for built, (total, grade, group, rate, block, block_rate, own) in zip(
        papers, expected, strict=True
    ):
        word = Word(built.folder / "报告.docx")
        assert f"最终得分{total}分，评价等级为“{grade}”" in word.text
        assert f"实施效益　权重分20分，得分{group}分" in word.text
        assert f"该项权重分20分，评价得分{group}分。" in word.text
        assert f"权重分30分，实际得分{block}分" in word.text
        scores = ("一级指标", "二级指标", "权重")
        assert word.line(*scores, at="实施效益")[2:] == ["20", group, rate]
        assert word.table(*scores)[-2][1:] == ["小计", "30", block, block_rate]
        assert word.table(*scores)[-1][2:] == ["100", total, f"{total}%"]
        analysis = next(t for t in word.tables if any(CHANGED in r for r in t) and len(t[0]) == 5)
        assert next(r for r in analysis if CHANGED in r)[-1] == own
        assert analysis[-1][-1] == block
        annex = Word(built.folder / "附件1.docx").tables[0]
        assert next(r for r in annex if CHANGED in r)[6] == own
        assert next(r for r in annex if CHANGED in r)[7].endswith(f"计{own}分。")
        assert annex[-1][4:] == ["100", "——", total, f"评价等级：{grade}"]
        assert not [f for f in built.result.findings if f.level is Level.ERROR]


def test_the_other_grade_and_total_are_printed_nowhere(papers: tuple[Built, Built]) -> None:
    _, after = papers
    for name in ("报告.docx", "附件1.docx"):
        word = Word(after.folder / name)
        printed = word.text + "".join(c for t in word.tables for r in t for c in r)
        assert "86.44" not in printed
        assert not re.search("评价等级(?:为“|：)良", printed)


def test_the_self_rating_table_moves_too(papers: tuple[Built, Built]) -> None:
    last = [Word(b.folder / "项目支出绩效自评表.docx").tables[0][-1] for b in papers]
    before, after = (Decimal(next(c for c in reversed(line) if re.fullmatch(r"[\d.]+", c))) for line in last)  # fmt: skip
    # 30 points for effects over 20 of weight: 8 of 20 are 12 of 30.
    assert before - after == 12


def _workbook(file: Path) -> dict[str, Any]:
    sheet = load_workbook(file, data_only=True).worksheets[0]
    last = next(r for r in range(4, sheet.max_row + 1) if sheet.cell(r, 1).value == "合计")
    return {c: sheet[f"{c}{last}"].value for c in "EGHI"}


def test_the_workbook_carries_the_moved_figures(papers: tuple[Built, Built]) -> None:
    before, after = (_workbook(built.folder / "附件1.xlsx") for built in papers)
    assert (before["G"], before["H"], before["I"]) == (86.44, 0.8644, "评价等级：良")
    assert (after["G"], after["H"], after["I"]) == (78.44, 0.7844, "评价等级：中")


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice")
@pytest.mark.parametrize(
    ("score", "group", "block", "total", "rate", "grade"),
    [
        ("8", "18", "26", "86.44", "86.44%", "良"),
        ("1.56", "11.56", "19.56", "80", "80.00%", "良"),
        ("1.55", "11.55", "19.55", "79.99", "79.99%", "中"),
        ("0", "10", "18", "78.44", "78.44%", "中"),
        ("", "", "", "", "", ""),
    ],
)
def test_a_score_changed_in_the_live_workbook_moves_sub_totals_total_rate_and_grade(
    papers: tuple[Built, Built],
    score: str,
    group: str,
    block: str,
    total: str,
    rate: str,
    grade: str,
    tmp_path: Path,
) -> None:
    workbook = load_workbook(papers[0].folder / "附件1.xlsx")
    sheet = workbook.worksheets[0]
    own = next(r for r in range(4, sheet.max_row + 1) if sheet.cell(r, 3).value == CHANGED)
    sheet.cell(own, 7).value = float(score) if score else None
    file = tmp_path / "改.xlsx"
    workbook.save(file)  # without computed values: LibreOffice computes every formula itself
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [str(require_libreoffice()), make_profile(tmp_path / "profile"), "--headless",
               "--convert-to", kind, "--outdir", str(tmp_path), str(file)]  # fmt: skip
    run(command, seconds=120)
    rows = _listed(tmp_path / "改-附件1.csv")
    last = next(line for line in rows if line[0] == "合计")
    assert (last[6], _rate(last[7]), last[8]) == (total, rate, f"评价等级：{grade}")
    sums = _listed(tmp_path / "改-得分情况.csv")
    assert next(line for line in sums if line[1] == "实施效益")[2:4] == ["20", group]
    assert [line for line in sums if line[1] == "小计"][-1][2:4] == ["30", block]
    whole = next(line for line in sums if line[0] == "合计")
    assert (whole[2], whole[3], _rate(whole[4])) == ("100", total, rate)
    own_rate = f"{rounded(Decimal(score) / 8 * 100, 2)}%" if score else ""
    assert _rate(next(line for line in rows if line[2] == CHANGED)[7]) == own_rate


def _rate(cell: str) -> str:
    """A rate as the sheet prints it; the listing gives all its digits."""
    return f"{rounded(Decimal(cell.rstrip('%')), 2)}%" if cell else ""


def _listed(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_a_stated_sub_total_that_is_no_sum_is_printed_as_stated_in_word_and_excel(
    tmp_path: Path,
) -> None:
    data = clean()
    data["indicators"][3]["groups"][0]["score"] = "13"
    folder = build(data, tmp_path).folder
    scores = Word(folder / "报告.docx").table("一级指标", "二级指标", "权重")
    sheet = load_workbook(folder / "附件1.xlsx", data_only=True)["得分情况"]
    excel = {sheet.cell(r, 2).value: sheet.cell(r, 4).value for r in range(4, sheet.max_row)}
    assert next(line for line in scores if "实施效益" in line)[3] == "13"
    assert excel["实施效益"] == 13

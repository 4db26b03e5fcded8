"""``govdocs build`` makes the report, its annexes and the self-rating form from the shipped case."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from govdocs.errors import TemplateError
from govdocs.filing.build import Built, build_case
from govdocs.filing.template_check import check_template
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_any_case
from govdocs.tags.evaluation.context import EvaluationContext
from govdocs.tags.evaluation.fields import evaluation_fields
from govdocs.tags.values import Record
from tests.evaluation.slips import CLEAN
from tests.tags.test_fields import mismatches


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_case(CLEAN, tmp_path_factory.mktemp("out"))


def grids(file: Path) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(str(file)).tables
    ]


def test_every_paper_is_there(built: Built) -> None:
    assert {
        "报告.docx", "附件1.docx", "附件1.xlsx", "附件2.docx", "项目支出绩效自评表.docx",
        "项目支出绩效自评表.xlsx", "校验结果.html", "manifest.json",
    } <= set(built.files)  # fmt: skip


def test_the_tables_are_numbered_by_their_sections_and_referred_to(built: Built) -> None:
    text = "\n".join(p.text for p in Document(str(built.folder / "报告.docx")).paragraphs)
    captions = re.findall(r"^(表\d-\d)　", text, re.MULTILINE)
    assert captions == ["表1-1", "表3-1", "表4-1", "表4-2", "表4-3", "表4-4"]
    assert all(text.count(caption) >= 2 for caption in captions)


def test_the_score_table_has_sub_totals_and_merged_groups(built: Built) -> None:
    tables = grids(built.folder / "报告.docx")
    scores = next(t for t in tables if t[0] == ["一级指标", "二级指标", "权重", "得分", "得分率"])
    assert [row[2:] for row in scores if row[1] == "小计"] == [
        ["20", "18", "90.00%"], ["25", "21", "84.00%"], ["25", "21.44", "85.76%"], ["30", "26", "86.67%"],
    ]  # fmt: skip
    assert scores[-1][2:] == ["100", "86.44", "86.44%"]
    xml = zipfile.ZipFile(built.folder / "报告.docx").read("word/document.xml").decode()
    assert xml.count('<w:vMerge w:val="restart"/>') >= 4 + 3 + 2 + 2 + 1


def test_the_report_asks_word_to_bring_its_fields_up_to_date_and_has_its_footnote(
    built: Built,
) -> None:
    archive = zipfile.ZipFile(built.folder / "报告.docx")
    assert "updateFields" in archive.read("word/settings.xml").decode()
    assert "60（含）-80分为中" in archive.read("word/footnotes.xml").decode()
    xml = archive.read("word/document.xml").decode()
    assert (
        len(re.findall(r"PAGEREF _govdocs\d+", xml))
        == len(re.findall(r'w:name="_govdocs\d+"', xml))
        == 22
    )


def test_annex_1_is_landscape_and_repeats_its_head(built: Built) -> None:
    document = Document(str(built.folder / "附件1.docx"))
    (section,) = document.sections
    assert section.page_width > section.page_height  # type: ignore[operator]
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    assert len(document.tables[0].rows) == 1 + 23 + 1


def test_the_workbook_adds_up_by_itself_and_carries_its_values(built: Built) -> None:
    data = (built.folder / "附件1.xlsx").read_bytes()
    live = load_workbook(io.BytesIO(data))["附件1"]
    values = load_workbook(io.BytesIO(data), data_only=True)["附件1"]
    last = next(r for r in range(4, live.max_row + 1) if live.cell(r, 1).value == "合计")
    assert "SUM(G4:G" in str(live.cell(last, 7).value)
    assert round(float(str(values.cell(last, 7).value)), 2) == 86.44
    assert float(str(values.cell(last, 5).value)) == 100


def test_the_self_rating_form_scores_fifty_thirty_ten_and_ten(built: Built) -> None:
    (table,) = grids(built.folder / "项目支出绩效自评表.docx")
    weights: dict[str, float] = {}
    for row in table[10:-1]:
        weights[row[1]] = weights.get(row[1], 0) + float(row[6])
    assert weights == {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
    sheet = load_workbook(built.folder / "项目支出绩效自评表.xlsx", data_only=True).active
    assert sheet is not None
    last = next(r for r in range(9, sheet.max_row + 1) if sheet.cell(r, 1).value == "总分")
    assert float(str(sheet.cell(last, 7).value)) == 100
    assert f"{float(str(sheet.cell(last, 8).value)):g}" == table[-1][7]


def test_two_builds_give_the_same_bytes(built: Built, tmp_path: Path) -> None:
    again = build_case(CLEAN, tmp_path)
    for name in built.files:
        assert (built.folder / name).read_bytes() == (again.folder / name).read_bytes(), name


def test_the_field_list_promises_what_the_context_offers() -> None:
    case = load_any_case(CLEAN).case
    record = EvaluationContext(case, form_set_of(case)).record  # type: ignore[arg-type]
    listed = evaluation_fields()
    known = {
        name
        for name in listed.children
        if name not in {"report", "self_rating", "survey", "sections", "satisfaction_chart"}
    }
    offered = Record({name: node for name, node in record.items() if name in known}, ())
    assert set(record) == set(listed.children)
    tree = {name: listed.children[name] for name in known}
    assert list(mismatches(type(listed)("", "", "record", children=tree), offered, "")) == []


@pytest.mark.parametrize(
    "name",
    [
        "report.docx",
        "scores.docx",
        "survey.docx",
        "selfrating.docx",
        "scores.xlsx",
        "selfrating.xlsx",
    ],
)
def test_the_templates_are_sound(root: Path, name: str) -> None:
    kind = name.rpartition(".")[2]
    assert check_template(root / "templates" / kind / f"evaluation-{name}") == []


def test_a_case_without_a_survey_makes_the_report_without_its_annex(tmp_path: Path) -> None:
    text = CLEAN.read_text("utf-8")
    head, _, rest = text.partition("\nsurvey:\n")
    after = rest[rest.index("\npolicy:\n") :]
    bare = re.sub(r"\{\{ (?:survey|questions)\.[^}]*\}\}", "——", head + after).replace(
        "measure: 总体满意度", "value: 98.27%"
    )
    file = tmp_path / "案卷.yaml"
    file.write_text(bare, encoding="utf-8")
    made = build_case(file, tmp_path / "out")
    assert "附件2.docx" not in made.files
    assert "报告.docx" in made.files


def test_a_table_that_nothing_has_is_named(tmp_path: Path) -> None:
    file = tmp_path / "案卷.yaml"
    file.write_text(
        CLEAN.read_text("utf-8").replace("table: scores", "table: 不存在"), encoding="utf-8"
    )
    with pytest.raises(TemplateError) as raised:
        build_case(file, tmp_path / "out")
    assert {p.code for p in raised.value.problems} == {"evaluation.unknown_table"}
    assert all(p.place is not None for p in raised.value.problems)
    assert not (tmp_path / "out").exists()

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx

from govdocs.checks.subject import Subject
from govdocs.filing.build import build_case
from govdocs.finding import AcceptedBy, CheckResult
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_case
from govdocs.rendering.docx import check_docx, compile_docx
from govdocs.reporting.review_note import review_fields, review_record
from govdocs.tags.fields import case_fields
from govdocs.tags.schema_tree import FieldNode
from govdocs.tags.values import Record, Rows

from . import samples

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "templates/docx/review-note.docx"
LATER = AcceptedBy("原件如此 <核>", "李四", "2018-06-02")
RESULT = CheckResult(
    (replace(samples.RATE, accepted=LATER), samples.CLAIM, samples.NAMES, samples.BLANK)
)


@cache
def subject() -> Subject:
    loaded = load_case(ROOT / "data/2017-hunan.yaml")
    return Subject(loaded.case, form_set_of(loaded.case), loaded.places)


def record(result: CheckResult = RESULT) -> Record:
    made = review_record(subject().context, result, samples.RULES)
    assert made is not None
    return made


def test_every_accepted_finding_is_a_row_of_the_page() -> None:
    filled = compile_docx(TEMPLATE).fill(record())
    (table,) = docx.Document(io.BytesIO(filled.data)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["序号", "问题", "位置", "当时数值", "说明", "说明人", "日期"]
    assert rows[1] == [
        "1",
        "执行率印作 96%，应为 95%",
        "附件2“年度资金总额”执行率；附件2“年度资金总额”全年执行数",
        "96%；16573.08；96%",
        "原件如此 <核>",
        "李四",
        "2018年6月2日",
    ]
    assert rows[2][0] == "2"
    assert len(rows) == 3


def test_the_page_says_how_many_who_and_when() -> None:
    filled = compile_docx(TEMPLATE).fill(record())
    texts = [p.text for p in docx.Document(io.BytesIO(filled.data)).paragraphs if p.text]
    assert texts == [
        "审核情况说明",
        "2017年度外经贸发展专项资金报送材料在校验中有2处不符。经逐项核实，照现有内容报送，情况说明如下。",
        "湖南省财政厅",
        "2018年6月2日",
    ]


def test_without_accepted_findings_there_is_no_page() -> None:
    assert review_record(subject().context, CheckResult((samples.RATE,)), samples.RULES) is None


def test_a_long_sentence_is_quoted_by_its_beginning() -> None:
    long = replace(samples.NAMES, spots=(samples.spot(("goals", 0), "附件1目标1", "字" * 60),))
    filled = compile_docx(TEMPLATE).fill(record(CheckResult((long,))))
    (table,) = docx.Document(io.BytesIO(filled.data)).tables
    assert table.rows[1].cells[3].text == "字" * 40 + "……"


def test_many_places_are_counted_not_listed() -> None:
    spots = tuple(samples.spot(("goals", n), f"附件1目标{n}", "x") for n in range(5))
    many = replace(samples.NAMES, spots=spots)
    filled = compile_docx(TEMPLATE).fill(record(CheckResult((many,))))
    (table,) = docx.Document(io.BytesIO(filled.data)).tables
    assert table.rows[1].cells[2].text == "附件1目标0；附件1目标1；附件1目标2等5处"


def test_the_template_uses_only_fields_that_there_are() -> None:
    case = case_fields()
    fields = FieldNode("", "", "record", children={**case.children, "review": review_fields()})
    assert check_docx(TEMPLATE, fields, name="review-note.docx") == []
    unknown = {problem.details.get("name") for problem in check_docx(TEMPLATE, case)}
    assert "review.items" in unknown


def test_the_field_list_is_what_the_record_holds() -> None:
    review = record()["review"]
    assert isinstance(review, Record)
    assert set(review) == set(review_fields().children)
    items = review["items"]
    assert isinstance(items, Rows)
    for row in items:
        assert isinstance(row, Record)
        assert set(row) == set(review_fields().children["items"].children)


def test_the_year_in_the_name_of_a_project_is_not_said_twice(tmp_path: Path) -> None:
    built = build_case(ROOT / "data/2022-yongxing.yaml", tmp_path)
    texts = [p.text for p in docx.Document(str(built.folder / "审核情况说明.docx")).paragraphs]
    assert any(text.startswith("2022年度外贸补贴项目报送材料") for text in texts)

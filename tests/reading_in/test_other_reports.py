"""Reports that govdocs did not make are read by what their heads and sentences say."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.filing.build import build_case
from govdocs.filing.read_in import read_into
from govdocs.intake.load import load_any_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.scoring import Scoring
from govdocs.reading_in.into_case import ReadCase
from tests.reading_in.other_reports import industry_report, pension_report, road_report


@pytest.fixture
def road(tmp_path: Path) -> EvaluationCase:
    read_into([road_report(tmp_path / "道路.docx")], tmp_path / "读.yaml")
    case = load_any_case(tmp_path / "读.yaml").case
    assert isinstance(case, EvaluationCase)
    return case


@pytest.fixture
def pension(tmp_path: Path) -> ReadCase:
    return read_into([pension_report(tmp_path / "养老.docx")], tmp_path / "读.yaml")


@pytest.fixture
def industry(tmp_path: Path) -> ReadCase:
    return read_into([industry_report(tmp_path / "产业.docx")], tmp_path / "读.yaml")


def text_of(tmp_path: Path) -> str:
    return (tmp_path / "读.yaml").read_text("utf-8")


def missing(read: ReadCase) -> set[str]:
    return {".".join(str(step) for step in p.path or ()) for p in read.missing}


def test_labelled_lines_and_title_give_names_region_year_and_date(road: EvaluationCase) -> None:
    assert (road.region, road.year, road.project.name) == ("江北市", 2021, "2021年农村公路养护资金")
    assert road.project.department == "江北市交通运输局"
    assert road.project.finance_department == "江北市财政局"
    assert (road.cover.title, road.cover.evaluator) == (
        "财政支出绩效评价报告",
        "江北正衡会计师事务所",
    )
    assert road.cover.date.isoformat() == "2022-08-09"


def test_a_table_of_sources_gives_budget_arrived_spent_and_document(road: EvaluationCase) -> None:
    first, second = road.sources
    assert first.arrived and first.spent and second.arrived
    assert (first.name, first.amount.text, first.spent.text) == (
        "省级补助资金",
        "1200.00",
        "1150.50",
    )
    assert (second.arrived.text, first.document) == ("600.00", "江财建〔2021〕7号")


def test_weights_behind_each_level_and_blank_cells_beneath_a_name_are_understood(
    road: EvaluationCase,
) -> None:
    shape = [(b.name, [(g.name, [i.name for i in g.indicators]) for g in b.groups]) for b in road.indicators]  # fmt: skip
    assert shape == [
        ("投入", [("预算执行", ["资金到位率", "支出及时性"])]),
        ("产出", [("养护数量", ["养护里程"]), ("养护质量", ["路况优良率"])]),
    ]
    assert road.indicators[0].weight is None, "40 is what the rows make"


def test_a_rule_of_the_forms_own_wording_is_typed_and_any_other_stays_a_sentence(
    road: EvaluationCase,
) -> None:
    rules = {i.name: i.rule for b in road.indicators for g in b.groups for i in g.indicators}
    assert rules["资金到位率"].kind is Scoring.STEPS
    assert rules["养护里程"].kind is Scoring.PROPORTION
    assert rules["路况优良率"].kind is Scoring.DECREASE
    assert rules["支出及时性"].kind is Scoring.VERBATIM
    assert rules["支出及时性"].sentence == "按季度支出的得20分，拖延一个季度酌情扣分。"


def test_the_answers_of_a_table_are_counted_and_the_scale_is_taken_where_it_gives_the_printed_mean(
    road: EvaluationCase,
) -> None:
    assert road.survey is not None
    assert [(o.text, o.count) for o in road.survey.questions[0].options] == [("非常满意", 40), ("比较满意", 11), ("一般", 7)]  # fmt: skip
    assert [(w.answer, w.weight.text) for w in road.survey.weights] == [("非常满意", "100"), ("比较满意", "80"), ("一般", "60")]  # fmt: skip
    assert road.survey.stated is None, "91.38% follows"
    assert (road.survey.sent, road.survey.valid) == (60, 58)


def test_what_was_read_builds_a_report_again(tmp_path: Path, road: EvaluationCase) -> None:
    built = build_case(tmp_path / "读.yaml", tmp_path / "out")
    assert (built.folder / "报告.docx").exists()
    assert [p.heading for p in road.problems] == ["市级配套资金到位不足"]


def test_a_tree_cut_in_two_tables_with_weights_in_brackets_is_one_tree(pension: ReadCase) -> None:
    indicators = pension.tree["indicators"]
    assert isinstance(indicators, list)
    names = [b["name"].text for b in indicators if isinstance(b, dict)]  # type: ignore[union-attr]
    assert names == ["投入", "产出"]


def test_of_two_scores_the_evaluators_counts_and_not_the_offices_own(
    pension: ReadCase, tmp_path: Path
) -> None:
    text = text_of(tmp_path)
    assert "score: 28  # 养老.docx 表2第3行第9列" in text
    assert "score: 30" not in text


def test_money_with_commas_told_in_one_sentence_is_read(pension: ReadCase, tmp_path: Path) -> None:
    text = text_of(tmp_path)
    assert "name: 中央财政补助  # 养老.docx 第3段\n    amount: 2000  #" in text
    assert "paid: 5000  # 养老.docx 第3段" in text


def test_goals_are_read_from_their_table(pension: ReadCase, tmp_path: Path) -> None:
    text = text_of(tmp_path)
    assert "name: 服务老年人数  # 养老.docx 表1第2行第2列\n    level: 产出指标" in text
    assert "actual: 94.5%" in text


def test_a_matrix_of_answers_gives_a_question_a_row(pension: ReadCase) -> None:
    survey = pension.tree["survey"]
    assert isinstance(survey, dict)
    assert isinstance(survey["questions"], list)
    assert len(survey["questions"]) == 2
    assert "weights" not in survey, "no printed satisfaction proves a scale"


def test_what_a_report_does_not_say_is_asked_for(pension: ReadCase) -> None:
    assert {"project.department", "cover.evaluator", "cover.date"} <= missing(pension)


def test_a_report_without_annex_gives_its_tree_from_the_tables_of_the_text(
    industry: ReadCase, tmp_path: Path
) -> None:
    text = text_of(tmp_path)
    for line in (
        "name: 过程",
        "name: 档案完整性",
        "value: 部分企业资料不全",
        "score: 12",
        "grade: 良好",
    ):
        assert line in text
    assert "indicators.0.groups.0.indicators.0.rule" in missing(industry), "no rule is printed"


def test_payments_and_tariffs_are_read_from_their_tables(
    industry: ReadCase, tmp_path: Path
) -> None:
    text = text_of(tmp_path)
    assert "money_unit: 元" in text
    assert "allocated: 80500.50  # 产业.docx 表2第3行第3列\n    paid: 60000.00" in text
    assert "rate: 0.03" in text
    assert "last: 2023-06-30" in text
    assert "cap: 80万元" in text


def test_what_has_no_field_is_listed_with_its_place(industry: ReadCase, tmp_path: Path) -> None:
    assert "余款次年拨付" in [item.text for item in industry.left]
    assert "# - 产业.docx 表2第3行第5列：余款次年拨付" in text_of(tmp_path)


def test_a_total_that_is_not_the_sum_of_the_firms_is_told(tmp_path: Path) -> None:
    from docx import Document

    file = industry_report(tmp_path / "产业.docx")
    document = Document(str(file))
    document.tables[1].rows[3].cells[2].text = "200,500.60"
    document.save(str(file))
    read = read_into([file], tmp_path / "读.yaml")
    assert [item.why for item in read.left if item.text == "200500.60"] == [
        "各户合计为200500.50，与表中合计不符"
    ]


def test_a_report_torn_into_lines_is_put_together_and_any_other_is_read_as_typed(
    tmp_path: Path,
) -> None:
    from docx import Document

    sentence = "本次评价按照规定的程序开展，采取现场核查、资料审阅、问卷调查和座谈相结合的方式，对资金的分配、拨付、使用和效果作了全面检查。"
    torn = Document()
    for line in ("某县2021年农田建设资金绩效评价报告", "一、基本情况"):
        torn.add_paragraph(line)
    for _ in range(6):
        for at in range(0, len(sentence), 28):
            torn.add_paragraph(sentence[at : at + 28])
    torn.save(str(tmp_path / "断行.docx"))
    read = read_into([tmp_path / "断行.docx"], tmp_path / "读.yaml")
    assert sentence in (tmp_path / "读.yaml").read_text("utf-8")
    assert read.case is None, "a report without tables lacks its indicators"


def test_a_date_in_chinese_numerals_at_the_end_is_the_reports_and_says_what_it_was(
    tmp_path: Path,
) -> None:
    from docx import Document

    file = pension_report(tmp_path / "养老.docx")
    document = Document(str(file))
    document.add_paragraph("二〇二一年十一月三十日")
    document.save(str(file))
    read_into([file], tmp_path / "读.yaml")
    assert "date: 2021年11月30日  # 养老.docx" in text_of(tmp_path)
    assert "原为二〇二一年十一月三十日" in text_of(tmp_path)

"""Citations, numbering, brackets, repeated words, abbreviations, units: what is told and what is not."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

TITLE = "河湾县2021年水利资金绩效评价报告\n"


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.variant) for finding in checked(TITLE + text).findings]


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("根据《项目支出绩效评价管理办法》（财预〔2020〕10号）开展。\n依照《项目支出绩效评价管理办法》（财预〔2020〕12号）评分。\n2022年完成。", "number"),
        ("根据《水利发展资金管理办法》（财农〔2019〕54）开展。2022年完成。", "unended"),
    ],
)  # fmt: skip
def test_a_rule_bears_one_number_and_every_number_ends(text: str, variant: str) -> None:
    assert ("F613", variant) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "《关于下达水利资金预算的通知》（财农〔2021〕9号）、《关于下达水利资金预算的通知》（财农〔2021〕52号）已经转发。2022年完成。",
        "根据财农〔2021〕9、10号文件，2022年完成。",
        "《水利发展资金管理办法》（财农〔2019〕54号）印发后，《水利发展资金管理办法》（财农［2019］54号）沿用至今。2022年完成。",
    ],
    ids=["payments share a title", "two numbers in one", "another bracket"],
)
def test_numbers_that_may_differ_are_left_alone(text: str) -> None:
    assert [t for t in told(text) if t[1] in {"number", "unended"}] == []


def test_a_heading_that_runs_on_behind_its_number_counts_for_the_next_one() -> None:
    text = (
        "一、评价情况\n1.评价目的\n2.评价范围。本次评价的范围是全部资金，涉及八个乡镇的十二个项目，其中省级项目三个，县级项目九个。\n3.评价方法\n"
        "二、问题\n1.管护\n3.资金"
    )
    assert told(text) == [("F612", "heading")]


@pytest.mark.parametrize(
    "text",
    [
        "审核意见是“多余空格：（ 2017年”，已经改正。",
        "附件原文写“附件说明写‘1、’，应写‘1.’，，”，已经告知。",
        "|问题|当时的值|\n|多余的括号：“（ 2017年”|（ 2017年|",
        "指标解释（实际到位资金占应到位\n资金的比例）按照规定计算。",
    ],
    ids=[
        "a bracket quoted",
        "marks quoted",
        "a cell that a quotation holds",
        "closed in the next line",
    ],
)
def test_what_is_quoted_or_torn_raises_no_alarm_of_brackets_and_marks(text: str) -> None:
    assert [t for t in told(text) if t[0] in {"F331", "F332", "F333"}] == []


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("资金用于渠道清淤渠道清淤和泵站维修。", "word"),
        ("渠道清淤已经全部完成并通过验收。渠道清淤已经全部完成并通过验收。", "sentence"),
        ("全年清淤渠道三十八公里，受益农户五千二百户，没有发生质量安全问题，群众普遍表示满意。\n" * 2, "paragraph"),
    ],
)  # fmt: skip
def test_words_sentences_and_paragraphs_that_stand_twice_are_told(text: str, variant: str) -> None:
    assert told(text) == [("F624", variant)]


@pytest.mark.parametrize(
    "text",
    ["会议研究研究再定，一步一步推进。", "占比百分之百，家家户户受益，各项各类台账齐全。", "甲、乙两地的渠道清淤，渠道清淤后的管护。"],
)  # fmt: skip
def test_words_that_are_said_twice_on_purpose_are_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "受河湾县财政局（以下简称“县财政局”）委托，开展评价。",
        "河湾县水利发展资金项目（以下简称“本项目”）已经完成。",
        "河湾县人民政府有关部门（以下简称“县政府部门”）参加。",
    ],
)
def test_abbreviations_behind_their_names_are_left_alone(text: str) -> None:
    assert "F625" not in [code for code, _ in told(text)]


@pytest.mark.parametrize(
    "around",
    ["资金表（万元）\n{table}", "{table}\n注：金额单位为万元。", "本报告金额单位均为万元。\n说明。\n说明。\n说明。\n说明。\n说明。\n{table}"],
    ids=["title", "note beneath", "said once for all"],
)  # fmt: skip
def test_an_amount_whose_unit_is_said_anywhere_is_left_alone(around: str) -> None:
    table = "|预算金额|总预算数：|44955|\n|其他|无|无|"
    other = "\n完成。\n合格。\n拨付。\n满意。\n|项目|金额（万元）|\n|甲|10|\n|乙|20|"
    assert told("资金表\n" + table + other) == [("F626", "")]
    assert told(around.format(table=table) + other) == []
    assert told("资金表\n" + table) == []


def test_indicators_without_headings_of_their_own_are_no_gap() -> None:
    table = "|一级指标|二级指标|分值|得分|\n|产出|产出数量|10|9|\n|产出|产出质量|10|9|\n|产出|产出成本|10|9|"
    assert told("一、分析\n产出数量完成，产出质量合格。\n" + table) == []
    assert told("一、分析\n1.产出数量\n完成。\n2.其他\n合格。\n" + table) == []


def test_a_table_behind_the_text_is_called_in_it_as_its_title_calls_it() -> None:
    attached = "附表1\n资金分配表\n单位：万元\n|单位|金额|\n|甲县|10|\n|乙县|20|"
    assert ("F611", "label") in told(f"一、资金\n分配情况详见附件1。\n{attached}")
    assert told(f"一、资金\n分配情况详见附表1。\n{attached}") == []

"""A letter read into a case: elements by content and place, text where a number is not the next one."""

from __future__ import annotations

import pytest

from govdocs.errors import InputError
from govdocs.reading import read_document
from govdocs.reading_in.gathering import gather
from govdocs.reading_in.into_case import read_case_from
from govdocs.reading_in.placed import plain_tree
from tests.reading.written import docx_of

LETTER = (
    "岳阳市财政局文件", "岳财发〔2023〕7号", "岳阳市财政局关于报送绩效自评结果的报告", "省财政厅、省商务厅：",
    "现将有关情况报告如下：", "一、基本情况", "资金全部拨付到位。", "二、主要做法", "（一）健全制度。出台办法。",
    "1.明确分工。压实责任。", "3.编号跳过的一段，仍是正文。", "特此报告。", "附件：1.自评表", "2.佐证材料",
    "岳阳市财政局", "2023年5月6日", "（联系人：张三，联系电话：0730-1234567）",
)  # fmt: skip


def read(*lines: str) -> dict[str, object]:
    tree = gather([read_document(docx_of(*lines), name="信.docx")]).tree
    letter = plain_tree(tree["letter"])
    assert isinstance(letter, dict)
    return letter


def test_every_element_of_a_letter_finds_its_field() -> None:
    letter = read(*LETTER)
    assert letter["issuers"] == ["岳阳市财政局"]
    assert letter["document_number"] == "岳财发〔2023〕7号"
    assert letter["title"] == "岳阳市财政局关于报送绩效自评结果的报告"
    assert letter["addressees"] == ["省财政厅", "省商务厅"]
    assert letter["opening"] == ["现将有关情况报告如下："]
    assert letter["closing"] == ["特此报告。"]
    assert letter["date"] == "2023年5月6日"
    assert letter["contact"] == {"person": "张三", "phone": "0730-1234567"}
    assert letter["course"] == "上行文"


def test_a_number_that_would_not_be_the_next_stays_text() -> None:
    sections = read(*LETTER)["sections"]
    assert sections == [
        {"heading": "基本情况", "paragraphs": ["资金全部拨付到位。"]},
        {"heading": "主要做法", "sections": [
            {"heading": "健全制度。", "run_in": "是", "paragraphs": ["出台办法。"], "sections": [
                {"heading": "明确分工。", "run_in": "是",
                 "paragraphs": ["压实责任。", "3.编号跳过的一段，仍是正文。"]}]}]},
    ]  # fmt: skip


def test_signers_on_the_line_of_the_number_and_a_title_in_two_lines() -> None:
    letter = read("湘财外〔2018〕13号　　签发人：郭秀宏 李四", "关于某事的", "请示", "财政部：", "正文。",
                  "湖南省财政厅", "2018年1月2日")  # fmt: skip
    assert letter["signers"] == ["郭秀宏", "李四"]
    assert letter["title"] == "关于某事的\n请示"
    assert letter["issuers"] == ["湖南省财政厅"]


def test_listed_attachments_that_are_not_there_are_told() -> None:
    left = gather([read_document(docx_of(*LETTER), name="信.docx")]).left
    assert [item.text for item in left] == ["自评表", "佐证材料"]


def test_a_document_without_letter_and_form_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        read_case_from([read_document(docx_of("会议通知", "明日开会。"), name="通知.docx")])
    assert [p.code for p in refused.value.problems] == ["reading_in.nothing"]

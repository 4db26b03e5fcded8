"""Sentences broken into lines are joined for reading; headings, items and titles are not."""

from __future__ import annotations

import io

import docx
import pytest

from govdocs.filing.document_check import check_finished, commented_document
from govdocs.place import WordPlace
from govdocs.reading import read_document
from tests.reading.lined import check_lines, lines_of, read_lines
from tests.reading.written import docx_of

PAGE = """
河湾县水利资金绩效评价报告
一、资金情况
2021年河湾县共安排水利发展资金650万元，其中省级补
助350万元，县级配套200万元，全部用于渠道清淤和泵站
维修，资金于当年六月底前拨付到位，没有截留挪用情况。
（一）渠道清淤
全年清淤渠道38公里，受益灌溉面积1.2万亩，其中新增灌
溉面积0.3万亩；改善灌溉面积0.9万亩，受益农户5200户，
涉及三个乡镇，群众普遍反映用水比往年方便，浇地费用每
亩下降12元。
3
二、存在的问题
一是部分渠道管护责任没有落实，村级管护员报酬偏低，巡
查次数不足。
"""


def test_lines_of_one_width_that_end_in_mid_sentence_are_one_paragraph() -> None:
    document = read_lines(PAGE)
    assert [p.text for p in document.paragraphs] == [
        "河湾县水利资金绩效评价报告",
        "一、资金情况",
        "2021年河湾县共安排水利发展资金650万元，其中省级补助350万元，县级配套200万元，全部用于渠道清淤和泵站"
        "维修，资金于当年六月底前拨付到位，没有截留挪用情况。",
        "（一）渠道清淤",
        "全年清淤渠道38公里，受益灌溉面积1.2万亩，其中新增灌溉面积0.3万亩；改善灌溉面积0.9万亩，受益农户5200户，"
        "涉及三个乡镇，群众普遍反映用水比往年方便，浇地费用每亩下降12元。",
        "3",
        "二、存在的问题",
        "一是部分渠道管护责任没有落实，村级管护员报酬偏低，巡查次数不足。",
    ]  # fmt: skip
    assert [r.code for r in document.remarks] == ["reading.broken_lines"]


def test_headings_hold_for_the_joined_paragraphs() -> None:
    document = read_lines(PAGE)
    assert [p.headings for p in document.paragraphs][4] == ("一、资金情况", "（一）渠道清淤")


def test_a_finding_names_the_line_that_prints_the_figure(tmp_path) -> None:
    finding = next(f for f in check_lines(PAGE).findings if f.code == "F501")
    place = finding.spots[0].place
    assert isinstance(place, WordPlace)
    assert place.paragraph == 3
    file = tmp_path / "来件.docx"
    file.write_bytes(lines_of(PAGE))
    made = commented_document(check_finished(file))
    assert made.on_title == ()
    body = docx.Document(io.BytesIO(made.data)).element.body
    (start,) = body.xpath(".//w:commentRangeStart")
    assert start.getparent().text == PAGE.strip("\n").split("\n")[2]


def test_a_number_that_a_line_cuts_in_two_is_read_as_one() -> None:
    text = PAGE.replace(
        "安排水利发展资金650万元，其中省级补\n", "安排水利发展资金65\n0万元，其中省级补\n"
    )
    whole = next(p for p in read_lines(text).paragraphs if "省级" in p.text)
    assert "资金650万元" in whole.text


def test_a_page_number_between_two_lines_of_a_sentence_is_no_part_of_it() -> None:
    text = PAGE.replace("全部用于渠道清淤和泵站\n", "全部用于渠道清淤和泵站\n2\n")
    assert "泵站维修" in read_lines(text).paragraphs[2].text


def test_lines_as_typed_are_left_where_files_are_compared() -> None:
    document = read_document(lines_of(PAGE), as_typed=True)
    assert [p.text for p in document.paragraphs] == PAGE.strip("\n").split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "河湾县水利局\n河湾县财政局\n河湾县审计局\n河湾县乡村振兴局\n河湾县自然资源局",
        "关于2021年水利发展资金绩效自评情况的\n报告",
        "一是渠道清淤进展顺利，完成率百分之百，群众满意\n二是泵站维修进展顺利，完成率百分之百，群众满意\n"
        "三是管护经费落实到位，完成率百分之百，群众满意\n四是水价改革稳步推进，完成率百分之百，群众满意\n五是台账资料保存完整",
        "支持外贸中小企业提升国际化经营能力项目个数\n支持服务外包业务和技术出口业务的项目数量\n支持对外投资合作和对外承包工程的项目数\n"
        "当年外派劳务人数和在外人数合计数量情况\n境外园区建设和境外企业的资产总额情况表\n带动技术进口额和带动技术出口额合计数量",
    ],
    ids=["names", "a title in two lines", "items", "cells of a form"],
)
def test_what_may_be_lines_of_their_own_is_not_joined(text: str) -> None:
    assert [p.text for p in read_lines(text).paragraphs] == text.split("\n")


def test_soft_line_breaks_part_headings_and_whole_sentences() -> None:
    document = read_document(
        docx_of(
            "一、基本情况\n全县共安排资金350万元。\n（一）资金来源\n省级资金200万元，县级资金150万元。"
        )
    )
    assert [(p.text, p.level) for p in document.paragraphs] == [
        ("一、基本情况", 1), ("全县共安排资金350万元。", 0), ("（一）资金来源", 2),
        ("省级资金200万元，县级资金150万元。", 0),
    ]  # fmt: skip
    assert document.paragraphs[1].in_file((0, 2)) == (7, 9)


def test_a_soft_break_in_the_middle_of_a_sentence_is_dropped() -> None:
    (paragraph,) = read_document(
        docx_of("2021年全县共安排水利发展资金350万元，其中省级200\n万元，县级150万元。")
    ).paragraphs
    assert "省级200万元" in paragraph.text
    at = paragraph.text.index("县级")
    assert paragraph.in_file((at, at + 2)) == (at + 1, at + 3)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("下达资金1 234.5 万元", "下达资金1234.5 万元"),
        ("下达资金12 345 678元", "下达资金12345678元"),
        ("支出12，345.67万元", "支出12,345.67万元"),
        ("支出１２，３４５元", "支出１２,３４５元"),
        ("支出12, 345.60元", "支出12,345.60元"),
        ("拨付516. 70万元", "拨付516.70万元"),
        ("在20 22年", "在2022年"),
        ("分别为12，345万元", "分别为12，345万元"),
        ("第1 100万元档", "第1 100万元档"),
        ("3 200元的补贴", "3 200元的补贴"),
        ("共12 345个", "共12 345个"),
    ],
)
def test_gaps_inside_figures_close_only_where_nothing_else_can_be_meant(
    typed: str, read: str
) -> None:
    assert read_lines(typed).paragraphs[0].text == read


def test_a_figure_with_a_gap_keeps_its_place_in_the_file() -> None:
    paragraph = read_lines("下达资金1 234.5万元，已经支出。").paragraphs[0]
    at = paragraph.text.index("万元")
    assert paragraph.in_file((at, at + 2)) == (at + 1, at + 3)


def test_torn_cells_are_said_and_state_no_facts() -> None:
    torn = "\n".join(
        [
            "管理制度",
            "健全性",
            "得分率",
            "80%",
            "预算执",
            "行率",
            "60%",
            "组织实",
            "施情况",
            "较好",
            "验收合",
            "格率",
            "90%",
        ]
    )
    document = read_lines(f"一、情况\n2021年预算执行率为98%。\n附表\n{torn}")
    assert "reading.torn_lines" in [r.code for r in document.remarks]
    assert [
        f.code for f in check_lines(f"一、情况\n2021年预算执行率为98%。\n附表\n{torn}").findings
    ] == []

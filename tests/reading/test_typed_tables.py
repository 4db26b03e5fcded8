"""Tables typed as lines become grids where that is certain, each cell with the place of its line."""

from __future__ import annotations

import io

import docx
import pytest

from govdocs.filing.document_check import check_finished, commented_document
from govdocs.place import WordPlace
from tests.reading.lined import check_lines, lines_of, read_lines, shown

GRID = [["项目", "预算数", "执行数"], ["渠道清淤", "120", "118"], ["泵站维修", "80", "75"], ["合计", "200", "193"]]  # fmt: skip
BEFORE = "河湾县2021年水利资金报告\n资金使用情况见下表。\n表1 资金使用情况表\n单位：万元\n"
AFTER = "\n以上资金已经审计。"


def stacked(gap: str = "") -> str:
    return BEFORE + f"\n{gap}".join("\n".join(row) for row in GRID) + AFTER


@pytest.mark.parametrize(
    "between",
    ["\t", "|", "    ", "\u3000\u3000", " ", "│"],
    ids=["tab", "bar", "spaces", "wide spaces", "one space", "drawn bar"],
)
def test_a_row_a_line_is_a_table_whatever_parts_its_cells(between: str) -> None:
    document = read_lines(BEFORE + "\n".join(between.join(row) for row in GRID) + AFTER)
    (table,) = document.tables
    assert shown(table) == GRID
    assert (table.number, table.unit) == ("1", "万元")
    assert [r.code for r in document.remarks] == ["reading.typed_tables"]


def test_bars_at_both_ends_and_a_ruled_line_are_no_cells() -> None:
    lines = ["|" + "|".join(row) + "|" for row in GRID]
    (table,) = read_lines(
        BEFORE + "\n".join([lines[0], "|---|---|---|", *lines[1:]]) + AFTER
    ).tables
    assert shown(table) == GRID


def test_a_cell_a_line_is_a_table_by_its_constant_count() -> None:
    (table,) = read_lines(stacked()).tables
    assert shown(table) == GRID


def test_a_cell_a_line_with_rows_parted_by_blank_lines() -> None:
    (table,) = read_lines(stacked("\n")).tables
    assert shown(table) == GRID


def test_an_empty_paragraph_among_cells_is_a_blank_cell() -> None:
    (table,) = read_lines(stacked().replace("\n75\n", "\n\n")).tables
    assert shown(table)[2] == ["泵站维修", "80", ""]


def test_a_total_without_a_number_of_its_row_keeps_its_figures_in_their_columns() -> None:
    rows = [
        ["序号", "项目", "预算数"],
        ["1", "渠道清淤", "120"],
        ["2", "泵站维修", "80"],
        ["合计", "200"],
    ]
    (table,) = read_lines(BEFORE + "\n".join("\n".join(row) for row in rows) + AFTER).tables
    assert shown(table)[-1] == ["合计", "", "200"]


def test_names_that_stand_alone_between_subtotals_are_merged_over_their_rows() -> None:
    text = (
        "表2 评分表\n一级指标 二级指标 权重 得分\n投入\n立项 10 9\n资金 20 18\n小计 30 27\n产出\n数量 40 36\n质量 30 27\n"
        "小计 70 63\n合计 100 90\n综合以上各项，得分90分。"
    )
    (table,) = read_lines(text).tables
    assert [row[:2] for row in shown(table)] == [
        ["一级指标", "二级指标"], ["投入", "立项"], ["投入", "资金"], ["投入", "小计"],
        ["产出", "数量"], ["产出", "质量"], ["产出", "小计"], ["合计", "合计"],
    ]  # fmt: skip


def test_cells_that_begin_with_a_tab_are_a_form_with_rows_at_empty_paragraphs() -> None:
    text = (
        "自评表\n\t项目资金（万元）\n\t\n\t全年预算数\n\t全年执行数\n\t执行率\n\n\t\n\t年度资金总额\n\t520\n\t494\n\t95%\n\n"
        "\t\n\t其中：中央补助\n\t400\n\t380\n\t95%\n\n\t\n\t地方资金\n\t120\n\t114\n\t95%\n\n以上情况属实。"
    )
    (table,) = read_lines(text).tables
    assert shown(table)[2] == ["项目资金（万元）", "其中：中央补助", "400", "380", "95%"]


def test_rules_over_tables_run_and_name_the_paragraph_as_the_user_counts_it() -> None:
    wrong = stacked().replace("\n193", "\n195")
    (finding,) = check_lines(wrong).findings
    assert (finding.code, finding.arithmetic) == ("F601", "118＋75＝193≠195")
    place = finding.spots[0].place
    assert isinstance(place, WordPlace)
    assert wrong.split("\n")[(place.paragraph or 0) - 1] == "195"


def test_the_comment_on_a_cell_stands_at_its_part_of_the_line(tmp_path) -> None:
    rows = [*GRID[:-1], ["合计", "200", "195"]]
    file = tmp_path / "来件.docx"
    file.write_bytes(lines_of(BEFORE + "\n".join("\t".join(row) for row in rows) + AFTER))
    made = commented_document(check_finished(file))
    assert made.on_title == ()
    body = docx.Document(io.BytesIO(made.data)).element.body
    commented = [
        next(e for e in start.itersiblings() if e.tag.endswith("}r")).text
        for start in body.xpath(".//w:commentRangeStart")
    ]
    assert "195" in commented
    assert all(text in {"118", "75", "195"} for text in commented)


@pytest.mark.parametrize(
    "text",
    [
        "联系人\n张三\n电话\n0731-8888\n李四\n刘五\n王六\n地址\n城关镇",
        "姓名 职务 单位\n张三 组长 财政局\n李四 组员 审计局\n王五 组员 财政局\n赵六 组员 财政局",
        "表1 资金表\n单位：万元\n项目\n预算数\n执行数\n甲项目\n120\n118\n乙项目\n80\n丙项目\n60\n55\n合计\n260\n173",
        "抄送：省财政厅　　省水利厅\n河湾县水利局　　2021年3月1日\n主任　　王某\n副主任　　李某",
        "一、基本情况\t1\n二、主要做法\t3\n三、存在问题\t5\n四、下一步工作\t6",
        "项目 预算 执行\n甲 10 9\n因受天气影响 20 18 有所\n推迟\n丁 5 4",
    ],
    ids=[
        "key and value",
        "words only",
        "a cell is missing",
        "signatures",
        "contents",
        "a torn row",
    ],
)
def test_what_is_not_certain_stays_lines(text: str) -> None:
    document = read_lines(f"河湾县2021年报告\n{text}\n")
    assert document.tables == ()
    assert [p.text for p in document.paragraphs][1:] == text.split("\n")


def test_a_table_that_breaks_off_before_its_total_is_left_alone() -> None:
    """Half a table would make wrong sums and counts of rows."""
    text = "表1 资金表\n单位：万元\n项目 预算数 执行数\n甲项目 120 118\n乙项目 80 75\n丙项\n目 60 55\n合计 260 248"
    assert read_lines(text).tables == ()


def test_a_name_over_blank_cells_and_a_name_in_two_lines_keep_their_rows() -> None:
    text = (
        "单位：万元\n项目资金\n全年预算数\n全年执行数\n年度资金总额\n520\n494\n其中：中央补助\n400\n380\n地方资金\n"
        "其他资金\n（包括结转结余）\n120\n114\n年度绩效目标\n完成任务"
    )
    (table,) = read_lines(text).tables
    assert shown(table)[3:] == [
        ["地方资金", "", ""],
        ["其他资金\n（包括结转结余）", "120", "114"],
    ]


def test_a_stack_is_never_read_one_cell_off() -> None:
    """The first row lacks a figure: beginning at the second word of the head would fit by chance."""
    text = "表1 资金表\n单位：万元\n项目\n预算数\n执行数\n渠道\n清淤\n泵站\n80\n75\n合计\n80\n75\n"
    for table in read_lines(text).tables:
        assert shown(table)[0] == ["项目", "预算数", "执行数"]

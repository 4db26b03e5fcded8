"""A Word file is read as its reader sees it: numbers, merges, changes, captions, places."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from govdocs.place import WordPlace
from govdocs.reading import read_document
from govdocs.reading.tables import RowKind, regions_of
from govdocs.reading.word.numbering import number_text
from tests.reading.papers import read
from tests.reading.written import docx_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_body(*xml: str) -> bytes:
    document = docx.Document()
    end = document.element.body[-1]
    for piece in xml:
        end.addprevious(
            parse_xml(piece.replace("<w:p>", f"<w:p {W}>", 1).replace("<w:tbl>", f"<w:tbl {W}>", 1))
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_typed_numbers_make_the_outline() -> None:
    document = read(
        "一、基本情况\n（一）项目概况\n1.背景\n项目自2020年起实施。\n二、结论\n总体良好。"
    )
    levels = [paragraph.level for paragraph in document.paragraphs]
    assert levels == [1, 2, 3, 0, 1, 0]
    assert document.paragraphs[3].headings == ("一、基本情况", "（一）项目概况", "1.背景")
    assert document.paragraphs[5].headings == ("二、结论",)


def test_a_number_before_running_text_makes_no_heading() -> None:
    assert read("1.评价目的。通过评价，总结经验。").paragraphs[0].level == 0


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [(3, "chineseCounting", "三"), (10, "chineseCountingThousand", "十"), (21, "japaneseCounting", "二十一"),
     (105, "chineseCounting", "一百零五"), (2, "chineseLegalSimplified", "贰"), (4, "decimalEnclosedCircle", "④"),
     (2, "upperLetter", "B"), (9, "lowerRoman", "ix"), (7, "decimal", "7"), (5, "unheard-of", "5")],
)  # fmt: skip
def test_automatic_numbers_are_printed_as_word_prints_them(
    number: int, style: str, printed: str
) -> None:
    assert number_text(number, style) == printed


def test_automatic_numbering_counts_on_and_gives_the_level() -> None:
    data = with_body(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>基本情况</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>主要做法</w:t></w:r></w:p>',
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="9"/></w:num></w:numbering>'
    )
    paragraphs = read_document(replaced(data, "word/numbering.xml", numbering.encode())).paragraphs
    assert [p.full for p in paragraphs] == ["一、基本情况", "二、主要做法"]
    assert [p.level for p in paragraphs] == [1, 1]


def replaced(data: bytes, member: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return out.getvalue()


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    document = read_document(
        with_body(
            "<w:p><w:r><w:t>拨付</w:t></w:r><w:del><w:r><w:delText>500</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>600</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>"
        )
    )
    assert document.paragraphs[0].text == "拨付600万元"
    assert [r.code for r in document.remarks] == ["reading.tracked_changes"]


def test_hidden_text_is_left_out_and_the_rest_keeps_its_place() -> None:
    document = read_document(
        with_body(
            "<w:p><w:r><w:t>共</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>旧数</w:t></w:r><w:r><w:t>30万元</w:t></w:r></w:p>"
        )
    )
    paragraph = document.paragraphs[0]
    assert paragraph.text == "共30万元"
    assert paragraph.in_file((1, 5)) == (3, 7)
    assert [r.code for r in document.remarks] == ["reading.hidden_text"]


def test_merged_cells_cover_all_their_places() -> None:
    table = read("|类别|单位|金额|\n|一类|甲|1|\n|^|乙|2|\n|合计|<|3|").tables[0]
    assert table.at(1, 0) is table.at(2, 0)
    assert table.at(3, 0) is table.at(3, 1)
    assert [cell.text for cell in table.cells()] == [
        "类别",
        "单位",
        "金额",
        "一类",
        "甲",
        "1",
        "乙",
        "2",
        "合计",
        "3",
    ]


def test_a_cell_knows_its_place_as_word_counts_it() -> None:
    table = read("前言。\n|甲|乙|\n|1|2|").tables[0]
    cell = table.at(1, 1)
    assert cell is not None
    assert cell.place == WordPlace("报告.docx", table=1, row=2, column=2)


def test_caption_number_title_and_unit_are_found_above_a_table() -> None:
    table = read("表1-2 资金拨付明细表\n单位：万元\n|单位|金额|\n|甲县|30|\n|乙县|20|").tables[0]
    assert (table.number, table.title, table.unit) == ("1-2", "资金拨付明细表", "万元")
    figure = regions_of(table)[0].figure(1, 1)
    assert figure is not None
    assert figure.unit_symbol == "万元"
    assert int(figure.base_interval.low) == 295_000


def test_an_office_is_no_unit_of_measure() -> None:
    assert read("实施单位：某某局\n|单位|金额|\n|甲县|30|\n|乙县|20|").tables[0].unit == ""


def test_two_head_rows_make_one_heading_a_column() -> None:
    table = read(
        "|单位|资金（万元）|<|执行率|\n|^|预算数|执行数|^|\n|甲|10|5|50%|\n|乙|20|20|100%|"
    ).tables[0]
    columns = regions_of(table)[0].columns
    assert [column.name for column in columns] == ["单位", "资金预算数", "资金执行数", "执行率"]
    assert columns[1].unit is not None


def test_a_head_repeated_after_a_page_break_is_no_row() -> None:
    regions = regions_of(
        read("|单位|金额|\n|甲|1|\n|乙|2|\n|单位|金额|\n|丙|3|\n|合计|6|").tables[0]
    )
    assert len(regions) == 1
    assert [row.label for row in regions[0].rows] == ["甲", "乙", "丙", "合计"]


def test_rows_are_told_apart_by_their_names() -> None:
    rows = regions_of(read("|项目|金额|\n|甲|1|\n|小计|1|\n|其中：乙|1|\n|总计|1|").tables[0])[
        0
    ].rows
    assert [row.kind for row in rows] == [
        RowKind.ITEM,
        RowKind.SUBTOTAL,
        RowKind.AMONG,
        RowKind.TOTAL,
    ]


def test_a_nested_table_is_a_table_of_its_own() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    outer = (
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    tables = read_document(with_body(outer)).tables
    assert [[cell.plain for cell in table.cells()] for table in tables] == [["外"], ["内"]]
    assert tables[1].depth == 1


def test_headers_are_notes_and_not_the_body() -> None:
    document = docx.Document()
    document.add_paragraph("正文。")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    out = io.BytesIO()
    document.save(out)
    read_back = read_document(out.getvalue())
    assert [p.text for p in read_back.paragraphs] == ["正文。"]
    assert [(n.part, n.text) for n in read_back.notes] == [("页眉", "内部资料")]


def test_a_file_without_text_says_so() -> None:
    document = read_document(docx_of())
    assert document.blocks == ()
    assert [r.code for r in document.remarks] == ["reading.no_text"]

"""Rows come out as often as the case says, and everything that names rows follows them."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting import rule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import TemplateError
from govdocs.tags.values import Record
from tests.rendering.xlsx.making import (
    cell_xml,
    cells_of,
    column,
    compiled,
    fill,
    merged,
    names,
    opened,
    record,
    xml,
)

LOOP = {
    "A1": "名称", "B1": "数",
    "A2": "{%tr for row in rows %}",
    "A3": "{{ row.name }}", "B3": "{{ row.count }}",
    "A4": "{%tr endfor %}",
    "A5": "合计", "B5": "=SUM(B3:B3)",
}  # fmt: skip


def book_of(sheet: Worksheet) -> Workbook:
    assert sheet.parent is not None
    return sheet.parent


def header(sheet: Worksheet) -> Any:
    assert sheet.oddHeader is not None
    return sheet.oddHeader.center


def three() -> Record:
    return record(
        rows=[{"name": "甲", "count": 1}, {"name": "乙", "count": 2}, {"name": "丙", "count": 4}]
    )


def test_a_row_is_repeated_and_its_markers_disappear():
    filled = fill(LOOP, three())
    assert column(filled, "A") == ["名称", "甲", "乙", "丙", "合计"]


def test_no_rows_leave_no_row():
    filled = fill(LOOP, record(rows=[]))
    assert column(filled, "A") == ["名称", "合计"]
    assert column(filled, "B", values=True) == ["数", 0]


def test_a_sum_over_the_repeated_row_takes_in_all_copies():
    filled = fill(LOOP, three())
    assert opened(filled)["B5"].value == "=SUM(B2:B4)"
    assert opened(filled, values=True)["B5"].value == 7


def test_a_range_that_reaches_the_marker_rows_takes_in_all_copies():
    filled = fill({**LOOP, "B5": "=SUM(B2:B4)"}, three())
    assert opened(filled)["B5"].value == "=SUM(B2:B4)"
    assert opened(filled, values=True)["B5"].value == 7


def test_a_formula_in_the_repeated_row_is_about_its_own_copy():
    filled = fill({**LOOP, "C3": "=B3*2", "D3": "=$B3/B$5"}, three())
    sheet = opened(filled)
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == ["=B2*2", "=B3*2", "=B4*2"]
    assert [sheet[f"D{row}"].value for row in (2, 3, 4)] == ["=$B2/B$5", "=$B3/B$5", "=$B4/B$5"]
    assert [opened(filled, values=True)[f"C{row}"].value for row in (2, 3, 4)] == [2, 4, 8]


def test_an_absolute_range_in_the_repeated_row_means_all_copies():
    filled = fill(
        {**LOOP, "C3": "=B3/SUM($B$3:$B$3)"},
        record(rows=[{"name": "甲", "count": 1}, {"name": "乙", "count": 3}]),
    )
    assert opened(filled)["C3"].value == "=B3/SUM($B$2:$B$3)"
    assert [opened(filled, values=True)[f"C{row}"].value for row in (2, 3)] == [0.25, 0.75]


def test_a_running_sum_grows_row_by_row():
    filled = fill({**LOOP, "C3": "=SUM(B$3:B3)"}, three())
    assert [opened(filled, values=True)[f"C{row}"].value for row in (2, 3, 4)] == [1, 3, 7]


def test_a_shared_formula_becomes_one_of_each_row():
    from tests.rendering.xlsx.making import changed, template

    def share(text: str) -> str:
        text = text.replace("<f>B3*2</f>", '<f t="shared" ref="C3:D3" si="0">B3*2</f>')
        return text.replace("<f>C3*2</f>", '<f t="shared" si="0"/>')

    source = changed(
        template({**LOOP, "C3": "=B3*2", "D3": "=C3*2"}), "xl/worksheets/sheet1.xml", share
    )
    from govdocs.rendering.xlsx import compile_xlsx

    filled = compile_xlsx(source, name="t.xlsx").fill(three())
    assert opened(filled)["D4"].value == "=C4*2"
    assert opened(filled, values=True)["D4"].value == 16


def test_formulas_of_another_sheet_follow_too():
    def prepare(sheet: Worksheet) -> None:
        other = book_of(sheet).create_sheet("汇总 1")
        other["A1"] = "=SUM(表!B3:B3)"
        other["A2"] = "=表!B5+1"

    filled = fill(LOOP, three(), prepare)
    text = xml(filled, "xl/worksheets/sheet2.xml")
    assert "<f>SUM('表'!B2:B4)</f><v>7</v>" in text
    assert "<f>'表'!B5+1</f><v>8</v>" in text


def test_several_rows_between_the_markers_come_together():
    cells = {
        "A1": "{%tr for row in rows %}", "A2": "{{ row.name }}", "A3": "其中", "B3": "{{ row.count }}",
        "A4": "{%tr endfor %}", "A5": "合计", "B5": "=SUM(B3:B3)",
    }  # fmt: skip
    filled = fill(cells, three())
    assert column(filled, "A") == ["甲", "其中", "乙", "其中", "丙", "其中", "合计"]
    assert opened(filled)["B7"].value == "=SUM(B2,B4,B6)"
    assert opened(filled, values=True)["B7"].value == 7


def test_loops_within_loops_have_their_own_totals():
    cells = {
        "A1": "{%tr for group in groups %}", "A2": "{{ group.name }}", "B2": "=SUM(B4:B4)",
        "A3": "{%tr for row in group.rows %}", "A4": "{{ row.name }}", "B4": "{{ row.count }}",
        "A5": "{%tr endfor %}", "A6": "{%tr endfor %}", "A7": "总计", "B7": "=SUM(B2:B2)",
    }  # fmt: skip
    groups = [
        {"name": "一", "rows": [{"name": "甲", "count": 1}, {"name": "乙", "count": 2}]},
        {"name": "二", "rows": []},
        {"name": "三", "rows": [{"name": "丙", "count": 5}]},
    ]
    filled = fill(cells, record(groups=groups))
    assert column(filled, "A") == ["一", "甲", "乙", "二", "三", "丙", "总计"]
    assert column(filled, "B", values=True) == [3, 1, 2, 0, 5, 5, 8]


@pytest.mark.parametrize(
    ("kind", "expected"), [("a", ["甲", "尾"]), ("b", ["乙", "尾"]), ("c", ["丙", "尾"])]
)
def test_rows_come_out_by_condition(kind, expected):
    cells = {
        "A1": '{%tr if kind == "a" %}', "A2": "甲", "A3": '{%tr elif kind == "b" %}', "A4": "乙",
        "A5": "{%tr else %}", "A6": "丙", "A7": "{%tr endif %}", "A8": "尾",
    }  # fmt: skip
    assert column(fill(cells, record(kind=kind)), "A") == expected


def test_a_list_that_is_empty_gives_the_rows_of_else():
    cells = {"A1": "{%tr for row in rows %}", "A2": "{{ row }}", "A3": "{%tr else %}", "A4": "无",
             "A5": "{%tr endfor %}", "A6": "尾"}  # fmt: skip
    assert column(fill(cells, record(rows=[])), "A") == ["无", "尾"]
    assert column(fill(cells, record(rows=["甲"])), "A") == ["甲", "尾"]


def test_heights_styles_and_borders_come_along():
    def prepare(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].height = 33
        sheet["A3"].border = Border(Side("thin"), Side("thin"), Side("thin"), Side("thin"))
        sheet.row_dimensions[5].height = 44

    sheet = opened(fill(LOOP, three(), prepare))
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4, 5)] == [33, 33, 33, 44]
    assert all(sheet[f"A{row}"].border.left.style == "thin" for row in (2, 3, 4))


def test_merged_cells_come_along_move_and_grow():
    def prepare(sheet: Worksheet) -> None:
        sheet.merge_cells("C3:D3")  # in the repeated row
        sheet.merge_cells("A5:B5")  # below
        sheet.merge_cells("E2:E4")  # beside the loop, markers included
        sheet.merge_cells("F1:F5")  # around it

    cells = {key: text for key, text in LOOP.items() if key != "B5"}
    assert merged(fill(cells, three(), prepare)) == {
        "C2:D2", "C3:D3", "C4:D4", "A5:B5", "E2:E4", "F1:F5",
    }  # fmt: skip


def test_a_merged_heading_may_begin_in_a_marker_row():
    cells = {
        "A1": "{{ head }}", "B1": "{%tr if yes %}", "B2": "甲", "B3": "{%tr else %}", "B4": "乙",
        "B5": "{%tr endif %}", "B6": "丙",
    }  # fmt: skip
    for yes, first in (("是", "甲"), ("", "乙")):
        filled = fill(cells, record(head="预算", yes=yes), lambda sheet: sheet.merge_cells("A1:A6"))
        assert column(filled, "A") == ["预算", None]
        assert column(filled, "B") == [first, "丙"]
        assert merged(filled) == {"A1:A2"}


def test_equal_neighbours_become_one_cell():
    cells = {"A1": "{%tr for row in rows %}", "A2": "{{ row.one|merge }}", "B2": "{{ row.two|merge }}",
             "C2": "{{ row.name }}", "A3": "{%tr endfor %}"}  # fmt: skip
    rows = [
        {"one": "产出", "two": "数量", "name": "1"}, {"one": "产出", "two": "数量", "name": "2"},
        {"one": "产出", "two": "质量", "name": "3"}, {"one": "效益", "two": "质量", "name": "4"},
    ]  # fmt: skip
    filled = fill(cells, record(rows=rows))
    assert merged(filled) == {"A1:A3", "B1:B2"}
    assert column(filled, "A") == ["产出", None, None, "效益"]
    assert column(filled, "B") == ["数量", None, "质量", "质量"]


def test_equal_neighbours_in_a_wide_cell_merge_as_a_block():
    cells = {"A1": "{%tr for row in rows %}", "A2": "{{ row.name|merge }}", "A3": "{%tr endfor %}"}
    filled = fill(cells, record(rows=names("甲甲乙")), lambda sheet: sheet.merge_cells("A2:B2"))
    assert merged(filled) == {"A1:B2", "A3:B3"}


def test_equal_cells_of_two_loops_stay_apart():
    cells = {"A1": "{%tr for g in groups %}", "A2": "{%tr for row in g.rows %}", "A3": "{{ row.name|merge }}",
             "A4": "{%tr endfor %}", "A5": "{%tr endfor %}"}  # fmt: skip
    groups = [{"rows": names("甲甲")}, {"rows": names("甲")}]
    assert merged(fill(cells, record(groups=groups))) == {"A1:A2"}


def test_validations_and_formats_cover_all_copies_and_move():
    def prepare(sheet: Worksheet) -> None:
        listed = DataValidation("list", formula1='"一,二"')
        listed.add("A3")
        sheet.add_data_validation(listed)
        below = DataValidation("decimal", formula1="=$B$5")
        below.add("C5")
        sheet.add_data_validation(below)
        red = rule.CellIsRule(  # type: ignore[no-untyped-call]
            operator="greaterThan", formula=["B$5"], fill=PatternFill(bgColor="FF0000")
        )
        sheet.conditional_formatting.add("B3", red)

    filled = fill(LOOP, three(), prepare)
    sheet = opened(filled)
    assert {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation} == {
        "A2:A4": '"一,二"', "C5": "=$B$5",
    }  # fmt: skip
    text = xml(filled)
    assert '<conditionalFormatting sqref="B2:B4">' in text and "<formula>B$5</formula>" in text


def test_what_is_about_rows_that_are_gone_goes_with_them():
    def prepare(sheet: Worksheet) -> None:
        listed = DataValidation("list", formula1='"一,二"')
        listed.add("A3")
        sheet.add_data_validation(listed)
        sheet["A3"].hyperlink = "#表!A1"

    text = xml(fill(LOOP, record(rows=[]), prepare))
    assert "dataValidation" not in text and "hyperlink" not in text


def test_print_area_titles_names_filter_and_breaks_follow():
    def prepare(sheet: Worksheet) -> None:
        sheet.print_area = "A1:B5"
        sheet.print_title_rows = "1:1"
        book_of(sheet).defined_names["明细"] = DefinedName("明细", attr_text="表!$A$3:$B$3")
        book_of(sheet).defined_names["合计"] = DefinedName("合计", attr_text="表!$B$5")
        sheet.auto_filter.ref = "A1:B3"
        sheet.row_breaks.append(Break(id=5))
        sheet.freeze_panes = "A2"

    many = record(rows=[{"name": str(at), "count": at} for at in range(10)])
    filled = fill({**LOOP, "B7": "=合计*2"}, many, prepare)
    sheet = opened(filled)
    book = book_of(sheet)
    assert sheet.print_area == "'表'!$A$1:$B$12"
    assert sheet.print_title_rows == "$1:$1"
    assert book.defined_names["明细"].attr_text == "'表'!$A$2:$B$11"
    assert book.defined_names["合计"].attr_text == "'表'!$B$12"
    assert sheet.auto_filter.ref == "A1:B11"
    assert [brk.id for brk in sheet.row_breaks.brk] == [12]
    assert sheet.freeze_panes == "A2"
    assert opened(filled, values=True)["B14"].value == 90
    assert sheet.dimensions == "A1:B14"


def test_comments_tables_and_links_move_with_their_cells():
    def prepare(sheet: Worksheet) -> None:
        sheet["A5"].comment = Comment("说明", "办公室")
        sheet["A5"].hyperlink = "https://example.org/"
        sheet.add_table(Table(displayName="明细表", ref="A1:B3"))

    filled = fill(LOOP, record(rows=[{"name": str(at), "count": at} for at in range(10)]), prepare)
    sheet = opened(filled)
    assert sheet["A12"].comment is not None and sheet["A12"].comment.text == "说明"
    assert sheet["A12"].hyperlink is not None and sheet["A12"].hyperlink.ref == "A12"
    assert sheet.tables["明细表"].ref == "A1:B11"
    assert ":Row>11</" in xml(filled, "xl/drawings/commentsDrawing1.vml")


def test_a_comment_on_a_repeated_row_is_refused():
    def prepare(sheet: Worksheet) -> None:
        sheet["A3"].comment = Comment("说明", "办公室")

    with pytest.raises(TemplateError) as caught:
        compiled(LOOP, prepare)
    assert cells_of(caught.value) == [("xlsx.comment_in_rows", "A3")]


def test_long_text_makes_its_row_higher_and_never_lower():
    from openpyxl.styles import Alignment

    def prepare(sheet: Worksheet) -> None:
        sheet["A3"].alignment = Alignment(wrap_text=True)
        sheet.column_dimensions["A"].width = 10
        sheet.row_dimensions[3].height = 20

    rows = [{"name": "短", "count": 1}, {"name": "很长的文字" * 10, "count": 2}]
    sheet = opened(fill(LOOP, record(rows=rows), prepare))
    assert sheet.row_dimensions[2].height == 20
    # 100 half-width characters in a column of 10 take ten lines and more.
    assert sheet.row_dimensions[3].height > 10 * 14


def test_text_with_tags_and_conditions_stands_in_one_cell():
    cells = {
        "A1": "{% for r in rows %}{{ loop.index }}.{{ r.name }}{% if not loop.last %}；{% endif %}{% endfor %}"
    }
    assert column(fill(cells, three()), "A") == ["1.甲；2.乙；3.丙"]


def test_headers_sheet_names_and_properties_hold_tags():
    def prepare(sheet: Worksheet) -> None:
        sheet.title = "{{ name }}"
        header(sheet).text = "{{ name }}报表"
        book_of(sheet).properties.title = "{{ name }}"
        sheet["B1"] = "='{{ name }}'!A1"

    filled = fill({"A1": 5}, record(name="湖南&<省>"), prepare)
    sheet = opened(filled)
    assert sheet.title == "湖南&<省>"
    assert "湖南" in str(header(sheet).text)
    assert book_of(sheet).properties.title == "湖南&<省>"
    assert sheet["B1"].value == "='湖南&<省>'!A1"
    assert opened(filled, values=True)["B1"].value == 5


def test_blank_rows_between_keep_their_place():
    cells = {
        "A1": "甲",
        "A4": "{%tr for row in rows %}",
        "A5": "{{ row.name }}",
        "A7": "{%tr endfor %}",
        "A9": "尾",
    }
    assert column(fill(cells, three()), "A") == [
        "甲",
        None,
        None,
        "甲",
        None,
        "乙",
        None,
        "丙",
        None,
        None,
        "尾",
    ]


def test_a_page_break_below_a_repeated_row_comes_below_each():
    def prepare(sheet: Worksheet) -> None:
        sheet.row_breaks.append(Break(id=3))

    sheet = opened(fill(LOOP, three(), prepare))
    assert [brk.id for brk in sheet.row_breaks.brk] == [2, 3, 4]


def test_cells_keep_their_types():
    filled = fill({**LOOP, "C5": 5, "D5": "字"}, three())
    assert cell_xml(filled, "C5").endswith("<v>5</v></c>")
    assert opened(filled)["D5"].value == "字"


SHEET_ORDER = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "tableParts",
    "extLst",
]
WORKBOOK_ORDER = [
    "fileVersion",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "externalReferences",
    "definedNames",
    "calcPr",
    "extLst",
]


@pytest.mark.parametrize("with_merges", [True, False])
def test_elements_keep_the_order_that_excel_insists_on(with_merges):
    """Out of order, Excel offers to repair the file where every other program opens it."""

    def prepare(sheet: Worksheet) -> None:
        if with_merges:
            sheet.merge_cells("D1:E1")
        sheet.auto_filter.ref = "A1:B3"
        listed = DataValidation("list", formula1='"一,二"')
        listed.add("C3")
        sheet.add_data_validation(listed)
        red = rule.CellIsRule(  # type: ignore[no-untyped-call]
            operator="greaterThan", formula=["1"], fill=PatternFill(bgColor="FF0000")
        )
        sheet.conditional_formatting.add("B3", red)
        sheet["A5"].hyperlink = "https://example.org/"
        sheet.row_breaks.append(Break(id=5))
        sheet.print_area = "A1:B5"
        header(sheet).text = "{{ title }}"
        sheet["A5"].comment = Comment("说明", "办公室")
        sheet.add_table(Table(displayName="明细表", ref="A1:B3"))
        sheet.protection.enable()

    rows = [{"name": name, "count": 1} for name in "甲甲"]
    filled = fill({**LOOP, "A3": "{{ row.name|merge }}"}, record(rows=rows, title="页眉"), prepare)
    for member, order in (
        ("xl/worksheets/sheet1.xml", SHEET_ORDER),
        ("xl/workbook.xml", WORKBOOK_ORDER),
    ):
        found = [
            etree.QName(element).localname
            for element in etree.fromstring(xml(filled, member).encode())
        ]
        places = [order.index(name) for name in found]
        assert places == sorted(places), found
    assert "A2:A3" in merged(filled)

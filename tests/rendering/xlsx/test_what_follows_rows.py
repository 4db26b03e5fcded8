"""What a sheet says of rows (validations, print area, comments, order) follows the rows."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.formatting import rule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import TemplateError
from tests.rendering.xlsx.making import (
    LOOP,
    book_of,
    cell_xml,
    cells_of,
    column,
    compiled,
    fill,
    merged,
    opened,
    record,
    three,
    xml,
)


def header(sheet: Worksheet) -> Any:
    assert sheet.oddHeader is not None
    return sheet.oddHeader.center


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

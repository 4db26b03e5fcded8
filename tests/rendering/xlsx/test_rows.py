"""Rows come out as often as the case says, and everything that names rows follows them."""

from __future__ import annotations

import pytest
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from tests.rendering.xlsx.making import (
    LOOP,
    book_of,
    column,
    fill,
    merged,
    names,
    opened,
    record,
    three,
    xml,
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

"""A value stands in its cell as it is printed: a figure as a number, everything else as text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import TemplateError
from govdocs.rendering.xlsx import compile_xlsx
from govdocs.tags.values import Record, Value
from tests.rendering.xlsx.making import (
    cell,
    cell_xml,
    cells_of,
    compiled,
    figure,
    fill,
    opened,
    record,
    template,
    value,
    with_shared_strings,
    xml,
)


def one(item, pattern: str = "General", text: str = "{{ x }}"):
    def prepare(sheet: Worksheet) -> None:
        sheet["A1"].number_format = pattern

    return fill({"A1": text}, record(x=item), prepare)


@pytest.mark.parametrize(
    "text", ["=1+1", "=A1&B1", "=1<2", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}"]
)
def test_text_never_becomes_a_formula(text):
    filled = one(text)
    cell = opened(filled)["A1"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert "<f>" not in xml(filled)


@pytest.mark.parametrize("text", ["0430", "1e5", "１２", "≥90", "6.5亿美元", "300+260", "1,23"])
def test_text_that_is_more_than_a_number_stays_text(text):
    cell = opened(one(figure(text, "430")))["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_figures_keep_their_printed_decimals():
    filled = one(figure("98.50", "98.50"))
    assert "<v>98.50</v>" in cell_xml(filled, "A1")
    assert opened(filled)["A1"].number_format == "0.00"


def test_a_whole_figure_keeps_the_general_format():
    cell = opened(one(figure("17385", "17385")))["A1"]
    assert (cell.value, cell.number_format) == (17385, "General")


def test_a_format_of_the_template_stays_unless_it_hides_decimals():
    assert opened(one(figure("98.5", "98.5"), "0.00"))["A1"].number_format == "0.00"
    assert opened(one(figure("98.53", "98.53"), "0"))["A1"].number_format == "0.00"
    assert opened(one(figure("1234.5", "1234.5"), "#,##0"))["A1"].number_format == "#,##0.0"
    assert opened(one(figure("1,234.50", "1234.50")))["A1"].number_format == "#,##0.00"


def test_a_percent_stays_text_but_in_a_percent_cell_is_a_hundredth():
    assert opened(one(figure("96%", "96", "%")))["A1"].value == "96%"
    cell = opened(one(figure("95.30%", "95.30", "%"), "0%"))["A1"]
    assert (cell.value, cell.number_format) == (0.953, "0.00%")
    assert "<v>0.9530</v>" in cell_xml(one(figure("95.30%", "95.30", "%"), "0%"), "A1")
    assert opened(one(figure("96", "96", "%"), "0%"))["A1"].value == 0.96


def test_a_text_cell_holds_figures_as_text():
    assert opened(one(figure("98.50", "98.50"), "@"))["A1"].value == "98.50"


def test_a_figure_longer_than_excel_keeps_stays_text():
    digits = "430102199001011234"
    assert opened(one(figure(digits, digits)))["A1"].value == digits


def test_a_date_is_text_unless_the_cell_is_a_date():
    day = date(2018, 5, 18)
    assert opened(one(Value("2018年5月18日", ("x",), day=day)))["A1"].value == "2018年5月18日"
    cell = opened(one(Value("2018年5月18日", ("x",), day=day), 'yyyy"年"m"月"d"日"'))["A1"]
    assert cell.value == datetime(2018, 5, 18)


def test_a_figure_within_text_is_text():
    assert opened(one(figure("98.50", "98.50"), text="{{ x }}万元"))["A1"].value == "98.50万元"


def test_row_numbers_are_numbers():
    cells = {
        "A1": "{%tr for r in rows %}",
        "A2": "{{ loop.index }}",
        "B2": "{{ r }}",
        "A3": "{%tr endfor %}",
    }
    sheet = opened(fill(cells, record(rows=["甲", "乙"])))
    assert [sheet["A1"].value, sheet["A2"].value] == [1, 2]


@pytest.mark.parametrize(
    "text", ["10<20且完成", "A&B公司", "a\"b'c", "<50%", "]]>", "{{ x }}", "两  空", " 前后 "]
)
@pytest.mark.parametrize("around", ["{{ x }}", "甲&<{{ x }}>乙"])
def test_characters_of_xml_and_excel_come_out_as_they_are(text, around):
    assert opened(one(text, text=around))["A1"].value == around.replace("{{ x }}", text)


@pytest.mark.parametrize("around", ["{{ x }}", "甲{{ x }}"])
def test_text_that_looks_like_an_escape_of_excel_is_escaped(around):
    # Excel reads _x0041_ as the letter A; openpyxl reads it as it stands.
    assert "_x005F_x0041_" in cell_xml(one("_x0041_", text=around), "A1")


def test_a_line_break_breaks_the_line_in_the_cell():
    cell = opened(one("甲\r\n乙"))["A1"]
    assert cell.value == "甲\n乙"
    assert cell.alignment.wrap_text is True


def test_a_blank_is_an_empty_cell_that_keeps_its_style():
    filled = one("", "0.00")
    assert cell_xml(filled, "A1") == '<c r="A1" s="1"/>'


@pytest.mark.parametrize("around", ["{{ x }}", "文{{ x }}"])
@pytest.mark.parametrize(
    ("item", "code"),
    [
        (None, "xlsx.none_value"),
        (0.1 + 0.2, "xlsx.float_value"),
        (True, "xlsx.not_printable"),
        (b"x", "xlsx.not_printable"),
    ],
)
def test_what_must_not_be_printed_is_refused(item, code, around):
    bad = Record({"x": item}, ())
    with pytest.raises(TemplateError) as caught:
        compiled({"B2": around}).fill(bad)
    assert cells_of(caught.value) == [(code, "B2")]


@pytest.mark.parametrize("around", ["{{ x }}", "文{{ x }}"])
@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1f", "\ufffe", "\ud800"])
def test_a_control_character_is_refused_with_its_field(character, around):
    with pytest.raises(TemplateError) as caught:
        compiled({"B2": around}).fill(record(x=value(f"甲{character}乙", "fund", "name")))
    (problem,) = caught.value.problems
    assert problem.code == "xlsx.control_character"
    assert problem.details["field"] == "fund.name"
    assert cell(problem) == "B2"


def test_a_text_that_no_cell_can_hold_is_refused():
    with pytest.raises(TemplateError) as caught:
        one("长" * 32_768)
    assert caught.value.problems[0].code == "xlsx.text_too_long"


def test_a_list_is_not_printed():
    with pytest.raises(TemplateError) as caught:
        one(["甲"])
    assert caught.value.problems[0].code == "xlsx.not_printable"


def test_the_same_input_gives_the_same_bytes():
    context = record(x=figure("1.5", "1.5"), y="甲\n乙")
    # One template: openpyxl stamps the time of saving into each that it makes.
    source = template({"A1": "{{ x }}", "B1": "{{ y }}"})
    engine = compile_xlsx(source)
    first = engine.fill(context).data
    assert compile_xlsx(source).fill(context).data == first
    engine.fill(record(x=figure("1.23456", "1.23456"), y="别的"))
    assert engine.fill(context).data == first


def test_printed_values_are_handed_back_in_order():
    filled = fill({"A1": "{{ x }}", "A2": "甲{{ y }}"}, record(x="1", y="2"))
    assert [printed.text for printed in filled.printed] == ["1", "2"]


def test_figures_stay_decimals():
    filled = one(figure("0.30000000000000004", "0.30000000000000004"))
    assert opened(filled)["A1"].value == "0.30000000000000004"
    assert Decimal("0.1") + Decimal("0.2") == Decimal("0.3")


def test_shared_strings_and_rich_text_hold_tags():
    source = with_shared_strings(template({"A1": "甲{{| x }}", "B1": "{{ y }}", "C1": "不变"}))
    filled = compile_xlsx(source, name="t.xlsx").fill(record(x="一", y="二"))
    sheet = opened(filled)
    assert [sheet[cell].value for cell in ("A1", "B1", "C1")] == ["甲一", "二", "不变"]
    assert "{{" not in xml(filled, "xl/sharedStrings.xml")

"""Formulas carry the value that Excel would compute, in Decimal."""

from __future__ import annotations

import re

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import TemplateError
from govdocs.rendering.xlsx import compile_xlsx
from tests.rendering.xlsx.making import (
    cell,
    cell_xml,
    cells_of,
    changed,
    compiled,
    figure,
    fill,
    opened,
    record,
    template,
    value,
    xml,
)

CELLS = {
    "A1": 10,
    "A2": 20,
    "A3": None,
    "A4": "字",
    "A5": True,
    "B1": 3,
    "B2": 0.1,
    "B3": 0.2,
    "B4": "12",
    "B5": "产出",
}


def computed(formula: str):
    filled = fill({**CELLS, "D1": formula}, record())
    return opened(filled, values=True)["D1"].value


@pytest.mark.parametrize(("formula", "expected"), [
    ("=A1+A2*2", 50), ("=(A1+A2)*2", 60), ("=-A1^2", 100), ("=2^3^2", 64), ("=A1%", 0.1),
    ("=B2+B3=0.3", True), ("=A1/B1", 3.3333333333333333), ("=A3+1", 1), ("=B4+1", 13),
    ("=A1&A4&A3", "10字"), ("=A1>A2", False), ('=A4="字"', True), ("=A1<>A2", True), ('=A3=""', True),
    ("=A3=0", True), ("=1<\"a\"", True), ("=SUM(A1:A5)", 30), ("=SUM(A1:A2,B1,5)", 38),
    ("=AVERAGE(A1:A4)", 15), ("=MAX(A1:B3)", 20), ("=MIN(A1:A2)", 10), ("=COUNT(A1:B5)", 5),
    ("=COUNTA(A1:A5)", 4), ("=COUNTBLANK(A1:A5)", 1), ('=COUNTIF(A1:A4,">=10")', 2),
    ('=SUMIF(A1:A2,">10",A1:A2)', 20), ('=SUMIF(B5:B5,"产*",A1:A1)', 10),
    ('=SUMIFS(A1:A2,A1:A2,">5",A1:A2,"<15")', 10), ("=SUMPRODUCT(A1:A2,B1:B2)", 32),
    ("=ROUND(2.345,2)", 2.35), ("=ROUND(-2.5,0)", -3), ("=ROUND(1234,-2)", 1200),
    ("=ROUNDUP(2.01,1)", 2.1), ("=ROUNDDOWN(2.99,1)", 2.9), ("=INT(-2.5)", -3), ("=MOD(-3,5)", 2),
    ("=ABS(-3)", 3), ("=IF(A1>5,\"大\",\"小\")", "大"), ("=IF(A1>50,1)", False),
    ('=IF(A3="","",1/0)', None), ("=IFERROR(A1/A3,\"-\")", "-"), ("=AND(A1>1,A2>1)", True),
    ("=OR(A1>100,A2>100)", False), ("=NOT(A5)", False), ('=TEXT(1234.5,"#,##0.00")', "1,234.50"),
    ('=TEXT(0.953,"0.0%")', "95.3%"), ("=SUBTOTAL(9,A1:A2)", 30), ("=ROWS(A1:A5)", 5), ("=ROW()", 1),
    ("=PRODUCT(A1:A2)", 200), ("=ISNUMBER(A4)", False), ("=COUNTA(A:A)", 4), ("=SUM($A$1:A2)", 30),
])  # fmt: skip
def test_a_formula_is_computed_as_excel_does(formula, expected):
    got = computed(formula)
    assert got == (pytest.approx(expected) if isinstance(expected, float) else expected)


@pytest.mark.parametrize(("formula", "error"), [
    ("=A1/A3", "#DIV/0!"), ("=A4+1", "#VALUE!"), ("=SUM(A1,A1/0)", "#DIV/0!"), ("=#N/A", "#N/A"),
    ("=AVERAGE(A3:A3)", "#DIV/0!"), ("=0^0", "#NUM!"),
])  # fmt: skip
def test_an_error_is_an_error_cell(formula, error):
    filled = fill({**CELLS, "D1": formula}, record())
    assert f"<v>{error}</v>" in cell_xml(filled, "D1") and 't="e"' in cell_xml(filled, "D1")


@pytest.mark.parametrize(
    "formula", ["=VLOOKUP(1,A1:B2,2)", "=NOW()", '=INDIRECT("A1")', "=D1+1", "=未知", "=A1:A2*2"]
)
def test_a_formula_that_cannot_be_computed_names_its_cell(formula):
    with pytest.raises(TemplateError) as caught:
        fill({**CELLS, "D1": formula}, record())
    (problem,) = caught.value.problems
    assert (problem.code, cell(problem)) == ("xlsx.formula_not_computable", "D1")


def test_no_figure_is_left_out_of_a_sum_in_silence():
    with pytest.raises(TemplateError) as caught:
        fill({"A1": "{{ x }}", "A2": "=SUM(A1:A1)"}, record(x=figure("6.5亿美元", "6.5", "亿美元")))
    assert cell(caught.value.problems[0]) == "A2"


def test_figures_are_summed_in_decimal():
    cells = {
        "A1": "{%tr for r in rows %}",
        "A2": "{{ r }}",
        "A3": "{%tr endfor %}",
        "A4": "=SUM(A2:A2)",
        "A5": "=A4=1",
    }
    filled = fill(cells, record(rows=[figure("0.1", "0.1")] * 10))
    assert cell_xml(filled, "A11").endswith("<v>1</v></c>")
    assert opened(filled, values=True)["A12"].value is True


def test_excel_is_asked_to_compute_again():
    source = changed(
        template({"A1": "=1+1"}), "xl/workbook.xml", lambda text: re.sub("<calcPr[^>]*/>", "", text)
    )
    written = xml(compile_xlsx(source, name="t.xlsx").fill(record()), "xl/workbook.xml")
    assert '<calcPr fullCalcOnLoad="1"/>' in written


def test_a_long_chain_of_formulas_is_computed():
    cells = {"A1": 0, "A2": "{%tr for r in rows %}", "A3": "{{ r }}", "B3": "=SUM(A$3:A3)",
             "A4": "{%tr endfor %}", "C1": "=D1"}  # fmt: skip

    def prepare(sheet: Worksheet) -> None:
        for row in range(10, 400):
            sheet[f"E{row}"] = f"=E{row + 1}+1"
        sheet["E400"] = 1

    filled = fill(cells, record(rows=[1, 2]), prepare)
    sheet = opened(filled, values=True)
    assert max(cell.value for cell in sheet["E"] if cell.value) == 391


@pytest.mark.parametrize(("cell", "formula", "code"), [
    ("B5", "=A3*2", "xlsx.reference_to_many_rows"), ("B5", "=A2*2", "xlsx.reference_to_marker_row"),
    ("B3", "=SUM(A1:A3)", "xlsx.range_leaves_rows"),
    ("B5", "=Nirgends!A1", "xlsx.reference_to_no_sheet"),
])  # fmt: skip
def test_a_reference_without_one_meaning_is_refused(cell, formula, code):
    cells = {
        "A1": 1,
        "A2": "{%tr for r in rows %}",
        "A3": "{{ r }}",
        "A4": "{%tr endfor %}",
        cell: formula,
    }
    with pytest.raises(TemplateError) as caught:
        fill(cells, record(rows=[1, 2]))
    assert cells_of(caught.value) == [(code, cell)]


def test_a_reference_to_a_row_that_did_not_come_out_is_refused():
    cells = {"A1": "{%tr if yes %}", "A2": 1, "A3": "{%tr endif %}", "A4": "=A2+1"}
    assert opened(fill(cells, record(yes="是")), values=True)["A2"].value == 2
    with pytest.raises(TemplateError) as caught:
        fill(cells, record(yes=""))
    assert caught.value.problems[0].code == "xlsx.reference_to_absent_row"


def test_a_torn_range_is_refused_where_it_cannot_be_listed():
    cells = {"A1": "{%tr for r in rows %}", "A2": "标题", "A3": "{{ r }}", "A4": "{%tr endfor %}",
             "A5": '=SUMIF(A3:A3,">1")'}  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        fill(cells, record(rows=[1, 2]))
    assert caught.value.problems[0].code == "xlsx.range_torn"


def test_data_in_a_formula_cell_is_refused():
    with pytest.raises(TemplateError) as caught:
        compiled({"A1": "=SUM({{ x }})"})
    assert caught.value.problems[0].code == "xlsx.tag_in_formula"


def test_a_formula_over_ten_thousand_rows_takes_the_time_of_ten_thousand_rows():
    cells = {
        "A1": "{%tr for r in rows %}",
        "A2": "{{ r }}",
        "B2": "=A2/SUM($A$2:$A$2)",
        "A3": "{%tr endfor %}",
    }
    filled = fill(cells, record(rows=[value(1)] * 300))
    assert opened(filled, values=True)["B300"].value == pytest.approx(1 / 300)

"""What a cell shows is what is printed; floats never come in."""

from __future__ import annotations

import pytest

from govdocs.intake.shape import Leaf
from govdocs.intake.workbook.cell_value import cell_value
from govdocs.intake.workbook.printed import UnclearCellError, text_of
from govdocs.intake.workbook.sheets import StoredCell, unescaped


@pytest.mark.parametrize(
    ("stored", "format", "shown"),
    [
        ("0.57679999999999998", "General", "0.5768"),
        ("0.57679999999999998", "0.00%", "57.68%"),
        ("0.30000000000000004", "General", "0.3"),
        ("134.44", "General", "134.44"),
        ("98.5", "0.00", "98.50"),
        ("98.5", "0.0##", "98.5"),
        ("1E-3", "General", "0.001"),
        ("-5", "0;[Red]-0", "-5"),
        ("0", "0.00", "0.00"),
        ("1234567890123456", "0", "1234567890123460"),
        ("43238", "yyyy\\-mm\\-dd", "2018-05-18"),
        ("43238", '[$-804]yyyy"年"m"月"d"日";@', "2018-05-18"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("1.1", '0.0"万人"', "1.1万人"),
        ("0.5", "?/?", "0.5"),
    ],
)
def test_a_number_is_shown_by_its_format(stored: str, format: str, shown: str) -> None:
    assert text_of(StoredCell("n", stored, format)) == shown


def test_days_count_from_1904_in_old_mac_workbooks() -> None:
    assert text_of(StoredCell("n", "41776", "yyyy-mm-dd"), from_1904=True) == "2018-05-18"


@pytest.mark.parametrize(
    ("stored", "format", "shown"),
    [("0.95329766637", "0.00%", "95.33%"), ("98.445", "0.00", "98.45"), ("2", "0.00", "2.00")],
)
def test_a_formula_counts_as_the_office_sees_it(stored: str, format: str, shown: str) -> None:
    assert text_of(StoredCell("n", stored, format, formula=True)) == shown


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (StoredCell("n", "", formula=True), "formula_without_value"),
        (StoredCell("e", "#REF!"), "error_cell"),
        (StoredCell("e", "#DIV/0!", formula=True), "error_cell"),
        (StoredCell("n", "98.456", "0.00"), "hidden_decimals"),
        (StoredCell("n", "0.9636", "0%"), "hidden_decimals"),
        (StoredCell("n", "0.333333333333333", formula=True), "inexact_number"),
        (StoredCell("n", "5600000", "0!.0,"), "scaled_format"),
        (StoredCell("n", "5600000", "0.00,"), "scaled_format"),
        (StoredCell("n", "0.25", "h:mm:ss"), "time_cell"),
        (StoredCell("n", "43238.5", "yyyy-mm-dd"), "time_cell"),
        (StoredCell("n", "-9e9", "yyyy-mm-dd"), "time_cell"),
        (StoredCell("n", "NaN"), "not_a_number_cell"),
        (StoredCell("n", "1e999"), "not_a_number_cell"),
        (StoredCell("n", "abc"), "not_a_number_cell"),
    ],
)
def test_what_is_not_definite_is_refused(cell: StoredCell, code: str) -> None:
    with pytest.raises(UnclearCellError) as error:
        text_of(cell)
    assert error.value.code == f"intake.{code}"


def test_escapes_of_office_open_xml_are_undone_and_guarded() -> None:
    assert unescaped("a_x000D_b") == "a\rb"
    written = cell_value("a_x000D_b", Leaf.TEXT).content
    assert isinstance(written, str)
    assert unescaped(written) == "a_x000D_b"


@pytest.mark.parametrize(
    "text", ["98.50", "560", "1,263", "57.68%", "0430", "007", "-0", "1e3", "12345678901234567"]
)
def test_a_figure_is_live_only_where_excel_shows_just_that(text: str) -> None:
    value = cell_value(text, Leaf.MONEY)
    if isinstance(value.content, str):
        assert value.content == text
    else:
        assert text_of(StoredCell("n", repr(value.content), value.format)) == text

"""Every figure of a result leads back to the units' cells: in the file, on the screen, in Excel."""

from __future__ import annotations

import io
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from govdocs.errors import InputError
from govdocs.place import CellPlace
from govdocs.rollup.judging.returns import State
from govdocs.rollup.lineage import rolled_unit, unit_return
from govdocs.rollup.result.explain import explain
from govdocs.rollup.result.workbook import result_book
from govdocs.rollup.result.write_result import write_result
from tests.rollup import small
from tests.rollup.small import (
    ALL_OPEN,
    EXECUTION,
    HIGHEST,
    JOBS,
    LOWEST,
    QUALITY,
    RATE,
    form,
    run_of,
)

NAMES = ("甲一", "甲二", "乙一")


@pytest.fixture
def run(tmp_path: Path):
    forms = {
        "甲一": form(
            "甲一",
            {
                JOBS: 12,
                RATE: "80%",
                QUALITY: "79%",
                HIGHEST: 9,
                LOWEST: 60,
                ALL_OPEN: "是",
                EXECUTION: "90%",
                "gd_i001_reason": "雨季\n停工 \\n",
            },
        ),
        "甲二": form(
            "甲二",
            {
                JOBS: 30,
                RATE: "不适用",
                QUALITY: "80%",
                HIGHEST: 14,
                LOWEST: 45,
                ALL_OPEN: "是",
                7: "约3",
            },
            "300",
            "270",
        ),
        "乙一": form("乙一", {JOBS: 1, RATE: "91.5%", QUALITY: "100%"}, "50.5", "50.5", "西市"),
    }
    return run_of(tmp_path, forms, small.units(*NAMES))


def test_a_units_return_comes_back_from_the_record_as_it_was(run) -> None:
    for one in run.returns:
        assert unit_return(rolled_unit(one)) == one


def test_a_figure_is_explained_from_the_file_alone(run, tmp_path: Path) -> None:
    path = write_result(run, tmp_path / "汇总.yaml").case
    found = explain(path, "培训合格率")
    assert (found.figure.value, found.figure.weighted, found.figure.weights) == (
        "83.9",
        "12620.75",
        "150.5",
    )
    assert [(s.unit, s.state, s.counts) for s in found.sources] == [
        ("甲一", State.VALUE, True),
        ("甲二", State.NOT_APPLICABLE, False),
        ("乙一", State.VALUE, True),
    ]
    first = found.sources[0]
    assert first.place == CellPlace(str(tmp_path / "表格" / "甲一.xlsx"), "自评表", "F15")
    assert (str(first.number), str(first.weight)) == ("80", "100")
    assert [(s.unit, s.figure.value) for s in found.subtotals] == [("东市", "80"), ("西市", "91.5")]


def test_the_sources_of_a_figure_make_the_figure(run, tmp_path: Path) -> None:
    path = write_result(run, tmp_path / "汇总.yaml").case
    found = explain(path, "培训场次")
    numbers = [s.number for s in found.sources if s.counts and s.number is not None]
    assert str(sum(numbers, Decimal(0))) == found.figure.value
    rate = explain(path, "execution.total.rate")
    b = sum((s.number for s in rate.sources if s.number is not None), Decimal(0))
    a = sum((s.weight for s in rate.sources if s.weight is not None), Decimal(0))
    assert (str(b), str(a), rate.figure.value) == ("410.5", "450.5", "91")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [("培训", "rollup.several_figures"), ("培训满意率", "rollup.no_such_figure")],
)
def test_an_unclear_name_is_answered_with_names(
    run, tmp_path: Path, wanted: str, code: str
) -> None:
    path = write_result(run, tmp_path / "汇总.yaml").case
    with pytest.raises(InputError) as caught:
        explain(path, wanted)
    assert caught.value.problems[0].code == code


def test_what_was_left_out_stands_in_the_result_with_its_reason(run) -> None:
    assert [(r.unit, r.place, r.what, r.written, r.reason) for r in run.record.left_out] == [
        ("甲二", "自评表 F20", "新增就业", "约3", "约数")
    ]


def totals_of(data: bytes) -> dict[str, object]:
    """The values of every formula cell of the workbook, as its file holds them."""
    formulas = load_workbook(io.BytesIO(data))
    values = load_workbook(io.BytesIO(data), data_only=True)
    return {
        f"{sheet.title}!{cell.coordinate}": values[sheet.title][cell.coordinate].value
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    }


def test_totals_are_formulas_that_carry_their_value(run) -> None:
    totals = totals_of(result_book(run))
    assert len(totals) > 60
    sheet = load_workbook(io.BytesIO(result_book(run)), data_only=True)["汇总表"]
    shown = {row[0].value: row[3].value for row in sheet.iter_rows(min_row=4)}
    assert (shown["培训场次"], shown["培训合格率"], shown["最长办理天数"]) == (43, 83.9, 14)
    assert shown["年度资金总额执行率（B/A）"] == 91


def test_no_text_of_a_unit_becomes_a_formula(tmp_path: Path) -> None:
    forms = {"甲一": form("甲一", {JOBS: "=1+1", "gd_i001_reason": "=HYPERLINK(1)"})}
    book = load_workbook(io.BytesIO(result_book(run_of(tmp_path, forms, small.units("甲一")))))
    for sheet in ("未计入内容", "原因和措施", "来源", "覆盖情况"):
        assert all(cell.data_type != "f" for row in book[sheet].iter_rows() for cell in row)


@pytest.mark.libreoffice
def test_a_spreadsheet_computes_the_same_totals(run, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    assert soffice
    data = result_book(run)
    source = tmp_path / "汇总.xlsx"
    # Without the values that we wrote, the program must compute them itself.
    book = load_workbook(io.BytesIO(data))
    book.save(source)
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(tmp_path / "out"),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    computed = totals_of((tmp_path / "out" / "汇总.xlsx").read_bytes())
    ours = totals_of(data)
    assert computed.keys() == ours.keys()
    different = {
        cell: (ours[cell], value)
        for cell, value in computed.items()
        if (value or "") != (ours[cell] or "") and not _equal(value, ours[cell])
    }
    assert different == {}


def _equal(a: object, b: object) -> bool:
    return isinstance(a, int | float) and isinstance(b, int | float) and abs(a - b) < 1e-9

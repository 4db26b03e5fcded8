"""``govdocs rollup`` from handing out to the explanation, as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdocs.cli.rollup import rollup_app
from govdocs.errors import InputError
from govdocs.intake import load_case
from govdocs.model.quantity import Quantity
from tests.rollup import mischief, small
from tests.rollup.filling import filled
from tests.rollup.small import JOBS, form


def call(*words: object):
    return CliRunner().invoke(rollup_app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    path = tmp_path / "名单.yaml"
    path.write_text(
        "units:\n- {name: 某省, level: 省}\n- {name: 甲一, level: 县, parent: 某省}\n"
        "- {name: 甲二, level: 县, parent: 某省}\n",
        "utf-8",
    )
    return path


def test_from_handing_out_to_the_explanation(tmp_path: Path, units: Path) -> None:
    case, out = small.case_file(tmp_path), tmp_path / "汇总.yaml"
    done = call("new", case, "-o", tmp_path / "表格", "-u", units)
    assert done.exit_code == 0 and "2 份表格" in done.output
    for name, value in (("甲一", 5), ("甲二", 7)):
        path = tmp_path / "表格" / f"{name}.xlsx"
        path.write_bytes(
            filled(path.read_bytes(), {"gd_i001_actual": value, "gd_central_budget": 9})
        )
    done = call(tmp_path / "表格", "-o", out, "-c", case, "-u", units)
    assert done.exit_code == 0 and "计入 2 个，缺报 0 个" in done.output
    actual = load_case(out).case.indicators[0].actual
    assert isinstance(actual, Quantity) and actual.text == "12场"
    assert out.with_suffix(".xlsx").exists()
    done = call("explain", out, "培训场次")
    assert "某省“培训场次”：12场" in done.output
    assert "甲一（某省）　5场" in done.output and "单元格 F14" in done.output


def test_options_may_stand_before_the_files(tmp_path: Path, units: Path) -> None:
    where = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 5})})
    done = call("-o", tmp_path / "汇总.yaml", "-u", units, where)
    assert done.exit_code == 0 and "缺报：甲二（未报送）" in done.output


def test_error_findings_give_exit_code_1(tmp_path: Path, units: Path) -> None:
    where = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 5}, "100", "120")})
    done = call(where, "-o", tmp_path / "汇总.yaml", "-u", units)
    assert done.exit_code == 1 and "F702" in done.output


def test_a_run_that_is_stopped_writes_nothing(tmp_path: Path, units: Path) -> None:
    where = small.put(
        tmp_path, {"甲一": form("甲一", {JOBS: 5}), "甲一改": form("甲一", {JOBS: 6})}
    )
    with pytest.raises(InputError):
        call(where, "-o", tmp_path / "汇总.yaml", "-u", units)
    assert not (tmp_path / "汇总.yaml").exists() and not (tmp_path / "汇总.xlsx").exists()


def test_the_result_never_lands_on_an_input(tmp_path: Path, units: Path) -> None:
    from govdocs.errors import OutputError

    where = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 5})})
    before = (where / "甲一.xlsx").read_bytes()
    for given in (where / "甲一.xlsx", where):
        with pytest.raises(OutputError):
            call(given, "-o", where / "甲一.yaml", "-u", units)
    assert (where / "甲一.xlsx").read_bytes() == before
    case = small.case_file(tmp_path)
    text = case.read_bytes()
    with pytest.raises(OutputError):
        call(where, "-o", case)
    assert case.read_bytes() == text


def test_its_own_results_in_the_folder_are_not_read_as_forms(tmp_path: Path, units: Path) -> None:
    where = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 5})})
    for _ in range(2):
        done = call(where, "-o", where / "汇总.yaml", "-u", units)
        assert done.exit_code == 0 and "读取 1 个文件" in done.output


def test_what_was_left_out_is_on_the_screen_with_its_cell(tmp_path: Path, units: Path) -> None:
    data = mischief.text_set(form("甲一"), "F14", "约5")
    where = small.put(tmp_path, {"甲一": data, "甲二": form("甲二", {JOBS: 1})})
    done = call(where, "-o", tmp_path / "汇总.yaml", "-u", units)
    assert "单元格 F14　甲一“培训场次”所填“约5”：是约数" in done.output
    assert "未计入内容 1 处" in done.output


def test_a_result_from_the_forms_alone_can_be_printed(tmp_path: Path) -> None:
    from govdocs.cli.app import app

    where, out = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 5})}), tmp_path / "汇总.yaml"
    assert call(where, "-o", out).exit_code == 0
    built = CliRunner().invoke(app, ["build", str(out), "-o", str(tmp_path / "成品")])
    assert list((tmp_path / "成品").rglob("附件*.docx")), built.output

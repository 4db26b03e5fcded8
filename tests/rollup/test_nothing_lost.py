"""What a unit wrote is in the result or named there as left out, wherever and however it wrote it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from govdocs.errors import InputError
from govdocs.intake import load_case, write_case_yaml
from govdocs.model.case import read_case
from govdocs.rollup.base_case import load_base
from govdocs.rollup.handing_out.stamping import FormPress
from govdocs.rollup.policy import read_policy
from govdocs.rollup.result.write_result import write_result
from govdocs.rollup.run import RollupOptions, roll_up
from govdocs.rollup.units import Level, Unit
from tests.rollup import mischief, small
from tests.rollup.filling import filled
from tests.rollup.small import JOBS, PEOPLE, QUALITY, RATE, form, run_of

WORD = "字据7731"
ROWS, COLUMNS = 34, 11
SOUND = form("甲一", {JOBS: 3, RATE: "90%", QUALITY: "85%"})
NEIGHBOUR = form("甲二", {JOBS: 4, RATE: "80%"})


def result_text(folder: Path, data: bytes, name: str = "甲一.xlsx") -> str:
    """The result's file, which must load; the words of the error where the run was stopped."""
    forms = {name: data, "甲二.xlsx": NEIGHBOUR}
    try:
        run = run_of(folder, forms, small.units("甲一", "甲二"))
    except InputError as error:
        return " ".join(f"{p.code} {p.details}" for p in error.problems)
    path = write_result(run, folder / "汇总.yaml", book=folder / "汇总.xlsx").case
    load_case(path)
    return path.read_text("utf-8")


def written(sheet: Any, address: str, word: str) -> None:
    """Write over a cell; a merged area is taken apart first, as a user does it."""
    if isinstance(sheet[address], MergedCell):
        for area in [a for a in sheet.merged_cells.ranges if address in a]:
            sheet.unmerge_cells(str(area))
    sheet[address].value = word


def test_words_in_every_free_cell_of_the_sheet(tmp_path: Path) -> None:
    words: dict[str, str] = {}

    def change(_book: Any, sheet: Any) -> None:
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        for row in range(1, ROWS + 1):
            for column in range(1, COLUMNS + 1):
                address = f"{get_column_letter(column)}{row}"
                # F5 stands between 实施单位 and the name: a name there makes it another unit's form.
                if sheet[address].value is None and address != "F5":
                    words[address] = f"字据{address}止"
                    sheet[address].value = words[address]

    text = result_text(tmp_path, mischief.edited(SOUND, change))
    assert len(words) > 200
    assert [address for address, word in words.items() if word not in text] == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(1, ROWS), st.integers(1, COLUMNS), st.sampled_from([WORD, 773177, f" {WORD} "]))
def test_a_word_or_number_over_any_cell(tmp_path: Path, row: int, column: int, word: Any) -> None:
    address = f"{get_column_letter(column)}{row}"
    data = mischief.edited(SOUND, lambda _book, sheet: written(sheet, address, word))
    text = result_text(tmp_path, data)
    # Where the whole form is left out the form is named.
    assert str(word).strip() in text or "甲一.xlsx" in text.split("\n  left_out:")[-1]


def _second_form(book: Any, sheet: Any) -> None:
    copy = book.copy_worksheet(sheet)
    copy.title = "自评表 (2)"


def _notes(book: Any, _sheet: Any) -> None:
    book.create_sheet("备注")["B2"] = WORD


def _hidden_notes(book: Any, sheet: Any) -> None:
    _notes(book, sheet)
    book["备注"].sheet_state = "hidden"


def _comment(_book: Any, sheet: Any) -> None:
    sheet["F14"].comment = Comment(WORD, "经办")


def _band_alone(_book: Any, sheet: Any) -> None:
    sheet["F16"], sheet["G16"] = None, "80%－60%（含）"


def _rate(_book: Any, sheet: Any) -> None:
    sheet["H7"] = 0.5


def _error_for_words(_book: Any, sheet: Any) -> None:
    sheet["F12"] = "#REF!"
    sheet["F12"].data_type = "e"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_second_form, "自评表 (2)"),
        (_notes, WORD),
        (_hidden_notes, WORD),
        (_comment, WORD),
        (_band_alone, "80%－60%（含）"),
        (_rate, "所填执行率与资金不符"),
        (_error_for_words, "#REF!"),
    ],
    ids=lambda given: given.__name__ if callable(given) else "",
)
def test_writing_beside_the_form_is_named(
    tmp_path: Path, change: Callable[[Any, Any], None], expected: str
) -> None:
    left_out = result_text(tmp_path, mischief.edited(SOUND, change)).split("\n  left_out:")
    assert len(left_out) == 2 and expected in left_out[1]


@pytest.mark.parametrize("words", ["雨季_x0007_停工", "\uf0d8 雨季停工", "雨季\u2028停工"])
def test_letters_that_no_paper_prints_do_not_stop_the_others(tmp_path: Path, words: str) -> None:
    data = mischief.edited(SOUND, lambda _book, sheet: written(sheet, "H14", words))
    text = result_text(tmp_path, data)
    assert "雨季" in text and "停工" in text


@pytest.mark.parametrize("label", ["指标", "名称"])
def test_a_form_without_its_heading_is_left_out_by_name(tmp_path: Path, label: str) -> None:
    data = mischief.edited(SOUND, lambda _book, sheet: written(sheet, "C13", label))
    assert "表头被改动" in result_text(tmp_path, data, "乱名.xlsx")


@pytest.mark.parametrize("name", ["甲一.ods", "甲一.csv", "甲一.docx", "甲一.zip", "甲一.xlsx"])
def test_a_units_file_that_is_no_form_is_named(tmp_path: Path, name: str) -> None:
    text = result_text(tmp_path, mischief.other_book(), name)
    assert name in text and "未报送" not in text


def test_a_scan_beside_a_sound_form_is_no_matter(tmp_path: Path) -> None:
    small.put(tmp_path, {"甲一.pdf": b"%PDF-1.7"})
    assert "不是下发的表格" not in result_text(tmp_path, SOUND)


def test_an_indicator_that_begins_like_a_note_ends_no_form(tmp_path: Path) -> None:
    def change(book: Any, sheet: Any) -> None:
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet["A15"] = sheet["B15"] = None
        sheet["C15"] = "注册企业数"
        del book["_govdocs"]
        for defined in list(book.defined_names):
            del book.defined_names[defined]

    run = run_of(tmp_path, {"甲一": mischief.edited(SOUND, change)}, small.units("甲一"))
    assert small.value_of(run, QUALITY) == "85"


def test_a_formula_shared_with_a_link_is_a_link_too(tmp_path: Path) -> None:
    data = mischief.linked(SOUND, "F14")
    data = mischief.raw_cell(
        data, "F14", '<c {head}><f t="shared" ref="F14:F20" si="0">[1]Sheet1!A1</f><v>12</v></c>'
    )
    data = mischief.raw_cell(data, "F20", '<c {head}><f t="shared" si="0"/><v>12</v></c>')
    run = run_of(tmp_path, {"甲一": data}, small.units("甲一"))
    assert small.value_of(run, PEOPLE) is None


@pytest.mark.parametrize("address", ["C14", "D14", "E14", "B14"])
@pytest.mark.parametrize("policy", ["标准", "宽松"])
def test_a_word_changed_on_the_form_is_kept_in_the_result(
    tmp_path: Path, address: str, policy: str
) -> None:
    data = mischief.edited(SOUND, lambda _book, sheet: written(sheet, address, WORD))
    run = run_of(tmp_path, {"甲一": data}, small.units("甲一"), policy=read_policy(policy, {}))
    assert WORD in str(run.record.left_out)


@pytest.mark.parametrize("name", ["甲一\udcff.xlsx", "甲一\uf0d8.xlsx"])
def test_odd_letters_in_a_files_name_stop_nothing(tmp_path: Path, name: str) -> None:
    text = result_text(tmp_path, SOUND, name)
    assert "甲一\ufffd.xlsx" in text


def test_values_whose_kind_nobody_knows_are_left_out_unit_by_unit(tmp_path: Path) -> None:
    data = small.case_data()
    data["indicators"].append({"level1": "效益指标", "level2": "社会效益指标", "name": "带动情况"})
    file = tmp_path / "案卷.yaml"
    file.write_text(write_case_yaml(read_case(data)), "utf-8")
    blank = FormPress(load_base(file).definition).form_for(
        Unit("甲一", Level.COUNTY, "东市"), "某省"
    )
    where = small.put(
        tmp_path, {"甲一": filled(blank, {"gd_i009_actual": 773177, "gd_i001_actual": 1})}
    )
    run = roll_up([where], RollupOptions(file, small.units("甲一"), policy=read_policy("宽松", {})))
    assert ("甲一", "773177") in [(one.unit, one.written) for one in run.record.left_out]


def test_an_upper_units_own_form_is_named_in_its_level_too(tmp_path: Path) -> None:
    forms = {"甲一": SOUND, "东市": form("东市", {JOBS: 9}, parent="某省")}
    run = run_of(tmp_path, forms, small.units("甲一"))
    files = write_result(run, tmp_path / "省.yaml", levels=tmp_path / "各市")
    level = load_case(files.levels[0]).case.rollup
    assert level is not None and [one.unit for one in level.left_out] == ["东市"]

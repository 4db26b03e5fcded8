"""Forms that go out: only what a unit must fill in can be typed, and the form knows what it is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from govdocs.errors import InputError, OutputError
from govdocs.intake import write_case_yaml
from govdocs.model.case import read_case
from govdocs.rollup.handing_out.hand_out import hand_out
from govdocs.rollup.taking_in.read_form import read_form
from govdocs.rollup.units import Level, Unit, UnitList
from tests.rollup import small


def book_of(data: bytes):
    return load_workbook(io.BytesIO(data))


@pytest.fixture
def form() -> bytes:
    return small.press().form_for(Unit("甲县", Level.COUNTY, "东市", {"培训场次": "30场"}), "某省")


def test_names_targets_and_units_are_locked_and_the_rest_is_open(form: bytes) -> None:
    book = book_of(form)
    sheet = book["自评表"]
    assert sheet.protection.sheet
    open_cells = {
        name
        for name, defined in book.defined_names.items()
        if not sheet[defined.attr_text.split("!")[1].replace("$", "")].protection.locked
    }
    kinds = {name.rsplit("_", 1)[1] for name in open_cells}
    assert kinds == {"actual", "reason", "budget", "executed", "band", "achieved", "remark"}
    assert "gd_i002_band" not in open_cells  # only qualitative indicators have a band to choose
    assert not any(name.endswith(("_name", "_target", "_unit", "_rate")) for name in open_cells)


def test_every_cell_to_fill_in_has_an_input_rule(form: bytes) -> None:
    book = book_of(form)
    sheet = book["自评表"]
    ruled = {
        address
        for rule in sheet.data_validations.dataValidation
        for address in str(rule.sqref).split()
    }
    for name, defined in book.defined_names.items():
        if name.endswith(("_actual", "_reason", "_budget", "_executed")):
            assert defined.attr_text.split("!")[1].replace("$", "") in ruled, name


def test_yes_no_and_bands_are_chosen_from_a_list(form: bytes) -> None:
    lists = [
        rule.formula1
        for rule in book_of(form)["自评表"].data_validations.dataValidation
        if rule.type == "list"
    ]
    assert '"是,否,不适用"' in lists
    assert any("全部或基本达成预期指标" in text for text in lists)


def test_the_signature_is_out_of_sight_and_says_form_version_year_and_unit(form: bytes) -> None:
    assert book_of(form)["_govdocs"].sheet_state == "veryHidden"
    reading = read_form(form, "甲县.xlsx")
    assert reading is not None and reading.signature is not None
    signature = reading.signature
    assert (
        signature.form,
        signature.year,
        signature.unit,
        signature.level,
        signature.parent,
        signature.top,
    ) == ("transfer-2018", 2017, "甲县", "县", "东市", "某省")
    assert signature.version == small.base().definition.version
    assert signature.definition == small.base().definition


def test_a_unit_gets_its_own_target_where_the_list_has_one(form: bytes) -> None:
    sheet = book_of(form)["自评表"]
    targets = {sheet[f"C{row}"].value: sheet[f"D{row}"].value for row in range(14, 20)}
    assert targets["培训场次"] == "30场"
    assert targets["培训合格率"] == "95%"


def test_sums_and_rates_are_live_and_empty_not_uncomputed(form: bytes) -> None:
    assert str(book_of(form)["自评表"]["D7"].value).startswith("=IF(COUNT(D8:D10)=0")
    reading = read_form(form, "甲县.xlsx")
    assert reading is not None
    assert all(cell.blank for cell in reading.money.values())


def test_it_prints_on_a4_with_its_heading_on_every_page(form: bytes) -> None:
    sheet = book_of(form)["自评表"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$13:$13"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_same_case_and_unit_give_the_same_bytes(form: bytes) -> None:
    again = small.press().form_for(Unit("甲县", Level.COUNTY, "东市", {"培训场次": "30场"}), "某省")
    assert again == form


def test_the_version_changes_with_what_is_asked_and_only_with_that() -> None:
    data = small.case_data()
    data["indicators"][0]["target"] = "101场"
    changed = read_case(data)
    from govdocs.rollup.definition import definition_of

    version = small.base().definition.version
    assert definition_of(changed, "transfer-2018").version != version
    assert definition_of(small.base().case, "transfer-2018", ("另一条注",)).version == version


def test_one_file_a_reporting_unit_named_after_it(tmp_path: Path) -> None:
    done = hand_out(
        small.case_file(tmp_path), tmp_path / "下发", small.units("甲一", "甲二", "乙一")
    )
    assert sorted(path.name for path in (tmp_path / "下发").iterdir()) == [
        "乙一.xlsx",
        "甲一.xlsx",
        "甲二.xlsx",
    ]
    assert done.version == small.base().definition.version


def test_filled_forms_are_never_overwritten_by_handing_out_again(tmp_path: Path) -> None:
    case = small.case_file(tmp_path)
    hand_out(case, tmp_path / "下发", small.units("甲一"))
    (tmp_path / "下发" / "甲一.xlsx").write_bytes(b"filled")
    with pytest.raises(OutputError) as caught:
        hand_out(case, tmp_path / "下发", small.units("甲一", "甲二"))
    assert [p.code for p in caught.value.problems] == ["writing.already_there"]
    assert (tmp_path / "下发" / "甲一.xlsx").read_bytes() == b"filled"
    assert not (tmp_path / "下发" / "甲二.xlsx").exists()


def test_an_indicator_without_kind_is_asked_about_with_a_proposal(tmp_path: Path) -> None:
    data = small.case_data()
    del data["indicators"][1]["kind"]
    data["indicators"][4] |= {"kind": None, "name": "其他事项", "target": "5"}
    path = tmp_path / "案卷.yaml"
    path.write_text(write_case_yaml(read_case(data)), "utf-8")
    with pytest.raises(InputError) as caught:
        hand_out(path, tmp_path / "下发", small.units("甲一"))
    first, second = caught.value.problems
    assert (first.code, first.details["proposal"]) == ("rollup.kind_missing", "相对值")
    assert second.code == "rollup.kind_unknown"
    assert first.place is not None and not (tmp_path / "下发").exists()


def test_a_target_for_an_indicator_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    listed = UnitList(
        (Unit("某省", Level.PROVINCE), Unit("甲一", Level.COUNTY, "某省", {"培训人次": "3"}))
    )
    with pytest.raises(InputError) as caught:
        hand_out(small.case_file(tmp_path), tmp_path / "下发", listed)
    assert [p.code for p in caught.value.problems] == ["rollup.target_for_nobody"]

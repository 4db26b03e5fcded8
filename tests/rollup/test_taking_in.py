"""Whatever is in a filled form is taken, or named with file, sheet and cell; never guessed, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError
from govdocs.place import CellPlace
from govdocs.rollup.policy import Consequence, Policy, Strictness
from tests.rollup import mischief, small
from tests.rollup.filling import filled, names_of
from tests.rollup.small import JOBS, PEOPLE, QUALITY, RATE, codes, form, run_of, value_of


def at(data: bytes, number: int, key: str = "actual") -> str:
    return names_of(data)[f"gd_i{number:03d}_{key}"]


def taken(folder: Path, data: bytes, **options):
    return run_of(
        folder,
        {"甲一": data, "甲二": form("甲二", {JOBS: 1})},
        small.units("甲一", "甲二"),
        **options,
    )


def met_of(run, code: str):
    found = [met for met in run.met if met.problem.code == f"rollup.{code}"]
    assert found, [met.problem.code for met in run.met]
    return found[0]


def test_a_clean_form_needs_no_word(tmp_path: Path) -> None:
    assert codes(taken(tmp_path, form("甲一", {JOBS: 5, RATE: "95%"}))) == []


CELLS = {
    "number_as_text": ("text", "12", "13"),
    "full_width": ("text", "１２", "13"),
    "bound": ("text", "≥12场", "13"),
    "wrong_unit": ("text", "12个", "1"),
    "about": ("text", "约12", "1"),
    "not_a_number": ("text", "十二场左右吧", "1"),
    "error_cell": ("xml", '<c {head} t="e"><v>#REF!</v></c>', "1"),
    "no_value": ("xml", "<c {head}><f>5+7</f></c>", "1"),
    "date_for_number": ("date", None, "1"),
    "too_large": ("xml", "<c {head}><v>1E+300</v></c>", "1"),
    "negative": ("xml", "<c {head}><v>-3</v></c>", "-2"),
}


@pytest.mark.parametrize("code", CELLS)
def test_a_cell_is_taken_or_left_out_and_named(tmp_path: Path, code: str) -> None:
    import datetime

    how, what, total = CELLS[code]
    data = form("甲一")
    cell = at(data, JOBS)
    if how == "text":
        data = mischief.text_set(data, cell, str(what))
    elif how == "xml":
        data = mischief.raw_cell(data, cell, str(what))
    else:
        data = mischief.cell_set(data, cell, datetime.date(2018, 3, 5), "yyyy-mm-dd")
    run = taken(tmp_path, data)
    met = met_of(run, code)
    assert met.problem.place == CellPlace(str(tmp_path / "表格" / "甲一.xlsx"), "自评表", cell)
    assert value_of(run, JOBS) == total
    left = [row for row in run.record.left_out if row.unit == "甲一"]
    assert bool(left) == met.consequence.leaves_out
    assert not left or (left[0].what, left[0].written) == ("培训场次", met.written)


def test_another_scale_of_the_unit_is_converted_exactly(tmp_path: Path) -> None:
    data = mischief.text_set(form("甲一"), at(form("甲一"), PEOPLE), "8801人")
    run = taken(tmp_path, data)
    assert value_of(run, PEOPLE) == "0.8801"
    assert met_of(run, "other_scale").problem.details["right"] == "0.8801万人"


def test_digits_beyond_what_excel_shows_are_not_taken(tmp_path: Path) -> None:
    data = form("甲一")
    data = mischief.raw_cell(data, at(data, PEOPLE), "<c {head}><v>0.30000000000000004</v></c>")
    assert value_of(taken(tmp_path, data), PEOPLE) == "0.3"


@pytest.mark.parametrize(
    ("written", "number_format", "value", "code"),
    [
        (0.95, "0%", "95", ""),  # as Excel keeps a typed 95%
        (0.955, "0.00%", "95.5", ""),
        (95, "", "95", ""),
        (0.95, "", None, "rate_without_percent"),
        (1, "", None, "rate_without_percent"),
        (0, "", "0", ""),
    ],
)
def test_percent_is_read_from_the_cell_and_never_assumed(
    tmp_path: Path, written: float, number_format: str, value: str | None, code: str
) -> None:
    data = form("甲一")
    run = taken(tmp_path, mischief.cell_set(data, at(data, RATE), written, number_format))
    assert value_of(run, RATE) == value
    assert codes(run) == ([code] if code else [])


def test_a_share_outside_its_band_is_left_out(tmp_path: Path) -> None:
    data = form("甲一", {QUALITY: "75%", "gd_i003_band": "全部或基本达成预期指标"})
    run = taken(tmp_path, data)
    assert met_of(run, "out_of_band").consequence is Consequence.LEAVE_VALUE
    assert value_of(run, QUALITY) is None
    over = form("甲一", {QUALITY: "120%"})
    assert "out_of_band" in codes(taken(tmp_path, over))


def test_a_word_where_a_share_is_asked_is_left_out(tmp_path: Path) -> None:
    assert codes(taken(tmp_path, form("甲一", {QUALITY: "良好"}))) == ["word_for_share"]


def test_inserted_rows_shift_the_others_without_harm_and_are_named(tmp_path: Path) -> None:
    data = mischief.row_inserted(form("甲一", {JOBS: 5, RATE: "90%"}), JOBS, "另加指标", 77)
    run = taken(tmp_path, data)
    assert (value_of(run, JOBS), value_of(run, RATE)) == ("6", "90")
    row = next(row for row in run.record.left_out if row.reason == "增加的行")
    assert (row.unit, row.what, row.written) == ("甲一", "另加指标", "77")


def test_a_deleted_row_is_missed(tmp_path: Path) -> None:
    run = taken(tmp_path, mischief.row_deleted(form("甲一", {RATE: "90%", PEOPLE: 1}), RATE))
    assert met_of(run, "row_deleted").what == "培训合格率"
    assert value_of(run, PEOPLE) == "1"


def test_a_moved_row_is_found_by_what_it_is(tmp_path: Path) -> None:
    data = mischief.row_moved(form("甲一", {JOBS: 5, PEOPLE: 3, RATE: "90%"}), PEOPLE, RATE)
    run = taken(tmp_path, data)
    assert (value_of(run, PEOPLE), value_of(run, RATE), value_of(run, JOBS)) == ("3", "90", "6")
    assert [m.what for m in run.met if m.problem.code == "rollup.row_moved"] == ["新增就业"]


def test_a_renamed_row_is_left_out_unless_the_policy_takes_it(tmp_path: Path) -> None:
    data = form("甲一", {JOBS: 5})
    data = mischief.text_set(data, at(data, JOBS, "name"), "培训人次")
    run = taken(tmp_path, data)
    assert value_of(run, JOBS) == "1"
    assert met_of(run, "row_renamed").problem.details["label"] == "培训人次"
    lenient = taken(tmp_path, data, policy=Policy(Strictness.LENIENT))
    assert value_of(lenient, JOBS) == "6"


def test_a_changed_target_is_said_and_a_changed_unit_leaves_the_value_out(tmp_path: Path) -> None:
    data = form("甲一", {JOBS: 5, PEOPLE: 2})
    data = mischief.text_set(data, at(data, JOBS, "target"), "50场")
    data = mischief.text_set(data, at(data, PEOPLE, "unit"), "人")
    run = taken(tmp_path, data)
    assert sorted(codes(run)) == ["target_changed", "unit_cell_changed"]
    assert (value_of(run, JOBS), value_of(run, PEOPLE)) == ("6", None)


def test_values_in_hidden_rows_are_taken_and_said(tmp_path: Path) -> None:
    run = taken(tmp_path, mischief.row_hidden(form("甲一", {JOBS: 5}), JOBS))
    assert value_of(run, JOBS) == "6"
    assert met_of(run, "hidden").what == "培训场次"


def test_a_value_from_another_file_is_left_out_and_the_link_named(tmp_path: Path) -> None:
    data = form("甲一")
    run = taken(tmp_path, mischief.linked(data, at(data, JOBS)))
    assert value_of(run, JOBS) == "1"
    assert set(codes(run)) == {"elsewhere", "links"}


def test_a_form_copied_into_a_new_workbook_is_read_by_its_labels(tmp_path: Path) -> None:
    run = taken(tmp_path, mischief.signature_lost(form("甲一", {JOBS: 5})))
    assert value_of(run, JOBS) == "6"
    assert codes(run) == ["no_signature"]


def test_a_cut_and_pasted_value_does_not_take_its_name_along(tmp_path: Path) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    data = form("甲一", {JOBS: 5, RATE: "90%"})
    wrong = at(data, RATE).replace("F", "$F$")

    def change(book, _sheet) -> None:
        book.defined_names["gd_i001_actual"] = DefinedName(
            "gd_i001_actual", attr_text=f"自评表!{wrong}"
        )

    run = taken(tmp_path, mischief.edited(data, change))
    assert (value_of(run, JOBS), value_of(run, RATE)) == ("6", "90")


IDENTITY = {
    "other_year": lambda data: mischief.text_set(data, "A2", "（2016年度）"),
    "unit_changed": lambda data: mischief.text_set(data, "G5", "别县"),
}


@pytest.mark.parametrize("code", IDENTITY)
def test_a_form_of_another_year_or_unit_does_not_count(tmp_path: Path, code: str) -> None:
    run = taken(tmp_path, IDENTITY[code](form("甲一", {JOBS: 5})))
    assert value_of(run, JOBS) == "1"
    assert code in codes(run)
    assert [(u.name, u.reason) for u in run.record.missing] == [
        ("甲一", {"other_year": "年度不同", "unit_changed": "单位名称被改动"}[code])
    ]


def test_a_form_of_another_version_does_not_count(tmp_path: Path) -> None:
    from govdocs.forms.catalogue import form_set_of
    from govdocs.model.case import read_case
    from govdocs.rollup.base_case import base_of
    from govdocs.rollup.handing_out.stamping import FormPress
    from govdocs.rollup.units import Level, Unit

    data = small.case_data()
    data["indicators"][1]["target"] = "90%"
    case = read_case(data)
    old = FormPress(base_of(case, form_set_of(case)).definition).form_for(
        Unit("甲一", Level.COUNTY, "东市"), "某省"
    )
    run = taken(tmp_path, filled(old, {"gd_i001_actual": 5}))
    assert "other_version" in codes(run)
    assert value_of(run, JOBS) == "1"


REFUSED = {
    "encrypted.xlsx": (mischief.encrypted, "opening.encrypted"),
    "damaged.xlsx": (lambda: mischief.truncated(form("甲一")), "opening.damaged"),
    "bomb.xlsx": (lambda: mischief.bomb(form("甲一")), "opening.zip_bomb"),
    "macros.xlsm": (lambda: mischief.with_macros(form("甲一")), "opening.macros"),
    "empty.xlsx": (lambda: b"", "opening.empty"),
    "other.xlsx": (mischief.other_book, "rollup.not_a_form"),
    "old.xls": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
        "opening.old_format",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_used_costs_one_message(tmp_path: Path, name: str) -> None:
    make, code = REFUSED[name]
    run = run_of(
        tmp_path, {name: make(), "甲二": form("甲二", {JOBS: 1})}, small.units("甲一", "甲二")
    )
    mine = [met for met in run.met if name in str(met.problem.place)]
    assert [met.problem.code for met in mine] == [code]
    assert value_of(run, JOBS) == "1"


def test_a_cell_far_out_does_not_eat_the_memory(tmp_path: Path) -> None:
    data = mischief.cell_set(form("甲一"), "XFD1048576", 1)
    run = run_of(
        tmp_path, {"甲一": data, "甲二": form("甲二", {JOBS: 1})}, small.units("甲一", "甲二")
    )
    assert "sheet_too_large" in codes(run)


def test_thousands_of_other_files_are_one_note(tmp_path: Path) -> None:
    where = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 1})})
    for number in range(2000):
        (where / f"照片{number}.jpg").touch()
    run = run_of(tmp_path, {}, small.units("甲一"))
    assert codes(run) == ["other_files"]
    assert met_of(run, "other_files").problem.details["count"] == "2000"


def test_everything_is_said_in_one_run(tmp_path: Path) -> None:
    data = form("甲一", {JOBS: "十", RATE: "x", PEOPLE: "１"})
    data = mischief.text_set(data, at(data, QUALITY), "良好")
    assert sorted(codes(taken(tmp_path, data))) == [
        "full_width",
        "not_a_number",
        "not_a_number",
        "word_for_share",
    ]


def test_a_strict_policy_stops_and_still_says_everything(tmp_path: Path) -> None:
    data = form("甲一", {JOBS: "十", RATE: "x"})
    with pytest.raises(InputError) as caught:
        taken(tmp_path, data, policy=Policy(Strictness.STRICT))
    assert [p.code for p in caught.value.problems] == ["rollup.not_a_number"] * 2


def test_one_ruling_can_be_changed(tmp_path: Path) -> None:
    policy = Policy(changed={"rollup.number_as_text": Consequence.LEAVE_VALUE})
    data = mischief.text_set(form("甲一"), at(form("甲一"), JOBS), "12")
    assert value_of(taken(tmp_path, data, policy=policy), JOBS) == "1"

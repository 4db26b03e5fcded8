"""YAML is read as the text that stands there, every value with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.intake.yaml.reader import read_yaml
from govdocs.place import LinePlace
from tests.intake.examples import FULL, MINIMAL, load_text, problems, said


@pytest.mark.parametrize(
    "written",
    ["0430", "012", "1:30", "1_000", "yes", "98.50", "0x1F", "1e3", "2018-05-18", ".5", "on", "~x"],
)
def test_scalars_stay_as_written(written: str) -> None:
    raw = read_yaml(f"a: {written}\n".encode(), "f")
    assert raw.data == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null", "# 只有注释"])
def test_a_blank_is_left_out_and_its_place_is_known(written: str) -> None:
    raw = read_yaml(f"b: 1\na: {written}\n".encode(), "f")
    assert raw.data == {"b": "1"}
    assert raw.blanks[("a",)] == LinePlace("f", 2, 1)


def test_a_quoted_null_is_a_text() -> None:
    assert read_yaml(b"a: 'null'\n", "f").data == {"a": "null"}


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, FULL)
    place = loaded.places.exact(("allocations", 0, "parts", 1, "amount"))
    assert isinstance(place, LinePlace)
    line = FULL.split("\n")[place.line - 1]
    assert line[place.column - 1 :] == "260"
    assert place.file == str(loaded.file)


def test_a_value_left_out_is_found_at_its_parent(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, MINIMAL)
    place = loaded.places.find(("fund", "issued"))
    assert isinstance(place, LinePlace)
    assert place.line == 3
    assert loaded.places.exact(("fund", "issued")) is None


def test_printed_decimals_stay(tmp_path: Path) -> None:
    case = load_text(tmp_path, FULL).case
    assert str(case.allocations[1].amount and case.allocations[1].amount.number) == "98.50"


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode()
    assert load_text(tmp_path, windows).case == load_text(tmp_path, FULL).case


def test_anchors_give_the_same_text_again(tmp_path: Path) -> None:
    text = MINIMAL.replace("name: 支持项目数", "name: &n 支持项目数\n    reported_name: *n")
    indicator = load_text(tmp_path, text).case.indicators[0]
    assert indicator.name == indicator.reported_name


def test_all_problems_come_in_one_run_and_in_order(tmp_path: Path) -> None:
    text = (
        FULL.replace("2017", "二〇一七", 1)
        .replace("amount: 300", "amount: 300元")
        .replace("growth: 37.3%", "growth: 0.373")
        .replace("上行文", "上行")
        .replace("form: declaration\n    ", "")
    )
    assert said(problems(tmp_path, text)) == [
        ("not_whole_number", 1),
        ("other_money_unit", 18),
        ("rate_without_percent", 33),
        ("not_one_of_near", 37),
        ("missing", 55),
    ]


def test_equal_keys_name_both_lines(tmp_path: Path) -> None:
    found = problems(tmp_path, MINIMAL + "year: 2018\n")
    assert said(found) == [("equal_keys", 13)]
    assert (found[0].details["first"], found[0].details["second"]) == ("1", "13")


@pytest.mark.parametrize(
    ("written", "right"), [("nmae", "name"), ("专项名称", "name"), ("Name", "name")]
)
def test_an_unknown_key_is_told_once_with_the_right_one(
    tmp_path: Path, written: str, right: str
) -> None:
    found = problems(tmp_path, MINIMAL.replace("  name: 外", f"  {written}: 外"))
    assert said(found) == [("misspelt_key", 4)]
    assert found[0].details["right"] == right


def test_an_unknown_key_that_is_near_nothing(tmp_path: Path) -> None:
    assert said(problems(tmp_path, MINIMAL + "qqqq: 1\n")) == [("unknown_key", 13)]


def test_blank_required_fields_are_told_at_their_own_lines(tmp_path: Path) -> None:
    text = MINIMAL.replace("商务部", "", 1).replace("某省商务厅", "")
    assert said(problems(tmp_path, text)) == [("missing", 5), ("missing", 6)]


def test_equal_names_of_rows(tmp_path: Path) -> None:
    text = FULL.replace("张家界", "湘西自治州").replace("name: 公平贸易", "name: 区域协调发展")
    assert said(problems(tmp_path, text)) == [("equal_names", 19), ("equal_names", 21)]

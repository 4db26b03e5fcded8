"""A list of units says who reports to whom, or everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from govdocs.errors import InputError
from govdocs.place import CellPlace, LinePlace
from govdocs.rollup.unit_list_file import load_unit_list
from govdocs.rollup.units import Level

GOOD = [
    ("单位名称", "级次", "上级单位", "培训场次"),
    ("某省", "省", None, None),
    ("东市", "市", "某省", None),
    ("甲县", "县", "东市", "30场"),
    ("甲县一项目", "项目", "甲县", None),
]


def sheet(path: Path, rows) -> Path:
    book = Workbook()
    where = book.create_sheet("名单", 0)
    for row in rows:
        where.append(row)
    book.save(path)
    return path


def codes(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_unit_list(path)
    assert all(p.place is not None for p in caught.value.problems)
    return [p.code.removeprefix("rollup.list_") for p in caught.value.problems]


def test_excel_and_yaml_give_the_same_list(tmp_path: Path) -> None:
    book = load_unit_list(sheet(tmp_path / "名单.xlsx", GOOD))
    text = tmp_path / "名单.yaml"
    text.write_text(
        "units:\n- {name: 某省, level: 省}\n- {name: 东市, level: 市, parent: 某省}\n"
        "- {name: 甲县, level: 县, parent: 东市, targets: {培训场次: 30场}}\n"
        "- {name: 甲县一项目, level: 项目, parent: 甲县}\n",
        "utf-8",
    )
    plain = load_unit_list(text)
    assert [(u.name, u.level, u.parent, dict(u.targets)) for u in book.units] == [
        (u.name, u.level, u.parent, dict(u.targets)) for u in plain.units
    ]
    assert book.top.name == "某省" and book.by_name["甲县"].level is Level.COUNTY
    assert isinstance(book.units[2].place, CellPlace) and isinstance(
        plain.units[2].place, LinePlace
    )


def test_those_without_units_below_them_report(tmp_path: Path) -> None:
    units = load_unit_list(sheet(tmp_path / "名单.xlsx", GOOD))
    assert [unit.name for unit in units.reporting()] == ["甲县一项目"]
    assert units.chain("甲县一项目") == ("甲县一项目", "甲县", "东市", "某省")


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    rows = [
        *GOOD,
        ("甲县", "县", "东市"),
        ("乙县", "乡", "东市"),
        ("丙县", "县", "南市"),
        ("丁市", "市", "甲县"),
        ("戊/县", "县", "东市"),
        (None, "县", "东市"),
    ]
    assert sorted(codes(sheet(tmp_path / "名单.xlsx", rows))) == sorted(
        ["bad_level", "bad_name", "no_name", "name_twice", "unknown_parent", "parent_not_above"]
    )


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("单位名称", "级次"), ("某省", "省"), ("另省", "省")], "several_tops"),
        ([("单位名称", "级次", "上级单位")], "empty"),
        ([("名字", "电话")], "without_head"),
    ],
)
def test_a_list_without_order_is_refused(tmp_path: Path, rows, code: str) -> None:
    assert codes(sheet(tmp_path / "名单.xlsx", rows)) == [code]


def test_units_in_a_circle_are_refused(tmp_path: Path) -> None:
    rows = [
        ("单位名称", "级次", "上级单位"),
        ("某省", "省", None),
        ("甲", "县", "乙"),
        ("乙", "县", "甲"),
    ]
    assert codes(sheet(tmp_path / "名单.xlsx", rows)) == ["parent_not_above", "parent_not_above"]

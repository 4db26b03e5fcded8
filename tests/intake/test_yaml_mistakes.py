"""What people do to YAML files, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError
from govdocs.intake import load_case
from tests.intake.examples import MINIMAL, problems, said

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(24)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty_file", "")]),
        ("  \n\n", [("empty_file", "")]),
        ("# 只有注释\n", [("empty_file", 1)]),
        ("年度二〇一七\n", [("not_a_case", 1)]),
        ("- a\n- b\n", [("not_a_case", 1)]),
        ("year：2017\nmoney_unit: 万元\n", [("full_width_colon", 1)]),
        ("year：2017\nmoney_unit：万元\n", [("full_width_colon", 1), ("full_width_colon", 2)]),
        (
            "year:2017\nmoney_unit:万元\n",
            [("no_space_after_colon", 1), ("no_space_after_colon", 2)],
        ),
        ("year: 2017\n\tregion: 甲\n", [("tab", 2)]),
        ("year: '2017\nregion: 甲\n", [("quote", 1)]),
        ('year: "2017\nregion: 甲\n', [("quote", 1)]),
        ('region: "甲\\乙"\n', [("backslash", 1)]),
        ("year: 2017\n  region: 甲\n", [("colon_or_indent", 2)]),
        ("fund:\n    name: 甲\n  ministry: 乙\n", [("indent", 3)]),
        ("region: %甲\n", [("special_start", 1)]),
        ("region: `甲`\n", [("special_start", 1)]),
        ("region: >甲\n", [("special_start", 1)]),
        ("goals: [甲, 乙\nregion: 丙\n", [("bracket", 2)]),
        ("goals:\n  -甲\n  - 乙: 丙\n", [("no_space_after_dash", 2)]),
        ("year: 2017\n---\nyear: 2018\n", [("several_documents", 2)]),
        ("a: " + "[" * 100, [("too_deep", 1)]),
        ("{" * 5000, [("tag_without_quotes", 1), ("too_deep", 1)]),
        (BOMB, [("too_many_values", 15)]),
        ("a: &a 1\nb: [" + "*a, " * 60 + "]", [("too_many_aliases", 2)]),
        ("year: 2017\nregion: 甲\x07\n", [("control_character_in_file", 2)]),
    ],
)
def test_a_file_that_is_no_yaml(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert said(problems(tmp_path, text)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  name: 外经贸发展专项资金\n  ministry: 商务部\n  line_department: 某省商务厅",
            "  name：甲",
            [("full_width_colon", 4)],
        ),
        (
            "  name: 外经贸发展专项资金\n  ministry: 商务部\n  line_department: 某省商务厅",
            "  name:甲",
            [("no_space_after_colon", 4)],
        ),
        ("budget: {}", "budget: 100", [("expects_group", 7)]),
        ("budget: {}", "budget: !!python/object:os.system 甲", [("yaml_tag", 7)]),
        ("2017", "!!binary 2017", [("yaml_tag", 1)]),
        ("2017", "*年", [("unknown_alias", 1)]),
        ("name: 支持项目数", "name: {{ fund.name }}", [("tag_without_quotes", 12)]),
        ("budget: {}", "budget: {}\ngoals:\n  -目标甲\n  - 目标乙", [("no_space_after_dash", 9)]),
        ("budget: {}", "budget: {}\ngoals: 目标甲", [("expects_list", 8)]),
        ("budget: {}", "budget: {}\ngoals: {甲: 乙}", [("expects_list", 8)]),
        ("year: 2017", "year: [2017]", [("expects_one_value", 1)]),
        ("year: 2017", "year: 1017", [("out_of_range", 1)]),
        ("indicators:", "indicators: []\nindicator:", [("too_few", 9), ("misspelt_key", 10)]),
    ],
)
def test_yaml_that_is_no_case(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert said(problems(tmp_path, MINIMAL.replace(old, new))) == expected


@pytest.mark.parametrize("given", ["[1, 2]", "100", "是"])
def test_a_group_written_as_something_else_is_told_with_its_fields(
    tmp_path: Path, given: str
) -> None:
    (problem,) = problems(tmp_path, MINIMAL.replace("budget: {}", f"budget: {given}"))
    assert problem.code == "intake.expects_group"
    assert "total" in problem.details["allowed"]


@pytest.mark.parametrize(
    ("data", "code", "encoding"),
    [
        (MINIMAL.encode("gbk"), "intake.other_encoding", "GBK"),
        (MINIMAL.encode("utf-16"), "intake.other_encoding", "UTF-16"),
        (MINIMAL.encode("utf-16-le"), "intake.other_encoding", "UTF-16"),
        (MINIMAL.encode() + b"\xff\xff", "intake.not_utf8", None),
        (b"PK\x03\x04rest", "intake.not_text", None),
        (b"\xd0\xcf\x11\xe0rest", "intake.not_text", None),
        (b"#" * (9 * 1024 * 1024), "intake.too_large", None),
    ],
)
def test_bytes_that_are_no_utf8_text(
    tmp_path: Path, data: bytes, code: str, encoding: str | None
) -> None:
    found = problems(tmp_path, data)
    assert [problem.code for problem in found] == [code]
    assert found[0].details.get("encoding") == encoding


@pytest.mark.parametrize(
    ("name", "code"),
    [("没有.yaml", "no_such_file"), ("夹.yaml", "folder"), ("案卷.txt", "unknown_suffix")],
)
def test_a_path_that_is_no_file_of_ours(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "夹.yaml").mkdir()
    (tmp_path / "案卷.txt").write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_case(tmp_path / name)
    assert [problem.code for problem in error.value.problems] == [f"intake.{code}"]


@pytest.mark.parametrize(
    ("field", "given", "code", "right"),
    [
        ("issued", "五百", "not_money", None),
        ("issued", "560美元", "not_money_unit", None),
        ("issued", "560元", "other_money_unit", "0.056"),
        ("issued", "1.5亿元", "other_money_unit", "15000"),
        ("issued", "５６０", "full_width_digits", "560"),
        ("issued", "≥560", "not_money", None),
    ],
)
def test_an_amount_that_is_none(
    tmp_path: Path, field: str, given: str, code: str, right: str | None
) -> None:
    found = problems(tmp_path, MINIMAL.replace("budget:", f"  {field}: {given}\nbudget:"))
    assert said(found) == [(code, 7)]
    assert found[0].details["given"] == given
    assert found[0].details["field"] == "下达资金"
    assert found[0].details.get("right") == right


@pytest.mark.parametrize(
    ("given", "code"),
    [("2018-02-30", "no_such_date"), ("2018年13月1日", "no_such_date"), ("2018.5.18", "not_date")],
)
def test_a_date_that_is_none(tmp_path: Path, given: str, code: str) -> None:
    from tests.intake.examples import FULL

    found = problems(tmp_path, FULL.replace("2018年5月18日", given))
    assert [problem.code for problem in found] == [f"intake.{code}"]

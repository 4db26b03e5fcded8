"""Fresh case files, and the same case in the other form."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError, OutputError
from govdocs.intake import load_case, new_case_file
from tests.intake.examples import FULL, load_text


@pytest.mark.parametrize("name", ["新.yaml", "新.yml", "新.xlsx"])
def test_a_fresh_file_names_what_is_to_fill_in(tmp_path: Path, name: str) -> None:
    new_case_file(tmp_path / name)
    with pytest.raises(InputError) as error:
        load_case(tmp_path / name)
    assert {p.code for p in error.value.problems} == {"intake.missing"}
    assert len(error.value.problems) == 6


def test_yaml_gets_its_schema_beside_it(tmp_path: Path) -> None:
    written = new_case_file(tmp_path / "新.yaml")
    assert [path.name for path in written] == ["新.yaml", "case.schema.json"]
    first = (tmp_path / "新.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=case.schema.json"


def test_somebody_elses_schema_is_left(tmp_path: Path) -> None:
    (tmp_path / "case.schema.json").write_text("{}", encoding="utf-8")
    assert len(new_case_file(tmp_path / "新.yaml")) == 1
    assert (tmp_path / "case.schema.json").read_text(encoding="utf-8") == "{}"


def test_an_existing_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "新.yaml").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError) as error:
        new_case_file(tmp_path / "新.yaml")
    assert [p.code for p in error.value.problems] == ["writing.already_there"]
    new_case_file(tmp_path / "新.yaml", force=True)


def test_there_and_back(tmp_path: Path) -> None:
    case = load_text(tmp_path, FULL).case
    new_case_file(tmp_path / "乙.xlsx", tmp_path / "案卷.yaml")
    new_case_file(tmp_path / "丙.yaml", tmp_path / "乙.xlsx")
    assert load_case(tmp_path / "丙.yaml").case == case


def test_the_source_is_never_written_over(tmp_path: Path) -> None:
    load_text(tmp_path, FULL)
    with pytest.raises(OutputError) as error:
        new_case_file(tmp_path / "案卷.yaml", tmp_path / "案卷.yaml", force=True)
    assert [p.code for p in error.value.problems] == ["writing.over_input"]


def test_a_bad_source_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "坏.yaml").write_text("year: 甲", encoding="utf-8")
    with pytest.raises(InputError):
        new_case_file(tmp_path / "新.xlsx", tmp_path / "坏.yaml")
    assert not (tmp_path / "新.xlsx").exists()


def test_another_suffix(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        new_case_file(tmp_path / "新.docx")
    assert [p.code for p in error.value.problems] == ["intake.unknown_suffix"]

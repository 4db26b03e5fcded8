"""A case goes to YAML and to a workbook and back, and is the same case."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from govdocs.errors import InputError
from govdocs.intake import load_case, write_case_workbook, write_case_yaml
from govdocs.intake.load import case_of
from govdocs.intake.workbook.reader import read_workbook_bytes
from govdocs.intake.yaml.reader import read_yaml
from govdocs.model.case import Case
from tests.intake.examples import FULL, MINIMAL, load_text
from tests.intake.random_cases import cases

SLOW = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
        HealthCheck.large_base_example,
    ],
)


def through_yaml(case: Case) -> Case:
    return case_of(read_yaml(write_case_yaml(case).encode(), "f"))


def through_workbook(case: Case) -> Case:
    return case_of(read_workbook_bytes(write_case_workbook(case), "f"))


@SLOW
@given(cases())
def test_any_case_comes_back_from_yaml(case: Case) -> None:
    assert through_yaml(case) == case


@SLOW
@given(cases())
def test_any_case_comes_back_from_a_workbook(case: Case) -> None:
    assert through_workbook(case) == case


@pytest.mark.parametrize("text", [MINIMAL, FULL])
def test_the_ways_agree(tmp_path: Path, text: str) -> None:
    case = load_text(tmp_path, text).case
    assert through_workbook(through_yaml(case)) == case
    assert through_yaml(through_workbook(case)) == case


def test_the_published_case_goes_both_ways(root: Path) -> None:
    case = load_case(root / "data" / "2017-hunan.yaml").case
    assert through_workbook(case) == case
    assert through_yaml(case) == case


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    case = load_text(tmp_path, FULL).case
    assert write_case_workbook(case) == write_case_workbook(case)
    assert write_case_yaml(case) == write_case_yaml(case)


def test_no_clock_stands_in_a_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(
        io.BytesIO(write_case_workbook(load_text(tmp_path, FULL).case))
    ) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert package.read("docProps/core.xml").count(b">2000-01-01T00:00:00Z<") == 2


def test_yaml_is_written_for_people(tmp_path: Path) -> None:
    text = write_case_yaml(load_text(tmp_path, FULL).case)
    assert "    amount: 98.50\n" in text
    assert "# 资金分配：" in text
    assert "  - |-\n    目标乙第一行\n      缩进的第二行\n" in text
    assert "notes: []" in text
    assert "reason:" not in text


def test_a_text_longer_than_a_cell_is_refused(tmp_path: Path) -> None:
    case = load_text(tmp_path, FULL.replace("目标甲", "长" * 33_000)).case
    with pytest.raises(InputError) as error:
        write_case_workbook(case)
    assert [problem.code for problem in error.value.problems] == ["intake.too_long_for_cell"]


@pytest.mark.libreoffice
def test_a_workbook_saved_again_by_another_program_is_the_same_case(
    tmp_path: Path, root: Path
) -> None:
    case = load_case(root / "data" / "2017-hunan.yaml").case
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "案卷.xlsx").write_bytes(write_case_workbook(case))
    soffice = shutil.which("soffice") or "soffice"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "in" / "案卷.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    assert load_case(tmp_path / "案卷.xlsx").case == case

"""An evaluation report goes to YAML and to a workbook and back, and makes the same papers."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from govdocs.errors import InputError
from govdocs.filing.build import build_case
from govdocs.intake import load_any_case, new_case_file, write_case_workbook, write_case_yaml
from govdocs.intake.load import any_case_of
from govdocs.intake.workbook.reader import read_workbook_bytes
from govdocs.intake.yaml.reader import read_yaml
from govdocs.model.any_case import AnyCase
from tests.intake.random_evaluations import random_evaluation


def through_yaml(case: AnyCase) -> AnyCase:
    return any_case_of(read_yaml(write_case_yaml(case).encode(), "f"))


def through_workbook(case: AnyCase) -> AnyCase:
    return any_case_of(read_workbook_bytes(write_case_workbook(case), "f"))


@pytest.fixture(scope="module")
def published(root: Path) -> AnyCase:
    return load_any_case(root / "data" / "2022-yongxing.yaml").case


@pytest.mark.parametrize("seed", range(12))
def test_any_report_comes_back_from_either_file(seed: int) -> None:
    case = random_evaluation(seed)
    assert through_yaml(case) == case
    assert through_workbook(case) == case


def test_the_published_report_goes_both_ways(published: AnyCase) -> None:
    assert through_workbook(published) == published
    assert through_yaml(published) == published
    assert through_workbook(through_yaml(published)) == published


def test_the_same_report_gives_the_same_workbook(published: AnyCase) -> None:
    assert write_case_workbook(published) == write_case_workbook(published)


def test_the_papers_are_the_same_from_either_file(tmp_path: Path, root: Path) -> None:
    source = root / "data" / "2022-yongxing.yaml"
    book = tmp_path / "2022-yongxing.xlsx"
    new_case_file(book, source)
    first, second = build_case(source, tmp_path / "甲"), build_case(book, tmp_path / "乙")
    assert first.files == second.files
    papers = [name for name in first.files if name.endswith((".docx", ".xlsx"))]
    assert len(papers) >= 6
    for name in papers:
        assert (first.folder / name).read_bytes() == (second.folder / name).read_bytes(), name


def test_no_cell_shows_a_key_of_the_settings(published: AnyCase) -> None:
    case = published.model_copy(update={"settings": {"score_decimals": "1", "自定": "甲"}})
    book = openpyxl.load_workbook(io.BytesIO(write_case_workbook(case)))
    sheet = book["本地口径"]
    assert [sheet["A4"].value, sheet["A5"].value] == ["得分小数位", "自定"]
    assert through_workbook(case) == case


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda data: data["survey"]["questions"][1].update(text="题"), "题"),
        (lambda data: data["policy"]["periods"][1].update(name="时段"), "时段"),
        (lambda data: data["indicators"][1].update(name="决策"), "决策"),
        (lambda data: data["indicators"][0]["groups"][1].update(name="项目立项"), "项目立项"),
    ],
)
def test_rows_that_others_belong_to_need_names_of_their_own(
    published: AnyCase, change: object, name: str
) -> None:
    from govdocs.intake.case_text import case_text
    from govdocs.model.any_case import read_any_case

    data = case_text(published)
    data["survey"]["questions"][0]["text"] = "题"
    data["policy"]["periods"][0]["name"] = "时段"
    assert callable(change)
    change(data)
    with pytest.raises(InputError) as error:
        write_case_workbook(read_any_case(data))
    assert {(p.code, p.details["name"]) for p in error.value.problems} == {
        ("intake.equal_in_workbook", name)
    }


@pytest.mark.libreoffice
def test_a_workbook_saved_again_by_another_program_is_the_same_report(
    tmp_path: Path, published: AnyCase
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "案卷.xlsx").write_bytes(write_case_workbook(published))
    subprocess.run(
        [
            shutil.which("soffice") or "soffice",
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
    assert load_any_case(tmp_path / "案卷.xlsx").case == published

"""``govdocs check 报告.docx``: dispatch, formats, comments at the very place, exit codes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from govdocs.cli.app import app
from govdocs.errors import InputError
from govdocs.filing.document_check import check_finished, commented_document, is_finished
from govdocs.opening import open_office_package
from govdocs.rendering.preview.libreoffice import find_libreoffice
from tests.reading.papers import typed

WRONG = (
    "云阳县2021年养护资金报告\n一、资金\n共安排省级资金350万元、县级资金200万元，合计650万元。\n表1-1 资金表\n单位：万元\n"
    "|项目|金额|\n|甲|350|\n|乙|200|\n|合计|650|\n以上情况属实。"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "报告.docx"
    file.write_bytes(typed(WRONG))
    return file


def run(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["check", *map(str, words)])
    return result.exit_code, result.stdout


def test_a_word_file_is_a_finished_document_and_errors_give_exit_code_1(report: Path) -> None:
    code, text = run(report)
    assert code == 1
    assert "F601" in text
    assert "F501" in text
    assert "正文 表1第4行第2列" in text


def test_json_names_place_and_arithmetic(report: Path) -> None:
    _, text = run(report, "--format", "json")
    findings = json.loads(text)["reports"][0]["findings"]
    assert {f["code"] for f in findings} == {"F501", "F601"}
    total = next(f for f in findings if f["code"] == "F601")
    assert total["arithmetic"] == "350＋200＝550≠650"
    assert total["spots"][0]["place"]["table"] == 1


@pytest.mark.parametrize("form", ["html", "sarif"])
def test_the_other_formats_are_written(report: Path, form: str) -> None:
    code, text = run(report, "--format", form)
    assert code == 1
    assert "F601" in text


def test_comments_stand_at_the_cell_and_the_sentence(report: Path) -> None:
    made = commented_document(check_finished(report))
    assert made.on_title == ()
    body = docx.Document(io.BytesIO(made.data)).element.body
    starts = body.xpath(".//w:commentRangeStart")
    around = [start.getparent().text for start in starts]
    assert "650" in around
    assert "共安排省级资金350万元、县级资金200万元，合计650万元。" in around
    open_office_package(made.data, "docx")


def test_the_checked_file_itself_is_never_changed(report: Path, tmp_path: Path) -> None:
    before = report.read_bytes()
    run(report, "--comments", tmp_path / "批注.docx")
    assert report.read_bytes() == before
    assert (tmp_path / "批注.docx").is_file()


def test_a_case_workbook_is_no_finished_document(tmp_path: Path) -> None:
    case = tmp_path / "案卷.xlsx"
    assert CliRunner().invoke(app, ["new", str(case)]).exit_code == 0
    assert not is_finished(case)
    assert not is_finished(tmp_path / "case.yaml")


def test_a_broken_file_gives_exit_code_2_and_advice(tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(typed(WRONG)[:400])
    result = CliRunner().invoke(app, ["check", str(broken)])
    assert isinstance(result.exception, InputError)  # cli.entry makes the exit code 2 of it
    assert result.stdout == ""


@pytest.mark.libreoffice
@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice 没有安装")
def test_an_old_word_file_goes_through_libreoffice(report: Path, tmp_path: Path) -> None:
    from govdocs.rendering.preview.process import run as run_program
    from govdocs.rendering.preview.profile import make_profile

    program = find_libreoffice()
    assert program is not None
    profile = make_profile(tmp_path / "profile")
    run_program(
        [
            program,
            profile,
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            tmp_path / "old",
            report,
        ],
        seconds=120,
    )
    checked = check_finished(tmp_path / "old" / "报告.doc")
    assert "F601" in [f.code for f in checked.result.findings]
    assert "reading.old_format" in [r.code for r in checked.document.remarks]

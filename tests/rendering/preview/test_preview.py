"""Preview: what is drawn, what is refused, what is said where a program or font is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from docx import Document

from govdocs.errors import InputError, ToolMissing
from govdocs.opening import open_office_package
from govdocs.rendering.preview import (
    convert_to_pdf,
    find_libreoffice,
    missing_fonts,
    preview,
    require_libreoffice,
)
from govdocs.rendering.preview import fonts as font_lists
from govdocs.rendering.preview.libreoffice import VARIABLE
from govdocs.rendering.preview.process import run
from govdocs.rendering.preview.profile import make_profile
from govdocs.reporting.problem_text import render_problems

ROOT = Path(__file__).parents[3]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    document = Document()
    document.add_paragraph("正文")
    file = tmp_path / "-- 文件.docx"
    document.save(str(file))
    return file


@pytest.mark.libreoffice
def test_pages_come_as_pdf_and_pictures(page: Path, tmp_path: Path) -> None:
    done = preview(page, tmp_path / "out", dots_per_inch=40)
    assert done.pdf.read_bytes().startswith(b"%PDF-")
    assert [picture.name for picture in done.pictures] == ["-- 文件-01.png"]
    assert done.pictures[0].read_bytes().startswith(b"\x89PNG")


@pytest.mark.libreoffice
def test_two_runs_leave_no_profile_and_no_lock(page: Path, tmp_path: Path) -> None:
    for _ in range(2):
        preview(page, tmp_path / "out", pictures=False)
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == ["-- 文件.pdf"]


@pytest.mark.parametrize("name", ["旧.doc", "表.csv", "无"])
def test_other_kinds_are_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(b"x")
    with pytest.raises(InputError) as error:
        preview(file, tmp_path / "out")
    assert error.value.problems[0].code == "preview.wrong_kind"
    assert ".docx" in render_problems(error.value.problems)
    assert not (tmp_path / "out").exists()


def test_a_docx_that_is_none_never_reaches_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "假.docx"
    file.write_bytes(b"<html>")
    with pytest.raises(InputError):
        preview(file, tmp_path / "out")


def test_without_libreoffice_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, page: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    assert find_libreoffice() is None
    with pytest.raises(ToolMissing) as error:
        preview(page, tmp_path / "out")
    said = render_problems(error.value.problems)
    assert "LibreOffice" in said
    assert VARIABLE in said


def test_a_program_named_by_the_variable_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))
    assert require_libreoffice() == program


@pytest.mark.skipif(sys.platform == "win32", reason="用 sh 扮演 LibreOffice")
def test_no_pdf_is_an_error_although_the_program_says_all_is_well(
    monkeypatch: pytest.MonkeyPatch, page: Path, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho fine\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))
    with pytest.raises(ToolMissing) as error:
        convert_to_pdf([page], tmp_path)
    assert error.value.problems[0].code == "preview.no_pdf"
    assert error.value.problems[0].details["said"] == "fine"


@pytest.mark.skipif(sys.platform == "win32", reason="用 sh 扮演 LibreOffice")
def test_when_the_time_is_over_the_whole_group_is_ended(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    ended = run(["sh", "-c", f"sleep 600 & echo $! > {mark}; wait"], seconds=0.5)
    assert ended.code is None
    child = int(mark.read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_the_profile_turns_macros_and_outside_links_off(tmp_path: Path) -> None:
    option = make_profile(tmp_path / "p")
    assert option.startswith("-env:UserInstallation=file:///")
    text = (tmp_path / "p" / "user" / "registrymodifications.xcu").read_text("utf-8")
    assert 'name="DisableMacrosExecution" oor:op="fuse"><value>true<' in text
    assert 'name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true<' in text
    assert 'name="MacroSecurityLevel" oor:op="fuse"><value>3<' in text


def test_missing_fonts_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    package = open_office_package(ROOT / "templates" / "docx" / "letter.docx", "docx")
    monkeypatch.setattr(
        font_lists, "installed_fonts", lambda: frozenset({"仿宋", "simhei", "宋体"})
    )
    assert missing_fonts(package) == ("方正小标宋简体", "楷体_GB2312")
    monkeypatch.setattr(font_lists, "installed_fonts", lambda: None)
    assert missing_fonts(package) is None

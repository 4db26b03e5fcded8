"""Files in, reports and a corrected copy out; what cannot be done is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError, OutputError, Problem
from govdocs.filing.layout_run import (
    check_layouts,
    house_style_of,
    layout_rules_by_code,
    write_fixed,
)
from govdocs.layout import layout_rules
from govdocs.reporting.layout_rule_page import layout_rule_page
from govdocs.reporting.problem_text import render_problem
from tests.layout.letters import LETTER, changed, written


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "通知.docx"
    file.write_bytes(written(LETTER, changed("text1", first=0), changed("mark", colour="")))
    return file


def test_a_file_becomes_a_report_under_its_name(letter: Path) -> None:
    (checked,) = check_layouts([letter])
    assert checked.report.target == str(letter)
    assert [f.code for f in checked.result.findings] == ["L121", "L171"]


def test_the_problems_of_all_files_come_at_once(letter: Path) -> None:
    missing = [letter.with_name("甲.docx"), letter, letter.with_name("乙.docx")]
    with pytest.raises(InputError) as caught:
        check_layouts(missing)
    assert len(caught.value.problems) == 2


def test_a_corrected_copy_is_written_beside_and_told(letter: Path, tmp_path: Path) -> None:
    before = letter.read_bytes()
    left, lines = write_fixed([letter], tmp_path / "改正.docx")
    assert left.result.findings == () and letter.read_bytes() == before
    assert lines[0] == "改正 2 项，文字没有改动："
    assert "  L121 发文机关标志：黑色 → 红色（第5段）" in lines
    assert lines[-1].startswith("已写入 ")


def test_the_letter_itself_is_never_written_over(letter: Path) -> None:
    before = letter.read_bytes()
    with pytest.raises(OutputError):
        write_fixed([letter], letter)
    assert letter.read_bytes() == before


@pytest.mark.parametrize(
    ("files", "out", "code"),
    [
        (2, "改正.docx", "layout.fix_of_many"),
        (1, None, "layout.fix_without_out"),
        (1, "改正.pdf", "layout.fix_not_docx"),
    ],
)
def test_a_call_that_cannot_be_done_is_refused(
    letter: Path, files: int, out: str | None, code: str
) -> None:
    with pytest.raises(InputError) as caught:
        write_fixed([letter] * files, None if out is None else letter.with_name(out))
    assert [p.code for p in caught.value.problems] == [code]
    assert not letter.with_name("改正.docx").exists()


@pytest.mark.parametrize(
    "problem",
    [
        Problem("layout.no_document"),
        Problem("layout.house_style", details={"reason": "第1行"}),
        Problem("layout.fix_of_many", details={"count": "2"}),
        Problem("layout.fix_without_out"),
        Problem("layout.fix_not_docx", details={"name": "a.pdf"}),
    ],
    ids=lambda problem: problem.code,
)
def test_every_problem_is_told_in_chinese(problem: Problem) -> None:
    text = render_problem(problem)
    assert problem.code not in str(text) and "{" not in str(text)


def test_an_office_may_accept_another_face_and_pitch(letter: Path, tmp_path: Path) -> None:
    own = tmp_path / "本单位.toml"
    own.write_text('[fonts]\n"仿宋" = ["本单位仿宋"]\n[line_pitch]\nleast = 20.0\n', "utf-8")
    style = house_style_of(own)
    letter.write_bytes(written(LETTER, changed("text1", font="本单位仿宋", pitch=22)))
    (checked,) = check_layouts([letter], style)
    told = [spot for f in checked.result.findings for spot in f.spots if f.code in ("L104", "L105")]
    assert told and all(spot.path != ("paragraphs", 17) for spot in told)
    assert "L105" not in {f.code for f in checked.result.findings}


@pytest.mark.parametrize("text", ["[fonts", '[line_pitch]\nleast = "x"', "fonts = 3"])
def test_settings_that_make_no_sense_are_an_input_error(text: str, tmp_path: Path) -> None:
    own = tmp_path / "本单位.toml"
    own.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        house_style_of(own)
    assert caught.value.problems[0].code == "layout.house_style"


@pytest.mark.parametrize("rule", layout_rules(), ids=lambda rule: rule.code)
def test_a_rule_has_a_page(rule: object) -> None:
    one = layout_rules_by_code()[rule.code]  # type: ignore[attr-defined]
    page = layout_rule_page(one)
    assert page.startswith(f"# {one.code} {one.name}\n") and one.source in page

"""``govdocs check`` from the call to the exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
import typer
from typer.testing import CliRunner

from govdocs.cli.check import check
from govdocs.errors import InputError, OutputError

HUNAN = Path(__file__).parents[2] / "data/2017-hunan.yaml"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The Hunan case with one figure spoilt that no acceptance covers."""
    file = tmp_path / "案卷.yaml"
    text = HUNAN.read_text("utf-8")
    assert "name: 进口贴息\n    amount: 1431" in text
    file.write_text(text.replace("amount: 1431", "amount: 1432"), "utf-8")
    return file


def run(*arguments: str | Path) -> tuple[int, str, str, BaseException | None]:
    app = typer.Typer(add_completion=False)
    app.command()(check)
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    error = None if isinstance(result.exception, SystemExit) else result.exception
    return result.exit_code, result.stdout, result.stderr, error


def test_open_errors_are_shown_and_exit_with_1(case: Path) -> None:
    code, shown, _, error = run(case)
    assert error is None
    assert code == 1
    assert "1432" in shown
    assert f"{case} 第" in shown
    assert "\x1b" not in shown


def test_json_and_sarif_go_to_the_screen_as_they_are(case: Path) -> None:
    code, shown, _, _ = run(case, "--format", "json")
    assert code == 1
    assert json.loads(shown)["exit_code"] == 1
    _, shown, _, _ = run(case, "--format", "sarif")
    assert json.loads(shown)["version"] == "2.1.0"


def test_a_report_can_be_written_to_a_file(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果.html"
    code, shown, said, _ = run(case, "--format", "html", "-o", out)
    assert code == 1
    assert shown == ""
    assert said == f"已写入 {out}。\n"
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_input_is_never_written_over(case: Path) -> None:
    before = case.read_bytes()
    _, _, _, error = run(case, "-o", case)
    assert isinstance(error, OutputError)
    assert case.read_bytes() == before


def test_quiet_counts(case: Path) -> None:
    _, shown, _, _ = run(case, "--quiet")
    assert shown.startswith(f"{case}：待处理 ")
    assert shown.count("\n") == 1


def test_comments_go_into_a_copy_of_the_paper(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "批注.docx"
    code, _, said, error = run(case, "--comments", out)
    assert error is None
    assert code == 1
    comments = list(docx.Document(io.BytesIO(out.read_bytes())).comments)
    assert f"：{len(comments)} 处批注" in said or "另有" in said
    assert any("1432" in comment.text for comment in comments)


def test_several_targets_are_summed_up_and_comments_need_one(case: Path, tmp_path: Path) -> None:
    _, shown, _, _ = run(case, HUNAN, "--quiet")
    assert shown.splitlines()[-1].startswith("共 2 个对象")
    _, _, _, error = run(case, HUNAN, "--comments", tmp_path / "a.docx")
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == ["check.comments_of_many"]
    _, _, _, error = run(case, "--comments", tmp_path / "a.doc")
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == ["check.comments_not_docx"]
    assert list(tmp_path.iterdir()) == [case]


def test_the_problems_of_all_bad_targets_come_in_one_run(case: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "一.yaml", tmp_path / "二.yaml"
    one.write_text("year: 2017\nyaer: 2018\n", "utf-8")
    two.write_text("", "utf-8")
    _, shown, _, error = run(one, case, two)
    assert isinstance(error, InputError)
    assert shown == ""
    files = {getattr(problem.place, "file", None) for problem in error.problems}
    assert files == {str(one), str(two)}

"""Every call ends in a Chinese message and an exit code; no traceback reaches a user."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govdocs.cli.entry import main

HEAVY = ("openpyxl", "docx", "docxtpl", "lxml", "pydantic", "ruamel", "jinja2")


def test_help_is_answered_without_loading_what_only_work_needs() -> None:
    """Start-up stays short because nothing heavy is imported, which a test can hold exactly."""
    code = (
        "import sys; from govdocs.cli.entry import main; main(['--help']);"
        f"sys.exit(','.join(m for m in {HEAVY!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "用法" in done.stdout


def test_help_is_chinese_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    for call in (["--help"], ["build", "--help"], ["templates", "--help"], ["check", "--help"]):
        assert main(call) == 0
        said = capsys.readouterr().out
        for english in ("Usage", "Options", "Arguments", "Commands", "Show this message"):
            assert english not in said, f"{call}: {english}"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["biuld"], "命令写法不对"),
        (["build"], "缺少参数"),
        (["build", "--nope"], "没有选项 --nope"),
        (["build", "a.yaml", "-j", "0"], "参数"),
    ],
)
def test_a_bad_call_says_what_is_wrong_and_exits_with_2(
    call: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == 2
    assert said in capsys.readouterr().err


def test_a_case_that_is_not_there_exits_with_2_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path / "没有.yaml"), "-o", str(tmp_path / "out")]) == 2
    told = capsys.readouterr()
    assert "没有.yaml" in told.out + told.err
    assert "Traceback" not in told.out + told.err
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_case_builds_with_nothing_open(
    hunan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(hunan_file), "-o", str(tmp_path)]) == 0
    assert "报告.docx" in capsys.readouterr().out


def test_an_open_error_exits_with_1_and_the_papers_are_there(
    hunan_file: Path, tmp_path: Path
) -> None:
    text = hunan_file.read_text("utf-8").replace(
        "{name: 湘西自治州, amount: 300}", "{name: 湘西自治州, amount: 310}"
    )
    case = tmp_path / "wrong.yaml"
    case.write_text(text, "utf-8")
    assert main(["build", str(case), "-o", str(tmp_path / "out")]) == 1
    assert (tmp_path / "out" / "wrong" / "报告.docx").is_file()


def test_a_fault_of_the_program_exits_with_3_and_leaves_a_note(
    hunan_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret figure 17385")

    monkeypatch.setattr("govdocs.filing.batch.build_cases", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["build", str(hunan_file), "-o", str(tmp_path / "out")]) == 3
    told = capsys.readouterr().err
    assert "Traceback" not in told
    (note,) = tmp_path.glob("*出错记录*")
    assert "17385" not in note.read_text("utf-8")


def test_every_command_of_the_house_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    said = capsys.readouterr().out
    for command in ("new", "build", "check", "rollup", "rules", "templates", "preview", "schema"):
        assert command in said


def test_a_pattern_stands_for_all_its_files_as_the_windows_prompt_does_not_expand_it(
    hunan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("甲.yaml", "乙.yaml"):
        (tmp_path / name).write_bytes(hunan_file.read_bytes())
    assert main(["build", str(tmp_path / "*.yaml"), "-o", str(tmp_path / "out")]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"甲", "乙"}
    assert "共 2 个案卷" in capsys.readouterr().out


def test_a_kind_of_case_that_is_not_there_is_told_with_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["schema", "--kind", "评价"]) == 2
    assert "重点绩效评价" in capsys.readouterr().err


@pytest.mark.parametrize("other", [["--layout"], ["--against", "案卷.yaml", "--update"]])
def test_comments_are_refused_where_they_would_be_left_out(
    other: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    comments = tmp_path / "批注.docx"
    assert main(["check", "报告.docx", *other, "--comments", str(comments)]) == 2
    assert other[-1] in capsys.readouterr().err
    assert not comments.exists()

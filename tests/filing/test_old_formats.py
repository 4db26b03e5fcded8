"""Old Word, WPS and Excel files are read by every command, or refused with advice; never as garbage."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from govdocs.cli.entry import main
from govdocs.filing.old_formats import open_finished
from govdocs.rendering.preview.libreoffice import VARIABLE, find_libreoffice
from govdocs.rendering.preview.process import run
from govdocs.rendering.preview.profile import make_profile
from tests.reading.papers import typed

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CASE = Path(__file__).parents[2] / "data" / "2017-hunan.yaml"
WRONG = (
    "云阳县2021年养护资金报告\n一、资金\n共安排省级资金350万元、县级资金200万元，合计650万元。\n"
    "表1-1 资金表\n单位：万元\n|项目|金额|\n|甲|350|\n|乙|200|\n|合计|650|\n以上情况属实。"
)
Told = Callable[[], str]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def said() -> str:
        out, err = capsys.readouterr()
        return (out + err).replace("\n", "")

    return said


@pytest.fixture(scope="session")
def aged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Save a file in an old format as an office's old program would, by LibreOffice."""
    folder = tmp_path_factory.mktemp("old")
    profile = make_profile(folder / "profile")

    def make(file: Path, kind: str) -> Path:
        program = find_libreoffice()
        assert program is not None
        out = folder / kind
        run(
            [program, profile, "--headless", "--convert-to", kind,
             "--outdir", out, file],
            seconds=120,
        )  # fmt: skip
        return out / f"{file.stem}.{kind}"

    return make


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of the example case."""
    out = tmp_path_factory.mktemp("papers")
    assert main(["build", str(CASE), "-o", str(out)]) in {0, 1}
    return next(folder for folder in out.iterdir() if folder.is_dir())


@pytest.fixture(scope="session")
def old_report(tmp_path_factory: pytest.TempPathFactory, aged: Callable[[Path, str], Path]) -> Path:
    file = tmp_path_factory.mktemp("report") / "养护.docx"
    file.write_bytes(typed(WRONG))
    return aged(file, "doc")


def test_a_compound_file_without_a_document_is_refused_with_advice(
    tmp_path: Path, told: Told
) -> None:
    file = tmp_path / "报告.doc"
    file.write_bytes(COMPOUND + b"\x00junk" * 500)
    assert main(["check", str(file)]) == 2
    assert "另存为" in told()


@pytest.mark.parametrize(
    "words",
    [["check"], ["check", "--layout"], ["check", "--against", str(CASE)], ["read", "-o", "{out}"],
     ["diff", "{file}"]],
    ids=["check", "layout", "against", "read", "diff"],
)  # fmt: skip
def test_without_libreoffice_an_old_file_is_refused_and_said_why(
    words: list[str], tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    file, out = tmp_path / "报告.doc", tmp_path / "案卷.yaml"
    file.write_bytes(COMPOUND + "WordDocument".encode("utf-16-le") + b"\x00" * 600)
    command, *rest = (word.format(out=out, file=file) for word in words)
    assert main([command, str(file), *rest]) == 2
    said = told()
    assert "LibreOffice" in said
    assert "另存为 .docx" in said
    assert not out.exists()


@pytest.mark.libreoffice
@pytest.mark.parametrize(("ending", "stream"), [("xls", "Workbook"), ("doc", "WordDocument")])
def test_an_old_file_of_which_libreoffice_makes_nothing_is_refused(
    ending: str, stream: str, tmp_path: Path, told: Told
) -> None:
    """The file says what it holds, and there is none of it inside."""
    file = tmp_path / f"坏.{ending}"
    file.write_bytes(COMPOUND + stream.encode("utf-16-le") + b"\x00" * 600)
    assert main(["check", str(file)]) == 2
    assert "LibreOffice 没有转换成功" in told()


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_check_finds_in_the_old_file_what_stands_in_the_new_one(
    ending: str, tmp_path: Path, old_report: Path, told: Told
) -> None:
    """WPS writes the same format under its own ending."""
    file = Path(shutil.copy(old_report, tmp_path / f"养护.{ending}"))
    assert main(["check", str(file)]) == 1
    said = told()
    assert "F501" in said
    assert "表1第4行第2列" in said
    assert "已由 LibreOffice 转换后检查" in said


@pytest.mark.libreoffice
def test_the_layout_of_an_old_file_is_checked_and_said_to_be_converted(
    old_report: Path, told: Told
) -> None:
    assert main(["check", str(old_report), "--layout"]) in {0, 1}
    assert "已由 LibreOffice 转换后检查版式" in told()


@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "kind"), [("附件2.docx", "doc"), ("附件2.xlsx", "xls")])
def test_an_old_paper_differs_from_its_case_in_nothing(
    name: str, kind: str, papers: Path, aged: Callable[[Path, str], Path], told: Told
) -> None:
    assert main(["check", str(aged(papers / name, kind)), "--against", str(CASE)]) == 0
    assert "已由 LibreOffice 转换" in told()


@pytest.mark.libreoffice
def test_read_makes_of_old_papers_the_case_of_the_new_ones(
    papers: Path, aged: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    names = ("附件1.docx", "附件2.docx")
    old, new = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    assert main(["read", *(str(aged(papers / n, "doc")) for n in names), "-o", str(old)]) == 0
    assert main(["read", *(str(papers / n) for n in names), "-o", str(new)]) == 0
    assert _values(old) == _values(new)


def _values(file: Path) -> list[str]:
    """The lines of a case without its comments, which name the files."""
    lines = (line.split(" # ")[0].rstrip() for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.lstrip().startswith("#")]


@pytest.mark.libreoffice
def test_diff_sees_no_change_between_an_old_file_and_the_new_one(
    papers: Path, aged: Callable[[Path, str], Path], told: Told
) -> None:
    file = papers / "附件2.docx"
    assert main(["diff", str(aged(file, "doc")), str(file)]) == 0
    said = told()
    assert "没有" in said
    assert said.count("附件2.doc：这是旧格式的文件，已由 LibreOffice 转换") == 1


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_diff_says_of_either_side_that_it_was_converted(
    form: str, papers: Path, aged: Callable[[Path, str], Path], told: Told
) -> None:
    old = str(aged(papers / "附件2.xlsx", "xls"))
    for pair in ([old, str(CASE)], [str(CASE), old], [str(papers / "附件2.xlsx"), old]):
        assert main(["diff", *pair, "--format", form]) in {0, 1}
        assert told().count("附件2.xls：这是旧格式的文件") == 1


@pytest.mark.libreoffice
def test_an_old_workbook_is_read_cell_by_cell(
    papers: Path, aged: Callable[[Path, str], Path]
) -> None:
    new, old = (open_finished(f).document for f in (papers / "附件2.xlsx", aged(papers / "附件2.xlsx", "xls")))  # fmt: skip
    assert [[c.plain for c in t.cells()] for t in old.tables] == [
        [c.plain for c in t.cells()] for t in new.tables
    ]
    assert [r.code for r in old.remarks][-1] == "reading.old_format"

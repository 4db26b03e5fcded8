"""A case becomes its folder of papers, wholly or not at all, and always the same."""

from __future__ import annotations

import json
import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from govdocs.errors import GovdocsError, InputError, TemplateError
from govdocs.filing.batch import build_cases
from govdocs.filing.build import build_case

PAPERS = {
    "报告.docx",
    "附件1.docx",
    "附件1.xlsx",
    "附件2.docx",
    "附件2.xlsx",
    "校验结果.html",
    "校验结果.json",
    "manifest.json",
}


def text_of(file: Path) -> str:
    """All text of a Word or Excel file, cells apart."""
    with zipfile.ZipFile(file) as package:
        parts = [n for n in package.namelist() if n.endswith(".xml")]
        xml = " ".join(package.read(name).decode() for name in sorted(parts))
    return re.sub(r"<[^>]*>", "", re.sub(r"</w:p>|</c>|</is>", "\n", xml))


@pytest.fixture(scope="module")
def hunan(tmp_path_factory: pytest.TempPathFactory, hunan_file: Path) -> Path:
    return build_case(hunan_file, tmp_path_factory.mktemp("out")).folder


def test_the_filing_and_each_attachment_stand_in_the_folder_of_the_case(hunan: Path) -> None:
    assert hunan.name == "2017-hunan"
    assert {path.name for path in hunan.iterdir()} >= PAPERS


def test_every_figure_of_the_two_forms_stands_in_word_and_excel(hunan: Path) -> None:
    whole = text_of(hunan / "报告.docx")
    for figure in (
        "44955",
        "17385",
        "16573.08",
        "1704.08",
        "1380",
        "1263",
        "0.88万人",
        "70.5亿美元",
    ):
        assert figure in whole
    sheet = text_of(hunan / "附件2.xlsx")
    for figure in ("17385", "16573.08", "1704.08", "1263", "13.5亿美元", "带动技术出口额"):
        assert figure in sheet
    assert "带动技术进口额" in text_of(hunan / "附件1.xlsx")


def test_the_same_case_gives_the_same_bytes(hunan: Path, hunan_file: Path, tmp_path: Path) -> None:
    again = build_case(hunan_file, tmp_path).folder
    for name in PAPERS:
        assert (again / name).read_bytes() == (hunan / name).read_bytes(), name


def test_the_bytes_do_not_tell_where_the_case_lies(
    hunan: Path, hunan_file: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "别处" / hunan_file.name
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(hunan_file.read_bytes())
    folder = build_case(elsewhere, tmp_path / "out").folder
    for name in PAPERS:
        assert (folder / name).read_bytes() == (hunan / name).read_bytes(), name


def test_the_manifest_proves_every_paper(hunan: Path, hunan_file: Path) -> None:
    manifest = json.loads((hunan / "manifest.json").read_text("utf-8"))
    assert manifest["data"] == {hunan_file.name: sha256(hunan_file.read_bytes()).hexdigest()}
    for name, digest in manifest["outputs"].items():
        assert sha256((hunan / name).read_bytes()).hexdigest() == digest
    assert set(manifest["outputs"]) == {p.name for p in hunan.iterdir()} - {"manifest.json"}
    assert "letter.docx" in manifest["templates"]


def changed(case: Path, folder: Path, old: str, new: str) -> Path:
    text = case.read_text("utf-8")
    assert old in text
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / case.name
    copy.write_text(text.replace(old, new, 1), "utf-8")
    return copy


def test_a_tag_that_the_case_does_not_have_is_placed_at_its_sentence_and_nothing_is_written(
    hunan_file: Path, tmp_path: Path
) -> None:
    case = changed(
        hunan_file,
        tmp_path / "in",
        "{{ allocations.外贸促进.amount",
        "{{ allocations.外贸促近.amount",
    )
    with pytest.raises(TemplateError) as caught:
        build_case(case, tmp_path / "out")
    (problem,) = caught.value.problems
    assert problem.code == "tags.unlisted_field"
    assert problem.details["nearest"] == "allocations.外贸促进"
    assert getattr(problem.place, "line", 0) > 0
    assert not (tmp_path / "out").exists()


def test_what_stood_in_the_folder_before_is_untouched_when_a_build_fails(
    hunan_file: Path, tmp_path: Path
) -> None:
    folder = build_case(hunan_file, tmp_path / "out").folder
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    case = changed(hunan_file, tmp_path / "in", "amount: 5773", "amount: 5773美元")
    with pytest.raises(InputError):
        build_case(case, tmp_path / "out")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_attachment_of_an_unknown_form_is_named_with_the_known_ones(
    hunan_file: Path, tmp_path: Path
) -> None:
    case = changed(hunan_file, tmp_path / "in", "form: declaration", "form: declaratoin")
    with pytest.raises(InputError) as caught:
        build_case(case, tmp_path / "out")
    (problem,) = caught.value.problems
    assert problem.code == "filing.unknown_attachment"
    assert "declaration" in problem.details["known"]


def test_an_own_template_goes_before_the_carried_one(
    root: Path, hunan_file: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    # A look-alike that is easily told apart: the self-evaluation form in place of the goal form.
    (own / "declaration-2015.docx").write_bytes(
        (root / "templates/docx/evaluation-2018.docx").read_bytes()
    )
    folder = build_case(hunan_file, tmp_path / "out", [own]).folder
    assert "全年执行数" in text_of(folder / "附件1.docx")


def test_a_template_folder_that_is_not_there_is_an_error(hunan_file: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        build_case(hunan_file, tmp_path / "out", [tmp_path / "nowhere"])
    assert caught.value.problems[0].code == "filing.no_template_folder"


def test_one_failing_case_does_not_stop_the_others(hunan_file: Path, tmp_path: Path) -> None:
    broken = changed(hunan_file, tmp_path / "in", "year: 2017", "year: 二〇一七")
    good = tmp_path / "in" / "good.yaml"
    good.write_bytes(hunan_file.read_bytes())
    jobs = {job.file.name: job for job in build_cases([broken, good], tmp_path / "out", (), 2)}
    assert jobs["good.yaml"].built is not None
    assert jobs[broken.name].built is None
    assert not (tmp_path / "out" / broken.stem).exists()


def test_two_cases_that_would_share_a_folder_are_refused_before_any_work(
    hunan_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "2017-HUNAN.yaml"
    other.write_bytes(hunan_file.read_bytes())
    with pytest.raises(GovdocsError) as caught:
        list(build_cases([hunan_file, other], tmp_path / "out"))
    assert caught.value.problems[0].code == "filing.same_name"


def test_a_case_without_letter_gives_its_attachments_alone(
    hunan_file: Path, tmp_path: Path
) -> None:
    text = hunan_file.read_text("utf-8")
    start, end = text.index("\nletter:"), text.index("\nattachments:")
    case = tmp_path / "forms.yaml"
    case.write_text(text[:start] + text[end:], "utf-8")
    folder = build_case(case, tmp_path / "out").folder
    whole = text_of(folder / "报告.docx")
    assert "附件2" in whole
    assert "签发人" not in whole


def test_a_wrong_tag_in_a_name_that_another_field_takes_over_is_told_once(
    hunan_file: Path, tmp_path: Path
) -> None:
    text = hunan_file.read_text("utf-8").replace("  carry_goals: 否", "  carry_goals: 是")
    case = tmp_path / "case.yaml"
    case.write_text(text.replace("  - 鼓励技术及", "  - 鼓励{{ fund.nmae }}技术及"), "utf-8")
    with pytest.raises(TemplateError) as caught:
        build_case(case, tmp_path / "out")
    assert [problem.path for problem in caught.value.problems] == [("goals", 3)]


@pytest.mark.parametrize("name", ["declaration-2015.doc", "docx/declaration-2015.wps"])
def test_an_own_template_in_an_old_format_is_not_passed_over(
    name: str, hunan_file: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    (own / "docx").mkdir(parents=True)
    (own / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(InputError) as caught:
        build_case(hunan_file, tmp_path / "out", [own])
    (problem,) = caught.value.problems
    assert problem.code == "filing.template_old_format"
    assert problem.details["wanted"] == "declaration-2015.docx"
    assert not (tmp_path / "out").exists()

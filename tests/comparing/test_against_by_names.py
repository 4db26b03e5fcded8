"""Evaluation reports of other hands are held against their case by the names of their rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from govdocs.cli.entry import main
from govdocs.errors import InputError
from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.by_names import hold_by_names
from govdocs.filing.case_work import case_work
from govdocs.filing.diff import diff_files
from govdocs.filing.read_in import read_into
from tests.reading_in.other_reports import industry_report, pension_report, road_report

YONGXING = Path(__file__).parents[2] / "data" / "2022-yongxing.yaml"
MAKERS: dict[str, Callable[[Path], Path]] = {
    "公路": road_report, "养老": pension_report, "产业": industry_report,
}  # fmt: skip


MISSING = re.compile(r"(?m)^( *)(\w+):  # 必填，.*$")
"""A required field that the report does not hold."""
FILLED = {
    "date": " 2021年6月30日", "sources": "\n  - name: 奖补资金\n    amount: 1000",
    "rule": "\n{0}  sentence: 按实际情况打分。", "kind": " 照录原文",
}  # fmt: skip


def completed(case: Path) -> None:
    """Fill in what the report does not say, so that the case loads."""
    text = MISSING.sub(
        lambda m: f"{m[1]}{m[2]}:{FILLED.get(m[2], ' 某单位').format(m[1])}",
        case.read_text("utf-8"),
    )
    case.write_text(text, "utf-8")


@pytest.fixture(scope="module", params=sorted(MAKERS))
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A report of another hand and the case that was read from it."""
    folder = tmp_path_factory.mktemp("other")
    report = MAKERS[request.param](folder / "报告.docx")
    case = folder / "案卷.yaml"
    read_into([report], case)
    completed(case)
    return report, case


@pytest.fixture
def road(tmp_path: Path) -> tuple[Path, Path]:
    report, case = road_report(tmp_path / "报告.docx"), tmp_path / "案卷.yaml"
    read_into([report], case)
    return report, case


def respelt(case: Path, *edits: tuple[str, str]) -> None:
    text = case.read_text("utf-8")
    for former, latter in edits:
        assert former in text
        text = text.replace(former, latter, 1)
    case.write_text(text, "utf-8")


def held(report: Path, case: Path) -> HeldDocument:
    with case_work(case) as work:
        return hold_by_names(work.subject, report)


def remarks(one: HeldDocument) -> dict[str, str]:
    return {r.code: r.details.get("names", "") for r in one.document.remarks}


def test_a_report_and_the_case_read_from_it_do_not_differ(pair: tuple[Path, Path]) -> None:
    one = held(*pair)
    assert one.held.differences == ()
    assert one.held.found >= 10


def test_it_is_not_taken_for_a_paper_of_our_template(pair: tuple[Path, Path]) -> None:
    report, case = pair
    with case_work(case) as work, pytest.raises(InputError) as refused:
        hold_document(work, report)
    assert [p.code for p in refused.value.problems] == ["against.no_paper"]


def test_funds_scores_and_answers_that_differ_are_told_each_once(road: tuple[Path, Path]) -> None:
    report, case = road
    respelt(case, ("amount: 800.00", "amount: 850.00"), ("score: 13.5", "score: 14.5"),
            ("count: 11", "count: 12"), ("sent: 60", "sent: 62"))  # fmt: skip
    assert {(d.expected, d.actual) for d in held(report, case).held.differences} == {
        ("850.00万元", "800.00万元"), ("14.5", "13.5"), ("12", "11"), ("62", "60"),
    }  # fmt: skip


def test_the_same_money_in_another_unit_is_the_same(road: tuple[Path, Path]) -> None:
    report, case = road
    text = case.read_text("utf-8").replace("money_unit: 万元", "money_unit: 元")
    for amount in ("1200.00", "1150.50", "800.00", "600.00"):
        text = text.replace(f": {amount} ", f": {float(amount) * 10000:.2f} ")
    case.write_text(text, "utf-8")
    assert held(report, case).held.differences == ()


def test_what_bears_another_name_is_named_and_not_compared(road: tuple[Path, Path]) -> None:
    report, case = road
    respelt(case, ("name: 市级财政预算", "name: 市本级配套"), ("amount: 800.00", "amount: 1.00"))
    one = held(report, case)
    assert one.held.differences == ()
    assert remarks(one) == {
        "against.only_in_document": "“市级财政预算”",
        "against.only_in_case": "“市本级配套”",
    }


def test_a_report_on_something_else_is_refused(road: tuple[Path, Path]) -> None:
    with case_work(YONGXING) as work, pytest.raises(InputError) as refused:
        hold_by_names(work.subject, road[0])
    assert [p.code for p in refused.value.problems] == ["against.other_project"]


def test_the_command_says_what_was_compared(
    road: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    report, case = road
    respelt(case, ("score: 13.5", "score: 14.5"))
    assert main(["check", str(report), "--against", str(case)]) == 1
    said = capsys.readouterr().out.replace("\n", "")
    assert "得分：案卷为“14.5”，文件中为“13.5”" in said
    assert "只按栏目名称对照了 19 处内容" in said


def test_nothing_is_written_back_from_a_report_of_another_look(
    road: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    report, case = road
    respelt(case, ("score: 13.5", "score: 14.5"))
    before = case.read_bytes()
    assert main(["check", str(report), "--against", str(case), "--update", "--all"]) == 2
    assert "不是这个案卷生成的文件" in capsys.readouterr().err
    assert case.read_bytes() == before


def test_diff_tells_the_same_differences(road: tuple[Path, Path]) -> None:
    report, case = road
    respelt(case, ("amount: 800.00", "amount: 850.00"))
    (change,) = diff_files(case, report).changes
    assert (change.former, change.latter, change.difference) == (
        "850.00万元",
        "800.00万元",
        "-50.00万元",
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    assert main(["build", str(YONGXING), "-o", str(out)]) in {0, 1}
    return next(folder for folder in out.iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", ["报告", "附件1", "附件2", "项目支出绩效自评表"])
def test_a_paper_of_our_template_is_still_held_word_by_word(name: str, built: Path) -> None:
    with case_work(YONGXING) as work:
        one = hold_document(work, built / f"{name}.docx")
    assert one.held.paper == f"{name}.docx"
    assert one.held.differences == ()

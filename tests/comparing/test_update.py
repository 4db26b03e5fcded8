"""What was changed in a document goes back into the case: exactly that, or it is listed."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from govdocs.cli.entry import main
from govdocs.comparing.against.difference import Sort
from govdocs.comparing.update.yaml_text import exchanged
from govdocs.filing.against import hold_document
from govdocs.filing.build import build_case
from govdocs.filing.case_work import case_work
from govdocs.filing.update import plan_file_update, write_update
from govdocs.intake.new import new_case_file
from tests.comparing.editing import Edited, edited_cells


@pytest.fixture
def case(hunan_file: Path, tmp_path: Path) -> Path:
    file = tmp_path / "案卷.yaml"
    file.write_bytes(hunan_file.read_bytes())
    return file


@pytest.fixture
def edited(papers: Path, tmp_path: Path) -> Path:
    document = Edited(papers / "报告.docx")
    document.replace("专项资金17385万元", "专项资金17386万元")
    document.replace(
        "达到360.4亿美元，同比增长37.3%，增速列全国第四位",
        "达到361.4亿美元，同比增长38%，增速居全国第三位",
    )
    document.replace("2018年5月18日", "2018年6月8日")
    document.replace("邱望梅", "王小明")
    document.replace("今后将从三个方面改进", "今后将从“三个方面”着手：改进")
    document.cell(5, 2, 6, "1264")
    document.cell(5, 3, 7, "市场变化")
    return document.save(tmp_path / "改.docx")


def differing(case: Path, document: Path) -> list[Sort]:
    with case_work(case) as work:
        return [d.sort for d in hold_document(work, document).held.differences]


def test_after_an_update_the_case_gives_the_text_of_the_document(
    case: Path, edited: Path, tmp_path: Path
) -> None:
    update = plan_file_update(case, edited)
    assert update.rewritten.refused == ()
    write_update(update)
    assert differing(case, edited) == []
    built = build_case(case, tmp_path / "再").folder
    assert differing(case, built / "报告.docx") == []


def test_both_lines_of_a_title_go_into_its_one_field(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    document.replace("关于报送2017年度外经贸", "关于上报2017年度外经贸")
    document.replace("发展专项资金绩效自评有关情况的报告", "发展专项资金绩效自评情况的报告")
    changed = document.save(tmp_path / "改.docx")
    write_update(plan_file_update(case, changed))
    assert differing(case, changed) == []
    assert "关于上报2017年度外经贸\n    发展专项资金绩效自评情况的报告\n" in case.read_text("utf-8")


def test_comments_order_and_every_other_line_of_the_file_stay(case: Path, edited: Path) -> None:
    before = case.read_text("utf-8").splitlines()
    write_update(plan_file_update(case, edited))
    after = case.read_text("utf-8").splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[:2] in {"- ", "+ "}]
    gone, come = ([c for c in changed if c[0] == sign] for sign in "-+")
    assert len(gone) == 8
    assert len(come) == 9
    assert "  issued: 17386" in after
    assert "    reason: 市场变化" in after
    assert any(
        "{{ facts.进出口总额.value }}，同比增长" in line and "居全国第三位" in line
        for line in after
    )


def test_a_case_workbook_takes_the_values_in_its_cells(
    hunan_file: Path, papers: Path, tmp_path: Path
) -> None:
    case = tmp_path / "案卷.xlsx"
    new_case_file(case, hunan_file)
    document = Edited(papers / "附件2.docx")
    document.cell(2, 2, 6, "1264.50")
    changed = document.save(tmp_path / "改.docx")
    update = plan_file_update(case, changed)
    assert update.rewritten.refused == ()
    write_update(update)
    assert differing(case, changed) == []


def test_a_workbook_form_updates_the_case_as_well(case: Path, papers: Path, tmp_path: Path) -> None:
    changed = edited_cells(
        papers / "附件2.xlsx", tmp_path / "改.xlsx", {"F15": 1264, "G16": "市场变化"}
    )
    update = plan_file_update(case, changed)
    write_update(update)
    assert {e.path[-1] for e in update.rewritten.edits} == {"actual", "reason"}
    assert differing(case, changed) == []


def test_what_stands_twice_and_was_changed_once_is_listed_and_not_written(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    document.cell(2, 2, 2, "商务部、财政部")
    before = case.read_bytes()
    update = plan_file_update(case, document.save(tmp_path / "改.docx"))
    write_update(update)
    assert update.rewritten.edits == ()
    assert [r.why for r in update.rewritten.refused] == [
        "这项数据在文件中另有 1 处没有改，请先改一致"
    ]
    assert case.read_bytes() == before


def test_what_a_field_cannot_hold_is_listed_and_the_rest_is_written(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "附件2.docx")
    document.cell(1, 5, 4, "约一万六千")
    document.cell(2, 2, 6, "1264")
    document.drop_row(2, 11)
    update = plan_file_update(case, document.save(tmp_path / "改.docx"))
    assert [e.path for e in update.rewritten.edits] == [("indicators", 0, "actual")]
    assert len(update.rewritten.refused) == 2


def test_the_command_shows_asks_and_writes(
    case: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(edited), "--against", str(case), "--update", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "下达资金：“17385万元”→“17386”" in said
    assert f"已写入 {case}。" in said.replace("\n", "")
    assert main(["check", str(edited), "--against", str(case)]) == 0
    assert main(["check", str(edited), "--update"]) == 2


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        ("a: 1  # 注\nb: 2\n", ("a",), "98.50", "a: 98.50  # 注\nb: 2\n"),
        ("a: {b: 1, c: 2}\n", ("a", "b"), "甲，乙: 丙", "a: {b: '甲，乙: 丙', c: 2}\n"),
        ("a: {b: 1}\n", ("a", "c"), "5", "a: {b: 1, c: 5}\n"),
        ('a: "x"\n', ("a",), 'y"z', 'a: "y\\"z"\n'),
        ("a:\n  - 一  # 甲\n  - 二\n", ("a", 1), "三", "a:\n  - 一  # 甲\n  - 三\n"),
        (
            "a: |-  # 注\n  一\n  二\n\n# 尾\nb: 1\n",
            ("a",),
            "三\n四",
            "a: |-  # 注\n  三\n  四\n\n# 尾\nb: 1\n",
        ),
        (
            "a:\n  b: 1  # 注\n# 尾\nc: 1\n",
            ("a", "d"),
            "2",
            "a:\n  b: 1  # 注\n  d: 2\n# 尾\nc: 1\n",
        ),
        ("a: 1\nb:\n", ("b",), "2", "a: 1\nb: 2\n"),
        ("a: 1\nb: 2\n", ("a",), "", "a: \nb: 2\n"),
    ],
)
def test_one_value_is_exchanged_in_the_text(
    text: str, path: tuple[str | int, ...], value: str, expected: str
) -> None:
    assert exchanged(text, {path: value}) == (expected, frozenset())


def test_a_value_that_an_alias_repeats_has_no_place_of_its_own() -> None:
    text = "a: &x {b: 1}\nc: *x\n"
    assert exchanged(text, {("c", "b"): "2"}) == (text, frozenset({("c", "b")}))

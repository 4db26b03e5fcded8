"""Rows that were added, left out or moved in the document go into the case, with its comments and order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govdocs.cli.entry import main
from govdocs.comparing.against.difference import Sort
from govdocs.comparing.update.rows import RowChange, RowEdit
from govdocs.comparing.update.yaml_rows import rearranged
from govdocs.filing.against import hold_document
from govdocs.filing.case_work import case_work
from govdocs.filing.update import plan_file_update, write_update
from govdocs.intake import load_case
from tests.comparing.editing import Edited

DECLARED, REPORTED = 3, 5
"""The indicator grids of attachments 1 and 2 in the whole filing, as Word counts tables."""


@pytest.fixture
def case(hunan_file: Path, tmp_path: Path) -> Path:
    file = tmp_path / "案卷.yaml"
    text = hunan_file.read_text("utf-8").replace(
        "  - level1: 产出指标\n    level2: 数量指标\n    name: 当年外派劳务人数",
        "  # 外派劳务：商务厅外经处提供\n  - level1: 产出指标\n    level2: 数量指标\n    name: 当年外派劳务人数",
    )
    assert "外经处提供" in text
    file.write_text(text, "utf-8")
    return file


def differing(case: Path, document: Path) -> list[Sort]:
    with case_work(case) as work:
        return [d.sort for d in hold_document(work, document).held.differences]


def swap(document: Edited, table: int, row: int) -> None:
    first, second = (document.document.tables[table - 1].rows[n]._tr for n in (row - 1, row))
    second.addnext(first)


def lines(file: Path) -> Iterator[str]:
    yield from file.read_text("utf-8").splitlines()


def test_a_row_gone_from_every_table_goes_from_the_case_with_its_comment(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    for table in (DECLARED, REPORTED):
        document.drop_row(table, 6)
    file = document.save(tmp_path / "改.docx")
    before = list(lines(case))
    update = plan_file_update(case, file)
    assert [(r.change, r.index) for r in update.rewritten.rows] == [(RowChange.GONE, 4)]
    write_update(update)
    assert differing(case, file) == []
    gone = [line for line in before if line not in set(lines(case))]
    assert any("外经处提供" in line for line in gone)
    assert all(row.name != "当年外派劳务人数" for row in load_case(case).case.indicators)


def test_acceptances_follow_their_rows_when_one_before_them_goes(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    for table in (DECLARED, REPORTED):
        document.drop_row(table, 7)
    write_update(plan_file_update(case, document.save(tmp_path / "改.docx")))
    places = [a.place for a in load_case(case).case.accepted]
    assert "indicators[3].actual" in places
    assert "indicators[12].name" in places
    assert "indicators[19].name" in places
    assert main(["check", str(case), "--quiet"]) == 0, (
        "every acceptance still answers for its finding"
    )


def test_a_row_that_an_acceptance_answers_for_is_left_to_the_office(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    for table in (DECLARED, REPORTED):
        document.drop_row(table, 5)
    update = plan_file_update(case, document.save(tmp_path / "改.docx"))
    assert update.rewritten.rows == ()
    assert {r.why for r in update.rewritten.refused} == {
        "案卷中这一行不能单独移动，或有说明、标签按序号提到它"
    }


def test_a_row_gone_from_one_table_alone_is_not_taken_out(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    document.drop_row(REPORTED, 6)
    update = plan_file_update(case, document.save(tmp_path / "改.docx"))
    assert update.rewritten.items == ()
    assert [r.why for r in update.rewritten.refused] == ["这一行在另一张表中还在，请先改一致"]


def test_a_new_row_becomes_a_row_of_the_case_at_its_place(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    for table in (DECLARED, REPORTED):
        document.copy_row(table, 6)
        document.cell(table, 7, 4, "新增境外营销网点数")
        document.cell(table, 7, 5, "25")
    document.cell(REPORTED, 7, 6, "27")
    file = document.save(tmp_path / "改.docx")
    update = plan_file_update(case, file)
    write_update(update)
    assert update.rewritten.refused == ()
    row = load_case(case).case.indicators[5]
    assert (row.level1, row.level2, row.name) == ("产出指标", "数量指标", "新增境外营销网点数")
    assert [getattr(v, "text", v) for v in (row.target, row.actual)] == ["25", "27"]
    assert differing(case, file) == []


def test_rows_in_another_order_are_put_in_that_order_with_their_comments(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "报告.docx")
    for table in (DECLARED, REPORTED):
        swap(document, table, 6)
    file = document.save(tmp_path / "改.docx")
    update = plan_file_update(case, file)
    write_update(update)
    names = [row.name for row in load_case(case).case.indicators]
    assert names.index("当年外派劳务人数") == 5
    text = list(lines(case))
    comment = next(n for n, line in enumerate(text) if "外经处提供" in line)
    assert "当年外派劳务人数" in text[comment + 3]
    assert differing(case, file) == []


def test_the_rows_of_one_attachment_alone_do_not_change_the_case(
    case: Path, papers: Path, tmp_path: Path
) -> None:
    document = Edited(papers / "附件2.docx")
    document.drop_row(2, 6)
    update = plan_file_update(case, document.save(tmp_path / "改.docx"))
    assert update.rewritten.items == ()
    assert "请依据报告.docx写回" in update.rewritten.refused[0].why


@pytest.fixture
def edited(papers: Path, tmp_path: Path) -> Path:
    document = Edited(papers / "报告.docx")
    document.replace("专项资金17385万元", "专项资金17386万元")
    document.replace("邱望梅", "王小明")
    document.cell(REPORTED, 2, 6, "1264")
    for table in (DECLARED, REPORTED):
        document.drop_row(table, 6)
    return document.save(tmp_path / "改.docx")


def test_only_the_accepted_items_are_written(case: Path, edited: Path) -> None:
    call = ["check", str(edited), "--against", str(case), "--update"]
    assert main([*call, "--accept", "indicators[0].actual", "--accept", "fund.issued"]) == 1
    after = load_case(case).case
    assert after.fund.issued is not None
    assert after.fund.issued.text == "17386"
    assert getattr(after.indicators[0].actual, "text", "") == "1264"
    assert "邱望梅" in case.read_text("utf-8")
    assert any(row.name == "当年外派劳务人数" for row in after.indicators)


def test_every_item_can_be_answered_by_itself(
    case: Path, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from govdocs.reporting.against_run import AgainstCall
    from govdocs.reporting.formats import Format
    from govdocs.reporting.update_run import show_update

    asked: list[str] = []

    def ask(text: str) -> str:
        asked.append(text)
        return "y" if "王小明" in text else "n"

    call = AgainstCall((edited,), case, Format.TEXT, None, False, ())
    assert show_update(call, ask) == 1
    assert len(asked) == 4
    text = case.read_text("utf-8")
    assert "王小明" in text
    assert "issued: 17385" in text
    assert "name: 当年外派劳务人数" in text


def test_all_are_written_without_asking_where_that_is_said(case: Path, edited: Path) -> None:
    assert main(["check", str(edited), "--against", str(case), "--update", "--all"]) == 0
    assert differing(case, edited) == []


def test_an_item_that_is_not_there_is_told_and_nothing_is_written(
    case: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = case.read_bytes()
    call = ["check", str(edited), "--against", str(case), "--update", "--accept", "没有这一项"]
    assert main(call) == 2
    assert "没有“没有这一项”" in capsys.readouterr().err
    assert case.read_bytes() == before


def gone(index: int) -> RowEdit:
    return RowEdit(("a",), RowChange.GONE, "", (), index=index)


def new(after: int, **cells: str) -> RowEdit:
    return RowEdit(("a",), RowChange.ADDED, "", (), after=after, cells=tuple(cells.items()))


def moved(*order: int) -> RowEdit:
    return RowEdit(("a",), RowChange.MOVED, "", (), order=order)


TEXT = "a:\n  # 甲的注\n  - n: 甲  # 尾注\n    v: 1\n  - {n: 乙}\n  - n: 丙\n\n# 下一节\nb: 1\n"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([gone(0)], "a:\n  - {n: 乙}\n  - n: 丙\n\n# 下一节\nb: 1\n"),
        ([gone(2)], "a:\n  # 甲的注\n  - n: 甲  # 尾注\n    v: 1\n  - {n: 乙}\n\n# 下一节\nb: 1\n"),
        ([moved(2, 1, 0)], "a:\n  - n: 丙\n  - {n: 乙}\n  # 甲的注\n  - n: 甲  # 尾注\n    v: 1\n\n# 下一节\nb: 1\n"),
        ([new(1, n="丁", v="2")], "a:\n  # 甲的注\n  - n: 甲  # 尾注\n    v: 1\n  - {n: 乙}\n  - n: 丁\n    v: 2\n  - n: 丙\n\n# 下一节\nb: 1\n"),
        ([gone(1), new(0, n="丁")], "a:\n  # 甲的注\n  - n: 甲  # 尾注\n    v: 1\n  - n: 丁\n  - n: 丙\n\n# 下一节\nb: 1\n"),
    ],
)  # fmt: skip
def test_rows_are_rearranged_as_text(edits: list[RowEdit], expected: str) -> None:
    assert rearranged(TEXT, edits) == (expected, ())


def test_a_new_row_among_rows_in_braces_is_written_in_braces() -> None:
    text = "a:\n  - {n: 甲, v: 1}\n  - {n: 乙, v: 2}\n"
    made, refused = rearranged(text, [new(0, n="丁", v="3.50")])
    assert made == "a:\n  - {n: 甲, v: 1}\n  - {n: 丁, v: 3.50}\n  - {n: 乙, v: 2}\n"
    assert refused == ()


def test_a_list_in_one_line_is_left_to_the_office() -> None:
    edits = [gone(0)]
    assert rearranged("a: [甲, 乙]\n", edits) == ("a: [甲, 乙]\n", tuple(edits))


def test_a_tag_that_reaches_a_row_by_number_keeps_its_row() -> None:
    text = "a:\n  - {n: 甲}\n  - {n: 乙}\nt: '{{ a[1].n }}'\n"
    assert rearranged(text, [gone(0)])[0] == text

"""What changed, figures first with the difference: cases, a case and a document, documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govdocs.comparing.changes.change import Change, Group, figures_differ
from govdocs.errors import InputError
from govdocs.filing.diff import diff_files
from govdocs.reporting.diff_report import diff_html, diff_json, diff_text
from tests.comparing.editing import Edited
from tests.reading.written import docx_of


def edited_case(hunan_file: Path, out: Path, *edits: tuple[str, str]) -> Path:
    text = hunan_file.read_text("utf-8")
    for former, latter in edits:
        assert former in text
        text = text.replace(former, latter)
    out.write_text(text, "utf-8")
    return out


def test_a_case_and_its_copy_do_not_differ(hunan_file: Path, tmp_path: Path) -> None:
    assert diff_files(hunan_file, edited_case(hunan_file, tmp_path / "二.yaml")).changes == ()


def test_figures_come_first_with_difference_and_percentage(
    hunan_file: Path, tmp_path: Path
) -> None:
    other = edited_case(
        hunan_file, tmp_path / "二.yaml",
        ("今后将从三个方面改进", "今后将着力改进"), ("issued: 17385", "issued: 18000"), ("邱望梅, phone", "王小明, phone"),
        ("growth: 37.3%", "growth: 39%"),
    )  # fmt: skip
    changes = diff_files(hunan_file, other).changes
    assert [(c.group, c.former, c.latter, c.difference, c.percent) for c in changes[:3]] == [
        (Group.FIGURE, "17385", "18000", "+615万元", "+3.54%"),
        (Group.FIGURE, "37.3%", "39%", "+1.7个百分点", ""),
        (Group.WORD, "邱望梅", "王小明", "", ""),
    ]
    assert [c.group for c in changes[3:]] == [Group.PROSE]


def test_rows_gone_do_not_make_their_neighbours_changes(hunan_file: Path, tmp_path: Path) -> None:
    row = "  - level1: 产出指标\n    level2: 数量指标\n    name: 支持茧丝绸发展项目数量\n"
    other = edited_case(hunan_file, tmp_path / "二.yaml", (row, ""))
    (change,) = diff_files(hunan_file, other).changes
    assert (change.group, change.former, change.latter) == (Group.ROW, "支持茧丝绸发展项目数量", "")


def test_computed_totals_are_told_as_such(hunan_file: Path, tmp_path: Path) -> None:
    text = hunan_file.read_text("utf-8").replace("    amount: 560\n", "")
    one = tmp_path / "一.yaml"
    one.write_text(text, "utf-8")
    two = edited_case(one, tmp_path / "二.yaml", ("张家界, amount: 260", "张家界, amount: 270"))
    figures = {c.path: c for c in diff_files(one, two).changes if c.group is Group.FIGURE}
    assert not figures["allocations", 0, "parts", 1, "amount"].computed
    assert figures["allocations", 0, "amount"].computed
    assert figures["allocations", 0, "amount"].difference == "+10万元"


def test_a_case_and_a_paper_of_it_by_place(hunan_file: Path, papers: Path, tmp_path: Path) -> None:
    edited = Edited(papers / "附件2.docx")
    edited.cell(2, 2, 6, "1300")
    file = edited.save(tmp_path / "改.docx")
    (change,) = diff_files(hunan_file, file).changes
    assert (change.former, change.latter, change.difference, change.percent) == (
        "1263",
        "1300",
        "+37",
        "+2.93%",
    )
    (back,) = diff_files(file, hunan_file).changes
    assert (back.former, back.latter, back.difference) == ("1300", "1263", "-37")


def test_a_form_of_another_look_is_compared_by_its_labels(hunan_file: Path, tmp_path: Path) -> None:
    form = docx_of(
        "中央对地方专项转移支付区域绩效自评表", "（2017年度）",
        [["专项（项目）名称", "外经贸发展专项资金", "<"], ["地方主管部门", "湖南省商务厅", "<"],
         ["项目资金（万元）", "全年预算数（A）", "全年执行数（B）"], ["年度资金总额", "17385", "16573.08"],
         ["中央补助", "17385", "16000"]],
        [["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值"],
         ["产出指标", "数量指标", "当年外派劳务人数", "1.1万人", "0.9万人"],
         ["产出指标", "质量指标", "资金使用合规性", "合规", "100%"]],
    )  # fmt: skip
    file = tmp_path / "别式.docx"
    file.write_bytes(form)
    found = {
        c.path[-1]: c for c in diff_files(hunan_file, file).changes if c.group is not Group.ROW
    }
    assert (found["executed"].former, found["executed"].latter) == ("16573.08", "16000")
    assert (found["actual"].former, found["actual"].latter) == ("0.88万人", "0.9万人")
    assert set(found) <= {"executed", "actual", "title"}


def test_two_documents_and_word_against_excel(papers: Path, tmp_path: Path) -> None:
    mixed = diff_files(papers / "附件2.xlsx", papers / "附件2.docx").changes
    assert {c.group for c in mixed} == {Group.PROSE}, (
        "only the notes are cut into paragraphs otherwise"
    )
    edited = Edited(papers / "附件2.docx")
    edited.cell(2, 2, 6, "1300")
    edited.drop_row(2, 11)
    changes = diff_files(papers / "附件2.docx", edited.save(tmp_path / "改.docx")).changes
    assert [(c.group, c.former) for c in changes[:1]] == [(Group.FIGURE, "1263")]
    assert [c.group for c in changes[1:]] == [Group.ROW]


def test_the_same_changes_as_text_json_and_page(hunan_file: Path, tmp_path: Path) -> None:
    other = edited_case(
        hunan_file,
        tmp_path / "二<i>.yaml",
        ("issued: 17385", "issued: 18000"),
        ("三个方面改进", "四个方面改进"),
    )
    diff = diff_files(hunan_file, other)
    assert "下达资金：17385 → 18000（+615万元，+3.54%）" in diff_text(diff)
    assert "〔－三〕〔＋四〕" in diff_text(diff)
    data = json.loads(diff_json(diff))
    assert data["changes"][0]["field"] == "fund.issued"
    page = diff_html(diff)
    assert "<del>三</del><ins>四</ins>" in page
    assert "二&lt;i&gt;.yaml" in page


def test_the_page_gives_differences_to_figures_and_room_to_names(
    hunan_file: Path, tmp_path: Path
) -> None:
    other = edited_case(
        hunan_file, tmp_path / "二.yaml", ("issued: 17385", "issued: 18000"), ("邱望梅, phone", "王小明, phone")
    )  # fmt: skip
    page = diff_html(diff_files(hunan_file, other))
    assert page.count("<th>差额</th>") == 1
    assert '<td class="n">18000</td>' in page
    assert "<td>王小明</td>" in page


@pytest.mark.parametrize(
    ("former", "latter", "told"),
    [("100万元", "1亿元", ("+9900万元", "+9900.00%")), ("0", "5", ("+5", "")), ("96%", "95.33%", ("-0.67个百分点", "")),
     ("5家", "5万元", ("", "")), ("良好", "95%", ("", "")), ("≥5", "6", ("", ""))],
)  # fmt: skip
def test_a_difference_is_told_only_between_figures_of_one_kind(
    former: str, latter: str, told: tuple[str, str]
) -> None:
    assert figures_differ(former, latter) == told


def test_what_cannot_be_read_is_an_input_error(hunan_file: Path, tmp_path: Path) -> None:
    junk = tmp_path / "坏.docx"
    junk.write_bytes(b"PK\x03\x04 no package")
    for pair in ((hunan_file, junk), (junk, hunan_file), (junk, junk)):
        with pytest.raises(InputError):
            diff_files(*pair)
    assert Change(Group.WORD, "", "", "").difference == ""


def test_cases_of_two_kinds_are_not_compared(root: Path, hunan_file: Path) -> None:
    with pytest.raises(InputError) as refused:
        diff_files(hunan_file, root / "data" / "2022-yongxing.yaml")
    assert [p.code for p in refused.value.problems] == ["diff.other_kind"]

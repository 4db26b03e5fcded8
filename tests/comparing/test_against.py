"""A finished paper held against its case: each edit is named once, at its place, and nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from govdocs.cli.entry import main
from govdocs.comparing.against.difference import Difference, Sort
from govdocs.errors import InputError
from govdocs.place import CellPlace, LinePlace, WordPlace
from tests.comparing.conftest import Hold
from tests.comparing.editing import Edited, edited_cells
from tests.reading.written import docx_of

ALL = ("报告.docx", "附件1.docx", "附件2.docx", "附件1.xlsx", "附件2.xlsx")


def told(differences: tuple[Difference, ...]) -> list[tuple[Sort, str, str]]:
    return [(d.sort, d.expected, d.actual) for d in differences]


@pytest.mark.parametrize("name", ALL)
def test_a_paper_as_it_was_built_differs_in_nothing_and_every_value_is_found(
    name: str, papers: Path, hold: Hold
) -> None:
    held = hold(papers / name).held
    assert held.paper == name
    assert held.differences == ()
    assert held.found == held.values > 80


def test_a_retyped_figure_in_a_sentence_is_one_finding_with_its_place_and_the_line_of_the_case(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "报告.docx")
    edited.replace("专项资金17385万元", "专项资金17386万元")
    document = hold(edited.save(tmp_path / "改.docx"))
    (difference,) = document.held.differences
    assert told((difference,)) == [(Sort.VALUE, "17385万元", "17386万元")]
    assert difference.path == ("fund", "issued")
    assert isinstance(difference.place, WordPlace)
    assert difference.place.paragraph == 14
    (finding,) = document.result.findings
    assert isinstance(finding.spots[1].place, LinePlace)
    assert finding.spots[1].place.line == 17


def test_a_retyped_cell_is_named_by_table_row_and_column(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "附件2.docx")
    edited.cell(2, 2, 6, "1264")
    (difference,) = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert difference.path == ("indicators", 0, "actual")
    assert difference.place == WordPlace(str(tmp_path / "改.docx"), table=2, row=2, column=6)


def test_names_dates_and_blanks_are_held_as_figures_are(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "报告.docx")
    edited.replace("邱望梅", "王小明")
    edited.cell(5, 4, 6, "12")
    edited.replace("〔2018〕13号", "〔2018〕14号")
    found = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert {d.path for d in found} == {
        ("letter", "contact", "person"), ("indicators", 2, "actual"), ("letter", "document_number"),
    }  # fmt: skip
    assert {d.sort for d in found} == {Sort.VALUE}


def test_a_rewritten_sentence_is_words_and_its_figures_are_still_compared(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "报告.docx")
    edited.replace(
        "全省进出口总额达到360.4亿美元", "2017年我省外贸形势向好，进出口总额为361.4亿美元"
    )
    found = hold(edited.save(tmp_path / "改.docx")).held.differences
    values = [d for d in found if d.sort is Sort.VALUE]
    assert told(tuple(values)) == [(Sort.VALUE, "360.4亿美元", "361.4亿美元")]
    assert {d.sort for d in found} <= {Sort.VALUE, Sort.WORDS}


def test_a_figure_in_another_unit_is_the_same_figure(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "报告.docx")
    edited.replace("专项资金17385万元", "专项资金1.7385亿元")
    assert hold(edited.save(tmp_path / "改.docx")).held.differences == ()
    edited.replace("专项资金1.7385亿元", "专项资金1.74亿元")
    (difference,) = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert difference.sort is Sort.ROUNDED


def test_rows_gone_and_added_are_named_and_the_rows_beneath_stay_paired(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "附件2.docx")
    edited.drop_row(2, 11)
    edited.copy_row(2, 5)
    edited.cell(2, 6, 4, "新增的一项指标")
    edited.cell(2, 20, 6, "99亿美元")
    found = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert [(d.sort, d.label) for d in found] == [
        (Sort.ROW_ADDED, "新增的一项指标"),
        (Sort.ROW_GONE, "资金拨付及时性"),
        (Sort.VALUE, ""),
    ]
    assert found[1].path == ("indicators", 9)
    assert found[2].actual == "99亿美元"


def test_the_first_row_of_a_merged_group_may_go(papers: Path, hold: Hold, tmp_path: Path) -> None:
    edited = Edited(papers / "附件1.docx")
    edited.drop_row(2, 2)
    found = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert [(d.sort, d.path) for d in found] == [(Sort.ROW_GONE, ("indicators", 0))]


def test_paragraphs_gone_moved_and_added(papers: Path, hold: Hold, tmp_path: Path) -> None:
    edited = Edited(papers / "报告.docx")
    edited.drop_paragraph("接到《通知》后")
    edited.move_paragraph("2.创新监督方式", "1.开展专项检查")
    edited.rename_styles()
    found = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert sorted(d.sort for d in found) == sorted([Sort.TEXT_GONE, Sort.MOVED])


def test_a_literal_figure_of_the_prose_is_held_as_well(
    papers: Path, hold: Hold, tmp_path: Path
) -> None:
    edited = Edited(papers / "报告.docx")
    edited.replace("集中展销千余种商品", "集中展销3000种商品")
    edited.replace("今后将从三个方面改进", "今后将从四个方面改进")
    found = hold(edited.save(tmp_path / "改.docx")).held.differences
    assert (Sort.FIGURE, "三个", "四个") in told(found)


def test_a_workbook_is_held_cell_by_cell(papers: Path, hold: Hold, tmp_path: Path) -> None:
    file = edited_cells(
        papers / "附件2.xlsx", tmp_path / "改.xlsx", {"F15": 1264, "G16": "市场变化", "E8": 17386}
    )
    found = hold(file).held.differences
    assert {(d.path, d.actual) for d in found} == {
        (("indicators", 0, "actual"), "1264"),
        (("indicators", 1, "reason"), "市场变化"),
        (("execution", "total", "budget"), "17386"),
    }
    assert all(isinstance(d.place, CellPlace) for d in found)


def test_a_document_that_is_no_paper_of_the_case_is_refused(hold: Hold, tmp_path: Path) -> None:
    other = tmp_path / "别的.docx"
    other.write_bytes(docx_of("会议通知", "定于明日下午召开会议。"))
    with pytest.raises(InputError) as refused:
        hold(other)
    assert [p.code for p in refused.value.problems] == ["against.no_paper"]


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["报告.docx", "附件2.xlsx"])
def test_a_paper_saved_again_by_libreoffice_differs_in_nothing(
    name: str, papers: Path, hold: Hold, tmp_path: Path
) -> None:
    kind = name.rpartition(".")[2]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", kind,
         "--outdir", str(tmp_path / "again"), str(papers / name)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    held = hold(tmp_path / "again" / name).held
    assert held.differences == ()
    assert held.found == held.values


FORM = (
    "项目支出绩效自评表", "（2017年度）",
    [["专项（项目）名称", "外经贸发展专项资金", "<"], ["地方主管部门", "湖南省商务厅", "<"],
     ["项目资金（万元）", "全年预算数（A）", "全年执行数（B）"], ["年度资金总额", "17385", "16573.08"],
     ["中央补助", "17385", "16000"]],
    [["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值"],
     ["产出指标", "数量指标", "当年外派劳务人数", "1.1万人", "0.9万人"],
     ["产出指标", "质量指标", "资金使用合规性", "合规", "100%"]],
)  # fmt: skip


def test_a_form_of_another_look_is_held_by_its_labels_and_says_so(
    hunan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "别式.docx"
    file.write_bytes(docx_of(*FORM))
    assert main(["check", str(file), "--against", str(hunan_file), "--format", "json"]) == 1
    out, note = capsys.readouterr()
    found = {
        f["spots"][0]["path"]: (f["expected"], f["actual"])
        for f in json.loads(out)["reports"][0]["findings"]
    }
    assert found["execution.central.executed"] == ("16573.08", "16000")
    assert found["indicators[4].actual"] == ("0.88万人", "0.9万人")
    assert "只按栏目名称对照" in note.replace("\n", "")

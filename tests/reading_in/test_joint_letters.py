"""Letters that several organs issue together: marks, signers and signatures in tables without lines."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from govdocs.filing.build import build_case
from govdocs.filing.read_in import read_into
from govdocs.intake import load_case

ORGANS = ["湖南省财政厅", "湖南省商务厅", "湖南省发展和改革委员会", "湖南省审计厅"]
SIGNERS = ["郭秀宏", "李四", "王五六", "赵七"]


def joint(hunan_file: Path, folder: Path, organs: int, signers: int) -> Path:
    lines = []
    for line in hunan_file.read_text("utf-8").splitlines():
        key = line.strip().partition(":")[0]
        if key == "issuers":
            lines.append(f"  issuers: [{', '.join(ORGANS[:organs])}]")
        elif key == "signers":
            lines.append(f"  signers: [{', '.join(SIGNERS[:signers])}]")
        elif key not in {"mark", "signatures"}:
            lines.append(line)
    file = folder / "联合.yaml"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


@pytest.mark.parametrize(("organs", "signers"), [(2, 2), (3, 3), (4, 4), (3, 1)])
def test_a_joint_letter_is_read_with_all_its_organs_and_signers(
    organs: int, signers: int, hunan_file: Path, tmp_path: Path
) -> None:
    case = joint(hunan_file, tmp_path, organs, signers)
    folder = build_case(case, tmp_path / "out").folder
    read = read_into([folder / "报告.docx"], tmp_path / "读.yaml")
    again, first = load_case(tmp_path / "读.yaml").case.letter, load_case(case).case.letter
    assert again is not None
    assert first is not None
    assert again.issuers == first.issuers == tuple(ORGANS[:organs])
    assert again.signers == first.signers == tuple(SIGNERS[:signers])
    assert again.signatures is None, "left out, they are the issuers"
    assert again.document_number == first.document_number
    assert again.date == first.date
    assert again.addressees == first.addressees
    assert [item.text for item in read.left if "厅" in item.text or "签发" in item.text] == []


def test_a_signature_table_typed_by_hand_is_read_in_its_order(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("某省财政厅文件", "某财外〔2019〕7号", "关于资金使用情况的函", "某省商务厅：",
                 "来函收悉，现将情况函告如下。", "资金已经全部拨付。"):  # fmt: skip
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    for at, organ in enumerate(ORGANS):
        table.cell(at // 2, at % 2).text = organ
    document.add_paragraph("2019年3月5日")
    document.save(str(tmp_path / "函.docx"))
    read = read_into([tmp_path / "函.docx"], tmp_path / "读.yaml")
    letter = read.tree["letter"]
    assert isinstance(letter, dict)
    signatures = letter["signatures"]
    assert isinstance(signatures, list)
    assert [getattr(one, "text", "") for one in signatures] == ORGANS
    assert read.left == ()


def test_a_table_of_figures_above_the_date_is_no_signature(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (
        "某省财政厅文件",
        "某财外〔2019〕7号",
        "关于资金使用情况的函",
        "某省商务厅：",
        "情况如下。",
    ):
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "拨付金额", "120万元"
    document.add_paragraph("某省财政厅")
    document.add_paragraph("2019年3月5日")
    document.save(str(tmp_path / "函.docx"))
    read = read_into([tmp_path / "函.docx"], tmp_path / "读.yaml")
    assert {"拨付金额", "120万元"} <= {item.text for item in read.left}


def test_a_letter_that_sends_an_evaluation_report_is_a_letter(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("某省财政厅文件", "某财绩〔2021〕9号", "某省财政厅关于报送绩效评价报告的函", "财政部：",
                 "现报送有关报告，请查收。", "某省财政厅", "2021年6月1日"):  # fmt: skip
        document.add_paragraph(line)
    document.save(str(tmp_path / "函.docx"))
    read = read_into([tmp_path / "函.docx"], tmp_path / "读.yaml")
    assert "letter" in read.tree
    assert "kind" not in read.tree

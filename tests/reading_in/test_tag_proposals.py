"""Figures of the prose that are a field's own: tags are proposed, and what differs is left as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from govdocs.cli.entry import main
from govdocs.filing.build import build_case
from govdocs.filing.read_in import read_into
from govdocs.intake.load import load_any_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.reading import read_document
from tests.conftest import ROOT
from tests.reading_in.evaluation_papers import papers_in, words

YONGXING = ROOT / "data" / "2022-yongxing.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_case(YONGXING, tmp_path_factory.mktemp("papers")).folder


def changed(folder: Path, target: Path, former: str, latter: str) -> Path:
    """A copy of the papers in which one paragraph of the report says something else."""
    target.mkdir()
    for paper in papers_in(folder):
        (target / paper.name).write_bytes(paper.read_bytes())
    document = docx.Document(str(target / "报告.docx"))
    paragraph = next(p for p in document.paragraphs if former in p.text)
    text = paragraph.text.replace(former, latter, 1)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    document.save(str(target / "报告.docx"))
    return target


def test_the_text_stays_as_printed_and_the_proposal_stands_in_a_comment(
    folder: Path, tmp_path: Path
) -> None:
    read = read_into([folder], tmp_path / "读.yaml")
    text = (tmp_path / "读.yaml").read_text("utf-8")
    assert read.tagged > 15
    assert (
        "# 可改用标签：县级财政预算{{ sources.县级财政预算.amount|with_unit }}，到位260万元，到位率100%。"
        in text
    )
    assert "remark: 县级财政预算260万元，到位260万元，到位率100%。" in text
    lines = [line for line in text.splitlines() if "{{" in line]
    assert all(line.lstrip().startswith("# 可改用标签：") for line in lines)


def test_with_tags_written_the_papers_are_the_same_word_for_word(
    folder: Path, tmp_path: Path
) -> None:
    read_into([folder], tmp_path / "读.yaml", tags=True)
    again = build_case(tmp_path / "读.yaml", tmp_path / "out").folder
    for paper in papers_in(folder):
        assert words(read_document(again / paper.name)) == words(read_document(paper)), paper.name


def test_with_tags_written_a_changed_field_moves_its_sentences(
    folder: Path, tmp_path: Path
) -> None:
    read_into([folder], tmp_path / "读.yaml", tags=True)
    text = (tmp_path / "读.yaml").read_text("utf-8")
    text = text.replace("target: 1亿美元  #", "target: 2亿美元  #", 1)
    (tmp_path / "读.yaml").write_text(text, "utf-8")
    again = build_case(tmp_path / "读.yaml", tmp_path / "out").folder
    assert any(
        "外贸进出口总额达2亿美元" in line for line in words(read_document(again / "报告.docx"))
    )


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("former", "latter"),
    [
        ("资金到位率和预算执行率只考核县级财政预算资金260万元", "资金到位率和预算执行率只考核县级财政预算资金261万元"),
        ("加工贸易总额为0.48亿美元", "加工贸易总额为0.4亿美元"),
        ("该项权重分8分，评价得分8分", "该项权重分8分，评价得分7分"),
    ],
)  # fmt: skip
def test_a_figure_that_differs_from_its_field_is_never_replaced(
    former: str, latter: str, write: bool, folder: Path, tmp_path: Path
) -> None:
    papers = changed(folder, tmp_path / "改", former, latter)
    read_into([papers], tmp_path / "读.yaml", tags=write)
    case = load_any_case(tmp_path / "读.yaml").case
    assert isinstance(case, EvaluationCase)
    wrong = latter.rpartition("，")[2] if "，" in latter else latter
    assert any(wrong in text for text in _texts(case.model_dump(mode="json"))), (
        "the paper's words stand"
    )
    built = build_case(tmp_path / "读.yaml", tmp_path / "out").folder
    assert any(latter in line for line in words(read_document(built / "报告.docx")))


def test_a_figure_that_only_the_prose_has_becomes_the_field_and_is_printed_as_it_was(
    folder: Path, tmp_path: Path
) -> None:
    papers = changed(
        folder, tmp_path / "改", "外贸进出口总额达1亿美元", "外贸进出口总额达1.1亿美元"
    )
    read_into([papers], tmp_path / "读.yaml", tags=True)
    assert "target: 1.1亿美元  # 报告.docx 第" in (tmp_path / "读.yaml").read_text("utf-8")
    built = build_case(tmp_path / "读.yaml", tmp_path / "out").folder
    assert any(
        "外贸进出口总额达1.1亿美元" in line for line in words(read_document(built / "报告.docx"))
    )


def _texts(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return [str(node)]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("加工贸易占县级财政预算260万元的一半。", "another subject stands before the name"),
        ("县级财政预算260.5万元。", "the figure goes on"),
        ("县级财政预算1260万元。", "the figure begins before"),
        ("县级财政预算执行后，市级安排260万元。", "the name does not stand right before it"),
        ("合计260万元。", "no name at all"),
    ],
)
def test_no_tag_is_proposed_where_another_thing_could_be_meant(
    sentence: str, why: str, folder: Path, tmp_path: Path
) -> None:
    papers = changed(folder, tmp_path / "改", "合理安排拨付批次", f"{sentence}合理安排拨付批次")
    read_into([papers], tmp_path / "读.yaml", tags=True)
    text = (tmp_path / "读.yaml").read_text("utf-8")
    assert f"{sentence}合理安排拨付批次" in text, why


def test_the_command_says_how_many_texts_could_have_tags(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(folder), "-o", str(tmp_path / "读.yaml")]) == 0
    assert "可改用标签" in capsys.readouterr().out
    assert main(["read", str(folder), "-o", str(tmp_path / "读.yaml"), "--force", "--tags"]) == 0
    assert "已写成标签，印出的文字不变" in capsys.readouterr().out

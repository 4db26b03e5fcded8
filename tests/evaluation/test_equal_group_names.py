"""Two 二级指标 of one name under different 一级指标 are told apart, or both are named; none is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.errors import InputError, TemplateError
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.reporting.problem_text import render_problem
from tests.evaluation.test_other_reports import build


def _block(name: str, points: str, score: str) -> dict[str, Any]:
    row = {"name": f"{name}情况", "weight": points, "value": "好", "rule": {
        "kind": "按评语得分", "words": [{"word": "好", "points": points}, {"word": "差", "points": "0"}]}}  # fmt: skip
    if score != points:
        row["value"] = "差"
    return {"name": name, "groups": [{"name": "管理", "indicators": [row]}]}


def twins(heading: dict[str, Any]) -> dict[str, Any]:
    """A report whose two 一级指标 both have a 二级指标 called 管理, of 40 and of 60 points."""
    data: dict[str, Any] = text_data(small_evaluation_text())
    data["indicators"] = [_block("过程", "40", "40"), _block("产出", "60", "0")]
    data["tables"] = [
        {"name": name, "title": f"{name}表"} for name in ("过程", "产出", "payments", "scores")
    ]
    (analysis,) = [s for s in data["sections"] if s["heading"] == "绩效评价指标分析"]
    analysis["sections"] = [heading]
    data.pop("problems", None)
    return data


def under(table: str, *paragraphs: str) -> dict[str, Any]:
    own = {"heading": "管理", "group": "管理", "paragraphs": list(paragraphs)}
    return {"heading": "分析", "table": table, "sections": [own]}


@pytest.mark.parametrize(
    ("table", "heading"),
    [("过程", "管理　权重分40分，得分40分"), ("产出", "管理　权重分60分，得分0分")],
)
def test_a_heading_below_the_table_of_its_parent_prints_that_ones_points(
    table: str, heading: str, tmp_path: Path
) -> None:
    built = build(twins(under(table)), tmp_path)
    texts = [p.text for p in Document(str(built.folder / "报告.docx")).paragraphs]
    assert any(text.endswith(heading) for text in texts)


def test_the_points_that_its_sentences_state_are_held_against_the_same_one() -> None:
    for table, right, wrong in (("过程", 40, 60), ("产出", 60, 40)):
        found = {}
        for points in (right, wrong):
            case = read_any_case(twins(under(table, f"该项权重分{points}分。")))
            findings = run_checks(Subject(case, form_set_of(case))).findings
            found[points] = [f for f in findings if f.code == "F709"]
        assert found[right] == []
        assert [f.actual for f in found[wrong]] == [str(wrong)]


def test_a_heading_that_could_mean_either_names_both_places(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        build(twins({"heading": "管理", "group": "管理"}), tmp_path)
    (problem,) = caught.value.problems
    assert problem.code == "evaluation.ambiguous_group"
    assert problem.place is not None
    said = render_problem(problem)
    for place in ("“过程”之下", "indicators[0].groups[0]", "“产出”之下", "indicators[1].groups[0]"):
        assert place in said


def test_a_tag_that_could_mean_either_names_both_places(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        build(twins(under("过程", "得{{ groups.管理.score }}分。")), tmp_path)
    (problem,) = caught.value.problems
    assert problem.code == "tags.ambiguous_name"
    assert problem.details["rows"] == "indicators[0].groups[0]、indicators[1].groups[0]"


@pytest.mark.parametrize("level", ["block", "group"])
def test_two_of_one_name_in_one_place_are_refused(level: str, tmp_path: Path) -> None:
    data = twins(under("过程"))
    if level == "block":
        data["indicators"][1]["name"] = "过程"
    else:
        data["indicators"][0]["groups"].append(data["indicators"][1]["groups"][0])
        data["indicators"].pop()
    with pytest.raises(InputError) as caught:
        build(data, tmp_path)
    assert {p.code for p in caught.value.problems} == {"intake.equal_names"}

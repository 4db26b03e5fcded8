"""Every problem that the program can raise has its Chinese sentence, with every blank filled."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from govdocs.errors import InputError, Problem
from govdocs.intake.pydantic_problems import CUSTOM
from govdocs.place import CellPlace, FilePlace, LinePlace
from govdocs.reporting.problem_text import render_problem, render_problems
from govdocs.reporting.sentences import Sentence, sentence_for
from govdocs.reporting.sentences import intake as intake_sentences
from govdocs.reporting.sentences import writing as writing_sentences
from tests.intake.examples import FULL, load_text

OURS = {**intake_sentences.SENTENCES, **writing_sentences.SENTENCES}
_CODE = re.compile(r"(intake|writing)\.[a-z_0-9]+")


def sources(root: Path) -> Iterator[ast.AST]:
    for path in sorted((root / "src" / "govdocs").rglob("*.py")):
        if "sentences" not in path.parts and "gongwen" not in path.parts:
            yield ast.parse(path.read_text(encoding="utf-8"))


def codes(root: Path) -> set[str]:
    return {
        node.value
        for tree in sources(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _CODE.fullmatch(node.value)
    }


def raised_by_the_model(root: Path) -> set[str]:
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in (root / "src" / "govdocs" / "model").rglob("*.py")
    ]
    return {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "PydanticCustomError"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def blanks(sentence: Sentence) -> set[str]:
    found = (
        string.Formatter().parse(text) for text in (sentence.what, sentence.why, sentence.next)
    )
    return {name for parts in found for _, name, _, _ in parts if name}


def supplied(call: ast.Call) -> set[str] | None:
    """The details that a call names; None where they are not literal."""
    named = {keyword.arg for keyword in call.keywords}
    if isinstance(call.func, ast.Attribute) and call.func.attr == "say":
        return None if None in named else {str(name) for name in named}
    if isinstance(call.func, ast.Name) and call.func.id == "Problem":
        details = (
            call.args[2]
            if len(call.args) > 2
            else next((k.value for k in call.keywords if k.arg == "details"), None)
        )
        if details is None:
            return set()
        if isinstance(details, ast.Dict) and all(isinstance(k, ast.Constant) for k in details.keys):
            return {str(k.value) for k in details.keys if isinstance(k, ast.Constant)}
    return None


def test_every_code_has_a_sentence(root: Path) -> None:
    assert sorted(code for code in codes(root) if sentence_for(code) is None) == []


def test_every_complaint_of_the_model_has_a_sentence(root: Path) -> None:
    raised = raised_by_the_model(root)
    assert sorted(raised - CUSTOM - {"not_text"}) == []
    assert (
        sorted(code for code in raised if f"intake.{code}" not in OURS and code != "not_text") == []
    )


def test_no_sentence_is_left_over(root: Path) -> None:
    used = codes(root) | {f"intake.{code}" for code in CUSTOM}
    assert sorted(set(OURS) - used) == []


def test_every_blank_is_supplied_where_a_problem_is_made(root: Path) -> None:
    missing = []
    for tree in sources(root):
        for node in ast.walk(tree):
            if not (
                isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
            ):
                continue
            code = node.args[0].value
            given = supplied(node)
            if isinstance(code, str) and code in OURS and given is not None:
                lacking = blanks(OURS[code]) - given
                if lacking:
                    missing.append((code, lacking))
    assert missing == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amount: 560", "amount: 五百"),
        ("amount: 560", "amount: 5美元"),
        ("amount: 560", "amount: 5元"),
        ("amount: 560", "amount: ５"),
        ("amount: 560", "amount: [5]"),
        ("37.3%", "0.373"),
        ("37.3%", "高"),
        ("360.4亿美元", "很多很多，无法计数"),
        ("2018年5月18日", "2018-02-30"),
        ("2018年5月18日", "某日"),
        ("run_in: 是", "run_in: 对"),
        ("上行文", "上行"),
        ("上行文", "甲"),
        ("2017", "甲"),
        ("2017", "1"),
        ("issuers: [某省财政厅, 某省商务厅]", "issuers: []"),
        ("issuers: [某省财政厅, 某省商务厅]", "issuers: 甲"),
        ("budget: {}", "budget: 1"),
        ("budget: {}", "budget: []"),
        ("万元", "美元"),
        ("course", "cours"),
        ("course", "qqq"),
        ("目标甲", "' '"),
        ("目标甲", '"\\uE000"'),
        ("title: 申报表", "number: 甲"),
        ("excess_threshold: 120%", "excess_threshold: [1]"),
        ("letter:", "letters:"),
        ("  - form: declaration\n    title: 申报表", "  - 甲"),
    ],
)
def test_every_complaint_about_a_value_can_be_told(tmp_path: Path, old: str, new: str) -> None:
    assert old in FULL
    with pytest.raises(InputError) as error:
        load_text(tmp_path, FULL.replace(old, new, 1))
    for problem in error.value.problems:
        assert problem.code in OURS, problem
        text = render_problem(problem)
        assert text.startswith("位置：")
        assert "处理：" in text
        assert re.search(r"(?<!\{)\{\w+\}", text) is None


def test_a_problem_is_told_by_place_matter_effect_and_cure() -> None:
    problem = Problem(
        "intake.full_width_digits",
        LinePlace("案卷.yaml", 12, 5),
        {"field": "额度", "given": "５６０", "right": "560"},
    )
    assert render_problem(problem) == (
        "位置：案卷.yaml 第12行第5列\n"
        "问题：“额度”用了全角数字：５６０\n"
        "影响：全角数字不能计算\n"
        "处理：请改为半角：560"
    )


def test_a_cell_is_named() -> None:
    problem = Problem(
        "intake.error_cell", CellPlace("a.xlsx", "绩效指标", "C7"), {"given": "#REF!"}
    )
    first = render_problem(problem).split("\n")[0]
    assert "绩效指标" in first
    assert "C7" in first


def test_several_problems_are_numbered() -> None:
    text = render_problems(
        [Problem("intake.folder", FilePlace("甲")), Problem("intake.folder", FilePlace("乙"))]
    )
    assert text.startswith("1. 位置：甲")
    assert text.endswith("共 2 个问题。")


def test_a_code_without_a_sentence_still_shows_its_data() -> None:
    assert (
        render_problem(Problem("nowhere.known", None, {"a": "1"})) == "问题：nowhere.known（a=1）"
    )

"""A report says how many figures of its prose were read, held against data and left."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.cli.app import app
from govdocs.finding import Coverage
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from tests.evaluation.slips import CLEAN

TOLD = re.compile(r"正文 (\d+) 个数字：(\d+) 个由数据填入，(\d+) 个已核对，(\d+) 个未受检。")


def coverage(*opening: str) -> Coverage:
    data = text_data(small_evaluation_text())
    data["opening"] = list(opening)
    data["facts"] = [{"name": "培训场次", "value": "7场"}]
    case = read_any_case(data)
    return run_checks(Subject(case, form_set_of(case))).coverage


def more(*opening: str) -> tuple[int, int, int, list[str]]:
    """What ``opening`` adds: figures, those from tags, checked ones, and those left."""
    before, after = coverage("引言。"), coverage("引言。", *opening)
    left = [spot.shown for spot in after.unchecked if spot not in before.unchecked]
    return (
        after.figures - before.figures,
        after.from_tags - before.from_tags,
        after.checked - before.checked,
        left,
    )


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("补贴{{ money.recipients }}家企业。", (1, 1, 1, [])),
        ("全年培训{{ facts.培训场次.value }}。", (1, 1, 0, ["7场"])),
        ("办公面积350平方米。", (1, 0, 0, ["350平方米"])),
        ("截至年末，资金已拨付90万元。", (1, 0, 1, [])),
        ("指标体系设2个三级指标。", (1, 0, 1, [])),
        ("共120家，其中甲类100家，乙类20家。", (3, 0, 3, [])),
        ("2022年3月5日印发（财预〔2020〕10号）。", (0, 0, 0, [])),
    ],
)
def test_a_figure_counts_as_checked_where_something_was_held_against_it(
    said: str, added: tuple[int, int, int, list[str]]
) -> None:
    assert more(said) == added


def test_a_figure_that_a_rule_finds_wrong_counts_as_checked_too() -> None:
    assert more("截至年末，资金已拨付95万元。") == (1, 0, 1, [])


def test_the_command_tells_it_on_the_screen_in_json_and_in_html(tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["check", str(CLEAN)])
    told = TOLD.search(run.output.replace("\n", ""))
    assert told is not None, run.output
    figures, from_tags, checked, left = map(int, told.groups())
    assert figures == checked + left
    assert from_tags > 100

    run = CliRunner().invoke(app, ["check", str(CLEAN), "--format", "json"])
    told_json = json.loads(run.output)["reports"][0]["coverage"]
    assert (told_json["figures"], told_json["checked"]) == (figures, checked)
    assert len(told_json["unchecked"]) == left

    run = CliRunner().invoke(app, ["check", str(CLEAN), "--format", "html"])
    assert told[0] in run.output

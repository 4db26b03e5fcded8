"""Shares that a row of a table has in an amount of the prose."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

PAPER = """某水库工程竣工财务决算审核报告
批复概算总投资9920.00万元。建设单位报送决算总投资9368.60万元，审定决算总投资9162.73万元。
|费用名称|概算（万元）|审定（万元）|
|建设单位管理费|124.00|118.62|
|勘察设计费|386.40|386.40|
|工程监理费|172.00|164.75|
|合计|682.40|669.77|
{}"""


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("其中建设单位管理费占审定总投资的1.29%，未超过规定比例。", "1.29", "1.69"),
        ("勘察设计费占审定决算总投资的比例为4.22%。", "4.22", "4.82"),
        ("工程监理费支出占审定总投资的1.80%。", "1.80", "7.80"),
    ],
)
def test_a_share_of_a_row_in_an_amount_of_the_prose(sentence: str, right: str, wrong: str) -> None:
    changed = sentence.replace(right, wrong)
    found = found_once_changed(PAPER.format(sentence), PAPER.format(changed))
    assert any(wrong in f.actual for f in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "建设单位管理费占工程费用的1.69%。",
        "建设单位管理费占审定总投资的比例应低于1.69%。",
        "上年勘察设计费占审定总投资的4.82%。",
        "建设单位管理费、工程监理费两项合计占审定总投资的3.09%。",
    ],
)
def test_shares_in_other_wholes_are_left_alone(sentence: str) -> None:
    assert checked(PAPER.format(sentence)).findings == ()

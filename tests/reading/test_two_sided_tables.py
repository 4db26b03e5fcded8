"""Income left and spending right in one table (收支总表): each side adds up by itself, and both end alike."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

PAPER = """某馆2023年度部门决算公开
表1 收支决算总表（单位：万元）
{head}
|一、财政拨款收入|1520.25|基本支出|1410.75|
|二、事业收入|120.50|项目支出|{projects}|
|三、其他收入|10.00|经营支出|15.00|
|本年收入合计|1650.75|本年支出合计|1620.75|
|使用非财政拨款结余|4.00|结余分配|6.00|
|年初结转和结余|20.00|年末结转和结余|{kept}|
|总计|1674.75|总计|{end}|"""

HEADS = [
    "|收入|决算数|支出（按功能分类）|决算数|",
    "|收入项目|2023年|支出项目|2023年|",
    "|收入类别|决算|支出类别|决算|",
    "|资金来源|金额（万元）|资金运用|金额（万元）|",
    "|本年收入|全年数|本年支出|全年数|",
]
RIGHT = {"projects": "195.00", "kept": "48.00", "end": "1674.75"}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("place", "wrong"), [("projects", "165.00"), ("kept", "46.00"), ("end", "1674.25")]
)
def test_each_side_of_a_table_adds_up(head: str, place: str, wrong: str) -> None:
    found = found_once_changed(
        PAPER.format(head=head, **RIGHT), PAPER.format(head=head, **{**RIGHT, place: wrong})
    )
    assert "F601" in {f.code for f in found}


def test_a_form_of_names_and_values_is_no_table_of_two_sides() -> None:
    form = """项目资金自评表
|资金总额|1286.40|其中：财政拨款|960.00|
|到位资金|1286.40|其他资金|326.40|
|支出资金|1200.00|结余资金|86.40|"""
    assert checked(form).findings == ()

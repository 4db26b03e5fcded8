"""Counts right behind the names that they count, and counts of names that bear an amount each."""

from __future__ import annotations

import pytest

from govdocs.prose.counts.counts import counts
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage


def judged(text: str) -> list[Judgement]:
    return list(counts(Passage(text, (0,), "正文")))


PAIRS = [
    ("本局设办公室、财务股、监督股{}个股室。", "3", "5"),
    ("资金拨付柳林镇、北沟镇和三道乡{}个乡镇，用于修路。", "3", "6"),
    ("文件由市财政局、市教育局、市发展和改革局{}个部门联合印发。", "3", "9"),
    ("抽查城东小学、河西中学{}所学校的账目。", "2", "4"),
    ("涉及{}家单位，其中市甲局1200万元、市乙局640.3万元、市丙中心218万元，总计2058.3万元。", "3", "4"),
    ("涉及{}个县，分别为东山县20万元、西岭县30万元、北河县15万元。", "3", "8"),
    ("资金结余集中在{}个乡镇（柳林镇20万元、北沟镇30万元）。", "2", "7"),
    ("项目涉及城关镇、东河镇、白石乡等{}个乡镇。", "3", "2"),
    ("检查发现资金滞留、挪用资金、虚报冒领{}类问题。", "3", "8"),
    ("{}所学校场地未完工，分别为城关三小、渭河中学、周塬小学。", "3", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), PAIRS, ids=[p[0][:14] for p in PAIRS])
def test_a_count_equals_the_names_beside_it(text: str, right: str, wrong: str) -> None:
    assert [j.holds for j in judged(text.format(right))] == [True]
    assert [j.holds for j in judged(text.format(wrong))] == [False]


SILENT = [
    "资金拨付柳林镇、北沟镇5个乡镇卫生院。",
    "项目覆盖东山县、西岭县和北河市的5个乡镇。",
    "对甲局、乙局等7个部门开展检查。",
    "项目涉及城关镇、东河镇、白石乡等8个乡镇。",
    "超范围支出、超标准支出、无预算支出3类问题中的2类问题已整改。",
    "东山县、西岭县各8个乡镇参加。",
    "县发展和改革局、县财政局和6个乡镇参加。",
    "东山县、西岭县以外的4个县已经完成。",
    "涉及5个乡镇，其中柳林镇20万元、北沟镇30万元。",
    "涉及5家单位，其中甲局20万元、乙局30万元，总计75万元。",
    "安排3个单位经费20万元、设备费30万元，合计50万元。",
    "全乡14个村（社区），包括行政村11个、社区3个。",
    "拨付4个县资金，其中东山县20万元、其他县30万元，合计50万元。",
]


@pytest.mark.parametrize("text", SILENT)
def test_lists_of_something_else_or_of_a_part_are_not_counted(text: str) -> None:
    assert all(j.holds for j in judged(text))

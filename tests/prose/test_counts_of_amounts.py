"""Counts beside as many times, amounts or documents."""

from __future__ import annotations

import pytest

from govdocs.prose.counts.counts import counts
from tests.prose.judging import passages_from

SLIPS = {
    "times with their own numbers": (
        "全年放流鱼苗{}批次，其中3月2批、5月3批、9月1批，共放流1,860万尾。", "6", "5",
    ),
    "times one by one": ("年度培训不少于2次，实际培训{}次，分别在4月、7月和11月举办。", "3", "2"),
    "batches and amounts": (
        "分{}批下达补助资金1,220.00万元，依次为600.00万元、380.00万元、240.00万元。", "三", "四",
    ),
    "amounts of several batches": ("资金分{}批到位，分别为420万元和360万元。", "2", "3"),
    "groups behind their amounts": (
        "资金涉及物资购置820万元、道路修复640万元和生活救助1,350万元{}个方向。", "三", "四",
    ),
    "findings of several kinds": (
        "审计查出问题涉及预算编制12个、资金管理9个、项目管理15个{}个方面。", "三", "五",
    ),
    "documents": (
        "先后{}批下达资金7,450万元，文号和金额分别为：甲财建〔2023〕18号2,600万元，甲财建〔2023〕36号4,850万元。",
        "2", "3",
    ),
}  # fmt: skip

SOUND = [
    "资金分3批下达，第一批600万元，第二、三批分别为390万元和240万元。",
    "组织评审2次，分别于4月15日和9月20日召开。",
    "本项目分为设备购置320万元、软件开发180万元、运维服务96万元三部分，合计596万元。",
    "召开联席会议4次，分别于3月和9月各召开2次。",
    "开展检查6次，其中3月、4月各2次，9月2次。",
    "全年放流5批次，其中4月1批、6月2批，其余在秋季。",
    "资金分三批下达，前两批分别为420万元和360万元。",
    "5笔贷款，年利率分别为3.2%和3.5%。",
    "先后3批下达资金，其中甲财建〔2023〕18号2,600万元，甲财建〔2023〕36号4,850万元。",
    "资金主要用于物资购置820万元、道路修复640万元等五个方向。",
    "培训8期，分别在甲镇、乙镇举办，其中3月2期、6月2期、9月4期。",
    "12个村分两批实施，2022年、2023年分别完成5个和7个。",
]


def wrong(text: str) -> list[str]:
    (passage,) = passages_from(text)
    return [judgement.actual for judgement in counts(passage) if not judgement.holds]


@pytest.mark.parametrize("name", SLIPS)
def test_a_count_that_its_list_does_not_bear_out_is_found(name: str) -> None:
    text, right, false = SLIPS[name]
    assert wrong(text.format(right)) == []
    assert len(wrong(text.format(false))) == 1


@pytest.mark.parametrize("text", SOUND)
def test_lists_that_need_not_be_all_stay_silent(text: str) -> None:
    assert wrong(text) == []

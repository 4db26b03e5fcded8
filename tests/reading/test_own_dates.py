"""What is told as done never comes after the date that the paper bears itself."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

COVER = "某区老旧小区改造项目绩效评价报告\n2023年9月\n评价组于{}进场，采取实地勘察方式开展评价。"
NOTICE = "关于下达补助资金的通知\n截至{}，提前下达资金已支出4698万元。\n某市财政局\n2023年4月28日"
SPEECH = "关于预算执行情况的报告\n——2024年1月18日在县第十九届人民代表大会第三次会议上\n截至{}，全县债务余额9.06亿元。"
WRITTEN = "关于整改情况的报告\n截至{}，已整改12个问题。\n某局\n二〇二三年八月三十日"
PAIRS = [
    (COVER, "2023年7月3日", "2023年11月3日"),
    (NOTICE, "2023年4月20日", "2023年6月20日"),
    (SPEECH, "2023年12月31日", "2024年12月31日"),
    (WRITTEN, "2023年7月底", "2023年9月底"),
]


@pytest.mark.parametrize(("paper", "right", "wrong"), PAIRS)
def test_what_is_done_lies_before_the_date_of_the_paper(paper: str, right: str, wrong: str) -> None:
    assert not [f for f in checked(paper.format(right)).findings if f.code == "F649"]
    found = [f for f in checked(paper.format(wrong)).findings if f.code == "F649"]
    assert len(found) == 1
    assert found[0].actual == wrong


AHEAD = [
    "剩余工程计划于2023年12月底前完成。",
    "项目建设工期24个月，2022年3月开工，2024年3月完工。",
    "截至2025年底，力争改造小区20个。",
    "项目实施期限为2022年1月至2024年12月。",
    "合同有效期至2024年6月30日。",
    "请于2023年11月30日前报送整改情况。",
    "截至2023年8月31日，已支出320万元。",
]


@pytest.mark.parametrize("sentence", AHEAD)
def test_what_is_to_come_is_left_alone(sentence: str) -> None:
    paper = f"某区改造项目绩效评价报告\n2023年9月\n{sentence}"
    assert not [f for f in checked(paper).findings if f.code == "F649"]


def test_papers_of_several_years_in_one_file_are_left_alone() -> None:
    paper = COVER.format("2023年11月3日") + "\n附件\n某局\n2022年5月6日"
    assert not [f for f in checked(paper).findings if f.code == "F649"]

"""Counts of the prose against rows, numbered paragraphs and sections."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

BONDS = "债券分{}期发行，情况如下：\n|批次|金额（万元）|\n|第一期|500|\n|第二期|300|\n|第三期|200|\n|合计|1000|"
TOWNS = "资金下达{}个乡镇，明细见下表：\n|单位|金额（万元）|\n|东河镇|50|\n|西山乡|30|\n|北沟镇|20|\n|柳林镇|10|\n|合计|110|"
FIRMS = "补助{}家企业，名单如下：\n|企业名称|金额（万元）|\n|长青农业|50|\n|永固建材|30|\n|合计|80|"
POINTS = "1.岗位补贴300万元。\n2.培训补贴200万元。\n3.见习补贴100万元。\n以上{}项合计600万元。"
ASPECTS = "报告反映涉及{}个方面的问题，现将情况报告如下：\n一、预算管理问题的整改情况\n已整改到位。\n二、国库管理问题的整改情况\n已整改到位。\n三、资产管理问题的整改情况\n已整改到位。"
PAIRS = [
    (BONDS, "3", "2"),
    (TOWNS, "4", "5"),
    (FIRMS, "2", "3"),
    (POINTS, "三", "四"),
    (POINTS, "3", "2"),
    (ASPECTS, "三", "四"),
    (ASPECTS, "3", "5"),
]


@pytest.mark.parametrize(("paper", "right", "wrong"), PAIRS)
def test_a_count_equals_what_it_announces_or_sums_up(paper: str, right: str, wrong: str) -> None:
    found = [
        f for f in found_once_changed(paper.format(right), paper.format(wrong)) if f.code == "F642"
    ]
    assert len(found) == 1
    assert found[0].actual.startswith(wrong)


SOUND = [
    BONDS.format("2").replace("|第三期|200|", "|其他|200|"),
    BONDS.format("4").replace("债券分4期发行", "债券分4期发行，此前三期"),
    TOWNS.format("6").replace("|柳林镇|10|", "|……|……|"),
    TOWNS.format("6").replace("明细见下表：", "其中重点乡镇2个，明细见下表："),
    TOWNS.format("6").replace("明细见下表：", "资金已经到位。"),
    FIRMS.format("9").replace("企业名称", "项目名称"),
    "开展3次检查，情况如下：\n|单位|金额（万元）|\n|东河镇|50|\n|西山乡|30|\n|合计|80|",
    POINTS.format("二").replace("以上二项合计", "其中后两项合计").replace("600", "300"),
    POINTS.format("五").replace("1.岗", "岗").replace("600", "1600"),
    ASPECTS.format("五").replace("资产管理问题的整改情况", "下一步打算"),
    ASPECTS.format("五").replace("现将情况报告如下：", "均已整改。"),
]


@pytest.mark.parametrize("text", SOUND)
def test_counts_of_other_things_are_left_alone(text: str) -> None:
    assert "F642" not in {f.code for f in checked(text).findings}

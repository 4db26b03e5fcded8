"""Nothing is above the limit that its sentence states; nothing foreign is worth more than at the rate stated."""

from __future__ import annotations

import pytest

from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage
from govdocs.prose.products.exchanged import exchanged
from govdocs.prose.rates.limits import limits
from govdocs.prose.sums.limits_by_name import limits_by_name
from govdocs.prose.told import Story


def judged(text: str) -> list[Judgement]:
    passage = Passage(text, (0,), "正文")
    return [*limits(passage), *exchanged(passage)]


PAIRS = [
    ("年末债务余额{}万元，控制在核定的债务限额5800万元以内。", "5620", "5920"),
    ("全年接待费支出{}万元，未超过年初预算36万元。", "28.5", "38.5"),
    ("反映问题9项，涉及金额820.5万元，已整改7项，整改资金{}万元。", "620.5", "920.5"),
    ("违规资金31.2万元，已收回资金{}万元。", "21.2", "81.2"),
    ("管理高血压患者6210人，规范管理{}人，规范管理率80%。", "4968", "6968"),
    ("其中贷款2亿美元（按1美元折合6.9元人民币计算，折合人民币{}亿元）。", "13.8", "18.8"),
    (
        "合同420万美元，其中设备280万美元、软件140万美元。按1美元兑7.1元计算，折合人民币{}万元。",
        "2982",
        "2382",
    ),
    ("贷款350万欧元，按1欧元兑7.8元计算，折合人民币{}万元。", "2730", "2780"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PAIRS, ids=[p[0][:16] for p in PAIRS])
def test_what_stands_above_its_limit_or_beside_its_rate_is_found(
    text: str, right: str, wrong: str
) -> None:
    assert [j.holds for j in judged(text.format(right))] == [True]
    assert [j.holds for j in judged(text.format(wrong))] == [False]


SILENT = [
    "接待费由上年的36万元压减，控制在28万元以内。",
    "力争将债务余额6200万元控制在限额5800万元以内。",
    "接待费比上年减少12万元，控制在预算8万元以内。",
    "增长8.5%，控制在6%的预算以内。",
    "涉及问题12项，整改资金820万元。",
    "涉及金额120万元；全年整改资金累计820万元，其中本项120万元。",
    "管理患者6210人，规范使用药品6968人份。",
    "资助学生120人，合格培训教师280人，合格率95%。",
    "贷款2亿美元，按1美元折合6.9元计算，另有1亿欧元，折合人民币13.2亿元。",
    "贷款1.1亿美元，按1美元折合6.9元计算，折合人民币约7.6亿元。",
    "合同420万美元，其中设备280万美元、软件140万美元。按1美元兑7.1元计算，折合人民币1988万元。",
    "贷款2亿美元，到账时折合人民币13.1亿元。",
    "一般债务21.52亿元，专项债务26.85亿元，分别控制在一般债务限额22.6亿元、专项债务限额28亿元之内。",
]


BY_NAME = [
    (
        "一般债务21.52亿元，专项债务26.85亿元，分别控制在一般债务限额22.6亿元、专项债务限额{}亿元之内。",
        "28",
        "25",
    ),
    (
        "用水总量4.62亿立方米，其中农业用水3.96亿立方米，占85.7%，控制在用水总量指标{}亿立方米以内。",
        "4.70",
        "4.50",
    ),
    ("政府性基金收入14.28亿元，短收2.52亿元，国有土地使用权出让收入仅{}亿元。", "12.06", "15.06"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), BY_NAME, ids=[p[0][:12] for p in BY_NAME])
def test_what_stands_above_the_limit_or_the_whole_of_its_name_is_found(
    text: str, right: str, wrong: str
) -> None:
    def holds(figure: str) -> list[bool]:
        story = Story([Passage(text.format(figure), (0,), "正文")])
        return [judgement.holds for judgement in limits_by_name(story)]

    assert holds(right) and all(holds(right))
    assert holds(wrong).count(False) == 1


@pytest.mark.parametrize("text", SILENT)
def test_moves_plans_and_other_things_are_left_alone(text: str) -> None:
    assert all(j.holds for j in judged(text))

"""What a later section takes up again: what was left, what came in full, a rate that is judged."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

FUNDS = "某县项目自评报告\n2023年安排资金1246.80万元，实际支出1180.35万元，结余66.45万元。\n{}"
RATES = "某县资金自评报告\n其中水利类支出5046.90万元，执行率64.83%；大气类支出1780.20万元，执行率95.31%。\n{}"
ADJUSTED = "整体支出自评报告\n年初预算1280.40万元，年中追加170.95万元，预算调整率13.35%。\n{}"
AUDIT = "审计整改报告\n甲局违规收费32.45万元，乙局虚列支出18.60万元。\n{}"
ROADS = "某县资金自评报告\n2024年安排车购税资金9742.67万元，支出9106.35万元，结转636.32万元。\n{}"
MENDED = "审计整改报告\n审计查出问题362个，已整改333个，其余29个问题正在按计划推进。\n{}"
BUREAU = "部门决算说明\n全年项目支出216.40万元，基本支出508.15万元。\n{}"


@pytest.mark.parametrize(
    ("paper", "sentence", "right", "wrong"),
    [
        (FUNDS, "建议对结余的66.45万元逐项说明原因。", "66.45", "68.45"),
        (FUNDS, "建议及时收回结余资金66.45万元。", "66.45", "66.75"),
        (FUNDS, "建议尽快使用66.45万元结余资金。", "66.45", "60.45"),
        (FUNDS, "截至年底，各级资金1246.80万元已全部到位，到位率100%。", "1246.80", "1246.30"),
        (RATES, "水利类项目执行率仅为64.83%，主要是受上冻期影响。", "64.83", "61.83"),
        (ADJUSTED, "预算编制不够准确，预算调整率偏高，达13.35%。", "13.35", "13.38"),
        (ROADS, "因征迁滞后，导致636.32万元车购税资金结转。", "636.32", "696.32"),
        (MENDED, "对尚未整改到位的29个问题，逐项明确责任单位。", "29个", "59个"),
        (BUREAU, "绩效目标管理全覆盖，涉及项目12个、资金216.40万元。", "216.40", "218.40"),
        (AUDIT, "乙局已收回虚列支出18.60万元。", "18.60", "18.90"),
        (BUREAU, "对3个项目开展自评，涉及资金216.40万元，占项目支出的100%。", "216.40", "211.40"),
    ],
)
def test_what_is_taken_up_again_is_what_was_told(
    paper: str, sentence: str, right: str, wrong: str
) -> None:
    changed = sentence.replace(right, wrong)
    found = found_once_changed(paper.format(sentence), paper.format(changed))
    assert any(wrong in f.actual for f in found)


@pytest.mark.parametrize(
    ("paper", "sentence"),
    [
        (FUNDS, "建议对上年结余的68.45万元一并清理。"),
        (FUNDS, "第一批资金1046.80万元已全部到位。"),
        (FUNDS, "省级资金246.80万元已全部到位。"),
        (RATES, "水利类项目执行率应不低于94.83%。"),
        (RATES, "土壤类项目执行率仅为65.31%。"),
        (ROADS, "因征迁滞后，导致上年636.12万元车购税资金结转。"),
        (ROADS, "县级计划投入1518.40万元，已支付1418.40万元，支付率为93.41%。"),
        (ROADS, "应到位资金1548.40万元，实际到位1518.40万元，到位率98.06%。"),
        (MENDED, "财政资金方面尚未整改到位的7个问题，逐项明确责任单位。"),
        (BUREAU, "绩效目标管理全覆盖，涉及项目12个、资金724.55万元。"),
        (AUDIT, "丙局已退回套取补贴18.00万元。"),
        (BUREAU, "对2个项目开展自评，涉及资金116.40万元，占项目支出的53.79%。"),
    ],
)
def test_another_amount_or_rate_is_left_alone(paper: str, sentence: str) -> None:
    assert checked(paper.format(sentence)).findings == ()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("应到位资金1518.40万元，实际到位1518.40万元，到位率100%。", "应到位资金1548.40万元，实际到位1518.40万元，到位率100%。"),
        ("地方计划投入1518.40万元，已支付1518.40万元，支付率为100%。", "地方计划投入1518.40万元，已支付1518.90万元，支付率为100%。"),
        ("全年预算1518.40万元，全年执行1518.40万元，预算执行率100%。", "全年预算1518.40万元，全年执行1513.40万元，预算执行率100%。"),
    ],
)  # fmt: skip
def test_what_came_in_full_is_what_was_due(right: str, wrong: str) -> None:
    assert found_once_changed(ROADS.format(right), ROADS.format(wrong))


PARALLEL = [
    "健康管理自评报告\n在管高血压患者48216人，其中规范管理39537人，规范管理率82.00%。在管2型糖尿病患者15408人，规范管理12480人，规范管理率81.00%。",
    "国有资产报告\n2023年末，全市国有企业资产总额2144.79亿元，负债总额1313.93亿元，平均资产负债率61.3%。其中，市本级国有企业资产总额1486.32亿元，负债总额912.65亿元，平均资产负债率61.4%。",
    "关于2024年预算执行情况和2025年预算草案的报告\n一、2024年预算执行情况\n全县税收收入完成48260万元。\n二、2025年预算草案\n一般公共预算收入安排81550万元，其中税收收入51100万元。",
    "决算说明\n公务用车购置及运行维护费支出28.46万元，其中公务用车购置0万元；公务用车运行维护费全年预算数为32.00万元，决算数为28.46万元。",
]


@pytest.mark.parametrize("paper", PARALLEL)
def test_parallel_things_have_each_their_own_figure(paper: str) -> None:
    assert checked(paper).findings == ()

"""One digit of a document number, one character of the own place, the number of an attachment."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

NUMBERS = """
关于下达2023年灌区资金的通知
根据《省水利厅关于下达2023年灌区资金的通知》（闽财农〔2023〕72号），现下达资金。
{}
南平市水利局
2023年5月18日
"""
PLACES = """
2022年度柳塘区国有资产管理情况报告
一、总体情况
柳塘区国有资产管理制度健全，柳塘区财政局负责汇总。
{}
"""
LISTED = """
关于清算培训资金的通知
各区财政局：
{}
附件：1.清算表
2.目标表
江北市财政局
2024年3月25日
附件1
清算表
附件2
目标表
"""
PAIRS = [
    (NUMBERS, "各地要按照闽财农〔2023〕72号文件要求使用资金。", "各地要按照闽财农〔2023〕27号文件要求使用资金。"),
    (NUMBERS, "各地要严格按闽财农〔2023〕72号规定执行。", "各地要严格按闽财农〔2023〕75号规定执行。"),
    (NUMBERS, "根据闽财农〔2023〕72号文件要求，及时拨付。", "根据闽财农〔2021〕72号文件要求，及时拨付。"),
    (NUMBERS, "根据闽财农〔2023〕72号《省水利厅关于下达2023年灌区资金的通知》，及时拨付。", "根据闽财农〔2023〕73号《省水利厅关于下达2023年灌区资金的通知》，及时拨付。"),
    (PLACES, "按照规定，柳塘区将在年底前完成盘活。", "按照规定，柳南区将在年底前完成盘活。".replace("柳南区", "柳河区")),
    (PLACES, "追减“柳塘区2021年校舍维修”结余指标1.95万元。", "追减“江北区2021年校舍维修”结余指标1.95万元。"),
    (PLACES, "依据《云南省财政资金管理办法》（云财农〔2017〕112号）执行。", "依据《贵州省财政资金管理办法》（云财农〔2017〕112号）执行。"),
    (LISTED, "绩效目标按附件2分解，请填写附件1。", "绩效目标按附件6分解，请填写附件1。"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "right", "wrong"), PAIRS, ids=[p[2][:20] for p in PAIRS])
def test_a_name_or_number_one_step_off_is_found(paper: str, right: str, wrong: str) -> None:
    assert checked(paper.format(right)).findings == ()
    assert {f.code for f in checked(paper.format(wrong)).findings} & {"F611", "F613", "F614"}


SOUND = [
    (NUMBERS, "依据《省灌区管理办法》（闽财农〔2023〕75号）执行。"),
    (NUMBERS, "此前以闽财农〔2023〕27号下达资金20万元。"),
    (NUMBERS, "按照闽财建〔2023〕27号文件要求使用资金。"),
    (NUMBERS, "按照闽财农〔2023〕27号文件要求使用资金。闽财农〔2023〕27号下达的部分另行通知。"),
    (NUMBERS, "按照闽财农〔2023〕136号文件要求使用资金。"),
    (NUMBERS, "按照闽财农〔2021〕27号文件要求使用资金。"),
    (PLACES, "柳塘区与柳河区共建园区，柳河区承担建设。"),
    (PLACES, "我区赴柳河区考察。"),
    (PLACES, "柳塘区、柳河区和江北区的资产合并汇总。"),
    (PLACES, "依据《江西省吉安市财政资金管理办法》（吉财农〔2017〕112号）执行。"),
    (PLACES, "依据《云南省财政厅关于下达资金的通知》（云财农〔2017〕112号）执行。"),
    (LISTED, "格式按照财预〔2020〕10号附件6编制。"),
    (LISTED, "请对照《办法》附件5填报。"),
]


@pytest.mark.parametrize(("paper", "text"), SOUND, ids=[p[1][:20] for p in SOUND])
def test_other_papers_and_other_places_are_left_alone(paper: str, text: str) -> None:
    assert {f.code for f in checked(paper.format(text)).findings} & {
        "F611",
        "F613",
        "F614",
    } == set()

"""What a sentence claims by its build is reckoned: whole lists, totals told after, rests; the sound stays silent."""

from __future__ import annotations

import pytest

from tests.prose.test_second_look import told

CLAIMS = {
    "parts whose shares make 100%": (
        "本年支出8246.30万元。人员经费4947.78万元，占60%；公用经费{}，占30%；其他824.63万元，占10%。",
        "2473.89万元", "2478.89万元", "8246.30万元", "8251.30万元",
    ),
    "all amounts seen from one side": (
        "全年支出3860.40万元。从支出内容看，校舍改造2104.30万元，设备购置{}，教师培训611.50万元。",
        "1144.60万元", "1149.60万元", "3860.40万元", "3865.40万元",
    ),
    "parts of the nearer of two amounts": (
        "三公经费决算{}，完成预算4.20万元的86.9%，其中车辆运行费2.91万元，公务接待费0.74万元。",
        "3.65万元", "3.05万元", "3.05万元", "3.65万元",
    ),
    "income and spending each of its own": (
        "两项基金收入合计{}、支出合计7.35亿元。其中居民养老基金收入2.85亿元、支出2.16亿元，机关养老基金收入5.31亿元、支出5.19亿元。",
        "8.16亿元", "8.96亿元", "8.96亿元", "8.16亿元",
    ),
    "what is done and what is not": (
        "巡察反馈问题{}，涉及金额482.30万元，已整改21项，正在整改3项。", "24项", "27项", "27项", "24项",
    ),
    "kinds of debt without a word between": (
        "年末债务余额{}，一般债务18.32亿元，专项债务27.45亿元。", "45.77亿元", "46.77亿元", "46.77亿元", "45.77亿元",
    ),
    "kinds of what the sentence before counts": (
        "惠及企业{}、职工8.42万人。中小微企业3182户，占94.6%；大型企业181户。", "3363户", "3763户", "3763户", "3363户",
    ),
    "years of a budget": (
        "三年总预算{}，分年度安排为2021年1.1亿元、2022年1.3亿元、2023年1.4亿元。", "3.8亿元", "3.3亿元", "3.3亿元", "3.8亿元",
    ),
    "a whole number beside finer ones": (
        "总投资{}，资金来源为：专项债券3亿元，上级补助0.7亿元，县级自筹0.9亿元。", "4.6亿元", "4.9亿元", "4.9亿元", "4.6亿元",
    ),
    "two amounts put together": (
        "设备采购3120.45万元，与安装费用214.30万元相加，为{}。", "3334.75万元", "3384.75万元", "3384.75万元", "3334.75万元",
    ),
    "two batches, one of them with its parts": (
        "第一批拨付46.5万元，其中甲镇20.5万元、乙镇26万元；本次拨付71.2万元，两批合计{}。", "117.7万元", "117.1万元", "117.1万元", "117.7万元",
    ),
    "money called by its owners again": (
        "投入资金7.93亿元，其中中央资金4.31亿元、省级资金2.17亿元、县级资金1.45亿元。中央和省级资金共{}。", "64800万元", "64300万元", "64300万元", "64800万元",
    ),
    "what was done in three classes": (
        "立行立改类完成42个，分阶段整改类完成17个，持续整改类完成4个，总计完成{}。", "63个", "83个", "83个", "63个",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong", "actual", "expected"), CLAIMS.values(), ids=CLAIMS.keys()
)
def test_a_broken_claim_is_told_and_a_kept_one_is_not(
    text: str, right: str, wrong: str, actual: str, expected: str
) -> None:
    assert told(text.format(right)) == []
    assert (actual, expected) in told(text.format(wrong))


SOUND = (
    "全年实现税收收入45.20亿元，其中增值税18.60亿元，企业所得税9.10亿元，个人所得税3.20亿元，占税收的68.4%。",
    "全县共有中小学校86所，其中小学52所、初中24所，在校学生45210人，教职工3120人。",
    "项目总投资3.2亿元，中央预算内投资1.2亿元，已完成投资2.4亿元，投资完成率75%。",
    "从支出方向看，农林水支出2.4亿元，增长5%；教育支出3.6亿元，增长4%；卫生健康支出1.8亿元，下降2%。",
    "累计完成投资8.6亿元，其中2021年2.1亿元、2022年3.0亿元、2023年3.5亿元。",
    "检查单位45家，发现问题128个，已整改102个，正在整改20个，其余6个因涉及诉讼暂缓。",
    "安置职工326人，其中男职工210人、党员58人、大专以上学历120人。",
    "该批项目30个，已开工24个，已完工18个，完成投资1.2亿元。",
    "现有场馆14个（含民营场馆5个）、公共图书馆9个、文化馆9个，从业人员1120人。",
    "检查12个部门及所属35个单位，发现问题31个，已整改28个。其中6个单位超标准列支；8个单位账实不符。",
    "支出915.40万元，其中直补230.10万元，差额0.90万元为核减；项目支出685.30万元。",
)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_sentence_that_looks_like_a_claim_stays_silent(text: str) -> None:
    assert told(text) == []

"""A percentage whose amounts the words name is held against them, wherever in reach they stand."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed

WRONG = {
    "a rate of what its owner gave, a paragraph before": (
        "省级配套资金450.00万元、区级安排120.00万元，年底前全部到位。\n"
        "省级资金执行387.00万元，执行率{}；区级资金执行60.00万元，执行率50.00%。",
        "86.00%", "80.00%", "86.00%",
    ),
    "a share of what the head of the sentence names": (
        "全年支出8200万元，比上年的7800万元增长5.13%，累计结余912万元。支出中：养老金2870万元，占{}；丧葬补助930万元。",
        "35%", "55%", "35%",
    ),
    "a share whose whole is what it makes up with the next amount": (
        "受益企业3120家、职工8.4万人。中小企业2808家，占{}；大型企业312家。", "90%", "98%", "90%",
    ),
    "a rate whose whole is what was done and what was not": (
        "年度预算2.5亿元，分三批安排。到年底共拨付23000万元，拨付率{}，未拨付的2000万元待验收后支付。",
        "92%", "32%", "92%",
    ),
    "a rate in brackets behind an amount with what is left": (
        "合同金额750万欧元。按汇率折合人民币5800万元，已支付675万欧元（{}），其余75万欧元为质保金。", "90%", "91%", "90%",
    ),
    "a share of a company": (
        "项目公司注册资本3200万元，社会资本方出资2560万元，持股{}。", "80%", "86%", "80%",
    ),
    "done of what was aimed at": (
        "全年培训目标4200人次，实际培训3654人次，完成目标的{}。", "87%", "57%", "87%",
    ),
    "an average rate of two amounts": (
        "涉及预算8150.00万元，当年实际支出2852.50万元，平均执行率只有{}。", "35%", "30%", "35%",
    ),
    "faults among what was sampled": (
        "抽查凭证400份，14份手续不全，差错率{}。", "3.5%", "8.5%", "3.5%",
    ),
    "growth over a base in the clause, behind another budget": (
        "收入安排31.20亿元，比上年增长6%；支出安排57.75亿元，比上年年初预算的55.00亿元增长{}。", "5.0%", "6.0%", "5.0%",
    ),
    "by how much a contract was exceeded": (
        "合同价2450.00万元，结算2646.00万元，超出196.00万元，超{}。", "8%", "2%", "8%",
    ),
    "growth of the whole, not of its parts": (
        "新建管网25.6公里，其中干管18.2公里、支管7.4公里，较上年的20.0公里增长{}。", "28.0%", "38.0%", "28.0%",
    ),
    "what is not there yet of what was to come": (
        "计划安排中央补助2600万元、市级配套840万元。实际到位3230万元，未到位的210万元全部属于市级配套，据此计算市级配套到位率只有{}。",
        "75.00%", "75.80%", "75.00%",
    ),
    "rates of a row with the full number in brackets": (
        "甲村到会162户（应到180户）、乙村到会176户（应到220户）、丙村到会285户（应到300户），到会率分别为{}、80.00%和95.00%。",
        "90.00%", "90.50%", "90.00%",
    ),
    "rates of a row by the row before": (
        "三县分别安排400万元、500万元、300万元。到年底分别到位380万元、450万元、270万元，到位率分别为{}、90%、90%。", "95%", "91%", "95%",
    ),
    "a rate of the good ones by the bad ones": (
        "检测水样260份，不合格13份，合格率{}。", "95%", "35%", "95%",
    ),
    "a share of the limit that stands before it": (
        "年末债务余额58.30亿元，债务限额62.00亿元，占限额的{}。", "94.03%", "94.83%", "94.03%",
    ),
    "a multiple of the gain by the debt service, other amounts told beside them": (
        "每年利息1120万元，利息合计1.68亿元，债券本息合计5.18亿元；预计净收益7.252亿元，本息覆盖倍数{}。", "1.40倍", "1.90倍", "1.40倍",
    ),
    "a multiple of two amounts": (
        "总收益86400万元，债券本息合计48000万元（本金30000万元、利息18000万元），本息覆盖倍数{}。", "1.80倍", "1.88倍", "1.80倍",
    ),
    "a second share of the same amount": (
        "计划安排资金4860.00万元，实际到位4617.00万元。累计支付4293.81万元，占到位资金的93.00%、占计划资金的{}。",
        "88.35%", "88.95%", "88.35%",
    ),
    "a part named in a row of names": (
        "基本支出和项目支出分别为1506.80万元、820.40万元。\n全部基本支出中人员经费1218.40万元，占{}。", "80.86%", "80.76%", "80.86%",
    ),
    "progress of what was given in the sentence before": (
        "全年发行专项债券12.50亿元。至年末已支付10.75亿元，支付进度{}。", "86%", "89%", "86%",
    ),
    "shares said of three without 分别": (
        "包括电费960.00万元、养护费480.00万元和更新费160.00万元，三者比重为{}、30%、10%。", "60%", "80%", "60%",
    ),
    "what was taken off": (
        "送审1250.00万元，审定1125.00万元，审减率{}。", "10.0%", "18.0%", "10.0%",
    ),
    "a share of people, two counts in a row": (
        "登记在册2536户8412人，今年迁出1860户6309人，迁出人口占在册人口的{}，未迁676户2103人。", "75%", "35%", "75%",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_percentage_bound_by_words_is_told_when_one_digit_is_wrong(
    text: str, right: str, wrong: str, expected: str
) -> None:
    assert told_once_changed(text, right, wrong) == [(wrong, expected)]


SOUND = {
    "a share of another thing": "全县参保42.6万人。新增参保3.2万人，占应参保新增人口的91%；断缴0.4万人。",
    "scores with the rates of each": "决策16.5分（82.5%）、过程17.2分（86%）、产出30.1分（86%），总分63.8分。",
    "a rate of a part paid late": "项目预算1200万元，支付980万元，其中按期支付735万元，按期支付率75%。",
    "two owners, one rate of all": "省级资金320万元、县级资金80万元。全年执行368万元，执行率92%，结余32万元。",
    "a rate of batches": "省级资金下达500万元，追加省级资金100万元。省级资金执行540万元，执行率90%。",
    "growth on a comparable footing": "收入完成32.4亿元，比上年的30.0亿元增长9.5%（同口径）。",
    "a share of a shareholder by agreement": "注册资本5000万元，首期出资1000万元，甲方持股60%，乙方持股40%。",
    "a standard": "抽检260批次，不合格4批次，不合格率应控制在3%以内。",
    "a norm of quality": "完成造林2.4万亩，抽查0.6万亩，成活率88%。",
    "a target of next year": "2024年计划新建120公里，力争完成率95%，投入860万元。",
    "a share of years before": "支出860万元，占三年总支出的41%。",
    "a bracketed rate of its own full": "甲县到位420万元（84%），乙县到位380万元（95%），丙县到位300万元（100%）。",
    "half of what is left": "计划900套，已完成720套，占80%，其余180套中90套已开工，占50%。",
    "a rate of another sum": "下达资金600万元，完成支付450万元，支付率75%，涉及企业32家。",
    "people asked": "发放问卷320份，回收304份，满意率93.4%。",
    "about": "总投资1.26亿元，自筹3800万元，约占三成。",
    "a saving": "预算380万元，成交价349.6万元，节约30.4万元，节约率8%。",
    "good and half good answers": "发放500份，收回480份，其中非常满意420份、满意48份、一般12份，满意率97.5%。",
    "two gains and one debt service": "运营收益7.252亿元，土地收益2.10亿元，债券本息5.18亿元，本息覆盖倍数1.90倍。",
    "a multiple that is asked for": "全年收益3200万元，本金2000万元，覆盖倍数应不低于1.2倍。",
    "a rate of this year's funds only": "中央资金下达1200万元，其中上年结转200万元。中央资金支出980万元，当年支出率98%。",
    "growth of a part": "2022年收入32.0亿元，2023年收入35.2亿元，增长10%，其中税收收入24.6亿元，增长12.3%，占收入的69.9%。",
    "two counts and two shares": "受益农户1250户4800人，其中脱贫户320户1100人，占受益农户的25.6%，占受益人口的22.9%。",
    "what was taken off": "送审金额2300万元，核减184万元，核减率8%。",
    "an interest rate": "贷款8000万元，已还2000万元，利率3.45%。",
}  # fmt: skip


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_nothing_is_told_of_a_sound_percentage(text: str) -> None:
    assert told(text) == []

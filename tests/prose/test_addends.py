"""Totals add up what their words name; wholes, gaps and lists of another sentence are told from items."""

from __future__ import annotations

import pytest

from tests.prose.doubts import found_in

TOTALS = {
    "two answers of four": (
        "收回问卷268份，其中非常满意{}份、满意82份、一般12份、不满意3份，非常满意与满意合计253份。",
        "171", "471",
    ),
    "answers in quotes": (
        "收回的问卷中，“满意”403份，“基本满意”41份，“不满意”18份，满意和基本满意合计{}份。", "444", "464",
    ),
    "the first two": ("特困312人、低保1,846人、孤儿28人、残疾642人，前两项合计{}人。", "2,158", "2,458"),
    "some owners": (
        "省级补助1,240万元、市级配套860万元、自筹395万元，省级与市级合计{}万元。", "2,100", "2,400",
    ),
    "wholes beside their parts": (
        "护林员问卷200份，满意193份；群众问卷300份，满意276份；两类问卷合计{}份。", "500", "800",
    ),
    "parts of wholes": (
        "门诊患者400人中满意364人，住院患者200人中满意188人，合计{}人中满意552人。", "600", "900",
    ),
    "the amount before a bracket": (
        "下达补助资金7800万元（一般性转移支付3480万元，专项转移支付4320万元），比2021年的7250万元增加{}万元。",
        "550", "580",
    ),
    "an account with several ways out": (
        "基金收入加上级补助3217万元、上年结余1875万元，总计65060万元；支出52476万元，调出5200万元，还本4500万元，年终结余{}万元。",
        "2884", "2984",
    ),
    "a debt below its limit": (
        "年末债务余额422.49亿元，低于限额16.13亿元。其中一般债务余额{}亿元，专项债务余额250.03亿元；一般债务余额低于一般债务限额13.89亿元。",
        "172.46", "182.46",
    ),
    "a road with a number": (
        "结转636.32万元，其中S246改建工程尾款{}万元、3座危桥工程款223.82万元。", "412.50", "418.50",
    ),
}  # fmt: skip

SOUND = (
    "2022年省级资金800万元、2023年900万元，其中设备购置共1,200万元。",
    "可用补贴资金1734万元，其中：当年资金1650万元，上年结转126万元，年中调出42万元支持邻县。",
    "省本级执行126,035.2万元，执行率98.15%；市县执行85,065.7万元，结转3,485.8万元。",
    "支出176248万元，其中统筹支出118736万元、个人账户支出57512万元。统筹结余27474万元，个人账户结余10038万元。",
    "中央资金执行9106.35万元，结转636.32万元，其中一期412.50万元、二期223.82万元；地方资金执行18742.48万元。",
    "上缴财政3.2815亿元，归还资金5.1740亿元，加快支出20.6483亿元，节约资金1.3926亿元，调账7.7214亿元。",
    "其中出让收入26,840万元，配套费收入3,097万元。加上补助14,268万元、债券45,800万元、上年结转3,920万元，收入总计93,925万元。支出52,746万元，调出9,860万元，还本6,400万元，结转24,919万元。",
)  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), TOTALS.values(), ids=TOTALS)
def test_a_changed_figure_is_found_and_the_right_one_is_not(text, right, wrong):
    assert found_in(text.format(right)) == []
    assert found_in(text.format(wrong)) != []


@pytest.mark.parametrize("text", SOUND, ids=[text[:12] for text in SOUND])
def test_nothing_is_said_of_sound_accounts(text):
    assert found_in(text) == []

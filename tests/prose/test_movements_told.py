"""Amounts that move from a beginning to an end are reckoned step by step; the sound stays silent."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed

MOVED = {
    "a beginning, what was taken off, an end": (
        "收入预算由186300万元调减14300万元至{}万元。", "172000", "175000", "172000万元",
    ),
    "a beginning, what came on top, an end": (
        "支出由年初的42.86亿元增加3.24亿元，达到{}。", "46.10亿元", "45.10亿元", "46.10亿元",
    ),
    "the change in percent of the beginning": (
        "基金收入预算由18.60亿元调减4.25亿元至14.35亿元，调减{}。", "22.8%", "42.8%", "22.8%",
    ),
    "a change told before both ends": (
        "新增一般债券1.86亿元、新增专项债券6.40亿元，支出预算由48.60亿元调整为{}。", "56.86亿元", "56.36亿元", "56.86亿元",
    ),
    "what came and what went, told before both ends": (
        "执行中追加268.40万元、收回结余42.60万元，年初预算1862.00万元调整为{}。", "2087.80万元", "2087.40万元", "2087.80万元",
    ),
    "people on a list": (
        "年初在册低保对象8642人，全年新增1268人，退出1537人，年末在册{}。", "8373人", "8573人", "8373人",
    ),
    "projects under way": (
        "2023年初在建项目48个，当年新增26个，竣工退出31个，年末在建{}。", "43个", "53个", "43个",
    ),
    "an account over several sentences": (
        "专户期初余额3268.42万元。本期收到上级拨款1860.00万元，利息收入12.36万元。本期支付工程款2486.50万元。期末余额{}。",
        "2654.28万元", "2554.28万元", "2654.28万元",
    ),
    "what is carried into the next year": (
        "上年结转186.40万元，当年下达资金1860.00万元，当年支出1752.30万元，结转下年{}。", "294.10万元", "194.10万元", "294.10万元",
    ),
    "debt with what was issued and what was paid back": (
        "2022年末债务余额86.42亿元，2023年新增债券8.60亿元，偿还本金2.84亿元，2023年末债务余额{}。", "92.18亿元", "97.18亿元", "92.18亿元",
    ),
    "a change beside the amount it is held against": (
        "实际支出1642.80万元，较年初预算1500.00万元增加{}，增长9.52%。", "142.80万元", "142.87万元", "142.80万元",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "expected"), MOVED.values(), ids=MOVED.keys())
def test_an_end_that_its_steps_do_not_reach_is_told(
    text: str, right: str, wrong: str, expected: str
) -> None:
    found = told_once_changed(text, right, wrong)
    assert [(actual.removesuffix("万元"), end) for actual, end in found] == [
        (wrong.removesuffix("万元"), expected)
    ]


SOUND = (
    "2022年末债务余额86.42亿元，2023年新增债券8.60亿元，偿还本金6.04亿元，通过其他方式化解0.50亿元，2023年末债务余额88.48亿元。",
    "年初结余1286.40万元，本年收入3248.60万元，其中财政拨款3120.00万元；本年支出3156.40万元，年末结余1378.60万元，其中专项结余420.00万元。",
    "年初在册对象8642人，全年新增1268人，退出1420人，死亡117人，年末在册8373人，其中城市1240人。",
    "上年结转资金186.40万元。当年下达1860.00万元，实际支出1752.30万元，收回财政186.40万元，结转下年107.70万元。",
    "支出由年初预算42.86亿元调整为45.20亿元，新增债券4.20亿元主要用于教育。",
    "年末现有在校学生48260人，比上年末增加1260人；当年招生16420人，毕业14860人。",
    "收入预算由18.60亿元调减4.25亿元至14.35亿元，支出由16.20亿元调减2.15亿元至14.05亿元。",
    "新增财力12.40亿元，调入资金3.20亿元，预算由48.60亿元调整为60.10亿元，其余4.10亿元用于偿债。",
    "政府性基金预算收入96.30亿元（上年132.65亿元）。支出118.75亿元。\n国有资本经营预算收入4.26亿元、支出2.38亿元。\n"
    "社会保险基金预算收入153.92亿元、支出141.66亿元，当年结余12.26亿元，年末滚存结余168.40亿元。",
    "参会人员男42人、女38人，另有未登记6人，共86人。",
    "有小学52所、初中24所，另有教学点18个，在校学生45210人。",
    "登记农户1260户，其中脱贫户420户，另有边缘户36户。",
)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_movement_stays_silent(text: str) -> None:
    assert told(text) == []


def test_what_comes_on_top_is_an_addend_of_the_whole() -> None:
    text = "参会人员男42人、女38人，另有未登记6人，共{}。"
    assert told_once_changed(text, "86人", "36人") == [("36人", "86人")]

"""Percentages of amounts that stand side by side, under their owner, in a list or in an unlisted unit."""

from __future__ import annotations

import pytest

from tests.prose.doubts import wrong_in_paper

PAPERS = [
    # the base stands in brackets behind its name
    ("本年聘用护理员1840人，完成聘用任务（2000人）的{}。", "92%", "72%"),
    ("新建厕所5312座，占改造计划（6400座）的{}。", "83.00%", "53.00%"),
    # the task is told last, with parts between
    ("全市改造管网18.60万米，其中城区11.20万米、乡镇7.40万米；年度任务15万米，完成率{}。", "124.0%", "174.0%"),
    # people by the places there are for them
    ("抽查的两家机构核定床位1,250张，实际入住850人，入住率{}。", "68%", "38%"),
    # what was done of what is told right before it
    ("调查发现隐患23个，已整治21个。涉及金额31.42亿元，已追回27.96亿元，占{}，其中：本级9.31亿元，下级18.65亿元。", "89.0%", "59.0%"),
    # two of a list by the whole list
    ("回收有效问卷412份。“非常满意”203份、“满意”156份、“一般”41份、“不满意”12份，“非常满意”和“满意”合计占{}。", "87.14%", "87.94%"),
    # a numbered list by what the paragraph above it tells
    ("“三公”经费支出决算48.60万元。其中：\n1.因公出国（境）费0万元。\n2.公务用车运行维护费41.31万元，占{}。\n3.公务接待费7.29万元，占15.00%。", "85.00%", "35.00%"),
    # shares and rates of each owner's money
    ("中央财政下达我省专项资金93600万元。\n省财政统筹安排省级资金2.73亿元，市县自筹4100万元，总投入12.50亿元，其中中央资金占{}，省级占21.84%。", "74.88%", "14.88%"),
    ("省财政统筹安排省级资金2.73亿元，县级自筹4100万元。\n省级资金支付26208万元，支付率为{}。", "96.00%", "91.00%"),
    # a unit that no list of units has
    ("可吸入颗粒物平均浓度54微克/立方米，较上年的60微克/立方米下降{}。", "10.0%", "17.0%"),
    ("可吸入颗粒物浓度由60微克/立方米下降到54微克/立方米，下降{}。", "10.0%", "17.0%"),
    # this year's total stands in the paragraph above
    ("本年收入合计7,420.00万元，其中：财政拨款收入7,120.00万元，其他收入300.00万元。\n本年收入较上年7,000.00万元增长{}。", "6.00%", "9.00%"),
]  # fmt: skip

SOUND = [
    # each clause tells what one owner spent
    "省级资金支出163,905万元；市县资金支出78,746万元，执行率91.13%。",
    # 非税收入 is no 税收
    "全市一般公共预算收入决算86.42亿元，自然口径比上年的78.90亿元增长9.5%。其中税收收入51.17亿元，非税收入35.25亿元，税收占比59.2%。",
    # the rate is told of another amount
    "全省培训教师3120人，其中乡村教师（2100人）的满意度96%。",
    # a share that says of what
    "涉及金额31.42亿元，已追回27.96亿元，占全省追回总额的12.3%。",
    "较上年的60微克/立方米下降10.0%，目标54微克/立方米。",
    "“三公”经费支出决算48.60万元。其中：\n1.公务接待费7.29万元，占公务支出的3.1%。",
    "养老机构核定床位1,250张，护理员85人，持证率68%。",
]  # fmt: skip


@pytest.mark.parametrize(("paper", "right", "wrong"), PAPERS)
def test_the_sound_percentage_is_silent_and_the_changed_one_is_found(
    paper: str, right: str, wrong: str
) -> None:
    assert wrong_in_paper(paper.format(right)) == []
    assert wrong_in_paper(paper.format(wrong)) != []


@pytest.mark.parametrize("text", SOUND)
def test_percentages_of_something_else_are_silent(text: str) -> None:
    assert wrong_in_paper(text) == []

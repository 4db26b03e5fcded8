"""To what a figure is bound: the named part, the row it stands in, its own clause; sound counterparts stay silent."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

SOUND_AND_WRONG = {
    "the part named before 占 and not the nearest": (
        "全县改厕任务80户，其中A类村20户、B类村36户、C类村24户，B类村占任务总数的45%。",
        "全县改厕任务80户，其中A类村20户、B类村36户、C类村24户，B类村占任务总数的46%。",
    ),
    "the part named before 占比": (
        "共落实资金8.4亿元，其中中央财政6.3亿元、市财政2.1亿元，中央资金占比75%。",
        "共落实资金8.4亿元，其中中央财政6.3亿元、市财政2.1亿元，中央资金占比79%。",
    ),
    "shares in a row bind in order": (
        "已完成投资24800万元，其中土建工程17360万元、设备4960万元、监理2480万元，分别占完成投资的70%、20%和10%。",
        "已完成投资24800万元，其中土建工程17360万元、设备4960万元、监理2480万元，分别占完成投资的70%、26%和10%。",
    ),
    "a bare 占 behind the share of a named whole": (
        "累计拨付1860.50万元，未拨付139.50万元。其中施工费1488.40万元，占拨付总额的80%；设计费372.10万元，占20%。",
        "累计拨付1860.50万元，未拨付139.50万元。其中施工费1488.40万元，占拨付总额的80%；设计费372.10万元，占26%。",
    ),
    "what two rates say of two budgets": (
        "收入完成41200万元，为调整预算40000万元的103%，占总预算50000万元的82.4%。",
        "收入完成41200万元，为调整预算40000万元的103%，占总预算50000万元的83.4%。",
    ),
    "a mean for each thing and not for each of its parts": (
        "清查闲置用房40处、6.2万平方米，其中办公用房25处、校舍15处，平均每处1550平方米。",
        "清查闲置用房40处、6.2万平方米，其中办公用房25处、校舍15处，平均每处1950平方米。",
    ),
    "what was brought forward is no value of last year": (
        "年初结转和结余245.60万元，较2019年度决算数减少9.40万元，下降3.7%。",
        "年初结转和结余245.60万元，较2019年度决算数减少9.40万元，下降8.7%。",
    ),
}


@pytest.mark.parametrize("name", SOUND_AND_WRONG)
def test_a_figure_is_held_against_what_it_is_bound_to(name: str) -> None:
    sound, wrong = SOUND_AND_WRONG[name]
    assert found_once_changed(sound, wrong) != ()


SILENT = {
    "a stock behind the year's own": "当年新评A级景区5家，其中4A级2家、3A级3家，至年底全市A级景区累计达47家。",
    "a rate said to be about so much": "回收520份，满意合计499份，不满意21份；总体满意率约为96%。",
    "a class with a number in its name": "全县改厕任务80户，其中一类村20户、二类村36户、三类村24户，二类村占任务总数的45%。",
    "the ratio of three sources": "共到位资金9,600万元，其中中央5,760万元、省级2,880万元、市级960万元，三级资金比例为60%：30%：10%。",
    "the change of a part behind the change of the whole": (
        "非税收入由年初预算4210.50万元调整为4466.20万元，主要由于：（1）国有企业利润上缴调增61.30万元；（2）罚没收入调增206.80万元；（3）资产处置收入调减12.40万元。"
    ),
    "a budget in apposition and another side's budget": (
        "收入完成预算52,400万元的101.40%，支出完成预算51,100万元的97.60%。"
    ),
    "spent below a budget in brackets": "全年会议费支出21.70万元，低于预算2.10万元（预算为23.80万元）。",
    "a rate told roughly": "全县耕地46.8万亩，其中高标准农田30.1万亩，占比约六成四，灌溉面积占约65%。",
    "what has piled up over the years beside one year": (
        "当年新增贷款12.6亿元，其中涉农7.4亿元、小微5.2亿元，至年底小微贷款累计达48.3亿元。"
    ),
    "the half of a sentence after ；": "甲渠改造18公里，投资540万元；乙渠清淤42公里，占比由30%提高到35%。",
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_no_wrong_bond_is_made(name: str) -> None:
    assert checked(SILENT[name]).findings == ()

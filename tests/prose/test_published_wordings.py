"""Wordings that published papers use all the time: sound ones are silent, one changed figure is found."""

from __future__ import annotations

import pytest

from govdocs.finding import Level
from tests.prose.judging import wrong_in_paper
from tests.reading.papers import checked

SOUND = [
    # two names joined by 与 are no comparison
    "1至8月累计，农业支出5206万元，增长11.4%；文物与广播支出617万元，同比增长9.5%。",
    # a list in brackets ends with them
    "1至8月，养老服务支出918万元，增长6.1%（其中护理补贴支出402万元，增长8.3%）；水利支出2755万元，增长4%；交通支出1608万元，增长2.6%。",
    # the land of the localities is no part of the central fund
    "其中，中央政府性基金收入318亿元，增长4%；地方政府性基金本级收入2907亿元，下降9%，主要是国有土地使用权出让收入2411亿元，下降12%。",
    # last year's amount is what this year's is held against, not what is divided
    "2023年“三公”经费预算总额为806万元，较2022年的873万元减少67万元，下降7.7%；其中：因公出国（境）费12万元；公务接待费88万元；公务用车购置及运行费706万元。",
    "其中，公务用车运行费支出318万元，比上年累计支出355万元下降37万元，下降10.4%；公务用车购置支出41万元；公务接待支出117万元，比上年累计支出202万元下降85万元，下降42.1%。",
    # nothing is nothing, and all of it may be of one kind
    "本年支出合计912.35万元，其中：基本支出411.2万元，占45.07%；项目支出501.15万元，占54.93%；上缴上级支出0万元，占0%；经营支出0万元，占0%。",
    "小学教育支出1,204.55万元，其中：基本支出1,204.55万元，项目支出0万元。",
    # each school has its own basic expenditure
    "2023年一般公共预算支出3608.20万元，其中：基本支出3608.20万元，项目支出0万元。\n小学教育支出1204.55万元，其中：基本支出1204.55万元，项目支出0万元。",
    # the owner stands once, at the head of its list
    "2023年，中央企业资产总额61.2万亿元、负债总额40.1万亿元、国有资本权益12.5万亿元。2023年，地方国有企业资产总额152.7万亿元、负债总额96.4万亿元、国有资本权益44.8万亿元。",
    # averages are of groups, not of parts
    "全区居民人均可支配收入28640元，增长5.1%。其中，城镇居民人均可支配收入39215元，增长4.4%；农村居民人均可支配收入17308元，增长6.7%。",
    "出栏降幅比上半年收窄5.2个百分点，其中生猪、肉牛降幅分别收窄2.4、7.9个百分点。",
    # what stays below a limit is no part
    "年末债务余额7.31亿元，其中一般债务余额42100万元、专项债务余额31000万元，低于核定限额8.02亿元。",
    # the figure behind 节约 is the change itself
    "公务接待费决算21.46万元，比预算数节约6.33万元，比上年下降11.02%。",
]  # fmt: skip

CHANGED = [
    ("among", "本年支出合计912.35万元，其中：基本支出411.2万元，项目支出501.15万元，经营支出0万元。", "本年支出合计912.35万元，其中：基本支出411.2万元，项目支出507.15万元，经营支出0万元。"),
    ("among", "2023年“三公”经费预算总额为806万元，较2022年的873万元减少67万元；其中：因公出国（境）费12万元；公务接待费88万元；公务用车购置及运行费706万元。", "2023年“三公”经费预算总额为806万元，较2022年的873万元减少67万元；其中：因公出国（境）费12万元；公务接待费38万元；公务用车购置及运行费706万元。"),
    ("among", "“三公”经费支出年初预算为19.00万元，支出决算为7.86万元，完成预算的41.37%，其中：因公出国（境）费决算为0万元，完成预算的0%；公务用车购置及运行维护费支出决算为7.56万元，完成预算的68.73%；公务接待费支出决算为0.30万元，完成预算的3.75%。", "“三公”经费支出年初预算为19.00万元，支出决算为7.86万元，完成预算的41.37%，其中：因公出国（境）费决算为0万元，完成预算的0%；公务用车购置及运行维护费支出决算为7.36万元，完成预算的68.73%；公务接待费支出决算为0.30万元，完成预算的3.75%。"),
    ("same", "2023年，中央企业资产总额61.2万亿元、负债总额40.1万亿元。年末盘点。2023年，中央企业资产总额61.2万亿元、负债总额40.1万亿元。", "2023年，中央企业资产总额61.2万亿元、负债总额40.1万亿元。年末盘点。2023年，中央企业资产总额61.2万亿元、负债总额47.1万亿元。"),
    ("growth", "接待费支出88万元，比上年的110万元减少，下降20%。", "接待费支出88万元，比上年的110万元减少，下降26%。"),
]  # fmt: skip


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_wording_of_published_papers_is_no_contradiction(text: str) -> None:
    assert wrong_in_paper(*text.split("\n")) == []


@pytest.mark.parametrize(("name", "right", "false"), CHANGED)
def test_the_same_wordings_are_still_checked(name: str, right: str, false: str) -> None:
    assert wrong_in_paper(*right.split("\n")) == []
    assert name in {found[0] for found in wrong_in_paper(*false.split("\n"))}


SOUND_FOR_ALL_RULES = [
    # another whole begins behind the semicolon
    "肉类产量92.3万吨，增长3.1%，其中猪肉产量41.7万吨，增长2.8%；水产品总产量207.6万吨，增长4.4%。",
    # nothing has changed, from nothing
    "1.因公出国（境）费支出0万元。与2022年度预算相比，增加0万元，增长0%。",
    # a part whose amount is near its whole
    "“三公”经费支出年初预算为19.00万元，支出决算为7.86万元，其中：公务用车购置及运行维护费支出决算为7.56万元；公务接待费支出决算为0.30万元。\n2023年度支出决算中，公务用车购置及运行维护费支出决算7.56万元。",
    # the points of a row belong to a row of rates, in its order
    "生猪、肉牛、肉羊出栏分别下降2.1%、3.4%、9.6%，降幅分别比上半年收窄1.3、0.8、5.9个百分点。",
    "钢铁、化工、建材行业分别增长14.2%、11.6%、7.3%和6.1%，分别拉动全市增长2.4、1.9、0.8和0.3个百分点。",
    # a rate of an item behind 其中 is reckoned from the item's own amounts
    "全区国有企业资产总额310.6亿元，负债总额201.4亿元。其中，区属企业资产总额120.8亿元、负债总额80.3亿元，平均资产负债率66.5%；镇属企业资产总额189.8亿元、负债总额121.1亿元，平均资产负债率63.8%。",
    # the part has grown, and not out of its whole
    "年末轿车保有量41.7万辆，增长12.8%，其中私人轿车33.5万辆，增长24.1%。",
    # births are told for each thousand of the mean population
    "年末常住人口2860.35万人，比上年减少11.20万人。出生人口18.42万人，出生率6.43‰；死亡人口21.07万人，死亡率7.35‰。",
    # a share behind 其中 is of what its whole has a share of itself
    "汉族人口为402150人，占71.86%；各少数民族人口为157480人，占28.14%，其中回族人口为131600人，占23.52%。",
    # an average of a kind may be above that of all
    "普通高校校均规模10840人，其中，本科院校14960人，高职院校7310人。",
    # a list whose items are divided again is no list of parts
    "全省共有卫生机构41.2万个，其中医院1.6万个，在医院中有公立医院0.7万个，民营医院0.9万个；基层机构38.7万个，其中卫生院2.1万个，卫生室27.4万个，门诊部7.8万个；专业机构0.9万个，其中疾控中心1204个，监督所1130个。",
    # what is named behind 其中 need not be all
    "基层机构86.4万个，其中：服务中心3.1万个，卫生院3.2万个，卫生室52.8万个，诊所24.3万个。",
    # thousands set apart by a space
    "全年货物周转量1 346.5亿吨公里，增长4.1%。其中，铁路962.7亿吨公里，增长2.1%；公路383.8亿吨公里，增长9.6%。",
    # each way of carrying has its own turnover; the whole city is not its own level
    "公路货物运输总量4870万吨，旅客运输周转量11.26亿人公里。\n铁路货物运输总量1320万吨，旅客运输周转量4.18亿人公里。",
    "上半年，全市一般公共预算总收入完成70.31亿元。一般公共预算支出完成128.64亿元。\n上半年，市本级一般公共预算总收入完成20.18亿元。一般公共预算支出完成31.72亿元。",
]  # fmt: skip


@pytest.mark.parametrize("text", SOUND_FOR_ALL_RULES)
def test_a_sound_wording_of_published_papers_is_silent_under_every_rule(text: str) -> None:
    assert [f for f in checked(text).findings if f.level is not Level.NOTE] == []


def test_thousands_set_apart_by_a_space_are_one_number() -> None:
    sound = "全年货物周转量1 346.5亿吨公里。其中，铁路962.7亿吨公里，公路383.8亿吨公里。"
    assert wrong_in_paper(sound) == []
    assert {found[0] for found in wrong_in_paper(sound.replace("1 346.5", "1 246.5"))} == {"among"}

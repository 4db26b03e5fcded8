"""Wordings that published papers use all the time: sound ones are silent, one changed figure is found."""

from __future__ import annotations

import pytest

from tests.prose.judging import wrong_in_paper

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

"""Things that a sentence parts were counted before: 剩余17个, and then 17个问题中……."""

from __future__ import annotations

import pytest

from govdocs.prose.explained import amounts_of
from govdocs.prose.facts.stocks import stocks
from govdocs.prose.told import Story
from tests.prose.judging import passages_from


def holding(*texts: str) -> list[bool]:
    passages = passages_from(*texts)
    return [j.holds for j in stocks(Story(passages), amounts_of(passages, ()))]


PAIRS = [
    ("共点出问题86个，已完成69个，剩余17个。", "{}个问题中，受程序制约的5个，涉及历史遗留的8个，未结算的4个。", "17", "19"),
    ("县属国有企业14户，资产总额62.50亿元。", "一是盈利能力弱，{}户企业中亏损4户。", "14", "94"),
    ("本年度安排扶贫项目36个，涉及资金860万元。", "上述{}个项目中，已完工31个，在建5个。", "36", "38"),
    ("全县有移民村38个。", "{}个移民村中已建成示范村19个。", "38", "33"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "right", "wrong"), PAIRS, ids=[p[1][:10] for p in PAIRS]
)
def test_what_is_parted_was_counted_before(before: str, after: str, right: str, wrong: str) -> None:
    assert holding(before, after.format(right)) == [True]
    assert holding(before, after.format(wrong)) == [False]


SILENT = [
    ("县属国有企业14户。", "抽查的24户企业中亏损4户。"),
    ("县属国有企业14户。", "24户民营企业中亏损4户。"),
    ("县属国有企业14户。", "57户企业中亏损4户。"),
    ("共点出问题86个，剩余17个。", "16个问题中，受程序制约的9个，未结算的7个。"),
    ("安排项目36个。", "另外38个项目中，已完工31个。"),
    ("安排项目36个。", "3个项目中有1个未完工。"),
    ("东区有企业14户，西区有企业24户，南区有企业34户，北区有企业44户。", "54户企业中亏损4户。"),
    ("安排资金36万元。", "38个项目中有1个未完工。"),
]


@pytest.mark.parametrize(("before", "after"), SILENT, ids=[p[1][:12] for p in SILENT])
def test_other_things_and_samples_are_no_reference(before: str, after: str) -> None:
    assert False not in holding(before, after)

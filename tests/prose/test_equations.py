"""Equations that a paper prints are worked out as they stand."""

from __future__ import annotations

import pytest

from govdocs.prose.judgement import Judgement
from govdocs.prose.products.equations import equations
from tests.prose.judging import passages_from

SLIPS = {
    "a score by its rate": ("即92.00%×15＝{}分。", "13.8", "13.2"),
    "a rate of two counts": ("满意率＝（286＋9）÷300×100%＝{}%。", "98.33", "96.33"),
    "weights": ("综合得分＝93.5×0.3＋{}×0.7＝91.05分。", "90", "80"),
    "points lost": ("得分＝10－（100－95）×0.5＝{}分。", "7.5", "7.8"),
    "a price": ("每亩500元×{}万亩＝1.175亿元。", "23.5", "28.5"),
    "a chain": ("执行率＝支出数/预算数×100%＝452.1/460＝{}%。", "98.28", "93.28"),
    "points added": ("自评得分：18+19+28+29.5={}。", "94.5", "95.5"),
}

SILENT = [
    "评分标准：80-89分=3分，90-100分=5分。",
    "得分＝实际完成值÷目标值×10。",
    "2023-2024=1，A4＝297×210，M-171×2=342。",
    "12月（1～5月）×3=15。",
    "面积3000亩×50元＝15，按万元计。",
]


def judged(text: str) -> list[Judgement]:
    (passage,) = passages_from(text)
    return list(equations(passage))


@pytest.mark.parametrize("name", SLIPS)
def test_an_equation_with_one_changed_figure_is_found(name: str) -> None:
    text, right, wrong = SLIPS[name]
    sound, changed = judged(text.format(right)), judged(text.format(wrong))
    assert sound, "not judged at all"
    assert all(one.holds for one in sound)
    assert any(not one.holds for one in changed)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_an_equation_is_not_doubted(text: str) -> None:
    assert all(one.holds for one in judged(text))

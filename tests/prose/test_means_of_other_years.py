"""Means of another year stand beside those of this one."""

from __future__ import annotations

from govdocs.prose.judgement import Judgement
from govdocs.prose.products.averages import averages
from govdocs.prose.products.averages_of_earlier import averages_of_earlier
from govdocs.prose.told import Story
from tests.prose.judging import passages_from


def wrong(text: str) -> list[Judgement]:
    passages = passages_from(text)
    found = [*averages(passages[0]), *averages_of_earlier(Story(passages))]
    return [judgement for judgement in found if not judgement.holds]


def test_the_mean_of_last_year_is_not_held_against_the_amounts_of_this_year() -> None:
    text = "机关运行经费286.4万元，在职人员128人，人均{}万元，较上年人均2.31万元下降3.0%。"
    assert wrong(text.format("2.24")) == []
    assert wrong(text.format("2.74")) != []

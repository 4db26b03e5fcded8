"""What is told again by reference, and the two sides of one account."""

from __future__ import annotations

import pytest

from govdocs.prose.explained import amounts_of
from govdocs.prose.facts.referred import referred
from govdocs.prose.told import Story
from tests.prose.judging import passages_from


def holding(*texts: str) -> list[bool]:
    passages = passages_from(*texts)
    return [j.holds for j in referred(Story(passages), amounts_of(passages, ()))]


BEFORE = "辖区路灯9800盏，其中高压钠灯2400盏。"


def test_what_a_sentence_refers_to_has_the_number_told_before() -> None:
    assert holding(BEFORE, "把剩余2400盏高压钠灯分两年更换。") == [True]
    assert holding(BEFORE, "把剩余2900盏高压钠灯分两年更换。") == [False]


def test_the_sides_of_one_account_are_equal() -> None:
    assert holding("本单位总收入581.45万元。", "本单位总支出581.49万元。") == [False]
    assert holding("本单位总收入581.45万元。", "本单位总支出581.45万元。") == []


SILENT = [
    (BEFORE, "更换高压钠灯2900盏。"),
    (BEFORE, "今年更换2900盏高压钠灯。"),
    (BEFORE, "把剩余1100盏高压钠灯分两年更换。"),
    (BEFORE, "把剩余2900套高压钠灯分两年更换。"),
    ("东区有高压钠灯2400盏，西区有高压钠灯2700盏。", "把剩余2900盏高压钠灯更换。"),
    ("更换高压钠灯2400盏。", "把剩余2900盏高压钠灯分两年更换。"),
    ("本单位总收入581.45万元。", "本单位总支出479.12万元。"),
    ("2021年总收入581.45万元。", "2020年总支出581.49万元。"),
    ("本单位总收入58.1万元。", "本单位总支出58.4万元。"),
    ("总收入581.45万元，总支出581.49万元。", "总收入581.45万元，总支出581.49万元。"),
]


@pytest.mark.parametrize("texts", SILENT, ids=lambda texts: texts[1][:12])
def test_other_numbers_of_the_thing_are_left_alone(texts: tuple[str, ...]) -> None:
    assert all(holding(*texts))

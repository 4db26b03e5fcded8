"""Where the file holds pictures of seals, signature and date are judged as those of a sealed letter."""

from __future__ import annotations

import pytest

from govdocs.layout import check_layout, open_letter
from govdocs.layout.elements.seal import floating_pictures, seals
from tests.layout.makers.framed_letters import FRAMED
from tests.layout.makers.seals import seal
from tests.layout.test_framed_letters import respelt

ONE, JOINT = "盖章和附件框", "联合盖章"
SIGNATURE = "<w:t>江南省财政厅</w:t></w:r>"


def told(data: bytes) -> set[tuple[str, str]]:
    return {(f.code, f.actual) for f in check_layout(data).findings}


@pytest.mark.parametrize(("name", "count"), [(ONE, 1), (JOINT, 2), ("单格表", 0)])
def test_seals_are_recognised_by_size_and_place(name: str, count: int) -> None:
    letter = open_letter(FRAMED[name]())
    assert len(seals(letter)) == count
    assert floating_pictures(letter) == []


def test_a_picture_of_another_size_is_no_seal() -> None:
    letter = open_letter(respelt(ONE, f'cx="{42 * 36000}"', f'cx="{90 * 36000}"'))
    assert seals(letter) == []
    assert len(floating_pictures(letter)) == 1


@pytest.mark.parametrize("name", [ONE, JOINT])
def test_the_date_of_a_sealed_letter_is_four_characters_in(name: str) -> None:
    shifted = respelt(name, '<w:ind w:rightChars="400" w:right="1280"/>',
                      '<w:ind w:rightChars="200" w:right="640"/>')  # fmt: skip
    assert told(shifted) == {("L192", "右空2字")}


def test_the_signature_of_a_sealed_letter_is_centred_over_the_date() -> None:
    shifted = respelt(ONE, '<w:ind w:rightChars="475" w:right="1520"/>',
                      '<w:ind w:rightChars="200" w:right="640"/>')  # fmt: skip
    assert {code for code, _ in told(shifted)} == {"L192"}


def test_without_a_seal_both_forms_are_left_in_peace() -> None:
    bare = respelt(ONE, seal(), "")
    assert told(bare) == set()


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (seal(right=90), "中心偏离成文日期至少42毫米"),
        (seal(down=-70), "在成文日期之上，没有压到"),
        (seal(down=40), "在成文日期之下，没有压到"),
    ],
)
def test_a_seal_lies_centred_over_signature_and_date(moved: str, said: str) -> None:
    assert told(respelt(ONE, seal(), moved)) == {("L195", said)}


@pytest.mark.parametrize(("right", "down"), [(42, -20), (47, -25), (44.5, -12)])
def test_a_seal_a_little_off_is_left_in_peace(right: float, down: float) -> None:
    assert told(respelt(ONE, seal(), seal(right=right, down=down))) == set()


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (seal(right=70, identity=21), "重叠约16.5毫米"),
        (seal(right=150, identity=21), "超出版心10毫米"),
    ],
)
def test_two_seals_neither_meet_nor_leave_the_text_area(second: str, said: str) -> None:
    data = respelt(ONE, SIGNATURE, SIGNATURE + second)
    assert told(data) == {("L196", said)}


def test_two_seals_side_by_side_are_left_in_peace() -> None:
    assert told(respelt(ONE, SIGNATURE, SIGNATURE + seal(right=100, identity=21))) == set()


def test_seals_in_cells_are_not_measured() -> None:
    assert told(respelt(JOINT, seal(right=110, identity=11), seal(right=40, identity=11))) == set()

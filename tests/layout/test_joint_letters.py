"""Letters of several organs: marks beside 文件, signatures side by side, in tables."""

from __future__ import annotations

import pytest

from govdocs.layout import check_layout
from tests.layout.letters import packed
from tests.layout.special_letters import ORGANS, joint


def found(body: str) -> list[tuple[str, str]]:
    return [(f.code, f.variant) for f in check_layout(packed(body)).findings]


def test_a_right_joint_letter_has_no_finding() -> None:
    assert found(joint()) == []


def test_the_word_beside_the_organs_stands_at_their_right() -> None:
    assert found(joint(first=True)) == [("L125", "side")]


@pytest.mark.parametrize("where", ["", "top", "bottom"])
def test_the_word_beside_the_organs_stands_in_their_middle(where: str) -> None:
    assert found(joint(middle=where)) == [("L125", "middle")]


def test_organs_of_one_mark_have_one_size() -> None:
    assert found(joint(sizes=(30, 30, 26))) == [("L126", "")]


def test_signatures_follow_the_order_of_the_mark() -> None:
    assert found(joint(signed=(ORGANS[1], ORGANS[0], ORGANS[2]))) == [("L194", "order")]


def test_an_organ_that_has_not_signed_is_named() -> None:
    (finding,) = check_layout(packed(joint(signed=ORGANS[:2]))).findings
    assert (finding.code, finding.variant, finding.actual) == (
        "L194",
        "missing",
        "没有湖南省审计厅",
    )


def test_signatures_in_other_words_are_left_open() -> None:
    assert found(joint(signed=("省财政厅", "省商务厅", "省审计厅"))) == []

"""A tag that prints nothing is found; what nobody listed is blank, not nought."""

from __future__ import annotations

import pytest

from govdocs.checks.prose.findings import passages
from tests.evaluation.test_other_reports import small
from tests.evaluation.test_yongxing import checked, subject_of


@pytest.mark.parametrize(
    ("without", "said", "blanks"),
    [
        ("survey", "满意度为{{ survey.stated }}。", 1),
        ("recipients", "已拨付{{ money.paid|with_unit }}，共{{ money.recipients }}家。", 2),
        ("", "文号为{{ sources[0].document }}，到位率{{ measures.资金到位率 }}。", 1),
        ("", "已拨付{{ money.paid|with_unit }}，共{{ money.recipients }}家。", 0),
    ],
)
def test_a_tag_that_prints_nothing_is_found(without: str, said: str, blanks: int) -> None:
    data = small(without)
    data["sections"][0]["paragraphs"] = [said]
    found = [f for f in checked(data).findings if f.code == "F727"]
    assert len(found) == blanks


def test_without_a_list_of_firms_no_amount_is_made_up() -> None:
    data = small("recipients")
    data["sections"][0]["paragraphs"] = ["已拨付{{ money.paid|with_unit }}。"]
    assert "0" not in next(p.text for p in passages(subject_of(data)) if "已拨付" in p.text)


def test_the_blank_points_of_a_row_without_a_score_are_told_at_the_row_alone() -> None:
    data = small()
    data["indicators"][1]["groups"][0]["indicators"][0]["value"] = "没有这个评语"
    codes = [f.code for f in checked(data).findings]
    assert "F702" in codes
    assert "F727" not in codes

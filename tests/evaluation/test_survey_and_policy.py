"""Survey statistics and subsidies come out of counts, rates and caps."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from govdocs.evaluation.subsidies import above_cap, entitlement
from govdocs.evaluation.survey_results import as_rate, expected_base, overall, question_result
from govdocs.model.evaluation.funds import Recipient
from govdocs.model.evaluation.policy import Policy
from govdocs.model.evaluation.survey import Survey

WEIGHTS = [
    {"answer": "满意", "weight": "100"},
    {"answer": "较满意", "weight": "80"},
    {"answer": "不满意", "weight": "0"},
]


def survey(*questions: dict[str, Any], valid: str = "26") -> Survey:
    data = {
        "title": "问卷",
        "respondents": "企业",
        "sent": valid,
        "valid": valid,
        "weights": WEIGHTS,
        "questions": list(questions),
    }
    return Survey.model_validate(data)


def question(*counts: int, **more: Any) -> dict[str, Any]:
    words = ["满意", "较满意", "不满意"]
    options = [{"text": words[at], "count": str(count)} for at, count in enumerate(counts)]
    return {"text": "题", "options": options, "counts": "是", **more}


def test_shares_are_of_those_who_answered() -> None:
    asked = survey(
        {
            "text": "类别",
            "options": [
                {"text": t, "count": c} for t, c in [("甲", "15"), ("乙", "10"), ("丙", "1")]
            ],
        }
    )
    result = question_result(asked, asked.questions[0])
    assert [share.text for share in result.shares if share] == ["57.69%", "38.46%", "3.85%"]
    assert result.satisfaction is None


def test_satisfaction_weighs_the_answers_and_the_whole_is_the_mean_of_the_items() -> None:
    asked = survey(
        question(23, 2),
        question(23, 2),
        question(21, 4),
        question(23, 2),
        question(22, 3),
        question(26),
    )
    items = [as_rate(question_result(asked, q).satisfaction, 2) for q in asked.questions]
    assert [item.text for item in items if item] == [
        "98.40%",
        "98.40%",
        "96.80%",
        "98.40%",
        "97.60%",
        "100.00%",
    ]
    whole = as_rate(overall(asked), 2)
    assert whole is not None
    assert whole.text == "98.27%"


def test_other_weights_give_another_satisfaction() -> None:
    assert (
        question_result(
            survey(question(1, 0, 1)), survey(question(1, 0, 1)).questions[0]
        ).satisfaction
        == 50
    )


def test_the_base_follows_the_skip_logic() -> None:
    gate = {
        "text": "申报了吗",
        "name": "申报",
        "options": [
            {"text": "申报", "count": "25"},
            {"text": "没有", "count": "1", "goes_on": "否"},
        ],
    }
    asked = survey(
        gate, question(23, 2, asked_after="申报"), question(26), question(1, asked_after="没有的题")
    )
    assert [expected_base(asked, q) for q in asked.questions] == [26, 25, 26, None]


def test_a_question_that_nobody_answered_has_no_share_and_no_satisfaction() -> None:
    asked = survey(question(0, 0))
    result = question_result(asked, asked.questions[0])
    assert result.shares == (None, None)
    assert overall(asked) is None


POLICY = {
    "firm_cap": "100万元",
    "periods": [
        {
            "name": "前三季度", "first": "2021-01-01", "last": "2021-09-30",
            "tariffs": [
                {"name": "出口", "rate": "0.01", "increment": "0.015", "cap": "30万元"},
                {"name": "物流", "rate": "0.01", "increment": "0.03", "on_top": "是"},
            ],
            "caps": [{"tariffs": ["物流"], "cap": "80万元"}],
        },
        {
            "name": "四季度", "first": "2021-10-01", "last": "2021-12-31",
            "tariffs": [{"name": "出口", "rate": "0.02", "cap": "100万元"}, {"name": "进口", "rate": "0.02", "cap": "30万元"}],
        },
    ],
}  # fmt: skip


def firm(allocated: str, *trade: tuple[str, str, str, str | None]) -> Recipient:
    rows = [
        {"period": p, "tariff": t, "amount": a} | ({"base": b} if b else {}) for p, t, a, b in trade
    ]
    return Recipient.model_validate(
        {"name": "企业", "allocated": allocated, "paid": "0", "trade": rows}
    )


@pytest.mark.parametrize(
    ("trade", "most"),
    [
        ([("前三季度", "出口", "1000万美元", "800万美元")], "110000"),
        ([("前三季度", "出口", "1000万美元", "2000万美元")], "100000"),
        ([("前三季度", "出口", "1亿美元", "1000万美元")], "300000"),
        ([("前三季度", "物流", "2100万美元", "1500万美元")], "390000"),
        ([("前三季度", "物流", "5000万美元", "1500万美元")], "800000"),
        (
            [("四季度", "出口", "4000万美元", None), ("四季度", "进口", "9000万美元", None)],
            "1000000",
        ),
        (
            [("前三季度", "出口", "1亿美元", "1亿美元"), ("四季度", "出口", "3000万美元", None)],
            "900000",
        ),
    ],
)
def test_base_increment_and_caps_give_what_a_firm_may_get(
    trade: list[tuple[str, str, str, str | None]], most: str
) -> None:
    assert entitlement(Policy.model_validate(POLICY), firm("1", *trade)).most == Decimal(most)


@pytest.mark.parametrize(
    ("trade", "trouble"),
    [
        ([], "no_trade"),
        ([("明年", "出口", "1万美元", None)], "unknown_period"),
        ([("四季度", "物流", "1万美元", None)], "unknown_tariff"),
        ([("四季度", "出口", "1万元", None)], "not_dollars"),
        ([("前三季度", "出口", "1万美元", None)], "no_base"),
    ],
)
def test_what_the_policy_does_not_say_is_not_guessed(
    trade: list[tuple[str, str, str, str | None]], trouble: str
) -> None:
    done = entitlement(Policy.model_validate(POLICY), firm("1", *trade))
    assert (done.most, done.trouble) == (None, trouble)


def test_a_grant_above_the_firms_cap_or_its_entitlement_is_seen() -> None:
    policy = Policy.model_validate(POLICY)
    assert above_cap(policy, firm("100.1"))
    assert not above_cap(policy, firm("100"))
    assert above_cap(policy, firm("11.1", ("前三季度", "出口", "1000万美元", "800万美元")))
    assert not above_cap(policy, firm("11", ("前三季度", "出口", "1000万美元", "800万美元")))


def test_the_arithmetic_names_every_cap_that_took_something_off() -> None:
    policy = Policy.model_validate(POLICY)
    trade = (
        ("前三季度", "物流", "5000万美元", "1500万美元"),
        ("前三季度", "出口", "1亿美元", "1000万美元"),
    )
    assert entitlement(policy, firm("1", *trade)).steps == (
        "前三季度物流5000万美元：1550000元",
        "前三季度出口1亿美元：1450000元，上限30万元",
        "物流合计上限80万元",
        "累计上限100万元",
    )

"""Any single change of a figure that a rule can know is found at its very place."""

import pytest
from benchmarks.mutations import Mutation, Outcome, measure, mutated, mutations

from govdocs.checks.example import small_case_text, text_data

KNOWABLE = {"budget", "execution", "allocations", "fund"}


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    data = text_data(small_case_text())
    for row in data["indicators"]:
        row["reported_target"] = row["target"]
    return list(measure(data))


def test_every_changed_amount_and_rate_is_found_at_its_place(outcomes: list[Outcome]) -> None:
    own = [o for o in outcomes if o.mutation.path[0] in KNOWABLE]
    assert len(own) > 60
    assert [o.mutation for o in own if not o.found] == []


def test_every_changed_target_of_one_attachment_is_found_at_its_place(
    outcomes: list[Outcome],
) -> None:
    own = [o for o in outcomes if o.mutation.path[-1] in {"target", "reported_target"}]
    assert len(own) > 30
    assert [o.mutation for o in own if not o.found] == []


def test_a_mutation_changes_one_value_and_nothing_else() -> None:
    data = {"fund": {"issued": "600"}, "goals": ["支持3个项目"]}
    found = list(mutations(data))
    assert [(m.kind, m.after) for m in found] == [
        ("数字", "700"),
        ("数字", "601"),
        ("单位", "600元"),
        ("正负", "-600"),
        ("正文数字", "4"),
    ]
    assert mutated(data, found[-1]) == {"fund": {"issued": "600"}, "goals": ["支持4个项目"]}
    assert mutated(data, Mutation(("fund", "issued"), "数字", "600", "700"))["fund"] == {
        "issued": "700"
    }

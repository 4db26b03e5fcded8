"""Which fields a template uses, and what of it the field list does not allow."""

from __future__ import annotations

import pytest

from govdocs.tags.environment import TagEnvironment
from govdocs.tags.schema_tree import FieldNode
from govdocs.tags.uses import field_uses, wrong_uses


def node(name: str, kind, *children: FieldNode, by_name: bool = False) -> FieldNode:
    return FieldNode(name, name, kind, by_name=by_name, children={c.name: c for c in children})


FIELDS = node(
    "case",
    "record",
    node("fund", "record", node("name", "value"), node("budget", "value")),
    node("indicators", "rows", node("name", "value"), node("parts", "rows", node("sum", "value"))),
    node("allocations", "rows", node("amount", "value"), by_name=True),
    node("copies", "rows"),
)


def uses(source: str):
    return field_uses(TagEnvironment(str).parse(source))


def paths(source: str) -> list[str]:
    return [use.path for use in uses(source)]


def wrong(source: str) -> list[tuple[str, str, str]]:
    return [(w.use.path, w.reason, w.nearest) for w in wrong_uses(uses(source), FIELDS)]


def test_loop_variables_stand_for_the_rows_of_their_list():
    source = (
        "{% for row in indicators %}{{ row.name }}{% for p in row.parts %}{{ p.sum }}"
        "{% endfor %}{% endfor %}"
    )
    assert paths(source) == [
        "indicators",
        "indicators[].name",
        "indicators[].parts",
        "indicators[].parts[].sum",
    ]


def test_names_given_by_set_and_with_stand_for_their_field():
    assert paths("{% set f = fund %}{{ f.name }}") == ["fund", "fund.name"]
    assert paths("{% with f = fund %}{{ f.name }}{% endwith %}{{ f }}") == [
        "fund",
        "fund.name",
        "f",
    ]


def test_the_loop_variable_itself_is_no_field():
    assert paths("{% for row in indicators %}{{ loop.index }}{% endfor %}") == ["indicators"]


def test_a_loop_variable_ends_with_its_loop():
    assert paths("{% for row in copies %}{% endfor %}{{ row.name }}") == ["copies", "row.name"]


def test_conditions_filters_and_else_branches_are_read_too():
    source = (
        "{% if fund.a %}{{ fund.b|otherwise(fund.c) }}{% elif fund.d %}{% else %}{{ fund.e }}"
        "{% endif %}"
    )
    assert sorted(paths(source)) == ["fund.a", "fund.b", "fund.c", "fund.d", "fund.e"]


def test_lines_are_those_of_the_source():
    assert [use.line for use in uses("{{ fund.name }}\n\n{{ fund.budget }}")] == [1, 3]


@pytest.mark.parametrize(
    "source",
    [
        "{{ fund.name }}{{ fund.budget.unit }}",
        "{% for row in indicators %}{{ row.name|merge }}{% endfor %}",
        "{% for row in copies %}{{ row }}{% endfor %}",
        "{{ copies|join('、') }}{{ indicators|length }}",
        "{{ allocations.区域协调发展.amount }}{{ allocations['区域'].amount }}{{ allocations[0].amount }}",
        "{% if fund %}{% endif %}{% set f = fund %}{{ f.name }}",
    ],
)
def test_right_uses_are_left_alone(source):
    assert wrong(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ fund.nmae }}", ("fund.nmae", "unknown_field", "fund.name")),
        ("{{ name }}", ("name", "unknown_field", "fund.name")),
        ("{% for r in indicatros %}{% endfor %}", ("indicatros", "unknown_field", "indicators")),
        (
            "{% for r in indicators %}{{ r.nmae }}{% endfor %}",
            ("indicators[].nmae", "unknown_field", "indicators[].name"),
        ),
        ("{{ indicators }}", ("indicators", "rows_printed", "")),
        ("{{ fund }}", ("fund", "rows_printed", "")),
        ("{% for r in indicators %}{{ r }}{% endfor %}", ("indicators[]", "rows_printed", "")),
        ("{% for r in fund.name %}{% endfor %}", ("fund.name", "value_looped", "")),
        ("{% for r in fund %}{% endfor %}", ("fund", "value_looped", "")),
        (
            "{{ indicators.第一行.name }}",
            ("indicators.第一行.name", "unknown_field", "indicators[].name"),
        ),
    ],
)
def test_wrong_uses_are_named_with_the_nearest_known_field(source, expected):
    assert wrong(source) == [expected]

"""What a tag cannot do, whoever wrote the template."""

from __future__ import annotations

from decimal import Decimal

import pytest
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from govdocs.errors import TemplateError as Refused
from govdocs.tags.budget import render_budget
from govdocs.tags.environment import NotRowsError, TagEnvironment
from govdocs.tags.values import Record, Rows, Value


class NotPrintableError(Exception):
    pass


def strict(value: object) -> str:
    if isinstance(value, Value | str) or type(value) is int:
        return str(value)
    raise NotPrintableError(type(value).__name__)


ENVIRONMENT = TagEnvironment(strict)


def value(text: str, *path: str | int) -> Value:
    return Value(text, path, Decimal(text) if text.isdigit() else None, "万元")


CASE = {
    "fund": Record(
        {"name": value("开放型经济", "fund", "name"), "budget": value("560", "fund", "budget")},
        ("fund",),
    ),
    "rows": Rows(
        [
            Record({"name": value(f"第{at}行", "rows", at, "name")}, ("rows", at))
            for at in range(30)
        ],
        ("rows",),
    ),
    "names": Rows([value("甲", "names", 0), value("乙", "names", 1)], ("names",)),
}


def fill(source: str) -> str:
    with render_budget(1000):
        return ENVIRONMENT.from_string(source).render(CASE)


@pytest.mark.parametrize(
    "source",
    [
        "{{ cycler.__init__.__globals__.os.popen }}",
        "{{ fund.__class__ }}",
        "{{ fund._fields }}",
        "{{ fund.name.__class__.__mro__ }}",
        "{{ fund.name.text.format }}",
        "{{ fund['__class__'] }}",
        "{{ rows._rows }}",
        "{{ rows.named }}",
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ self.__init__ }}",
        "{{ range }}",
        "{{ lipsum }}",
        "{{ dict }}",
        "{{ namespace }}",
        "{% for row in rows %}{{ loop._iterable }}{% endfor %}",
        "{% for row in rows %}{{ loop.__class__ }}{% endfor %}",
    ],
)
def test_nothing_of_python_is_reachable_by_a_name(source):
    with pytest.raises(UndefinedError):
        fill(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ cycler.__init__.__globals__.os.popen('id') }}",
        "{{ fund.name() }}",
        "{{ ''.format() }}",
        "{{ range(9) }}",
        "{% include 'a' %}",
        "{% import 'a' as b %}",
        "{% from 'a' import b %}",
        "{% extends 'a' %}",
        "{% block a %}{% endblock %}",
        "{% macro a() %}{% endmacro %}",
        "{% filter merge %}{% endfilter %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% for row in rows recursive %}{% endfor %}",
        "{{ rows[:3] }}",
        "{{ {'a': 1} }}",
    ],
)
def test_constructs_that_reach_beyond_fields_are_refused_when_compiling(source):
    with pytest.raises(SecurityError):
        ENVIRONMENT.from_string(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ fund.name ~ fund.name }}",
        "{% set x = fund.name ~ fund.name %}",
        "{% set x %}{{ fund.name }}{% endset %}",
        "{% set x = [fund, fund] %}",
        "{% with x = [fund, fund] %}{% endwith %}",
        "{% for x in [fund.name, fund.name] %}{% endfor %}",
        "{% for x in 'aaaa' %}{% endfor %}",
    ],
)
def test_nothing_can_double_a_text_again_and_again(source):
    with pytest.raises(SecurityError):
        ENVIRONMENT.from_string(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'x' * 100 }}",
        "{{ 10 ** 10 }}",
        "{{ fund.budget.number * 2 }}",
        "{{ 'a' + 'b' }}",
        "{{ fund.budget.number + 1 }}",
        "{{ fund.budget.number / 2 }}",
        "{{ -fund.budget.number }}",
    ],
)
def test_templates_do_not_compute(source):
    with pytest.raises(SecurityError):
        fill(source)


def test_row_numbers_may_be_counted():
    assert fill("{% for row in rows %}{{ loop.index0 + 1 }}{% endfor %}").startswith("123")
    assert (
        fill(
            "{% for row in rows %}{% if loop.index % 10 == 0 %}{{ loop.index }},{% endif %}"
            "{% endfor %}"
        )
        == "10,20,30,"
    )


def test_loops_within_loops_end():
    nested = (
        "{% for a in rows %}{% for b in rows %}{% for c in rows %}x{% endfor %}{% endfor %}"
        "{% endfor %}"
    )
    with pytest.raises(Refused) as caught:
        fill(nested)
    assert caught.value.problems[0].code == "tags.endless"


@pytest.mark.parametrize(
    "source",
    [
        "{% for letter in fund.name %}x{% endfor %}",
        "{% for letter in fund.name.text %}x{% endfor %}",
        "{% for name in fund %}x{% endfor %}",
    ],
)
def test_only_lists_of_the_case_are_looped_over(source):
    with pytest.raises(NotRowsError, match="fund"):
        fill(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ none }}",
        "{{ true }}",
        "{{ fund }}",
        "{{ rows }}",
        "{{ [1] }}",
        "{{ self }}",
        "{{ fund.budget.number }}",
    ],
)
def test_what_is_no_value_reaches_finalize_and_is_refused(source):
    with pytest.raises(NotPrintableError):
        fill(source)


def test_a_float_is_refused_when_compiling():
    with pytest.raises(SecurityError, match=r"0\.1"):
        ENVIRONMENT.from_string("{{ 0.1 }}")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{{ fnud.name }}", "fnud"),
        ("{{ fund.nmae }}", "fund.nmae"),
        ("{{ rows[3].nmae }}", r"rows\[3\].nmae"),
        ("{% for row in rows %}{{ row.nmae|with_unit }}{% endfor %}", r"rows\[0\].nmae"),
        ("{% for row in fund.rows %}{% endfor %}", "fund.rows"),
        ("{% if fund.nmae %}{% endif %}", "fund.nmae"),
        ("{% if fund.nmae == 1 %}{% endif %}", "fund.nmae"),
        ("{{ fund.nmae.more }}", "fund.nmae"),
        ("{{ rows[99] }}", "rows.99"),
        ("{{ names.丙 }}", "names.丙"),
        ("{{ fund.nmae|join }}", "fund.nmae"),
    ],
)
def test_a_missing_field_is_named_in_full(source, name):
    with pytest.raises(UndefinedError, match=f"^{name}$"):
        fill(source)


def test_a_missing_field_may_be_asked_for():
    assert fill("{% if fund.reason is defined %}x{% else %}无{% endif %}") == "无"


@pytest.mark.parametrize(
    "source",
    [
        "{{ 1|with_unit }}",
        "{{ 'a'|bare }}",
        "{{ rows|join }}",
        "{{ 'abc'|join('、') }}",
        "{{ rows|merge }}",
        "{{ 'a'|day_cn }}",
        "{{ fund|otherwise('无') }}",
        "{{ 'a'|chinese_number }}",
    ],
)
def test_filters_take_values_of_the_case_only(source):
    with pytest.raises(TypeError):
        fill(source)


def test_an_unknown_filter_is_refused_when_compiling():
    with pytest.raises(TemplateError, match="safe"):
        ENVIRONMENT.from_string("{{ fund.name|safe }}")


def test_brackets_without_end_are_a_syntax_error():
    with pytest.raises(TemplateError):
        ENVIRONMENT.from_string("{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}")


def test_a_field_may_get_a_shorter_name():
    assert fill("{% set f = fund %}{{ f.name }}") == "开放型经济"


def test_signs_of_markup_are_escaped():
    assert (
        ENVIRONMENT.from_string("{{ x }}").render({"x": value("10<20且A&B")}) == "10&lt;20且A&amp;B"
    )


def test_unit_and_text_stay_values_that_know_their_path():
    seen: list[object] = []

    def watch(printed: object) -> str:
        seen.append(printed)
        return str(printed)

    TagEnvironment(watch).from_string("{{ fund.budget.text }}{{ fund.budget.unit }}").render(CASE)
    assert [(printed.text, printed.path) for printed in seen if isinstance(printed, Value)] == [
        ("560", ("fund", "budget")),
        ("万元", ("fund", "budget", "unit")),
    ]

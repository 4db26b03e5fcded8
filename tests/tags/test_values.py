"""Rows are reached by name only where the name is one row's alone."""

from __future__ import annotations

import pytest

from govdocs.errors import TemplateError
from govdocs.tags.text import fill_text
from govdocs.tags.values import Record, Rows, Value


def rows(*names: str) -> dict[str, Rows]:
    items = [Record({"name": Value(n, ("rows", i))}, ("rows", i)) for i, n in enumerate(names)]
    return {"rows": Rows(items, ("rows",), names)}


def test_a_name_that_two_rows_bear_is_refused_with_its_list() -> None:
    with pytest.raises(TemplateError) as caught:
        fill_text("{{ rows.甲.name }}", rows("甲", "甲"), ("letter", "opening", 0))
    (problem,) = caught.value.problems
    assert problem.code == "tags.ambiguous_name"
    assert problem.path == ("letter", "opening", 0)


def test_a_loop_over_rows_with_equal_names_prints_each() -> None:
    text = fill_text("{% for r in rows %}{{ r.name }}{% endfor %}", rows("甲", "甲"), ())
    assert text.text == "甲甲"

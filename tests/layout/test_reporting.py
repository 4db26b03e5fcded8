"""What layout finds is reported in every form in which other findings are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govdocs.filing.layout_run import check_layouts, layout_rules_by_code
from govdocs.reporting.formats import Format, reports_as
from tests.layout.letters import LETTER, changed, paged, written


@pytest.fixture
def told(tmp_path: Path) -> dict[Format, str]:
    file = tmp_path / "通知.docx"
    spoils = (
        paged(top=1440, bottom=2642),
        changed("text1", first=0),
        changed("copies", text="抄送：甲"),
    )
    file.write_bytes(written(LETTER, *spoils))
    reports = [checked.report for checked in check_layouts([file])]
    rules = layout_rules_by_code()
    return {form: reports_as(form, reports, rules, root=tmp_path) for form in Format}


@pytest.mark.parametrize("form", list(Format))
def test_every_form_names_rule_place_and_both_values(form: Format, told: dict[Format, str]) -> None:
    for code in ("L102", "L171", "L224"):
        assert code in told[form]
    assert "25.4毫米" in told[form] and "左空2字" in told[form]


def test_the_page_comes_first_and_paragraphs_follow_in_their_order(told: dict[Format, str]) -> None:
    text = told[Format.TEXT]
    assert text.index("L102") < text.index("L171") < text.index("L224")


def test_json_carries_the_paragraph(told: dict[Format, str]) -> None:
    assert '"paragraph": 18' in json.dumps(json.loads(told[Format.JSON]), ensure_ascii=False)

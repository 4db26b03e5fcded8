"""What is wrong with a template is said at its cell, all of it in one run."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import TemplateError
from govdocs.rendering.xlsx import compile_xlsx, lint_xlsx
from govdocs.tags.schema_tree import FieldNode
from tests.rendering.xlsx.making import cells_of, compiled, fill, names, record, template


@pytest.mark.parametrize(("text", "code"), [
    ("｛｛ name ｝｝", "xlsx.full_width_brace"), ("{｛ name }}", "xlsx.full_width_brace"),
    ("｛% if x %}", "xlsx.full_width_brace"), ("name }}", "xlsx.half_open_tag"),
    ("{{ name }} 甲 }}", "xlsx.half_open_tag"), ("{{ name }", "xlsx.tag_syntax"),
    ("{{ name", "xlsx.tag_syntax"), ("{% if name %}甲", "xlsx.tag_syntax"), ("{{ }}", "xlsx.tag_syntax"),
    ("{{ name|tojson }}", "xlsx.unknown_filter"), ("{% include 'x' %}", "xlsx.tag_forbidden"),
    ("{{ name.strip() }}", "xlsx.tag_forbidden"), ("{{ cycler.__init__() }}", "xlsx.tag_forbidden"),
    ("{% filter upper %}x{% endfilter %}", "xlsx.tag_forbidden"),
    ("{%tr for r in rows %}甲", "xlsx.marker_not_alone"), ("{%tr set x = name %}", "xlsx.marker_unknown"),
    ("{%tr for r in %}", "xlsx.tag_syntax"), ("{%tr endfor %}", "xlsx.marker_unpaired"),
    ("{%tr for r in rows %}", "xlsx.marker_unclosed"), ("{%tr if name %}", "xlsx.marker_unclosed"),
    ("=SUM(A1", "xlsx.formula_not_computable"),
])  # fmt: skip
def test_a_broken_tag_is_said_at_its_cell(text, code):
    with pytest.raises(TemplateError) as caught:
        compiled({"B3": text})
    assert cells_of(caught.value)[0] == (code, "B3")


def test_all_problems_come_in_one_run_sheet_by_sheet():
    def prepare(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("其他")
        other["C3"] = "{{ name"
        sheet.oddHeader.center.text = "｛｛ name ｝｝"  # type: ignore[union-attr]

    with pytest.raises(TemplateError) as caught:
        compiled({"A1": "｛｛ x ｝｝", "A2": "{{ name|nix }}", "A3": "甲 %}"}, prepare)
    assert set(cells_of(caught.value)) == {
        ("xlsx.full_width_brace", "A1"), ("xlsx.unknown_filter", "A2"), ("xlsx.half_open_tag", "A3"),
        ("xlsx.tag_syntax", "其他!C3"), ("xlsx.full_width_brace", ""),
    }  # fmt: skip


def test_text_beside_a_marker_is_not_lost_in_silence():
    with pytest.raises(TemplateError) as caught:
        compiled(
            {"A1": "{%tr for r in rows %}", "B1": "备注", "A2": "{{ r }}", "A3": "{%tr endfor %}"}
        )
    assert cells_of(caught.value) == [("xlsx.marker_row_has_content", "B1")]


def test_wrong_fields_are_said_all_at_once_when_filling():
    cells = {
        "A1": "{{ fund.nam }}和{{ fund.yaer }}", "B1": "{{ nix }}", "A2": "{%tr for r in rowz %}",
        "A3": "{{ r.x }}", "A4": "{%tr endfor %}", "A5": "{%tr for r in rows %}", "A6": "{{ r.nmae|merge }}",
        "A7": "{%tr endfor %}", "A8": "{%tr if fund.q %}", "A9": "甲", "A10": "{%tr endif %}",
        "A11": "{% if fund.name > 3 %}大{% endif %}", "A12": "{{ fund.last }}",
        "A13": "{%tr for r in fund %}", "A14": "{{ r }}", "A15": "{%tr endfor %}",
    }  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        fill(cells, record(fund={"name": "甲"}, rows=names("甲乙丙")))
    found = [(code, cell, dict(p.details).get("field", "")) for (code, cell), p in
             zip(cells_of(caught.value), caught.value.problems, strict=True)]  # fmt: skip
    assert found == [
        ("xlsx.unknown_field", "A1", "fund.nam"), ("xlsx.unknown_field", "A1", "fund.yaer"),
        ("xlsx.unknown_field", "B1", "nix"), ("xlsx.unknown_field", "A2", "rowz"),
        ("xlsx.unknown_field", "A6", "rows[0].nmae"), ("xlsx.unknown_field", "A8", "fund.q"),
        ("xlsx.not_comparable", "A11", ""), ("xlsx.unknown_field", "A12", "fund.last"),
        ("xlsx.not_rows", "A13", "fund"),
    ]  # fmt: skip
    assert all(problem.details["tag"] == cells[cell] for (_, cell), problem in
               zip(cells_of(caught.value), caught.value.problems, strict=True))  # fmt: skip


def test_a_missing_field_in_a_condition_is_no_silent_no():
    with pytest.raises(TemplateError) as caught:
        fill({"A1": "{% if nix %}甲{% endif %}"}, record())
    assert cells_of(caught.value) == [("xlsx.unknown_field", "A1")]


def test_endless_work_is_refused():
    cells = {"A1": "{% for a in r %}{% for b in r %}{% for c in r %}{% for d in r %}"
                   "{% endfor %}{% endfor %}{% endfor %}{% endfor %}"}  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        fill(cells, record(r=["甲"] * 100))
    assert caught.value.problems[0].code == "tags.endless"


@pytest.mark.parametrize("name", ["长" * 32, "a/b", "", "'a"])
def test_a_name_that_no_sheet_can_have_is_refused(name):
    def prepare(sheet: Worksheet) -> None:
        sheet.title = "{{ name }}"

    with pytest.raises(TemplateError) as caught:
        fill({"A1": 1}, record(name=name), prepare)
    assert caught.value.problems[0].code == "xlsx.sheet_name"


FIELDS = FieldNode("", "", "record", children={
    "fund": FieldNode("fund", "资金", "record", children={"name": FieldNode("name", "名称", "value")}),
    "rows": FieldNode("rows", "行", "rows", children={"name": FieldNode("name", "名称", "value")}),
})  # fmt: skip


def test_a_template_is_held_against_the_fields_before_there_is_data():
    def prepare(sheet: Worksheet) -> None:
        sheet.oddHeader.center.text = "{{ fund.nope }}"  # type: ignore[union-attr]

    engine = compiled({
        "A1": "{{ fund.name }}", "A2": "{{ fund.nmae }}", "A3": "{%tr for r in rows %}", "A4": "{{ r.name }}",
        "B4": "甲{{ r.nix }}", "A5": "{%tr endfor %}", "A6": "{%tr for r in fund.name %}", "A7": "甲",
        "A8": "{%tr endfor %}", "A9": "{{ rows }}",
    }, prepare)  # fmt: skip
    problems = lint_xlsx(engine, FIELDS)
    found = {(p.code, getattr(p.place, "cell", None), p.details["field"]) for p in problems}
    assert found == {
        ("xlsx.unknown_field", "A2", "fund.nmae"), ("xlsx.unknown_field", "B4", "rows[].nix"),
        ("xlsx.value_looped", "A6", "fund.name"), ("xlsx.rows_printed", "A9", "rows"),
        ("xlsx.unknown_field", "", "fund.nope"),
    }  # fmt: skip
    assert (
        next(p for p in problems if p.details["field"] == "fund.nmae").details["nearest"]
        == "fund.name"
    )


def test_a_sound_template_has_no_problem():
    assert lint_xlsx(compiled({"A1": "{{ fund.name }}"}), FIELDS) == []


def _with_member(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template({"A1": 1}))) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, old.read(member))
        new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(("source", "code"), [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "opening.old_format"),
    (b"", "opening.empty"), (b"PK\x03\x04", "opening.damaged"),
    (_with_member("xl/vbaProject.bin", b"x"), "opening.macros"),
    (_with_member("xl/externalLinks/externalLink1.xml", b"<x/>"), "opening.external_link"),
])  # fmt: skip
def test_what_is_no_template_is_refused_with_its_reason(source, code):
    with pytest.raises(TemplateError) as caught:
        compile_xlsx(source, name="模板.xlsx")
    assert caught.value.problems[0].code == code


def test_tags_where_nobody_fills_them_are_refused():
    from openpyxl.comments import Comment

    with pytest.raises(TemplateError) as caught:
        compiled(
            {"A1": 1}, lambda sheet: setattr(sheet["A1"], "comment", Comment("{{ name }}", "甲"))
        )
    assert caught.value.problems[0].code == "xlsx.tag_outside_cells"


def test_an_empty_table_is_refused():
    from openpyxl.worksheet.table import Table

    cells = {"A1": "{%tr for r in rows %}", "A2": "{{ r }}", "A3": "{%tr endfor %}"}
    with pytest.raises(TemplateError) as caught:
        fill(
            cells,
            record(rows=[]),
            lambda sheet: sheet.add_table(Table(displayName="表一", ref="A2:A2")),
        )
    assert caught.value.problems[0].code == "xlsx.part_without_rows"

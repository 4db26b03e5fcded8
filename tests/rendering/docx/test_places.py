"""Errors say where a tag stands as a person sees it in Word, and all come in one run."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document

from govdocs.place import WordPlace
from govdocs.rendering.docx import compile_docx
from tests.rendering.docx.making import FILE, LOOP, case, compiled, problems, rows, saved, template
from tests.rendering.docx.test_filling import BOX, with_box


def spots(work: Any, *arguments: Any, **options: Any) -> list[tuple[str, Any, str]]:
    found = []
    for problem in problems(work, *arguments, **options):
        place = problem.place
        assert isinstance(place, WordPlace)
        assert place.file == FILE
        where = (place.table, place.row, place.column) if place.table else place.paragraph
        found.append((problem.code, where, place.part))
    return found


def test_a_missing_field_in_a_table_is_placed_by_table_row_and_column():
    table = [list(row) for row in LOOP]
    table[2][1] = "{{ row.smu }}"
    assert spots(compiled("段", table=table).fill, case(rows=rows("甲"))) == [
        ("tags.unknown_field", (1, 3, 2), "正文")
    ]


def test_a_missing_field_is_named_in_full_with_its_tag():
    (problem,) = problems(
        compiled("{% for row in rows %}{{ row.smu|with_unit }}{% endfor %}").fill,
        case(rows=rows("甲")),
    )
    assert problem.details["name"] == "rows[0].smu"
    assert problem.details["text"] == "{{ row.smu|with_unit }}"


def test_a_missing_field_outside_tables_is_placed_by_its_paragraph():
    assert spots(compiled("一", "二", "三{{ x }}").fill, case()) == [
        ("tags.unknown_field", 3, "正文")
    ]


def test_headers_and_text_boxes_are_named():
    data = with_box(template("{{ y }}", header="{{ x }}"), BOX)
    assert spots(compile_docx(data, name=FILE).fill, case()) == [
        ("tags.unknown_field", 1, "正文"),
        ("tags.unknown_field", 1, "文本框"),
        ("tags.unknown_field", 1, "页眉"),
    ]


def test_nested_tables_have_numbers_of_their_own():
    document = Document()
    inner = document.add_table(2, 2).cell(1, 1).add_table(1, 2)
    inner.cell(0, 1).text = "{{ x }}"
    document.add_table(1, 1).cell(0, 0).text = "{{ y }}"
    document.add_paragraph()
    assert spots(compile_docx(saved(document), name=FILE).fill, case()) == [
        ("tags.unknown_field", (2, 1, 2), "正文"),
        ("tags.unknown_field", (3, 1, 1), "正文"),
    ]


def test_all_missing_fields_and_wrong_values_come_in_one_run():
    made = compiled(
        "{{ a }}",
        "{% if b %}{% endif %}",
        "{% for x in c %}{% endfor %}",
        "{{ d|with_unit }}{{ e }}",
        "{% if f == g %}{% endif %}",
        "{{ h.i.j }}",
        "{{ bad }}",
        "{{ 1|bare }}",
        header="{{ k }}",
    )
    found = problems(made.fill, case(bad="甲\x07", h={}))
    assert [(p.code, p.details.get("name", "")) for p in found] == [
        ("tags.unknown_field", name) for name in ("a", "b", "c", "d", "e", "f")
    ] + [
        ("tags.unknown_field", "h.i"),
        ("docx.control_character", ""),
        ("tags.not_comparable", ""),
        ("tags.unknown_field", "k"),
    ]


def test_a_field_missing_in_every_row_is_one_problem_a_row():
    found = problems(
        compiled("{% for r in rows %}{{ r.x }}{% endfor %}").fill, case(rows=rows("甲", "乙"))
    )
    assert [p.details["name"] for p in found] == ["rows[0].x", "rows[1].x"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ fund. }}", "tags.syntax"),
        ("{{ fund name }}", "tags.syntax"),
        ("{% if %}{% endif %}", "tags.syntax"),
        ("{% fro x in y %}", "tags.syntax"),
        ("{{ fund.name|safe }}", "tags.unknown_filter"),
        ("{{ fund.name|merg }}", "tags.unknown_filter"),
        ("{% if x is callable %}{% endif %}", "tags.forbidden"),
        ("{{ x.__class__() }}", "tags.forbidden"),
        ("{% include 'x' %}", "tags.forbidden"),
        ("{% if x %}", "tags.unclosed"),
        ("{% endfor %}", "tags.unopened"),
        ("{% else %}", "tags.unopened"),
        ("{% for x in y %}{% endif %}{% endfor %}", "tags.unopened"),
        ("｛｛ x ｝｝", "docx.full_width_braces"),
        ("{{ x ｝｝", "docx.full_width_braces"),
        ("｛％ if x ％｝", "docx.full_width_braces"),
        ("{ { x } }", "docx.spaced_braces"),
        ("{{ x }", "docx.half_open_tag"),
        ("x }}", "docx.half_open_tag"),
        ("{{r x }}", "docx.rich_tag"),
        ("{{p x }}", "docx.rich_tag"),
        ("{% vm %}", "docx.old_merge_tag"),
        ("{%tr if x %}{% endif %}", "docx.row_tag_outside_table"),
        ("{%p if x %}别的{% endif %}", "docx.tag_not_alone"),
        ("{{ x|merge }}", "docx.merge_outside_table"),
    ],
)
def test_a_faulty_tag_is_refused_when_compiling_and_placed(tag, code):
    found = spots(compile_docx, template("一", tag), name=FILE)
    assert (code, 2, "正文") in found


def test_text_beside_a_row_tag_would_vanish_and_is_refused():
    table = [list(row) for row in LOOP]
    table[1][1] = "这里的字会丢"
    assert spots(compile_docx, template(table=table), name=FILE) == [
        ("docx.tag_not_alone", (1, 2, 1), "正文")
    ]


def test_all_faulty_tags_of_all_parts_come_in_one_run():
    data = template(
        "{{ a. }}",
        "{{ b|safe }}",
        "{{ c }",
        header="{% if x %}",
        table=(("{{ d~e }}", "｛｛ f ｝｝"),),
    )
    assert spots(compile_docx, data, name=FILE) == [
        ("docx.half_open_tag", 3, "正文"),
        ("docx.full_width_braces", (1, 1, 2), "正文"),
        ("tags.syntax", 1, "正文"),
        ("tags.unknown_filter", 2, "正文"),
        ("tags.forbidden", (1, 1, 1), "正文"),
        ("tags.unclosed", 1, "页眉"),
    ]


def test_a_file_that_does_not_open_is_a_template_error():
    assert [p.code for p in problems(compile_docx, b"%PDF-1.7", name=FILE)] == [
        "opening.other_format"
    ]


def test_loops_within_loops_without_end_are_placed_at_a_tag():
    loops = "".join(f"{{% for r{n} in rows %}}" for n in range(3))
    source = template("段", loops + "甲" + "{% endfor %}" * 3)
    full = case(rows=rows(*"甲乙丙丁" * 50))
    assert spots(compile_docx(source, name=FILE).fill, full) == [("tags.endless", 2, "正文")]

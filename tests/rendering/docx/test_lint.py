"""What is found in a template before there is any data."""

from __future__ import annotations

from docx import Document

from govdocs.opening import open_office_package
from govdocs.place import WordPlace
from govdocs.rendering.docx import check_docx, compile_docx, lint_docx
from govdocs.tags.fields import case_fields
from govdocs.tags.schema_tree import FieldNode
from tests.rendering.docx.making import BODY, FILE, LOOP, changed, member, saved, template
from tests.rendering.docx.test_filling import with_box

STYLES = "word/styles.xml"


def node(name: str, kind, *children: FieldNode) -> FieldNode:
    return FieldNode(name, name, kind, children={child.name: child for child in children})


FIELDS = node(
    "case",
    "record",
    node("fund", "record", node("name", "value")),
    node("rows", "rows", node("name", "value"), node("sum", "value")),
)


def plain_fonts(data: bytes) -> bytes:
    """The template without python-docx's theme fonts."""
    styles = member(data, STYLES)
    for name in (b"asciiTheme", b"hAnsiTheme", b"eastAsiaTheme", b"cstheme"):
        styles = styles.replace(b"w:" + name, b"w:" + name[:2] + b"Plain")
    return changed(data, {STYLES: styles})


def found(data: bytes) -> list[tuple[str, str]]:
    problems = lint_docx(compile_docx(plain_fonts(data), name=FILE), FIELDS)
    return [(problem.code, problem.details.get("name", "")) for problem in problems]


def test_a_right_template_has_no_problem():
    assert (
        found(template("{{ fund.name }}{% if rows %}{{ rows|length }}{% endif %}", table=LOOP))
        == []
    )


def test_unknown_fields_are_named_with_the_nearest_and_their_place():
    table = [list(row) for row in LOOP]
    table[2][1] = "{{ row.smu }}"
    (problem,) = lint_docx(compile_docx(plain_fonts(template(table=table)), name=FILE), FIELDS)
    assert problem.code == "tags.unlisted_field"
    assert problem.details == {
        "name": "rows[].smu",
        "nearest": "rows[].sum",
        "text": "{{ row.smu }}",
    }
    assert problem.place == WordPlace(FILE, "正文", 1, 3, 2, excerpt="{{ row.smu }}")


def test_headers_text_boxes_and_properties_are_held_against_the_list_too():
    data = with_box(template("{{ fund.name }}", header="{{ fund.header }}"))
    box = member(data).replace("框{{ fund.name }}".encode(), "框{{ fund.box }}".encode())
    core = member(data, "docProps/core.xml").replace(
        b"</cp:coreProperties>", b"<cp:category>{{ fund.core }}</cp:category></cp:coreProperties>"
    )
    names = {name for _, name in found(changed(data, {BODY: box, "docProps/core.xml": core}))}
    assert names == {"fund.header", "fund.box", "fund.core"}


def test_lists_printed_and_values_looped_are_named():
    assert found(template("{{ rows }}{% for x in fund.name %}{% endfor %}")) == [
        ("tags.rows_printed", "rows"),
        ("tags.value_looped", "fund.name"),
    ]


def test_a_field_is_reported_once_a_tag():
    assert len(found(template("{{ fund.x }}{{ fund.x }}", "{{ fund.x }}"))) == 2


def test_theme_fonts_are_named_by_style():
    problems = lint_docx(compile_docx(template("{{ fund.name }}"), name=FILE), FIELDS)
    assert {problem.code for problem in problems} == {"docx.theme_font"}
    assert "heading 1" in {problem.details["style"].lower() for problem in problems}


def test_tracked_changes_are_named():
    document = member(template("{{ fund.name }}")).replace(
        b"<w:p><w:r>", b'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins><w:r>', 1
    )
    assert found(changed(template("{{ fund.name }}"), {BODY: document})) == [
        ("docx.tracked_changes", "")
    ]


def test_a_grid_that_does_not_fit_its_rows_is_named():
    data = template("x", table=LOOP)
    spoiled = member(data).replace(b"<w:gridCol ", b'<w:gridCol w:w="1"/><w:gridCol ', 1)
    assert "docx.gate.grid" in {code for code, _ in found(changed(data, {BODY: spoiled}))}


def test_a_target_that_is_not_there_is_named():
    document = Document()
    data = saved(document)
    relations = member(data, "word/_rels/document.xml.rels").replace(b"styles.xml", b"nowhere.xml")
    package = open_office_package(
        changed(data, {"word/_rels/document.xml.rels": relations}), "docx"
    )
    assert package is not None
    codes = {code for code, _ in found(changed(data, {"word/_rels/document.xml.rels": relations}))}
    assert codes == {"docx.gate.relation"}


def test_everything_comes_in_one_run_even_where_a_part_does_not_compile():
    data = plain_fonts(template("{{ x. }}", "{{ y }", header="{{ fund.nmae }}"))
    assert [problem.code for problem in check_docx(data, FIELDS, name=FILE)] == [
        "docx.half_open_tag",
        "tags.syntax",
        "tags.unlisted_field",
    ]
    assert [problem.code for problem in check_docx(b"", FIELDS)] == ["opening.empty"]


def test_a_faulty_tag_does_not_hide_the_misspelt_fields_beside_it() -> None:
    source = template(
        "{{ fund.nmae }}{{ fund.name|upper }}{{ year.x() }}",
        "｛｛ year ｝｝",
        "{% for row in indicators %}{{ row.nmae }}{% endfor %}",
    )
    found = check_docx(source, case_fields(), name=FILE)
    assert [(p.code, p.details.get("name", "")) for p in found if p.code.startswith("tags.")] == [
        ("tags.unknown_filter", "upper"),
        ("tags.forbidden", ""),
        ("tags.unlisted_field", "fund.nmae"),
        ("tags.unlisted_field", "indicators[].nmae"),
    ]
    assert "docx.full_width_braces" in {p.code for p in found}


def test_reckoning_in_a_tag_is_refused_before_there_is_any_data() -> None:
    source = template(
        "{{ budget.total / 2 }}{{ 2 * 3 }}", "{% for g in goals %}{{ loop.index0 + 1 }}{% endfor %}"
    )
    found = check_docx(source, case_fields(), name=FILE)
    assert [p.details["what"] for p in found if p.code == "tags.forbidden"] == ["/", "*"]

"""What stands in a Word file after its template was filled."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docxtpl import DocxTemplate

from govdocs.rendering.docx import compile_docx
from tests.rendering.docx.making import (
    BODY,
    LOOP,
    case,
    changed,
    codes,
    compiled,
    member,
    problems,
    rows,
    saved,
    template,
    texts,
)


def test_values_stand_where_their_tags_stood():
    assert texts(compiled("关于{{ fund.name }}的报告").fill(case(fund={"name": "资金"})).data) == [
        "关于资金的报告"
    ]


def test_a_tag_spread_over_runs_is_one_tag():
    document = Document()
    paragraph = document.add_paragraph("甲{")
    for piece in ("{ fu", "nd.", "name", " }", "}乙"):
        paragraph.add_run(piece).bold = True
    filled = compile_docx(saved(document)).fill(case(fund={"name": "资金"}))
    assert texts(filled.data) == ["甲资金乙"]


def test_rows_are_repeated_in_the_order_of_the_list():
    filled = compiled(table=LOOP).fill(case(rows=rows("甲", "乙", "丙")))
    assert texts(filled.data) == ["名称", "金额", "甲", "0", "乙", "1", "丙", "2", "完"]


def test_conditions_leave_paragraphs_out():
    made = compiled(
        "{%p if fund.note %}", "说明：{{ fund.note }}", "{%p else %}", "无说明", "{%p endif %}"
    )
    assert texts(made.fill(case(fund={"note": "有"})).data) == ["说明：有"]
    assert texts(made.fill(case(fund={"note": ""})).data) == ["无说明"]


@pytest.mark.parametrize(
    "text",
    [
        "10<20且完成",
        "<50%",
        "A&B公司",
        "\"引\"'号'",
        "]]>",
        "a<b>c</b>",
        "&lt;",
        " 前后空格 ",
        "𠮷",
    ],
)
def test_signs_of_markup_stay_the_signs_that_they_are(text):
    assert texts(compiled("甲{{ x }}乙", header="{{ x }}").fill(case(x=text)).data) == [
        f"甲{text}乙"
    ]


def test_breaks_and_tabs_of_a_value_become_breaks_and_tabs():
    assert texts(compiled("{{ x }}").fill(case(x="一<\n二\t三\r\n四")).data) == ["一<\n二\t三\n四"]


def test_headers_footnotes_and_properties_are_filled():
    data = template("正文", header="{{ fund.name }}")
    core = (
        member(data, "docProps/core.xml")
        .replace(b"<dc:title></dc:title>", b"")
        .replace(b"<dc:title/>", b"")
        .replace(
            b"</cp:coreProperties>", b"<dc:title>{{ fund.name }}</dc:title></cp:coreProperties>"
        )
    )
    filled = compile_docx(changed(data, {"docProps/core.xml": core})).fill(
        case(fund={"name": "A&B\n资金"})
    )
    made = Document(io.BytesIO(filled.data))
    assert made.sections[0].header.paragraphs[0].text == "A&B\n资金"
    assert made.core_properties.title == "A&B\n资金"


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>框{{ fund.name }}</w:t></w:r></w:p>"
    "</w:txbxContent></mc:Choice></mc:AlternateContent></w:r>"
)


def with_box(data: bytes, box: str = BOX) -> bytes:
    return changed(
        data, {BODY: member(data).replace(b"</w:r></w:p>", f"</w:r>{box}</w:p>".encode(), 1)}
    )


def test_text_boxes_are_filled():
    filled = compile_docx(with_box(template("正文{{ fund.name }}"))).fill(
        case(fund={"name": "资金"})
    )
    assert "框资金" in texts(filled.data)


def test_everything_else_goes_over_as_it_was_compressed():
    data = template("{{ x }}")
    filled = compile_docx(data).fill(case(x="1")).data
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(filled)) as new:
        assert sorted(old.namelist()) == sorted(new.namelist())
        for name in old.namelist():
            assert (old.read(name) == new.read(name)) == (name != BODY)


def test_equal_template_and_case_give_equal_bytes():
    data = template("{{ x }}", header="{{ x }}", table=LOOP)
    context = case(x="1", rows=rows("甲", "乙"))
    first = compile_docx(data).fill(context).data
    assert first == compile_docx(data).fill(context).data
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_the_result_is_that_of_docxtpl():
    data = template(
        "{%p for row in rows %}",
        "第{{ loop.index }}：{{ row.name }}",
        "{%p endfor %}",
        "{% if rows %}有{% else %}无{% endif %}",
        table=LOOP,
    )
    plain = {"rows": rows("甲", "乙<", "丙&")}
    peer = DocxTemplate(io.BytesIO(data))
    peer.render(plain, autoescape=True)
    assert texts(compile_docx(data).fill(case(**plain)).data) == texts(saved(peer))


def test_a_template_is_filled_many_times_without_a_trace_of_the_last():
    made = compiled("{{ x }}")
    assert [texts(made.fill(case(x=text)).data) for text in "甲乙"] == [["甲"], ["乙"]]


def test_printed_values_come_in_the_order_of_the_text():
    filled = compiled("{{ b }}{{ a }}").fill(case(a="1", b="2"))
    assert [value.path for value in filled.printed] == [("b",), ("a",)]


def test_a_blank_value_leaves_a_blank_cell_with_its_paragraph():
    filled = compiled(table=LOOP).fill(case(rows=[{"name": "", "sum": ""}]))
    table = Document(io.BytesIO(filled.data)).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["", ""]


def test_a_cell_whose_only_paragraph_was_conditional_keeps_a_paragraph():
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if x %}"
    cell.add_paragraph("{{ x }}")
    cell.add_paragraph("{%p endif %}")
    filled = compile_docx(saved(document)).fill(case(x=""))
    assert Document(io.BytesIO(filled.data)).tables[0].cell(0, 0).text == ""


def test_a_table_whose_list_is_empty_and_has_no_head_is_left_out():
    filled = compiled(table=LOOP[1:]).fill(case(rows=[]))
    assert not Document(io.BytesIO(filled.data)).tables


def test_columns_that_tags_repeat_have_their_grid():
    document = Document()
    table = document.add_table(1, 3)
    for cell, text in zip(
        table.rows[0].cells,
        ("{%tc for row in rows %}", "{{ row.name }}", "{%tc endfor %}"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("完")
    filled = compile_docx(saved(document)).fill(case(rows=rows("甲", "乙", "丙", "丁")))
    made = Document(io.BytesIO(filled.data)).tables[0]
    assert [cell.text for cell in made.rows[0].cells] == ["甲", "乙", "丙", "丁"]
    assert len(made.columns) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲\x07乙", "docx.control_character"),
        ("甲\x0b乙", "docx.control_character"),
        ("甲\ue0f2乙", "docx.control_character"),
        ("\ud800", "docx.control_character"),
        ("{{ x }}", "docx.tag_in_value"),
        ("{%p if %}", "docx.tag_in_value"),
        ("｛｛ x ｝｝", "docx.tag_in_value"),
        ("None", "docx.no_value"),
        ("nan", "docx.no_value"),
    ],
)
@pytest.mark.parametrize("where", ["body", "properties"])
def test_what_cannot_stand_on_paper_names_its_field(text, code, where):
    data = template("{{ fund.name }}" if where == "body" else "正文")
    if where == "properties":
        core = member(data, "docProps/core.xml").replace(
            b"</cp:coreProperties>",
            b"<cp:category>{{ fund.name }}</cp:category></cp:coreProperties>",
        )
        data = changed(data, {"docProps/core.xml": core})
    (problem,) = problems(compile_docx(data, name="a.docx").fill, case(fund={"name": text}))
    assert (problem.code, problem.path) == (code, ("fund", "name"))
    assert problem.place is not None


def test_a_single_brace_is_a_sign_like_any_other():
    assert texts(compiled("{{ x }}").fill(case(x="{甲}｛乙｝50%")).data) == ["{甲}｛乙｝50%"]


@pytest.mark.parametrize("tag", ["{{ none }}", "{{ true }}", "{{ fund }}", "{{ rows }}"])
def test_only_values_are_printed(tag):
    assert codes(compiled(tag).fill, case(fund={"a": "1"}, rows=[])) == ["docx.not_printable"]


def test_a_float_never_comes_into_a_document():
    assert codes(compiled, "{{ 0.1 }}") == ["tags.forbidden"]
    unclean = case(x="1")
    unclean._fields["x"] = 0.1 + 0.2  # type: ignore[assignment]
    assert codes(compiled("{{ x }}").fill, unclean) == ["docx.not_printable"]


def test_loops_that_never_end_are_stopped():
    nested = "{% for a in rows %}" * 5 + "x" + "{% endfor %}" * 5
    assert codes(compiled(nested).fill, case(rows=rows(*"一二三四五六七八九十" * 3))) == [
        "tags.endless"
    ]


def test_a_template_cannot_print_without_measure(monkeypatch):
    monkeypatch.setattr("govdocs.rendering.docx.template.OUTPUT_LIMIT", 100_000)
    made = compiled(
        "{% for a in rows %}{% for b in rows %}" + "长" * 300 + "{% endfor %}{% endfor %}"
    )
    assert codes(made.fill, case(rows=rows(*"一二三四五六七八九十" * 3))) == ["docx.too_long"]

"""Which cells of a filled table become one."""

from __future__ import annotations

import io

from docx import Document

from govdocs.rendering.docx import compile_docx
from tests.rendering.docx.making import (
    MERGING,
    case,
    codes,
    compiled,
    member,
    rows,
    saved,
    template,
    texts,
)


def grid(data: bytes) -> list[list[str]]:
    """Each cell as Word shows it: the text where a cell begins, ↑ where the one above goes on."""
    shown = []
    for row in Document(io.BytesIO(data)).tables[0].rows:
        cells = row._tr.tc_lst
        shown.append(
            [
                "↑" if cell.vMerge == "continue" else "".join(p.text for p in cell.p_lst)
                for cell in cells
            ]
        )
    return shown


def test_equal_neighbours_become_one_and_no_text_is_lost():
    filled = compiled(table=MERGING).fill(case(rows=rows("产出", "产出", "效益")))
    assert grid(filled.data) == [["名称", "金额"], ["产出", "0"], ["↑", "1"], ["效益", "2"]]
    assert [cell.text for cell in Document(io.BytesIO(filled.data)).tables[0].columns[0].cells] == [
        "名称",
        "产出",
        "产出",
        "效益",
    ]


def test_equal_cells_apart_from_one_another_stay_apart():
    filled = compiled(table=MERGING).fill(case(rows=rows("产出", "效益", "产出")))
    assert grid(filled.data)[1:] == [["产出", "0"], ["效益", "1"], ["产出", "2"]]


def test_blank_cells_do_not_merge():
    assert grid(compiled(table=MERGING).fill(case(rows=rows("", ""))).data)[1:] == [
        ["", "0"],
        ["", "1"],
    ]


TWO = (
    ("{%tr for row in rows %}", "", ""),
    ("{{ row.a|merge }}", "{{ row.b|merge }}", "{{ row.c }}"),
    ("{%tr endfor %}", "", ""),
)


def two(*cells: str) -> bytes:
    listed = [{"a": cell[0], "b": cell[1], "c": str(at)} for at, cell in enumerate(cells)]
    return compiled(table=TWO).fill(case(rows=listed)).data


def test_a_cell_never_reaches_over_the_end_of_one_to_its_left():
    assert grid(two("甲子", "甲子", "乙子", "乙丑")) == [
        ["甲", "子", "0"],
        ["↑", "↑", "1"],
        ["乙", "子", "2"],
        ["↑", "丑", "3"],
    ]


def test_a_row_between_without_the_tag_keeps_groups_apart():
    table = (
        ("{%tr for row in rows %}", ""),
        ("{{ row.name|merge }}", "{{ row.sum }}"),
        ("小计", "{{ row.sum }}"),
        ("{%tr endfor %}", ""),
    )
    filled = compiled(table=table).fill(case(rows=rows("甲", "甲")))
    assert grid(filled.data) == [["甲", "0"], ["小计", "0"], ["甲", "1"], ["小计", "1"]]


def test_loops_within_loops_merge_across_their_turns():
    table = (
        ("{%tr for group in groups %}", ""),
        ("{%tr for row in group.rows %}", ""),
        ("{{ group.name|merge }}", "{{ row }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    )
    filled = compiled(table=table).fill(
        case(
            groups=[
                {"name": "甲", "rows": ["1", "2"]},
                {"name": "甲", "rows": ["3"]},
                {"name": "乙", "rows": ["4"]},
            ]
        )
    )
    assert grid(filled.data) == [["甲", "1"], ["↑", "2"], ["↑", "3"], ["乙", "4"]]


def test_two_tables_do_not_merge_with_one_another():
    document = Document()
    for _ in range(2):
        table = document.add_table(3, 1)
        for row, text in zip(
            table.rows,
            ("{%tr for row in rows %}", "{{ row.name|merge }}", "{%tr endfor %}"),
            strict=True,
        ):
            row.cells[0].text = text
        document.add_paragraph("之间")
    filled = compile_docx(saved(document)).fill(case(rows=rows("甲")))
    assert texts(filled.data) == ["甲", "之间", "甲", "之间"]


def test_a_cell_whose_tag_was_not_reached_ends_the_run():
    table = (
        ("{%tr for row in rows %}", ""),
        ("{% if loop.index == 2 %}甲{% else %}{{ row.name|merge }}{% endif %}", "{{ row.sum }}"),
        ("{%tr endfor %}", ""),
    )
    filled = compiled(table=table).fill(case(rows=rows("甲", "甲", "甲")))
    assert grid(filled.data) == [["甲", "0"], ["甲", "1"], ["甲", "2"]]


def test_a_merged_cell_keeps_the_layout_of_its_paragraph():
    document = Document()
    table = document.add_table(3, 1)
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for row in rows %}", "{%tr endfor %}"
    table.cell(1, 0).paragraphs[0].alignment = 1
    table.cell(1, 0).paragraphs[0].add_run("{{ row.name|merge }}").bold = True
    document.add_paragraph("完")
    data = compile_docx(saved(document)).fill(case(rows=rows("甲", "甲"))).data
    assert member(data).count(b'<w:jc w:val="center"/>') == 2


def test_no_sign_of_the_engine_stays_behind():
    xml = member(compiled(table=MERGING).fill(case(rows=rows("甲", "甲", "乙"))).data).decode()
    assert "<?gd-" not in xml
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in xml)


def test_the_merge_tag_needs_a_cell():
    assert codes(compile_docx, template("{{ x|merge }}")) == ["docx.merge_outside_table"]

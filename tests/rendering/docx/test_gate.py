"""What the gate refuses, whatever produced it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from govdocs.errors import ProgramFault
from govdocs.place import WordPlace
from govdocs.rendering.docx import compile_docx
from govdocs.rendering.docx.alike_rows import LARGE, shorten
from govdocs.rendering.docx.gate import check_filled
from govdocs.rendering.docx.parts import FilledPart
from govdocs.rendering.docx.structure import read_part
from govdocs.tags.values import Value
from tests.rendering.docx.making import (
    BODY,
    LOOP,
    MERGING,
    case,
    changed,
    codes,
    compiled,
    member,
    rows,
    template,
)

CASE = case(x="值", rows=rows("甲", "甲"))


@pytest.fixture
def caught(monkeypatch):
    """The codes that the gate gives when the filled body is spoiled before it gets there."""

    def spoil(before: bytes, after: bytes, made=None) -> list[str]:
        made = made or compiled("{{ x }}", table=MERGING, header="页")
        pack = type(made.packer).pack

        def spoiled(self, contents):
            content = contents[BODY]
            assert before in content
            return pack(self, {**contents, BODY: content.replace(before, after, 1)})

        monkeypatch.setattr(type(made.packer), "pack", spoiled)
        return codes(made.fill, CASE)

    return spoil


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (b"</w:body>", b"", "docx.gate.not_well_formed"),
        ("值".encode(), b"&", "docx.gate.not_well_formed"),
        ("值".encode(), "值{{ y }}".encode(), "docx.gate.leftover_tag"),
        ("值".encode(), "值｛｛ y ｝｝".encode(), "docx.gate.leftover_tag"),
        ("值".encode(), "值\ue0f2".encode(), "docx.gate.leftover_tag"),
        ("值".encode(), "值None".encode(), "docx.gate.nothing"),
        ("值".encode(), "值 nan ".encode(), "docx.gate.nothing"),
        ("值".encode(), b"", "docx.gate.missing_value"),
        ("甲".encode(), b"", "docx.gate.missing_value"),
        (b'<w:vMerge w:val="restart"/>', b"", "docx.gate.merge"),
        (b"<w:p></w:p></w:tc>", b"</w:tc>", "docx.gate.no_paragraph"),
        (b"<w:gridCol ", b'<w:gridCol w:w="1"/><w:gridCol ', "docx.gate.grid"),
        (
            b'<w:vMerge w:val="restart"/>',
            b'<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>',
            "docx.gate.grid",
        ),
        ("值".encode(), '值</w:t></w:r><w:r r:id="rId99"><w:t>'.encode(), "docx.gate.relation"),
        (
            "值".encode(),
            '值</w:t><w:drawing><wp:inline><wp:docPr id="7" name="a"/></wp:inline>'
            '<wp:inline><wp:docPr id="7" name="b"/></wp:inline></w:drawing><w:t>'.encode(),
            "docx.gate.drawing_id",
        ),
        (
            b"</w:body>",
            b'<w:bookmarkStart w:id="3" w:name="a"/><w:bookmarkStart w:id="3" w:name="b"/>'
            b"</w:body>",
            "docx.gate.bookmark_id",
        ),
        (b"</w:tbl>", b"</w:tbl><w:tbl><w:tblGrid/></w:tbl>", "docx.gate.empty_table"),
    ],
)
def test_a_spoiled_body_does_not_leave(caught, before, after, code):
    assert code in caught(before, after)


def test_a_table_at_the_very_end_is_refused(caught):
    assert "docx.gate.table_last" in caught("<w:p><w:r><w:t>完</w:t></w:r></w:p>".encode(), b"")


def test_unchanged_members_must_be_unchanged():
    made = compiled("{{ x }}")
    filled = made.fill(CASE)
    spoiled = changed(filled.data, {"word/styles.xml": b"<x/>"})
    with pytest.raises(ProgramFault) as caught:
        check_filled(made, spoiled, [])
    assert {p.code for p in caught.value.problems} == {"docx.gate.changed_member"}
    with pytest.raises(ProgramFault) as caught:
        check_filled(made, b"x", [])
    assert [p.code for p in caught.value.problems] == ["docx.gate.damaged"]


def test_a_wrong_row_count_is_refused():
    made = compiled("{{ x }}", table=LOOP)
    part = made.parts[0]
    (line,) = part.rows.each
    filled = made.fill(CASE)
    done = FilledPart(part, b"", (), {line: 3})
    with pytest.raises(ProgramFault) as caught:
        check_filled(made, filled.data, [done])
    assert [p.code for p in caught.value.problems] == ["docx.gate.row_count"]


def test_rows_under_a_condition_are_a_lower_bound():
    table = (
        LOOP[0],
        LOOP[1],
        ("{%tr if row.sum == 0 %}", ""),
        LOOP[2],
        ("{%tr endif %}", ""),
        LOOP[3],
    )
    made = compiled("{{ x }}", table=table)
    assert not made.parts[0].rows.exact
    assert codes(made.fill, CASE) == []


def test_an_office_may_write_none_itself():
    assert codes(compiled("None of {{ x }}").fill, CASE) == []
    assert codes(compiled("{{ x }}").fill, case(x="None of these")) == []


def test_values_are_looked_for_in_their_order():
    made = compiled("{{ a }}与{{ b }}")
    part = made.parts[0]
    filled = made.fill(case(a="1", b="2"))
    swapped = FilledPart(part, b"", (Value("2", ("b",)), Value("1", ("a",))), {})
    with pytest.raises(ProgramFault) as caught:
        check_filled(made, filled.data, [swapped])
    assert [p.code for p in caught.value.problems] == ["docx.gate.missing_value"]


def large(table, count: int = 3000) -> bytes:
    made = compile_docx(template("{{ x }}", table=table))
    names = [f"甲{at // 3}<&" for at in range(count)]
    return member(made.fill(case(x="值", rows=rows(*names))).data)


@pytest.mark.parametrize("table", [LOOP, MERGING])
def test_a_large_part_read_short_is_read_the_same(table, monkeypatch):
    xml = large(table)
    assert len(xml) > LARGE
    short = read_part(xml, "a", "正文")
    assert len(short.content) < len(xml) / 10
    monkeypatch.setattr("govdocs.rendering.docx.structure.LARGE", len(xml))
    whole = read_part(xml, "a", "正文")
    assert (short.text, short.rows, short.problems) == (whole.text, whole.rows, whole.problems)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (b"</w:p></w:tc></w:tr>", b"</w:p><w:tcX/></w:tc></w:tr>", "docx.gate.no_paragraph"),
        (b"<w:tc><w:tcPr>", b'<w:tc><w:tcPr><w:gridSpan w:val="2"/>', "docx.gate.grid"),
        (b"<w:tc><w:tcPr>", b"<w:tc><w:tcPr><w:vMerge/>", "docx.gate.merge"),
    ],
)
def test_one_spoiled_row_among_thousands_is_found_and_placed(before, after, code):
    xml = large(LOOP)
    middle = xml.index(b"1500</w:t>")
    at = xml.index(before, middle)
    found = read_part(xml[:at] + xml[at:].replace(before, after, 1), "a", "正文")
    assert code in [problem.code for problem in found.problems]
    (place,) = {problem.place for problem in found.problems}
    assert isinstance(place, WordPlace)
    assert place.row in range(1501, 1505)


def test_a_row_seen_before_is_read_again_under_another_row():
    xml = large(MERGING, 3001)  # the last row stands alone, like the one that is spoiled here
    restart = b'<w:vMerge w:val="restart"/>'
    at = xml.index(restart, len(xml) // 2)
    found = read_part(xml[:at] + xml[at + len(restart) :], "a", "正文")
    assert {problem.code for problem in found.problems} == {"docx.gate.merge"}


@pytest.mark.parametrize("spoil", [b"&", b"&nbsp;", b"\x01", b"]]>", b"<", b"</w:t>", b"\xff"])
def test_one_spoiled_text_among_thousands_is_not_well_formed(spoil):
    xml = large(LOOP).replace(b"1500</w:t>", spoil + b"1500</w:t>")
    with pytest.raises(etree.XMLSyntaxError):
        read_part(xml, "a", "正文")


def test_comments_are_never_read_short():
    assert shorten(large(LOOP).replace(b"<w:body>", b"<w:body><!-- <w:tr> -->")) is None


def test_the_plan_of_rows_counts_loops_within_loops():
    table = (
        ("{%tr for group in groups %}", ""),
        ("{{ group.name }}", ""),
        ("{%tr for row in group.rows %}", ""),
        ("{{ row }}", ""),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    )
    made = compiled("{{ x }}", table=table)
    groups = [{"name": "甲", "rows": ["1", "2"]}, {"name": "乙", "rows": []}]
    assert codes(made.fill, case(x="值", groups=groups)) == []
    assert sorted(made.parts[0].rows.each.values()) == [1, 1]
    assert replace(made.parts[0].rows, fixed=5).expected({}) == 5

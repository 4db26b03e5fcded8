"""Where printed values stand in the filled file."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn

from govdocs.rendering.docx import FilledDocx
from tests.rendering.docx.making import BODY, LOOP, MERGING, case, compiled, rows


def traced(filled: FilledDocx) -> list[tuple[tuple[str | int, ...], str]]:
    """Each traced path with the text that stands at its spot in the body."""
    paragraphs = list(Document(io.BytesIO(filled.data)).element.body.iter(qn("w:p")))
    return [
        (trace.path, paragraphs[trace.paragraph].text[trace.start : trace.end])
        for trace in filled.traces
        if trace.part == BODY
    ]


def test_a_trace_leads_to_the_text_of_its_value():
    made = compiled("甲{{ b }}，{{ a }}<", table=LOOP)
    context = case(a="x<y\n行\t格", b="二", rows=rows("一&", "三"))
    assert traced(made.fill(context, trace=True)) == [
        (("b",), "二"),
        (("a",), "x<y\n行\t格"),
        (("rows", 0, "name"), "一&"),
        (("rows", 0, "sum"), "0"),
        (("rows", 1, "name"), "三"),
        (("rows", 1, "sum"), "1"),
    ]


def test_a_blank_value_has_an_empty_range_at_its_spot():
    filled = compiled("甲{{ a }}乙").fill(case(a=""), trace=True)
    (trace,) = filled.traces
    assert (trace.paragraph, trace.start, trace.end) == (0, 1, 1)


def test_a_value_whose_cell_was_merged_leads_to_the_cell_that_stands_for_it():
    filled = compiled(table=MERGING).fill(case(rows=rows("甲", "甲")), trace=True)
    spots = {trace.path: trace.paragraph for trace in filled.traces}
    assert spots["rows", 0, "name"] == spots["rows", 1, "name"]
    assert spots["rows", 0, "sum"] != spots["rows", 1, "sum"]


def test_headers_are_traced_in_their_own_part():
    filled = compiled("{{ a }}", header="页{{ a }}").fill(case(a="x"), trace=True)
    assert [(t.part, t.start) for t in filled.traces] == [(BODY, 0), ("word/header1.xml", 1)]


def test_tracing_does_not_change_the_file():
    made = compiled("{{ a }}", header="{{ a }}", table=MERGING)
    context = case(a="x\ny", rows=rows("甲", "甲", "乙"))
    assert made.fill(context).data == made.fill(context, trace=True).data
    assert made.fill(context).traces == ()

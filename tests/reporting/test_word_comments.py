"""Findings as Word comments, over a real template filled by the real engine."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from govdocs.finding import Finding, Level, Spot
from govdocs.place import Path as ValuePath
from govdocs.rendering.docx import FilledDocx, Trace, compile_docx
from govdocs.reporting.word_comments import CommentedDocx, comment_docx
from govdocs.tags.text import FilledText, fill_text
from govdocs.tags.values import Record, Value

from . import samples

TEXT: ValuePath = ("letter", "sections", 0, "paragraphs", 0)
AMOUNT: ValuePath = ("allocations", 0, "amount")
SENTENCE = "所有资金全部按时拨付到位。"


def leaf(text: str, *path: str | int) -> Value:
    return Value(text, path)


def prose() -> dict[ValuePath, FilledText]:
    amount = Value("560", AMOUNT, Decimal(560), "万元")
    context = Record({"amount": amount}, ())
    return {TEXT: fill_text(f"安排{{{{ amount|with_unit }}}}。{SENTENCE}", context, TEXT)}


def filled() -> FilledDocx:
    """A letter with one paragraph in prose and two attachments that print the same values."""
    document = docx.Document()
    document.add_paragraph("{{ title }}")
    paragraph = document.add_paragraph("正文：")
    paragraph.add_run("{{ text }}").font.size = Pt(16)
    for number in ("first", "second"):
        document.add_paragraph("{{ %s }}" % number)  # noqa: UP031 - braces
        table = document.add_table(1, 4)
        cells = ("{{ unit }}", "{{ rate }}", "{{ blank }}", "执行数{{ executed }}万元")
        for cell, tag in zip(table.rows[0].cells, cells, strict=True):
            cell.paragraphs[0].text = tag
    document.add_paragraph("完")
    file = io.BytesIO()
    document.save(file)
    record = Record(
        {
            "title": leaf("关于报送情况的报告", "letter", "title"),
            "text": Value(prose()[TEXT].text, TEXT),
            "first": leaf("申报表", "attachments", 0, "title"),
            "second": leaf("自评表", "attachments", 1, "title"),
            "unit": leaf("湖南省商务厅", "fund", "implementing_unit"),
            "rate": leaf("96%", "execution", "total", "rate"),
            "blank": leaf("", "goal_statement", "achieved"),
            "executed": leaf("16573.08", "execution", "total", "executed"),
        },
        (),
    )
    return compile_docx(file.getvalue(), name="t.docx").fill(record, trace=True)


def commented(*findings: Finding, **options: Any) -> CommentedDocx:
    document = filled()
    return comment_docx(
        document.data, document.traces, findings, samples.RULES, prose=prose(), **options
    )


def marked(data: bytes) -> list[tuple[str, str, int]]:
    """Of each comment in order: its text, what it marks, and the paragraph it starts in."""
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    paragraphs = list(body.iter(qn("w:p")))
    found = []
    for comment in document.comments:
        number = str(comment.comment_id)
        words: list[str] = []
        inside, where = False, -1
        for element in body.iter():
            if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == number:
                inside = True
                where = paragraphs.index(next(element.iterancestors(qn("w:p"))))
            elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == number:
                inside = False
            elif inside and element.tag == qn("w:t"):
                words.append(element.text or "")
        found.append((comment.text, "".join(words), where))
    return found


def finding(*spots: Spot, **more: Any) -> Finding:
    return Finding("F203", Level.ERROR, spots, details={"one": "甲", "two": "乙"}, **more)


def test_exactly_the_figure_is_marked_and_both_places_name_each_other() -> None:
    rate, executed = marked(commented(replace(samples.RATE, below=())).data)
    assert rate[1] == "96%"
    assert executed[1] == "16573.08"
    assert (
        "另见：附件2“年度资金总额”全年执行数：16573.08（data/2017-hunan.yaml 第23行第29列）"
        in rate[0]
    )
    assert "另见：附件2“年度资金总额”执行率：96%" in executed[0]
    assert rate[0].startswith(
        "【必错 F101】执行率不等于执行数÷预算数\n执行率印作 96%，应为 95%\n算式："
    )


def test_exactly_the_sentence_is_marked_inside_a_run_that_keeps_its_size() -> None:
    start = len("安排560万元。")
    spot = samples.spot(TEXT, "公文第1段", SENTENCE, None, (start, start + len(SENTENCE)))
    data = commented(finding(spot)).data
    assert marked(data)[0][1] == SENTENCE
    runs = docx.Document(io.BytesIO(data)).paragraphs[1].runs
    assert [run.font.size for run in runs if run.text] == [None, Pt(16), Pt(16)]
    assert docx.Document(io.BytesIO(data)).paragraphs[1].text == f"正文：安排560万元。{SENTENCE}"


def test_a_figure_that_only_prose_prints_is_found_in_its_sentence() -> None:
    data = commented(finding(samples.spot(AMOUNT, "区域协调发展", "560"))).data
    assert marked(data)[0][1] == "560万元"


def test_of_two_printings_the_one_in_the_named_attachment_is_marked() -> None:
    path = ("fund", "implementing_unit")
    one, two = (
        marked(commented(finding(samples.spot(path, f"附件{n}“实施单位”", "湖南省商务厅"))).data)[0]
        for n in (1, 2)
    )
    assert one[1] == two[1] == "湖南省商务厅"
    assert one[2] < two[2]


def test_a_blank_cell_gets_a_comment_on_an_empty_run() -> None:
    (one,) = marked(commented(samples.BLANK).data)
    assert one[1] == ""
    assert one[2] > 0


def test_a_group_is_marked_at_its_first_printed_value() -> None:
    (one,) = marked(commented(finding(samples.spot(("execution",), "附件1资金表"))).data)
    assert one[1] == "96%"


def test_what_is_not_printed_stands_at_the_title_and_is_told() -> None:
    result = commented(samples.NAMES, samples.NOWHERE)
    assert result.on_title == (samples.NAMES, samples.NOWHERE)
    first, second = marked(result.data)
    assert first[1] == second[1] == "关于报送情况的报告"
    assert "位置：附件1第14行指标名称：带动技术进口额" in first[0]
    assert "说明：已报送文件如此，下年更正（张三，2018-05-18）" in first[0]
    assert first[0].startswith("【已说明 必错 F203】")


def test_no_finding_is_lost_and_every_comment_is_listed() -> None:
    result = commented(*samples.RESULT.findings)
    document = docx.Document(io.BytesIO(result.data))
    assert len(document.comments) == len(result.comments)
    assert {id(c.finding) for c in result.comments} >= {id(f) for f in samples.RESULT.findings}


def test_rows_with_the_same_root_get_comments_that_name_the_head() -> None:
    row = replace(samples.RATE.below[0], spots=(samples.spot(AMOUNT, "区域协调发展", "560"),))
    comments = marked(commented(replace(samples.RATE, below=(row,))).data)
    assert [text for _, text, _ in comments] == ["96%", "16573.08", "560万元"]
    assert "与此同源：F101 执行率印作 96%，应为 95%" in comments[2][0]


def test_rows_speak_for_a_head_that_only_sums_them_up() -> None:
    rate = replace(samples.RATE, below=())
    head = replace(rate, spots=rate.spots[:1], details={"full": "1"}, below=(rate,))
    result = commented(head)
    comments = marked(result.data)
    assert [text for _, text, _ in comments] == ["96%", "16573.08"]
    assert [comment.finding for comment in result.comments] == [rate, rate]
    assert not any("同源" in text for text, _, _ in comments)


def test_many_comments_on_one_figure_stand_side_by_side() -> None:
    comments = marked(commented(*[replace(samples.RATE, below=())] * 3).data)
    assert [text for _, text, _ in comments] == ["96%", "16573.08"] * 3


def test_overlapping_stretches_are_both_exact() -> None:
    spots = [samples.spot(TEXT, "公文", "x", None, span) for span in ((2, 10), (5, 14), (0, 30))]
    text = prose()[TEXT].text
    comments = marked(commented(*[finding(spot) for spot in spots]).data)
    assert [one[1] for one in comments] == [text[2:10], text[5:14], text]


def test_the_author_is_named_and_no_time_is_kept() -> None:
    one, two = commented(samples.RATE), commented(samples.RATE)
    assert one.data == two.data
    document = docx.Document(io.BytesIO(one.data))
    assert {comment.author for comment in document.comments} == {"govdocs 校验"}
    assert {comment.timestamp for comment in document.comments} == {None}
    with zipfile.ZipFile(io.BytesIO(one.data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_text_of_the_paper_is_unchanged() -> None:
    before = docx.Document(io.BytesIO(filled().data)).element.body
    after = docx.Document(io.BytesIO(commented(*samples.RESULT.findings).data)).element.body
    words: Callable[[Any], list[str]] = lambda body: [  # noqa: E731
        "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))
    ]
    assert words(before) == words(after)


def test_without_findings_there_are_no_comments() -> None:
    result = commented()
    assert result.comments == ()
    assert marked(result.data) == []


def test_markup_and_control_characters_in_the_data_are_text() -> None:
    spot = samples.spot(AMOUNT, "一\x0b二", "<w:p>\x00&]]>")
    ((text, _, _),) = marked(commented(finding(spot, arithmetic="1<2\x1b")).data)
    assert "算式：1<2\ufffd" in text


def test_the_styles_of_comments_are_the_documents_own() -> None:
    document = docx.Document()
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="a7"><w:name w:val="annotation text"/></w:style>'
        )
    )
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="character" w:styleId="a8"><w:name w:val="annotation reference"/></w:style>'
        )
    )
    document.add_paragraph("共计560万元")
    file = io.BytesIO()
    document.save(file)
    traces = [Trace(AMOUNT, "word/document.xml", 0, 2, 7)]
    data = comment_docx(file.getvalue(), traces, [finding(samples.spot(AMOUNT, "a"))], {}).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        comments = package.read("word/comments.xml").decode()
        body = package.read("word/document.xml").decode()
        styles = package.read("word/styles.xml").decode()
    assert '<w:pStyle w:val="a7"/>' in comments
    assert "CommentText" not in comments + styles
    assert "CommentReference" not in comments + body + styles
    assert '<w:rStyle w:val="a8"/>' in body


def test_a_value_in_a_text_box_is_commented_where_the_box_hangs() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("挂")
    paragraph.add_run()._r.append(
        parse_xml(
            f"<w:pict {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>湘财外</w:t></w:r></w:p></w:txbxContent></w:pict>"
        )
    )
    file = io.BytesIO()
    document.save(file)
    traces = [Trace(AMOUNT, "word/document.xml", 1, 0, 3)]
    data = comment_docx(file.getvalue(), traces, [finding(samples.spot(AMOUNT, "a"))], {}).data
    box = docx.Document(io.BytesIO(data)).element.body.xpath(
        ".//w:txbxContent//w:commentRangeStart"
    )
    assert box == []
    assert marked(data)[0][2] == 0


@pytest.mark.libreoffice
def test_libreoffice_reads_the_result(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "c.docx").write_bytes(commented(*samples.RESULT.findings).data)
    subprocess.run(
        [
            soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(tmp_path / "c.docx"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "c.odt") as package:
        content = package.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(commented(*samples.RESULT.findings).comments)

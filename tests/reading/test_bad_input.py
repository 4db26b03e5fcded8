"""Whatever comes in: a typed error with advice, or a report that says what it could not read."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.subject import DocumentSubject
from govdocs.errors import InputError
from govdocs.finding import CheckResult
from govdocs.reading import FinishedDocument, read_document
from govdocs.reporting.sentences import sentence_for
from tests.reading.papers import typed
from tests.reading.written import docx_of, table_xml

PAPER = typed(
    "云阳县2021年养护资金报告\n一、资金\n共安排650万元，明细见表1-1。\n表1-1 资金表\n单位：万元\n"
    "|项目|合计|省级|县级|\n|甲|400|300|100|\n|乙|250|150|100|\n|合计|650|450|200|\n二、结论\n得分88分，等级为“良”。"
)


def outcome(data: bytes) -> tuple[FinishedDocument, CheckResult] | InputError:
    """Read and check; anything but a typed error with a sentence goes through and fails the test."""
    try:
        document = read_document(data, name="来件.docx")
    except InputError as error:
        assert all(sentence_for(problem.code) is not None for problem in error.problems)
        return error
    result = check_document(DocumentSubject(document))
    assert result.faults == ()
    assert all(sentence_for(remark.code) is not None for remark in document.remarks)
    return document, result


def with_member(data: bytes, member: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return out.getvalue()


def body_of(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "opening.empty"),
        ("这不是 Word 文件".encode(), "opening.no_package"),
        (b"%PDF-1.7 ...", "opening.other_format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "opening.encrypted",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "opening.old_format",
        ),
    ],
)
def test_what_is_no_word_file_is_refused_by_name(data: bytes, code: str) -> None:
    error = outcome(data)
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == [code]


def test_entities_are_refused() -> None:
    body = body_of(PAPER).replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)
    error = outcome(with_member(PAPER, "word/document.xml", body))
    assert isinstance(error, InputError)
    assert error.problems[0].code == "opening.doctype"


def test_a_file_cut_off_at_any_byte_is_refused() -> None:
    for length in range(0, len(PAPER), max(1, len(PAPER) // 150)):
        assert isinstance(outcome(PAPER[:length]), InputError)


def test_flipped_bytes_never_break_the_program() -> None:
    dice = random.Random(9704)
    for _ in range(150):
        data = bytearray(PAPER)
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        outcome(bytes(data))


def test_mutated_xml_never_breaks_the_program() -> None:
    """Pieces of the body are dropped, doubled, swapped and renamed; most of it stays XML."""
    dice = random.Random(2012)
    body = body_of(PAPER).decode()
    at = body.index("<w:body>")
    head, tail = body[:at], body[at:]
    pieces = tail.replace("><", ">\n<").split("\n")
    words = ("w:tc", "w:tr", "w:tbl", "w:p", "w:r", "w:gridSpan", "w:vMerge", "w:sdt")
    values = ("0", "-1", "1", "99999999999", "restart", "x", "")
    read = 0
    for _ in range(250):
        changed = list(pieces)
        for _ in range(dice.randint(1, 5)):
            where = dice.randrange(1, len(changed) - 1)
            action = dice.randrange(4)
            if action == 0:
                changed[where] = ""
            elif action == 1:
                changed.insert(where, changed[where])
            elif action == 2:
                changed[where] = changed[where].replace(dice.choice(words), dice.choice(words))
            else:
                changed[where] = changed[where].replace(
                    'w:val="1"', f'w:val="{dice.choice(values)}"'
                )
        got = outcome(with_member(PAPER, "word/document.xml", (head + "".join(changed)).encode()))
        read += not isinstance(got, InputError)
    assert read > 20


def test_nonsense_merges_are_read_and_said() -> None:
    rows = "".join(
        '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="900000"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
        '<w:tc><w:tcPr><w:gridSpan w:val="-3"/><w:vMerge w:val="continue"/></w:tcPr><w:p/></w:tc></w:tr>'
        for _ in range(30)
    )
    table = f"<w:tbl>{rows}</w:tbl>".encode()
    got = outcome(
        with_member(
            PAPER,
            "word/document.xml",
            body_of(PAPER).replace(b"<w:sectPr", table + b"<w:sectPr", 1),
        )
    )
    assert not isinstance(got, InputError)
    assert "reading.odd_merges" in [remark.code for remark in got[0].remarks]


def test_ten_thousand_tables_give_a_limited_report() -> None:
    one = table_xml([["甲", "1"]], outer=False).encode()
    got = outcome(
        with_member(
            PAPER,
            "word/document.xml",
            body_of(PAPER).replace(b"<w:sectPr", one * 10_000 + b"<w:sectPr", 1),
        )
    )
    assert not isinstance(got, InputError)
    assert len(got[0].tables) == 2_000
    assert ("reading.tables_left", "8001") in [
        (r.code, r.details.get("count")) for r in got[0].remarks
    ]


def test_tables_nested_beyond_all_papers_do_not_break_the_program() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    got = outcome(
        with_member(
            PAPER,
            "word/document.xml",
            body_of(PAPER).replace(b"<w:sectPr", deep.encode() + b"<w:sectPr", 1),
        )
    )
    assert not isinstance(got, InputError)
    assert "reading.tables_left" in [remark.code for remark in got[0].remarks]
    deeper = ("<w:tbl><w:tr><w:tc>" * 900 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 900).encode()
    error = outcome(
        with_member(
            PAPER,
            "word/document.xml",
            body_of(PAPER).replace(b"<w:sectPr", deeper + b"<w:sectPr", 1),
        )
    )
    assert isinstance(error, InputError)


def test_a_document_of_pictures_says_that_nothing_was_read() -> None:
    got = outcome(docx_of("", ""))
    assert not isinstance(got, InputError)
    assert [remark.code for remark in got[0].remarks] == ["reading.no_text"]


@pytest.mark.parametrize(
    "text",
    ["（" * 3000, "1" * 5000, "一是" * 2000, "共" + "1万元、" * 1500, "《" * 2000, "，" * 4000, "其中：" * 1500, "表1-1" * 1500,
     "权重分1分，得分" * 800, "永兴县" * 2000],
    ids=["brackets", "digits", "sequence", "list", "titles", "commas", "among", "tables", "scores", "names"],
)  # fmt: skip
def test_monstrous_paragraphs_are_read_in_the_end(text: str) -> None:
    assert not isinstance(outcome(typed("永兴县2022年报告\n" + text)), InputError)

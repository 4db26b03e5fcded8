"""Mending touches formatting alone, mends what it says, and is done in one go."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from govdocs.layout import check_layout, fix_layout, read_house_style
from govdocs.opening import open_office_package
from tests.layout.case import Case
from tests.layout.letters import (
    LETTER,
    REPORT,
    Line,
    Spoil,
    W,
    Written,
    added_after,
    together,
    written,
)
from tests.layout.spoils import CASES
from tests.layout.test_other_makers import MAKERS

NOT_BY_FORMATTING = {
    "L100", "L301", "L302", "L303", "L304", "L305", "L307", "L308", "L311", "L313", "L314", "L321", "L322", "L323",
    "L106", "L130", "L164", "L138", "L139", "L154", "L174", "L193", "L203", "L215", "L216", "L217", "L227", "L228", "L229", "L230",
    "L235", "L114", "L123", "L124", "L131", "L133", "L143", "L153", "L162", "L163", "L173",
    "L181", "L183", "L184", "L191", "L192", "L195", "L196", "L201", "L219", "L237", "L231", "L233",
}  # fmt: skip
"""Blank lines, words and marks, and what has more than one right answer."""


def texts(data: bytes) -> dict[str, list[str]]:
    """Every text of every part, run by run."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                found[name] = [archive.read(name).hex()]
                continue
            root = etree.fromstring(archive.read(name))
            found[name] = [
                f"{node.tag}:{node.text}"
                for node in root.iter(f"{{{W}}}t", f"{{{W}}}instrText", f"{{{W}}}tab", f"{{{W}}}p")
            ]
    return found


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in check_layout(data).findings]


@pytest.mark.parametrize("letter", [LETTER, REPORT], ids=["下行文", "上行文"])
def test_a_correct_letter_comes_back_byte_for_byte(letter: Written) -> None:
    data = written(letter)
    assert fix_layout(data) == (data, [])


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_the_text_of_every_run_stays(case: Case) -> None:
    data = written(case.letter, case.spoil)
    assert texts(fix_layout(data)[0]) == texts(data)


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_what_is_said_to_be_mended_is_found_no_more(case: Case) -> None:
    data = written(case.letter, case.spoil)
    fixed, changes = fix_layout(data)
    left = codes(fixed)
    assert not {change.code for change in changes} & set(left)
    assert not set(left) - {case.code}
    assert bool(changes) == (fixed != data)


@pytest.mark.parametrize("code", sorted({c.code for c in CASES} - NOT_BY_FORMATTING))
def test_a_rule_that_formatting_can_satisfy_is_mended(code: str) -> None:
    mended = [
        not codes(fix_layout(written(case.letter, case.spoil))[0])
        for case in CASES
        if case.code == code
    ]
    assert any(mended)


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_mending_again_changes_nothing(case: Case) -> None:
    once, _ = fix_layout(written(case.letter, case.spoil))
    assert fix_layout(once) == (once, [])


def test_a_label_that_stands_twice_is_not_its_own_title() -> None:
    data = written(LETTER, added_after("label", Line("twice", "附件1", "黑体", align="left")))
    once, _ = fix_layout(data)
    assert fix_layout(once) == (once, [])


def test_many_slips_are_mended_at_once_and_each_is_listed() -> None:
    wanted = {"L104", "L121", "L141", "L151", "L161", "L171", "L202", "L212", "L225"}
    first: dict[str, Spoil] = {}
    for case in CASES:
        if case.code in wanted and case.letter is LETTER:
            first.setdefault(case.code, case.spoil)
    data = written(LETTER, together(*first.values()))
    assert set(codes(data)) == wanted
    fixed, changes = fix_layout(data)
    assert codes(fixed) == []
    assert {change.code for change in changes} == wanted
    assert all(change.spots and change.before and change.after for change in changes)


def test_the_corrected_copy_opens_in_python_docx() -> None:
    docx = pytest.importorskip("docx")
    data = written(LETTER, *(case.spoil for case in CASES if case.code == "L171"))
    fixed, _ = fix_layout(data)
    assert len(docx.Document(io.BytesIO(fixed)).paragraphs) == len(LETTER.lines)
    assert open_office_package(fixed, "docx").names == open_office_package(data, "docx").names


def test_properties_stand_in_the_order_of_the_schema() -> None:
    from govdocs.layout.fixing.properties import PARAGRAPH_ORDER, RUN_ORDER

    data = written(LETTER, *(case.spoil for case in CASES if case.code in ("L104", "L151", "L211")))
    with zipfile.ZipFile(io.BytesIO(fix_layout(data)[0])) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for name, order in (("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER)):
        for node in root.iter(f"{{{W}}}{name}"):
            at = [order.index(str(child.tag).rpartition("}")[2]) for child in node]
            assert at == sorted(at)


OWN = """
[fonts]
"仿宋" = ["本单位仿宋"]
[line_pitch]
least = 29.4
most = 29.6
set = 29.5
[page]
"天头" = 40
"版心高" = 222
"""
"""Settings that no right letter keeps, so that mending has something to do in every file."""


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_letters_of_other_makers_are_mended_and_keep_every_text(name: str) -> None:
    data, style = MAKERS[name](), read_house_style(OWN, "本单位.toml")
    fixed, changes = fix_layout(data, style)
    assert {"L102", "L104", "L105"} <= {change.code for change in changes}
    assert texts(fixed) == texts(data)
    left = {f.code for f in check_layout(fixed, style).findings}
    assert not left & {change.code for change in changes}
    assert fix_layout(fixed, style) == (fixed, [])


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_a_right_letter_of_another_maker_comes_back_byte_for_byte(name: str) -> None:
    data = MAKERS[name]()
    assert fix_layout(data) == (data, [])

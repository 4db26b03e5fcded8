"""What stands in text boxes, frames and one-cell tables is judged by clause like what stands in the text."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from govdocs.layout import check_layout, fix_layout, open_letter
from govdocs.layout.elements.element import Element
from tests.layout.makers.framed_letters import FRAMED


def respelt(name: str, before: str, after: str, part: str = "word/document.xml") -> bytes:
    """A framed letter with one spelling in one of its parts replaced wherever it occurs."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(FRAMED[name]())) as former,
        zipfile.ZipFile(out, "w") as latter,
    ):
        for entry in former.namelist():
            data = former.read(entry)
            if entry == part:
                assert before in data.decode()
                data = data.decode().replace(before, after).encode()
            latter.writestr(entry, data)
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(FRAMED))
@pytest.mark.parametrize("element", [Element.MARK, Element.NUMBER, Element.COPIES, Element.PRINTER])
def test_mark_number_and_imprint_are_found_in_whatever_holds_them(
    name: str, element: Element
) -> None:
    assert open_letter(FRAMED[name]()).found.get(element)


@pytest.mark.parametrize("name", ["全在文本框", "文本框挂在正文", "盖章和附件框"])
def test_printer_and_date_of_one_row_are_one_element(name: str) -> None:
    printer = open_letter(FRAMED[name]()).all(Element.PRINTER)
    assert [p.plain for p in printer] == ["江南省财政厅办公室", "2024年6月5日印发"]


@pytest.mark.parametrize("name", sorted(FRAMED))
def test_the_red_line_is_found_under_a_boxed_number(name: str) -> None:
    rule = open_letter(FRAMED[name]()).red_rule
    assert rule is not None and rule.colour == "FF0000"


def test_a_label_in_a_box_begins_its_attachment() -> None:
    letter = open_letter(FRAMED["盖章和附件框"]())
    assert [p.plain for p in letter.all(Element.ATTACHMENT_LABEL)] == ["附件1", "附件2"]
    titles = letter.all(Element.ATTACHMENT_TITLE)
    assert [p.plain for p in titles] == ["盘点情况说明", "整改任务清单"]


SLIPS = [
    ("全在文本框", "江财资〔2024〕16号", "江财资[2024]16号", "L131"),
    ("文本框挂在正文", "江财资〔2024〕21号", "江财资〔2024〕021号", "L131"),
    ("老式文本框", '<w:rStyle w:val="9"/>', '<w:rStyle w:val="9"/><w:color w:val="000000"/>', "L121"),
    ("单格表", '<w:rStyle w:val="9"/>', '<w:rStyle w:val="9"/><w:color w:val="000000"/>', "L121"),
    ("全在文本框", "2024年6月5日印发", "2024年06月05日印发", "L226"),
    ("老式文本框", "2024年6月5日印发", "2024年6月5日印", "L226"),
    ("单格表", "2024年6月5日印发", "二〇二四年六月五日印发", "L226"),
    ("联合盖章", "抄送：省发展和改革委员会。", "抄送：省发展和改革委员会", "L224"),
    ("全在文本框", "市审计局。", "市审计局", "L224"),
    ("文本框挂在正文", '<w:tblW w:w="8844"', '<w:tblW w:w="7200"', "L222"),
    ("全在文本框", '<w:top w:val="single" w:sz="8"', '<w:top w:val="single" w:sz="24"', "L221"),
    ("盖章和附件框", '<w:rFonts w:eastAsia="黑体"/>', '<w:rFonts w:eastAsia="宋体"/>', "L212"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "code"), SLIPS)
def test_a_slip_inside_is_told_by_its_clause_and_nothing_else_is(
    name: str, before: str, after: str, code: str
) -> None:
    assert {f.code for f in check_layout(respelt(name, before, after)).findings} == {code}


def test_a_page_number_in_a_box_is_judged_by_its_type() -> None:
    data = respelt("全在文本框", "<w:t xml:space=\"preserve\">— </w:t>",
                   "<w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\">— </w:t>",
                   "word/footer1.xml")  # fmt: skip
    assert [f.code for f in check_layout(data).findings] == ["L232"]


def test_a_letter_without_its_imprint_has_none_and_no_slip() -> None:
    data = respelt("全在文本框", "2024年6月5日印发", "内部资料")
    assert not open_letter(data).found.get(Element.PRINTER)
    assert check_layout(data).findings == ()


def kept_twice(name: str, before: str, after: str) -> bytes:
    """The same where the file keeps each box for old programs, too, as Word writes it."""
    data = respelt(name, before, after)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    copies = re.sub(
        r"(<w:txbxContent>.*?</w:txbxContent>)(.*?</mc:Choice>)",
        r"\1\2<mc:Fallback><w:pict><v:shape><v:textbox>\1</v:textbox></v:shape></w:pict></mc:Fallback>",
        text,
    )
    assert copies.count("mc:Fallback") > 1
    return respelt(name, text_of(name), copies)


def text_of(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(FRAMED[name]())) as archive:
        return archive.read("word/document.xml").decode()


def test_a_box_that_is_kept_twice_is_read_once() -> None:
    letter = open_letter(kept_twice("全在文本框", "江财资", "江财资"))
    assert [p.plain for p in letter.all(Element.MARK)] == ["江南省财政厅文件"]
    assert check_layout(kept_twice("全在文本框", "江财资", "江财资")).findings == ()


def test_both_copies_of_a_box_are_mended() -> None:
    spoilt = kept_twice(
        "盖章和附件框", '<w:rFonts w:eastAsia="黑体"/>', '<w:rFonts w:eastAsia="宋体"/>'
    )
    fixed, changes = fix_layout(spoilt)
    assert {change.code for change in changes} == {"L212"}
    assert check_layout(fixed).findings == ()
    with zipfile.ZipFile(io.BytesIO(fixed)) as archive:
        text = archive.read("word/document.xml").decode()
    fallbacks = re.findall(r"<mc:Fallback>(.*?)</mc:Fallback>", text)
    assert len(fallbacks) == 2
    assert all("黑体" in one and "宋体" not in one for one in fallbacks)


PLAIN, SMALL = (
    '<w:t xml:space="preserve">',
    '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/></w:rPr>',
)


def test_an_attachment_of_prose_is_set_like_the_text() -> None:
    data = respelt("单格表", f"{PLAIN}第二条", f"{SMALL}{PLAIN}第二条")
    assert {(f.code, f.actual) for f in check_layout(data).findings} == {
        ("L218", "宋体"),
        ("L218", "小4（12磅）"),
    }


@pytest.mark.parametrize("words", ["填表说明", "单位：万元", "盘点人"])
def test_an_attachment_of_a_table_has_a_look_of_its_own(words: str) -> None:
    look = '<w:rPr><w:sz w:val="21"/></w:rPr>'
    data = respelt("单格表", f"{look}{PLAIN}{words}", f"{SMALL}{PLAIN}{words}")
    assert check_layout(data).findings == ()


def test_a_filled_in_attachment_is_a_form_though_it_has_no_table() -> None:
    data = respelt("单格表", f"{PLAIN}第二条", f"{SMALL}{PLAIN}申请人：＿＿＿＿第二条")
    assert check_layout(data).findings == ()

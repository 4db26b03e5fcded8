"""The filing as a whole: fonts by element, page numbers that run on, tables over sides, the imprint."""

from __future__ import annotations

import re

import pytest

from govdocs.gongwen import body, header, page_number
from tests.gongwen.conftest import Drawn
from tests.gongwen.fonts import chosen
from tests.gongwen.pages import Line, Page
from tests.gongwen.probes.ruler import BOTTOM, LEFT, RIGHT, number, text_lines, with_text

pytestmark = pytest.mark.libreoffice


def face(official: str) -> str:
    return chosen()[official][1]


@pytest.mark.parametrize(
    ("level", "text"), list(enumerate(["第一层标题", "第二层标题", "第三层标题", "第四层标题"]))
)
def test_each_level_has_its_font(level: int, text: str, drawn: Drawn) -> None:
    line = with_text(drawn["marked"], text).line(text)
    assert line.part(text).font == face(body.HEADING_TYPES[level].font)
    assert line.points == body.HEADING_TYPES[level].points


def test_a_run_in_heading_has_its_font_and_the_text_after_it_the_body_s(drawn: Drawn) -> None:
    line = with_text(drawn["marked"], "接排标题。").line("接排标题。")
    assert line.part("（二）接排标题。").font == face("楷体_GB2312")
    assert line.part("天地").font == face("仿宋_GB2312")


@pytest.mark.parametrize(
    ("variant", "text", "font"),
    [
        ("upward", "财政厅文件", header.MARK_TYPE.font),
        ("upward", "签发人：", header.SIGNER_LABEL_TYPE.font),
        ("upward", "郭秀宏", header.SIGNER_TYPE.font),
        ("marked", "张三丰", header.SIGNER_TYPE.font),
        ("marked", "机密", header.SECRECY_TYPE.font),
        ("marked", "特急", header.URGENCY_TYPE.font),
        ("upward", "关于报送", body.TITLE_TYPE.font),
        ("upward", "财政部：", "仿宋_GB2312"),
        ("upward", "抄送：", "仿宋_GB2312"),
    ],
)
def test_each_element_has_its_font(variant: str, text: str, font: str, drawn: Drawn) -> None:
    line = with_text(drawn[variant], text).line(text)
    assert line.part(text).font == face(font)


def test_the_label_of_an_attachment_is_in_heiti(drawn: Drawn) -> None:
    assert drawn["hunan"][6].at(0).part("附件").font == face(body.ATTACHMENT_LABEL_TYPE.font)


def printed_number(side: Page) -> str:
    if side.turned:
        return "".join(glyph.text for glyph in side.turned)
    return number(side).text


@pytest.mark.parametrize("variant", ["hunan", "landscape"])
def test_page_numbers_run_on_through_letter_attachments_and_imprint(
    variant: str, drawn: Drawn
) -> None:
    sides = drawn[variant]
    assert [printed_number(side) for side in sides] == [
        f"—{at}—" for at in range(1, len(sides) + 1)
    ]
    assert number(sides[0]).font == face(page_number.NUMBER_TYPE.font)


def test_no_text_leaves_the_text_area(drawn: Drawn) -> None:
    for variant in ("hunan", "marked", "joint", "unsealed", "long_lists", "long_report"):
        for side in drawn[variant]:
            for line in text_lines(side):
                assert line.left > LEFT - 0.5, line.text
                assert line.right < RIGHT + 0.5, line.text
                assert line.bottom < BOTTOM + 0.5, line.text


def test_attachments_begin_a_new_side(drawn: Drawn) -> None:
    tops = [side.at(0).text for side in drawn["hunan"]]
    assert tops.count("附件1") == 1
    assert tops.count("附件2") == 1


def test_the_head_of_the_grid_stands_on_every_side_of_the_table(drawn: Drawn) -> None:
    def heads(side: Page) -> int:
        return sum("三级指标" in line.text for line in side.lines)

    sides = list(drawn["hunan"])
    tables = [s for s in sides if sum(r.thickness < 0.2 and r.width > 100 for r in s.rules) > 2]
    assert len(tables) >= 4
    assert [heads(side) for side in tables] == [1] * len(tables)
    for side in tables:
        if "附件" not in side.at(0).text:
            assert "指标" in side.at(0).text + side.at(1).text


def test_every_indicator_stands_on_the_pages(drawn: Drawn) -> None:
    shown = "".join(line.text for side in drawn["hunan"] for line in side.lines)
    for text in ("44955", "16573.08", "1704.08", "70.5亿美元", "0.88万人"):
        assert text in shown


@pytest.mark.parametrize("lines", range(20, 31, 2))
def test_the_imprint_ends_the_last_side_and_covers_no_text(lines: int, drawn: Drawn) -> None:
    sides = drawn[f"level_{lines}"]
    last = sides[-1]
    assert abs(last.rules[-1].bottom - BOTTOM) < 1
    first = last.line("信息公开选项").top
    above = [x for x in text_lines(last) if x.base < first]
    assert all(line.bottom < first for line in above)
    assert [x.text[:3] for x in text_lines(last) if x.base > first][:3] == [
        "信息公",
        "抄送：",
        "湖南省",
    ]


@pytest.mark.parametrize("lines", range(20, 31, 2))
def test_a_side_never_holds_the_signature_alone(lines: int, drawn: Drawn) -> None:
    side = with_text(drawn[f"level_{lines}"], "2018年5月18日")
    before: list[Line] = []
    for line in side.lines:
        if re.fullmatch("2018年5月18日", line.text):
            break
        before.append(line)
    assert len([line for line in before if "天地" in line.text]) >= 1


def test_without_disclosure_and_contact_nothing_is_left_of_them(drawn: Drawn) -> None:
    shown = "".join(line.text for side in drawn["unsealed_short"] for line in side.lines)
    assert "信息公开" not in shown
    assert "联系人" not in shown
    assert "附件" not in shown


def test_copies_end_with_a_full_stop(drawn: Drawn) -> None:
    side = drawn["long_lists"][-1]
    printer = next(at for at, line in enumerate(side.lines) if "日印发" in line.text)
    assert side.lines[printer - 1].text.endswith("。")

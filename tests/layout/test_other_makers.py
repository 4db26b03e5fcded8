"""Right letters of every kind and of makers quite unlike our templates are recognised and left in peace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govdocs.layout import check_layout, open_letter
from govdocs.layout.elements.element import Element, Kind, Letter
from tests.layout.makers.framed_letters import FRAMED
from tests.layout.makers.styled_letters import STYLED
from tests.layout.makers.typed_letters import TYPED

MAKERS: dict[str, Callable[[], bytes]] = {**TYPED, **STYLED, **FRAMED}
KINDS = {"函": Kind.LETTER, "纪要": Kind.MINUTES, "令": Kind.ORDER, "无版头": Kind.UNKNOWN}


def said(letter: Letter, element: Element) -> list[str]:
    return [p.plain for p in letter.all(element)]


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_a_right_letter_of_another_maker_has_no_deviation(name: str) -> None:
    # Without a head there is no mark, and that is said.
    expected = {"L100"} if name == "无版头" else set()
    result = check_layout(MAKERS[name]())
    assert {(f.code, f.actual) for f in result.findings if f.code not in expected} == set()
    assert result.faults == ()


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_its_kind_is_recognised(name: str) -> None:
    assert open_letter(MAKERS[name]()).kind is KINDS.get(name, Kind.FILE)


@pytest.mark.parametrize(
    ("name", "element", "wanted"),
    [
        ("通知", Element.URGENCY, ["特急"]),
        ("通知", Element.ATTACHMENT_LIST, ["附件：1.绩效自评表", "2.联系人名单"]),
        ("通知", Element.ATTACHMENT_LABEL, ["附件1", "附件2"]),
        ("通知", Element.PRINTER, ["江城市财政局办公室", "2021年1月15日印发"]),
        ("请示", Element.COPY_NUMBER, ["000003"]),
        ("请示", Element.SIGNER, ["签发人：刘洋周建国"]),
        ("请示", Element.NUMBER, ["江财〔2021〕15号欧阳一鸣"]),
        ("联合行文", Element.SIGNATURE, ["江城市财政局", "江城市商务局", "江城市发展和改革委员会"]),
        ("联合行文", Element.DATE, ["2021年5月6日"]),
        ("函", Element.NUMBER, ["江财函〔2021〕31号"]),
        ("函", Element.COPIES, ["抄送：市审计局。"]),
        ("纪要", Element.TITLE, ["专项资金绩效管理工作专题会议纪要"]),
        ("纪要", Element.COPIES, ["分送：局领导，局内各科室。"]),
        ("令", Element.NUMBER, ["第8号"]),
        ("无版头", Element.NUMBER, ["江财绩〔2021〕22号"]),
        ("线条和浮动版记", Element.HEADING_2, ["（一）健全制度"]),
        ("线条和浮动版记", Element.NOTE, ["（此件公开发布）"]),
        ("表格版头", Element.SIGNER, ["签发人：林海峰"]),
        ("文本框版头", Element.MARK, ["江南省财政厅文件"]),
        ("文本框版头", Element.COPIES, ["分送：厅领导，厅内各处（室）、单位。"]),
    ],
)
def test_its_elements_are_recognised_by_content_and_place(
    name: str, element: Element, wanted: list[str]
) -> None:
    assert said(open_letter(MAKERS[name]()), element) == wanted


@pytest.mark.parametrize("name", ["表格版头", "线条和浮动版记", "文本框版头", "通知"])
def test_the_red_line_is_found_however_it_is_drawn(name: str) -> None:
    rule = open_letter(MAKERS[name]()).red_rule
    assert rule is not None and rule.colour == "FF0000"

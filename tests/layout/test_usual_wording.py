"""What right letters say in other words or with other parts is recognised and left in peace."""

from __future__ import annotations

from typing import Any

import pytest

from govdocs.layout import check_layout, open_letter
from govdocs.layout.elements.element import Element
from tests.layout.letters import (
    BODY,
    CELL,
    LETTER,
    REPORT,
    Line,
    Spoil,
    Written,
    added_after,
    changed,
    together,
    without,
    written,
)
from tests.layout.special_letters import MINUTES

TITLE: dict[str, Any] = {
    "font": "方正小标宋简体", "size": 22, "spacing": 0, "align": "center", "pitch": 33,
}  # fmt: skip
FLUSH: dict[str, Any] = {"align": "left", "first": 0}
KAITI = "楷体_GB2312"
SAME_LINE = together(
    without("signer"),
    changed(
        "number", text="湘财预〔2018〕13号　　　　　　　　　签发人：", runs=(("郭秀宏", KAITI),)
    ),
)
RIGHT: tuple[tuple[str, Spoil, Written], ...] = (
    ("标志字间有空格", changed("mark", text="湖 南 省 财 政 厅 文 件"), LETTER),
    ("标志没有文件二字", changed("mark", text="湖南省财政厅"), LETTER),
    ("字号中有空格", changed("number", text="湘财预〔2018〕 13 号"), LETTER),
    ("签发人与字号用空格隔开", SAME_LINE, REPORT),
    ("三行标题排成菱形", together(changed("title", text="湖南省财政厅关于做好"),
     added_after("title", Line("x", "二〇一八年度专项资金绩效自评", **TITLE)),
     changed("title_end", text="工作的通知")), LETTER),
    ("标题下有稿次", added_after("title_end", Line("x", "（征求意见稿）", KAITI, 16, 0, "center")), LETTER),
    ("没有主送机关的公告", together(without("addressee"), changed("title_end", text="绩效自评的公告")), LETTER),
    ("主送机关带说明", changed("addressee", text="各市州财政局（不发长沙市）："), LETTER),
    ("主送给人", changed("addressee", text="郭秀宏副省长："), LETTER),
    ("主送机关分两段", together(changed("addressee", text="各市州财政局、商务局，"),
     added_after("addressee", Line("x", "省直各单位：", align="left"))), LETTER),
    ("主送机关很多", changed("addressee", text="各市州财政局，" + "，".join(["省直管县财政局"] * 12) + "："), LETTER),
    ("标题接排正文", changed("text1", text="（一）提高认识。", font=KAITI, runs=((BODY, "仿宋_GB2312"),)), LETTER),
    ("一是", changed("text1", text="一是提高认识。", runs=((BODY, "仿宋_GB2312"),)), LETTER),
    ("表题居左", added_after("text1", Line("x", "表1　资金安排情况", "黑体", **FLUSH)), LETTER),
    ("单位居左", added_after("text1", Line("x", "单位：万元", size=12, **FLUSH)), LETTER),
    ("资料来源", added_after("text1", Line("x", "资料来源：统计年鉴", "宋体", 10.5, **FLUSH)), LETTER),
    ("特此通知", added_after("text4", Line("x", "特此通知。", first=2 * CELL)), LETTER),
    ("附件用汉字编号", changed("label", text="附件一"), LETTER),
    ("此件公开", changed("note", text="（此件主动公开）"), LETTER),
    ("多个抄送机关", changed("copies", text="抄送：省审计厅，省商务厅。"), LETTER),
    ("纪要没有期号", without("issue"), MINUTES),
    ("纪要期号带年份", changed("issue", text="〔2018〕5号"), MINUTES),
    ("纪要期号用汉字", changed("issue", text="第十二期"), MINUTES),
)  # fmt: skip


@pytest.mark.parametrize(("spoil", "letter"), [x[1:] for x in RIGHT], ids=[x[0] for x in RIGHT])
def test_it_has_no_finding(spoil: Spoil, letter: Written) -> None:
    found = check_layout(written(letter, spoil)).findings
    assert [(f.code, f.actual) for f in found] == []


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("各市州财政局（不发长沙市）：", None),
        ("郭秀宏副省长：", None),
        ("各市州财政局、商务局，", "省直各单位："),
    ],
)
def test_those_whom_it_is_sent_to_are_recognised(text: str, more: str | None) -> None:
    spoil = changed("addressee", text=text)
    if more is not None:
        spoil = together(spoil, added_after("addressee", Line("x", more, align="left")))
    letter = open_letter(written(LETTER, spoil))
    assert [p.plain for p in letter.all(Element.ADDRESSEE)] == [text, *([more] if more else [])]


def test_what_leads_on_to_the_text_is_not_an_addressee() -> None:
    spoil = changed("addressee", text="现将有关事项通知如下：", first=2 * CELL)
    letter = open_letter(written(LETTER, spoil))
    assert letter.all(Element.ADDRESSEE) == []
    assert check_layout(written(LETTER, spoil)).findings == ()

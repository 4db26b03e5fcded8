"""Slips of several signers, notes, attachments, the imprint's place, the number's height, lying sheets."""

from __future__ import annotations

from tests.layout.case import Case
from tests.layout.letters import (
    BODY,
    CELL,
    REPORT,
    Line,
    Page,
    added_after,
    blank,
    changed,
    paged,
    swapped,
    together,
    without,
)

_TITLE = {"font": "方正小标宋简体", "size": 22, "spacing": 0, "align": "center", "pitch": 33}
_LYING = Page(width=16838, height=11906, top=1588, right=2098, bottom=1474, left=1984)
_UPRIGHT = changed("note", ends=Page())
"""Ends the upright section under the note, so that what follows lies or counts anew."""

_MANY = "抄送：" + "，".join(f"{name}市人民政府办公室" for name in ("长沙", "株洲", "湘潭")) + "。"
_ROOM = changed("fill", pitch=562.8)
"""Leaves a line more for the imprint."""

MORE = (
    Case("L130", "报告没有签发人", changed("title_end", text="绩效自评工作的报告")),
    Case("L138", "发文字号在签发人之下", changed("number", runs=()), REPORT),
    Case(
        "L139",
        "一行三个签发人",
        changed("signer", runs=(("郭秀宏　　张　三　　欧阳一鸣", "楷体_GB2312"),)),
        REPORT,
    ),
    Case(
        "L154",
        "标题中间短两头长",
        together(
            changed("title", text="湖南省财政厅关于进一步做好二〇一八年"),
            added_after("title", Line("title_mid", "专项资金", **_TITLE)),  # type: ignore[arg-type]
            changed("title_end", text="绩效目标自评和监控有关工作的通知"),
        ),
    ),
    Case("L174", "主送机关之后分页", changed("text", new_page=True)),
    Case("L174", "版头太高", changed("title", size=22, pitch=480)),
    Case("L164", "主送机关与正文之间空行", added_after("addressee", blank("x"))),
    Case("L173", "二级序数后多顿号", changed("h2", text="（一）、组织分工")),
    Case("L224", "抄送回行顶格", together(
        _ROOM, changed("copies", text=_MANY, left=0, first=14))),
    Case("L224", "抄送没有句号，分两段写", together(
        _ROOM,
        changed("copies", text="抄送：财政部驻湖南专员办，"),
        added_after("copies", Line("x", "省审计局", size=14, spacing=0, left=56, right=14, pitch=24)))),
    Case("L226", "印发日期右空三字", changed("printer", text="2018年5月18日印发", runs=(), align="right",
         left=0, right=42)),
    Case("L230", "主送在抄送之下", together(_ROOM, added_after("copies", Line("x", "主送：省直各单位。",
         size=14, spacing=0, left=56, right=14, first=-42, pitch=24)))),
    Case("L193", "此页无正文", changed("text4", text="（此页无正文）")),
    Case("L203", "附注与日期之间空行", added_after("date", blank("x"))),
    Case("L215", "附件顺序号超出附件说明", changed("label", text="附件3")),
    Case("L222", "版记线长出版心", changed("first_rule", left=-30)),
    Case(
        "L218",
        "附件正文宋体",
        together(
            changed("attached_text", font="宋体"),
            added_after("attached_text", Line("attached2", BODY, "宋体", first=2 * CELL)),
        ),
    ),
    Case(
        "L218",
        "附件正文小四号密排",
        together(
            changed("attached_text", size=12, spacing=0, pitch=20),
            added_after(
                "attached_text", Line("attached2", BODY, size=12, spacing=0, first=24, pitch=20)
            ),
        ),
    ),
    Case(
        "L219",
        "附件序号之前空一行",
        together(
            added_after("note", Line("top", new_page=True)), changed("label", new_page=False)
        ),
    ),
    Case(
        "L237",
        "空白页之后的版记页编页码",
        added_after("attached_text", Line("empty", new_page=True)),
    ),
    Case(
        "L217",
        "附件顺序号和标题写在一行",
        together(changed("label", text="附件1：绩效目标申报表"), without("label1", "attached")),
    ),
    Case(
        "L216",
        "附件在版记之后",
        together(
            without("label", "label1", "attached", "attached_text"),
            added_after(
                "last_rule",
                Line("label", "附件1", "黑体", align="left", new_page=True),
                blank("label1"),
                Line("attached", "绩效目标申报表", "方正小标宋简体", 18, 0, "center"),
            ),
        ),
    ),
    Case("L227", "版记之后还有正文", added_after("last_rule", Line("x", BODY, first=2 * CELL))),
    Case(
        "L228",
        "版记没有分隔线",
        together(*(changed(key, border=None) for key in ("first_rule", "middle_rule", "last_rule"))),
    ),
    Case("L229", "版记紧接正文", changed("fill", pitch=29)),
    Case("L229", "版记在一面的中间", changed("fill", pitch=300)),
    Case("L230", "抄送在印发之下", swapped("copies", "printer")),
    Case("L235", "附件页码从1开始", together(_UPRIGHT, paged(first_number=1))),
    Case("L236", "页码离版心太远", paged(footer=720)),
    Case("L236", "页码紧靠版心", paged(footer=1700)),
)  # fmt: skip

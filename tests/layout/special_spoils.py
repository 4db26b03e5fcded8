"""Slips in letters, orders and minutes of clause 10."""

from __future__ import annotations

from tests.layout.case import Case
from tests.layout.letters import Line, added_after, blank, changed, paged, without
from tests.layout.special_letters import MINUTES, ORDER, REPLY, WIDER

LOWER = {"size": 1, "pitch": 4, "border": (3, "FF0000"), "left": WIDER, "right": WIDER}
PRINTED = Line(
    "printer", "湖南省财政厅办公室　2018年5月18日印发", size=14, spacing=0, left=14, pitch=24
)

SPECIAL = (
    Case("L301", "红色双线与版心等宽", changed("red", left=0, right=0), REPLY),
    Case("L302", "首页有页码", paged(first=Line("odd", "— {} —", "宋体", 14, 0, border=(3, "FF0000"),
         kind="thinThickSmallGap", left=WIDER, right=WIDER)), REPLY),
    Case("L303", "标志离页边20毫米", changed("mark", frame='w:vAnchor="page" w:y="1134"'), REPLY),
    Case("L304", "标志下是单线", changed("red", kind="single"), REPLY),
    Case("L304", "标志下是上细下粗", changed("red", kind="thinThickSmallGap"), REPLY),
    Case("L304", "下方是单线", paged(first=Line("lower", kind="single", **LOWER)), REPLY),  # type: ignore[arg-type]
    Case("L305", "没有第二条双线", paged(first=Line("lower")), REPLY),
    Case("L305", "第二条双线太高", paged(
        first=Line("lower", kind="thinThickSmallGap", **LOWER), footer=1500,  # type: ignore[arg-type]
        odd=Line("odd", "— {} —", "宋体", 14, 0, "right", right=14, pitch=24),
        even=Line("even", "— {} —", "宋体", 14, 0, "left", left=14, pitch=24)), REPLY),
    Case("L306", "发文字号右空一字", changed("number", right=16), REPLY),
    Case("L307", "标题紧接发文字号", without("number1", "number2"), REPLY),
    Case("L308", "信函有印发机关", added_after("copies", PRINTED), REPLY),
    Case("L311", "令标志太低", changed("down", pitch=94), ORDER),
    Case("L312", "令号居左", changed("number", align="left"), ORDER),
    Case("L313", "令号上空一行", without("mark2"), ORDER),
    Case("L314", "令号下空四行", added_after("number2", blank("x"), blank("y")), ORDER),
    Case("L121", "令标志黑色", changed("mark", colour=""), ORDER),
    Case("L321", "出席用仿宋", changed("present", font="仿宋_GB2312"), MINUTES),
    Case("L322", "纪要标志太高", changed("down", pitch=30), MINUTES),
    Case("L323", "出席后半角冒号", changed("present", text="出席:"), MINUTES),
    Case("L121", "纪要标志黑色", changed("mark", colour=""), MINUTES),
)  # fmt: skip

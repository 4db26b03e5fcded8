"""One thing spoilt in a correct letter, and the rule that must notice, it alone."""

from __future__ import annotations

from typing import NamedTuple

from tests.layout.letters import (
    BODY,
    CELL,
    LETTER,
    REPLY,
    REPORT,
    Line,
    Spoil,
    Written,
    added_after,
    blank,
    changed,
    paged,
    swapped,
    without,
)


class Case(NamedTuple):
    code: str
    what: str
    spoil: Spoil
    letter: Written = LETTER


ODD = Line("odd", "— {} —", "宋体", 14, 0, "right", right=14)
EVEN = Line("even", "— {} —", "宋体", 14, 0, "left", left=14)


def odd(**values: object) -> Line:
    return Line(**{**ODD.__dict__, **values})


def even(**values: object) -> Line:
    return Line(**{**EVEN.__dict__, **values})


CASES = (
    Case("L100", "没有成文日期", without("date", "signature", "note")),
    Case("L101", "纸张为信纸", paged(width=12240, height=15840, right=1808, bottom=986)),
    Case("L102", "天头25毫米", paged(top=1440, bottom=2642)),
    Case("L102", "装订线使订口变成38毫米", paged(gutter=567, right=907)),
    Case("L103", "版心太宽", paged(right=1100)),
    Case("L103", "版心太高", paged(bottom=1440)),
    Case("L104", "正文宋体", changed("text2", font="宋体")),
    Case("L104", "正文4号", changed("text1", size=14)),
    Case("L104", "成文日期5号", changed("date", size=10.5)),
    Case("L104", "主送机关黑体", changed("addressee", font="黑体")),
    Case("L105", "正文行距22磅", changed("text1", pitch=22)),
    Case("L105", "正文2.5倍行距", changed("text3", rule="auto", pitch=2.5)),
    Case("L106", "正文字距加宽2磅", changed("text2", spacing=2, first=36)),
    Case("L107", "正文蓝色", changed("text4", colour="0000FF")),
    Case("L107", "标题红色", changed("title", colour="FF0000")),
    Case("L111", "份号3位", changed("copy", text="001")),
    Case("L111", "份号5号", changed("copy", size=10.5)),
    Case("L111", "份号左空", changed("copy", left=32)),
    Case("L112", "密级仿宋", changed("secrecy", font="仿宋_GB2312")),
    Case("L112", "保密期限用中文数字", changed("secrecy", text="机密★一年")),
    Case("L113", "紧急程度4号", changed("urgency", size=14)),
    Case("L114", "密级在紧急程度之下", swapped("secrecy", "urgency")),
    Case("L121", "标志黑色", changed("mark", colour="")),
    Case("L122", "标志居左", changed("mark", align="left")),
    Case("L122", "标志首行缩进", changed("mark", first=60)),
    Case("L123", "标志宋体", changed("mark", font="宋体")),
    Case("L124", "标志紧贴上边", without("down", "copy", "secrecy", "urgency")),
    Case("L124", "标志太低", changed("down", pitch=60)),
    Case("L131", "方括号", changed("number", text="湘财预[2018]13号")),
    Case("L131", "圆括号", changed("number", text="湘财预（2018）13号")),
    Case("L131", "年份两位", changed("number", text="湘财预〔18〕13号")),
    Case("L131", "加第字", changed("number", text="湘财预〔2018〕第13号")),
    Case("L131", "虚位", changed("number", text="湘财预〔2018〕013号")),
    Case("L132", "下行文字号居右", changed("number", align="right")),
    Case("L132", "上行文字号顶格", changed("number", left=0), REPORT),
    Case("L132", "上行文字号居中", changed("number", align="center", left=0), REPORT),
    Case("L133", "字号上空一行", without("mark2")),
    Case("L133", "字号上空四行", added_after("mark2", blank("x"), blank("y"))),
    Case("L134", "字号黑体", changed("number", font="黑体")),
    Case("L135", "签发人黑体", changed("signer", font="黑体"), REPORT),
    Case("L136", "姓名仿宋", changed("signer", runs=(("郭秀宏", "仿宋_GB2312"),)), REPORT),
    Case("L137", "签发人靠右顶格", changed("signer", right=0), REPORT),
    Case("L141", "分隔线黑色", changed("red", border=(1.5, "000000"))),
    Case("L142", "分隔线短", changed("red", left=40, right=40)),
    Case("L143", "分隔线紧贴太远", changed("red", pitch=28.95)),
    Case("L151", "标题居左", changed("title_end", align="left")),
    Case("L151", "标题居中又缩进", changed("title_end", first=44)),
    Case("L152", "标题3号", changed("title", size=16, font="方正小标宋简体", spacing=0)),
    Case("L152", "标题黑体", changed("title_end", font="黑体")),
    Case("L153", "标题上空一行", without("red2")),
    Case("L161", "主送机关缩进", changed("addressee", first=2 * CELL)),
    Case("L161", "主送机关居中", changed("addressee", align="center")),
    Case("L162", "半角冒号", changed("addressee", text="各市州财政局:")),
    Case("L162", "没有冒号", changed("addressee", text="各市州财政局")),
    Case("L163", "标题下不空行", without("title1")),
    Case("L163", "标题下空三行", added_after("title1", blank("x"), blank("y"))),
    Case("L171", "自然段不缩进", changed("text1", first=0)),
    Case("L171", "自然段缩进四字", changed("text2", first=4 * CELL)),
    Case("L171", "回行不顶格", changed("text3", left=2 * CELL, first=0, text=BODY * 2)),
    Case("L172", "一级标题仿宋", changed("h1", font="仿宋_GB2312")),
    Case("L172", "二级标题黑体", changed("h2", font="黑体")),
    Case("L172", "三级标题小二号", changed("h3", size=18)),
    Case("L173", "三级序数用顿号", changed("h3", text="1、自评范围")),
    Case("L173", "二级序数半角括号", changed("h2", text="(一)组织分工")),
    Case("L181", "附件说明上不空行", without("text_end")),
    Case("L182", "附件说明顶格", changed("list", left=4 * CELL, first=-4 * CELL, text="附件：1.申报表")),
    Case("L183", "附件序号用顿号", changed("list_end", text="2、绩效自评表")),
    Case("L183", "附件后半角冒号", changed("list", text="附件:1.申报表")),
    Case("L184", "附件名称后有句号", changed("list_end", text="2.绩效自评表。")),
    Case("L184", "附件名称后有分号", changed("list", text="附件：1.申报表；")),
    Case("L185", "附件名称回行顶格", changed("list", left=0, first=2 * CELL)),
    Case("L191", "日期汉字", changed("date", text="二〇一八年五月十八日")),
    Case("L191", "日期虚位", changed("date", text="2018年05月18日")),
    Case("L191", "日期用点", changed("date", text="2018.5.18", right=4 * CELL)),
    Case("L192", "日期靠右顶格", changed("date", right=0)),
    Case("L192", "署名不以日期居中", changed("signature", left=120)),
    Case("L201", "附注半角括号", changed("note", text="(联系人：邱望梅，电话：85165180)")),
    Case("L201", "附注没有括号", changed("note", text="联系人：邱望梅，电话：85165180")),
    Case("L202", "附注顶格", changed("note", first=0)),
    Case("L211", "附件接排", changed("label", new_page=False)),
    Case("L212", "附件序号仿宋", changed("label", font="仿宋_GB2312")),
    Case("L213", "附件序号缩进", changed("label", first=32)),
    Case("L214", "附件标题紧接", without("label1")),
    Case("L214", "附件标题居左", changed("attached", align="left")),
    Case("L221", "首条线细", changed("first_rule", border=(0.5, "000000"))),
    Case("L221", "中间线粗", changed("middle_rule", border=(1.5, "000000"))),
    Case("L222", "版记线短", changed("middle_rule", left=30)),
    Case("L223", "抄送3号", changed("copies", size=16, spacing=0, left=64, first=-48, right=16)),
    Case("L224", "抄送顶格", changed("copies", left=42, first=-42)),
    Case("L224", "抄送没有句号", changed("copies", text="抄送：财政部驻湖南专员办")),
    Case("L225", "印发黑体", changed("printer", font="黑体", runs=(("\t2018年5月18日印发", "黑体"),))),
    Case("L226", "印发日期虚位", changed("printer", runs=(("\t2018年05月18日印发", "仿宋_GB2312"),))),
    Case("L226", "印发机关顶格", changed("printer", left=0)),
    Case("L301", "红色双线与版心等宽", changed("red", left=0, right=0), REPLY),
    Case("L302", "首页有页码", paged(title_page=False), REPLY),
    Case("L231", "没有页码", paged(numbered=False)),
    Case("L232", "页码5号", paged(odd=odd(size=10.5, right=10.5))),
    Case("L232", "页码用Times", paged(even=even(font="Times New Roman"))),
    Case("L233", "页码没有一字线", paged(odd=odd(text="{}"))),
    Case("L234", "页码居中", paged(odd=odd(align="center", right=0))),
    Case("L234", "双页码靠边", paged(even=even(left=0))),
    Case("L234", "奇偶页相同", paged(even_and_odd=False, odd=odd(align="center", right=0))),
)  # fmt: skip

"""Right letters in the forms of clause 10, and one of several organs."""

from __future__ import annotations

from tests.layout.letters import (
    BODY,
    CELL,
    HEAD,
    IMPRINT,
    LETTER,
    MAIN,
    Line,
    Page,
    Written,
    blank,
    paragraph,
    rule,
)

WIDER = (156 - 170) / 2 / 25.4 * 72
RAISED = 'w:w="8844" w:h="900" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:y="1701"'
REPLY = Written(
    (
        Line(
            "mark",
            "湖南省财政厅",
            "方正小标宋简体",
            36,
            0,
            "center",
            pitch=36,
            colour="FF0000",
            frame=RAISED,
        ),
        blank("down", 32),
        Line(
            "red",
            size=1,
            pitch=4,
            border=(3, "FF0000"),
            kind="thickThinSmallGap",
            left=WIDER,
            right=WIDER,
        ),
        Line("number", "湘财预函〔2018〕13号", align="right"),
        blank("number1"),
        blank("number2"),
        *MAIN[3:],
        Line(
            "copies",
            "抄送：财政部驻湖南专员办。",
            size=14,
            spacing=0,
            left=56,
            right=14,
            first=-42,
            pitch=24,
        ),
    ),
    Page(
        title_page=True,
        footer=1134,
        first=Line(
            "lower",
            size=1,
            pitch=4,
            border=(3, "FF0000"),
            kind="thinThickSmallGap",
            left=WIDER,
            right=WIDER,
        ),
        odd=Line("odd", "— {} —", "宋体", 14, 0, "right", right=14, pitch=60),
        even=Line("even", "— {} —", "宋体", 14, 0, "left", left=14, pitch=60),
    ),
)
"""Clause 10.1: a mark over a red double line, another double line at the foot of the first side."""
ORDER = Written(
    (
        blank("down", 51),
        Line(
            "mark", "湖南省人民政府令", "方正小标宋简体", 50, 0, "center", pitch=57, colour="FF0000"
        ),
        blank("mark1"),
        blank("mark2"),
        Line("number", "第13号", align="center"),
        blank("number1"),
        blank("number2"),
        Line("text", BODY, first=2 * CELL),
        blank("text_end"),
        blank("seal"),
        Line("signature", "省长　　郭秀宏", align="right", right=4 * CELL),
        blank("date1"),
        Line("date", "2018年5月18日", align="right", right=4 * CELL),
    )
)
"""Clause 10.2."""
MINUTES = Written(
    (
        blank("down", 94),
        Line(
            "mark",
            "湖南省财政厅会议纪要",
            "方正小标宋简体",
            44,
            0,
            "center",
            pitch=50,
            colour="FF0000",
        ),
        blank("mark1"),
        Line("issue", "第5期", align="center"),
        Line("issued", "湖南省财政厅办公室　　2018年5月8日"),
        rule("red", 1.5, "FF0000", 7.5),
        blank("red1"),
        blank("red2"),
        Line("title", "绩效管理工作会议纪要", "方正小标宋简体", 22, 0, "center", pitch=33),
        blank("title1"),
        Line("text", BODY, first=2 * CELL),
        blank("text_end"),
        Line(
            "present", "出席：", "黑体", first=2 * CELL, runs=(("郭秀宏、邱望梅。", "仿宋_GB2312"),)
        ),
        Line("absent", "请假：", "黑体", first=2 * CELL, runs=(("张三丰。", "仿宋_GB2312"),)),
        *IMPRINT,
    )
)
"""Clause 10.3."""
ORGANS = ("湖南省财政厅", "湖南省商务厅", "湖南省审计厅")


def joint(
    organs: tuple[str, ...] = ORGANS,
    signed: tuple[str, ...] = ORGANS,
    *,
    first: bool = False,
    middle: str = "center",
    sizes: tuple[float, ...] = (30, 30, 30),
) -> str:
    """Return the body of a joint letter: marks beside 文件 and signatures, both in tables."""

    def cell(line: Line | None, merged: str = "", align: str = "") -> str:
        merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "go on": "<w:vMerge/>"}[merged]
        vertical = f'<w:vAlign w:val="{align}"/>' if align else ""
        inner = paragraph(line or Line("x", pitch=40))
        return f"<w:tc><w:tcPr>{merge}{vertical}</w:tcPr>{inner}</w:tc>"

    rows = ""
    for at, (organ, size) in enumerate(zip(organs, sizes, strict=True)):
        mark = Line("m", organ, "方正小标宋简体", size, 0, "center", pitch=40, colour="FF0000")
        word = Line("w", "文件", "方正小标宋简体", 40, 0, "center", pitch=48, colour="FF0000")
        cells = [
            cell(mark),
            cell(word if at == 0 else None, "restart" if at == 0 else "go on", middle),
        ]
        rows += f"<w:tr>{''.join(reversed(cells) if first else cells)}</w:tr>"
    table = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"
    names = "".join(cell(Line("s", organ, align="center")) for organ in signed)
    lines = {x.key: x for x in LETTER.lines}
    main = [x for x in MAIN if x.key not in ("signature", "date", "note", "list", "list_end")]
    return (
        paragraph(blank("down", 36))
        + table.format(rows)
        + "".join(paragraph(x) for x in (*HEAD[-2:], lines["number"], *main))
        + table.format(f"<w:tr>{names}</w:tr>")
        + paragraph(lines["date"])
        + "".join(paragraph(x) for x in IMPRINT)
    )

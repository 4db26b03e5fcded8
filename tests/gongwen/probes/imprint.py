"""Clause 7.4: 版记."""

from __future__ import annotations

from govdocs.gongwen import imprint as standard
from tests.gongwen import spoiling as spoil
from tests.gongwen.probes.ruler import BOTTOM, FOURTH, LEFT, RIGHT, Probe, after, last

IMPRINT = [
    Probe(
        "末条线与版心下边缘重合",
        "upward",
        lambda p: last(p).rules[-1].bottom,
        BOTTOM,
        spoil.replaced(
            '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align>',
            '<wp:positionV relativeFrom="page"><wp:align>bottom</wp:align>',
        ),
        "7.4.1",
    ),
    Probe(
        "抄送很多时末条线不动",
        "long_lists",
        lambda p: last(p).rules[-1].bottom,
        BOTTOM,
        spoil.replaced(
            '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align>',
            '<wp:positionV relativeFrom="page"><wp:align>bottom</wp:align>',
        ),
        "7.4.1",
    ),
    Probe(
        "首条线高度",
        "long_lists",
        lambda p: last(p).rules[0].thickness,
        standard.OUTER_RULE.value,
        spoil.replaced('w:sz="8"', 'w:sz="12"', "word/styles.xml"),
        "7.4.1",
        0.05,
    ),
    Probe(
        "中间线高度",
        "long_lists",
        lambda p: last(p).rules[1].thickness,
        standard.INNER_RULE.value,
        spoil.replaced('w:sz="6"', 'w:sz="12"', "word/styles.xml"),
        "7.4.1",
        0.05,
    ),
    Probe(
        "版记线与版心等宽",
        "long_lists",
        lambda p: min(r.width for r in last(p).rules),
        standard.RULE_WIDTH.value,
        spoil.indent("版记中线", right="300"),
        "7.4.1",
    ),
    Probe(
        "抄送左空一字",
        "upward",
        lambda p: last(p).line("抄送：").left - LEFT,
        FOURTH,
        spoil.indent("抄送机关", left="840"),
        "7.4.2",
    ),
    Probe(
        "抄送回行与冒号后首字对齐",
        "long_lists",
        lambda p: after(last(p), "抄送：").left - last(p).line("抄送：").part("长沙").left,
        0,
        spoil.indent("抄送机关", left="1400", hanging="1120"),
        "7.4.2",
    ),
    Probe(
        "抄送右空一字",
        "long_lists",
        lambda p: RIGHT - last(p).line("抄送：").right,
        FOURTH,
        spoil.indent("抄送机关", right="1000"),
        "7.4.2",
        1.5,
    ),
    Probe(
        "抄送字号",
        "upward",
        lambda p: last(p).line("抄送：").points,
        standard.COPIES_TYPE.points,
        spoil.size("抄送机关", "32"),
        "7.4.2",
        0,
    ),
    Probe(
        "印发机关左空一字",
        "upward",
        lambda p: last(p).line("办公室").left - LEFT,
        FOURTH,
        spoil.indent("印发机关和日期", left="40"),
        "7.4.3",
    ),
    Probe(
        "印发日期右空一字",
        "upward",
        lambda p: RIGHT - last(p).line("日印发").right,
        FOURTH,
        spoil.replaced('w:pos="8565"', 'w:pos="8200"', "word/styles.xml"),
        "7.4.3",
    ),
]

"""Clauses 7.3.5 and 7.3.6: signature, date, note."""

from __future__ import annotations

from tests.gongwen import spoiling as spoil
from tests.gongwen.probes.ruler import (
    CHARACTER,
    DAY,
    LEFT,
    PITCH,
    RIGHT,
    Probe,
    after,
    before,
    blank_lines,
    signature,
    with_text,
)

SIGNATURE = [
    Probe(
        "用印：成文日期右空四字",
        "upward",
        lambda p: RIGHT - with_text(p, DAY).line(DAY).right,
        4 * CHARACTER,
        spoil.indent("成文日期（用印）", right="900"),
        "7.3.5.1",
    ),
    Probe(
        "用印：署名以日期居中",
        "upward",
        lambda p: signature(p).centre - with_text(p, DAY).line(DAY).centre,
        0,
        spoil.indent("署名（用印，日期10字）", left="3500"),
        "7.3.5.1",
    ),
    Probe(
        "联合用印：末一署名以日期居中",
        "joint",
        lambda p: signature(p).centre - with_text(p, DAY).line(DAY).centre,
        0,
        spoil.align("署名（联合用印）", "left"),
        "7.3.5.1",
    ),
    Probe(
        "不用印：上空一行",
        "unsealed_short",
        lambda p: blank_lines(before(p[1], signature(p).text), signature(p)),
        1,
        spoil.pitch("空行", "900"),
        "7.3.5.2",
        0.1,
    ),
    Probe(
        "不用印：署名右空二字",
        "unsealed",
        lambda p: RIGHT - with_text(p, "国库支付局").line("国库支付局").right,
        2 * CHARACTER,
        spoil.indent("署名（不用印）", right="100"),
        "7.3.5.2",
    ),
    Probe(
        "不用印：日期比署名右移二字",
        "unsealed",
        lambda p: (
            after(with_text(p, "国库支付局"), "国库支付局").left
            - with_text(p, "国库支付局").line("国库支付局").left
        ),
        2 * CHARACTER,
        spoil.indent("成文日期（不用印）", left="200"),
        "7.3.5.2",
    ),
    Probe(
        "不用印、日期较长：日期右空二字",
        "unsealed_short",
        lambda p: RIGHT - p[1].line(DAY).right,
        2 * CHARACTER,
        spoil.indent("成文日期（不用印，靠右）", right="200"),
        "7.3.5.2",
    ),
    Probe(
        "不用印、日期较长：右移二字",
        "unsealed_short",
        lambda p: p[1].line(DAY).left - signature(p).left,
        2 * CHARACTER,
        spoil.indent("署名（不用印，日期10字较长）", left="5600"),
        "7.3.5.2",
    ),
    Probe(
        "附注左空二字",
        "upward",
        lambda p: with_text(p, "（联系人").line("（联系人").left - LEFT,
        2 * CHARACTER,
        spoil.indent("附注", firstLine="200"),
        "7.3.6",
    ),
    Probe(
        "附注在日期下一行",
        "upward",
        lambda p: with_text(p, "（联系人").line("（联系人").base - with_text(p, DAY).line(DAY).base,
        PITCH,
        spoil.style("附注", "spacing", before="200"),
        "7.3.6",
    ),
]

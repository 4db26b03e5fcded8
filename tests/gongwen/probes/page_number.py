"""Clauses 7.5 and 8: page numbers."""

from __future__ import annotations

from govdocs.gongwen import page
from govdocs.gongwen import page_number as standard
from tests.gongwen import spoiling as spoil
from tests.gongwen.probes.ruler import FOURTH, LEFT, RIGHT, Probe, dash_below, number

PAGE_NUMBER = [
    Probe(
        "单页码居右空一字",
        "upward",
        lambda p: RIGHT - number(p[0]).right,
        FOURTH,
        spoil.indent("页码（单页）", right="900"),
        "7.5",
    ),
    Probe(
        "双页码居左空一字",
        "upward",
        lambda p: number(p[1]).left - LEFT,
        FOURTH,
        spoil.indent("页码（双页）", left="900"),
        "7.5",
    ),
    Probe(
        "一字线距版心7毫米",
        "upward",
        lambda p: dash_below(p[0]),
        standard.DASH_BELOW_TEXT.value,
        spoil.margin(footer="1200"),
        "7.5",
    ),
    Probe(
        "双页一字线距版心7毫米",
        "upward",
        lambda p: dash_below(p[1]),
        standard.DASH_BELOW_TEXT.value,
        spoil.margin(footer="1200"),
        "7.5",
    ),
    Probe(
        "附件页一字线距版心7毫米",
        "hunan",
        lambda p: dash_below(p[6]),
        standard.DASH_BELOW_TEXT.value,
        spoil.margin(footer="1200"),
        "7.5",
    ),
    Probe(
        "页码字号",
        "upward",
        lambda p: number(p[0]).points,
        standard.NUMBER_TYPE.points,
        spoil.size("页码（单页）", "21"),
        "7.5",
        0,
    ),
    Probe(
        "横排单页页码距版心7毫米",
        "landscape",
        lambda p: page.BOTTOM_MARGIN.value - (p[2].turned_left + p[2].turned_right) / 2,
        standard.DASH_BELOW_TEXT.value,
        spoil.replaced(
            "<wp:posOffset>875230</wp:posOffset>",
            "<wp:posOffset>300000</wp:posOffset>",
            "word/header1.xml",
        ),
        "8",
    ),
    Probe(
        "横排单页页码居右空一字",
        "landscape",
        lambda p: p[2].height - page.RIGHT_MARGIN.value - p[2].turned[-1].right,
        FOURTH,
        spoil.indent("页码（单页）", right="900"),
        "8",
    ),
    Probe(
        "横排双页页码居左空一字",
        "landscape",
        lambda p: p[3].turned[0].left - LEFT,
        FOURTH,
        spoil.indent("页码（双页）", left="900"),
        "8",
    ),
]

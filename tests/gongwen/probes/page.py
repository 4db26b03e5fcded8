"""Clause 5: the text area, lines, characters."""

from __future__ import annotations

from govdocs.gongwen import page as standard
from tests.gongwen import spoiling as spoil
from tests.gongwen.probes.ruler import (
    BOTTOM,
    LEFT,
    LOWER,
    RIGHT,
    TOP,
    UPPER,
    Probe,
    full_lines,
    text_lines,
)

PAGE = [
    Probe(
        "版心左边",
        "long_report",
        lambda p: min(x.left for x in text_lines(p[1])),
        LEFT,
        spoil.margin(left="1800"),
        "5.2.1",
    ),
    Probe(
        "版心右边",
        "long_report",
        lambda p: max(x.right for x in text_lines(p[1])),
        RIGHT,
        spoil.margin(right="1700"),
        "5.2.1",
    ),
    Probe(
        "版心上边",
        "long_report",
        lambda p: text_lines(p[1])[0].top - UPPER,
        TOP,
        spoil.margin(top="2250"),
        "5.2.1",
    ),
    Probe(
        "版心下边",
        "long_report",
        lambda p: text_lines(p[1])[-1].bottom + LOWER,
        BOTTOM,
        spoil.pitch("Normal", "600"),
        "5.2.1",
    ),
    Probe(
        "每面22行",
        "long_report",
        lambda p: len(text_lines(p[1])),
        standard.LINES_A_SIDE.value,
        spoil.pitch("Normal", "600"),
        "5.2.3",
        0,
    ),
    Probe(
        "每行28字",
        "long_report",
        lambda p: min(full_lines(p[1])[:-1]),
        standard.CHARACTERS_A_LINE.value,
        spoil.style("Normal", "spacing", "rPr", val="0"),
        "5.2.3",
        0,
    ),
    Probe(
        "正文字号",
        "long_report",
        lambda p: p[1].at(3).points,
        standard.BODY_TYPE.points,
        spoil.size("Normal", "30"),
        "5.2.2",
        0,
    ),
]

"""Clause 7.3.7: attachments."""

from __future__ import annotations

from tests.gongwen import spoiling as spoil
from tests.gongwen.probes.ruler import CENTRE, LEFT, PITCH, RIGHT, TOP, UPPER, Probe

ATTACHMENT = [
    Probe(
        "附件序号顶格",
        "hunan",
        lambda p: p[6].line("附件1").left,
        LEFT,
        spoil.indent("附件序号", left="300"),
        "7.3.7",
    ),
    Probe(
        "附件序号在第一行",
        "hunan",
        lambda p: p[6].at(0).top - UPPER,
        TOP,
        spoil.pitch("附件序号", "800"),
        "7.3.7",
    ),
    Probe(
        "附件标题在第三行",
        "hunan",
        lambda p: p[6].at(1).base - p[6].at(0).base,
        2 * PITCH,
        spoil.pitch("空行", "400"),
        "7.3.7",
    ),
    Probe(
        "附件标题居中",
        "hunan",
        lambda p: p[6].at(1).centre,
        CENTRE,
        spoil.align("附件标题", "left"),
        "7.3.7",
    ),
    Probe(
        "附表不宽于版心",
        "hunan",
        lambda p: max(r.right for r in p[6].rules),
        RIGHT,
        spoil.margin(left="1800"),
        "5.2.1",
    ),
]

"""Clauses 7.3.1 to 7.3.4: title, addressee, text, list of attachments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govdocs.gongwen import body as standard
from tests.gongwen import spoiling as spoil
from tests.gongwen.filings import LONG_NAME
from tests.gongwen.pages import Page
from tests.gongwen.probes.ruler import (
    CENTRE,
    CHARACTER,
    LEFT,
    PITCH,
    TITLE,
    UPPER,
    Probe,
    after,
    before,
    blank_lines,
    with_text,
)


def indent_of(text: str) -> Callable[[Sequence[Page]], float]:
    """How far from the left edge the line with ``text`` begins."""

    def measure(pages: Sequence[Page]) -> float:
        return with_text(pages, text).line(text).left - LEFT

    return measure


BODY = [
    Probe(
        "标题字号",
        "upward",
        lambda p: p[0].line(TITLE).points,
        standard.TITLE_TYPE.points,
        spoil.size("公文标题", "36"),
        "7.3.1",
        0,
    ),
    Probe(
        "标题居中",
        "upward",
        lambda p: p[0].line(TITLE).centre,
        CENTRE,
        spoil.align("公文标题", "left"),
        "7.3.1",
    ),
    Probe(
        "红线下空二行",
        "upward",
        lambda p: (p[0].line(TITLE).top - p[0].rules[0].top - UPPER) / PITCH,
        standard.TITLE_BELOW_RULE.value,
        spoil.pitch("空行", "400"),
        "7.3.1",
        0.1,
    ),
    Probe(
        "标题下空一行",
        "upward",
        lambda p: blank_lines(p[0].line("发展专项资金绩效自评有关"), p[0].line("财政部：")),
        standard.ADDRESSEE_BELOW_TITLE.value,
        spoil.pitch("空行", "400"),
        "7.3.2",
        0.1,
    ),
    Probe(
        "主送机关顶格",
        "upward",
        lambda p: p[0].line("财政部：").left,
        LEFT,
        spoil.indent("主送机关", left="300"),
        "7.3.2",
    ),
    Probe(
        "主送机关回行顶格",
        "long_lists",
        lambda p: p[0].line("邵阳市财政局：").left,
        LEFT,
        spoil.indent("主送机关", left="300"),
        "7.3.2",
    ),
    Probe(
        "段首空二字",
        "upward",
        lambda p: p[0].line("天地玄黄").left - LEFT,
        2 * CHARACTER,
        spoil.indent("公文正文", firstLine="320"),
        "7.3.3",
    ),
    Probe(
        "回行顶格",
        "upward",
        lambda p: after(p[0], "天地玄黄").left,
        LEFT,
        spoil.indent("公文正文", left="200"),
        "7.3.3",
    ),
    *(
        Probe(
            f"{name}空二字",
            "marked",
            indent_of(text),
            2 * CHARACTER,
            spoil.indent("公文正文", firstLine="100"),
            "7.3.3",
        )
        for name, text in (
            ("一级标题", "第一层标题"),
            ("二级标题", "第二层标题"),
            ("三级标题", "第三层标题"),
            ("四级标题", "第四层标题"),
        )
    ),
]

ATTACHMENT_LIST = [
    Probe(
        "附件说明上空一行",
        "upward",
        lambda p: blank_lines(
            before(with_text(p, "附件：1."), "附件：1."), with_text(p, "附件：1.").line("附件：1.")
        ),
        standard.ATTACHMENTS_BELOW_TEXT.value,
        spoil.pitch("空行", "900"),
        "7.3.4",
        0.1,
    ),
    Probe(
        "附件说明左空二字",
        "upward",
        lambda p: with_text(p, "附件：1.").line("附件：1.").left - LEFT,
        2 * CHARACTER,
        spoil.indent("附件说明（首项）", left="2200"),
        "7.3.4",
    ),
    Probe(
        "附件顺序号对齐",
        "upward",
        lambda p: (
            with_text(p, "附件：1.").line("附件：1.").part("1.").left
            - after(with_text(p, "附件：1."), "附件：1.").left
        ),
        0,
        spoil.indent("附件说明（续项）", left="2200"),
        "7.3.4",
    ),
    Probe(
        "多个附件回行与名称首字对齐",
        "marked",
        lambda p: (
            after(with_text(p, "附件：1."), "附件：1.").left
            - with_text(p, "附件：1.").line("附件：1.").part(LONG_NAME[:2]).left
        ),
        0,
        spoil.indent("附件说明（首项）", left="1600", hanging="970"),
        "7.3.4",
    ),
    Probe(
        "一个附件回行与名称首字对齐",
        "unsealed",
        lambda p: (
            after(with_text(p, "附件：中央"), "附件：中央").left
            - with_text(p, "附件：中央").line("附件：").part("中央").left
        ),
        0,
        spoil.indent("附件说明（单个）", left="1260", hanging="630"),
        "7.3.4",
    ),
]

"""F331–F333: brackets, marks and spaces in all texts of the case.

Finished documents borrow these rules; what only a case needs is loaded with a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.letter.bracket_pairs import bracket_flaws
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level, Spot

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject
    from govdocs.checks.texts import PrintedText

AROUND = 6


def _printed(subject: Subject) -> tuple[PrintedText, ...]:
    from govdocs.checks.texts import printed_texts

    return printed_texts(subject)


def _finding(
    subject: Subject,
    printed: PrintedText,
    code: str,
    level: Level,
    variant: str,
    at: tuple[int, int],
) -> Finding:
    from govdocs.checks.spots import label_of

    start, end = at
    text = printed.text
    excerpt = text[max(0, start - AROUND) : end + AROUND].replace("\n", "")
    label = label_of(subject.stated, printed.path)
    return Finding(
        code,
        level,
        (Spot(printed.path, label, excerpt, at),),
        variant=variant,
        details={"what": label, "mark": text[start:end]},
        actual=excerpt,
    )


def brackets(subject: Subject) -> Iterator[Finding]:
    """Brackets and quotation marks come in pairs of one width."""
    for printed in _printed(subject):
        for variant, at in bracket_flaws(printed.text):
            yield _finding(subject, printed, "F331", Level.WARNING, variant, (at, at + 1))


_DOUBLED = re.compile(
    r"[，、；：]{2,}|。{2,}|[，、；：][。！？]|。[，、；：]|[（《“‘][，。、；：]|(?<!目)的的(?!确)"
)
_NARROW = re.compile(r"(?<=[\u4e00-\u9fff])[,;:](?=[\u4e00-\u9fff])")


def doubled_marks(subject: Subject) -> Iterator[Finding]:
    """Two marks where one belongs, half-width marks between Chinese characters."""
    for printed in _printed(subject):
        for match in _DOUBLED.finditer(printed.text):
            yield _finding(subject, printed, "F332", Level.WARNING, "", match.span())
        if printed.is_prose:
            for match in _NARROW.finditer(printed.text):
                yield _finding(subject, printed, "F332", Level.NOTE, "narrow", match.span())


_AT_BRACKET = re.compile(r"(?<=[（〔《“【])[ \t\u3000]+|[ \t\u3000]+(?=[）〕》”】，。；：、])")
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])(?!目标)")


def stray_spaces(subject: Subject) -> Iterator[Finding]:
    """Spaces inside brackets, before marks, between Chinese characters of a sentence."""
    for printed in _printed(subject):
        for match in _AT_BRACKET.finditer(printed.text):
            yield _finding(subject, printed, "F333", Level.WARNING, "", match.span())
        of_row = printed.path[0] == "indicators" and printed.path[-1] not in {"level1", "level2"}
        if printed.is_prose or of_row:
            for match in _BETWEEN.finditer(printed.text):
                yield _finding(subject, printed, "F333", Level.NOTE, "between", match.span())


RULES = (
    Rule(
        code="F331",
        kinds=EVERY_KIND,
        name="括号引号成对",
        level=Level.WARNING,
        check=brackets,
        what="全部文字中的括号、书名号、引号成对出现，全角、半角不混用。",
        why="缺一半的括号让人分不清补充说明到哪里为止。",
        mend="补上缺的一半，或改成同一种括号。",
        source="GB/T 15834-2011，4.9（括号）、4.8（引号）、4.15（书名号）",
        example=Example(
            wrong="letter: {closing: [中部（湖南)进出口商品展示交易中心已经建成。]}",
            right="letter: {closing: [中部（湖南）进出口商品展示交易中心已经建成。]}",
        ),
        sentences={
            "mixed": "{what}中括号一边全角一边半角：“{actual}”",
            "unclosed": "{what}中“{mark}”没有另一半：“{actual}”",
            "unopened": "{what}中“{mark}”没有另一半：“{actual}”",
        },
    ),
    Rule(
        code="F332",
        kinds=EVERY_KIND,
        name="标点和用字不重复",
        level=Level.WARNING,
        check=doubled_marks,
        what="没有连用的点号（，，；。等）和误重的“的的”；中文之间不用半角逗号、分号、冒号（提示）。",
        why="重复的标点多半是增删文字留下的，印出来有失庄重。",
        mend="删去多余的一个，半角标点改为全角。",
        source="GB/T 15834-2011，第4、5章",
        example=Example(
            wrong="letter: {closing: [项目进展顺利，，效果良好。]}",
            right="letter: {closing: [项目进展顺利，效果良好。]}",
        ),
        sentences={
            "": "{what}中“{mark}”重复或连用不当：“{actual}”",
            "narrow": "{what}中用了半角标点“{mark}”：“{actual}”",
        },
    ),
    Rule(
        code="F333",
        kinds=EVERY_KIND,
        name="没有多余空格",
        level=Level.WARNING,
        check=stray_spaces,
        what="括号、书名号、引号内侧和点号之前没有空格；句子中的汉字之间没有空格（提示）。",
        why="多余空格会造成字距不匀、断行错位。",
        mend="删去空格。",
        source="GB/T 15834-2011，5.1；GB/T 9704-2012，5.2.3",
        example=Example(
            wrong="letter: {closing: [各项工作（ 含培训）已经完成。]}",
            right="letter: {closing: [各项工作（含培训）已经完成。]}",
        ),
        sentences={
            "": "{what}中有多余空格：“{actual}”",
            "between": "{what}的汉字之间有空格：“{actual}”",
        },
    ),
)

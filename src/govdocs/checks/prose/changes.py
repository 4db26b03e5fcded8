"""F503, F510: growth and differences against their two bases, comparison words against the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.prose.findings import findings_of, ledger, made_once, passages
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level
from govdocs.prose.judgement import Judgement
from govdocs.prose.rates.comparisons import comparisons
from govdocs.prose.rates.growth import growths

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject


@made_once
def growth_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every change of the prose whose bases are known, true or not."""
    known = ledger(subject)
    for passage in passages(subject):
        yield from growths(passage, known, subject.year)


@made_once
def comparison_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every comparison word between two figures, true or not."""
    for passage in passages(subject):
        yield from comparisons(passage)


def growth_between_bases(subject: Subject) -> Iterator[Finding]:
    """同比增长, 增加 and 个百分点 against the two figures that they are between."""
    return findings_of("F503", growth_judgements(subject), subject)


def comparison_words(subject: Subject) -> Iterator[Finding]:
    """提高到, 高于, 增速回落 against the figures on both sides."""
    return findings_of("F510", comparison_judgements(subject), subject)


RULES = (
    Rule(
        code="F503",
        kinds=EVERY_KIND,
        name="增减与前后两数相符",
        level=Level.ERROR,
        check=growth_between_bases,
        what="写了本期数和上期数（同一句，或正文他处同一主体、同一事项、相邻年度），增长率等于（本期－上期）÷上期，增减额等于两数之差，比率的变化用百分点。检查成文时，上年数写在后面、括号里或前一句的，也一并核对。",
        why="两期的数更新了，增幅还是旧的，这是数字最多的句子里最常见的错。",
        mend="按两期数重算增幅，或更正写错的一期。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        example=Example(
            wrong="letter:\n  opening: [园区产值由200万元增至260万元，增长20%。]",
            right="letter:\n  opening: [园区产值由200万元增至260万元，增长30%。]",
        ),
        sentences={
            "growth": "{label}写“{shown}”，按{new}和{old}应为{expected}：{arithmetic}",
            "near": "{label}写“{shown}”，按{new}和{old}是{expected}，相差在四舍五入范围内：{arithmetic}",
            "direction": "{label}写“{shown}”，增减方向与{new}、{old}相反：{arithmetic}",
            "points": "{label}比率的变化写“{shown}”，应为{expected}：{arithmetic}",
        },
    ),
    Rule(
        code="F510",
        kinds=EVERY_KIND,
        name="比较用语与数字相符",
        level=Level.ERROR,
        check=comparison_words,
        what="“由甲提高到乙”“高于”“低于”“增速回落”等用语两边的数字，大小与用语一致。",
        why="数字改了而用语没改，结论就反了。",
        mend="更正数字或用语。",
        source="文义与数字一致",
        example=Example(
            wrong="letter:\n  opening: [合格率由96%提高到95%。]",
            right="letter:\n  opening: [合格率由95%提高到96%。]",
        ),
        sentences={"comparison": "{label}写“{word}”，而两边的数是{actual}：“{sentence}”"},
    ),
)

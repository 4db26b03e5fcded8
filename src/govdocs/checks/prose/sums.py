"""F501, F502: sums that a sentence announces with its parts, and n × each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.prose.findings import findings_of, made_once, passages
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level
from govdocs.prose.judgement import Judgement
from govdocs.prose.products.each import each_times
from govdocs.prose.sums.sums import sums

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject


@made_once
def announced(subject: Subject) -> Iterator[Judgement]:
    """Every total and part that a sentence announces; the parts are F505's."""
    for passage in passages(subject):
        yield from sums(passage)


@made_once
def sum_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every sum of the prose, true or not."""
    return (judgement for judgement in announced(subject) if judgement.name != "part")


@made_once
def each_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every n × each of the prose, true or not."""
    for passage in passages(subject):
        yield from each_times(passage)


def announced_sums(subject: Subject) -> Iterator[Finding]:
    """A total of the prose against the parts that its sentence lists."""
    return findings_of("F501", sum_judgements(subject), subject)


def each_of_many(subject: Subject) -> Iterator[Finding]:
    """An amount for each, times how many, against the total of the sentence."""
    return findings_of("F502", each_judgements(subject), subject)


RULES = (
    Rule(
        code="F501",
        kinds=EVERY_KIND,
        name="正文合计等于所列各项之和",
        level=Level.ERROR,
        check=announced_sums,
        what="一句话里写明各项和“共计”“合计”，或写明总数和“其中”各项的，各项相加等于总数；列举带“等”、数字带“约”“余”的，只看各项之和是否超过总数。单位先换算（元、万元、亿元，人、万人），不同种类的数不相加。检查成文时还看分在几句、几段里的：年初预算与追加、调减合成调整后预算，已办与未办合成总数，每项带两种数（宗和亩、万元和家）的列举，冒号之下分段列出的各项，“以上三项合计”；看不出各项就是全部的不查。",
        why="总数改了分项没改，或分项抄错一位，读者一加就知道。",
        mend="核对总数和各项，更正错的一处；“其中”没有列全的，写“其中主要”或加“等”。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        example=Example(
            wrong="letter:\n  opening: [补助甲县300万元、乙县250万元，共计560万元。]",
            right="letter:\n  opening: [补助甲县300万元、乙县260万元，共计560万元。]",
        ),
        sentences={
            "listed": "{label}所列各项之和是{expected}，写的是{actual}：{arithmetic}",
            "near": "{label}所列各项之和是{expected}，写的是{actual}，相差在四舍五入范围内：{arithmetic}",
            "among": "{label}“其中”各项之和是{expected}，{relation}总数{actual}：{arithmetic}",
        },
    ),
    Rule(
        code="F502",
        kinds=EVERY_KIND,
        name="单项乘以个数等于总数",
        level=Level.ERROR,
        check=each_of_many,
        what="写明“各××万元”“每家××万元”和个数（或逐一列名）的，单项乘以个数等于句中的总数；“3200户，每户1000元，共计……”“每县300万元……90个县共……”也在此列。检查成文时，外币按句中写明的汇率折合人民币的，写成算式的（95%×10＝9.5分），也核对。",
        why="个数、标准、总额三个数里改了一个，另两个常忘记跟着改。",
        mend="核对个数、标准和总额。",
        source="算术关系",
        example=Example(
            wrong="letter:\n  opening: [安排补助资金500万元，支持甲公司、乙公司各200万元。]",
            right="letter:\n  opening: [安排补助资金400万元，支持甲公司、乙公司各200万元。]",
        ),
        sentences={
            "each": "{label}写总数{actual}，按单项和个数应为{expected}：{arithmetic}",
            "equation": "{label}写的算式结果是{actual}，应为{expected}：{arithmetic}",
            "exchanged": "{label}写“{actual}”，按句中的汇率应为{expected}：{arithmetic}",
        },
    ),
)

"""F507, F508, F509: one measure with two values, paid and left, units mixed in one comparison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.prose.findings import findings_of, ledger, made_once, passages, tag_paths
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level
from govdocs.prose.facts.same import same_measures
from govdocs.prose.judgement import Judgement
from govdocs.prose.rates.mixed_units import mixed_units
from govdocs.prose.sums.leftover import leftovers

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject


@made_once
def same_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every measure that the prose states twice; two tags of two values are two facts."""
    for judgement in same_measures(ledger(subject)):
        if any(path is None for path in tag_paths(judgement.cited[:2])):
            yield judgement


@made_once
def leftover_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every total with what was paid and left of it on one day."""
    return leftovers(passages(subject))


@made_once
def unit_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every comparison whose units are of two kinds."""
    for passage in passages(subject):
        yield from mixed_units(passage)


def stated_twice(subject: Subject) -> Iterator[Finding]:
    """One subject, measure, unit and time with two values."""
    return findings_of("F507", same_judgements(subject), subject)


def paid_and_left(subject: Subject) -> Iterator[Finding]:
    """已拨付 plus 尚未拨付 against the total of the same day."""
    return findings_of("F508", leftover_judgements(subject), subject)


def units_of_comparison(subject: Subject) -> Iterator[Finding]:
    """万元 beside 亿美元, % where 个百分点 is meant."""
    return findings_of("F509", unit_judgements(subject), subject)


RULES = (
    Rule(
        code="F507",
        kinds=EVERY_KIND,
        name="同一数字前后一致",
        level=Level.WARNING,
        check=stated_twice,
        what="正文两处写同一主体、同一事项、同一时间、同一单位的数，两个数一致；单位不同的先换算，按印出的位数比较。检查成文时，名称相同、只差一位数字而没有别处重复的两个数，也提示核对，“剩余××盏”“××个问题中，……”所指的与前文的个数、总收入与总支出只差一位的同样提示；分属不同预算、不同资产、不同项目小节的，以及人均、每户与总数，是两回事，不作比较；同一说法有三个以上不同数的（分县、分项目列举），不作比较。",
        why="同一个数前后两样，至少有一处是错的。",
        mend="核实后统一；口径不同的，在句中写明。",
        source="同一事实前后一致",
        example=Example(
            wrong="letter:\n  opening: [2017年新增外贸企业11家。, 2017年工作扎实，新增外贸企业13家。]",
            right="letter:\n  opening: [2017年新增外贸企业11家。, 2017年工作扎实，新增外贸企业11家。]",
        ),
        sentences={
            "same": "{measure}（{period}）前后不一：{label}写{actual}，另一处写{expected}",
            "near_same": "“{measure}”前后只差一个数字：{label}写{actual}，{other}写{expected}，请核对是不是同一个数",
            "cut": "{measure}（{period}）前后不一：{label}写{actual}，另一处写{expected}，后者像是舍去了尾数而没有四舍五入",
        },
    ),
    Rule(
        code="F508",
        kinds=EVERY_KIND,
        name="已付与未付之和等于总数",
        level=Level.WARNING,
        check=paid_and_left,
        what="同一截止日的“已拨付”与“仍余……尚未拨付”相加，等于句中的总数。检查成文时，总数在前几段的“支出……结余……”也核对。",
        why="三个数里的一个来自另一个时点，合不上就说不清钱在哪里。",
        mend="把三个数统一到同一截止日。",
        source="算术关系：总数＝已付＋未付",
        example=Example(
            wrong="letter:\n  opening: [截至2017年12月31日，已拨付310万元。, 补助资金共516万元，截至2017年12月31日，仍余196万元尚未拨付。]",
            right="letter:\n  opening: [截至2017年12月31日，已拨付320万元。, 补助资金共516万元，截至2017年12月31日，仍余196万元尚未拨付。]",
        ),
        sentences={
            "leftover": "{label}写未付{actual}，总数{total}减去已付{paid}应为{expected}：{arithmetic}"
        },
    ),
    Rule(
        code="F509",
        kinds=EVERY_KIND,
        name="同一比较中单位一致",
        level=Level.WARNING,
        check=units_of_comparison,
        what="同一事项两年的数，货币种类一致；占比、比率的升降用“个百分点”，不用“%”。",
        why="“4.29亿美元”到“4.74万元”，多半是单位写错；占比“上升9%”与“上升9个百分点”是两回事。",
        mend="核对单位；比率的变化改用百分点。",
        source="GB/T 15835-2011；算术关系",
        example=Example(
            wrong="letter:\n  opening: [2016年出口总额为4.29亿美元，2017年出口总额为4.74万元，增长0.45亿美元。]",
            right="letter:\n  opening: [2016年出口总额为4.29亿美元，2017年出口总额为4.74亿美元，增长0.45亿美元。]",
        ),
        sentences={
            "mixed": "{label}{measure}写“{actual}”，同一句里比较的另一个数是“{other}”，单位不是一种",
            "points": "{label}比率{rate}的升降写“{actual}”，如指两年比率之差，应写“{expected}”",
        },
    ),
)

"""F504, F505: shares against part and whole, and parts that are greater than their whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.prose.findings import findings_of, ledger, made_once, passages
from govdocs.checks.prose.sums import announced
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level
from govdocs.prose.judgement import Judgement
from govdocs.prose.rates.rates import rates
from govdocs.prose.rates.shares import shares
from govdocs.prose.sums.hierarchy import hierarchy_of, parts_within

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject


@made_once
def share_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every share of the prose whose part and whole are known, true or not."""
    known = ledger(subject)
    for passage in passages(subject):
        yield from shares(passage, known, subject.year)
        yield from rates(passage)


@made_once
def part_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every part of the prose with its whole, true or not."""
    everything = passages(subject)
    pairs = hierarchy_of(everything)
    yield from (judgement for judgement in announced(subject) if judgement.name == "part")
    for passage in everything:
        yield from parts_within(passage, pairs)


def shares_of_wholes(subject: Subject) -> Iterator[Finding]:
    """占比 against the part and the whole that the sentence names."""
    return findings_of("F504", share_judgements(subject), subject)


def parts_of_wholes(subject: Subject) -> Iterator[Finding]:
    """其中 against the figure before it; a part that the paper itself calls one."""
    return findings_of("F505", part_judgements(subject), subject)


RULES = (
    Rule(
        code="F504",
        kinds=EVERY_KIND,
        name="占比、比率与部分和总数相符",
        level=Level.ERROR,
        check=shares_of_wholes,
        what="句中写明部分、总数和“占”“占比”的，占比等于部分除以总数；总数没有写出而部分是个数的，看是否有一个整数总数能得出这一占比（只作提示）。句中先后写明预算数、执行数和执行率（到位率、支付率、完成率）的，比率等于两数之商。检查成文时，总数写在前一句或前几段的比率、占比、人均数也核对：前后都没有能得出它的数，而其中一个数改一位数字就合上的，提示核对。",
        why="总数或部分改了，占比常还是旧的。",
        mend="按部分除以总数更正。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        example=Example(
            wrong="letter:\n  opening: [共收回问卷200份，其中满意160份，占比75%。]",
            right="letter:\n  opening: [共收回问卷200份，其中满意160份，占比80%。]",
        ),
        sentences={
            "share": "{label}写占比{actual}，{part}占{whole}应为{expected}：{arithmetic}",
            "rate": "{label}写{actual}，{part}除以{whole}应为{expected}：{arithmetic}",
            "integer": "{label}写{part}占{whole}的{actual}：没有一个整数的总数能得出这一比例（{arithmetic}）",
        },
    ),
    Rule(
        code="F505",
        kinds=EVERY_KIND,
        name="部分不大于总数",
        level=Level.ERROR,
        check=parts_of_wholes,
        what="“其中”之后的数不大于它所属的总数；正文说“甲占乙的百分之几”的，同一句里甲不大于乙。只比较同一种类的数。检查成文时，写“控制在……限额以内”“未超过预算”的，前一个数不大于后一个；整改、追回的金额不大于涉及的金额，“规范管理”一类的人数不大于管理的人数。",
        why="部分大于总数，不是数字抄错就是单位写错。",
        mend="核对两个数及其单位、口径。",
        source="算术关系：部分不大于全部",
        example=Example(
            wrong="letter:\n  opening: [登记企业512家，其中规模以上企业634家。]",
            right="letter:\n  opening: [登记企业512家，其中规模以上企业34家。]",
        ),
        sentences={"part": "{label}的“{shown}”大于它所属的总数（应{expected}）：“{sentence}”"},
    ),
)

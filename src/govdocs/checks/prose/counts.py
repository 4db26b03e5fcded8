"""F506: counts (三个方面, 3家企业) against the lists beside or beneath them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.prose.findings import findings_of, made_once, passages
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level
from govdocs.prose.counts.counts import counts
from govdocs.prose.judgement import Judgement

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject


@made_once
def count_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every count that stands beside its list, true or not."""
    for passage in passages(subject):
        yield from counts(passage)


def counts_of_lists(subject: Subject) -> Iterator[Finding]:
    """A count of the prose against the points, names or subsections that it counts."""
    return findings_of("F506", count_judgements(subject), subject)


RULES = (
    Rule(
        code="F506",
        kinds=EVERY_KIND,
        name="个数与所列各项相符",
        level=Level.ERROR,
        check=counts_of_lists,
        what="“四个方面”之后的“一是、二是……”，“3家企业（甲、乙、丙）”括号内的名单，“3个乡镇……，分别为……”，“甲股、乙股3个股室”之前的名单，“3家单位，其中甲局×万元、……总计×万元”逐一写明金额且合于总计的名单，“分四个部分：”之后各有一数的各项，“从三个方面”之后的下级标题，个数与写明的个数相等。带“等”“包括”的名单不检查。",
        why="增删了一条而没有改个数，是修改稿里的常见痕迹。",
        mend="更正个数，或补上、删去一项。",
        source="文义与数字一致",
        example=Example(
            wrong="letter:\n  opening: [成效体现在四个方面：一是效率提高；二是成本下降；三是服务改善。]",
            right="letter:\n  opening: [成效体现在三个方面：一是效率提高；二是成本下降；三是服务改善。]",
        ),
        sentences={
            "enumerated": "{label}写“{shown}{noun}”，后面列到第{expected}项（“{last}”）",
            "listed_count": "{label}写“{shown}{noun}”，列出的是{expected}项：“{sentence}”",
            "sections": "{label}写“{shown}{noun}”，下面有{expected}个小标题",
        },
    ),
)

"""F217, F219: goals have indicators, and attachment 2 repeats the goals of attachment 1."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.rows import bigrams, plain_name
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level


def goals_without_indicator(subject: Subject) -> Iterator[Finding]:
    """A goal that shares no word with any indicator."""
    case = subject.full
    words: set[str] = set()
    for row in case.indicators:
        words |= bigrams(row.name)
    for at, goal in enumerate(case.goals):
        own = bigrams(goal)
        if own and not own & words:
            yield Finding(
                "F217",
                Level.WARNING,
                (spot_at(case, "goals", at),),
                details={"number": str(at + 1)},
                actual=goal,
            )


def goals_carried(subject: Subject) -> Iterator[Finding]:
    """年初设定目标 of attachment 2 against the goals of attachment 1, where both are stated."""
    case = subject.case
    planned = case.goal_statement.planned
    if planned is None or not case.goals:
        return
    plain = plain_name(planned)
    missing = [at for at, goal in enumerate(case.goals) if not _carried(goal, plain)]
    if missing:
        yield Finding(
            "F219",
            Level.WARNING,
            (
                spot_at(case, "goal_statement", "planned"),
                *(spot_at(case, "goals", at) for at in missing),
            ),
            details={"numbers": "、".join(f"目标{at + 1}" for at in missing)},
            expected="；".join(case.goals[at] for at in missing),
        )


def _carried(goal: str, planned: str) -> bool:
    own = bigrams(goal)
    return plain_name(goal).rstrip("。；") in planned or (
        bool(own) and len(own & bigrams(planned)) >= len(own) * 0.8
    )


RULES = (
    Rule(
        code="F217",
        name="每个年度目标有对应指标",
        level=Level.WARNING,
        check=goals_without_indicator,
        what="每个年度目标至少应有一个绩效指标与之相关（按用词判断，完全没有共同用词的才报）。",
        why="没有指标的目标无法考核。",
        mend="为该目标补设指标，或调整目标的表述。",
        source="财预〔2015〕163号：绩效目标与绩效指标的相关性",
        example=Example(
            wrong="goals: [支持中小企业开拓国际市场, 培育跨境物流龙头]",
            right="goals: [支持中小企业开拓国际市场, 建设公共服务平台]",
        ),
        sentences={"": "目标{number}“{actual}”没有对应的绩效指标"},
    ),
    Rule(
        code="F219",
        name="年初设定目标照录申报的目标",
        level=Level.WARNING,
        check=goals_carried,
        what="附件2“年初设定目标”另行填写的，应包括附件1的各项年度目标（个别字词不同不计）。",
        why="自评对照的应是申报时的目标，漏掉的目标等于不考核。",
        mend="照录附件1的年度目标（“年初设定目标”不填即自动照录）。",
        source="财预〔2018〕29号附件自评表“年初设定目标”栏",
        example=Example(
            wrong="goal_statement: {planned: 支持中小企业开拓国际市场, achieved: 已完成}",
            right="goal_statement: {achieved: 已完成}",
        ),
        sentences={"": "附件2“年初设定目标”没有包括附件1的{numbers}"},
    ),
)

"""F708: the tables of section 四 against annex 1 and the score table, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govdocs.checks.evaluation.examples import STEPS, leaf
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import shown, spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.derive import leaves
from govdocs.finding import Finding, Level
from govdocs.model.quantity import Quantity
from govdocs.place import Path


def rows_of_analysis(subject: Subject) -> Iterator[Finding]:
    """Names, values and scores that an analysis table prints otherwise than annex 1."""
    case = subject.full_report
    for b, block in enumerate(case.indicators):
        names = Counter(
            row.table_name or row.name for group in block.groups for row in group.indicators
        )
        for g, group in enumerate(block.groups):
            path: Path = ("indicators", b, "groups", g)
            if group.table_name is not None and group.table_name != group.name:
                spots = (spot_at(case, *path, "table_name"), spot_at(case, *path, "name"))
                yield Finding(
                    "F708",
                    Level.ERROR,
                    spots,
                    "name",
                    {"name": group.name},
                    group.name,
                    group.table_name,
                )
        yield from _twice(subject, b, names)
    for path, row in leaves(case):
        pairs = (("table_name", "name"), ("table_value", "value"), ("table_score", "score"))
        for printed, own in pairs:
            there, here = getattr(row, printed), getattr(row, own)
            if there is None or here is None or _same(there, here):
                continue
            spots = (spot_at(case, *path, printed), spot_at(case, *path, own))
            # A row under another's name brings the other's value along: one slip.
            explains = (("F708", (*path, "table_value")),) if own == "name" else ()
            yield Finding(
                "F708", Level.ERROR, spots, own, {"name": row.name}, shown(here), shown(there),
                explains=explains,
            )  # fmt: skip


def _twice(subject: Subject, b: int, names: Counter[str]) -> Iterator[Finding]:
    case = subject.full_report
    for name, count in names.items():
        if count < 2:
            continue
        spots = tuple(
            spot_at(case, *path, "table_name" if row.table_name else "name")
            for path, row in leaves(case)
            if path[1] == b and (row.table_name or row.name) == name
        )
        yield Finding("F708", Level.ERROR, spots, "twice", {"name": name}, "1", str(count))


def _same(there: Quantity | str, here: Quantity | str) -> bool:
    if isinstance(there, Quantity) and isinstance(here, Quantity):
        return there.number == here.number and (
            there.kind == here.kind or not there.kind or not here.kind
        )
    return shown(there) == shown(here)


RULES = (
    Rule(
        code="F708", name="分析表与附件1一致", level=Level.ERROR, check=rows_of_analysis, kinds=REPORTS,
        what="第四部分各分析表的二级、三级指标名称、业绩值和得分，与得分表、附件1相同；一张表内没有重名的行。",
        why="两张表的行错位或改名，读者分不清哪一个得分属于哪一个指标。",
        mend="不填“分析表中的”各项，由程序照附件1印出；或更正。",
        source="同一事实前后一致",
        example=Example(wrong=leaf(f"table_value: 96%, {STEPS}"), right=leaf(f"table_value: 100%, {STEPS}")),
        sentences={
            "name": "分析表把“{expected}”写成了“{actual}”",
            "value": "“{name}”的业绩值，分析表写{actual}，附件1是{expected}",
            "score": "“{name}”的得分，分析表写{actual}，附件1是{expected}",
            "twice": "分析表中“{name}”出现了{actual}次，可能有一行的名称错位",
        },
    ),
)  # fmt: skip

"""F721: tables, figures and annexes that the prose refers to, against those that the report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level, Spot
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.report import ReportSection
from govdocs.place import Path
from govdocs.prose.passage import Passage
from govdocs.prose.words.numerals import chinese_number
from govdocs.tags.evaluation.table_numbers import table_numbers, tables_in_order

_TABLE = re.compile(r"(?<!附)表\s*(?P<n>\d+[-－—]\d+)")
_ATTACHED = re.compile(
    r"(?:见|如|[（(])\s*(?P<kind>附件|附表|图)\s*(?P<n>\d{1,2}|[一二三四五六七八九十])(?![\d.%％年月日]|[-－—]\d|至\d|[、.．][^，。；）)])"
)
_QUOTED = re.compile(r"(?:通知|办法|文件|规定|方案|意见|细则|合同|协议|申报书)[》”]?(?:的|之)?$")


def references(subject: Subject) -> Iterator[Finding]:
    """表4-5, 附件3, 附表2, 图2 in the prose, typed or printed by a tag, that the report does not have."""
    case = subject.full_report
    tables = {number.removeprefix("表") for number in _printed(case).values()}
    has = {"附件": _annexes(case), "附表": _of_survey(case), "图": _of_survey(case)}
    yield from _printed_twice(subject)
    for passage in passages(subject):
        yield from _tables(passage, tables)
        yield from _attached(passage, has)
        yield from _unprinted(subject, passage)


def _printed(case: EvaluationCase) -> dict[str, str]:
    """The numbers of the tables that stand in the report, by their names."""
    placed = set(tables_in_order(case.sections))
    return {name: number for name, number in table_numbers(case).items() if name in placed}


def _annexes(case: EvaluationCase) -> list[int]:
    """附件1 is the tree of indicators, 附件2 the survey where there is one."""
    return [1] if case.survey is None else [1, 2]


def _of_survey(case: EvaluationCase) -> list[int]:
    """The tables of annex 2, each with its figure: satisfaction, then questions of several ticks."""
    if case.survey is None:
        return []
    questions = case.survey.questions
    counted = _satisfaction(case)
    several = sum(question.multiple and bool(question.options) for question in questions)
    return list(range(1, counted + several + 1))


def _satisfaction(case: EvaluationCase) -> bool:
    """Tell whether annex 2 prints the table of satisfaction."""
    return case.survey is not None and any(question.counts for question in case.survey.questions)


def _tables(passage: Passage, known: set[str]) -> Iterator[Finding]:
    for said in _TABLE.finditer(passage.text):
        if _quoted(passage, said) or passage.source_of(said.span()) is not None:
            continue
        number = re.sub("[－—]", "-", said["n"])
        if number not in known:
            listed = "、".join(sorted(f"表{n}" for n in known)) or "无"
            yield _finding(passage, said.span(), "", listed, said[0])


def _attached(passage: Passage, has: dict[str, list[int]]) -> Iterator[Finding]:
    for said in _ATTACHED.finditer(passage.text):
        if _quoted(passage, said) or passage.source_of(said.span()) is not None:
            continue
        number = int(said["n"]) if said["n"].isdigit() else chinese_number(said["n"])
        kind = said["kind"]
        if number in has[kind]:
            continue
        own = (said.start("kind"), said.end())
        known = "、".join(f"{name}{n}" for name in ("附件", "附表", "图") for n in has[name])
        meant = kind == "附表" and number in has["附件"]
        yield _finding(passage, own, "annex" if not meant else "label", known, said[0][own[0] - said.start() :])  # fmt: skip


def _quoted(passage: Passage, said: re.Match[str]) -> bool:
    """A table or annex of another document: behind its title or name, or inside a title."""
    before = passage.text[: said.start()]
    if before.count("《") > before.count("》"):
        return True
    return bool(_QUOTED.search(before[-12:].rstrip())) or before.rstrip("（( ").endswith("》")


def _unprinted(subject: Subject, passage: Passage) -> Iterator[Finding]:
    """A number that a tag printed of a table that no section prints."""
    case = subject.full_report
    placed = set(tables_in_order(case.sections)) | ({"survey"} if _satisfaction(case) else set())
    for start, end, value in passage.sources:
        if value.path[:1] != ("tables",) or len(value.path) < 2 or value.path[-1] != "name":
            continue
        table = case.tables[int(value.path[1])]
        if table.name not in placed:
            yield _finding(passage, (start, end), "unprinted", table.title, passage.text[start:end])


def _printed_twice(subject: Subject) -> Iterator[Finding]:
    """Two sections that print one table: its number would stand above both."""
    first: dict[str, Path] = {}
    for path, name in _placed(subject.report.sections, ("sections",)):
        if name not in first:
            first[name] = path
            continue
        spots = (spot_at(subject.report, *path), spot_at(subject.report, *first[name]))
        number = table_numbers(subject.report).get(name, name)
        yield Finding("F721", Level.WARNING, spots, "twice", {"label": ""}, number, name)


def _placed(sections: tuple[ReportSection, ...], path: Path) -> Iterator[tuple[Path, str]]:
    for at, section in enumerate(sections):
        if section.table is not None:
            yield (*path, at, "table"), section.table
        yield from _placed(section.sections, (*path, at, "sections"))


def _finding(
    passage: Passage, span: tuple[int, int], variant: str, expected: str, actual: str
) -> Finding:
    spot = Spot(passage.path, passage.label, actual, span)
    return Finding(
        "F721", Level.ERROR, (spot,), variant, {"label": passage.label}, expected, actual
    )


RULES = (
    Rule(
        code="F721", name="表号、附件号引用", level=Level.ERROR, check=references, kinds=REPORTS,
        what="正文写的表号、附件号、附表号、图号，报告中确有其表、其附件；用标签引用的表，有一节印出它；一个表只印一次。引别的文件的附件、附表不检查。",
        why="表移动或增删后编号自动变化，键入的编号不会；读者按号找不到。",
        mend="表号用标签引用，如 {{ tables.scores.ref }}；指标体系是附件1，满意度报告是附件2，附件2中的表是附表。",
        source="引用应当有所指",
        example=Example(wrong=piece("opening: [详见表9-9。]"), right=piece("opening: ['详见{{ tables.scores.ref }}。']")),
        sentences={
            "": "{label}引用“{actual}”，报告中的表有：{expected}",
            "annex": "{label}引用“{actual}”，报告没有；有的是：{expected}",
            "label": "{label}引用“{actual}”，报告没有这个附表，指的若是附件，应写“附件”；有的是：{expected}",
            "twice": "两处都印出表格“{actual}”，表号都是{expected}",
            "unprinted": "{label}引用“{actual}”（{expected}），但没有一节印出这个表",
        },
    ),
)  # fmt: skip

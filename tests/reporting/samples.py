"""Findings of every shape, made by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govdocs.checks.rule import Example, Rule
from govdocs.checks.subject import Subject
from govdocs.finding import AcceptedBy, CheckResult, Coverage, Finding, Level, RuleFault, Spot
from govdocs.place import CellPlace, LinePlace, Path, Place, WordPlace
from govdocs.reporting.report import Report

FILE = "data/2017-hunan.yaml"


def at(line: int, column: int = 1) -> LinePlace:
    return LinePlace(FILE, line, column)


def spot(
    path: Path,
    label: str,
    shown: str = "",
    place: Place | None = None,
    span: tuple[int, int] | None = None,
) -> Spot:
    return Spot(path, label, shown, span, place)


def _never(subject: Subject) -> Iterator[Finding]:
    return iter(())


def rule(code: str, name: str, sentence: str, **more: str) -> Rule:
    return Rule(
        code=code,
        name=name,
        level=Level.ERROR,
        check=_never,
        what=f"{name}时报告。",
        why="上级汇总时会退回。",
        mend="按算式改正，或说明理由。",
        source="财预〔2018〕29号附件",
        example=Example("budget: {total: 1}", "budget: {total: 2}"),
        sentences={"": sentence, **more},
    )


RULES: Mapping[str, Rule] = {
    made.code: made
    for made in (
        rule(
            "F101",
            "执行率不等于执行数÷预算数",
            "执行率印作 {actual}，应为 {expected}",
            root="按合计 {full} 算正好是 {actual}",
        ),
        rule("F203", "两个附件指标名称不同", "附件1“{one}”与附件2“{two}”不一致"),
        rule("F301", "正文绝对化表述与表不符", "正文称“{claim}”，表中为 {actual}"),
        rule("F401", "必填项空白", "{what}空白"),
    )
}

RATE = Finding(
    "F101",
    Level.ERROR,
    (
        spot(("execution", "total", "rate"), "附件2“年度资金总额”执行率", "96%", at(23, 50)),
        spot(
            ("execution", "total", "executed"),
            "附件2“年度资金总额”全年执行数",
            "16573.08",
            at(23, 29),
        ),
    ),
    details={"full": "19089.08"},
    expected="95%",
    actual="96%",
    arithmetic="16573.08÷17385×100%＝95.33%",
    hint="root",
    below=(
        Finding(
            "F101",
            Level.ERROR,
            (spot(("execution", "central", "rate"), "附件2“中央补助”执行率", "96%", at(24, 52)),),
            expected="95%",
            actual="96%",
        ),
    ),
)
NAMES = Finding(
    "F203",
    Level.ERROR,
    (
        spot(("indicators", 13, "name"), "附件1第14行指标名称", "带动技术进口额", at(150)),
        spot(("indicators", 13, "reported_name"), "附件2第14行指标名称", "带动技术出口额", at(151)),
    ),
    details={"one": "带动技术进口额", "two": "带动技术出口额"},
    accepted=AcceptedBy("已报送文件如此，下年更正", "张三", "2018-05-18"),
)
CLAIM = Finding(
    "F301",
    Level.WARNING,
    (
        spot(
            ("letter", "sections", 0, "paragraphs", 0),
            "公文“一、基本情况”第1段",
            "所有资金全部按时拨付到位。",
            at(283, 11),
            (20, 33),
        ),
        spot(("indicators", 9, "actual"), "附件2“资金拨付及时性”全年完成值", "85%", at(120)),
    ),
    details={"claim": "全部按时拨付到位"},
    actual="85%",
)
BLANK = Finding(
    "F401",
    Level.ERROR,
    (
        spot(
            ("goal_statement", "achieved"),
            "附件2“全年实际完成情况”",
            "",
            CellPlace("案卷.xlsx", "年度目标", "C7"),
        ),
    ),
    details={"what": "全年实际完成情况"},
)
NOWHERE = Finding("F999", Level.NOTE, (), details={"原因": "没有位置"}, expected="甲", actual="乙")
HOSTILE = Finding(
    "F203",
    Level.NOTE,
    (
        spot(
            ("indicators", 0, "name"),
            "附件1第1行[red]指标[/red]",
            "<script>alert('x')</script>&“引号”{brace}",
            WordPlace("报告 二.docx", table=2, row=3, column=4),
        ),
        spot(("goals", 0), "附件1目标1", "长" * 600 + "\n第二行\t😀\u0301", at(7)),
    ),
    details={"one": "[bold]<b>1</b>", "two": "</script><script>{0}"},
    arithmetic="1＋1＝[/]3",
)
COVERAGE = Coverage(
    37,
    31,
    31,
    tuple(
        spot(("letter", "sections", 3, "paragraphs", n), f"公文第{n}段", f"{n}个") for n in range(6)
    ),
)
FAULT = RuleFault("F777", "ZeroDivisionError: division by zero (money.py:12)")

RESULT = CheckResult((CLAIM, RATE, BLANK, NAMES, NOWHERE, HOSTILE), (), COVERAGE)
REPORT = Report(FILE, RESULT)
CLEAN = Report("干净.yaml", CheckResult(()))
BROKEN = Report("坏.yaml", CheckResult((), (FAULT,)))

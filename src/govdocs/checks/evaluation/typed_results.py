"""F726: rates and results typed into the prose under their own name, against the case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.evaluation.typed_targets import typed_targets
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.derive import leaves
from govdocs.evaluation.measures import measured
from govdocs.finding import Finding, Level, Spot
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import Measure
from govdocs.model.interval import rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import DOLLAR, MONEY, PERCENT
from govdocs.place import Path
from govdocs.prose.figure import ProseFigure
from govdocs.prose.passage import Passage

_Known = dict[str, list[tuple[Path, Quantity]]]

_IS = re.compile(r"(?:为|是|达|达到|仅为|只有|：)?\s*")
_OPEN = re.compile(r"(?:^|[，,。；;：:！？（()）“”、\s]|其中|项目|对象|群众|公众|[年的末度])$")
_OTHERS = re.compile(r"自评|上年|去年|往年|目标|要求|应当|应达|计划|预计|低于|高于|评分标准")
_RULE_SAID = re.compile(r"(?:（含）)?(?:的|以上)?[，,]?(?:得|计|扣)")
_LEAST_DIGITS = 2
"""3.6 and 4.74 are known again by their digits; 1 and 50 are anybody's."""


def _rates(case: EvaluationCase) -> _Known:
    """Rates by the names that a report calls them by."""
    known: _Known = {}
    for measure, path in (
        (Measure.ARRIVED, ("sources",)),
        (Measure.SPENT, ("sources",)),
        (Measure.PAID_IN_TIME, ("milestones",)),
        (Measure.SATISFACTION, ("survey", "stated")),
    ):
        rate = measured(case, measure)
        if rate is not None:
            known.setdefault(measure.value, []).append((path, rate))
    rows: list[tuple[str, Path, object]] = [
        (row.name, (*path, "value"), row.value) for path, row in leaves(case)
    ]
    for at, goal in enumerate(case.goals):
        rows += [
            (goal.name, ("goals", at, field), getattr(goal, field))
            for field in ("actual", "target", "declared_target")
        ]
    for name, where, value in rows:
        if isinstance(value, Quantity) and value.kind == PERCENT:
            known.setdefault(name, []).append((where, value))
    return known


def _amounts(case: EvaluationCase) -> _Known:
    """Results in money by the names of their goals and facts."""
    known: _Known = {}
    for at, goal in enumerate(case.goals):
        for field in ("actual", "target", "declared_target"):
            value = getattr(goal, field)
            if isinstance(value, Quantity) and value.kind in {MONEY, DOLLAR}:
                known.setdefault(goal.name, []).append((("goals", at, field), value))
    for at, fact in enumerate(case.facts):
        for field in ("value", "previous"):
            value = getattr(fact, field)
            if isinstance(value, Quantity) and value.kind in {MONEY, DOLLAR}:
                known.setdefault(fact.name, []).append((("facts", at, field), value))
    return known


def typed_results(subject: Subject) -> Iterator[Finding]:
    """A typed rate right behind a name, a typed amount with the digits but not the unit, a target."""
    case = subject.full_report
    told = set()
    for one in typed_targets(subject):
        variant = "target_unit" if one.unit_alone else "target"
        told.add((one.passage.path, one.figure.span))
        yield _finding(case, one.passage, one.figure, variant, one.name, one.path, one.right)
    rates, amounts = _rates(case), _amounts(case)
    for passage in passages(subject):
        for figure in passage.reading.figures:
            typed = passage.source_of(figure.span) is None
            if not typed or (passage.path, figure.span) in told:
                continue
            if figure.is_rate and figure.exact:
                yield from _rate(case, passage, figure, rates)
            elif figure.kind in {MONEY, DOLLAR}:
                yield from _amount(case, passage, figure, amounts)


def _rate(
    case: EvaluationCase, passage: Passage, figure: ProseFigure, rates: _Known
) -> Iterator[Finding]:
    head, rest = passage.text[: figure.span[0]], passage.text[figure.span[1] :]
    sentence = re.split(r"[。；！？]", head)[-1]
    years = {int(year) for year in re.findall(r"(?<!\d)(\d{4})年", sentence)}
    if _OTHERS.search(sentence) or _RULE_SAID.match(rest) or (years and case.year not in years):
        return
    name = next((n for n in sorted(rates, key=len, reverse=True) if _ends(head, n)), "")
    if not name or any(_prints(figure, value) for _, value in rates[name]):
        return
    path, right = rates[name][0]
    yield _finding(case, passage, figure, "rate", name, path, right)


def _ends(head: str, name: str) -> bool:
    at = head.rfind(name)
    return (
        at >= 0
        and _IS.fullmatch(head[at + len(name) :]) is not None
        and _OPEN.search(head[:at]) is not None
    )


def _prints(figure: ProseFigure, value: Quantity) -> bool:
    factor = value.unit.factor if value.unit else 1
    if value.bound is not Bound.EXACT:
        return figure.value == value.number * factor
    return figure.value == rounded(value.number * factor, figure.decimals)


def _amount(
    case: EvaluationCase, passage: Passage, figure: ProseFigure, amounts: _Known
) -> Iterator[Finding]:
    if len(figure.number.normalize().as_tuple().digits) < _LEAST_DIGITS:
        return
    sentence = re.split(r"[。；！？]", passage.text[: figure.span[0]])[-1]
    named = [(name, *one) for name, ones in amounts.items() if name in sentence for one in ones]
    if any(_same(figure, value) for _, _, value in named):
        return
    for name, path, value in named:
        if value.number == figure.number:
            yield _finding(case, passage, figure, "unit", name, path, value)
            return


def _same(figure: ProseFigure, value: Quantity) -> bool:
    factor = value.unit.factor if value.unit else 1
    return figure.kind == value.kind and figure.value == value.number * factor


def _finding(
    case: EvaluationCase,
    passage: Passage,
    figure: ProseFigure,
    variant: str,
    name: str,
    path: Path,
    right: Quantity,
) -> Finding:
    spot = Spot(passage.path, passage.label, figure.text, figure.span)
    details = {"label": passage.label, "name": name}
    spots = (spot, spot_at(case, *path))
    return Finding("F726", Level.WARNING, spots, variant, details, right.text, figure.text)


RULES = (
    Rule(
        code="F726", name="正文点名的率和金额与案卷一致", level=Level.WARNING, check=typed_results, kinds=REPORTS,
        what="正文键入的资金到位率、预算执行率、发放及时率、总体满意度，以及紧接在三级指标、年度目标名称之后的百分数，是案卷中的数；写在年度目标或正文数据名称之后的金额，数字与案卷相同的，单位也相同。“年度绩效目标”“年度目标”部分里紧接在目标名称之后的数，以及别处写明是目标、指标值的数，是该目标的指标值（不与完成值比较；10000万美元即1亿美元）；“项目总目标”只查数字相同而单位不同。说的是别的年度、自评、要求或评分标准的，不比较。",
        why="表按数据印，正文键入的是上一稿的数，一份报告里就有两个执行率；亿元写成万元、元写成美元，数字对而差了成千上万倍。",
        mend="用标签引用，如 {{ measures.预算执行率 }}、{{ survey.stated }}；或更正。",
        source="同一事实正文与附表一致",
        example=Example(
            wrong=piece("opening: [项目预算执行率为96%。]"), right=piece("opening: [项目预算执行率为100%。]")
        ),
        sentences={
            "rate": "{label}写“{name}”{actual}，案卷是{expected}",
            "unit": "{label}写“{name}”{actual}，案卷是{expected}：数字相同而单位不同",
            "target": "{label}写“{name}”的目标{actual}，案卷的指标值是{expected}",
            "target_unit": "{label}写“{name}”的目标{actual}，案卷的指标值是{expected}：数字相同而单位不同",
        },
    ),
)  # fmt: skip

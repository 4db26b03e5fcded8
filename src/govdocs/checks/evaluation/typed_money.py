"""F722: what the prose says was allocated and paid, typed, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.measures import allocated_total, paid_total, total
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level, Spot
from govdocs.model.units import unit_of
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.passage import Passage

_PAID = re.compile(
    r"(?:已|累计|共|实际)(?:累计|共)?(?:拨付|支付|发放)(?:了|资金|补贴|金额|共)*$|(?:项目|资金|补贴)(?:已|共)?拨付(?:了|共)?$"
)
_LEFT = re.compile(r"(?:仍余|尚余|剩余|尚有|仍有|还有)[^，。；\d]{0,16}$")
_WHOLE = re.compile(r"(?:补贴|项目)(?:资金|金额)(?:共|共计|合计|总额)?(?:为|是)?$")
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class MoneyClaim:
    """A typed amount that its words call paid, left or allocated, and whether the case has it."""

    passage: Passage
    figure: ProseFigure
    variant: str
    right: Decimal
    holds: bool


def money_claims(subject: Subject) -> Iterator[MoneyClaim]:
    """Every typed amount whose words say what it is of the money of this case."""
    case = subject.full_report
    if not case.recipients:
        return
    allocated, paid = allocated_total(case), paid_total(case)
    budget = total(source.amount for source in case.sources)
    left = {row.left.number for row in case.milestones if row.left is not None}
    known = (
        ("paid", _PAID, {paid, *(row.paid.number for row in case.milestones)}, paid),
        ("left", _LEFT, {allocated - paid, *left, *(f.allocated.number - f.paid.number for f in case.recipients)}, allocated - paid),
        ("allocated", _WHOLE, {allocated, budget}, allocated),
    )  # fmt: skip
    unit = unit_of(case.money_unit)
    for passage in passages(subject):
        for figure in passage.reading.figures:
            if figure.sort is not Sort.MEASURE or not figure.exact or figure.unit is None:
                continue
            if figure.unit.kind != unit.kind or passage.source_of(figure.span) is not None:
                continue
            number = figure.number * figure.unit.factor / unit.factor
            before = passage.text[max(0, figure.span[0] - _BEFORE) : figure.span[0]]
            for variant, pattern, values, right in known:
                if pattern.search(before):
                    yield MoneyClaim(passage, figure, variant, right, _among(number, values))
                    break


def typed_money(subject: Subject) -> Iterator[Finding]:
    """A typed amount paid, left or allocated that is none of the case's."""
    case = subject.full_report
    for claim in money_claims(subject):
        if not claim.holds:
            passage, figure = claim.passage, claim.figure
            spot = Spot(passage.path, passage.label, figure.text, figure.span)
            expected = f"{trimmed(claim.right)}{case.money_unit}"
            details = {"label": passage.label}
            spots = (spot, spot_at(case, "recipients"))
            yield Finding(
                "F722", Level.WARNING, spots, claim.variant, details, expected, figure.text
            )


def _among(number: Decimal, values: set[Decimal]) -> bool:
    return any(number == value for value in values)


RULES = (
    Rule(
        code="F722", name="正文的拨付数与拨付明细一致", level=Level.WARNING, check=typed_money, kinds=REPORTS,
        what="正文键入的已拨付、尚未拨付和补贴资金总额，是拨付明细、拨付进度中的数。",
        why="拨付数随时间变化，键入的数常常停在上一稿。",
        mend="用标签引用，如 {{ money.paid|with_unit }}、{{ milestones[0].left|with_unit }}；或更正。",
        source="同一事实正文与附表一致",
        example=Example(
            wrong=piece("opening: [截至2023年11月，资金已拨付100万元。]"),
            right=piece("opening: [截至2023年11月，资金已拨付90万元。]"),
        ),
        sentences={
            "paid": "{label}写已拨付{actual}，拨付明细合计是{expected}",
            "left": "{label}写尚未拨付{actual}，按拨付明细是{expected}",
            "allocated": "{label}写补贴资金{actual}，分配合计是{expected}",
        },
    ),
)  # fmt: skip

"""F101, F102: a total is the sum of its rows, in both attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from govdocs.checks.agreement import Agreement, quotient_agreement, sum_agreement
from govdocs.checks.arithmetic import plain, sum_of, written_rate, written_sum
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level
from govdocs.model.case import Case
from govdocs.model.derived import SOURCES
from govdocs.model.quantity import Quantity, read_quantity
from govdocs.place import Path

COLUMNS = {"budget": "全年预算数", "executed": "全年执行数"}
LEVEL_OF = {Agreement.APART: Level.ERROR, Agreement.NEAR: Level.NOTE, Agreement.CUT: Level.NOTE}


@dataclass(frozen=True)
class _Sum:
    """A stated total, the paths of its parts, and the amounts of those that are filled."""

    total_path: Path
    total: Quantity
    parts: dict[Path, Quantity]
    blank: tuple[Path, ...]

    @property
    def agreement(self) -> Agreement:
        return sum_agreement(self.total, list(self.parts.values()))

    @property
    def amounts(self) -> list[Quantity]:
        return list(self.parts.values())


def execution_totals(subject: Subject) -> Iterator[Finding]:
    """年度资金总额 against its rows, for A and B; both columns at once where one row was lost."""
    case = subject.case
    sums = {name: found for name in COLUMNS if (found := _column(case, name)) is not None}
    findings = {name: f for name, each in sums.items() if (f := _difference("F101", case, each))}
    head = _row_left_out(case, sums, findings)
    if head is not None:
        yield head
    else:
        yield from findings.values()


def _column(case: Case, name: str) -> _Sum | None:
    total = getattr(case.execution.total, name, None)
    rows: dict[Path, Quantity] = {}
    blank: list[Path] = []
    for source in SOURCES:
        amount = getattr(getattr(case.execution, source), name, None)
        path: Path = ("execution", source, name)
        if amount is None:
            blank.append(path)
        else:
            rows[path] = amount
    if total is None or not rows:
        return None
    return _Sum(("execution", "total", name), total, rows, tuple(blank))


def _difference(code: str, case: Case, each: _Sum) -> Finding | None:
    agreement = each.agreement
    if agreement is Agreement.EXACT:
        return None
    rest = each.total.number - sum_of(each.amounts)
    blank = each.blank if rest > 0 else ()
    details = {
        "total": label_of(case, each.total_path),
        "difference": trimmed(abs(rest)),
        "unit": case.money_unit,
        "blank": "、".join(label_of(case, path) for path in blank),
    }
    if agreement is Agreement.APART:
        variant, hint = ("blank", "fill") if blank else ("", "")
    else:
        variant, hint = agreement.value, ""
    return Finding(
        code,
        LEVEL_OF[agreement],
        tuple(spot_at(case, *path) for path in (each.total_path, *each.parts, *blank)),
        variant=variant,
        details=details,
        expected=trimmed(sum_of(each.amounts)),
        actual=each.total.text,
        arithmetic=written_sum(each.amounts) if len(each.parts) > 1 else "",
        hint=hint,
    )


def _row_left_out(
    case: Case, sums: dict[str, _Sum], findings: dict[str, Finding]
) -> Finding | None:
    """One message for A, B and their rates where the same rows were left out of both totals."""
    apart = [n for n, f in findings.items() if f.level is Level.ERROR]
    if not apart or any(n not in sums for n in COLUMNS):
        return None
    full = {name: sum_of(each.amounts) for name, each in sums.items()}
    lost = {name: _rows_lost(sums[name]) for name in apart}
    rows = next(iter(lost.values()))
    rate = getattr(case.execution.total, "rate", None)
    fits = rate is not None and _fits_full_only(rate, sums)
    same_rows = len(apart) == len(COLUMNS) and bool(rows) and len(set(lost.values())) == 1
    if not (fits or same_rows):
        return None
    spots = [spot_at(case, "execution", "total", name) for name in COLUMNS]
    if fits:
        spots.append(spot_at(case, "execution", "total", "rate"))
    spots += [spot_at(case, "execution", row, name) for row in rows or () for name in COLUMNS]
    details = {
        "rows": "、".join(label_of(case, ("execution", row)) for row in rows)
        if rows
        else "部分来源",
        "rate": rate.text if rate else "",
        "budget": plain(full["budget"]),
        "executed": plain(full["executed"]),
    }
    return Finding(
        "F101",
        Level.ERROR,
        tuple(spots),
        variant="row_left_out",
        details=details,
        expected=f"{plain(full['budget'])}；{plain(full['executed'])}",
        actual="；".join(sums[name].total.text for name in COLUMNS),
        arithmetic=written_rate(full["executed"], full["budget"]) if full["budget"] else "",
        hint="rate_fits" if fits else "add_rows",
        below=tuple(replace(f, hint="") for f in findings.values()),
        explains=_rates_of(case, rate) if fits else (),
    )


def _rows_lost(each: _Sum) -> tuple[str, ...]:
    """The rows without which the parts give exactly the stated total; empty where there are none."""
    sources = list(each.parts)
    for size in range(1, len(sources)):
        for left in combinations(sources, size):
            kept = [each.parts[path] for path in sources if path not in left]
            if sum_of(kept) == each.total.number:
                return tuple(str(path[1]) for path in left)
    return ()


def _fits_full_only(rate: Quantity, sums: dict[str, _Sum]) -> bool:
    def agrees(executed: Quantity, budget: Quantity) -> bool:
        found = quotient_agreement(rate.number, rate.decimals, executed, budget, 100)
        return found is Agreement.EXACT

    full = {name: read_quantity(plain(sum_of(each.amounts))) for name, each in sums.items()}
    executed, budget = full["executed"], full["budget"]
    if executed is None or budget is None:
        return False
    as_stated = agrees(sums["executed"].total, sums["budget"].total)
    return agrees(executed, budget) and not as_stated


def _rates_of(case: Case, rate: Quantity | None) -> tuple[tuple[str, Path], ...]:
    """Where the same rate was copied to; the rules of rates say whether it is wrong there."""
    if rate is None:
        return ()
    keys: list[tuple[str, Path]] = [
        ("F103", ("execution", row, "rate"))
        for row in ("total", *SOURCES)
        if (stated := getattr(getattr(case.execution, row), "rate", None)) is not None
        and stated.number == rate.number
    ]
    for at, row in enumerate(case.indicators):
        if isinstance(row.actual, Quantity) and row.actual.number == rate.number:
            keys.append(("F104", ("indicators", at, "actual")))
    return tuple(keys)


def budget_total(subject: Subject) -> Iterator[Finding]:
    """总预算数 of attachment 1 against 中央补助 and 地方资金."""
    case = subject.case
    total = case.budget.total
    paths: Sequence[Path] = (("budget", "central"), ("budget", "local"))
    amounts = (case.budget.central, case.budget.local)
    parts = {p: a for p, a in zip(paths, amounts, strict=True) if a is not None}
    if total is None or not parts:
        return
    blank = tuple(path for path in paths if path not in parts)
    finding = _difference("F102", case, _Sum(("budget", "total"), total, parts, blank))
    if finding is not None:
        explains: tuple[tuple[str, Path], ...] = (
            ("F108", ("budget", "total")),
            ("F109", ("budget", "total")),
        )
        yield replace(finding, explains=explains if finding.level is Level.ERROR else ())


_ROUNDING = {
    "near": "{total}印为{actual}，各项相加为{expected}，相差在四舍五入范围内，请核对尾数",
    "cut": "{total}印为{actual}，是把{expected}的尾数直接舍去，没有四舍五入",
}

RULES = (
    Rule(
        code="F101",
        name="年度资金总额等于各来源之和",
        level=Level.ERROR,
        check=execution_totals,
        what="附件2“项目资金”中，年度资金总额的全年预算数（A）和全年执行数（B）分别等于中央补助、地方资金、其他资金三行之和。",
        why="总额少算一行，执行率的分子分母跟着错，正文、时效指标再引用就错成一片。",
        mend="把漏加的来源加进总额，或更正写错的那一行；总额和执行率不填时由程序相加、计算。",
        source="财预〔2018〕29号附件自评表：年度资金总额＝中央补助＋地方资金＋其他资金（包括结转结余）",
        example=Example(
            wrong="execution:\n  total: {budget: 900, executed: 700, rate: 78%}",
            right="execution:\n  total: {budget: 1000, executed: 800, rate: 80%}",
        ),
        sentences={
            "": "{total}为{actual}，各来源相加应为{expected}，相差{difference}{unit}",
            "blank": "{total}为{actual}，已填各来源相加只有{expected}，差额{difference}{unit}没有来源，而{blank}空白",
            "fill": "请补填空白的来源（差额{difference}{unit}），或更正总额",
            "row_left_out": "年度资金总额{actual}漏加了{rows}，应为{expected}",
            "rate_fits": "按完整总额计算{arithmetic}，与印出的{rate}相符：总额漏加一行，执行率照完整总额算出，又被抄到其他行",
            "add_rows": "请把{rows}加进年度资金总额：预算数{budget}，执行数{executed}",
            **_ROUNDING,
        },
    ),
    Rule(
        code="F102",
        name="总预算数等于中央补助与地方资金之和",
        level=Level.ERROR,
        check=budget_total,
        what="附件1“预算金额”中，总预算数等于中央补助与地方资金之和；总数大于已填部分而另一栏空白的，指出差额。",
        why="总数里有一块钱没有来源，审核时无法确认地方是否配套、配套多少。",
        mend="补填空白的一栏，或更正总预算数；总预算数不填时由程序相加。",
        source="财预〔2015〕163号绩效目标申报表：年度金额＝中央补助＋地方资金",
        example=Example(
            wrong="budget: {total: 1000, central: 600, local: null}",
            right="budget: {total: 1000, central: 600, local: 400}",
        ),
        sentences={
            "": "{total}为{actual}，中央补助与地方资金相加应为{expected}，相差{difference}{unit}",
            "blank": "{total}为{actual}，已填部分只有{expected}，差额{difference}{unit}没有来源，而{blank}空白",
            "fill": "请在{blank}填{difference}{unit}，或更正总预算数",
            **_ROUNDING,
        },
    ),
)

"""F603: rate columns against the columns that they divide."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.columns.head_formulas import formulas_of
from govdocs.checks.document.tables.columns.ratio_relations import (
    Relation,
    figures_of,
    is_rate,
    relations_of,
    row_fits,
    true_rate,
)
from govdocs.finding import Level
from govdocs.model.interval import rounded
from govdocs.reading.tables import Region, Row


def column_ratios(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every rate of every rate column whose dividend and divisor are certain."""
    for region in subject.regions:
        rates = [column for column in region.numeric if is_rate(region, column)]
        if not rates:
            continue
        formulas = formulas_of(region, subject.notes_of(region.table))
        for rate in rates:
            relations = relations_of(region, rate, formulas.get(rate))
            if relations:
                yield from _judge(region, relations)


def _judge(region: Region, relations: tuple[Relation, ...]) -> Iterator[Judged]:
    first = relations[0]
    for row in region.rows:
        kept = [row_fits(region, row, one) for one in relations]
        if all(fit is None for fit in kept):
            continue
        held = cell_held(*(region.cell(row.index, c) for c in first.columns))
        if any(kept):
            yield Judged(True, (), held)
        else:
            broken = next(one for one, fit in zip(relations, kept, strict=True) if fit is False)
            yield from _wrong(region, row, broken)


def _wrong(region: Region, row: Row, relation: Relation) -> Iterator[Judged]:
    figures = figures_of(region, row, relation)
    true = None if figures is None else true_rate(figures[1], figures[2], relation.kind)
    if figures is None or true is None:
        return
    rate, part, whole = figures
    shown = f"{rounded(true[1], rate.decimals):f}%"
    a, b = plain(part.number), plain(whole.number)
    line = (
        f"（{a}－{b}）÷{b}×100%＝{shown}" if relation.kind == "growth" else f"{a}÷{b}×100%＝{shown}"
    )
    yield Judged(
        False,
        tuple(cell_spot(region, row, c) for c in relation.columns),
        cell_held(*(region.cell(row.index, c) for c in relation.columns)),
        "",
        {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
         "column": region.columns[relation.rate].last},
        expected=shown,
        actual=rate.text,
        arithmetic=line,
        level=None if relation.named else Level.WARNING,
    )  # fmt: skip


RULES = (
    DocumentRule(
        code="F603",
        name="表内比率与所除两数相符",
        level=Level.ERROR,
        judge=column_ratios,
        what="比率等于表头写明的两数相除：表头、栏次或表注印有公式（C/B）的按公式，否则按名称（得分率是得分除以分值，执行率是执行数除以预算数，到位率、完成率、增长率、占比同理）；名称不能确定的，先看至少两行合于哪两列相除，再查不合的行（疑似）。",
        why="两数改了，比率常还是旧的；合计行的比率最容易忘记重算。",
        mend="按所除两数重算比率，或核对两数。",
        source="算术关系；印出的小数位决定允许的舍入范围，舍去尾数的也算相符",
        sentences={
            "": "{table}“{row}”{column}写{actual}，按同一行的数应为{expected}：{arithmetic}"
        },
        example=DocumentExample(
            wrong="表2 得分情况表\n|指标|权重|得分|得分率|\n|决策|20|18|90%|\n|过程|25|20|84%|\n|产出|30|27|90%|",
            right="表2 得分情况表\n|指标|权重|得分|得分率|\n|决策|20|18|90%|\n|过程|25|20|80%|\n|产出|30|27|90%|",
        ),
    ),
)

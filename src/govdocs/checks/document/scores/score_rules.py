"""F609: scores against the printed rule of their row, where a program can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.rates_in_rows import rates_in_rows
from govdocs.checks.document.scores.score_book import ScoreTable, plain_name, value_column
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.concepts import Concept, the_column
from govdocs.finding import Level
from govdocs.model.interval import quotient, rounded
from govdocs.prose.words.folding import fold, squeeze
from govdocs.reading import Cell
from govdocs.reading.tables import Region, Row

_POINTS = re.compile(r"(?:得|计)(?P<points>\d+(?:\.\d+)?)分")
_TIER = re.compile(
    r"(?P<low>\d{1,3}(?:\.\d+)?)%(?:（含）)?(?:（?及?以上）?|-\d{1,3}%?|[,，](?=得))?(?:（不含）)?[，,]?(?:得|计)(?P<points>\d+(?:\.\d+)?)分"
)
_PROPORTIONAL = re.compile(
    r"(?:未达到|未完成|否则|不足|低于)[^。；]{0,12}按(?:实际)?(?:完成)?比例(?:计|得|扣)分"
)
_PER_POINT = re.compile(
    r"为?100%[^。；]{0,6}满分[，,]每(?:减少|降低|下降|低)(?:1%|1个百分点|一个百分点)扣(?P<what>权重分的|分值的|该项权重的)?(?P<cut>\d+(?:\.\d+)?)(?P<unit>%|分)"
)
_RATE = re.compile(r"(?:率|度)(?:均|已)?(?:为|达到了?|达|是)?(?P<rate>\d{1,3}(?:\.\d+)?)%")
_PLANNED = re.compile(
    r"(?:预计|计划|应|目标)[^，。；\d]{0,12}(?:\d{4}年[^，。；\d]{0,10})?(?P<plan>\d+)(?P<unit>[家个户项人台亩])[，,；](?:但|而)?实际[^，。；\d]{0,8}(?P<done>\d+)(?P=unit)"
)
_UNPAID = re.compile(
    r"共(?P<total>\d+(?:\.\d+)?)(?P<unit>万?元)[，,][^。；]*?仍余(?P<left>\d+(?:\.\d+)?)(?P=unit)尚未(?:拨付|发放|支付)"
)
_SCORED = re.compile(r"(?:计|得|综合得分|故得)(?P<points>\d+(?:\.\d+)?)分[。；]?$")
_LADDER = re.compile(r"①|②|1[.、）)]|[（(]1[)）]")


def scores_by_rule(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every score whose rule is machine-readable and whose value its row states."""
    for table in subject.score_tables:
        region = table.region
        rule, remark = the_column(region, Concept.RULE), the_column(region, Concept.REMARK)
        for row in region.rows:
            if not row.labels:
                continue
            yield from _stated(table, row, remark)
            if rule is not None:
                yield from _row(table, row, rule, remark)
    yield from _value_and_tiers(subject)
    yield from rates_in_rows(subject)


def _text(region: Region, row: Row, column: int | None) -> str:
    cell = None if column is None else region.cell(row.index, column)
    return "" if cell is None else squeeze(fold(cell.text)).replace("〜", "~")


def _stated(table: ScoreTable, row: Row, remark: int | None) -> Iterator[Judged]:
    """计3分 at the end of a remark is the score of its row."""
    found = _SCORED.search(_text(table.region, row, remark))
    score = table.number(row.index, table.score)
    if found is None or score is None or remark is None:
        return
    cells = (table.region.cell(row.index, table.score), table.region.cell(row.index, remark))
    holds = Decimal(found["points"]) == score
    yield Judged(
        holds, () if holds else (cell_spot(table.region, row, table.score), cell_spot(table.region, row, remark)),
        cell_held(*cells), "remark", {"table": table.region.table.name, "row": row.label},
        expected=found["points"], actual=plain(score),
    )  # fmt: skip


def _row(table: ScoreTable, row: Row, rule: int, remark: int | None) -> Iterator[Judged]:
    region = table.region
    words, said = _text(region, row, rule), _text(region, row, remark)
    weight, score = table.number(row.index, table.weight), table.number(row.index, table.score)
    if not words or weight is None or score is None:
        return
    ladder = list(_POINTS.finditer(words))
    if _LADDER.search(words) and words.count("否则不得分") >= 2 and len(ladder) > 1:
        total = sum((Decimal(m["points"]) for m in ladder), Decimal(0))
        single = all(len(_POINTS.findall(part)) <= 1 for part in re.split(r"[①②③④⑤⑥]|；", words))
        if single:
            yield _judged(
                region,
                row,
                (table.weight, rule),
                total == weight,
                "points",
                plain(total),
                plain(weight),
                "＋".join(m["points"] for m in ladder) + f"＝{plain(total)}",
            )
    expected = _expected(words, said, region, row, weight)
    if expected is None:
        return
    value, how, sure = expected
    decimals = (
        max(2, -int(score.as_tuple().exponent)) if isinstance(score.as_tuple().exponent, int) else 2
    )
    holds = (
        abs(rounded(value, decimals) - score) <= Decimal(1).scaleb(-min(decimals, 2))
        or rounded(value, 1) == score
    )
    columns = (table.score, rule, *(() if remark is None else (remark,)))
    yield _judged(
        region,
        row,
        columns,
        holds,
        "rule",
        plain(rounded(value, 2)),
        plain(score),
        how,
        None if sure else Level.WARNING,
    )


def _expected(
    words: str, said: str, region: Region, row: Row, weight: Decimal
) -> tuple[Decimal, str, bool] | None:
    """The score that the rule gives for the row's value, how, and whether the value is stated as such."""
    tiers = _tiers(words)
    rate = _value(region, row, said)
    if tiers and rate is not None and "酌情" not in words:
        reached = next((points for low, points in tiers if rate >= low), Decimal(0))
        return reached, f"{plain(rate)}%按评分标准得{plain(reached)}分", True
    planned = _PLANNED.search(said)
    if _PROPORTIONAL.search(words) and planned is not None and Decimal(planned["plan"]) > 0:
        share = min(Decimal(1), quotient(Decimal(planned["done"]), Decimal(planned["plan"])))
        value = weight * share
        return (
            value,
            f"{plain(weight)}×{planned['done']}÷{planned['plan']}＝{plain(rounded(value, 2))}",
            True,
        )
    cut = _PER_POINT.search(words)
    if cut is None:
        return None
    unpaid = _UNPAID.search(said)
    sure = rate is not None
    if rate is None and unpaid is not None:
        rate = 100 - quotient(Decimal(unpaid["left"]) * 100, Decimal(unpaid["total"]))
    if rate is None:
        return None
    step = weight * Decimal(cut["cut"]) / 100 if cut["unit"] == "%" else Decimal(cut["cut"])
    value = max(Decimal(0), weight - step * (100 - rate))
    shown = plain(rounded(rate, 2))
    return (
        value,
        f"{shown}%比100%少{plain(rounded(100 - rate, 2))}%，每1%扣{plain(step)}分，应得{plain(rounded(value, 2))}分",
        sure,
    )


def _tiers(words: str) -> list[tuple[Decimal, Decimal]]:
    found = [(Decimal(m["low"]), Decimal(m["points"])) for m in _TIER.finditer(words)]
    falling = all(a[0] > b[0] and a[1] > b[1] for a, b in pairwise(found))
    return found if len(found) >= 3 and falling else []


def _value(region: Region, row: Row, said: str) -> Decimal | None:
    """The rate that a row states: in its value column, or once in its remark."""
    column = value_column(region)
    figure = None if column is None else region.figure(row.index, column)
    if figure is not None and figure.unit_symbol in {"%", "％"}:
        return figure.number
    rates = {Decimal(m["rate"]) for m in _RATE.finditer(said)}
    return rates.pop() if len(rates) == 1 else None


def _value_and_tiers(subject: DocumentSubject) -> Iterator[Judged]:
    """A value column in one table, the rule in another (the annex), joined by the indicator's name."""
    rules: dict[str, str] = {}
    for table in subject.score_tables:
        column = the_column(table.region, Concept.RULE)
        for row in table.region.rows:
            words = _text(table.region, row, column)
            if (_tiers(words) or _PER_POINT.search(words)) and row.label:
                rules[plain_name(row.label)[0]] = words
    for table in subject.score_tables:
        column = value_column(table.region)
        if column is None or the_column(table.region, Concept.RULE) is not None:
            continue
        for row in table.region.rows:
            words = rules.get(plain_name(row.label)[0], "")
            weight = table.number(row.index, table.weight)
            score = table.number(row.index, table.score)
            if not words or weight is None or score is None:
                continue
            expected = _expected(words, "", table.region, row, weight)
            if expected is not None:
                reached, how, _ = expected
                yield _judged(
                    table.region, row, (table.score, column), reached == score, "rule",
                    plain(reached), plain(score), how,
                )  # fmt: skip


def _judged(
    region: Region, row: Row, columns: tuple[int, ...], holds: bool, variant: str, expected: str, actual: str,
    how: str, level: Level | None = None,
) -> Judged:  # fmt: skip
    cells: list[Cell | None] = [region.cell(row.index, c) for c in columns]
    return Judged(
        holds, () if holds else tuple(cell_spot(region, row, c) for c in columns), cell_held(*cells), variant,
        {"table": region.table.name, "row": row.label}, expected, actual, "" if holds else how, level=level,
    )  # fmt: skip


RULES = (
    DocumentRule(
        code="F609",
        name="得分与评分标准相符",
        level=Level.ERROR,
        judge=scores_by_rule,
        what="评分标准能由程序读懂的（分档得分、按完成比例得分、每减少1%扣分、各项得分之和），而同一行的备注或业绩值写明数值的，得分与按标准算出的分数一致；备注末尾的“计×分”与得分一致；预算执行一行印有执行率、按比例计分的，得分等于分值乘执行率。写有“酌情”的不检查。",
        why="得分是评价结论的根据，与自己印出的标准不符，结论就站不住。",
        mend="按评分标准重新计分，或在备注写明扣分的另外依据。",
        source="报告自列的评分标准",
        sentences={
            "rule": "{table}“{row}”得分{actual}，按评分标准应得{expected}分：{arithmetic}",
            "proportion": "{table}“{row}”得分{actual}，按该行的执行率应得{expected}分：{arithmetic}",
            "points": "{table}“{row}”分值{actual}，评分标准各项之和是{expected}：{arithmetic}",
            "remark": "{table}“{row}”得分{actual}，备注写计{expected}分",
        },
        example=DocumentExample(
            wrong="|三级指标|分值|评分标准|得分|备注|\n|执行率|6|执行率100%，得6分；90%以上，得4分；80%以上，得2分。|6|预算执行率96%。|\n|及时率|3|按时得满分。|3|按时。|",
            right="|三级指标|分值|评分标准|得分|备注|\n|执行率|6|执行率100%，得6分；90%以上，得4分；80%以上，得2分。|4|预算执行率96%。|\n|及时率|3|按时得满分。|3|按时。|",
        ),
    ),
)

"""F616: figures of the prose against the totals and values of the tables that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.beside_tables.cells_in_other_unit import cells_in_other_unit
from govdocs.checks.document.beside_tables.goals.cost_rows import cost_rows
from govdocs.checks.document.beside_tables.goals.goal_form_money import goal_form_money
from govdocs.checks.document.beside_tables.goals.told_goals import told_goals
from govdocs.checks.document.beside_tables.goals.told_standards import told_standards
from govdocs.checks.document.beside_tables.near_cells import near_cells
from govdocs.checks.document.beside_tables.priced_apart import priced_apart
from govdocs.checks.document.beside_tables.rows.compared_rows import compared_rows
from govdocs.checks.document.beside_tables.rows.extremes import extremes
from govdocs.checks.document.beside_tables.rows.named_rows import named_rows
from govdocs.checks.document.beside_tables.rows.row_quotients import row_quotients
from govdocs.checks.document.beside_tables.rows.row_rates import row_rates
from govdocs.checks.document.beside_tables.rows.row_shares import row_shares
from govdocs.checks.document.beside_tables.rows.rows_over import rows_over
from govdocs.checks.document.beside_tables.rows.summed_rows import summed_rows
from govdocs.checks.document.beside_tables.rows.told_rows import told_rows
from govdocs.checks.document.beside_tables.rows.year_steps import year_steps
from govdocs.checks.document.beside_tables.told_values import told_values
from govdocs.checks.document.beside_tables.total_lines import total_lines
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.score_book import plain_name, value_column
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, PERCENT
from govdocs.place import Path
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import one_slip_apart
from govdocs.reading import Table
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_ACTS = (
    "拨付",
    "支付",
    "支出",
    "下达",
    "分配",
    "安排",
    "到位",
    "执行",
    "结余",
    "发放",
    "报销",
    "配套",
)
_REFERENCE = re.compile(r"表 *(?P<number>\d+(?:-\d+)*)")
_NEXT = re.compile(r"(?:详见|见|如)下表|明细如下|情况如下|下表(?:所示|列)")
_TARGET = re.compile(r"目标|指标值|计划|预期|预计|应达|要求|不低于|不少于|上年|去年|以上|标准|每")
_TOTAL_SCORE = re.compile(
    r"(?:综合|最终|总体|总|加权|绩效评价|自评|评价)(?:评价|绩效|自评|平均)?(?:综合)?(?:得分|评分|总分)(?:为|是|:|：| )*(?P<number>\d{2,3}(?:\.\d+)?) *分"
)
_WHOLE_PAPER = re.compile(r"100 *分|等级|等次|评级|综合|总体|最终")
_PROJECT_SCORE = re.compile(r"(?:项目)?(?:自评|评价)(?:得分|评分|总分)[^，。；]{0,10}。?$")
SHORTEST_NAME = 4


def prose_and_tables(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge what the prose says of tables: totals, counts of rows, values of indicators, the whole score."""
    yield from _referring(subject)
    yield from _values(subject)
    yield from _whole_score(subject)
    yield from _named(subject)
    yield from row_rates(subject)
    yield from row_quotients(subject)
    yield from total_lines(subject)
    yield from summed_rows(subject)
    yield from year_steps(subject)
    yield from priced_apart(subject)


def _named(subject: DocumentSubject) -> Iterator[Judged]:
    """Cells that bear the name of a figure; each cell is told of once."""
    doubted: set[Path] = set()
    rooms = (
        near_cells, told_values, told_goals, told_rows, named_rows, told_standards, goal_form_money, cost_rows,
        extremes, compared_rows, rows_over, cells_in_other_unit, row_shares,
    )  # fmt: skip
    for judged in (one for find in rooms for one in find(subject)):
        if judged.holds or judged.spots[-1].path not in doubted:
            yield judged
        if not judged.holds:
            doubted.add(judged.spots[-1].path)


def _referring(subject: DocumentSubject) -> Iterator[Judged]:
    by_number = {t.number: t for t in subject.document.tables if t.number}
    following = _following(subject)
    for passage in subject.body:
        text = passage.reading.folded
        for sentence in range(len(passage.reading.layout.sentence_starts)):
            words = passage.reading.sentence(sentence)
            numbers = {m["number"] for m in _REFERENCE.finditer(words)}
            tables = [by_number[n] for n in numbers if n in by_number]
            if not tables and _NEXT.search(words) and passage.path in following:
                tables = [following[passage.path]]
            if len(tables) != 1:
                continue
            figures = [f for f in passage.reading.measures if f.sentence == sentence and f.exact]
            for region in subject.regions_of(tables[0]):
                totals = [row for row in region.rows if row.kind is RowKind.TOTAL]
                if len(totals) == 1:
                    for figure in figures:
                        yield from _total(passage, text, figure, figures, region, totals[0])


def _following(subject: DocumentSubject) -> dict[Path, Table]:
    """The table that comes right after a paragraph, captions between them left out."""
    found: dict[Path, Table] = {}
    blocks = subject.document.blocks
    tables = {t.path: t for t in subject.document.tables}
    for at, block in enumerate(blocks):
        if block.path[0] == "paragraphs":
            later = next((b for b in blocks[at + 1 : at + 4] if b.path in tables), None)
            if later is not None:
                found[block.path] = tables[later.path]
    return found


def _total(
    passage: Passage,
    text: str,
    figure: ProseFigure,
    figures: list[ProseFigure],
    region: Region,
    total: Row,
) -> Iterator[Judged]:
    if figure.kind != MONEY or figure.role not in {Role.PLAIN, Role.TOTAL}:
        return
    clause = text[passage.reading.layout.clause_starts[figure.clause] : figure.span[0]]
    columns = [
        c for c in region.numeric
        if (q := region.figure(total.index, c)) is not None and q.kind == MONEY and is_exact(q)
    ]  # fmt: skip
    known = {c: q for c in columns if (q := region.figure(total.index, c)) is not None}
    act = next(
        (
            a
            for a in _ACTS
            if re.search(rf"{a}(?:资金|金额|补贴|补助|了|共|为|达|合计|到位| )*$", clause)
        ),
        "",
    )
    meant = [c for c in columns if act and act in region.columns[c].name]
    fitting = [c for c in (meant or columns) if known[c].base_interval.meets(figure.interval)]
    held = (
        *cited_held(Cited.of(passage, figure)),
        *cell_held(*(region.cell(total.index, c) for c in fitting[:1])),
    )
    if fitting:
        yield Judged(True, (), held)
        return
    money = [f for f in figures if f.kind == MONEY]
    certain = len(meant) == 1 or (
        len(columns) == 1 and len(money) == 1 and figure.role is Role.TOTAL
    )
    if not certain or figure.subject:
        return
    column = (meant or columns)[0]
    quantity = known[column]
    near = (
        quantity.base_interval.high * Decimal("0.5")
        <= figure.value
        <= quantity.base_interval.high * 2
    )
    if near:
        yield Judged(
            False, (cited_spot(Cited.of(passage, figure)), cell_spot(region, total, column)), held, "total",
            {"label": passage.label, "table": region.table.name, "column": region.columns[column].last,
             "what": act},
            expected=f"{plain(quantity.number)}{quantity.unit_symbol}", actual=figure.text,
        )  # fmt: skip


def _values(subject: DocumentSubject) -> Iterator[Judged]:
    """The values of indicators (业绩值) against the prose that names the indicator and a figure."""
    rows: list[tuple[Region, Row, int, str, Quantity]] = []
    for region in subject.regions:
        column = value_column(region)
        if column is None:
            continue
        for row in region.rows:
            figure = region.figure(row.index, column)
            name = plain_name(row.label)[0]
            if (
                figure is not None
                and figure.unit is not None
                and is_exact(figure)
                and len(name) >= SHORTEST_NAME
            ):
                rows.append((region, row, column, name, figure))
    names = [name for *_, name, _ in rows]
    for region, row, column, name, figure in rows:
        if names.count(name) > 1:
            continue
        said = _said(subject, name, figure)
        if not said:
            continue
        held = (*cell_held(region.cell(row.index, column)), *cited_held(*said))
        agreeing = [c for c in said if c.figure and figure.base_interval.meets(c.figure.interval)]
        values = {c.figure.value for c in said if c.figure}
        if agreeing:
            yield Judged(True, (), held)
        elif len(values) == 1:
            yield Judged(
                False, (cell_spot(region, row, column), *(cited_spot(c) for c in said)), held, "value",
                {"name": name, "table": region.table.name, "label": said[0].passage.label},
                expected=said[0].text, actual=figure.text,
            )  # fmt: skip


def _said(subject: DocumentSubject, name: str, figure: Quantity) -> list[Cited]:
    found: list[Cited] = []
    for passage in subject.passages:
        if name not in passage.text.replace(" ", ""):
            continue
        text = passage.reading.folded
        for one in passage.reading.measures:
            if one.kind != figure.kind or not one.exact or one.role not in {Role.PLAIN, Role.TOTAL}:
                continue
            clause = text[
                max(passage.reading.layout.clause_starts[one.clause], one.span[0] - 40) : one.span[
                    0
                ]
            ]
            squeezed = re.sub(
                r"(?:总体|整体|综合)?(?:已|均|约|达到了?|达|为|是|：|:|的| )*$",
                "",
                clause.replace(" ", ""),
            )
            if not squeezed.endswith(name) or _TARGET.search(clause):
                continue
            if one.subject or (one.period and subject.year and one.period.year != subject.year):
                continue
            if figure.kind != PERCENT and one.sort is not Sort.MEASURE:
                continue
            found.append(Cited.of(passage, one))
    return found


def _whole_score(subject: DocumentSubject) -> Iterator[Judged]:
    """The whole score of the prose against the last total of the table of 100 points."""
    totals = [
        (table, table.totals[-1], score)
        for table in subject.score_tables
        if table.totals and table.number(table.totals[-1].index, table.weight) == Decimal(100)
        and (score := table.number(table.totals[-1].index, table.score)) is not None
    ]  # fmt: skip
    scores = {score for *_, score in totals}
    said = [
        (passage, match)
        for passage in subject.body
        for match in _TOTAL_SCORE.finditer(passage.reading.folded)
        if _speaks_of_all(passage, match)
    ]
    if not totals or (len(scores) != 1 and len(said) > len(totals)):
        return
    for passage, match in said:
        number = Decimal(match["number"])
        table, row, score = next((t for t in totals if t[2] == number), totals[0])
        if number != score and len(scores) > 1:
            nearest = [t for t in totals if one_slip_apart(t[2], number)]
            if len(nearest) != 1 and not (nearest and len(said) == len(totals)):
                continue
            table, row, score = nearest[0]
        cited = Cited(passage, (match.start("number"), match.end()))
        figures = [
            Cited.of(passage, f)
            for f in passage.reading.measures
            if f.span[0] == match.start("number")
        ]
        held = (*cited_held(*figures), *cell_held(table.region.cell(row.index, table.score)))
        yield Judged(
                number == score,
                () if number == score else (cited_spot(cited), cell_spot(table.region, row, table.score)),
                held, "score", {"label": passage.label, "table": table.region.table.name},
                expected=plain(score), actual=match["number"],
            )  # fmt: skip


def _speaks_of_all(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a score is that of the whole paper: by its name, or beside 100分 or a grade."""
    text = passage.reading.folded
    if _TARGET.search(text[max(0, match.start() - 12) : match.start()]):
        return False
    if "总分" in match[0] and re.match(
        r"[^。；]{0,24}得分?\d", text[match.end() :].replace(" ", "")
    ):
        return False  # 总分100分，自评得分96分: the full marks
    if not re.match(r"自评|评价", match[0]):
        return True
    sentence = passage.reading.sentence(passage.reading.layout.sentence_at(match.start()))
    return _WHOLE_PAPER.search(sentence) is not None or _PROJECT_SCORE.match(sentence) is not None


RULES = (
    DocumentRule(
        code="F616",
        name="正文的数与所指的表一致",
        level=Level.WARNING,
        judge=prose_and_tables,
        what="句中写明“见表×”的金额与该表对应列的合计一致；正文写的指标完成值与评分表同名指标的业绩值一致；正文写的总分与总分100分的评分表合计一致。正文的数与同名的行、列只差一位数字，而表中没有正文写的数的，提示核对；指标行的目标值、完成值按句中“计划260场，实际286场”核对，名称大体相同即可；目标表的资金总额按分配表和正文都写的总额核对，项目总成本按同一张自评表的资金总额核对；句中点名的最高、最低，点名两行的相差、倍数，紧接表后写的“超过……的有几个”，按该表核对；“完成预算的……%”按同名行的预算数、决算数核对。正文的比率、占比、增幅、平均数，由同名一行或前一个金额所在的一行算得出的，按表核对；与表的合计金额同句写的项目数按该表的合计、行数核对，“市本级两个项目合计”“教育、卫生健康两项合计”按表中这几行相加核对，“2021年较2019年净增”按这两年的行核对。“执行率最低的是某市”后面的比率按该行核对。地名、年份、季度与表不同的不比。",
        why="表更新了正文没有更新，读者翻到表就看出来了。",
        mend="核实后统一；口径、时点不同的，在句中写明。",
        source="同一事实前后一致",
        sentences={
            "total": "{label}写{what}{actual}，{table}{column}合计是{expected}",
            "value": "“{name}”：{table}写{actual}，{label}写{expected}",
            "rate": "{label}写{actual}，按{table}“{row}”{column}应为{expected}：{arithmetic}",
            "rows": "{label}写“{actual}”，{table}逐项列出的{noun}是{expected}行，合计与该句的金额相同",
            "near": "{label}写{actual}，{table}“{row}”{column}写{expected}，只差一个数字，请核对是不是同一个数",
            "extreme": "{label}写{actual}，{table}“{row}”{column}写{expected}，请核对",
            "compared": "{label}写{actual}，按{table}{column}应为{expected}：{arithmetic}",
            "over": "{label}写“{mark}”的有{actual}个，按{table}{column}数是{expected}个",
            "priced": "{label}写的{count}、{price}合{expected}，所列金额是{actual}，请核对：{arithmetic}",
            "score": "{label}写总分{actual}分，{table}合计是{expected}分",
        },
        example=DocumentExample(
            wrong="项目已拨付75万元，明细见表1-1。\n表1-1 拨付情况表\n|单位|分配金额（万元）|已拨付金额（万元）|\n|甲县|30|30|\n|乙县|45|35|\n|合计|75|65|",
            right="项目已拨付65万元，明细见表1-1。\n表1-1 拨付情况表\n|单位|分配金额（万元）|已拨付金额（万元）|\n|甲县|30|30|\n|乙县|45|35|\n|合计|75|65|",
        ),
    ),
)

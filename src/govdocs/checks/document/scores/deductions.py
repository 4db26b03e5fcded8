"""F632: points that a remark takes off (扣2分) against weight and score of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.score_book import ScoreTable
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.concepts import Concept, columns_for
from govdocs.finding import Level
from govdocs.prose.words.folding import fold, squeeze
from govdocs.reading.tables import Row, RowKind

_CUT = re.compile(r"(?P<before>.?)扣(?:减|除|掉|了|分)?(?P<points>\d+(?:\.\d+)?)分")
_RULE = re.compile(r"每|(?:应|不|未|免|可|各|均|再)予?扣|最多|最高|若|如|则|酌情|比例")
_WHOLE = re.compile(r"(?:共|合计|总共|累计|共计)$")
_WORDY = re.compile(r"扣分|说明|原因|理由|依据|情况|备注|措施|分析")


def deductions(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every remark that takes points off, where the remarks of the table are told so."""
    for table in subject.score_tables:
        judged = [one for row in table.region.rows for one in _of_row(table, row)]
        wrong = sum(not one.holds for one in judged)
        if wrong * 2 <= len(judged) or len(judged) == 1:
            yield from judged


def _of_row(table: ScoreTable, row: Row) -> Iterator[Judged]:
    weight = table.number(row.index, table.weight)
    score = table.number(row.index, table.score)
    if weight is None or score is None or row.kind is not RowKind.ITEM:
        return
    region = table.region
    rules = set(columns_for(region, Concept.RULE))
    for column in region.columns:
        cell = region.cell(row.index, column.index)
        if cell is None or cell.row != row.index or column.index in rules:
            continue
        if not _WORDY.search(column.last) or cell.column != column.index:
            continue
        taken = _taken(cell.text)
        if not taken:
            continue
        lost = weight - score
        holds = lost in taken
        columns = (column.index, table.weight, table.score)
        yield Judged(
            holds, () if holds else tuple(cell_spot(region, row, c) for c in columns),
            cell_held(*(region.cell(row.index, c) for c in columns)), "",
            {"table": region.table.name, "row": row.label or f"第{row.index + 1}行", "weight": plain(weight), "score": plain(score)},
            expected=plain(lost), actual=plain(max(taken)),
            arithmetic="" if holds else f"{plain(weight)}－{plain(score)}＝{plain(lost)}",
        )  # fmt: skip
        return


def _taken(text: str) -> set[Decimal]:
    """What a remark can mean to take off in all: its points added up, or the sum that it states."""
    words = squeeze(fold(text))
    points: list[Decimal] = []
    for match in _CUT.finditer(words):
        clause = re.split(r"[，,。；;：:]", words[: match.start("points")])[-1]
        if _WHOLE.search(words[: match.start() + len(match["before"])]):
            return {Decimal(match["points"])}
        if _RULE.search(clause):
            return set()
        points.append(Decimal(match["points"]))
    return {sum(points, Decimal(0)), points[-1]} if points else set()


RULES = (
    DocumentRule(
        code="F632",
        name="备注所写扣分等于分值减得分",
        level=Level.WARNING,
        judge=deductions,
        what="评分表的扣分原因、评分说明写明“扣×分”的，各处扣分之和等于该行分值减得分；写评分标准（每……扣×分、酌情扣分）的不算。",
        why="得分改了扣分原因没有改，复核时说不清这一分扣在哪里。",
        mend="核对该行得分与扣分原因。",
        source="算术关系",
        sentences={
            "": "{table}“{row}”分值{weight}、得分{score}，应扣{expected}分，说明写扣{actual}分"
        },
        example=DocumentExample(
            wrong="|三级指标|分值|得分|扣分原因|\n|制度执行|10|8|台账不全，扣3分|\n|合同管理|12|9|两份合同未备案，扣2分；一份未盖章，扣1分|\n|立项规范|5|5||",
            right="|三级指标|分值|得分|扣分原因|\n|制度执行|10|7|台账不全，扣3分|\n|合同管理|12|9|两份合同未备案，扣2分；一份未盖章，扣1分|\n|立项规范|5|5||",
        ),
    ),
)

"""Heads of the tables of any evaluation report: which column holds what, by the field's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govdocs.reading import Cell, Table

HEAD_WITHIN = 14
"""A form's grid begins beneath its labelled fields; no form has more of them than this."""

_BRACKETED = re.compile(r"[（(][^（）()]*[)）]$")

INDICATORS: Mapping[str, str] = {
    "number": r"序号|编号",
    "level1": r"一级(?:指标|目录)(?:名称)?",
    "level2": r"二级(?:指标|目录)(?:名称)?",
    "name": r"三级(?:指标|目录)(?:名称)?|指标名称|具体指标|(?:绩效|评价|考核)指标",
    "explanation": r"指标(?:解释|说明|含义|内容|释义|要点)(?:及.*)?|评价(?:要点|内容)",
    "rule": r"(?:指标)?(?:评价|评分|计分|考核|扣分|打分|得分)(?:标准|细则|规则|办法|方法)(?:[及和与/].*)?",
    "weight": r"(?:指标|标准)?(?:分值|分数|权重|标准分|满分|基本分)(?:分|值)?|权重分值",
    "target": r"(?:年度|预期|绩效|计划|全年|年初|预测)?(?:指标|目标|计划|标准|绩效)(?:指标)?值|年初目标|年度目标",
    "value": r"业绩值|(?:全年|年度|指标)?(?:实际)?完成(?:指标)?(?:值|情况|数)|实际(?:指标)?值|绩效值|实际情况|实际达到值",
    "rate": r"得分率",
    "score": r"(?:第三方)?(?:评价|实际|最终|自评|核定|复核|考核|指标)?(?:得分|评分)(?:值|数)?",
    "remark": r"备注|(?:扣分|得分|评分|评价|打分)(?:原因|说明|理由|依据|情况|分析|情况说明)(?:[及和与].*)?|(?:偏差|未完成)原因.*|情况说明|说明",
}  # fmt: skip

_CHOSEN_SCORE = (("最终", "核定", "复核", "第三方", "评价"), ("自评",))
"""Words of the score that counts where a table prints several, and of the one that does not."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head row understood: ``columns`` by field, where the data begin, the ids of the head's cells."""

    columns: Mapping[str, int]
    words: Mapping[str, str]
    first: int
    cells: frozenset[int]

    def has(self, *names: str) -> bool:
        """Tell whether all these columns are there."""
        return all(name in self.columns for name in names)


def label_of(cell: Cell) -> str:
    """The words of a head without white space, colon and a bracket at the end."""
    return _BRACKETED.sub("", cell.plain.rstrip("：:"))


def head_of(
    table: Table, words: Mapping[str, str], needed: Sequence[frozenset[str]]
) -> Head | None:
    """Find the first row that names one of the ``needed`` sets of columns; None where none does."""
    for at in range(min(len(table.rows), HEAD_WITHIN)):
        if not any(c is not None and c.row == at for c in table.rows[at]):
            continue
        head = _head_at(table, at, words)
        if any(fields <= head.columns.keys() for fields in needed):
            return head
    return None


def _head_at(table: Table, at: int, words: Mapping[str, str]) -> Head:
    columns: dict[str, int] = {}
    said: dict[str, str] = {}
    cells: set[int] = set()
    first = at + 1
    weights: list[int] = []
    for column in range(table.width):
        cell = _lowest(table, at, column, words)
        if cell is None or id(cell) in cells:
            continue
        label = label_of(cell)
        name = field_of(label, words)
        if not name:
            continue
        first = max(first, cell.row + cell.row_span)
        cells.add(id(cell))
        if name == "weight":
            weights.append(cell.column)
        if name in columns and not (name == "score" and _rank(label) < _rank(said[name])):
            continue
        columns[name], said[name] = cell.column, label
    _share_weights(columns, weights)
    return Head(columns, said, first, frozenset(cells))


def _lowest(table: Table, at: int, column: int, words: Mapping[str, str]) -> Cell | None:
    """The head over a column: where a wide head is split beneath, the part beneath it."""
    cell = table.at(at, column)
    if cell is None or cell.column_span == 1 or cell.row + cell.row_span >= len(table.rows):
        return cell
    beneath = table.at(cell.row + cell.row_span, column)
    if beneath is not None and beneath.column_span < cell.column_span:
        return beneath if field_of(label_of(beneath), words) else cell
    return cell


def field_of(label: str, words: Mapping[str, str]) -> str:
    """Which field a head names; empty for none."""
    return next((name for name, pattern in words.items() if re.fullmatch(pattern, label)), "")


def _rank(label: str) -> int:
    if any(word in label for word in _CHOSEN_SCORE[0]):
        return 0
    return 2 if any(word in label for word in _CHOSEN_SCORE[1]) else 1


def _share_weights(columns: dict[str, int], weights: Sequence[int]) -> None:
    """Of several weights each belongs to the level on its left: 一级指标｜权重｜二级指标｜权重."""
    if len(weights) < 2:
        return
    levels = [name for name in ("level1", "level2", "name") if name in columns]
    del columns["weight"]
    for at in weights:
        left = [name for name in levels if columns[name] < at]
        if left:
            nearest = max(left, key=lambda name: columns[name])
            columns.setdefault({"name": "weight"}.get(nearest, f"{nearest}_weight"), at)

"""What the columns of this field's tables hold, by the words of their heads."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from govdocs.reading.tables import Column, Region


class Concept(StrEnum):
    """What a column holds; OTHER for everything that no rule asks for by name."""

    WEIGHT = "权重"
    SCORE = "得分"
    SCORE_RATE = "得分率"
    BUDGET = "预算数"
    SPENT = "执行数"
    SPENT_RATE = "执行率"
    TARGET = "指标值"
    ACTUAL = "完成值"
    DONE_RATE = "完成率"
    REASON = "原因"
    RULE = "评分标准"
    REMARK = "备注"
    OTHER = ""


POINTS = frozenset({Concept.WEIGHT, Concept.SCORE})
"""Columns of points: given by people, never rounded to one decimal."""

_WORDS: tuple[tuple[Concept, re.Pattern[str]], ...] = (
    (Concept.SCORE_RATE, re.compile(r"得分率|得分比例")),
    (Concept.SPENT_RATE, re.compile(r"(?:预算|资金|支出)?执行率|支出进度|支付率|支出率|执行进度|预算完成率|拨付率")),
    (Concept.DONE_RATE, re.compile(r"完成率|完成比例|完成程度|完成百分比|完成进度")),
    (Concept.REASON, re.compile(r"(?:未完成|偏差|未达标|差异|未达成).*(?:原因|分析|措施|说明)|原因(?:分析|说明|和|及)")),
    (Concept.RULE, re.compile(r"(?:评[分价]|计分|得分|考核|打分)(?:标准|细则|规则|办法|方法|要点|依据)")),
    (Concept.REMARK, re.compile(r"备注|(?:得分|扣分|评分|打分)(?:说明|理由|原因|情况)|扣分项|评价情况|评分过程|评价结果说明")),
    (Concept.SCORE, re.compile(r"(?:评价|自评|实际|考核|综合|最终|最后|加权|指标|评审|复核|三级指标)?(?:得分|评分)(?:值|数)?(?:[（(].*)?|(?:评价|自评|评审|复核|复评|考核|考评|实得|实评|评定)分(?:值|数)?")),
    (Concept.WEIGHT, re.compile(r"(?:指标|三级|二级|一级|标准|满)?(?:权重|分值|分数|权数|满分|标准分)(?:分|值|分值)?(?:[（(].*)?|总分值")),
    (Concept.BUDGET, re.compile(r"(?:全年|年初|年度|调整后?|项目)*预算(?:数|金额|资金|额|安排数|安排)?(?:[（(]A[)）])?|预算安排金额|计划金额|下达金额|下达数|安排金额|到位金额|到位数|到位资金")),
    (Concept.SPENT, re.compile(r"(?:全年|实际|累计|预算|资金)*(?:执行数|执行金额|执行额|执行资金|支出数|支出金额|支出额|实际支出|支付金额|支出|已支付|拨付金额|已拨付金额|使用金额)(?:[（(]B[)）])?")),
    (Concept.TARGET, re.compile(r"(?:年度|全年|预期|预测|计划|年初)?(?:指标值|目标值|计划值|绩效目标值|预期值)(?:[（(].*)?")),
    (Concept.ACTUAL, re.compile(r"(?:全年|实际|年度)?(?:完成值|实际值|业绩值|实现值|完成情况|完成数|实际完成|完成指标值|实际完成值)(?:[（(].*)?")),
)  # fmt: skip


def concept_of(column: Column) -> Concept:
    """Tell what a column holds by the lowest words of its head, else by all of them."""
    concept = _concept(column.last)
    return _concept(column.name) if concept is Concept.OTHER else concept


@lru_cache(maxsize=4096)
def _concept(words: str) -> Concept:
    """Heads repeat from table to table and are asked for by many rules."""
    return next((c for c, pattern in _WORDS if pattern.fullmatch(words)), Concept.OTHER)


def columns_for(region: Region, concept: Concept) -> list[int]:
    """The columns of a region that hold ``concept``, one for each merged group."""
    found: list[int] = []
    for column in region.columns:
        if concept_of(column) is concept and not (
            found
            and all(region.cell(r, column.index) is region.cell(r, found[-1]) for r in region.body)
        ):
            found.append(column.index)
    return found


def the_column(region: Region, concept: Concept) -> int | None:
    """The only column for ``concept``; None for none or several."""
    found = columns_for(region, concept)
    return found[0] if len(found) == 1 else None

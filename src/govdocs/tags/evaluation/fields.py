"""The field list of evaluation reports: every name that their templates and prose may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import (
    IndicatorBlock,
    IndicatorGroup,
    Measure,
    ScoredIndicator,
)
from govdocs.tags.evaluation.rating_money import ROWS as MONEY_ROWS
from govdocs.tags.fields import model_fields_of
from govdocs.tags.schema_tree import FieldNode, Kind

_BY_NAME = (
    "sources",
    "recipients",
    "goals",
    "citations",
    "facts",
    "tables",
    "blocks",
    "groups",
    "leaves",
    "questions",
)
_ROW = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "weight": "分值",
    "score": "得分",
}
_BLOCK = {
    "kind": "种类：heading、run_in、text、payments、scores、analysis", "level": "层次", "number": "序号",
    "heading": "小标题", "text": "文字", "ref": "表号", "title": "表名",
}  # fmt: skip
_TABLE = {
    **_ROW, "kind": "行的种类：row、subtotal、total", "rate": "得分率", "value": "业绩值",
    "allocated": "分配金额", "paid": "已拨付金额",
    "block": "一级指标名称", "group": "二级指标名称", "live": "等于下级之和",
}  # fmt: skip

_ANSWER = {
    "number": "题号", "base": "有效答卷份数", "asked": "题目（注明可多选）", "answers": "各选项份数和占比", "said": "该题结果一段话",
    "chart": "多选题各选项占比条形图", "table_ref": "多选题附表号", "figure_ref": "多选题图号",
}  # fmt: skip


def evaluation_fields() -> FieldNode:
    """Return the tree of all fields that ``EvaluationContext.record`` offers."""
    fields = dict(model_fields_of(EvaluationCase, top=True))
    leaf = {**model_fields_of(ScoredIndicator), **_values({"rate": "得分率"})}
    group = {**model_fields_of(IndicatorGroup), **_values({"rate": "得分率"})}
    counts = {"rate": "得分率", "group_count": "二级指标个数", "leaf_count": "三级指标个数"}
    block = {**model_fields_of(IndicatorBlock), **_values(counts)}
    question = dict(fields["survey"].children["questions"].children)
    answer = {
        **question,
        **_values(_ANSWER),
        "choices": _rows("choices", "各选项", _values({"text": "选项", "count": "份数", "share": "占比"})),
    }  # fmt: skip
    added = [
        _rows("blocks", "一级指标", block),
        _rows("groups", "二级指标", group),
        _rows("leaves", "三级指标", leaf),
        _rows("questions", "问卷各题", question),
        _rows("scoring", "附件1各行", _values({**_ROW, "explanation": "指标解释", "rule": "评价标准", "remark": "备注", "value": "业绩值", "rate": "得分率", "long": "很长的一行：可跨页", "block": "所属一级指标", "group": "所属二级指标"})),
        _rows("answers", "附件2各题", answer),
        _rows("satisfaction", "计入满意度的各题", answer),
        _rows("signing", "签字页各行", _values({"post": "身份", "firm": "评价机构"})),
        _value("satisfaction_chart", "各项满意度条形图"),
        _record("satisfaction_table", "满意度附表", _values({"ref": "附表号", "title": "表名", "figure": "图号"})),
        _value("grade_bands", "等级划分一句话"),
        _record("counts", "指标个数", _values({"blocks": "一级", "groups": "二级", "leaves": "三级"})),
        _record("total", "合计", _values({"weight": "权重", "score": "得分", "rate": "得分率"})),
        _record("money", "资金合计", _values({"budget": "资金来源合计", "allocated": "分配合计", "paid": "已拨付合计", "unpaid": "尚未拨付", "recipients": "补贴户数"})),
        _record("measures", "由案卷计算的业绩值", _values({m.value: m.value for m in Measure})),
        _record("report", "报告", _report()),
        _record("self_rating", "项目支出绩效自评表", _self_rating()),
    ]  # fmt: skip
    fields |= {node.name: node for node in added}
    fields["citations"] = _with(fields["citations"], _value("ref", "《标题》（文号）"))
    fields["tables"] = _with(fields["tables"], _value("ref", "表号"))
    for name in _BY_NAME:
        node = fields[name]
        fields[name] = FieldNode(name, node.title, "rows", "", node.explain, True, node.children)
    return FieldNode("", "评价案卷", "record", children=fields)


def _report() -> dict[str, FieldNode]:
    body = {**_values(_BLOCK), "rows": _rows("rows", "表的各行", _values(_TABLE))}
    nodes = (
        _rows("body", "报告各段（按顺序展开）", body),
        _rows("contents", "目录各行", _values(_BLOCK)),
        _rows("scores", "得分情况表各行", _values(_TABLE)),
    )
    return {node.name: node for node in nodes}


def _self_rating() -> dict[str, FieldNode]:
    money = {"initial": "年初预算数", "budget": "全年预算数", "spent": "全年执行数"}
    plain = {
        **money, "rate": "执行率", "weight": "执行率分值", "points": "执行率得分",
        "goals": "预期目标", "achieved": "实际完成情况", "total_weight": "总分值", "total": "总分",
        "kinds": "有资金的行数", "score_decimals": "得分小数位", "rate_format": "执行率的数字格式",
    }  # fmt: skip
    row = {
        **_ROW,
        "target": "年度指标值",
        "value": "实际完成值",
        "reason": "偏差原因分析及改进措施",
    }
    parts = {
        name: _record(name, kind.value, _values({**money, "rate": "执行率"}))
        for name, kind in MONEY_ROWS.items()
    }
    return {
        **_values(plain),
        **parts,
        "stated": _record("stated", "与各行之和不同的填报总额", _values(money)),
        "rows": _rows("rows", "各行指标", _values(row)),
    }


def _values(titles: Mapping[str, str]) -> dict[str, FieldNode]:
    return {name: _value(name, title) for name, title in titles.items()}


def _value(name: str, title: str) -> FieldNode:
    return FieldNode(name, title, "value")


def _rows(name: str, title: str, children: Mapping[str, FieldNode]) -> FieldNode:
    return _node(name, title, "rows", children)


def _record(name: str, title: str, children: Mapping[str, FieldNode]) -> FieldNode:
    return _node(name, title, "record", children)


def _node(name: str, title: str, kind: Kind, children: Mapping[str, FieldNode]) -> FieldNode:
    return FieldNode(name, title, kind, children=children)


def _with(node: FieldNode, *more: FieldNode) -> FieldNode:
    children = {**node.children, **_by_name(more)}
    return FieldNode(
        node.name, node.title, node.kind, node.unit, node.explain, node.by_name, children
    )


def _by_name(nodes: Iterable[FieldNode]) -> dict[str, FieldNode]:
    return {node.name: node for node in nodes}

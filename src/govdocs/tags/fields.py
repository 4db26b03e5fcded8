"""The field list: every name that a template or a sentence may use, read off the model."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from govdocs.model.case import Case
from govdocs.model.fields import Model, Money, Rate
from govdocs.tags.context import ROW_NAME, UNSEEN, bare_type
from govdocs.tags.schema_tree import FieldNode


def case_fields() -> FieldNode:
    """Return the tree of all fields that ``CaseContext.record`` offers."""
    fields = model_fields_of(Case, top=True)
    fields["attachments"] = _with(
        fields["attachments"], _value("label", "附件序号标识", "附件1；只有一个附件时为“附件”")
    )
    agrees = _value("agrees", "与表内计算一致", "是：合计和执行率可用公式；空白：照所填印出")
    fields["budget"] = _with(fields["budget"], agrees)
    execution = fields["execution"]
    fields["execution"] = _with(execution, *[_with(r, agrees) for r in execution.children.values()])
    rows = fields["indicators"].children
    fields["declaration"] = FieldNode(
        "declaration",
        "附件1",
        "record",
        children={"indicators": _rows("indicators", "附件1各行指标", rows)},
    )
    fields["evaluation"] = FieldNode(
        "evaluation",
        "附件2",
        "record",
        children={
            "indicators": _rows("indicators", "附件2各行指标（name、target 为附件2的写法）", rows),
            "notes": _rows("notes", "附件2表下注", {}),
        },
    )
    fields["letter"] = _with(fields["letter"], *_letter_views())
    return FieldNode("", "案卷", "record", children=fields)


def model_fields_of(model: type[Model], *, top: bool = False) -> dict[str, FieldNode]:
    """Return the fields of a group of the case by name; of the case itself (``top``) those papers see."""
    found: dict[str, FieldNode] = {}
    for name, info in model.model_fields.items():
        if top and name in UNSEEN:
            continue
        found[name] = _field(name, info, model)
    return found


def _field(name: str, info: Any, owner: type[Model]) -> FieldNode:
    title, explain = info.title or name, info.description or ""
    annotation = bare_type(info.annotation)
    if get_origin(annotation) is tuple:
        inner = bare_type(get_args(annotation)[0])
        # A section holds sections: the templates see them flattened in letter.body.
        below = (
            model_fields_of(inner)
            if isinstance(inner, type) and issubclass(inner, Model) and inner is not owner
            else {}
        )
        return FieldNode(name, title, "rows", "", explain, name in ROW_NAME, below)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return FieldNode(name, title, "record", "", explain, children=model_fields_of(annotation))
    return FieldNode(name, title, "value", _unit(info), explain)


def _unit(info: Any) -> str:
    marks = {id(mark) for mark in info.metadata}
    for inner in get_args(info.annotation):
        marks |= {id(mark) for mark in getattr(inner, "__metadata__", ())}
    if marks & _marks(Money):
        return "金额单位"
    if marks & _marks(Rate):
        return "%"
    return ""


def _marks(kind: Any) -> set[int]:
    return {id(mark) for mark in kind.__metadata__}


def _value(name: str, title: str, explain: str = "") -> FieldNode:
    return FieldNode(name, title, "value", "", explain)


def _rows(name: str, title: str, children: Any) -> FieldNode:
    return FieldNode(name, title, "rows", children=dict(children))


def _with(node: FieldNode, *more: FieldNode) -> FieldNode:
    children = {**node.children, **{child.name: child for child in more}}
    return FieldNode(
        node.name, node.title, node.kind, node.unit, node.explain, node.by_name, children
    )


def _letter_views() -> tuple[FieldNode, ...]:
    block = (
        _value("kind", "种类", "heading 单独成段的标题；run_in 接排标题；text 正文段落"),
        _value("level", "层次", "1 至 4；0 为标题之外的段落"),
        _value("number", "序号", "一、（一）1.（1）"),
        _value("heading", "小标题"),
        _value("text", "文字"),
    )
    return (
        _rows("body", "正文各段（按顺序展开）", {b.name: b for b in block}),
        _rows(
            "signer_lines",
            "签发人（每行两人）",
            {"first": _value("first", "前一人"), "second": _value("second", "后一人")},
        ),
        _rows(
            "signature_lines",
            "署名（每行两个机关，用印时并排）",
            {"first": _value("first", "前一机关"), "second": _value("second", "后一机关")},
        ),
        _rows("joint_issuers", "联合发文机关名称", {}),
        _value("date_pad", "成文日期前空位", "不用印时日期首字比署名首字右移二字；日期较长时为空"),
        _rows(
            "attachment_lines",
            "附件说明各行",
            {
                "number": _value("number", "顺序号", "只有一个附件时为空"),
                "title": _value("title", "名称"),
            },
        ),
        _value("secrecy_line", "密级和保密期限行", "如 机密★1年"),
        _rows("title_lines", "标题各行", {}),
    )

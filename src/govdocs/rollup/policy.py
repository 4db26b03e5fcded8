"""What follows from each thing that is met: stop, leave out, or take and say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from govdocs.errors import InputError, Problem


class Consequence(StrEnum):
    """What happens; from the mildest."""

    NOTE = "提示"
    TAKE = "计入待核"
    LEAVE_VALUE = "不计该项"
    LEAVE_FORM = "不计该表"
    STOP = "停止汇总"

    @property
    def leaves_out(self) -> bool:
        """Whether something that a unit wrote does not reach the result."""
        return self in (Consequence.LEAVE_VALUE, Consequence.LEAVE_FORM)


class Strictness(StrEnum):
    """The three ready policies: 严格 stops wherever 标准 leaves something out."""

    STRICT = "严格"
    STANDARD = "标准"
    LENIENT = "宽松"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The short name of a thing that is met, and what follows under 标准, 宽松 and 严格."""

    name: str
    standard: Consequence
    lenient: Consequence | None = None
    strict: Consequence | None = None

    def under(self, strictness: Strictness) -> Consequence:
        """Return what follows under one of the ready policies."""
        if strictness is Strictness.LENIENT:
            return self.lenient or self.standard
        if strictness is Strictness.STRICT:
            return self.strict or (Consequence.STOP if self.standard.leaves_out else self.standard)
        return self.standard


_NOTE, _TAKE, _VALUE, _FORM, _STOP = Consequence

RULINGS: Mapping[str, Ruling] = {
    # files
    "rollup.unreadable": Ruling("文件无法读取", _FORM),
    "rollup.sheet_too_large": Ruling("工作表范围过大", _FORM),
    "rollup.reader_failed": Ruling("读取中断", _FORM),
    "rollup.not_a_form": Ruling("不是下发的表格", _NOTE),
    "rollup.heading_lost": Ruling("表头被改动", _FORM),
    "rollup.units_file_no_form": Ruling("所报文件不是下发的表格", _FORM),
    "rollup.other_files": Ruling("其他文件", _NOTE),
    "rollup.case_unusable": Ruling("案卷有误", _FORM),
    # whose form, which form
    "rollup.other_form": Ruling("表式不同", _FORM),
    "rollup.other_year": Ruling("年度不同", _FORM),
    "rollup.other_version": Ruling("表式版本不同", _FORM, lenient=_TAKE),
    "rollup.no_signature": Ruling("没有表式标识", _TAKE, strict=_STOP),
    "rollup.broken_signature": Ruling("表式标识被改动", _TAKE, strict=_STOP),
    "rollup.no_unit_name": Ruling("没有单位名称", _FORM),
    "rollup.unit_unknown": Ruling("不在名单", _FORM),
    "rollup.unit_changed": Ruling("单位名称被改动", _FORM),
    "rollup.form_blank": Ruling("空白表", _FORM),
    "rollup.unit_twice_same": Ruling("同一单位两份相同", _NOTE),
    "rollup.unit_twice": Ruling("同一单位两份不同", _STOP, lenient=_FORM),
    "rollup.missing_unit": Ruling("缺报", _TAKE, strict=_STOP),
    "rollup.no_list": Ruling("没有单位名单", _NOTE),
    "rollup.parent_with_children": Ruling("上下级同时报送", _FORM),
    "rollup.stands_for_children": Ruling("以本级表代替下级", _TAKE, strict=_STOP),
    "rollup.result_edited": Ruling("汇总结果被改动", _STOP, lenient=_FORM),
    "rollup.result_text_edited": Ruling("汇总结果的文字被改动", _VALUE),
    "rollup.other_weight": Ruling("权数不同", _STOP, lenient=_FORM),
    "rollup.mixed_versions": Ruling("表式版本不一", _STOP),
    "rollup.kind_missing": Ruling("汇总方式未确定", _STOP, lenient=_TAKE),
    "rollup.kind_unknown": Ruling("汇总方式无从建议", _STOP, lenient=_VALUE),
    # rows and columns
    "rollup.row_renamed": Ruling("指标名称被改动", _VALUE, lenient=_TAKE),
    "rollup.row_moved": Ruling("行被移动", _TAKE),
    "rollup.row_inserted": Ruling("增加的行", _VALUE),
    "rollup.row_deleted": Ruling("行被删除", _TAKE, strict=_STOP),
    "rollup.row_twice": Ruling("同一指标两行", _VALUE),
    "rollup.target_changed": Ruling("指标值被改动", _TAKE, strict=_STOP),
    "rollup.unit_cell_changed": Ruling("计量单位被改动", _VALUE),
    "rollup.outside": Ruling("表外内容", _VALUE),
    "rollup.comment": Ruling("批注和文本框", _VALUE),
    "rollup.other_sheet": Ruling("另有工作表", _VALUE),
    "rollup.column_missing": Ruling("缺列", _TAKE),
    "rollup.hidden": Ruling("隐藏的行列", _TAKE),
    "rollup.links": Ruling("含外部链接", _TAKE),
    # cells
    "rollup.number_as_text": Ruling("文本格式的数字", _TAKE),
    "rollup.full_width": Ruling("全角数字", _TAKE),
    "rollup.other_scale": Ruling("计量单位换算", _TAKE),
    "rollup.unit_added": Ruling("另写计量单位", _TAKE),
    "rollup.wrong_unit": Ruling("计量单位不符", _VALUE),
    "rollup.no_value": Ruling("公式没有数值", _VALUE),
    "rollup.error_cell": Ruling("错误值", _VALUE),
    "rollup.elsewhere": Ruling("取自其他文件", _VALUE),
    "rollup.not_a_number": Ruling("不是数字", _VALUE),
    "rollup.date_for_number": Ruling("数字变成日期", _VALUE),
    "rollup.word_for_share": Ruling("应填完成比例", _VALUE),
    "rollup.not_yes_no": Ruling("应填是或否", _VALUE),
    "rollup.bound": Ruling("带比较符号", _TAKE),
    "rollup.about": Ruling("约数", _VALUE),
    "rollup.rate_without_percent": Ruling("百分数写法不明", _VALUE),
    "rollup.out_of_band": Ruling("超出档次", _VALUE),
    "rollup.band_unused": Ruling("完成档次没有用上", _VALUE),
    "rollup.rate_differs": Ruling("所填执行率与资金不符", _VALUE),
    "rollup.out_of_range": Ruling("超出常理范围", _TAKE),
    "rollup.negative_money": Ruling("金额为负", _VALUE),
    "rollup.negative": Ruling("负数", _TAKE),
    "rollup.too_large": Ruling("数字过大", _VALUE),
    "rollup.total_from_parts": Ruling("总额由各来源相加", _NOTE),
    # weights and coverage
    "rollup.no_weight": Ruling("没有权数", _VALUE),
    "rollup.weight_zero": Ruling("权数为零", _TAKE),
    "rollup.all_weights_zero": Ruling("权数合计为零", _TAKE),
    "rollup.all_blank": Ruling("各单位均未填", _NOTE),
}
"""Every code of the room; codes of other rooms (a refused or unusable file) leave the form out."""

_FOREIGN = Ruling("文件不能用", Consequence.LEAVE_FORM)


def ruling_of(code: str) -> Ruling:
    """Return the ruling for a code, also one of another room."""
    return RULINGS.get(code, _FOREIGN)


@dataclass(frozen=True)
class Policy:
    """A ready policy with single rulings changed by code."""

    strictness: Strictness = Strictness.STANDARD
    changed: Mapping[str, Consequence] = field(default_factory=dict)

    def of(self, code: str) -> Consequence:
        """Return what follows from ``code``."""
        return self.changed.get(code) or ruling_of(code).under(self.strictness)


def read_policy(name: str, changes: Mapping[str, str]) -> Policy:
    """Return the policy that a user names; InputError ``rollup.bad_policy`` for unknown words."""
    problems = []
    if name not in list(Strictness):
        problems.append(_bad("名称", name, "、".join(Strictness)))
    changed = {}
    for code, word in changes.items():
        full = code if "." in code else f"rollup.{code}"
        if full not in RULINGS:
            problems.append(
                _bad("代号", code, "、".join(c.removeprefix("rollup.") for c in RULINGS))
            )
        elif word not in list(Consequence):
            problems.append(_bad(code, word, "、".join(Consequence)))
        else:
            changed[full] = Consequence(word)
    if problems:
        raise InputError(problems)
    return Policy(Strictness(name), changed)


def _bad(what: str, given: str, known: str) -> Problem:
    return Problem("rollup.bad_policy", None, {"what": what, "given": given, "known": known})


@dataclass(frozen=True, slots=True)
class Met:
    """One thing that was met: the problem with its place, what follows, and what was written.

    ``unit`` is the unit's name where it is known; ``what`` the indicator or money row;
    ``written`` what stands in the cell.
    """

    problem: Problem
    consequence: Consequence
    unit: str = ""
    what: str = ""
    written: str = ""

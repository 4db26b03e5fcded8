"""Sentences for workbooks: sheets, headings, cells."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_LOST = "没有读到的内容会在公文和附件中缺失"
_UNSEEN = "看不见的内容可能已经作废，不能当作数据"

WORKBOOK: dict[str, Sentence] = {
    "intake.damaged_workbook": Sentence(
        "工作簿内部结构损坏（{said}）", "无法读取", "请用 Excel 或 WPS 打开并另存为新的 .xlsx 文件"
    ),
    "intake.too_many_cells": Sentence(
        "工作簿超过 {limit} 个单元格",
        "案卷不会有这么多内容",
        "请核对是否选错了文件，删去多余的行和列",
    ),
    "intake.not_a_case_workbook": Sentence(
        "这不是案卷工作簿",
        "找不到任何一张案卷的工作表（{sheets}）",
        "请用 govdocs new 案卷.xlsx 生成工作簿再填写",
    ),
    "intake.missing_sheet": Sentence(
        "缺少工作表“{name}”",
        _LOST,
        "请恢复该表；没有内容也要保留空表，可从 govdocs new 生成的工作簿复制",
    ),
    "intake.misspelt_sheet": Sentence("工作表名称“{name}”不对", _LOST, "请改名为“{right}”"),
    "intake.unknown_sheet": Sentence(
        "不认识的工作表“{name}”",
        "其中的内容不会被读取",
        "自己的草稿请改名为以“{prefix}”开头，否则请删去",
    ),
    "intake.equal_sheets": Sentence("工作表“{name}”有两张", "不知道以哪一张为准", "请删去其中一张"),
    "intake.hidden_sheet": Sentence(
        "工作表“{name}”被隐藏，其中有内容", _UNSEEN, "请取消隐藏并核对，或清空"
    ),
    "intake.hidden_row": Sentence(
        "第{row}行被隐藏，其中有内容", _UNSEEN, "请取消隐藏（或清除筛选）并核对，或删去该行"
    ),
    "intake.hidden_column": Sentence(
        "{column}列被隐藏，其中有内容", _UNSEEN, "请取消隐藏并核对，或删去该列"
    ),
    "intake.no_headings": Sentence("找不到表头行", _LOST, "请恢复表头，应有：{headings}"),
    "intake.merged_heading": Sentence(
        "表头“{heading}”是合并单元格", "分不清下面哪一列是它的内容", "请取消合并，每列一个表头"
    ),
    "intake.equal_headings": Sentence(
        "表头“{heading}”出现两次，另一处在{first}", "不知道以哪一列为准", "请删去其中一列"
    ),
    "intake.missing_heading": Sentence(
        "表头行（第{row}行）缺少“{heading}”列", "这一列有必填内容", "请恢复该列和表头“{heading}”"
    ),
    "intake.misspelt_heading": Sentence(
        "不认识的表头“{heading}”", "这一列的内容不会被读取", "是不是“{right}”？请改正表头"
    ),
    "intake.unknown_heading": Sentence(
        "不认识的表头“{heading}”", "这一列的内容不会被读取", "请删去该列，或改用：{headings}"
    ),
    "intake.cell_outside": Sentence(
        "此处没有表头，却有内容：{given}", "不知道它属于哪一项", "请移到有表头的列，或删去"
    ),
    "intake.merged_cells": Sentence(
        "“{heading}”列有合并单元格", "分不清内容属于哪一行", "请取消合并，逐行填写"
    ),
    "intake.text_without_name": Sentence(
        "有内容但没有名称：{given}", "不知道它是哪一项", "请填写名称，或删去该行"
    ),
    "intake.value_without_label": Sentence(
        "有内容但左边没有项目名称：{given}",
        "不知道它是哪一项",
        "请移到对应项目的一行；该项只能填一个值",
    ),
    "intake.misspelt_label": Sentence(
        "不认识的项目“{label}”", "这一行的内容不会被读取", "是不是“{right}”？请改正项目名称"
    ),
    "intake.unknown_label": Sentence(
        "不认识的项目“{label}”", "这一行的内容不会被读取", "请删去该行，或改用：{labels}"
    ),
    "intake.label_elsewhere": Sentence(
        "项目“{label}”不在它所属的组里", "同名项目可能属于不同的组", "请移到【{group}】下面"
    ),
    "intake.equal_labels": Sentence(
        "项目“{label}”写了两次，另一处在{first}", "不知道以哪一个为准", "请删去其中一行"
    ),
    "intake.unknown_group": Sentence(
        "不认识的组【{name}】", "其下的内容不会被读取", "请恢复原来的组名：{groups}"
    ),
    "intake.child_without_parent": Sentence(
        "“{heading}”没有填写", "不知道这一行属于哪一项", "请填写“{heading}”，与另一张表的名称一致"
    ),
    "intake.unknown_parent": Sentence(
        "“{heading}”写的“{name}”不存在", "不知道这一行属于哪一项", "请与另一张表的名称写得完全一致"
    ),
    "intake.unknown_parent_near": Sentence(
        "“{heading}”写的“{name}”不存在", "不知道这一行属于哪一项", "是不是“{right}”？请写得完全一致"
    ),
    "intake.equal_parents": Sentence(
        "“{heading}”写的“{name}”有两行", "不知道这一行属于哪一行", "请把那两行改成不同的名称"
    ),
    "intake.equal_in_workbook": Sentence(
        "“{heading}”有两个“{name}”",
        "工作簿按名称对应各表的行，分不清是哪一个",
        "请在原案卷中改成不同的名称，再转成工作簿",
    ),
    "intake.not_of_level": Sentence(
        "{level}没有“{heading}”", "这个数不会被读取", "请移到相应一级的行，或删去"
    ),
    "intake.kind_of_sheets": Sentence(
        "“案卷种类”写的是“{given}”，而各工作表是{right}的",
        "不同种类的案卷字段不同",
        "请改为“{right}”；要做别的种类，请用 govdocs new 另建工作簿",
    ),
    "intake.equal_settings": Sentence(
        "本地口径“{name}”写了两次", "不知道以哪一个为准", "请删去其中一个"
    ),
    "intake.heading_without_level": Sentence(
        "有小标题但没有层级", "不知道它是第几层标题", "请在“层级”列填 1、2、3……"
    ),
    "intake.paragraph_before_heading": Sentence(
        "段落在第一个小标题之前",
        "不知道它属于哪个标题",
        "请填写层级和小标题；开头的段落写在{home}",
    ),
    "intake.not_a_level": Sentence(
        "层级不是整数：{given}", "不知道它是第几层标题", "请填 1、2、3……"
    ),
    "intake.level_jump": Sentence(
        "层级从上一个标题跳到了 {given}", "标题必须逐层排列", "此处最多填 {most}"
    ),
    "intake.error_cell": Sentence(
        "单元格是错误值 {given}", "错误值不能当作数据", "请改正公式或引用，或直接填写数值"
    ),
    "intake.formula_without_value": Sentence(
        "公式没有计算结果",
        "空结果不能当作 0",
        "请用 Excel 或 WPS 打开、重新计算并保存，或直接填写数值",
    ),
    "intake.not_a_number_cell": Sentence(
        "单元格的数值读不出：{given}", "可能已损坏", "请重新填写该单元格"
    ),
    "intake.time_cell": Sentence(
        "单元格是时间或无效日期：{given}",
        "这里要的是日期或数字",
        "请按 2018-05-18 的样子重新填写，或把格式改为“常规”",
    ),
    "intake.scaled_format": Sentence(
        "数字格式 {format} 会缩放或改写显示的数",
        "显示的数与实际的数不同，分不清以哪个为准",
        "请把单元格格式改为普通的“数值”，再填写要印出的数",
    ),
    "intake.inexact_number": Sentence(
        "数字没有确定的小数位：{given}",
        "不知道要印出几位小数",
        "请用 ROUND 取到所需位数，或设置单元格的小数位数",
    ),
    "intake.hidden_decimals": Sentence(
        "单元格显示 {shown}，实际存的是 {stored}",
        "分不清以哪个为准",
        "请填写要印出的数，或增加显示的小数位数",
    ),
    "intake.too_long_for_cell": Sentence(
        "有一段文字超过单元格的 {limit} 字上限：{start}……",
        "Excel 存不下，转换会丢失内容",
        "请把这段文字分成几段",
    ),
}

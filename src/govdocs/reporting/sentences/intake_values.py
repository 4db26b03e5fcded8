"""Sentences for values that are not of the field's kind."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_UNKNOWN = "读不出数，就无法计算和校验"

VALUES: dict[str, Sentence] = {
    "intake.blank": Sentence(
        "“{field}”是空白", "只有空格不算填写", "请填写（{explain}），没有的整项删去"
    ),
    "intake.control_character": Sentence(
        "“{field}”中有看不见的控制字符或自造字：{given}",
        "Word 和 Excel 不能保存这种字符",
        "请删去后重新输入；自造字请换成标准汉字",
    ),
    "intake.full_width_digits": Sentence(
        "“{field}”用了全角数字：{given}", "全角数字不能计算", "请改为半角：{right}"
    ),
    "intake.not_money": Sentence(
        "“{field}”不是金额：{given}", _UNKNOWN, "请只写数字，如 560 或 98.50"
    ),
    "intake.not_money_unit": Sentence(
        "“{field}”的单位不是人民币：{given}", "金额栏按{unit}计算", "请换算成{unit}后只写数字"
    ),
    "intake.other_money_unit": Sentence(
        "“{field}”写成了另一种单位：{given}",
        "案卷的金额单位是{unit}，不换算会差成倍数",
        "请改为 {right}（{unit}）",
    ),
    "intake.not_money_unit_name": Sentence(
        "“{field}”不是人民币单位：{given}", "全部金额都按它计算", "请填 元、万元 或 亿元"
    ),
    "intake.not_rate": Sentence(
        "“{field}”不是比率：{given}", _UNKNOWN, "请写成带百分号的数，如 57.68%"
    ),
    "intake.rate_without_percent": Sentence(
        "“{field}”缺百分号：{given}",
        "分不清是 {given}% 还是百分之 {given}×100",
        "如果是 {right}，请改为 {right}",
    ),
    "intake.not_number": Sentence(
        "“{field}”不是数字：{given}", _UNKNOWN, "请只写数字，不带单位，如 10"
    ),
    "intake.not_figure": Sentence(
        "“{field}”不是一个数：{given}", _UNKNOWN, "请只写一个数和它的单位，如 360.4亿美元"
    ),
    "intake.not_whole_number": Sentence(
        "“{field}”不是整数：{given}", _UNKNOWN, "请只写数字（{explain}）"
    ),
    "intake.not_date": Sentence(
        "“{field}”不是日期：{given}",
        "公文日期必须写明年、月、日",
        "请写成 2018-05-18 或 2018年5月18日",
    ),
    "intake.no_such_date": Sentence(
        "“{field}”没有这一天：{given}", "公文日期必须是真实日期", "请核对月份和日期"
    ),
    "intake.not_yes_or_no": Sentence(
        "“{field}”只能填 是 或 否：{given}", "读不出选择", "请填 是 或 否"
    ),
    "intake.not_one_of": Sentence(
        "“{field}”不在可选范围内：{given}", "只能从规定的说法中选", "请填：{allowed}"
    ),
    "intake.not_one_of_near": Sentence(
        "“{field}”不在可选范围内：{given}",
        "只能从规定的说法中选",
        "是不是“{nearest}”？可填：{allowed}",
    ),
    "intake.out_of_range": Sentence(
        "“{field}”超出范围：{given}", "{side}了界限 {bound}", "请核对（{explain}）"
    ),
    "intake.invalid": Sentence(
        "“{field}”的内容不合要求：{given}", "（{said}）", "请核对（{explain}）"
    ),
}

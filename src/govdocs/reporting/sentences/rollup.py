"""Sentences of the roll-up: lists of units, forms that come in, figures that do not fit."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_LIST = "名单不明确，就无法判断谁应报、报给谁"
_LEFT = "该值没有计入汇总"
_OUTSIDE = "这些内容没有计入汇总，列在结果的“未计入内容”中"
_FORM = "该表没有计入汇总，其内容列在结果的“未计入内容”中"
_TAKEN = "该值已计入汇总，请核对"
_AGAIN = "请单位改正后重新报送"
_TWICE = "同一单位只能计一次"

SENTENCES: dict[str, Sentence] = {
    # 名单
    "rollup.list_unreadable": Sentence(
        "单位名单打不开：{said}", _LIST, "请检查文件是否存在、是否有权限"
    ),
    "rollup.list_without_units": Sentence(
        "单位名单里没有 units 一项", _LIST, "请按 units: 下逐行写 name、level、parent 的格式编写"
    ),
    "rollup.list_without_head": Sentence(
        "单位名单里没有找到表头", _LIST, "请在表头行写“单位名称”“级次”“上级单位”"
    ),
    "rollup.list_empty": Sentence("单位名单是空的", _LIST, "请逐行列出单位"),
    "rollup.list_no_name": Sentence("这一行没有单位名称", _LIST, "请补上单位名称，或删去这一行"),
    "rollup.list_bad_name": Sentence(
        "单位名称“{name}”不能用作文件名",
        "表格按单位名称命名",
        "请去掉 \\ / : * ? 等符号，长度不超过60字",
    ),
    "rollup.list_bad_level": Sentence("“{name}”的级次“{given}”不认识", _LIST, "请写：{known}"),
    "rollup.list_name_twice": Sentence(
        "单位名称“{name}”出现两次", _TWICE, "重名的单位请加上所属市县以示区别"
    ),
    "rollup.list_several_tops": Sentence(
        "有几个单位没有写上级：{names}", _LIST, "只有最上一级可以不写上级，请补上其余单位的上级"
    ),
    "rollup.list_no_top": Sentence("没有最上一级单位", _LIST, "请列出汇总单位，其“上级”留空"),
    "rollup.list_unknown_parent": Sentence(
        "“{name}”的上级“{parent}”不在名单中",
        _LIST,
        "请改正名称或补列上级单位；最接近的是“{nearest}”",
    ),
    "rollup.list_parent_not_above": Sentence(
        "“{name}”（{level}）的上级“{parent}”（{parent_level}）级次不高于它",
        _LIST,
        "请改正级次或上级",
    ),
    "rollup.target_for_nobody": Sentence(
        "“{unit}”在名单中的指标值列“{name}”不是案卷中的指标",
        "该指标值无处可填",
        "请改成案卷中的指标名称",
    ),
    "rollup.no_such_top": Sentence(
        "名单中没有“{given}”", _LIST, "请改正单位名称；最接近的是“{nearest}”"
    ),
    # 汇总方式
    "rollup.kind_missing": Sentence(
        "指标“{name}”没有写汇总方式",
        "绝对值相加、相对值加权，弄错就会把比率相加；程序只建议，不代为决定",
        "建议写 kind: {proposal}（{because}）；可用 govdocs rollup kinds 把建议写成注释，逐条确认",
    ),
    "rollup.kind_unknown": Sentence(
        "指标“{name}”没有写汇总方式，也看不出应是哪一种",
        "不知道怎样汇总，就不能汇总",
        "请在案卷中写 kind：绝对值、相对值、定性、最大值、最小值或是否",
    ),
    "rollup.not_yaml": Sentence(
        "不是 YAML 案卷", "注释只能写进 YAML 文件", "工作簿案卷请直接在“汇总方式”列填写"
    ),
    # 输入
    "rollup.no_such_input": Sentence(
        "没有“{name}”这个文件或文件夹", "没有可汇总的内容", "请检查路径"
    ),
    "rollup.no_input": Sentence(
        "没有找到可汇总的表格（另有{others}个其他文件）",
        "没有写出任何文件",
        "请指定所填 .xlsx 表格或其文件夹",
    ),
    "rollup.no_start": Sentence(
        "{count}个文件中没有一个带有表式标识",
        "不知道按哪些指标汇总",
        "请用 --case 指定下发时所用的案卷",
    ),
    "rollup.nothing": Sentence(
        "{files}个文件中没有一份可以计入", "没有写出任何文件", "请按上面逐条列出的原因处理后再汇总"
    ),
    "rollup.mixed_versions": Sentence(
        "各表的版本不一：{versions}",
        "不同版本问的不是同样的指标，不能相加",
        "请用 --case 指定以哪一份案卷为准",
    ),
    "rollup.other_files": Sentence(
        "文件夹中另有{count}个其他文件（{kinds}），如 {names}", "这些文件没有读取", "不需要处理"
    ),
    "rollup.bad_policy": Sentence(
        "汇总口径的{what}“{given}”不认识", "不知道遇到问题怎样处理", "可用：{known}"
    ),
    "rollup.result_suffix": Sentence(
        "汇总结果“{name}”不是 .yaml 文件", "没有写出任何文件", "请用 -o 汇总.yaml"
    ),
    "rollup.no_dask": Sentence(
        "没有安装集群组件",
        "不能把读取分到集群上",
        "请安装 pip install govdocs[cluster]，或去掉 --cluster 只用本机",
    ),
    "rollup.no_cluster": Sentence(
        "集群“{address}”没有应答：{said}",
        "不能把读取分到集群上",
        "请检查地址，或去掉 --cluster 只用本机",
    ),
    # 文件
    "rollup.unreadable": Sentence(
        "工作簿读不出：{said}", _FORM, "请用 Excel 或 WPS 打开另存为 .xlsx 后重新报送"
    ),
    "rollup.reader_failed": Sentence(
        "读取时中断：{said}", _FORM, "请用 Excel 或 WPS 打开另存为 .xlsx 后重新报送"
    ),
    "rollup.sheet_too_large": Sentence(
        "工作表“{sheet}”的范围超过{rows}行或{columns}列", _FORM, "请删去表格以外远处的单元格后另存"
    ),
    "rollup.not_a_form": Sentence(
        "不是下发的表格", "该文件没有计入汇总", "如是填报表格，请用下发的表格重新填写"
    ),
    "rollup.heading_lost": Sentence(
        "找不到“三级指标”“全年完成值”的表头", _FORM, "请恢复下发时的表头后重新报送"
    ),
    "rollup.units_file_no_form": Sentence(
        "文件以“{unit}”命名，却不是下发的表格", _FORM, "请用下发的 .xlsx 表格填报"
    ),
    "rollup.case_unusable": Sentence(
        "案卷有{count}处错误", _FORM, "请改正后再汇总，先看 govdocs check 的结果"
    ),
    # 单位与版本
    "rollup.other_form": Sentence("表式是 {given}，应为 {asked}", _FORM, "请用本次下发的表格填报"),
    "rollup.other_year": Sentence(
        "是{given}年度的表，应为{asked}年度", _FORM, "请用本年度的表格填报"
    ),
    "rollup.other_version": Sentence(
        "表式版本是 {given}，应为 {asked}", _FORM, "请用最近一次下发的表格填报"
    ),
    "rollup.no_signature": Sentence(
        "没有表式标识，按表头和指标名称读取", "无法确认是否为本次下发的版本", "请核对指标是否齐全"
    ),
    "rollup.broken_signature": Sentence(
        "表式标识被改动，按表头和指标名称读取", "无法确认是否为本次下发的版本", "请核对指标是否齐全"
    ),
    "rollup.no_unit_name": Sentence("没有填报单位名称", _FORM, "请在“实施单位”栏填写单位名称"),
    "rollup.unit_unknown": Sentence(
        "“{unit}”不在单位名单中", _FORM, "请改正名称或补入名单；最接近的是“{near}”"
    ),
    "rollup.unit_changed": Sentence(
        "实施单位写的是“{given}”，这份表是发给“{asked}”的", _FORM, "请各单位用发给本单位的表格填报"
    ),
    "rollup.form_blank": Sentence("整份表没有填写", "该单位按缺报处理", "请填写后重新报送"),
    "rollup.unit_twice_same": Sentence(
        "“{unit}”有{count}份内容相同的表：{files}", "只计一次", "不需要处理"
    ),
    "rollup.unit_twice": Sentence(
        "“{unit}”有{count}份内容不同的表：{files}，不同处如 {differs}",
        f"{_TWICE}，程序不代为挑选",
        "请留下正确的一份",
    ),
    "rollup.missing_unit": Sentence(
        "“{unit}”（上级：{parent}）缺报：{reason}", "汇总数不含该单位", "请催报或说明"
    ),
    "rollup.no_list": Sentence(
        "没有提供单位名单", "无法知道谁没有报送", "请用 --units 指定单位名单"
    ),
    "rollup.parent_with_children": Sentence(
        "“{unit}”的下级单位已报送，本级这份表只用来核对",
        "两者都计入就会重复",
        "本级自有的数请以单独的单位填报",
    ),
    "rollup.stands_for_children": Sentence(
        "“{unit}”的下级单位都没有报送，以本级这份表代替",
        "汇总数中该单位没有分到下级的明细",
        "请核对是否应由下级填报",
    ),
    "rollup.result_edited": Sentence(
        "“{unit}”的汇总结果中“{what}”写的是“{written}”，按所列单位应为“{expected}”",
        "改动过的汇总数背后没有单位的数据",
        "请让改动的单位重新报送，再汇总一次；不要直接改汇总结果",
    ),
    "rollup.result_text_edited": Sentence(
        "“{unit}”的汇总结果中“{what}”的原因和措施被改动",
        "改动的文字没有计入，仍用各单位原文",
        "如需采用，请写入上级案卷",
    ),
    "rollup.other_weight": Sentence(
        "“{unit}”的汇总结果按{given}加权，本次按{asked}",
        "两种权数不能混用",
        "请用同一种权数（--weight）重新汇总",
    ),
    # 行和列
    "rollup.row_renamed": Sentence(
        "指标名称改成了“{label}”，下发的是“{asked}”",
        "可能已不是同一项指标，该值没有计入",
        "请恢复原名称后重新报送",
    ),
    "rollup.row_moved": Sentence("“{what}”一行被移动过", _TAKEN, "不需要处理；下次请勿移动行"),
    "rollup.row_inserted": Sentence(
        "多出一行“{label}”", "该行没有计入汇总", "如确需增加指标，请由汇总单位统一下发"
    ),
    "rollup.outside": Sentence(
        "写在填报栏以外", _OUTSIDE, "请写入相应的填报栏，说明写入原因和措施"
    ),
    "rollup.comment": Sentence(
        "写在批注或文本框里", _OUTSIDE, "请写入相应的填报栏，说明写入原因和措施"
    ),
    "rollup.other_sheet": Sentence(
        "另有工作表“{sheet}”",
        "每个文件只读一张表，这张工作表没有计入汇总",
        "如是另一份表，请另存为单独的文件报送",
    ),
    "rollup.band_unused": Sentence(
        "只选了完成档次，没有可计的完成比例", _LEFT, "请填写该档次内的完成比例，如 95%"
    ),
    "rollup.rate_differs": Sentence(
        "与全年执行数÷全年预算数不符，应为{right}",
        "执行率由资金计算，所填的没有采用",
        "请核对资金数和执行率",
    ),
    "rollup.row_deleted": Sentence(
        "缺少“{what}”一行", "该单位这一项按未填处理", "请用下发的表格补报"
    ),
    "rollup.row_twice": Sentence(
        "“{what}”出现两行", "只计上面一行，这一行没有计入", "请删去重复的一行"
    ),
    "rollup.target_changed": Sentence(
        "指标值改成了“{given}”，下发的是“{asked}”",
        "完成值已计入，指标值以下发的为准",
        "请核对；确需调整的由汇总单位统一改",
    ),
    "rollup.unit_cell_changed": Sentence(
        "计量单位改成了“{given}”，下发的是“{asked}”", _LEFT, "请恢复计量单位，并按它换算完成值"
    ),
    "rollup.column_missing": Sentence(
        "缺少“{column}”一列", "该列的内容无法读取", "请用下发的表格填报"
    ),
    "rollup.hidden": Sentence("该行或列被隐藏", _TAKEN, "请取消隐藏后核对"),
    "rollup.links": Sentence(
        "工作簿链接到其他文件：{target}", "链接的数可能已经变化", "请把链接改为数值后重新报送"
    ),
    # 单元格
    "rollup.number_as_text": Sentence("数字以文本格式存放", _TAKEN, "不需要处理"),
    "rollup.full_width": Sentence("数字用了全角字符，按“{right}”计入", _TAKEN, "不需要处理"),
    "rollup.other_scale": Sentence(
        "计量单位是{given}，已换算为{right}", _TAKEN, "请核对换算是否符合原意"
    ),
    "rollup.unit_added": Sentence("数字后写了“{given}”", _TAKEN, "不需要处理"),
    "rollup.wrong_unit": Sentence(
        "计量单位是{given}，应为{asked}", _LEFT, f"请按{{asked}}填写；{_AGAIN}"
    ),
    "rollup.no_value": Sentence(
        "公式没有计算出的数值", _LEFT, "请用 Excel 或 WPS 打开并保存一次，或直接填数字"
    ),
    "rollup.error_cell": Sentence("单元格是错误值", _LEFT, _AGAIN),
    "rollup.elsewhere": Sentence(
        "数值取自其他文件", f"其他文件无法核对，{_LEFT}", "请改填数字后重新报送"
    ),
    "rollup.not_a_number": Sentence(
        "不是数字", _LEFT, "请填数字，不涉及的写“不适用”，文字说明写入原因和措施"
    ),
    "rollup.date_for_number": Sentence(
        "数字被存成了日期", _LEFT, "请把单元格改为常规格式后重新填写"
    ),
    "rollup.word_for_share": Sentence("定性指标应填完成比例", _LEFT, "请按三档填写百分数，如 95%"),
    "rollup.not_yes_no": Sentence("应填“是”或“否”", _LEFT, "请从下拉列表选择"),
    "rollup.bound": Sentence(
        "数字前后有比较符号", _TAKEN, "请核对是否为实际完成值，而不是照抄指标值"
    ),
    "rollup.about": Sentence("是约数", f"约数不能相加，{_LEFT}", "请填确数"),
    "rollup.rate_without_percent": Sentence(
        "没有百分号，分不清是{right}还是{written}%", _LEFT, "请写明百分号，如 {right}"
    ),
    "rollup.out_of_band": Sentence("{written}不在“{band}”之内", _LEFT, "请核对完成比例和完成档次"),
    "rollup.out_of_range": Sentence("{written}超出0%至100%", _TAKEN, "请核对是否多写或少写了位数"),
    "rollup.negative_money": Sentence("金额是负数", _LEFT, "请核对；退回的资金写入说明"),
    "rollup.negative": Sentence("{written}是负数", _TAKEN, "请核对"),
    "rollup.too_large": Sentence("数字过大或位数过多", _LEFT, "请核对计量单位"),
    "rollup.total_from_parts": Sentence(
        "年度资金总额没有填写，由各来源相加为{total}", "按相加的数计入", "不需要处理"
    ),
    # 权数
    "rollup.no_weight": Sentence(
        "“{unit}”没有{weight}，“{what}”无法加权", _LEFT, "请补报年度资金总额的{weight}"
    ),
    "rollup.weight_zero": Sentence(
        "“{unit}”的{weight}为零", "该单位的相对值和定性指标不影响加权平均", "请核对资金是否漏填"
    ),
    "rollup.all_weights_zero": Sentence(
        "“{what}”各单位的{weight}合计为零", "无法加权，该项空白", "请核对资金"
    ),
    "rollup.all_blank": Sentence(
        "“{what}”没有一个单位填写", "该项汇总后仍为空白", "请核对该指标是否适用"
    ),
    # 查询
    "rollup.not_a_result": Sentence(
        "不是汇总结果", "其中没有各单位的数据", "请指定 govdocs rollup -o 写出的文件"
    ),
    "rollup.no_such_figure": Sentence(
        "汇总结果中没有“{given}”", "没有可说明的数", "请改正名称；最接近的是“{nearest}”"
    ),
    "rollup.several_figures": Sentence(
        "“{given}”不止一项：{names}", "不知道要说明哪一项", "请写全名或括号中的位置"
    ),
}

FINDINGS: dict[str, tuple[str, dict[str, str], str]] = {
    "F701": (
        "远离其他单位",
        {
            "": "{unit}的“{name}”为{actual}，明显{side}于其他单位（{count}个单位的中位数为{middle}）。",
            "by_money": "{unit}的“{name}”为{actual}，按每{money_unit}资金计是{count}个单位中位数的{times}。",
        },
        "请单位核对计量单位和位数；属实的在案卷中说明。判断用四分位数和图基外围栏（四分位距的3倍）。",
    ),
    "F702": (
        "分项大于总额",
        {
            "": "{unit}的“{part}”大于“{total}”：分项合计应为{expected}，总额写{actual}。",
            "executed": "{unit}的“{part}”{actual}大于“{total}”。",
        },
        "请单位核对资金各行。",
    ),
    "F703": (
        "资金总额与分项之和不等",
        {"": "{unit}的“{total}”写{actual}，各来源相加为{expected}。"},
        "请单位核对是否漏列来源；总额是“其中”各行之和。",
    ),
    "F704": (
        "上级表与下级汇总不等",
        {"": "{unit}自报“{name}”{actual}，{count}个下级单位汇总为{expected}。"},
        "汇总结果以下级单位为准；请核对差在哪个单位。",
    ),
    "F705": (
        "指标值分解不足或超出",
        {"": "“{name}”的指标值为{actual}，分解到{count}个单位的合计为{expected}。"},
        "请核对指标值的分解。",
    ),
    "F706": (
        "执行率与资金不符",
        {
            "": "{unit}的“{name}”填{actual}，按资金计算为{expected}。",
            "mean": "各单位所填“{name}”的加权平均为{actual}，按ΣB÷ΣA为{expected}；汇总采用后者。",
        },
        "执行率等于执行数除以预算数，请单位核对。",
    ),
    "F707": (
        "下达资金与各单位预算数不等",
        {"": "案卷“{name}”为{actual}，{count}个单位的中央补助预算数合计为{expected}。"},
        "请核对资金分配和各单位所填预算数。",
    ),
}
"""Name, sentence by variant, and advice for each finding of a roll-up."""

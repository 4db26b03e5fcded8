"""What is said about Excel templates and the workbooks made from them."""

from govdocs.reporting.sentences import Sentence

_TELL = "请把模板和案卷发给维护人员；没有写出任何文件"
_ASK = "这是程序自身的错误，为避免报出错误的文件，已停止"

SENTENCES: dict[str, Sentence] = {
    "xlsx.part_missing": Sentence(
        "工作簿里缺少部件 {member}",
        "文件不完整，Excel 打开时也会提示修复",
        "用 Excel 或 WPS 打开后另存为 .xlsx，再作模板",
    ),
    "xlsx.full_width_brace": Sentence(
        "标记用了全角括号：{tag}",
        "全角的｛｛ ｝｝不是标记，会原样印在表里",
        "切换到英文输入法，改为半角的 {{{{ }}}} 或 {{% %}}",
    ),
    "xlsx.half_open_tag": Sentence(
        "标记缺了一半：{tag}",
        "不成对的括号会原样印在表里",
        "补全 {{{{ }}}} 或 {{% %}}",
    ),
    "xlsx.tag_syntax": Sentence(
        "标记写法有误：{tag}（{message}）",
        "读不懂的标记无法填入数据",
        "每个标记在同一个单元格内写完整；{{% if %}} 要有 {{% endif %}}，{{% for %}} 要有 {{% endfor %}}",
    ),
    "xlsx.tag_forbidden": Sentence(
        "标记里不能用“{construct}”：{tag}",
        "模板只能取用案卷的字段，不能运算或运行程序",
        "数字先在案卷中算好，模板里只写字段名",
    ),
    "xlsx.unknown_filter": Sentence(
        "没有“{filter}”这个用法：{tag}",
        "无法知道要怎样印这个字段",
        "可用的有 with_unit、bare、day_cn、chinese_number、join、otherwise、length、merge",
    ),
    "xlsx.tag_in_formula": Sentence(
        "公式里有标记：{formula}",
        "数据不能进入公式，否则文字可能变成公式",
        "把标记放在另一个单元格，公式引用那个单元格",
    ),
    "xlsx.tag_outside_cells": Sentence(
        "标记 {tag} 在单元格之外（{member}）",
        "批注、文本框和图表里的标记不会被填写",
        "把内容移到单元格、页眉页脚或文档属性中",
    ),
    "xlsx.marker_unknown": Sentence(
        "不认识的行标记：{word}",
        "行标记只用来重复行或有条件地保留行",
        "用 {{%tr for … %}}、{{%tr if … %}}、{{%tr elif … %}}、{{%tr else %}}、{{%tr endif %}}、{{%tr endfor %}}",
    ),
    "xlsx.marker_not_alone": Sentence(
        "行标记旁边还有文字：{tag}",
        "行标记所在的行不会印出，旁边的文字会丢失",
        "行标记单独占一行，文字移到别的行",
    ),
    "xlsx.marker_row_has_content": Sentence(
        "行标记所在的行里还有内容：{tag}",
        "行标记所在的行不会印出，这些内容会丢失",
        "把内容移到别的行；跨行的合并标题可以从这一行开始",
    ),
    "xlsx.marker_unpaired": Sentence(
        "行标记不成对：{tag}",
        "不知道哪些行要重复或保留",
        "检查前后的 for/endfor、if/endif 是否一一对应",
    ),
    "xlsx.marker_unclosed": Sentence(
        "行标记没有结束：{tag}",
        "不知道重复或保留到哪一行",
        "在最后一行之后加一行，写 {{%tr {expected} %}}",
    ),
    "xlsx.comment_in_rows": Sentence(
        "会重复或有条件的行上有批注",
        "一条批注不能属于多行",
        "把批注移到不重复的行，或改写为单元格文字",
    ),
    "xlsx.unknown_field": Sentence(
        "案卷里没有字段 {field}（标记 {tag}）",
        "写错的字段名会留下空白",
        "用 govdocs templates fields 查看可用的字段，改正名称",
    ),
    "xlsx.rows_printed": Sentence(
        "{field} 是一组数据，不能直接印出（标记 {tag}）",
        "印出来不是表上要的内容",
        "用 {{%tr for … %}} 逐行印，或取其中一个字段",
    ),
    "xlsx.value_looped": Sentence(
        "{field} 只是一个值，不能逐行重复（标记 {tag}）",
        "循环只能用于列表",
        "改为列表字段，或去掉循环",
    ),
    "xlsx.not_rows": Sentence(
        "{field} 不是列表，不能逐行重复（标记 {tag}）",
        "循环只能用于列表",
        "改为列表字段，或去掉循环",
    ),
    "xlsx.not_comparable": Sentence(
        "标记 {tag} 中的比较无法进行（{message}）",
        "文字和数字不能比较大小",
        "改为判断是否填写，或比较数字字段",
    ),
    "xlsx.not_printable": Sentence(
        "标记 {tag} 取到的不是文字或数字",
        "列表和分组印出来没有意义",
        "取其中的一个字段，或用循环逐行印",
    ),
    "xlsx.none_value": Sentence(
        "标记 {tag} 取到的是“无”",
        "印成 None 的文件不能报出",
        "空白的字段应为空文字；用 {{% if %}} 判断后再印",
    ),
    "xlsx.float_value": Sentence(
        "标记 {tag} 取到的是二进制小数 {value}",
        "二进制小数会印成 0.30000000000000004 之类",
        "数字从案卷取，不在模板里写小数或运算",
    ),
    "xlsx.control_character": Sentence(
        "字段 {field} 里有看不见的控制字符 {character}（标记 {tag}）",
        "这种字符不能写进 Excel 文件",
        "在案卷中删去这个字符，常见于从网页或旧系统复制的文字",
    ),
    "xlsx.text_too_long": Sentence(
        "标记 {tag} 的内容超过 32767 字",
        "Excel 的一个单元格放不下",
        "缩短内容，或分成几个单元格",
    ),
    "xlsx.sheet_name": Sentence(
        "“{name}”不能作工作表名",
        "工作表名不超过 31 字，不能有 [ ] : * ? / \\，不能重名",
        "改工作表名上的标记，或缩短所用的字段",
    ),
    "xlsx.too_many_rows": Sentence(
        "填好后有 {rows} 行，超过 Excel 的 1048576 行",
        "多出的行会丢失",
        "减少列表的行数，或分成几个工作表",
    ),
    "xlsx.part_without_rows": Sentence(
        "列表为空，表格部件 {member} 没有行可以容纳",
        "没有行的“表格”（插入－表格）会让 Excel 提示修复",
        "填入至少一行，或在模板中把它转换为普通区域",
    ),
    "xlsx.formula_not_computable": Sentence(
        "公式 ={formula} 无法计算（{reason}）",
        "没有计算值的公式，不重算的软件会读成空白",
        "改用加减乘除、SUM、IF、ROUND、IFERROR、AVERAGE、SUMIF、SUMPRODUCT 等常用函数",
    ),
    "xlsx.reference_to_marker_row": Sentence(
        "公式 ={formula} 引用了行标记所在的行（{reference}）",
        "那一行不会印出",
        "改为引用要重复的那一行，如 SUM(C5:C5)",
    ),
    "xlsx.reference_to_many_rows": Sentence(
        "公式 ={formula} 引用的 {reference} 会重复成许多行",
        "不知道要用哪一行，可能算错",
        "合计写成 SUM(C5:C5)；只用第一行写成 $C$5",
    ),
    "xlsx.reference_to_absent_row": Sentence(
        "公式 ={formula} 引用的 {reference} 这次没有印出",
        "条件不成立或列表为空，公式没有依据",
        "公式与所引用的行放在同一个条件内，或改为引用区域",
    ),
    "xlsx.reference_to_no_sheet": Sentence(
        "公式 ={formula} 引用了不存在的工作表（{reference}）",
        "公式会成为 #REF!",
        "改正工作表名",
    ),
    "xlsx.range_leaves_rows": Sentence(
        "重复行里的公式 ={formula} 引用的区域 {reference} 一头在重复行内，一头在外",
        "复制到下一行时含义不明，可能算错",
        "从头累计写成 SUM(C$5:C5)；全部合计写成 SUM($C$5:$C$5)",
    ),
    "xlsx.range_torn": Sentence(
        "公式 ={formula} 引用的 {reference} 重复后不再相连",
        "连成一片会把中间别的行也算进去",
        "改用 SUM、AVERAGE、MAX、MIN、COUNT，或让每次只重复一行",
    ),
    "xlsx.not_filled": Sentence(
        "模板无法填写",
        "填写时出错，没有找到出错的单元格",
        "用 govdocs templates check 检查模板；仍不行时请把模板和案卷发给维护人员",
    ),
    "xlsx.gate.damaged": Sentence("写出的工作簿打不开", _ASK, _TELL),
    "xlsx.gate.not_well_formed": Sentence("写出的部件 {member} 不完整（{message}）", _ASK, _TELL),
    "xlsx.gate.changed_member": Sentence("不该改动的部件 {member} 变了", _ASK, _TELL),
    "xlsx.gate.leftover_tag": Sentence("填好的表里还有标记：{text}", _ASK, _TELL),
    "xlsx.gate.missing_value": Sentence("字段 {field} 的内容“{text}”没有出现在表里", _ASK, _TELL),
    "xlsx.gate.row_count": Sentence("应有 {expected} 行，写出了 {actual} 行", _ASK, _TELL),
    "xlsx.gate.row_order": Sentence("行号没有依次递增", _ASK, _TELL),
    "xlsx.gate.cell_order": Sentence("单元格没有依次排列", _ASK, _TELL),
    "xlsx.gate.outside_dimension": Sentence("单元格超出工作表声明的范围", _ASK, _TELL),
    "xlsx.gate.style_index": Sentence("单元格用了不存在的格式（第 {index} 号）", _ASK, _TELL),
    "xlsx.gate.string_index": Sentence("单元格用了不存在的文字（第 {index} 号）", _ASK, _TELL),
    "xlsx.gate.formula_without_value": Sentence("公式没有计算值", _ASK, _TELL),
    "xlsx.gate.formula_count": Sentence("应有 {expected} 个公式，写出了 {actual} 个", _ASK, _TELL),
    "xlsx.gate.merges_overlap": Sentence("合并单元格与 {other} 重叠", _ASK, _TELL),
    "xlsx.gate.lost_reference": Sentence("公式失去了引用：{formula}", _ASK, _TELL),
}

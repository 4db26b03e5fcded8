"""Sentences for Word templates and the files made from them."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_OURS = "这是程序的问题，文件没有写出。请保留数据和模板，反馈给维护者。"
_VALUE = "请改正数据里的这一项。"

SENTENCES: dict[str, Sentence] = {
    "docx.full_width_braces": Sentence(
        "“{text}”用了全角的花括号或百分号。",
        "全角符号不是标签，会原样印在纸上。",
        "请切换到英文输入法，改成半角的 {{{{ }}}} 或 {{% %}}。",
    ),
    "docx.spaced_braces": Sentence(
        "“{text}”的花括号之间多了空格。",
        "隔开的花括号不是标签，会原样印在纸上。",
        "请去掉两个花括号之间的空格。",
    ),
    "docx.half_open_tag": Sentence(
        "“{text}”的标签只有一半。",
        "开头和结尾的括号不成对，或者不在同一段里。",
        "请补齐成对的括号；一个标签要写在同一个段落里。",
    ),
    "docx.tag_not_alone": Sentence(
        "标签 {text} 旁边还有文字“{beside}”。",
        "带 p、tr、tc 的标签会连同所在的段落、行或单元格一起去掉，旁边的文字会丢失。",
        "请让这个标签独占一段、一行或一个单元格。",
    ),
    "docx.row_tag_outside_table": Sentence(
        "标签 {text} 不在表格里。",
        "tr 和 tc 标签只能用来重复表格的行和单元格。",
        "请移进表格，或改用 {{%p … %}}。",
    ),
    "docx.old_merge_tag": Sentence(
        "不支持标签 {text}。",
        "它会把不同的内容并成一格，丢失文字。",
        "请改用 merge 过滤器，例如 {{{{ row.level1|merge }}}}，只合并内容相同的相邻单元格。",
    ),
    "docx.rich_tag": Sentence(
        "不支持标签 {text} 的写法。",
        "富文本和子文档由模板的样式来定，不由数据来定。",
        "请去掉花括号后面的 r、p、tr 或 tc，用普通的 {{{{ }}}}。",
    ),
    "docx.merge_outside_table": Sentence(
        "标签 {text} 用了 merge，但不在表格里。",
        "只有表格的单元格才能合并。",
        "请去掉 merge，或把标签移进表格。",
    ),
    "docx.theme_font": Sentence(
        "样式“{style}”用的是主题字体。",
        "主题字体会压过样式里写明的仿宋、楷体等字体，换一台电脑就变样。",
        "请在 Word 的“修改样式”里为中文和西文各选定一种具体字体。",
    ),
    "docx.tracked_changes": Sentence(
        "模板里有 {count} 处修订尚未接受或拒绝。",
        "修改前后的文字会同时填进文件。",
        "请在 Word 的“审阅”里接受或拒绝全部修订后保存。",
    ),
    "docx.control_character": Sentence(
        "“{text}”里有不可见的控制字符 {character}。",
        "Word 不接受这种字符，文件会打不开或丢字。",
        "多半是从别处粘贴带进来的，请删去后重新输入。",
    ),
    "docx.tag_in_value": Sentence(
        "数据里的“{text}”含有标签的括号。", "填进文件后会像没有填好的标签。", _VALUE
    ),
    "docx.no_value": Sentence(
        "数据里的一项是“{text}”。",
        "这是别的程序留下的“没有值”，不能印在纸上。",
        "没有内容请留空；有内容请写出来。",
    ),
    "docx.not_printable": Sentence(
        "标签 {text} 要印出的不是一个值（{kind}）。",
        "小数、空值和一组内容都不能直接印出。",
        "请写到具体的字段，例如 {{{{ fund.name }}}}。",
    ),
    "docx.too_long": Sentence(
        "填出来的内容超过 {limit} 个字符。",
        "这样的文件谁也打不开。",
        "请检查模板里的重复是否多套了一层。",
    ),
    "docx.not_a_picture": Sentence(
        "要放进文件的图片不是 PNG 或 JPEG。",
        "其他格式的图片在部分 Word、WPS 版本中不显示。",
        "请把图片另存为 PNG 或 JPEG。",
    ),
    "docx.gate.drawing_lost": Sentence(
        "有一幅图没有放进生成的文件。",
        "这是程序自身的问题，没有写出任何文件。",
        "请把案卷和模板一起反馈给维护人员。",
    ),
    "docx.gate.damaged": Sentence("写出的文件不完整。", "交出去别人打不开。", _OURS),
    "docx.gate.changed_member": Sentence(
        "写出的文件里 {member} 与模板不一致。", "没有标签的部分应当原样保留。", _OURS
    ),
    "docx.gate.not_well_formed": Sentence(
        "填好的内容格式有误（{message}）。", "Word 会提示“内容有问题”。", _OURS
    ),
    "docx.gate.leftover_tag": Sentence(
        "填好的文件里还留有标签：“{text}”。", "没有填好的标签不能印在纸上。", _OURS
    ),
    "docx.gate.nothing": Sentence(
        "填好的文件里有“没有值”的痕迹：“{text}”。", "None 或 nan 不能印在纸上。", _OURS
    ),
    "docx.gate.missing_value": Sentence(
        "“{name}”的值“{text}”没有出现在填好的文件里。", "数据里有、纸上没有，就是漏填。", _OURS
    ),
    "docx.gate.row_count": Sentence(
        "表格应有 {expected} 行，填好后是 {actual} 行。", "行数与数据不一致。", _OURS
    ),
    "docx.gate.grid": Sentence(
        "表格这一行占 {width} 列，而表格有 {columns} 列。",
        "Word 会提示“内容有问题”。",
        "请在 Word 里删去这张表后重新插入，或对照其他行补齐、合并单元格。",
    ),
    "docx.gate.merge": Sentence(
        "单元格接着上面合并，但上面没有合并的起点。",
        "Word 会显示错位，或提示“内容有问题”。",
        "请在 Word 里拆分这个单元格后重新合并。",
    ),
    "docx.gate.no_paragraph": Sentence(
        "单元格、页眉或文本框的末尾没有段落。",
        "Word 会提示“内容有问题”。",
        "请在 Word 里打开并保存一次模板；仍有问题请反馈给维护者。",
    ),
    "docx.gate.empty_table": Sentence(
        "表格没有一行。", "Word 会提示“内容有问题”。", "请删去这张空表，或加上表头行。"
    ),
    "docx.gate.table_last": Sentence(
        "正文、页眉或文本框以表格结尾，后面没有段落。",
        "Word 会提示“内容有问题”。",
        "请在表格后面加一个空段落。",
    ),
    "docx.gate.drawing_id": Sentence(
        "两个图形用了同一个编号 {id}。",
        "Word 会提示“内容有问题”。",
        "请不要在逐行重复的段落里放图形，或在 Word 里重新插入图形。",
    ),
    "docx.gate.bookmark_id": Sentence(
        "两个书签用了同一个编号 {id}。",
        "Word 会丢掉其中一个。",
        "请不要在逐行重复的段落里放书签，或在 Word 里重新插入书签。",
    ),
    "docx.gate.relation": Sentence(
        "文件引用了不存在的部件 {id}。",
        "图片、页眉等会显示不出来，或打不开文件。",
        "请在 Word 里打开模板，删去显示不出的图片后保存。",
    ),
    "docx.gate.content_type": Sentence(
        "文件的部件 {member} 没有登记类型。",
        "Word 会提示“内容有问题”。",
        "请在 Word 里打开并另存一次模板。",
    ),
}

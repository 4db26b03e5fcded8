"""Sentences for what a finished document holds that was not read, or read in one of two ways."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_OUTSIDE = "这部分内容没有参加检查"

SENTENCES: dict[str, Sentence] = {
    "reading.tracked_changes": Sentence(
        "文中有 {count} 处修订，按全部接受后的文字检查",
        "如有修订最后不被接受，检查结果可能不同",
        "请在定稿前接受或拒绝全部修订",
    ),
    "reading.hidden_text": Sentence(
        "文中有 {count} 处隐藏文字，没有参加检查",
        "隐藏文字不印出，但会随电子文件送出",
        "请删去隐藏文字，或取消隐藏",
    ),
    "reading.equations": Sentence(
        "文中有 {count} 处公式没有读出", _OUTSIDE, "请自行核对公式里的数"
    ),
    "reading.pictures": Sentence(
        "文中有 {count} 张图片，图中的文字和数没有读出", _OUTSIDE, "请自行核对图片里的表和数"
    ),
    "reading.odd_merges": Sentence(
        "表格中有 {count} 处合并单元格自相矛盾",
        "这些表格的行列可能认错",
        "请在 Word 或 WPS 中重新合并这些单元格",
    ),
    "reading.cut_tables": Sentence(
        "有 {count} 个表格过大，只读了前一部分", "其余各行没有参加检查", "请把表格分成几个"
    ),
    "reading.tables_left": Sentence(
        "有 {count} 个表格没有读（数量过多或层层嵌套）", _OUTSIDE, "请把文件分成几份分别检查"
    ),
    "reading.typed_tables": Sentence(
        "有 {count} 个表是一行一行打出来的（第 {where} 段起），已按表格检查",
        "行和列是按每行的格数认出来的，可能与原意不同",
        "请改为 Word 表格，或自行核对这几处",
    ),
    "reading.broken_lines": Sentence(
        "有 {count} 段话被断成了几行（第 {where} 段起），已接成整段检查",
        "多半是从 PDF 或网页复制来的",
        "请删去句子中间的换行",
    ),
    "reading.torn_lines": Sentence(
        "有 {count} 处像是打散的表格（第 {where} 段起），行和列认不出来",
        "其中的数没有与别处核对",
        "请改为 Word 表格，或自行核对这几处",
    ),
    "reading.no_text": Sentence(
        "文件里没有读到文字",
        "没有内容可以检查",
        "如是扫描件，请先识别成文字；如内容在图片里，请换成文字",
    ),
    "reading.hidden_sheet": Sentence(
        "工作表“{sheet}”是隐藏的，一并检查了", "隐藏的工作表会随电子文件送出", "请确认是否应当保留"
    ),
    "reading.hidden_rows": Sentence(
        "第 {rows} 行是隐藏的，一并检查了", "合计可能包含看不见的行", "请确认是否应当保留"
    ),
    "reading.hidden_column": Sentence(
        "{letters} 列是隐藏的，一并检查了", "合计可能包含看不见的列", "请确认是否应当保留"
    ),
    "reading.error_cell": Sentence(
        "单元格的值是错误（{given}），没有参加检查", "公式算不出结果", "请更正公式或所引用的单元格"
    ),
    "reading.formula_without_value": Sentence(
        "单元格只有公式而没有算出的值，没有参加检查",
        "文件保存时没有计算",
        "请用 Excel 或 WPS 打开，重新计算后保存",
    ),
    "reading.macros": Sentence(
        "文件带有宏（{target}），没有运行", "送出的文件不应带宏", "请另存为不带宏的文件"
    ),
    "reading.external_link": Sentence(
        "文件链接到外部内容：{target}，没有读取", _OUTSIDE, "请断开链接，把内容放进文件"
    ),
    "reading.embedded_object": Sentence(
        "文件里嵌有其他程序的对象：{target}，没有读取", _OUTSIDE, "请把其中的表和数改为普通文字"
    ),
    "reading.old_format": Sentence(
        "这是旧格式的文件，已由 LibreOffice 转换后检查",
        "转换可能改变表格的合并和编号",
        "请以另存为新格式的文件为准",
    ),
}

"""Sentences for case files that cannot be read as a case."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence
from govdocs.reporting.sentences.intake_values import VALUES
from govdocs.reporting.sentences.intake_workbook import WORKBOOK

_STOP = "案卷无法读取，没有写出任何文件"
_SAVE_AS = "用记事本打开，选“文件—另存为”，编码选“UTF-8”后保存；WPS、VS Code 也可在另存时选编码"

_FILE: dict[str, Sentence] = {
    "intake.no_such_file": Sentence(
        "没有找到文件“{name}”", _STOP, "请核对文件名和所在文件夹；新建案卷用 govdocs new 案卷.yaml"
    ),
    "intake.folder": Sentence(
        "这是文件夹，不是案卷文件", _STOP, "请指定其中的 .yaml 或 .xlsx 文件"
    ),
    "intake.no_rights": Sentence(
        "没有读取该文件的权限", _STOP, "请复制到自己的文件夹，或请管理员开放权限"
    ),
    "intake.unreadable": Sentence(
        "系统无法读取该文件：{said}", _STOP, "请检查磁盘或网络位置后重试"
    ),
    "intake.unknown_suffix": Sentence(
        "不认识的文件类型“{suffix}”",
        "案卷只能是 YAML 文件或 Excel 工作簿",
        "请使用 .yaml、.yml 或 .xlsx 文件",
    ),
    "intake.too_large": Sentence(
        "文件有 {size} MB，超过 {limit} MB 的上限",
        _STOP,
        "案卷只含文字和数字，请核对是否选错了文件",
    ),
    "intake.empty_file": Sentence(
        "文件是空的", _STOP, "请用 govdocs new 案卷.yaml 生成带说明的空白案卷再填写"
    ),
    "intake.not_text": Sentence(
        "文件不是文本文件（可能是 Word、Excel 或 PDF 改了扩展名）",
        _STOP,
        "请改回原来的扩展名，或选对文件",
    ),
    "intake.other_encoding": Sentence(
        "文件编码是 {encoding}，不是 UTF-8", "汉字会变成乱码", _SAVE_AS
    ),
    "intake.not_utf8": Sentence(
        "从此处起不是有效的 UTF-8 文字", "文件可能已损坏或编码不对", _SAVE_AS
    ),
    "intake.control_character_in_file": Sentence(
        "此处有看不见的控制字符 {code}",
        "Word 和 Excel 不能保存这种字符",
        "请删去该字符后重新输入这几个字",
    ),
    "intake.not_a_case": Sentence(
        "文件内容不是“字段: 内容”的形式", _STOP, "请照 govdocs new 生成的样子，每行写“字段: 内容”"
    ),
    "intake.not_lossless": Sentence(
        "转换后的案卷与原案卷不一致",
        "为免丢失数据，没有写出文件",
        "这是程序的问题，请把案卷发给维护人员",
    ),
}

_SYNTAX: dict[str, Sentence] = {
    "intake.tab": Sentence(
        "行首用了制表符（Tab）", "YAML 只认空格缩进", "请改成空格，每层两个空格"
    ),
    "intake.full_width_colon": Sentence(
        "“{key}”后面是全角冒号“：”",
        "全角冒号不能分开字段和内容",
        "请改为英文冒号加一个空格：{key}: {rest}",
    ),
    "intake.no_space_after_colon": Sentence(
        "“{key}:”后面缺一个空格", "冒号后没有空格就不算字段", "请改为：{key}: {rest}"
    ),
    "intake.no_space_after_dash": Sentence(
        "列表符号“-”后面缺一个空格", "“-”后没有空格就不算列表的一项", "请改为：- {rest}"
    ),
    "intake.quote": Sentence(
        "引号 {quote} 没有成对",
        "后面的内容都会被当成这段文字",
        "请在这段文字末尾补上 {quote}，或去掉开头的引号",
    ),
    "intake.backslash": Sentence(
        "双引号中的反斜杠“\\”写法不对：{shown}",
        "反斜杠在双引号中有特殊含义",
        "请改用单引号，或写成两个反斜杠",
    ),
    "intake.special_start": Sentence(
        "这段文字以特殊符号开头：{shown}",
        "% @ ` & * ! | > 等符号开头有特殊含义",
        "请给整段文字加上英文单引号",
    ),
    "intake.bracket": Sentence(
        "方括号或花括号没有写全：{shown}",
        "以 [ 或 {{ 开头的文字会被当成列表或字段组",
        "请补上右括号；如果是文字或 {{{{ }}}} 标签，请给整段文字加上英文单引号",
    ),
    "intake.colon_or_indent": Sentence(
        "此处不该出现冒号：{shown}",
        "多半是缩进与上一行不齐，或文字中含有“: ”",
        "请与同级字段左对齐；文字中要有英文冒号时，给整段文字加上英文单引号",
    ),
    "intake.key_without_colon": Sentence(
        "这一行没有英文冒号：{shown}",
        "读不出字段名和内容",
        "请写成“字段: 内容”；续行文字请用 |- 并缩进",
    ),
    "intake.indent": Sentence(
        "缩进不对：{shown}",
        "同级的字段和列表项必须左对齐",
        "请与上面同级的行对齐，下一级多缩进两个空格",
    ),
    "intake.syntax": Sentence(
        "YAML 写法有误：{shown}", _STOP, "请对照上下行的写法检查冒号、引号和缩进"
    ),
    "intake.several_documents": Sentence(
        "文件中有“---”，被分成了几份", "一个文件只能有一份案卷", "请删去此行的“---”，或分成几个文件"
    ),
    "intake.yaml_tag": Sentence(
        "用了类型标记“{tag}”",
        "案卷只含文字，不执行任何标记",
        "请删去“!”开头的标记；文字以 ! 开头时加单引号",
    ),
    "intake.too_deep": Sentence("嵌套超过 {limit} 层", _STOP, "请检查缩进和括号，减少层次"),
    "intake.too_many_aliases": Sentence(
        "引用（*名称）超过 {limit} 处", "大量引用会使文件无限膨胀", "请直接写出内容"
    ),
    "intake.unknown_alias": Sentence(
        "引用了没有定义的“*{name}”",
        "以 * 开头会被当成引用",
        "如果是文字，请给整段文字加上英文单引号",
    ),
    "intake.too_many_values": Sentence(
        "展开后超过 {limit} 个值", "文件会占满内存", "请检查引用（*名称）是否层层相套"
    ),
    "intake.tag_without_quotes": Sentence(
        "标签 {{{{ }}}} 没有加引号",
        "以 {{ 开头会被当成字段组",
        "请给整段文字加上英文单引号，如 '{{{{ fund.name }}}}'",
    ),
    "intake.key_not_text": Sentence(
        "字段名不是文字",
        "以 {{ 或 [ 开头会被当成字段组或列表",
        "如果是 {{{{ }}}} 标签，请给整段文字加上英文单引号",
    ),
    "intake.equal_keys": Sentence(
        "字段“{key}”写了两次：第{first}行和第{second}行", "不知道以哪一个为准", "请删去其中一个"
    ),
}

_KEYS: dict[str, Sentence] = {
    "intake.misspelt_key": Sentence(
        "“{group}”没有字段“{key}”",
        "不认识的字段不会被使用",
        "是不是 {right}（{title}）？请改为 {right}:",
    ),
    "intake.unknown_key": Sentence(
        "“{group}”没有字段“{key}”", "不认识的字段不会被使用", "请删去，或改用：{allowed}"
    ),
    "intake.missing": Sentence(
        "“{group}”的“{field}”没有填写",
        "这是必填项",
        "请填写{field}（{explain}）{yaml}",
    ),
    "intake.too_few": Sentence(
        "“{field}”至少要有{least}项",
        "没有内容就无法生成表和公文",
        "请至少填写{least}项（{explain}）",
    ),
    "intake.expects_list": Sentence(
        "“{field}”应是列表，这里是：{given}",
        "可以有多项的内容要逐项列出",
        "请在 {key}: 的下一行起，每项写一行，以“- ”开头并缩进",
    ),
    "intake.expects_group": Sentence(
        "“{field}”下应是一组字段，这里是：{given}",
        "读不出其中的各个字段",
        "请在下一行起缩进两个空格，写成“字段: 内容”；字段有：{allowed}",
    ),
    "intake.expects_one_value": Sentence(
        "“{field}”应只填一个值，这里是一组内容",
        "不知道取哪一个",
        "请写在同一行；以 [ 或 {{ 开头的文字（含 {{{{ }}}} 标签）要加英文单引号",
    ),
    "intake.other_kind": Sentence(
        "这是{given}的案卷",
        "这一步只处理{wanted}的案卷",
        "请换用{wanted}的案卷，或用 govdocs build 生成评价报告",
    ),
    "intake.unknown_kind": Sentence(
        "不认识的案卷种类“{given}”",
        "不同种类的案卷字段不同",
        "可填：{known}；绩效自评的案卷可以不填",
    ),
    "intake.equal_names": Sentence(
        "名称“{name}”与{first}的重复",
        "正文按名称引用时分不清是哪一个",
        "请合并这两项，或改成不同的名称",
    ),
}

SENTENCES: dict[str, Sentence] = {**_FILE, **_SYNTAX, **_KEYS, **VALUES, **WORKBOOK}

"""What is said when a case cannot become its papers."""

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "filing.text_cut": Sentence(
        "这一行的文字太长，超过 Excel 行高的上限（409磅），打印时末尾显示不全",
        "看纸质表格的人读不到完整的内容；Word 版不受影响",
        "精简这一行的文字，或在模板中加宽该列、减小字号，或以 Word 版为准",
    ),
    "filing.no_template_folder": Sentence(
        "找不到模板目录",
        "指定了本单位的模板而目录不存在，不能改用自带模板代替",
        "核对 --templates 或案卷“模板目录”中的路径（案卷中的路径相对案卷文件）",
    ),
    "filing.no_template": Sentence(
        "找不到模板 {name}",
        "缺少模板就无法填制这份文件",
        "把模板放入其中一个目录：{looked}",
    ),
    "filing.template_old_format": Sentence(
        "本单位的模板是 {name}，不是 {wanted}",
        "这种格式不能填制；改用自带模板会让本单位的修改不起作用",
        "请在 Word、WPS 或 Excel 中打开，另存为 {wanted}，再移走旧文件",
    ),
    "filing.template_not_there": Sentence(
        "没有这个文件",
        "没有检查任何模板",
        "核对路径；用 govdocs templates list 查看现有模板",
    ),
    "filing.not_a_template": Sentence(
        "不是 .docx 或 .xlsx 文件",
        "模板只能是 Word 的 .docx 或 Excel 的 .xlsx",
        "旧格式（.doc、.wps、.xls、.et）请在 Word 或 WPS 中另存为 .docx 或 .xlsx",
    ),
    "filing.unknown_attachment": Sentence(
        "附件的表式“{given}”在本套表格中没有",
        "不知道用哪个模板填这个附件",
        "改为下列之一：{known}",
    ),
    "filing.attachment_twice": Sentence(
        "附件“{given}”（序号{number}）重复",
        "同一表式或同一序号的两个附件会互相覆盖",
        "删去重复的附件，或改正序号",
    ),
    "filing.nothing_to_make": Sentence(
        "案卷里既没有公文也没有附件",
        "没有可以填制的文件",
        "填写“公文”或“附件”",
    ),
    "filing.same_name": Sentence(
        "与 {first} 同名",
        "两个案卷会写进同一个输出文件夹，后一个覆盖前一个",
        "改名后再一起办理，或分两次办理",
    ),
    "filing.fault": Sentence(
        "办理这个案卷时程序自身出错（{error}）",
        "这个案卷没有写出任何文件，其余案卷不受影响",
        "请把这条信息反馈给维护者",
    ),
}

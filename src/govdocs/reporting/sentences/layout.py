"""Sentences for finished letters whose layout cannot be checked."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "layout.no_document": Sentence(
        "文件里没有正文部分",
        "没有可以检查的内容",
        "请在 Word 或 WPS 中打开确认内容完整，另存为 .docx 后再查",
    ),
    "layout.house_style": Sentence(
        "版式习惯文件不能使用：{reason}",
        "没有检查，也没有写出文件",
        "请按自带的 house-style.toml 的格式改正",
    ),
    "layout.fix_of_many": Sentence(
        "给了 {count} 个文件，--fix 一次只改一个",
        "没有写出任何文件",
        "请对每个文件分别运行 check --layout --fix",
    ),
    "layout.fix_without_out": Sentence(
        "--fix 没有给出改正稿的文件名",
        "原件不会被覆盖，所以要另写一个文件",
        "请用 -o 文件.docx 写明改正稿写到哪里",
    ),
    "layout.fix_not_docx": Sentence(
        "改正稿要写入的“{name}”不是 .docx 文件名",
        "没有写出任何文件",
        "请把 -o 后的文件名改为以 .docx 结尾",
    ),
    "layout.old_format": Sentence(
        "这是旧格式的文件，已由 LibreOffice 转换后检查版式",
        "转换可能改变字体、行距和版心，版式问题不一定是原文件的",
        "请在 Word 或 WPS 中另存为 .docx 后再检查",
    ),
    "layout.open_boxes": Sentence(
        "{elements}在文本框里：写法、字体、字号和对齐已查，到版心和上下要素的距离没有查",
        "文本框排在哪里要看页面",
        "请看打印稿，或用 govdocs preview 排出页面来看",
    ),
    "layout.open_seals": Sentence(
        "认出 {count} 个印章图片，署名和成文日期按加盖印章的排法查；印章顶端距正文是否在一行之内没有查",
        "要看排出来的页面",
        "请看打印稿，或用 govdocs preview 排出页面来看",
    ),
    "layout.open_pictures": Sentence(
        "有 {count} 个浮动的图片没有检查",
        "图片里的文字和它在页面上的位置看不出",
        "请看打印稿",
    ),
    "layout.open_last_side": Sentence(
        "版记是否在最后一面、双面印刷时最后一面是否为双数面，没有查",
        "一份文件排成几面，要由 Word 或 WPS 排出来才知道",
        "请看打印稿，或用 govdocs preview 排出页面来数",
    ),
}

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
}

"""Sentences for calls of ``govdocs check`` that cannot be carried out."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "check.comments_not_word": Sentence(
        "给的是表格文件，批注只能写入 Word 文件",
        "没有写出任何文件",
        "请去掉 --comments，或用 -o 写出检查结果",
    ),
    "check.comments_elsewhere": Sentence(
        "--comments 不能与 {option} 合用",
        "没有写出任何文件，以免漏看没有写进批注的问题",
        "请去掉其中一个选项，分两次运行",
    ),
    "check.comments_of_many": Sentence(
        "给了 {count} 个文件，批注只能写入一份",
        "没有写出任何文件",
        "请对每个文件分别运行 check --comments",
    ),
    "check.comments_not_docx": Sentence(
        "批注要写入的“{name}”不是 .docx 文件名",
        "没有写出任何文件",
        "请把 --comments 后的文件名改为以 .docx 结尾",
    ),
}

"""Sentences for comparing two files."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "diff.other_kind": Sentence(
        "两个案卷不是一类：前一个是{former}，后一个是{latter}",
        "没有可以逐项比较的内容",
        "请比较同一类的两个案卷",
    ),
    "diff.no_word": Sentence(
        "比较的两份都是案卷，没有可以批注的 Word 文件",
        "没有写出任何文件",
        "请去掉 --comments，或把其中一份换成 Word 文件",
    ),
}

"""Sentences for comparing two files."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "diff.other_kind": Sentence(
        "两个案卷不是一类：前一个是{former}，后一个是{latter}",
        "没有可以逐项比较的内容",
        "请比较同一类的两个案卷",
    ),
}

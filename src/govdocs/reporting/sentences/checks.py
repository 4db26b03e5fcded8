"""Sentences for calls about the rules."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "checks.unknown_rule": Sentence(
        "没有规则“{given}”",
        "只能说明已有的规则",
        "请用以下代号之一：{known}；不带代号的 govdocs rules 列出全部规则",
    ),
}

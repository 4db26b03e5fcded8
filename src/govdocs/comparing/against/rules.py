"""What each kind of difference is called, how sure it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from govdocs.checks.rule import Example, Rule
from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Sort
from govdocs.finding import Finding, Level

_WHY = "文件印出后有人在 Word、WPS 或 Excel 里改过，或案卷后来改过；两边不一致时，报出去的和存下来的不是一个数。"
_MEND = "以核实的为准：文件对，用 --update 写回案卷；案卷对，重新生成文件。"
_SOURCE = "对照案卷逐处比较"


def _none(_subject: Subject) -> Iterator[Finding]:
    """A difference is found by holding a document against its case, not by looking at the case."""
    return iter(())


def _rule(code: str, name: str, level: Level, sentence: str, what: str, derived: str = "") -> Rule:
    sentences = {"": sentence, "derived": derived or sentence}
    return Rule(code, name, level, _none, what, _WHY, _MEND, _SOURCE, Example("", ""), sentences)


RULE_OF: Mapping[Sort, Rule] = {
    Sort.VALUE: _rule(
        "V101", "与案卷数据不一致", Level.ERROR,
        "{what}：案卷为“{expected}”，文件中为“{actual}”",
        "文件中印出的数字、名称或日期与案卷里的数据不同。",
        "{what}由案卷的其他数据得出，应为“{expected}”，文件中为“{actual}”",
    ),
    Sort.FIGURE: _rule(
        "V102", "正文数字与案卷不一致", Level.ERROR,
        "{what}：案卷文字中的数字为“{expected}”，文件中为“{actual}”",
        "案卷正文里直接写出的数字，在文件中是另一个数。",
    ),
    Sort.ROW_GONE: _rule(
        "V103", "表中少一行", Level.ERROR, "案卷中有“{label}”一行，文件的表中没有",
        "案卷里有的一行，文件的表格里没有。",
    ),
    Sort.ROW_ADDED: _rule(
        "V104", "表中多一行", Level.ERROR, "文件的表中多出“{label}”一行，案卷中没有",
        "文件的表格里有一行，案卷里没有。",
    ),
    Sort.LOST: _rule(
        "V105", "数据不再印出", Level.WARNING, "{what}“{expected}”原在这一处，改写后没有了",
        "一句话或一格改写以后，原来印出的数据没有了。",
    ),
    Sort.ROUNDED: _rule(
        "V106", "数据的写法不同", Level.NOTE,
        "{what}：案卷为“{expected}”，文件中为“{actual}”，按四舍五入可以是同一个数",
        "同一个数在文件中换了单位或位数。",
    ),
    Sort.TEXT_GONE: _rule(
        "V107", "少一段", Level.WARNING, "案卷中有“{label}”一段，文件中没有",
        "案卷里有的一段文字，文件里没有。",
    ),
    Sort.TEXT_ADDED: _rule(
        "V108", "多出文字", Level.WARNING, "文件中多出“{label}”，案卷中没有",
        "文件里有一段文字或一格内容，案卷里没有。",
    ),
    Sort.WORDS: _rule(
        "V109", "文字改动", Level.NOTE, "文字改动：“{expected}”改为“{actual}”",
        "正文的文字与案卷不同，其中的数据没有变化。",
    ),
    Sort.LABEL: _rule(
        "V110", "表式文字改动", Level.NOTE, "表式文字改动：“{expected}”改为“{actual}”",
        "表头、说明等不由数据填写的文字与模板不同。",
    ),
    Sort.MOVED: _rule(
        "V111", "换了位置", Level.NOTE, "“{label}”换了位置", "一段或一行还在，先后次序与案卷不同。",
    ),
}  # fmt: skip
"""The rule of each sort of difference."""

RULES: tuple[Rule, ...] = tuple(RULE_OF.values())


_BETWEEN = (("案卷文字中的", "原件的"), ("案卷", "原件"), ("文件", "现件"))


def _between(rule: Rule) -> Rule:
    """The same rule where two documents are compared: nothing is a case, nothing is written back."""
    sentences = dict(rule.sentences)
    what, name = rule.what, rule.name
    for former, latter in _BETWEEN:
        what, name = what.replace(former, latter), name.replace(former, latter)
        sentences = {key: said.replace(former, latter) for key, said in sentences.items()}
    why, mend = "两份文件在这里说得不一样。", "请核实以哪一份为准。"
    return replace(rule, name=name, what=what, why=why, mend=mend, sentences=sentences)


RULES_BETWEEN: tuple[Rule, ...] = tuple(_between(rule) for rule in RULES)
"""The rules of differences between two documents, the former 原件, the latter 现件."""

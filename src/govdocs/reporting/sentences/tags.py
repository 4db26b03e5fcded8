"""Sentences for the tags of templates and prose."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_LIST = "请用 govdocs templates fields 查看可用的字段。"

SENTENCES: dict[str, Sentence] = {
    "tags.unknown_field": Sentence(
        "标签 {text} 里的字段“{name}”不存在。",
        "没有这个字段，这里就印不出内容。",
        f"请检查字段名的拼写。{_LIST}",
    ),
    "tags.unlisted_field": Sentence(
        "标签 {text} 里的字段“{name}”不存在，最接近的是“{nearest}”。",
        "没有这个字段，这里就印不出内容。",
        "如果指的是“{nearest}”，请照此改正；" + _LIST[1:],
    ),
    "tags.rows_printed": Sentence(
        "标签 {text} 要印出的“{name}”是一组内容，不是一个值。",
        "一组内容不能直接印成一段文字。",
        "请写到具体的字段，或用 {{% for … %}} 逐行印出。",
    ),
    "tags.value_looped": Sentence(
        "标签 {text} 要逐行重复“{name}”，但它不是列表。",
        "只有列表才能一行一行地重复。",
        f"请改用列表字段。{_LIST}",
    ),
    "tags.unknown_filter": Sentence(
        "标签 {text} 里的过滤器“{name}”不存在。",
        "竖线后面只能用本程序提供的过滤器。",
        "可用的过滤器：{known}。",
    ),
    "tags.syntax": Sentence(
        "标签 {text} 写得不完整或有误（{message}）。",
        "程序读不懂这个标签。",
        "请检查括号、引号、点号是否成对且为英文半角，关键字是否拼错。",
    ),
    "tags.forbidden": Sentence(
        "标签 {text} 用了不允许的写法：{what}。",
        "模板只能取用字段、判断和逐行重复，不能计算、调用或拼接。",
        "请直接写字段；需要算出来的数由程序算好后再取用。",
    ),
    "tags.unclosed": Sentence(
        "标签 {text} 没有对应的结束标签。",
        "不知道这一段到哪里为止。",
        "请在这一段的末尾加上 {{% {what} %}}。",
    ),
    "tags.unopened": Sentence(
        "标签 {text} 没有对应的开始标签，或与前面的标签交叉。",
        "结束标签要与最近的开始标签配成一对。",
        "请补上开始标签，或删去多余的 {what}。",
    ),
    "tags.not_printable": Sentence(
        "{text} 里的标签要印出的是一组内容，不是一个值。",
        "一组内容不能直接印成一段文字。",
        "请写到具体的字段，例如 fund.name。",
    ),
    "tags.not_comparable": Sentence(
        "{text} 里的内容不能这样比较或处理（{message}）。",
        "文字和空白不能当数字比较。",
        "请检查标签里的字段是不是数字，过滤器用得对不对。",
    ),
    "tags.ambiguous_name": Sentence(
        "列表 {list} 里有不止一行叫“{name}”：{rows}。",
        "不知道该取哪一行，取错了就会印出别的数。",
        "请改名以便区分，或用循环逐行印出。",
    ),
    "tags.endless": Sentence(
        "模板里的重复超过了 {steps} 次。",
        "层层嵌套的重复会让程序停不下来。",
        "请检查 {{% for %}} 是否多套了一层。",
    ),
}

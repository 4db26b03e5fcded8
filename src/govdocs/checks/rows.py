"""Rows of the indicator grid: which attachment prints them, their names compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from govdocs.model.case import Case
from govdocs.model.indicator import Filed, Indicator

ALIKE = 0.8
"""Names at least this alike are taken for one name, renamed. Source: rule K1."""


def reported_rows(case: Case) -> Iterator[tuple[int, Indicator]]:
    """The rows that attachment 2 prints, with their index in the case."""
    for at, row in enumerate(case.indicators):
        if row.filed is not Filed.DECLARATION:
            yield at, row


@lru_cache(maxsize=1 << 15)
def plain_name(name: str) -> str:
    """A name without what typing changes: width of characters and spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))


def alike(one: str, other: str) -> bool:
    """Tell whether two different names are near enough to be one name renamed."""
    matcher = SequenceMatcher(None, plain_name(one), plain_name(other), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


@lru_cache(maxsize=1 << 14)
def bigrams(text: str) -> frozenset[str]:
    """All pairs of neighbouring characters."""
    plain = plain_name(text)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


GENERIC = (
    "支持", "项目", "数量", "个数", "企业", "满意度", "情况", "带动", "发展", "获得", "受支持", "效果",
    "实际", "完成", "增加", "增长", "提升", "提高", "促进", "开展", "工作", "建设", "推动", "拉动", "承接",
    "金额", "总额", "人数", "户数", "家数", "次数", "水平", "能力", "影响", "信心", "经营", "业务", "资金",
    "及时性", "及时率", "合格率", "合规性", "覆盖率", "率", "额", "数", "的", "和", "及", "与", "等", "对",
    "当年", "全年", "年度", "鼓励", "加强", "服务对象", "群众", "收入", "成本", "有效", "降低", "改善",
)  # fmt: skip
"""Words that many indicators share and that name no subject."""

_GENERIC = re.compile("|".join(sorted(map(re.escape, GENERIC), key=len, reverse=True)))


@lru_cache(maxsize=1 << 14)
def topic_of(name: str) -> str:
    """The longest piece of a name that names its subject (支持技术出口项目数量 → 技术出口).

    Empty where fewer than three characters are left: too little to recognise it by.
    """
    pieces = [piece for piece in _GENERIC.split(plain_name(name)) if piece]
    longest = max(pieces, key=len, default="")
    return longest if len(longest) >= 3 else ""


def names_topic(text: str, topic: str) -> bool:
    """Tell whether ``text`` is about ``topic``: in one piece, or by both of its halves."""
    plain = plain_name(text)
    if topic in plain:
        return True
    return len(topic) == 4 and topic[:2] in plain and topic[2:] in plain

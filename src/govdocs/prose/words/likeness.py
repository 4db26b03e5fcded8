"""How alike two names of figures are: 城镇新增就业 and 城镇新增就业人数."""

from __future__ import annotations

import re
from functools import lru_cache

from govdocs.prose.figure import Role
from govdocs.prose.told import Told

_FILLER = re.compile(
    r"其中|截至|截止|全年|当年|本年度?|年度|年末|年底|累计|共计|合计|总计|实际|已|全[省市县区]|我[省市县区]|约|(?<!下)达到?|分别|金额|数量|资金总额"
)
_ACTS = (
    ("预算", re.compile(r"预算(?!执行|支出)|计划|目标|应")),
    ("下达", re.compile(r"下达|安排|投入|到位|分配|总投资|筹集")),
    ("支出", re.compile(r"支出|支付|拨付|使用|执行|发放|兑付")),
    ("结余", re.compile(r"结余|结转|剩余|未")),
    ("上年", re.compile(r"上年|去年|同期|年初")),
    ("增减", re.compile(r"增加|减少|增长|下降|新增|增减|增幅|降幅|变动|差额")),
)
_OTHER_SIGNS = re.compile(r"[^一-龥]+")
_LONGEST = 24


_NUMBERED = re.compile(
    r"^(?:[A-Z]?\d+(?:[.．]\d+)*[.、．]?|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])+(?=[^\d.年月日])"
)


@lru_cache(maxsize=8192)
def unnumbered(label: str) -> str:
    """A row's name without the number before it: 城乡供水 of 一、城乡供水."""
    return _NUMBERED.sub("", label)


@lru_cache(maxsize=8192)
def plain_label(words: str) -> str:
    """The Chinese characters of a name without fillers, the last 24 of them."""
    kept = _OTHER_SIGNS.sub("", words)
    return _FILLER.sub("", kept)[-_LONGEST:]


def name_of(told: Told, sentence: tuple[Told, ...]) -> str:
    """What a figure in a sentence is called; a growth rate by what has grown."""
    if told.figure.role is Role.GROWTH and re.search(r"(?:到|至|为) *$", told.words):
        rates = [t for t in sentence if t.figure.span < told.figure.span and t.figure.is_rate]
        return re.sub(r"[由从]年?的?$", "", plain_label(rates[-1].words)) if rates else ""
    if told.figure.role is Role.GROWTH:
        grown = [t for t in sentence if t.figure.span < told.figure.span and t.stated]
        if not grown:
            grown = [
                t
                for t in sentence
                if t.figure.role is Role.DIFFERENCE and t.figure.span < told.figure.span
            ]
        return plain_label(grown[0].words) + "增长率" if len(grown) in {1, 2} else ""
    before = plain_label(told.words)
    if told.figure.is_rate:
        near = [
            t for t in sentence
            if t.figure.span < told.figure.span and told.figure.clause - t.figure.clause <= 1 and t.stated
        ]  # fmt: skip
        return (plain_label(near[-1].words) if near else "") + before
    if before:
        return before + told.figure.noun
    behind = re.match(r"[^，、；。\d（(]{1,16}", told.passage.reading.folded[told.figure.span[1] :])
    return plain_label(behind[0]) if behind else ""


@lru_cache(maxsize=16384)
def common_stretch(first: str, second: str) -> int:
    """The length of the longest stretch that both names hold."""
    best = 0
    for at in range(len(first)):
        while at + best < len(first) and first[at : at + best + 1] in second:
            best += 1
    return best


def acts_agree(first: str, second: str) -> bool:
    """Tell whether nothing in two names says that one is planned or given and the other spent or left."""
    a, b = (_acts(words) for words in (first, second))
    return not a or not b or bool(a & b)


@lru_cache(maxsize=4096)
def _acts(words: str) -> set[str]:
    return {name for name, pattern in _ACTS if pattern.search(words)}

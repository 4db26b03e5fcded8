"""Scores as sentences tell them: 决策15分（满分18分）, 资金执行10分得8.1分, 产出（50分）得47分, 自评得分92.6分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_N = r"\d{1,3}(?:\.\d+)?"
_FULL_WORD = r"(?:满分|分值|权重|标准分|总分值?)(?:为|是|：|:| )*"
_GOT_WORD = r"(?:实际|自评|评价|评定|最终)?(?:得分?|评分)(?:为|是|：|:| )*"
_NOT_LOST = r"(?<!\d)(?<!\d\.)(?<!扣)(?<!扣[分除减掉了])"
"""扣2.6分，得5.4分: what is lost is no full mark."""
_PAIRS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<got>{_N}) *分[（(]{_FULL_WORD}(?P<full>{_N}) *分?[)）]",
        rf"[（(](?:{_FULL_WORD})?(?P<full>{_N}) *分?[)）](?:类?指标)?[，,]?{_GOT_WORD}(?P<got>{_N}) *分",
        rf"[（(](?:{_FULL_WORD})?(?P<full>{_N}) *分[，、；,]{_GOT_WORD}(?P<got>{_N}) *分[)）]",
        rf"{_NOT_LOST}(?:{_FULL_WORD})?(?P<full>{_N}) *分[，,]?{_GOT_WORD}(?P<got>{_N}) *分",
    )
)
_WHOLE = re.compile(
    rf"(?:综合|最终|最后|总体|总|整体|自评|评价|考核|绩效|项目|年度|合计|共计|累计)[一-龥]{{0,8}}?(?:得分?|评分|总分|评价)(?:合计)?(?:为|是|：|:| )*(?P<total>{_N}) *分"
    rf"|(?:合计|共计|总计|总分|总得分)(?:得|为|是|：|:| )*(?P<closing>{_N}) *分"
)
_NOT_WHOLE = re.compile(r"上年|去年|上一年|往年|平均|满分|加权|目标|以上|以下|不低于|扣|每|各")
_LOST = re.compile(
    rf"(?:分别|各|依次)(?:扣|失)(?:分|减|除)?(?P<list> *{_N} *分(?:(?:、|，|和|及|与) *{_N} *分)+)"
    rf"[，,；;]?(?:共计|合计|累计|总共|总计|共)(?:扣|失)(?:分|减|除|掉|了)*(?:为|：| )*(?P<lost>{_N}) *分"
)


@dataclass(frozen=True, slots=True)
class ToldPair:
    """A score with its full marks, and where the text tells them."""

    got: Decimal
    full: Decimal
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ToldTotal:
    """A whole score, and where the text tells it."""

    number: Decimal
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ToldLosses:
    """Lost points one by one and together."""

    parts: tuple[Decimal, ...]
    lost: Decimal
    span: tuple[int, int]


def pairs_in(text: str) -> list[ToldPair]:
    """Every score told with its full marks, in order."""
    found: list[ToldPair] = []
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            if any(match.start() < p.span[1] and p.span[0] < match.end() for p in found):
                continue
            found.append(ToldPair(Decimal(match["got"]), Decimal(match["full"]), match.span()))
    return sorted(found, key=lambda pair: pair.span)


def totals_in(text: str) -> Iterator[ToldTotal]:
    """Every whole score that a text tells of this paper, full marks and other years left out."""
    for match in _WHOLE.finditer(text):
        name = "total" if match["total"] else "closing"
        clause = re.split(r"[，。；]", text[: match.start(name)])[-1]
        if _NOT_WHOLE.search(clause) or re.match(r"[，,]?[^，。；]{0,6}得", text[match.end() :]):
            continue
        yield ToldTotal(Decimal(match[name]), (match.start(name), match.end()))


def losses_in(text: str) -> Iterator[ToldLosses]:
    """Every list of lost points that its sentence adds up."""
    for match in _LOST.finditer(text):
        parts = tuple(Decimal(n) for n in re.findall(_N, match["list"]))
        yield ToldLosses(parts, Decimal(match["lost"]), match.span())

"""A count and as many amounts: 分3批下达，依次为9万元、4万元、3万元; 4批: A号2万元，B号…; 甲2万元、乙3万元和丙4万元三个方向."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.prose.counts.told_counts import judged_count
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage

_IN_ORDER = re.compile(
    r"(?:(?![分由])[^，。；、\d和与及]){0,14}(?:，[^，。；、\d和与及]{0,12})?(?:分别|依次)(?:为|是|下达|拨付|安排|到位)$"
)
_JOINED = re.compile(r"[、，]|[和及与]")
_BATCHES = re.compile(r"[批次笔期档]")
_DOCUMENT = r"[一-龥]{1,12}〔20\d\d〕\d{1,4}号[^，。；、〔]{0,24}"
_DOCUMENTS = re.compile(rf"{_DOCUMENT}(?:[，、；和及]{_DOCUMENT})+")
_ONE = re.compile(r"〔20\d\d〕")
_ANNOUNCED = re.compile(r"(?:分别为|分别是|依次为|依次是|文号[^，。；\d]{0,8}|[：:])$")
_GROUPS = re.compile(r"[个大类项]?(?:方向|方面|部分|类|专项|板块|环节|领域|用途|科目|渠道)")
_NAMED = re.compile(r"(?:[、；]|[和及与]|以及)[^，。；、\d]{2,30}")
_OPENS = re.compile(r"(?:涉及|包括|包含|含|由|分为|分|用于|为|：|:|按|从)[^，。；、\d]{2,30}$")
_OPEN = re.compile(r"等|其他|主要|除|其中")
_ORDINAL = re.compile(r"[第、至]$")
"""第二、三批: which ones, and not how many."""
_FEWEST = 2
_MOST = 20
_REACH = 60


def amounts_in_order(passage: Passage) -> Iterator[Judgement]:
    """Judge counts of batches and groups by the amounts, or the documents, that are listed one for each."""
    measures = passage.reading.measures
    for at, figure in enumerate(measures):
        if not _counts(figure):
            continue
        yield from _behind(passage, figure, measures[at + 1 :])
        yield from _before(passage, figure, measures[:at])
    yield from _documents(passage)


def _counts(figure: ProseFigure) -> bool:
    return (
        figure.sort is Sort.MEASURE
        and figure.exact
        and figure.decimals == 0
        and figure.unit is not None
        and figure.unit.factor == 1
        and Decimal(0) < figure.number <= _MOST
        and figure.role not in {Role.EACH, Role.DIFFERENCE, Role.TARGET}
    )


def _behind(
    passage: Passage, figure: ProseFigure, behind: Sequence[ProseFigure]
) -> Iterator[Judgement]:
    """分3批下达1675.5万元，依次为900万元、460万元、315.5万元."""
    text = passage.reading.folded
    symbol = figure.unit.symbol if figure.unit else ""
    if not _BATCHES.match(symbol) or _ORDINAL.search(
        text, max(0, figure.span[0] - 2), figure.span[0]
    ):
        return
    own = [f for f in behind if f.sentence == figure.sentence]
    for at, first in enumerate(own[:2]):
        if first.is_rate or (at and own[0].unit != first.unit):
            return
        start = own[at - 1].span[1] if at else figure.span[1]
        if not _IN_ORDER.fullmatch(text[start : first.span[0]].strip()):
            continue
        listed = [first]
        for other in own[at + 1 :]:
            between = text[listed[-1].span[1] : other.span[0]].strip()
            if other.unit != first.unit or not _JOINED.fullmatch(between):
                break
            listed.append(other)
        if len(listed) >= _FEWEST and first.kind != figure.kind:
            span = (first.span[0], listed[-1].span[1])
            yield judged_count(passage, figure, span, {len(listed)})
        return


def _before(
    passage: Passage, figure: ProseFigure, before: Sequence[ProseFigure]
) -> Iterator[Judgement]:
    """涉及甲补助8550万元、乙补助1620万元和丙补助1675.5万元三个方向."""
    text = passage.reading.folded
    if not _GROUPS.match(text, figure.span[1] - 1) or not before:
        return
    last = before[-1]
    if text[last.span[1] : figure.span[0]].strip() not in {"", "共", "这", "，共"}:
        return
    listed = [last]
    for other in reversed(before[:-1]):
        between = text[other.span[1] : listed[0].span[0]].strip()
        if other.unit != last.unit or not _NAMED.fullmatch(between):
            break
        listed.insert(0, other)
    clause = text[max(0, listed[0].span[0] - _REACH) : listed[0].span[0]]
    if len(listed) < _FEWEST or not _OPENS.search(clause):
        return
    start = listed[0].span[0]
    if not _OPEN.search(text, start, figure.span[0]):
        yield judged_count(passage, figure, (start, last.span[1]), {len(listed)})


def _documents(passage: Passage) -> Iterator[Judgement]:
    """先后3批下达资金，文号和金额分别为：甲财〔2023〕1号2600万元，甲财〔2023〕9号4850万元……."""
    text = passage.reading.folded
    if text.count("〔") < _FEWEST:
        return
    for found in _DOCUMENTS.finditer(text):
        lead = text[: found.start()]
        named = re.match(r"[^〔]*?(?:分别为|依次为|[：:])", found[0])
        opening = (lead + named[0]) if named else lead
        sentence = passage.reading.layout.sentence_at(found.start())
        ahead = [
            f for f in passage.reading.measures
            if f.sentence == sentence and f.span[1] <= found.start() and _counts(f)
            and _BATCHES.match(f.unit.symbol if f.unit else "")
        ]  # fmt: skip
        if len(ahead) != 1 or not _ANNOUNCED.search(opening.rstrip()):
            continue
        after = text[found.end() :][:1]
        number = len(_ONE.findall(found[0]))
        if after in {"。", "；", "", "，", "）"} and not _OPEN.search(found[0]):
            yield judged_count(passage, ahead[0], found.span(), {number})

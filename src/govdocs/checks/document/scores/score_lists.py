"""F643: scores that sentences list without a table: their sum is the whole score, rates and losses follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import looks_like_slip, one_slip_apart
from govdocs.prose.words.score_words import (
    ToldPair,
    ToldTotal,
    losses_in,
    pairs_in,
    totals_in,
)

_FULL_MARKS = Decimal(100)
_FINEST = Decimal("0.0001")
"""Points are never printed finer."""
_LEAST = 3
_BACK = 4
_BETWEEN = 24
_RATES = re.compile(r"得分率(?:分别|依次)(?:为|是)?[：: ]*(?P<list>[\d.%％、，和及与 ]+)")
_LIST = re.compile(
    r"(?:得分|评分)?(?:的)?(?:构成|组成|依次|分别)(?:为|是|如下)?[：: ]*(?P<list>[一-龥“”]{2,12} *(?:得分?)?\d{1,3}(?:\.\d+)? *分(?:[、，；和] *[一-龥“”]{2,12}\d{1,3}(?:\.\d+)? *分){2,})(?=[。；]|$)"
)


def score_lists(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge lists of scores against the whole score told with them, and what follows from each."""
    body = subject.body
    for at, passage in enumerate(body):
        text = passage.reading.folded
        if "分" not in text:
            continue
        pairs = pairs_in(text)
        yield from _above_full(passage, pairs)
        totals = _totals(body, at)
        if len(pairs) >= _LEAST and _one_level(text, pairs):
            yield from _added(passage, pairs, totals)
            yield from _rates(passage, pairs)
        elif not pairs:
            yield from _bare_list(passage, totals)
        for losses in losses_in(text):
            yield from _losses(passage, losses.parts, losses.lost, losses.span, totals)


def _totals(body: Sequence[Passage], at: int) -> list[tuple[Passage, ToldTotal]]:
    """The whole scores told in a paragraph and in those right above it, the nearest first."""
    found: list[tuple[Passage, ToldTotal]] = []
    for passage in reversed(body[max(0, at - _BACK) : at + 1]):
        if passage.headings[:1] == body[at].headings[:1]:
            found += [(passage, total) for total in totals_in(passage.reading.folded)]
    return [one for one in found if one[1].number < _FULL_MARKS]


def _one_level(text: str, pairs: Sequence[ToldPair]) -> bool:
    """Tell whether scores follow one another without one being part of another."""
    gaps = [text[a.span[1] : b.span[0]] for a, b in pairwise(pairs)]
    return all("其中" not in gap and len(gap) <= _BETWEEN for gap in gaps)


def _above_full(passage: Passage, pairs: Sequence[ToldPair]) -> Iterator[Judged]:
    for pair in pairs:
        if pair.got > pair.full > 0 and "加分" not in passage.text:
            cited = Cited(passage, pair.span)
            yield Judged(
                False, (cited_spot(cited),), cited_held(cited), "above", {"label": passage.label},
                expected=plain(pair.full), actual=plain(pair.got),
            )  # fmt: skip


def _added(
    passage: Passage, pairs: Sequence[ToldPair], totals: Sequence[tuple[Passage, ToldTotal]]
) -> Iterator[Judged]:
    """The scores make the whole score, the full marks make 100."""
    got = sum((pair.got for pair in pairs), Decimal(0))
    full = sum((pair.full for pair in pairs), Decimal(0))
    cited = Cited(passage, (pairs[0].span[0], pairs[-1].span[1]))
    parts = "＋".join(plain(pair.got) for pair in pairs)
    yield from _held_against(cited, parts, got, totals, whole=full == _FULL_MARKS)
    agreeing = any(total.number == got for _, total in totals)
    if agreeing and full != _FULL_MARKS and looks_like_slip(full - _FULL_MARKS, _FINEST):
        marks = "＋".join(plain(pair.full) for pair in pairs)
        yield Judged(
            False, (cited_spot(cited),), cited_held(cited), "full", {"label": passage.label},
            expected="100", actual=plain(full), arithmetic=f"{marks}＝{plain(full)}",
        )  # fmt: skip


def _held_against(
    cited: Cited,
    parts: str,
    added: Decimal,
    totals: Sequence[tuple[Passage, ToldTotal]],
    *,
    whole: bool,
) -> Iterator[Judged]:
    """The sum of a list against the whole score: for certain where it is whole, else where one digit tells."""
    if not totals:
        return
    if any(total.number == added for _, total in totals):
        yield Judged(True, (), cited_held(cited))
        return
    where, total = totals[0]
    near = one_slip_apart(total.number, added) or looks_like_slip(added - total.number, _FINEST)
    if len({t.number for _, t in totals}) > 1 or not (whole or near):
        return
    told = Cited(where, total.span)
    yield Judged(
        False, (cited_spot(told), cited_spot(cited)), cited_held(told, cited), "sum", {"label": where.label},
        expected=plain(added), actual=plain(total.number), arithmetic=f"{parts}＝{plain(added)}",
    )  # fmt: skip


def _rates(passage: Passage, pairs: Sequence[ToldPair]) -> Iterator[Judged]:
    """得分率分别为 behind as many scores with their full marks."""
    for match in _RATES.finditer(passage.reading.folded, pairs[-1].span[1]):
        rates = list(re.finditer(r"(?P<rate>\d+(?:\.\d+)?) *[%％]", match["list"]))
        if len(rates) != len(pairs):
            continue
        for rate, pair in zip(rates, pairs, strict=True):
            step = Decimal(1).scaleb(-len(rate["rate"].partition(".")[2]))
            exact = pair.got / pair.full * 100 if pair.full else Decimal(0)
            holds = abs(Decimal(rate["rate"]) - exact) < step
            start = match.start("list")
            cited = Cited(passage, (start + rate.start(), start + rate.end()))
            shown = f"{plain(exact.quantize(step, ROUND_HALF_UP))}%"
            yield Judged(
                holds, () if holds else (cited_spot(cited),), cited_held(cited), "rate", {"label": passage.label},
                expected=shown, actual=cited.text,
                arithmetic=f"{plain(pair.got)}÷{plain(pair.full)}×100%＝{shown}",
            )  # fmt: skip


def _bare_list(passage: Passage, totals: Sequence[tuple[Passage, ToldTotal]]) -> Iterator[Judged]:
    """得分构成为：A18分、B26.5分、C44分, told after the whole score."""
    for match in _LIST.finditer(passage.reading.folded):
        start = match.start("list")
        numbers = [Decimal(n) for n in re.findall(r"(\d+(?:\.\d+)?) *分", match["list"])]
        before = [t for t in totals if t[0] is not passage or t[1].span[1] <= start]
        parts = "＋".join(map(plain, numbers))
        cited = Cited(passage, match.span("list"))
        yield from _held_against(cited, parts, sum(numbers, Decimal(0)), before, whole=False)


def _losses(
    passage: Passage,
    parts: Sequence[Decimal],
    lost: Decimal,
    span: tuple[int, int],
    totals: Sequence[tuple[Passage, ToldTotal]],
) -> Iterator[Judged]:
    """分别扣0.5分、3分、2分, 共计扣5.5分: the parts make the sum, and the sum what is left to 100."""
    added = sum(parts, Decimal(0))
    cited = Cited(passage, span)
    words = "＋".join(map(plain, parts))
    yield Judged(
        added == lost, () if added == lost else (cited_spot(cited),), cited_held(cited), "lost",
        {"label": passage.label}, expected=plain(added), actual=plain(lost), arithmetic=f"{words}＝{plain(added)}",
    )  # fmt: skip
    if added != lost or len({total.number for _, total in totals}) != 1:
        return
    where, total = totals[0]
    left = _FULL_MARKS - lost
    if total.number != left and one_slip_apart(total.number, left):
        told = Cited(where, total.span)
        yield Judged(
            False, (cited_spot(told), cited_spot(cited)), cited_held(told, cited), "sum", {"label": where.label},
            expected=plain(left), actual=plain(total.number), arithmetic=f"100－{plain(lost)}＝{plain(left)}",
        )  # fmt: skip


RULES = (
    DocumentRule(
        code="F643",
        name="句中所列各项得分与总得分相符",
        level=Level.WARNING,
        judge=score_lists,
        what="没有评分表、只在句中列出的得分：各项得分之和等于前面写的总得分（满分之和是100的，或者只差一位数字的）；“满分×分，得×分”的得分不大于满分；“得分率分别为”与各项得分、满分一致；“分别扣×分……共计扣×分”等于各处扣分之和，也等于100减总得分。",
        why="改了一项得分，总得分、得分率、扣分合计常没有跟着改。",
        mend="以最后确定的评分为准，改正句中的得分、总得分或扣分。",
        source="算术关系",
        sentences={
            "sum": "{label}写总得分{actual}分，按所列{arithmetic}",
            "full": "{label}所列各项满分相加不是100分：{arithmetic}",
            "above": "{label}写得{actual}分，大于满分{expected}分",
            "rate": "{label}写得分率{actual}，按所列得分和满分{arithmetic}",
            "lost": "{label}写共扣{actual}分，所列各处相加{arithmetic}",
        },
        example=DocumentExample(
            wrong="项目最终得分83.4分。其中，决策15分（满分18分）、过程17.4分（满分22分）、产出27.5分（满分34分）、效益23.5分（满分26分），得分率分别为83.03%、79.09%、80.88%和90.38%。",
            right="项目最终得分83.4分。其中，决策15分（满分18分）、过程17.4分（满分22分）、产出27.5分（满分34分）、效益23.5分（满分26分），得分率分别为83.33%、79.09%、80.88%和90.38%。",
        ),
        second_look=True,
    ),
)

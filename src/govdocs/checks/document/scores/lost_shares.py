"""Shares of the points lost in all: 扣分主要集中在过程类指标，占全部扣分的50%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.scores.told_points import Points, names_in
from govdocs.checks.document.spots import cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Spot
from govdocs.prose.judgement import Cited
from govdocs.prose.words.near_miss import one_slip_apart

_SHARE = re.compile(
    r"(?P<names>[^。；;%％]{2,60}?)占(?:了)?(?:全部|总|合计|所有|整个|扣除)?的?(?:扣|失)(?:掉)?(?:分|分值)(?:总[分值数额]+|分?值|数|合计)?的?(?:比例|比重)?(?:为|达|：| )*"
    r"(?P<number>\d+(?:\.\d+)?) *[%％]"
)
_OTHERS = re.compile(r"上年|去年|上一年|往年|其余|其他|每")


def shares_of_lost(
    subject: DocumentSubject, points: dict[str, Points], totals: dict[Decimal, Spot]
) -> Iterator[Judged]:
    """Judge shares of all points lost, of the indicators that the sentence names before."""
    if len(totals) != 1 or not points:
        return
    lost_in_all = 100 - next(iter(totals))
    if lost_in_all <= 0:
        return
    for passage in subject.body:
        text = passage.reading.folded
        for match in _SHARE.finditer(text) if "分" in text and "占" in text else ():
            words = match["names"]
            named = [points[name] for name in dict.fromkeys(n for _, n in names_in(words, points))]
            if not named or _OTHERS.search(words):
                continue
            lost = sum((one.weight - one.score for one in named), Decimal(0))
            number = Decimal(match["number"])
            step = Decimal(1).scaleb(-len(match["number"].partition(".")[2]))
            exact = lost * 100 / lost_in_all
            holds = abs(number - exact) < step
            expected = exact.quantize(step, ROUND_HALF_UP)
            if not holds and not one_slip_apart(number, expected):
                continue
            cited = Cited(passage, (match.start("number"), match.end()))
            yield Judged(
                holds, () if holds else (cited_spot(cited), *(one.spot for one in named)), cited_held(cited),
                "share", {"label": passage.label, "name": "、".join(one.name for one in named)},
                expected=f"{plain(expected)}%", actual=cited.text,
                arithmetic=f"{plain(lost)}÷{plain(lost_in_all)}×100%＝{plain(expected)}%",
            )  # fmt: skip

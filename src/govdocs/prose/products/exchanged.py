"""Foreign money at the rate that its sentence states: 1亿美元（按1美元折合6.7元人民币计算, 折合人民币6.7亿元）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import rounded
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_FOREIGN = r"(?:美元|欧元|日元|港元|港币|英镑|德国马克|特别提款权)"
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "百万": Decimal(1_000_000), "亿": Decimal(100_000_000)}  # fmt: skip
_RATE = re.compile(
    rf"(?<![\d.])(?:1|一) *(?P<money>{_FOREIGN}) *(?:折合|兑换?|合|等于|=|＝|：|:|对)(?:人民币)?(?:约|为)? *(?P<rate>\d+(?:\.\d+)?) *元?|汇率(?:按|为|是)? *(?:1 *(?P<other>{_FOREIGN})[：:=＝])?(?P<plain>\d\.\d+)"
)
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER}) *(?P<scale>百?万|亿)?(?P<money>{_FOREIGN})")
_OWN = re.compile(
    rf"(?:折合|折算为?|约合|合)(?:人民币)?(?:约|为)?(?P<number>{_NUMBER}) *(?P<scale>百?万|亿)?元(?:人民币)?"
)


def exchanged(passage: Passage) -> Iterator[Judgement]:
    """Judge amounts in 人民币 that a sentence gives for the foreign amount before them at a rate of its own."""
    layout = passage.reading.layout
    for number in range(len(layout.sentence_starts)):
        start, _ = layout.sentence_span(number)
        words = passage.reading.sentence(number)
        rates = list(_RATE.finditer(words))
        if len(rates) != 1:
            continue
        rate = Decimal(rates[0]["rate"] or rates[0]["plain"])
        own = [m for m in _OWN.finditer(words) if not _within(m, rates[0])]
        foreign = [m for m in _AMOUNT.finditer(words) if not _within(m, rates[0])]
        if len(own) == 1 and len(foreign) == 1 and foreign[0].start() < own[0].start():
            yield _judgement(passage, start, foreign[0], own[0], rate)


def _within(match: re.Match[str], rate: re.Match[str]) -> bool:
    return match.start() < rate.end() and rate.start() < match.end()


def _judgement(
    passage: Passage, start: int, foreign: re.Match[str], own: re.Match[str], rate: Decimal
) -> Judgement:
    amount, slack = _read(foreign)
    stated, half = _read(own)
    exact = amount * rate
    decimals = len(own["number"].partition(".")[2])
    expected = rounded(exact / _SCALES[own["scale"] or ""], decimals)
    shown = f"{expected:f}{own['scale'] or ''}元"
    return Judgement(
        "exchanged",
        abs(stated - exact) <= half + slack * rate,
        (
            Cited(passage, (start + own.start("number"), start + own.end())),
            Cited(passage, (start + foreign.start(), start + foreign.end())),
        ),
        expected=shown,
        actual=own[0],
        arithmetic=f"{foreign[0]}×{rate:f}＝{shown}",
        sureness=Sureness.LIKELY,
    )


def _read(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """An amount in whole units, and half of what its last printed digit is worth."""
    number = Decimal(match["number"].replace(",", ""))
    scale = _SCALES[match["scale"] or ""]
    decimals = len(match["number"].partition(".")[2])
    slack = Decimal("0.5").scaleb(-decimals) * scale if decimals else Decimal(0)
    return number * scale, slack if decimals else Decimal("0.5")

"""Foreign money at the rate that its sentence states: 1亿美元（按1美元折合6.7元人民币计算, 折合人民币6.7亿元）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import rounded
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import one_slip_apart, significant

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
_LEAST_DIGITS = 3


def exchanged(passage: Passage) -> Iterator[Judgement]:
    """Judge amounts in 人民币 that a sentence gives for the foreign amount before them at a rate of its own."""
    layout = passage.reading.layout
    for number in range(len(layout.sentence_starts)):
        start, end = layout.sentence_span(number)
        words = passage.reading.folded[start:end]
        rates = list(_RATE.finditer(words))
        own = [m for m in _OWN.finditer(words) if not (rates and _within(m, rates[0]))]
        if len(rates) != 1 or len(own) != 1:
            continue
        rate = Decimal(rates[0]["rate"] or rates[0]["plain"])
        foreign = [m for m in _AMOUNT.finditer(words) if not _within(m, rates[0])]
        before = [m for m in foreign if m.start() < own[0].start()]
        if len(foreign) == 1 and before:
            yield _judgement(passage, (start, start), foreign[0], own[0], rate)
        elif before:
            yield from _of_several(passage, (start, start), before, own[0], rate)
        elif number:
            earlier, _ = layout.sentence_span(number - 1)
            above = list(_AMOUNT.finditer(passage.reading.sentence(number - 1)))
            yield from _of_several(passage, (earlier, start), above, own[0], rate)


def _of_several(
    passage: Passage,
    starts: tuple[int, int],
    foreign: list[re.Match[str]],
    own: re.Match[str],
    rate: Decimal,
) -> Iterator[Judgement]:
    """Any of the amounts may be meant: one that fits is; else the first that one slip sets apart."""
    if len({one["money"] for one in foreign}) > 1:
        return
    judged = [_judgement(passage, starts, one, own, rate) for one in foreign]
    good = next((judgement for judgement in judged if judgement.holds), None)
    if good is not None:
        yield good
        return
    stated = Decimal(own["number"].replace(",", ""))
    for judgement in judged:
        expected = Decimal(re.sub(r"[^\d.]", "", judgement.expected))
        if significant(stated) >= _LEAST_DIGITS and one_slip_apart(stated, expected):
            yield judgement
            return


def _within(match: re.Match[str], rate: re.Match[str]) -> bool:
    return match.start() < rate.end() and rate.start() < match.end()


def _judgement(
    passage: Passage,
    starts: tuple[int, int],
    foreign: re.Match[str],
    own: re.Match[str],
    rate: Decimal,
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
            Cited(passage, (starts[1] + own.start("number"), starts[1] + own.end())),
            Cited(passage, (starts[0] + foreign.start(), starts[0] + foreign.end())),
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

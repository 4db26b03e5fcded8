"""Growth of several years told at once: 28万亩、35万亩、42.5万亩, 分别增长25%和21.43%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.model.interval import Interval, quotient, rounded
from govdocs.prose.explained import is_cut
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_RESPECTIVELY = re.compile(r"分别[^，。；\d]{0,10}(?:增长|下降|提高|增加|减少)[^，。；\d]{0,3}$")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d) *年[^\d]*$")
_HUNDRED = Interval.exact(Decimal(100))


def year_series(passage: Passage) -> Iterator[Judgement]:
    """Judge n growth rates behind 分别 where the sentence states n+1 values of following years before them."""
    text = passage.reading.folded
    for figures in sentence_figures(passage.reading):
        first = next(
            (
                at
                for at, f in enumerate(figures)
                if at
                and f.is_rate
                and _RESPECTIVELY.search(text[figures[at - 1].span[1] : f.span[0]])
            ),
            None,
        )
        if first is None:
            continue
        rates = [figures[first]]
        for figure in figures[first + 1 :]:
            if not figure.is_rate or not re.fullmatch(
                r" *[、和,及与] *(?:增长|下降)? *", text[rates[-1].span[1] : figure.span[0]]
            ):
                break
            rates.append(figure)
        values = figures[:first]
        if len(rates) < 2 or len(values) != len(rates) + 1 or not _one_series(text, values):
            continue
        sign = -1 if "下降" in text[values[-1].span[1] : rates[0].span[0]] else 1
        for rate, (old, new) in zip(rates, pairwise(values), strict=True):
            if rate.exact and "下降" not in text[rates[0].span[1] : rate.span[0]]:
                yield from _judge(passage, rate, old, new, sign)


def _one_series(text: str, values: list[ProseFigure]) -> bool:
    """Tell whether the values are of one kind and of years that follow each other, as the words say."""
    years = _years(text, values)
    return (
        len({f.kind for f in values}) == 1
        and all(
            f.sort is Sort.MEASURE and f.exact and f.value > 0 and not f.is_rate
            and f.role in {Role.PLAIN, Role.TOTAL} for f in values
        )
        and len(years) == len(values)
        and all(later == year + 1 for year, later in pairwise(years))
    )  # fmt: skip


def _years(text: str, values: list[ProseFigure]) -> list[int]:
    """The year that stands right before each value."""
    found: list[int] = []
    floor = 0
    for figure in values:
        named = _YEAR.search(text[max(floor, figure.span[0] - 24) : figure.span[0]])
        floor = figure.span[1]
        if named is not None:
            found.append(int(named["year"]))
    return found


def _judge(
    passage: Passage, rate: ProseFigure, old: ProseFigure, new: ProseFigure, sign: int
) -> Iterator[Judgement]:
    ratio = new.interval.minus(old.interval).scaled(Decimal(sign)).over(old.interval)
    if ratio is None:
        return
    true = ratio.times(_HUNDRED)
    exact = quotient((new.value - old.value) * 100 * sign, old.value)
    alike = new.unit == old.unit
    a, b = (bare(new), bare(old)) if alike else (new.text, old.text)
    shown = f"{rounded(exact, rate.decimals):f}%"
    yield Judgement(
        "growth",
        true.meets(rate.interval) or is_cut(rate, true),
        (Cited.of(passage, rate), Cited.of(passage, new), Cited.of(passage, old)),
        expected=shown,
        actual=rate.text,
        arithmetic=f"（{a}－{b}）÷{b}×100%＝{rounded(exact * sign, rate.decimals):f}%",
        sureness=Sureness.LIKELY,
        details={"new": new.text, "old": old.text},
    )

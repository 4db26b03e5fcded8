"""The judgements of a figure by the two that it is the quotient of: a percentage, and a mean for each."""

from __future__ import annotations

from decimal import Decimal

from govdocs.model.interval import quotient, rounded
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare


def judged_percentage(
    name: str, rate: Cited, part: Cited, whole: Cited, *, holds: bool
) -> Judgement:
    """Judge ``rate`` by its part and its whole; ``name`` is the kind of statement, ``rate`` or ``share``."""
    assert rate.figure is not None
    assert part.figure is not None
    assert whole.figure is not None
    exact = quotient(part.figure.value * 100, whole.figure.value)
    shown = f"{rounded(exact, rate.figure.decimals):f}%"
    alike = part.figure.unit == whole.figure.unit
    a, b = (bare(part.figure), bare(whole.figure)) if alike else (part.text, whole.text)
    return _judged(name, (rate, part, whole), shown, f"{a}÷{b}×100%＝{shown}", holds=holds)


def judged_mean(mean: Cited, amount: Cited, count: Cited, *, holds: bool) -> Judgement:
    """Judge ``mean`` by the amount and by the number of those who share it."""
    assert mean.figure is not None
    assert amount.figure is not None
    assert count.figure is not None
    unit = mean.figure.unit
    exact = quotient(amount.figure.value, count.figure.value) / (
        unit.factor if unit else Decimal(1)
    )
    shown = f"{rounded(exact, mean.figure.decimals):f}{unit.symbol if unit else ''}"
    line = f"{amount.text}÷{count.text}＝{shown}"
    return _judged("rate", (mean, amount, count), shown, line, holds=holds)


def _judged(
    name: str, cited: tuple[Cited, Cited, Cited], shown: str, line: str, *, holds: bool
) -> Judgement:
    of, part, whole = cited
    return Judgement(
        name,
        holds,
        cited,
        expected=shown,
        actual=of.text,
        arithmetic=line,
        sureness=Sureness.LIKELY,
        details={"part": part.text, "whole": whole.text},
    )

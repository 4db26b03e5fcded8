"""Bands: which grade a score falls into, and how much of a weight a qualitative result may get."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govdocs.forms.form_set import Band
from govdocs.model.interval import rounded


def band_of(number: Decimal, bands: Sequence[Band]) -> Band | None:
    """Return the band that holds ``number``, or None where no band does."""
    for band in bands:
        above = number > band.low or (band.low_included and number == band.low)
        below = number < band.high or (band.high_included and number == band.high)
        if above and below:
            return band
    return None


def bounds_of(band: Band, weight: Decimal, decimals: int = 2) -> tuple[Decimal, Decimal]:
    """The scores between which a result of ``band`` may lie, rounded as the budget system does."""
    low, high = band.low * weight / 100, band.high * weight / 100
    return rounded(low, decimals), rounded(high, decimals)


def within_band(score: Decimal, band: Band, weight: Decimal, decimals: int = 2) -> bool:
    """Tell whether ``score`` lies in the share of ``weight`` that ``band`` allows."""
    low, high = bounds_of(band, weight, decimals)
    above = score > low or (band.low_included and score == low)
    return above and (score < high or (band.high_included and score == high))


def bands_sentence(bands: Sequence[Band]) -> str:
    """Say the bands as a report's footnote does: 90（含）-100分为优、80（含）-90分为良……"""
    said = []
    for band in bands:
        if band.low == 0:
            said.append(f"{band.high:f}分以下为{band.name}")
        else:
            said.append(f"{band.low:f}（含）-{band.high:f}分为{band.name}")
    return "、".join(said)

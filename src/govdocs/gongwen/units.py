"""Lengths of the trade: points, Chinese type sizes, the character and the line of clause 3."""

from __future__ import annotations

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72.0

CHINESE_SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
}
"""Points of the Chinese sizes, as Word and WPS print them."""


def mm(points: float) -> float:
    """Turn points into millimetres."""
    return points / POINTS_PER_INCH * MM_PER_INCH


def points(millimetres: float) -> float:
    """Turn millimetres into points."""
    return millimetres / MM_PER_INCH * POINTS_PER_INCH

"""Lengths and sizes as an office says them."""

from __future__ import annotations

from govdocs.gongwen.units import CHINESE_SIZES

_FIGURES = {
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5",
}  # fmt: skip
_NAMES = {
    points: "".join(_FIGURES.get(c, c) for c in name) for name, points in CHINESE_SIZES.items()
}


def size_name(points: float) -> str:
    """Say a size: ``3号（16磅）``."""
    name = _NAMES.get(points, "")
    return f"{name}（{points:g}磅）" if name else f"{points:g}磅"


def in_mm(millimetres: float) -> str:
    """Say a length: ``36.5毫米``."""
    return f"{round(millimetres, 1):g}毫米"


def in_points(points: float) -> str:
    """Say a pitch: ``28.95磅``."""
    return f"{round(points, 2):g}磅"


def in_characters(width: float) -> str:
    """Say an indent measured in 字: ``2字``."""
    return f"{round(width, 1):g}字"


def in_lines(low: float, high: float) -> str:
    """Say a space in lines: ``1行`` or ``1至1.5行``."""
    first, last = f"{round(low, 1):g}", f"{round(high, 1):g}"
    return f"{first}行" if first == last else f"{first}至{last}行"

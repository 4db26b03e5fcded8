"""Units of measure: what kind each is and how they convert; read from the text, never assumed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, its kind, and how many base units it holds.

    Two quantities compare only when their kinds are the same; 人民币 and 美元 are two kinds.
    """

    symbol: str
    kind: str
    factor: Decimal


MONEY = "人民币"
DOLLAR = "美元"
PERCENT = "百分比"
POINT = "百分点"

_SCALES = {
    "": 1,
    "千": 1000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}


def _family(base: str, kind: str, scales: tuple[str, ...]) -> dict[str, Unit]:
    return {
        f"{scale}{base}": Unit(f"{scale}{base}", kind, Decimal(_SCALES[scale])) for scale in scales
    }


_ALL = ("", "千", "万", "百万", "千万", "亿")
KNOWN: dict[str, Unit] = {
    **_family("元", MONEY, _ALL),
    **_family("元人民币", MONEY, ("", "万", "亿")),
    **_family("美元", DOLLAR, _ALL),
    **_family("欧元", "欧元", ("", "万", "亿")),
    **_family("港元", "港元", ("", "万", "亿")),
    **_family("人", "人", ("", "万")),
    **_family("人次", "人次", ("", "万")),
    **_family("户", "户", ("", "万")),
    **_family("亩", "亩", ("", "万")),
    **_family("吨", "重量", ("", "万")),
    **_family("平方米", "面积", ("", "万")),
    **_family("㎡", "面积", ("", "万")),
    **_family("千瓦时", "电量", ("", "万", "亿")),
    "平方公里": Unit("平方公里", "面积", Decimal(1_000_000)),
    "公顷": Unit("公顷", "面积", Decimal(10_000)),
    "米": Unit("米", "长度", Decimal(1)),
    "公里": Unit("公里", "长度", Decimal(1000)),
    "千米": Unit("千米", "长度", Decimal(1000)),
    "公斤": Unit("公斤", "重量", Decimal("0.001")),
    "千克": Unit("千克", "重量", Decimal("0.001")),
    "天": Unit("天", "日数", Decimal(1)),
    "日": Unit("日", "日数", Decimal(1)),
    "工作日": Unit("工作日", "工作日", Decimal(1)),
    "个工作日": Unit("个工作日", "工作日", Decimal(1)),
    "个月": Unit("个月", "月数", Decimal(1)),
    "月": Unit("月", "月数", Decimal(1)),
    "年": Unit("年", "年数", Decimal(1)),
    "小时": Unit("小时", "小时", Decimal(1)),
    "%": Unit("%", PERCENT, Decimal(1)),
    "％": Unit("％", PERCENT, Decimal(1)),
    "‰": Unit("‰", PERCENT, Decimal("0.1")),
    "个百分点": Unit("个百分点", POINT, Decimal(1)),
    "百分点": Unit("百分点", POINT, Decimal(1)),
}

COUNTED = frozenset(
    [
        "个",
        "项",
        "家",
        "件",
        "起",
        "台",
        "套",
        "辆",
        "座",
        "处",
        "所",
        "次",
        "场",
        "期",
        "份",
        "篇",
        "本",
        "种",
        "类",
        "批",
        "条",
        "名",
        "位",
        "户次",
        "组",
        "张",
        "只",
        "头",
        "株",
        "倍",
        "分",
        "元/人",
        "元/吨",
    ]
)
"""Measure words: each is a kind of its own, since 家 of firms never equal 个 of projects."""


def unit_of(symbol: str) -> Unit:
    """Return the unit that ``symbol`` prints; an unknown symbol is a kind of its own."""
    known = KNOWN.get(symbol)
    if known is not None:
        return known
    if symbol.startswith("万") and len(symbol) > 1:
        base = unit_of(symbol[1:])
        return Unit(symbol, base.kind, base.factor * 10_000)
    return Unit(symbol, symbol, Decimal(1))

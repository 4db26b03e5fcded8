"""The administrative divisions of the country by name: what lies in what.

Source: names of GB/T 2260 divisions, ``divisions.tsv`` (province, prefecture, counties).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_ENDINGS = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市")
_NOT_SHORT = frozenset(
    {
        "朝阳",
        "海南",
        "吉林",
        "东方",
        "中山",
        "和平",
        "南山",
        "新城",
        "城关",
        "临时",
        "平安",
        "安康",
        "保定",
        "太和",
        "三明",
        "宝山",
        "东西",
        "黄山",
        "普陀",
        "长治",
        "自贡",
        "万宁",
        "三沙",
        "百色",
        "泰安",
        "平凉",
        "兴安",
        "山南",
        "大同",
        "日照",
        "白银",
        "金昌",
        "通化",
        "本溪",
        "河池",
        "来宾",
        "崇左",
    }
)
"""Short names that are words of their own, or part of many."""


@dataclass(frozen=True, slots=True)
class Division:
    """A province or prefecture: its full name, its short one (张家界), the province that it is in."""

    name: str
    short: str
    province: str


@cache
def provinces_and_prefectures() -> dict[str, Division]:
    """Every province and prefecture by full and by unmistakable short name."""
    found: dict[str, Division] = {}
    for province, prefecture, _ in _lines():
        for name in (province, prefecture):
            if name:
                one = Division(name, short_name(name), province)
                found[name] = one
                if len(one.short) > 1 and one.short not in _NOT_SHORT:
                    found.setdefault(one.short, one)
    return found


@cache
def counties() -> dict[str, tuple[tuple[str, str], ...]]:
    """The counties by full name, each with the (province, prefecture) pairs that have one so called."""
    found: dict[str, list[tuple[str, str]]] = {}
    for province, prefecture, names in _lines():
        for name in names.split():
            found.setdefault(name, []).append((province, prefecture))
    return {name: tuple(pairs) for name, pairs in found.items()}


def short_name(name: str) -> str:
    """A division without the word for its kind: 湖南省 is 湖南, 湘西土家族苗族自治州 is 湘西."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name.removesuffix(ending)
    if name.endswith(("自治州", "地区", "盟")):
        for people in (
            "土家族",
            "苗族",
            "藏族",
            "彝族",
            "侗族",
            "布依族",
            "朝鲜族",
            "傣族",
            "白族",
            "哈尼族",
            "壮族",
            "景颇族",
            "傈僳族",
            "羌族",
            "回族",
            "蒙古族",
            "蒙古",
            "哈萨克",
            "柯尔克孜",
        ):
            at = name.find(people)
            if at >= 2:
                return name[:at]
        return name.removesuffix("自治州").removesuffix("地区").removesuffix("盟")
    return name


def _lines() -> list[tuple[str, str, str]]:
    text = (files("govdocs.checks.document.names") / "divisions.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    padded = ([*row, "", ""] for row in rows)
    return [(row[0], row[1], row[2]) for row in padded]

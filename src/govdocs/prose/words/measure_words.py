"""What may stand after a number in a sentence: scales, units and measure words."""

from __future__ import annotations

import re
from decimal import Decimal

from govdocs.model.units import COUNTED, KNOWN, Unit, unit_of

_SCALES = {
    "千": 1000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "万亿": 1_000_000_000_000,
}

_MORE_COUNTED = frozenset(
    [
        "批次",
        "笔",
        "宗",
        "例",
        "部",
        "款",
        "间",
        "栋",
        "幢",
        "口",
        "眼",
        "盏",
        "根",
        "支",
        "片",
        "块",
        "棵",
        "羽",
        "尾",
        "艘",
        "架",
        "具",
        "列",
        "届",
        "卷",
        "册",
        "幅",
        "床",
        "岁",
        "课时",
        "学时",
        "村",
        "镇",
        "乡",
        "县",
        "标箱",
        "票",
        "单",
        "轮",
        "字",
        "号",
        "层",
        "排",
        "对",
        "双",
        "副",
        "门",
        "张",
        "页",
        "档",
        "员",
        "店",
        "户次",
        "站",
        "段",
        "路",
        "顶",
        "桶",
        "瓶",
        "袋",
        "盒",
        "箱",
        "车",
        "亩次",
        "班",
        "营",
        "团",
        "队",
        "家次",
        "场次",
        "台次",
        "台套",
        "件套",
        "人份",
        "人天",
        "人日",
        "人月",
        "户月",
        "床日",
        "班次",
        "台班",
        "辆次",
        "架次",
        "车次",
        "航次",
        "个点",
    ]
)

_OTHER = {
    "人民币": Unit("人民币", "人民币", Decimal(1)),
    "立方米": Unit("立方米", "体积", Decimal(1)),
    "平方千米": Unit("平方千米", "面积", Decimal(1_000_000)),
    "千瓦": Unit("千瓦", "功率", Decimal(1)),
    "兆瓦": Unit("兆瓦", "功率", Decimal(1000)),
    "分钟": Unit("分钟", "分钟", Decimal(1)),
    "秒": Unit("秒", "秒", Decimal(1)),
    "周": Unit("周", "周", Decimal(1)),
    "周年": Unit("周年", "年数", Decimal(1)),
    "个年度": Unit("个年度", "年数", Decimal(1)),
    "个季度": Unit("个季度", "季度数", Decimal(1)),
    "千米": Unit("千米", "长度", Decimal(1000)),
    "日元": Unit("日元", "日元", Decimal(1)),
    "英镑": Unit("英镑", "英镑", Decimal(1)),
}

LATIN = {
    "km": Unit("km", "长度", Decimal(1000)),
    "km2": Unit("km2", "面积", Decimal(1_000_000)),
    "km²": Unit("km²", "面积", Decimal(1_000_000)),
    "hm2": Unit("hm2", "面积", Decimal(10_000)),
    "hm²": Unit("hm²", "面积", Decimal(10_000)),
    "m": Unit("m", "长度", Decimal(1)),
    "m2": Unit("m2", "面积", Decimal(1)),
    "m²": Unit("m²", "面积", Decimal(1)),
    "㎡": Unit("㎡", "面积", Decimal(1)),
    "m3": Unit("m3", "体积", Decimal(1)),
    "m³": Unit("m³", "体积", Decimal(1)),
    "kg": Unit("kg", "公斤", Decimal(1)),
}
"""Units in Latin letters; a letter or digit behind them makes them something else."""

_NOT_BEFORE = {
    "项": "目", "家": "庭长", "名": "单称录", "次": "年日月", "本": "级年次省市县区地报",
    "期": "间末初限满", "分": "别为布配公管批步类支钟工", "台": "账阶", "场": "所地馆", "所": "有需属以",
    "条": "件例款", "位": "于居列", "处": "理于置", "组": "织成建长", "张": "家掖",
    "类": "别型似", "种": "植子粮养", "批": "准复发", "起": "步到来", "座": "谈", "份": "额",
    "人": "员才", "户": "外籍", "只": "有能要", "对": "外接比照口", "部": "门分署",
    "支": "持付出部撑", "片": "区", "口": "岸", "列": "入为", "单": "位个", "号": "文召", "队": "伍",
    "村": "级", "镇": "级", "县": "级", "员": "工", "路": "径", "站": "点", "店": "铺", "车": "辆间",
    "层": "次面", "段": "落", "字": "号", "团": "队", "班": "子", "门": "类", "排": "名放", "度": "",
    "元": "旦", "月": "度均", "年": "度均", "日": "常均", "天": "然", "块": "状", "架": "构", "具": "体有备", "例": "如",
    "户次": "", "人日": "均常", "人月": "均度", "户月": "均度", "套": "路", "头": "部", "轮": "流", "款": "项", "根": "据本", "副": "县市",
}  # fmt: skip
"""Characters after a measure word that make it the head of another word (55项目, 3分公司)."""


_EACH_OF = r"(?!均(?!已|未|能|得到|实现|完成|落实|享受|纳入|达到))"
"""人均 and 户均 are means of all; 32户均已安置 says that all the 32 were."""


def _alternative(word: str) -> str:
    if word in LATIN:
        return re.escape(word) + r"(?![A-Za-z\d²³])"
    not_before = _NOT_BEFORE.get(word, "")
    end = _EACH_OF if word in {"人", "户"} else ""
    return re.escape(word) + (f"(?![{not_before}])" if not_before else "") + end


_WORDS = sorted(
    {w for w in KNOWN if w not in {"百分点"}}
    | COUNTED
    | _MORE_COUNTED
    | set(_OTHER)
    | set(LATIN)
    | {"百分点"},
    key=len,
    reverse=True,
)
UNIT = "|".join(_alternative(word) for word in _WORDS)
"""A regular expression for the units and measure words, the longest first."""
SCALE = r"万亿|千万|百万|十万|千(?!米|瓦|克)|万|亿"
COUNTERS = "|".join(
    _alternative(w)
    for w in sorted(
        (
            COUNTED
            | _MORE_COUNTED
            | {"人", "户", "人次", "大", "年", "个月", "天", "亩", "元", "万元", "亿元"}
        )
        - {"分", "期", "倍"},
        key=len,
        reverse=True,
    )
)
"""Measure words after a Chinese numeral; 十分 and 一期 are no figures."""


def unit_named(scale: str, word: str) -> Unit | None:
    """The unit that ``scale`` and ``word`` print together (万 + 人); None for a bare number."""
    symbol = scale + word
    if not symbol:
        return None
    if not word:
        return Unit(scale, "", Decimal(_SCALES[scale]))
    if symbol in KNOWN:
        return KNOWN[symbol]
    base = _OTHER.get(word) or LATIN.get(word) or unit_of(word)
    if not scale:
        return base
    return Unit(symbol, base.kind, base.factor * _SCALES[scale])

"""Names of provinces, cities and counties in a sentence, where a word of the language cannot explain them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govdocs.checks.document.names.divisions import counties, provinces_and_prefectures
from govdocs.checks.evaluation.own_region import OwnRegion

_STARTS = re.compile(
    r"(?:(?<![一-龥])|(?<=[在由与和及对从向到至是将把赴较比按省市州次年月日度的为了据或经]))"
)
"""Where a short name may begin: 南通 is none in 湖南通过, nor 中卫 in 其中卫生."""
_GOES_ON = {
    "大理": "论由想念解性石", "新乡": "村镇贤", "四平": "台", "六安": "全", "大庆": "典", "中卫": "生",
    "大连": "片续接锁", "开封": "仪", "阿里": "巴云", "定西": "部区北南", "资阳": "光", "内江": "河",
    "西安": "排全置装", "东营": "商业", "南通": "过道", "南充": "分", "南平": "均", "海口": "岸",
    "重庆": "祝", "上海": "关外", "北海": "关", "河源": "头", "新余": "地额", "山东": "侧部", "山西": "侧部",
    "河南": "岸侧", "河北": "岸侧", "湖南": "岸侧", "湖北": "岸侧", "江西": "岸侧", "南京": "路",
    "哈密": "瓜", "普洱": "茶", "德州": "扒", "黑河": "流",
}  # fmt: skip
"""What makes another word of a short name: 大理论, 新乡村, 上海关."""
_WORDS_OF_PLACE = re.compile(
    r"[东西南北中新老上下前后城市港江河海桥路山湖郊矿沿临园]{1,3}区|自治[县州区]|城关区|开发区|高新区"
)
"""Names of districts that are common words as well: 新城区, 河东区, 市中区."""
_ELSEWHERE_BEFORE = re.compile(
    r"(?:赴|前往|学习|借鉴|考察|来自|对接|对口(?:支援|帮扶|协作)?|毗邻|相邻|邻近|接壤|销往|运往|发往|销至|出口[到至]|承接|引进|招引|迁[往至入自]|原产|参照|取道|经由|途经|融入)(?:[一-龥]{2,6}、)*(?:与|和)?$"
)
_ELSEWHERE_AFTER = re.compile(
    r"(?:市|省|县|区)?(?:等地|等省|等市|、[一-龥]{2,6}等|籍|经验|模式|市场|客商|博览会|展会|口岸|机场|港口?(?!澳)|自贸|会议|路(?!网)|大道|街道|时间|产业转移)"
)
_BODY = re.compile(
    r"(?:市|省|县|区)?(?:[一-龥]{0,6}?(?:海关|银行|大学|学院|铁路|专员办|监管局|交易所|研究院|研究所|医院|保税区|航空|法院|分行|证券|中心支行)|(?:(?![由与和及对在为的经向把将局委])[一-龥（）()]){2,16}?(?:有限(?:责任)?公司|股份|集团|事务所|合作社|分公司|公司))"
)
"""A body that is called after its seat, wherever it works: 长沙海关, 深圳某某有限公司."""


def strange_names(text: str, own: OwnRegion) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each division of elsewhere that ``text`` names, with its span.

    Left alone are the region, what holds it and what it holds; names inside other words; bodies
    called after their seat; places that the sentence itself calls elsewhere (销往广东、上海等地).
    """
    for name, span in _named(text):
        if name in own.around or own.name in name or _is_word(text, name, span):
            continue
        before, after = text[max(0, span[0] - 24) : span[0]], text[span[1] :]
        if _ELSEWHERE_BEFORE.search(before) or _ELSEWHERE_AFTER.match(after) or _BODY.match(after):
            continue
        yield name, span


def _is_word(text: str, name: str, span: tuple[int, int]) -> bool:
    after = text[span[1] : span[1] + 1]
    if len(name) > 2:
        if name in provinces_and_prefectures():
            return False
        common = _WORDS_OF_PLACE.fullmatch(name) is not None or after in {"域", "间", "块", "位"}
        return common or _STARTS.match(text, span[0]) is None
    return _STARTS.match(text, span[0]) is None or bool(after and after in _GOES_ON.get(name, ""))


def _named(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every name, of several that begin at one place the longest; none begins inside another."""
    names, lengths = _names()
    at = 0
    while at < len(text):
        name = next((text[at : at + n] for n in lengths if text[at : at + n] in names), "")
        if name:
            yield name, (at, at + len(name))
        at += len(name) or 1


@cache
def _names() -> tuple[frozenset[str], tuple[int, ...]]:
    towns = [town for town in counties() if len(town) > 2]
    names = frozenset({*provinces_and_prefectures(), *towns})
    return names, tuple(sorted({len(name) for name in names}, reverse=True))

"""Whose account a figure belongs to: 一般公共预算 or 政府性基金, one insurance fund or another, 一般债务 or 专项债务."""

from __future__ import annotations

import re
from functools import lru_cache

_ACCOUNTS = (
    {
        "一般公共预算": r"一般公共(?:服务)?(?:预算|收支|财政)|公共财政预算",
        "政府性基金": r"政府性?基金",
        "国有资本经营": r"国有资本经营|国资(?:经营)?预算",
        "社会保险基金": r"社会?保险?基金(?:预算|决算|收|支)",
        "财政专户": r"财政专户管理",
    },
    {
        "企业养老": r"(?:企业|城镇)职工(?:基本)?养老|企业(?:基本)?养老",
        "机关养老": r"机关事业(?:单位)?(?:基本|工作人员)*养老|职业年金",
        "居民养老": r"(?:城乡)?居民(?:社会|基本)*养老|城乡居保",
        "职工医疗": r"(?:城镇)?职工(?:基本)?(?:医疗|医保)",
        "居民医疗": r"(?:城乡|城镇)?居民(?:基本)?(?:医疗|医保)|新农合",
        "工伤": r"工伤", "失业": r"失业(?!人员|人数|率)", "生育": r"生育(?!）|\))", "大病": r"大病保险",
        "护理": r"长期护理|长护险",
    },
    {
        "一般债": r"(?:政府)?一般(?:债务|债券|债(?!权))",
        "专项债": r"(?:政府)?专项(?:债务|债券|债(?!权))|再融资专项",
    },
    {
        "金融企业": r"(?<!不含)(?<!非)(?<!除)(?:国有)?金融(?:企业|资本|机构)",
        "非金融企业": r"非金融(?:类|国有)?企业|企业国有资产|国有企业|(?<!金融)企业资产",
        "行政事业": r"行政事业(?:性|单位)|事业性资产",
        "自然资源": r"自然资源",
    },
    {"公路": r"公路", "铁路": r"铁路", "航空": r"民航|航空", "水路": r"水路|水运"},
    {
        "全域": r"全(?:省|市|州|县|区|旗|镇|乡)(?![一-龥]{0,6}(?:百强|前列))",
        "本级": r"(?<!含)(?:[省市州县区]本级|(?<![省市州县区])本级)",
    },
)  # fmt: skip
"""Families of accounts that exclude each other; each is kept, limited and reported by itself."""
_PATTERNS = tuple(
    re.compile("|".join(f"(?P<n{at}>{pattern})" for at, pattern in enumerate(family.values())))
    for family in _ACCOUNTS
)
_MOVED = re.compile(r"(?:到|至|入|向|从|自|由|含|充|不包括|扣除|剔除|加上|统筹)$")
_MOVES = re.compile(r"(?:预算|资金|收入)?(?:调入|转入|调出|转出)")
"""What is moved to or from an account stands in the other one's books."""


@lru_cache(maxsize=8192)
def accounts_named(text: str) -> tuple[str, ...]:
    """The account of each family that ``text`` names last, empty where it names none of the family."""
    return tuple(_last(text, at) for at in range(len(_PATTERNS)))


def _last(text: str, at: int) -> str:
    named = ""
    for match in _PATTERNS[at].finditer(text):
        if not (_MOVED.search(text, 0, match.start()) or _MOVES.match(text, match.end())):
            named = match.lastgroup or ""
    return named


def first_named(*texts: str) -> tuple[str, ...]:
    """The account of each family by the first of ``texts`` that names one; nearest text first."""
    found = [accounts_named(text) for text in texts if text]
    return tuple(
        next((names[at] for names in found if names[at]), "") for at in range(len(_PATTERNS))
    )


_DIVIDED = (1, 2)
"""Families of which a paper also tells the whole: all insurances, all debts."""


def differ(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two figures cannot be one fact: other accounts, or the whole and one of its accounts."""
    return exclude(first, second) or any(first[at] != second[at] for at in _DIVIDED)


def exclude(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two figures are of accounts that exclude each other."""
    return any(a and b and a != b for a, b in zip(first, second, strict=True))

"""How sure it is that the parts behind 其中 claim to be all of their total."""

from __future__ import annotations

import re
from decimal import Decimal

from govdocs.prose.figure import ProseFigure
from govdocs.prose.judgement import Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.sums.addends import slips_apart
from govdocs.prose.told import OWNER
from govdocs.prose.words.added_up import round_to
from govdocs.prose.words.completeness import ONE_KIND
from govdocs.prose.words.near_miss import looks_like_slip
from govdocs.prose.words.numerals import chinese_number

_COMPLETE = re.compile(r"其中[：:]")
_ONE_KIND = ONE_KIND - frozenset("类级段岸") | frozenset("乡镇村")
"""Kinds of one thing by their last character: 图书馆, 文化馆."""
_COMPLEMENTS = (
    {"中央", "地方"}, {"中央", "省级"}, {"出口", "进口"}, {"基本支出", "项目支出"},
    {"一般公共预算", "政府性基金"}, {"财政资金", "自筹"}, {"财政资金", "其他资金"}, {"男", "女"},
    {"城镇", "农村"}, {"上级", "本级"}, {"春季", "秋季"}, {"上半年", "下半年"}, {"上学期", "下学期"},
)  # fmt: skip
_HOW_MANY = re.compile(
    r"(?<!第)(?P<n>\d{1,2}|[两三四五六七八九十]) *(?:种|类|家|个|所|项|支|座|处|县|市|乡|镇|村|校)[一-龥]{0,10}?(?:共计?|合计|总计|累计)$"
)
_WHOLE_SETS = ({"因公出国", "公务用车", "接待费"},)
_FUND = re.compile(r"资金|预算|补助|拨款|经费|补贴|安排|下达|投入|问卷|得分")
MIN_RESOLUTION = 1000
"""A total of fewer last digits is met by chance too often for the one-slip test."""


def completeness(
    passage: Passage, parts: list[ProseFigure], total: ProseFigure, mark: int, *, is_open: bool
) -> Sureness | None:
    """How sure it is that the parts claim to be all of the total; None where they may overlap or be few.

    The wording 其中 alone does not say so: what makes it certain is money split by its sources,
    a pair that is always complete (中央 and 地方), or figures that are one slip away from adding up.
    """
    reading = passage.reading
    added = sum((p.value for p in parts), Decimal(0))
    if added == total.value:
        return Sureness.LIKELY
    labels = "".join(p.measure for p in parts)
    if any(all(word in labels for word in pair) for pair in _COMPLEMENTS) and len(parts) == 2:
        return Sureness.PROVEN
    if any(all(word in labels for word in some) for some in _WHOLE_SETS) and not is_open:
        return Sureness.PROVEN
    slips = slips_apart(parts, total) and not is_open
    clause = reading.folded[reading.layout.clause_starts[total.clause] : total.span[0]]
    if slips and len(parts) > 2 and _counted(clause) == len(parts):
        return Sureness.LIKELY  # 三种机型共6架，其中：甲3架，乙1架，丙2架
    if total.counts and not _one_series(parts):
        return None
    is_fund = _FUND.search(clause) is not None or total.counts
    if added > total.value and is_fund:
        return Sureness.PROVEN
    if is_open:
        return None
    ulp = min(f.ulp for f in (*parts, total))
    fine = total.value / (ulp * round_to((*parts, total), ulp)) >= MIN_RESOLUTION
    colon = _COMPLETE.match(reading.folded, mark) is not None
    slip = slips and looks_like_slip(added - total.value, ulp)
    owned = len(parts) > 2 and all(OWNER.search(p.measure) for p in parts)
    sure = fine or owned or (is_fund and (colon or len(parts) > 2))
    return Sureness.LIKELY if slip and sure else None


def _one_series(parts: list[ProseFigure]) -> bool:
    """Whether the parts of a count are kinds of one thing (大型企业, 小型企业).

    People are men, party members and graduates at once, and indicators have levels: such
    parts overlap, and their sum says nothing.
    """
    labels = [re.sub(r"[^\w]", "", p.measure) or p.noun for p in parts]
    if any(re.search(r"[一二三]级", label) for label in labels):
        return False
    if not all(labels):
        return False
    houses = {label[-1] for label in labels}
    return len({label[-2:] for label in labels}) == 1 or (len(houses) == 1 and houses <= _ONE_KIND)


def _counted(words: str) -> int | None:
    """How many items the words before a total speak of: 三种机型共; None where they count none."""
    found = _HOW_MANY.search(words)
    if found is None:
        return None
    number = Decimal(found["n"]) if found["n"].isdigit() else chinese_number(found["n"])
    return None if number is None else int(number)

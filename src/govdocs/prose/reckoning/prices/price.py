"""A figure that says per what it is: 每人每月1800元, 亩均400元, 6.90元/公里, 补助标准600元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.units import MONEY
from govdocs.prose.told import Told

_PERIOD = "个月|工作日|学期|学年|季度|小时|[年月天日周季]"
_THING = "平方米|立方米|平方公里|公里|公顷|千米|人次|户次|台次|车次|辆次|架次|台班|床日|[一-龥㎡]"
_EACH = re.compile(
    rf"每一?(?P<scale>百|千|万)?(?:个?(?P<period>{_PERIOD})(?![一-龥]?均)|个?(?P<thing>{_THING}))"
)
_MEAN = re.compile(
    r"(?P<first>[年月日天]?)(?P<thing>人次|[人户亩村镇乡校生车床次班辆头栋家场件套座处台岗批宗张])(?P<second>[年月日天]?)均(?P<third>每?[年月日天](?!度))?(?!每[人户亩])"
)
_GOES_ON = re.compile(
    r"[、和及与,， ]*$|[^，。；\d]{0,2}(?:提高|上调|调整|提标|增加|降低|下调|调)(?:到|至|为)$"
)
_YIELD = re.compile(r"(?:亩产|单产)(?:量)?[^，。；\d]{0,4}$")
_STANDARD = re.compile(r"(?:标准|单价|均价)(?:统一|均)?(?:为|是|按|：|达到?)?$")
_STANDARD_BEHIND = re.compile(r"的?(?:标准|单价)")
_PER_BEHIND = re.compile(
    rf" *(?:/|每)(?P<thing>{_THING})?(?:[·・./每]?(?P<period>{_PERIOD}))?(?![一-龥]*，?年)"
)
_PERIOD_BEHIND = re.compile(rf"[·・./每](?P<period>{_PERIOD})")
_BETWEEN = 14
_LOOSE = re.compile(
    r"不超过|不低于|不高于|最高|最低|上限|下限|目标|上年|去年|全[国省市]|计划|[由从]|提高|降低|增加|减少|较|比|原"
)
_FIXED = re.compile(r"标准|按|定额|单价|票面")
_SCALES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000)}


@dataclass(frozen=True, eq=False)
class Price:
    """``thing`` is what it is for each of, empty where its words do not say; ``periods`` are those it is paid for."""

    told: Told
    thing: str
    periods: tuple[str, ...]
    mean: bool
    """Whether it may be a rounded mean; a price that is paid by is exact as printed."""
    scale: Decimal = Decimal(1)

    @property
    def kind(self) -> str:
        """The kind of what it makes with a quantity: 8000元/人 makes money."""
        kind = self.told.figure.kind
        return MONEY if kind.startswith("元/") else kind

    @property
    def sure(self) -> bool:
        """Whether its words claim it for what is paid: neither a limit nor what it was before."""
        return not _LOOSE.search(self.told.words)


def prices_of(paragraph: Sequence[Told]) -> dict[int, Price]:
    """The prices of a paragraph by their place in it; 每人30元、20元: the second is for each as well."""
    found: dict[int, Price] = {}
    for at, told in enumerate(paragraph):
        if not told.is_amount or told.figure.unit is None:
            continue
        before = found.get(at - 1)
        price = _price_of(told)
        if (
            price is None and before is not None and _GOES_ON.match(told.words)
            and told.figure.unit == before.told.figure.unit
            and told.figure.sentence == before.told.figure.sentence
        ):  # fmt: skip
            price = Price(told, before.thing, before.periods, before.mean, before.scale)
        if price is not None:
            found[at] = price
    return found


def _price_of(told: Told) -> Price | None:
    figure = told.figure
    text = told.passage.reading.folded
    symbol = figure.unit.symbol if figure.unit else ""
    fixed = bool(_FIXED.search(told.words))
    if "/" in symbol:
        behind = _PERIOD_BEHIND.match(text, figure.span[1])
        thing = symbol.partition("/")[2]
        return Price(told, thing, (behind["period"],) if behind else (), mean=False)
    if (behind := _PER_BEHIND.match(text, figure.span[1])) and (
        behind["thing"] or behind["period"]
    ):
        its = (behind["period"],) if behind["period"] else ()
        return Price(told, behind["thing"] or "", its, mean=False)
    if figure.kind != MONEY and not re.search(r"每|均|亩产|单产", told.words):
        return None
    if "每" in told.words and (price := _of_each(told)):
        return price
    if (mean := _last(_MEAN, told.words)) and len(told.words) - mean.end() <= _BETWEEN:
        periods = tuple(str(p).lstrip("每") for p in mean.group("first", "second", "third") if p)
        return Price(told, mean["thing"], periods, mean=not fixed)
    if figure.kind != MONEY and _YIELD.search(told.words):
        return Price(told, "亩", (), mean=True)
    if figure.kind == MONEY and (
        _STANDARD.search(told.words) or _STANDARD_BEHIND.match(text, figure.span[1])
    ):
        return Price(told, "", (), mean=False)
    return None


def _of_each(told: Told) -> Price | None:
    """每人每月补助600元: what follows the last 每 is short and says no more than that it is paid."""
    marks = list(_EACH.finditer(told.words))
    if not marks or len(told.words) - marks[-1].end() > _BETWEEN:
        return None
    thing, scale = "", Decimal(1)
    periods: list[str] = []
    for mark in marks:
        if mark["period"]:
            periods.append(mark["period"])
        else:
            thing, scale = mark["thing"], _SCALES.get(mark["scale"], Decimal(1))
    mean = "平均" in told.words or "均" in told.words[marks[-1].end() :]
    return Price(told, thing, tuple(periods), mean, scale)


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = list(pattern.finditer(words))
    return found[-1] if found else None

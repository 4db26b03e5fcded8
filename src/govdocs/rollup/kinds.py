"""A proposal for how an indicator is added up, where the form's data does not say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.model.indicator import Kind
from govdocs.model.quantity import read_quantity
from govdocs.model.units import PERCENT, POINT, unit_of


@dataclass(frozen=True, slots=True)
class KindProposal:
    """A kind and the sign that speaks for it; never used before somebody confirms it."""

    kind: Kind
    because: str


_BY_NAME: tuple[tuple[Kind, str], ...] = (
    (Kind.YES_NO, r"是否|有无"),
    (Kind.MAXIMUM, r"最高|最大|最长|最多|峰值"),
    (Kind.MINIMUM, r"最低|最小|最短|最少"),
    (
        Kind.RELATIVE,
        r"率|比例|比重|占比|满意度|人均|户均|亩均|平均|每[^年月日季周]|单价|单位成本|标准|时长|增幅|增长%|下降%",
    ),
    (
        Kind.ABSOLUTE,
        r"数量|个数|人数|次数|户数|件数|项数|家数|项目数|面积|里程|金额|总额|额$|产值|产量|收入|数$|规模|长度",
    ),
)
_WORDS_FOR_RELATIVE = frozenset({PERCENT, POINT})


def propose_kind(name: str, target: str, unit: str = "") -> KindProposal | None:
    """Propose a kind from the indicator's name, target and unit; None where nothing speaks for one.

    Source of the words: facts/forms-and-rules 2.1, rule 9. A target in words makes a
    qualitative indicator, a share a relative one, whatever the name says.
    """
    figure = read_quantity(target) if target else None
    for kind in (Kind.YES_NO,):
        found = _word(kind, name)
        if found or target in ("是", "否"):
            return KindProposal(kind, f"名称含“{found}”" if found else f"指标值为“{target}”")
    if target and figure is None:
        return KindProposal(Kind.QUALITATIVE, f"指标值“{target}”是文字")
    symbol = unit or (figure.unit_symbol if figure else "")
    for kind, pattern in _BY_NAME[1:3]:
        found = _search(pattern, name)
        if found:
            return KindProposal(kind, f"名称含“{found}”")
    if symbol and (unit_of(symbol).kind in _WORDS_FOR_RELATIVE or "/" in symbol):
        return KindProposal(Kind.RELATIVE, f"计量单位为“{symbol}”")
    for kind, pattern in _BY_NAME[3:]:
        found = _search(pattern, name)
        if found:
            return KindProposal(kind, f"名称含“{found}”")
    if symbol:
        return KindProposal(Kind.ABSOLUTE, f"计量单位为“{symbol}”")
    return None


def _word(kind: Kind, name: str) -> str:
    return next(
        (found for k, pattern in _BY_NAME if k is kind and (found := _search(pattern, name))), ""
    )


def _search(pattern: str, name: str) -> str:
    match = re.search(pattern, name)
    return match[0] if match else ""

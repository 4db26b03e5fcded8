"""Offices and self-names of another administrative level: 区财政 or 我市 in the report on a county."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.evaluation.own_region import OwnRegion

_START = r"(?:(?<![一-龥])|(?<=[在由与和及对从向到至经报按据的是为将]))"
_OFFICES = r"商务|财政|教育|民政|农业农村|农业|审计|发改|发展和改革|水利|住建|住房和城乡建设|交通运输|交通|科技|工信|工业和信息化|统计|人社|人力资源和社会保障|卫健|卫生健康|林业|文旅|文化和旅游|自然资源|生态环境|应急|退役军人|乡村振兴|市场监管|税务|公安"
_OFFICE = rf"(?:(?:{_OFFICES})(?:局|部门|资金|预算|所)|级(?:财政|资金|预算|部门|各部门|配套)|财政|人民政府|政府|人大|政协|直(?:部门|单位|各)|属(?:部门|单位|企业))"
_SELF = r"[我本]{level}(?![域级间段块内位别])|(?<![一-龥])全{level}(?![域级间段块内位别])"
_UPWARDS = re.compile(
    r"上级|省、?$|省[、和与及]?|下达|报送|上报|呈报|转报|报请|申报|印发|转发|通知|文件|转移支付|配套|逐级|各级|批复|部署|要求|精神|考核|督查|抽查|排名"
)
"""A sentence that looks up to the level above may name its offices."""
_DUTY = re.compile("[^，。；]{0,60}(?:职责|职能)")
"""Duties that a project is held against are those of the region's own office."""


def strange_levels(text: str, own: OwnRegion) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each office or self-name of a level that a county's report does not have.

    Of the level above (市, for a 县 or 区) only what a sentence binds to the region's own doings
    is taken; a region that is no county, and 区 within an autonomous region, are left alone.
    """
    if not own.level:
        return
    for level in {"县": "区", "区": "县", "市": "县区"}[own.level]:
        if level == "区" and own.in_autonomous:
            continue
        own_name = _SELF.format(level=level)
        office = rf"{_START}{level}{_OFFICE}|(?<=其中){level}{_OFFICE}|副?{level}长(?=审批|签批|同意|主持|批准)"
        for match in re.finditer(f"{own_name}|{office}", text):
            yield match[0], match.span()
    if own.level == "市":
        return
    pattern = rf"[我本]市(?![域级间段块内位别场])|(?:与|由|在|经|向)(?P<office>市{_OFFICE})|分管[一-龥]{{0,8}}副市长"
    for match in re.finditer(pattern, text):
        own_duty = _DUTY.match(text, match.end()) is not None
        if match["office"] and not own_duty and _UPWARDS.search(_sentence(text, match.start())):
            continue
        span = match.span("office") if match["office"] else match.span()
        yield text[slice(*span)], span


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in "。；") + 1
    ends = [end for mark in "。；" if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]

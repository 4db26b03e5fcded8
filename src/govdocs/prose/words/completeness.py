"""Whether the items of a list are by their wording all that its total holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.told import OWNER, Told

_REST = re.compile(r"其他|其余|剩余|另外|余下")
_UNDONE = re.compile(r"^(?:仍|尚|还)?未")
_BOTH = re.compile(r"既.*[又也]|同时|均|都")
"""An item that belongs to two others at once."""
_PAIRS = (
    ("行政", "事业"), ("男", "女"), ("中央", "地方"), ("中央", "省"), ("城镇", "农村"), ("出让", "划拨"),
    ("市级", "县级"), ("省级", "市级"), ("省级", "县级"), ("基本支出", "项目支出"), ("人员", "公用"),
    ("出口", "进口"), ("国有", "集体"), ("新建", "改"), ("线上", "线下"), ("在职", "退休"), ("财政", "自筹"),
    ("结转", "收回"), ("集中", "分散"), ("一般", "专项"), ("左岸", "右岸"), ("上级", "本级"), ("户籍", "非户籍"),
    ("财政", "个人"), ("单位", "个人"), ("集体", "个人"), ("政府", "社会"), ("企业", "个人"), ("建设期", "运营期"),
    ("在编", "编外"), ("在编", "聘"), ("在岗", "离岗"), ("正式", "聘"), ("组团", "随团"),
)  # fmt: skip
_GIVEN = re.compile(r"预算|安排|下达|计划")
_PAID = re.compile(r"到位|拨付|支付|已?支出$|执行")
_STAFF = re.compile(r"行政|参公|事业|工勤|聘|编外|离休|退休|辅警|参照")
"""Kinds of staff: who is on the payroll is one of them."""
ONE_KIND = frozenset("馆校院厂站所园店库车船桥路塘渠井厕类级段岸")
"""Kinds of one thing by their last character: 轿车, 越野车."""
_OVERLAPPING = re.compile(r"[一二三]级指标|类$.*人")
_ANNOUNCED = re.compile(r"^.*(?:其中|包括|分别为|[：:])")
_OTHER_SIGNS = re.compile(r"[^一-龥]+")
_BEHIND = re.compile(r"[^，、；。\d]{1,24}")
MOST_ITEMS = 24


def label_of(told: Told) -> str:
    """What an item is called: the words before its figure, else those behind it."""
    before = _OTHER_SIGNS.sub("", _ANNOUNCED.sub("", told.words))
    if before:
        return before
    behind = _BEHIND.match(told.passage.reading.folded, told.figure.span[1])
    return behind[0] if behind else ""


def is_whole(parts: Sequence[Told]) -> bool:
    """Tell whether the items are all by their names: a rest, a pair, owners of money, kinds of one thing."""
    labels = [label_of(t) + t.figure.noun for t in parts]
    if not all(labels) or len(set(labels)) < len(labels) or _are_no_items(labels):
        return False
    return is_named_whole(parts) or one_series([label_of(t) for t in parts])


def _some_belong_to_both(labels: Sequence[str]) -> bool:
    return any(_BOTH.search(label) for label in labels)


def are_stages(labels: Sequence[str]) -> bool:
    """Tell whether names are stages of one sum and no items: 预算资金260万元，资金到位260万元."""
    given = [bool(_GIVEN.search(label)) for label in labels]
    paid = [bool(_PAID.search(label)) for label in labels]
    pairs = list(zip(given, paid, strict=True))
    return (True, False) in pairs and (False, True) in pairs


def _are_no_items(labels: Sequence[str]) -> bool:
    return are_stages(labels) or _some_belong_to_both(labels)


def is_named_whole(parts: Sequence[Told]) -> bool:
    """Tell whether the names leave nothing over: a rest, a pair, owners of money."""
    labels = [label_of(t) + t.figure.noun for t in parts]
    if not all(labels) or len(set(labels)) < len(labels):
        return False
    if _are_no_items(labels):
        return False
    undone = [bool(_UNDONE.search(label)) for label in labels]
    if _REST.search(labels[-1]) or (undone[-1] and sum(undone) == 1):
        return True
    if len(labels) == 2:
        first, second = labels
        if any((a in first and b in second) or (b in first and a in second) for a, b in _PAIRS):
            return True
    staff = [m[0] for label in labels if (m := _STAFF.search(label))]
    if len(staff) == len(labels) > 2 and len(set(staff)) == len(staff):
        return {"行政", "事业"} <= set(staff)
    owners = [m[0] for label in labels if (m := OWNER.search(label))]
    if len(owners) == len(labels) and "企业" not in owners:
        return len(set(owners)) == len(labels)
    return len(set(owners)) == len(labels)


def one_series(labels: Sequence[str]) -> bool:
    """Tell whether names are kinds of one thing: 三级医院, 二级医院, 未定级医院; people and indicators are not."""
    if any(re.search(r"级指标|人$|员$|户$|党|女|男", label) for label in labels):
        return False
    same_end = len({label[-2:] for label in labels}) == 1
    ends = {label[-1:] for label in labels}
    return (same_end and all(len(label) > 2 for label in labels)) or (
        len(ends) == 1 and ends <= ONE_KIND
    )


def in_hundred(shares: Sequence[ProseFigure]) -> bool:
    """Tell whether the shares of a list add up to 100 percent."""
    return len(shares) > 1 and Interval.total(f.interval for f in shares).meets(
        Interval.exact(Decimal(100))
    )


def counted_items(words: str, items: int, figures: Sequence[ProseFigure]) -> bool:
    """Tell whether the words before a list count its items: 分四个部分：."""
    return any(
        f.counts and f.sort is Sort.MEASURE and f.number == items
        and re.match(r"(?:个|大|项|类)?(?:部分|方面|类|项|块|方向|环节)?[：:，]?", words[-6:]) is not None
        for f in figures
    )  # fmt: skip

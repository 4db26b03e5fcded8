"""Ratios that are named after their two sides: 在职退休比2.40∶1, 收支比为1∶0.97, 师生比1∶13.2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS
from govdocs.prose.reckoning.reach import kin
from govdocs.prose.reckoning.statistics.written import written_at
from govdocs.prose.told import Story, Told

_RATIO = re.compile(
    r"(?P<name>[一-龥]{2,12}?)(?:之)?(?:比例|比重|比值|比率|比)(?:约|为|达到?|是)* *(?P<left>\d+(?:\.\d+)?) *[:：∶] *(?P<right>\d+(?:\.\d+)?)(?![\d:：∶])"
)
_JOINT = re.compile(r"[和与对、]|人员|职工|人数")
_EACH_SIGN = {
    "收": "收入", "支": "支出", "师": "教师", "生": "学生", "医": "医", "护": "护", "存": "存款", "贷": "贷款", "男": "男",
    "女": "女",
}  # fmt: skip
_OTHER = re.compile(r"目标|标准|不低于|不高于|不超过|要求|上年|去年|规定|计划|预算(?!收|支)|增|减")
_ONE = Decimal(1)
_SURE = 0.05
_WINDOW = 20
_MOST = 3


def two_sided_ratios(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every ratio with the last figures told before it under the names of its two sides."""
    for number, paragraph in enumerate(story.told):
        if len(paragraph) < 2:
            continue
        passage = paragraph[0].passage
        text = passage.reading.folded
        if not re.search(r"比[^。]{0,6}\d *[:：∶]", text):
            continue
        for found in _RATIO.finditer(text):
            left, right = Decimal(found["left"]), Decimal(found["right"])
            if _ONE not in {left, right} or left == right:
                continue
            side = "right" if left == _ONE else "left"
            target = written_at(passage, number, found.start(side), found[side])
            if _OTHER.search(text[max(0, found.start() - 4) : found.start(side)]):
                continue
            before = [t for t in paragraph if t.figure.span[1] <= found.start()]
            readings = list(_readings(target, before, found["name"], turned=side == "right"))
            if readings:
                yield readings


def _readings(
    target: Told, before: Sequence[Told], name: str, *, turned: bool
) -> Iterator[Hypothesis]:
    doubt = _SURE
    for first, second in _sides(name):
        ones = [t for t in reversed(before) if t.is_amount and _is_called(t, first, second)][:_MOST]
        others = [t for t in reversed(before) if t.is_amount and _is_called(t, second, first)][
            :_MOST
        ]
        for one in ones:
            for other in others:
                if one is other or not kin(one.figure, other.figure):
                    continue
                pair = (other, one) if turned else (one, other)
                yield Hypothesis(target, pair, _over, doubt, "÷".join)
                doubt = ONLY_HOLDS


def _sides(name: str) -> Iterator[tuple[str, str]]:
    """How a name may be of two sides: 在职与退休, 在职退休, 收支."""
    parts = [part for part in _JOINT.split(name) if part]
    if len(parts) == 2 and min(map(len, parts)) > 1:
        yield parts[0][-4:], parts[1][:4]
        return
    bare = "".join(parts)
    for size in (2, 3):
        if len(bare) >= 2 * size:
            yield bare[-2 * size : -size], bare[-size:]
    if len(bare) >= 2 and bare[-2] in _EACH_SIGN and bare[-1] in _EACH_SIGN:
        yield _EACH_SIGN[bare[-2]], _EACH_SIGN[bare[-1]]


def _is_called(told: Told, name: str, other: str) -> bool:
    return name in told.words[-_WINDOW:] and other not in told.words


def _over(values: Sequence[Interval]) -> Interval | None:
    return values[0].over(values[1]) if values[1].low > 0 else None

"""Points before or behind the months gone by: 截至9月底执行率81.6%，快于序时进度6.6个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.told import Story, Told

_SCHEDULE = re.compile(
    r"(?:[快慢高低]于|超过?|超出|高出|落后于?|滞后于?|领先于?|[比较])(?:全年|年度|预算|平均)?(?:序时|时序|时间)进度(?:要求|目标)?(?:的)?(?:[快慢高低]|提前|滞后|落后|超出)?了?$"
)
_MONTHS = re.compile(
    r"(?<![\d年第])(?:1 *月? *[-~至到] *)(?P<to>\d{1,2}) *月(?! *\d)|(?P<end>\d{1,2}) *月(?:末|底|份(?!前))|(?P<day>\d{1,2}) *月 *(?P<date>\d{1,2}) *日"
    r"|(?P<half>(?<!下)上半年)|(?P<three>前三季度|三季度末|第三季度末)|(?P<one>(?<!第)一季度|第一季度末)|(?P<two>二季度末|第二季度末)",
    re.ASCII,
)
_LAST_DAYS = {3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 2: 28, 1: 31}
_WORDS = {"half": 6, "three": 9, "one": 3, "two": 6}
_ALL = 12
_SURE = 0.01
_LOOSE = 3.0
_FAR = 160


def schedules(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every gap to the months gone by, where the paragraph tells one date that ends a month."""
    for paragraph in story.told:
        for target in paragraph:
            if target.figure.is_points and target.figure.exact and _SCHEDULE.search(target.words):
                months = _months_before(target)
                if months is not None:
                    readings = list(_readings(paragraph, target, months))
                    if readings:
                        yield readings


def _months_before(target: Told) -> int | None:
    """The months that the words before name, in the sentence or else last before it; None where two do."""
    reading = target.passage.reading
    start = reading.layout.sentence_span(target.figure.sentence)[0]
    found = _named(reading.folded[start : target.figure.span[0]])
    if not found:
        found = _named(reading.folded[max(0, start - _FAR) : start])
    return found.pop() if len(found) == 1 else None


def _named(text: str) -> set[int | None]:
    months: set[int | None] = set()
    for match in _MONTHS.finditer(text):
        kind = match.lastgroup
        if kind in {"to", "end"}:
            months.add(int(match[kind]))
        elif kind == "date":
            month = int(match["day"])
            months.add(month if _LAST_DAYS.get(month) == int(match["date"]) else None)
        elif kind is not None:
            months.add(_WORDS[kind])
    return months if all(m is None or 0 < m < _ALL for m in months) else {None}


def _readings(paragraph: Sequence[Told], target: Told, months: int) -> Iterator[Hypothesis]:
    rates = [
        t for t in paragraph
        if t.figure.is_rate and t.figure.exact and t.figure.span < target.figure.span
        and t.figure.sentence == target.figure.sentence
        and t.figure.role is not Role.GROWTH
    ]  # fmt: skip
    for at, rate in enumerate(reversed(rates)):
        likely = at == 0 and target.figure.clause - rate.figure.clause <= 2
        yield Hypothesis(
            target, (rate,), partial(_apart, months=months), _SURE if likely else _LOOSE,
            partial(_shown, months=months),
        )  # fmt: skip


def _apart(values: Sequence[Interval], *, months: int) -> Interval | None:
    """How far a rate is from its months in twelve, which papers round to a digit or two."""
    due = Decimal(100) * months / _ALL
    half = Decimal(0) if due == due.to_integral_value() else Decimal("0.05")
    schedule = Interval(due - half, due + half)
    middle = (values[0].low + values[0].high) / 2
    return values[0].minus(schedule) if middle >= due else schedule.minus(values[0])


def _shown(texts: Sequence[str], *, months: int) -> str:
    return f"{texts[0]}与{months}÷12×100%之差"

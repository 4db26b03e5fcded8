"""Rates, shares, growth and averages of the prose that a row of a table gives: 宣传营销占三年支出的24.77%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.beside_tables.cell_slips import cell_agrees
from govdocs.checks.document.beside_tables.near_cells import of_the_year
from govdocs.checks.document.beside_tables.rows.row_lines import Entry, Line, Lines, core, lines_of
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.interval import Interval, rounded
from govdocs.model.units import MONEY
from govdocs.prose.explained import is_cut
from govdocs.prose.figure import Role
from govdocs.prose.reckoning import is_explained
from govdocs.prose.reckoning.per_unit.averages import average_readings, is_average
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import significant, slip_into

_FEW, _MANY = 3, 4
_SHORTEST = 2
_BACK = 2
_GROWN = re.compile(r"增|比上年|同比|较上年|降|变动")
_TIMES = frozenset({"年数", "月数", "日数"})
_HUNDRED = Interval.exact(Decimal(100))
_RATE = re.compile(r"(?:[一-龥]{0,4}率|进度)(?:仅|为|达到?|是|：|:| )*$")
_OF = re.compile(r"占(?P<whole>[^占，。；]{0,16}?)的?(?:比例|比重)?(?:为|达到?|约|：| )*$")
_OTHERS = re.compile(r"全[国省市县区州盟旗]|同类|同期")
_NO_FACT = re.compile(r"标准|目标|计划|预计|预期|拟|要求|上年|去年|同期|(?:19|20)\d\d *年")
_ACTS = re.compile(r"支出|执行|使用|拨付|安排|完成|支付|到位|总体|实际|预算")
_GENERAL = re.compile(r"总额|总数|总量|总|合计|全部|全年|预算数?$|支出$|收入$|[两三四五]年")


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """A value that cells of a row give, with how it is reckoned; ``shown`` is empty for a cell's own rate."""

    line: Line
    column: int
    true: Interval
    shown: str


def row_quotients(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge rates and averages that one row alone can give: by its name or by the amount told right before."""
    if not subject.regions:
        return
    lines = subject.once(lines_of)
    for sentence in subject.story.sentences():
        if len(sentence[0].passage.path) > _BACK:
            continue  # a cell's own words
        for at, told in enumerate(sentence):
            figure = told.figure
            if figure.is_rate:
                if (
                    figure.exact
                    and significant(figure.number) >= _FEW
                    and figure.role is not Role.TARGET
                ):
                    yield from _judge(subject, told, list(_of_rate(lines, sentence, at)))
            elif figure.kind == MONEY and is_average(told):
                yield from _judge(subject, told, list(_of_average(lines, told)))


def _judge(subject: DocumentSubject, told: Told, readings: list[_Reading]) -> Iterator[Judged]:
    figure = told.figure
    if not readings or not of_the_year(subject, told):
        return
    for one in readings:
        if one.true.meets(figure.interval) or (figure.is_rate and is_cut(figure, one.true)):
            yield cell_agrees(told.cited, one.line.region, one.line.row, one.column)
            return
    near = {_printed(told, one.true): one for one in readings if slip_into(figure, one.true)}
    if len(near) != 1:
        return
    ((shown, one),) = near.items()
    if _tells(subject, told, one) or _is_right(subject, told):
        return
    yield Judged(
        False, (cited_spot(told.cited), cell_spot(one.line.region, one.line.row, one.column)),
        (*cited_held(told.cited), *cell_held(one.line.region.cell(one.line.row.index, one.column))),
        "rate" if one.shown else "near",
        {"label": told.passage.label, "table": one.line.region.table.name,
         "row": one.line.row.label[:24], "column": one.line.region.columns[one.column].last[:16],
         "part": ""},
        expected=shown, actual=figure.text,
        arithmetic=f"{one.shown}＝{shown}" if one.shown else "", level=Level.WARNING,
    )  # fmt: skip


def _tells(subject: DocumentSubject, told: Told, one: _Reading) -> bool:
    """Tell whether the prose states what the row gives elsewhere, so that this figure is another."""
    unit = told.figure.unit
    middle = (one.true.low + one.true.high) / 2 / (unit.factor if unit else 1)
    value = rounded(middle, told.figure.decimals) * (unit.factor if unit else 1)
    return subject.amounts.first(told.figure.kind, value) is not None


def _is_right(subject: DocumentSubject, told: Told) -> bool:
    """Tell whether the prose gives the figure by other amounts."""
    if told.figure.is_rate:
        return is_explained(subject.story, told.cited)
    return any(reading.holds() for reading in average_readings(subject.story, told))


def _printed(told: Told, true: Interval) -> str:
    unit = told.figure.unit
    middle = (true.low + true.high) / 2 / (unit.factor if unit else 1)
    return f"{rounded(middle, told.figure.decimals):f}{unit.symbol if unit else ''}"


def _of_rate(lines: Lines, sentence: tuple[Told, ...], at: int) -> Iterator[_Reading]:
    """By the amount told right before a rate, where few rows hold it; else by the row's name."""
    told = sentence[at]
    part = _part(sentence, at)
    if part is not None and significant(part.figure.number) >= _MANY:
        for line, entry in lines.holding.get((part.figure.kind, part.figure.value), ()):
            yield from _with(lines, told, told.words, line, entry)
        return
    if significant(told.figure.number) < _MANY:
        return
    words = _words(sentence, at)
    name = core(words.rpartition("占")[0] if "占" in words else _RATE.sub("", words))
    if part is not None or len(name) < _SHORTEST or _NO_FACT.search(words):
        return
    named = [line for line in lines.all if _called(line, name)]
    for line in named:
        others = [o for o in named if o.region is line.region]
        if len(others) == 1:
            yield from _with(lines, told, words, line, None)


def _called(line: Line, name: str) -> bool:
    """Tell whether a row bears a name, alone or with what was done with its money behind it."""
    if line.is_total or len(line.name) < _SHORTEST:
        return False
    return name.startswith(line.name) and not _ACTS.sub("", name.removeprefix(line.name))


def _part(sentence: tuple[Told, ...], at: int) -> Told | None:
    """The amount right before a rate, rates between left out."""
    for told in reversed(sentence[max(0, at - _BACK) : at]):
        near = sentence[at].figure.clause - told.figure.clause <= 1
        if told.figure.is_rate or told.figure.kind in _TIMES or not near:
            continue
        changed = told.figure.role is Role.DIFFERENCE and told.figure.exact
        return told if told.stated or changed else None
    return None


def _words(sentence: tuple[Told, ...], at: int) -> str:
    """The words of a rate, with those before a span of years that its base bears (占三年支出的)."""
    words = sentence[at].words
    if at and sentence[at - 1].figure.kind in _TIMES and "占" in sentence[at - 1].words:
        before = sentence[at - 1]
        if before.figure.clause == sentence[at].figure.clause:
            return before.words + before.figure.text + words
    return words


def _with(
    lines: Lines, told: Told, words: str, line: Line, part: Entry | None
) -> Iterator[_Reading]:
    """The rates of a row that a rate's own words can mean."""
    role = told.figure.role
    if role is Role.GROWTH:
        for rate in line.rates:
            if part is not None and _GROWN.search(line.head(rate)):
                yield _cell(line, rate)
        return
    if role is Role.SHARE or "占" in words:
        found = _OF.search(words)
        yield from _shares(lines, line, part, found["whole"] if found else "")
        return
    called = _RATE.search(words)
    if called is None:
        return
    own = plain_label(called[0])[-3:]
    for rate in line.rates:
        if common_stretch(own, line.head(rate)) > 1:
            yield _cell(line, rate)
    for above in line.amounts if part is None else (part,):
        for below in line.amounts:
            if above is not below and above.kind == below.kind and above.value <= below.value:
                yield _ratio(line, above, below, below)


def _shares(lines: Lines, line: Line, part: Entry | None, whole: str) -> Iterator[_Reading]:
    """A row's part of the rows that the words name as the whole, or of the total, in one column."""
    others = _OTHERS.search(whole)
    if others is not None and others[0] not in line.region.table.title:
        return
    name = core(whole)
    named = [
        other for other in lines.of_region[id(line.region)]
        if other is not line and len(other.name) > 1 and len(name) > 1
        and (other.name == name or other.name in name)
    ]  # fmt: skip
    general = not whole or _GENERAL.search(whole) is not None
    for other in named or (lines.totals(line) if general else ()):
        for above in line.amounts if part is None else (part,):
            below = other.amount(above.column)
            if below is not None and above.kind == below.kind and above.value < below.value:
                yield _ratio(line, above, below, above)
    if part is None:
        for rate in line.rates:
            if re.search(r"占|比重|比例|份额", line.head(rate)):
                yield _cell(line, rate)


def _cell(line: Line, rate: Entry) -> _Reading:
    return _Reading(line, rate.column, _interval(rate), "")


def _ratio(line: Line, above: Entry, below: Entry, told: Entry) -> _Reading:
    ratio = _interval(above).over(_interval(below)) or Interval.exact(Decimal(0))
    shown = f"{above.figure.text}÷{below.figure.text}×100%"
    return _Reading(line, told.column, ratio.times(_HUNDRED), shown)


def _interval(entry: Entry) -> Interval:
    if not entry.figure.decimals and entry.factor == 1 and entry.kind != MONEY:
        return Interval.exact(entry.value)
    return entry.figure.interval.scaled(entry.factor)


def _of_average(lines: Lines, told: Told) -> Iterator[_Reading]:
    """Money over a count of the row that is named, or of the total under the heads that are named."""
    words = plain_label(told.words)
    named = [o for o in lines.all if not o.is_total and len(o.name) > _SHORTEST and o.name in words]
    if named:
        for line in named:
            yield from _averages(line, told, whole=False)
        return
    before = plain_label(re.split(r"平均|每|.均", told.words)[0])
    for line in lines.all:
        if line.is_total and (not before or common_stretch(before, line.region.table.title) > 1):
            yield from _averages(line, told, whole=True)


def _averages(line: Line, told: Told, *, whole: bool) -> Iterator[_Reading]:
    words = told.words
    for above in line.amounts:
        if above.kind != MONEY:
            continue
        if whole and common_stretch(plain_label(words), line.head(above)) <= 1:
            continue
        for below in line.amounts:
            if below.kind == MONEY or (whole and not _shared_over(line, below, words)):
                continue
            quotient = _interval(above).over(_interval(below))
            if quotient is not None:
                shown = f"{above.figure.text}÷{below.figure.text}"
                yield _Reading(line, above.column, quotient, shown)


def _shared_over(line: Line, below: Entry, words: str) -> bool:
    """Tell whether an average is named after what a column counts: 户均, 每平方米, 每个小区."""
    symbol = re.sub(r"^[万亿千百十]+", "", below.figure.unit_symbol).replace("㎡", "平方米")
    thing = re.sub(r"数量?$|面积$|人口$", "", line.region.columns[below.column].last)
    if symbol and symbol != "个" and re.search(rf"每{symbol}|{symbol}均", words):
        return True
    return (
        len(thing) > 1
        and re.search(rf"每个?{re.escape(thing)}|{re.escape(thing)}均", words) is not None
    )

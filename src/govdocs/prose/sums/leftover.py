"""Paid and left: on one day both are the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare, printed
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage
from govdocs.prose.sums.told_sums import splits_by_slip
from govdocs.prose.words.period import Period
from govdocs.prose.words.stocks import STOCK

_ACT = r"(?P<act>拨付|支付|支出|发放|使用|下达|兑付|执行)"
_LEFT = re.compile(r"(?:仍余|尚余|剩余|结余|余|尚有|仍有|还有)[^，。；\d]{0,6}$")
_REST = re.compile(r"(?:剩余|结余|仍余|尚余|余下|结转)(?:资金|金额|为|了| )*$")
_SPENT = re.compile(r"(?:支出|拨付|使用|执行|支付|发放|兑付)(?:资金|金额|了|为|数| )*$")
_UNPAID = re.compile(rf"[^，。；\d]{{0,6}}(?:尚未|未){_ACT}")
_PAID = re.compile(
    rf"(?:已|累计|共|实际)(?:累计|共|实际)?{_ACT}(?:了|资金|补贴|金额|到位)*(?:共|约)?$"
)
_TOTAL = re.compile(r"(?:共计|合计|总计|共|总额|总额为|预算|预算为)$")


@dataclass(frozen=True, slots=True)
class _Balance:
    """What a sentence says of one day: total, paid or left, and the act."""

    total: Cited | None
    figure: Cited
    act: str
    day: Period


def leftovers(passages: Sequence[Passage]) -> Iterator[Judgement]:
    """Judge total, paid and left of one day and one act; the total stands in the sentence of one of them."""
    for passage in passages:
        for figures in sentence_figures(passage.reading):
            yield from _in_one_sentence(passage, figures)
    left: list[_Balance] = []
    paid: list[_Balance] = []
    for passage in passages:
        for figures in sentence_figures(passage.reading):
            _collect(passage, figures, left, paid)
    seen: set[tuple[object, object, str, Period]] = set()
    for remainder in left:
        whole = remainder.total.figure.value if remainder.total and remainder.total.figure else None
        rest = remainder.figure.figure.value if remainder.figure.figure else None
        key = (whole, rest, remainder.act, remainder.day)
        if key in seen:
            continue
        seen.add(key)
        same = [p for p in paid if (p.act, p.day) == (remainder.act, remainder.day)]
        values = {p.figure.figure.value for p in same if p.figure.figure}
        total = remainder.total or next((p.total for p in same if p.total), None)
        if len(values) == 1 and total is not None:
            yield from _judge(total, same[0].figure, remainder.figure)


def _in_one_sentence(passage: Passage, figures: list[ProseFigure]) -> Iterator[Judgement]:
    """合计600万元，支出540万元，结余60万元: total, spent and left one after the other."""
    text = passage.reading.folded
    usable = [
        f for f in figures
        if f.sort is Sort.MEASURE and f.exact and f.unit is not None and f.role in {Role.PLAIN, Role.TOTAL, Role.TARGET}
    ]  # fmt: skip
    for at, rest in enumerate(usable):
        if at < 2 or not _REST.search(text[max(0, rest.span[0] - 8) : rest.span[0]]):
            continue
        spent, wholes = usable[at - 1], [f for f in usable[: at - 1] if f.kind == rest.kind]
        if len(wholes) > 1:
            wholes = [f for f in wholes if f.role is Role.TOTAL][-1:]
        if not wholes or spent.kind != rest.kind or rest.clause - spent.clause > 2:
            continue
        if not _SPENT.search(text[max(0, spent.span[0] - 10) : spent.span[0]]):
            continue
        if "其中" in text[wholes[0].span[1] : rest.span[0]]:
            continue
        between = [f for f in usable[: at - 1] if f.span > wholes[0].span and f.kind == rest.kind]
        if between or _SPENT.search(text[max(0, wholes[0].span[0] - 10) : wholes[0].span[0]]):
            continue  # 总计650万元；支出520万元，还本支出45万元，结余85万元; 省级执行126万元，市县执行85万元，结转3万元
        own = text[max(spent.span[1], rest.span[0] - 12) : rest.span[0]]
        if STOCK.search(own) and (
            rest.value > wholes[0].value or not _by_slip(wholes[0], spent, rest)
        ):
            continue
        yield from _judge(
            Cited.of(passage, wholes[0]), Cited.of(passage, spent), Cited.of(passage, rest)
        )


def _by_slip(whole: ProseFigure, spent: ProseFigure, rest: ProseFigure) -> bool:
    """Tell whether the three fit, or fit but for one slip of the hand in one of them."""
    both = spent.interval.plus(rest.interval)
    return both.meets(whole.interval) or splits_by_slip(whole, spent, rest)


def _collect(
    passage: Passage, figures: list[ProseFigure], left: list[_Balance], paid: list[_Balance]
) -> None:
    text = passage.reading.folded
    total: Cited | None = None
    for at, figure in enumerate(figures):
        if figure.sort is not Sort.MEASURE or figure.unit is None or not figure.exact:
            continue
        floor = figures[at - 1].span[1] if at else 0
        before = text[max(floor, figure.span[0] - 20) : figure.span[0]].rstrip()
        unpaid = _UNPAID.match(text, figure.span[1])
        done = _PAID.search(before)
        period = figure.period
        day = period if period is not None and period.day is not None else None
        if _LEFT.search(before) and unpaid and day is not None:
            fits = (
                total is not None and total.figure is not None and total.figure.kind == figure.kind
            )
            own = re.search(r"(?:企业|公司|单位|县|市|区|镇|乡)", before) is None
            if own:
                left.append(
                    _Balance(total if fits else None, Cited.of(passage, figure), unpaid["act"], day)
                )
        elif done and day is not None:
            paid.append(_Balance(total, Cited.of(passage, figure), done["act"], day))
        elif figure.role is Role.TOTAL or _TOTAL.search(before):
            total = Cited.of(passage, figure)


def _judge(total: Cited, paid: Cited, left: Cited) -> Iterator[Judgement]:
    a, b, c = total.figure, paid.figure, left.figure
    if a is None or b is None or c is None or not a.kind == b.kind == c.kind:
        return
    added = b.interval.plus(c.interval)
    holds = added.meets(a.interval)
    together = printed(b.value + c.value, a.unit, max(b.decimals, c.decimals))
    line = f"{bare(b)}＋{bare(c)}＝{together}"
    yield Judgement(
        "leftover",
        holds,
        (left, paid, total),
        expected=printed(a.value - b.value, c.unit, c.decimals),
        actual=c.text,
        arithmetic=line if holds else f"{line}≠{a.text}",
        sureness=Sureness.LIKELY,
        details={"total": a.text, "paid": b.text},
    )

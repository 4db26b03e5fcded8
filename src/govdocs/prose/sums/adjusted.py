"""A budget and what was added to it: 年初预算100万元, 追加20万元, 调整后预算120万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.judgement import Judgement, Sureness, bare, printed
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import slip_into

_FIRST = re.compile(r"(?:年初|原|期初|初始)[^，。；\d]{0,12}$|(?:年初|原)预算[^，。；\d]{0,8}$")
_PLUS = re.compile(r"(?:追加|调增|增加|新增|调整增加|增拨|追增)[^，。；\d]{0,10}$")
_MINUS = re.compile(r"(?:追减|调减|核减|压减|减少|收回|调整减少|扣减)[^，。；\d]{0,10}$")
_WHOLE = re.compile(
    r"(?:总投入|总投资|投资总额|资金总额|总规模|资金总量|总资金)(?:为|达到?|约| )*$"
)
_AFTER = re.compile(r"(?:调整(?:后|预算)|调整为|全年预算|最终预算|变动后)[^，。；\d]{0,14}$")


def adjusted(story: Story) -> Iterator[Judgement]:
    """Judge every budget after its change by the amounts that the sentence names before it."""
    for sentence in story.sentences():
        for at, after in enumerate(sentence):
            if at < 2 or not after.figure.exact or not _AFTER.search(after.words):
                continue
            chain = _chain(sentence[:at], after)
            if chain is not None:
                yield _judged(chain, after)


def pooled(story: Story) -> Iterator[Judgement]:
    """Judge 中央a, 市县b, 总投入c: money named by its owners and the whole of it; one slip explains what is wrong."""
    for sentence in story.sentences():
        for at, total in enumerate(sentence):
            if at < 2 or not total.stated or not _WHOLE.search(total.words):
                continue
            parts = [t for t in sentence[:at] if t.figure.kind == total.figure.kind]
            if not all(t.stated and t.owner for t in parts) or len({t.owner for t in parts}) < 2:
                continue
            text = total.passage.reading.folded[parts[0].figure.span[0] : total.figure.span[0]]
            if len(parts) < 2 or re.search(r"其中|上年|去年|支出|结余", text):
                continue
            chain = [(t, 1) for t in parts]
            judgement = _judged(chain, total)
            added = Interval.total(t.figure.interval for t in parts)
            if (
                judgement.holds
                or slip_into(total.figure, added)
                or any(
                    slip_into(
                        t.figure,
                        total.figure.interval.minus(
                            Interval.total(o.figure.interval for o in parts if o is not t)
                        ),
                    )
                    for t in parts
                )
            ):
                yield replace(judgement, sureness=Sureness.LIKELY)


def _chain(before: tuple[Told, ...], after: Told) -> list[tuple[Told, int]] | None:
    """The first budget and each change with its sign; None where a figure between is neither."""
    chain: list[tuple[Told, int]] = []
    for told in reversed(before):
        figure = told.figure
        if figure.kind != after.figure.kind or figure.depth > after.figure.depth:
            continue
        if "其中" in told.words:
            continue
        if not figure.exact:
            return None
        if _FIRST.search(told.words) and not _PLUS.search(told.words):
            chain.append((told, 1))
            return chain[::-1] if len(chain) > 1 else None
        if _PLUS.search(told.words):
            chain.append((told, 1))
        elif _MINUS.search(told.words):
            chain.append((told, -1))
        else:
            return None
    return None


def _judged(chain: list[tuple[Told, int]], after: Told) -> Judgement:
    total = Interval.total(t.figure.interval.scaled(Decimal(sign)) for t, sign in chain)
    value = sum((t.figure.value * sign for t, sign in chain), Decimal(0))
    unit = after.figure.unit
    alike = all(t.figure.unit == unit for t, _ in chain)
    decimals = max([after.figure.decimals, *(t.figure.decimals for t, _ in chain if alike)])
    line = "".join(
        ("" if not at else "＋" if sign > 0 else "－")
        + (bare(t.figure) if alike else t.figure.text)
        for at, (t, sign) in enumerate(chain)
    )
    shown = printed(value, unit, decimals)
    return Judgement(
        "listed",
        total.meets(after.figure.interval),
        (after.cited, *(t.cited for t, _ in chain)),
        expected=shown,
        actual=after.figure.text,
        arithmetic=f"{line}＝{shown}",
        sureness=Sureness.PROVEN,
    )

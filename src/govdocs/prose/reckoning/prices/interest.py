"""Interest: what a rate a year makes of a sum: 10,000万元，票面利率3.18%，年付利息318万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.model.units import MONEY
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_RATE = re.compile(r"(?:利率|年息|贴息率|费率|收益率|占用费率|票面)[^，。；\d]{0,8}$")
_INTEREST = re.compile(
    r"(?:利息|付息|年息|贴息|息|占用费|手续费|担保费|资金成本|收益)[^，。；\d]{0,8}$"
)
_ALL_YEARS = re.compile(r"存续期|到期|期内|合计|累计|总")
_YEARLY = re.compile(r"年")
_SURE = 0.3
_UNSURE = 3.0
_BOND = re.compile(r"债券?(?:资金)?(?:额度|规模)?(?:约?为|：| )*$")
_HUNDRED = Decimal(100)
_LATER = 1
_RATE_WORDS = re.compile(
    r"^(?:全部|其中)|的?(?:加权)?(?:平均)?(?:年化?)?(?:票面)?(?:利率|费率|收益率)[^，。；]*$"
)
_NAME = 4
_NAMED = 0.1
_FAR = 8


def interest(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every sum of interest with the rate before it and the sums of money that it may be paid on."""
    for paragraph in story.told:
        for at, rate in enumerate(paragraph):
            if not rate.figure.is_rate or not _RATE.search(rate.words):
                continue
            for target in _behind(paragraph, at):
                found = [*_readings(paragraph, at, target), *_of_named(story, rate, target)]
                if found:
                    yield found


def _behind(paragraph: Sequence[Told], at: int) -> Iterator[Told]:
    """The interest told behind a rate, before the next rate."""
    rate = paragraph[at]
    for told in paragraph[at + 1 :]:
        if told.figure.is_rate or told.figure.sentence > rate.figure.sentence:
            return
        if told.figure.kind == MONEY and not told.figure.is_rate and _INTEREST.search(told.words):
            yield told


def _readings(paragraph: Sequence[Told], at: int, target: Told) -> Iterator[Hypothesis]:
    rate = paragraph[at]
    sums = [
        t for t in reversed(paragraph[:at])
        if t.is_amount and t.figure.kind == MONEY and t.figure.value > target.figure.value
        and rate.figure.sentence - t.figure.sentence <= _LATER
    ]  # fmt: skip
    bonds = [t for t in sums if _BOND.search(t.words)]
    its_bond = bonds[0] if len(bonds) == 1 and "票面" in rate.words else None
    spans = [t for t in paragraph if t.figure.sentence == target.figure.sentence]
    for far, principal in enumerate(sums[:4]):
        beside = not far and principal.figure.sentence == rate.figure.sentence
        sure = beside or principal is its_bond
        doubt = _SURE if sure and not _ALL_YEARS.search(target.words) else ONLY_HOLDS
        if not _YEARLY.search(target.words + rate.words):
            doubt *= _UNSURE
        yield _reading(target, principal, rate, Decimal(1), doubt)
        for span in spans:
            if span.figure.kind == "月数":
                likely = _SURE if sure and far == 0 else ONLY_HOLDS
                yield _reading(target, principal, rate, span.figure.number / 12, likely, span)
            elif span.figure.kind == "年数":
                likely = _SURE if sure and _ALL_YEARS.search(target.words) else ONLY_HOLDS
                yield _reading(target, principal, rate, span.figure.number, likely, span)
            elif span.figure.kind == "日数":
                for days in (360, 365):
                    yield _reading(
                        target, principal, rate, span.figure.number / days, ONLY_HOLDS, span
                    )


def _of_named(story: Story, rate: Told, target: Told) -> Iterator[Hypothesis]:
    """On what was told before under the name of the rate: 新增专项债券24.4亿元……新增专项债券加权平均利率为3.15%."""
    name = plain_label(_RATE_WORDS.sub("", rate.words))
    if len(name) < _NAME:
        return
    doubt = _NAMED if _YEARLY.search(target.words + rate.words) else ONLY_HOLDS
    for told in story.before(rate, _FAR):
        if (
            told.stated and told.figure.kind == MONEY and told.figure.value > target.figure.value
            and plain_label(told.words).endswith(name)
        ):  # fmt: skip
            yield _reading(target, told, rate, Decimal(1), doubt)
            doubt = ONLY_HOLDS


def _reading(
    target: Told,
    principal: Told,
    rate: Told,
    years: Decimal,
    doubt: float,
    span: Told | None = None,
) -> Hypothesis:
    return Hypothesis(
        target, (principal, rate), partial(_of, years=years), doubt,
        partial(_shown, span=span.figure.text if span else ""),
    )  # fmt: skip


def _of(values: Sequence[Interval], *, years: Decimal) -> Interval | None:
    sum_of, rate = ((value.low + value.high) / 2 for value in values)
    return Interval.exact(sum_of * rate / _HUNDRED * years)


def _shown(texts: Sequence[str], *, span: str) -> str:
    if span.endswith("月"):
        span += "÷12"
    return "×".join([*texts, span] if span else texts)

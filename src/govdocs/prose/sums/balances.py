"""Spent and left against what was given in a sentence or paragraph before: 到位400万元。…… 支出380万元, 结余20万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.explained import Amounts
from govdocs.prose.judgement import Judgement, Sureness, printed
from govdocs.prose.sums.told_sums import splits_by_slip
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_other_accounts
from govdocs.prose.words.stocks import STOCK

_LEFT = re.compile(
    r"(?<!上年)(?<!年初)(?:结余|节余|结转|结存|剩余|尚余|仍余|余|尚有|还有|未支[出付]|未拨付|未使用|未执行)(?:结余|结转|资金|金额|数|为|了|的|：| )*$"
)
_UNSPENT = re.compile(r"[^，。；\d]{0,4}(?:尚未|未)(?:支付|拨付|支出|使用|执行|兑付|分配|下达)")
_SPENT = re.compile(
    r"(?:支出|支付|拨付|使用|执行|发放|兑付|报账|结算|兑现|提款|完成投资)[^，。；、\d]{0,14}$"
)
_GIVEN = re.compile(r"预算|下达|到位|安排|投入|总投资|资金总|总额|合计|共|总计|筹集|收入|总计")
_INCOME = re.compile(r"收入(?!总[计额])")
_SOME = re.compile(r"第.{1,2}批|首批|本批|部分|季度|[上下]半年")
_APART = re.compile(r"其中|上年|历年|以前年度|年初|利息")


def balances(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge what is left by what was given before; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        for at, left in enumerate(sentence):
            if not left.stated or not _is_left(left):
                continue
            spent = _spent(story, sentence, at)
            if spent is None or spent.figure.kind != left.figure.kind:
                continue
            yield from _judge(story, amounts, spent, left)


def _is_left(told: Told) -> bool:
    text = told.passage.reading.folded
    if _APART.search(told.words):
        return False
    return bool(_LEFT.search(told.words) or _UNSPENT.match(text, told.figure.span[1]))


def _spent(story: Story, sentence: tuple[Told, ...], at: int) -> Told | None:
    """The nearest spent amount before, in the sentence; else the one that ends the sentence before it."""
    left = sentence[at]
    reading = left.passage.reading
    for told in story.before(left, reach=0):
        if told.figure.kind != left.figure.kind or told.figure.is_rate:
            continue
        if left.figure.sentence - told.figure.sentence > 1 or not told.stated:
            return None
        between = reading.folded[told.figure.span[1] : left.figure.span[0]]
        if _APART.search(between):
            return None
        return told if _SPENT.search(told.words) else None
    return None


def _judge(story: Story, amounts: Amounts, spent: Told, left: Told) -> Iterator[Judgement]:
    both = spent.figure.interval.plus(left.figure.interval)
    possible: list[Told] = []
    others: list[Told] = []
    for told in story.before(spent):
        if not told.stated or told.figure.kind != spent.figure.kind:
            continue
        if of_other_accounts(told.cited, spent.cited):
            continue
        if told.figure.interval.meets(both) or any(
            told.figure.interval.plus(other.figure.interval).meets(both) for other in others
        ):
            yield _judgement(told, spent, left, holds=True)
            return
        others.append(told)
        fits = _GIVEN.search(told.named) and not _SPENT.search(told.words)
        if (
            fits
            and (not spent.owner or told.owner == spent.owner)
            and told.figure.value > spent.figure.value
        ):
            possible.append(told)
    if STOCK.search(left.words) and _INCOME.search(" ".join(t.words for t in possible)):
        return  # what is left of all years is no part of one year's income
    if amounts.has(spent.figure.kind, both) or _SOME.search(spent.words):
        return
    for told in sorted(possible[:4], key=lambda t: bool(t.owner) and not spent.owner):
        if splits_by_slip(told.figure, spent.figure, left.figure):
            yield _judgement(told, spent, left, holds=False)
            return


def _judgement(total: Told, spent: Told, left: Told, *, holds: bool) -> Judgement:
    a, b, c = total.figure, spent.figure, left.figure
    line = f"{b.text}＋{c.text}＝{a.text}" if holds else f"{b.text}＋{c.text}≠{a.text}"
    return Judgement(
        "leftover",
        holds,
        (left.cited, spent.cited, total.cited),
        expected=printed(a.value - b.value, c.unit, c.decimals),
        actual=c.text,
        arithmetic=line,
        sureness=Sureness.LIKELY,
        details={"total": a.text, "paid": b.text},
    )

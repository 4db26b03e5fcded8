"""Shares of a whole that another sentence names: 支出3359万元。…… 住院支出占全部支出的68%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.divided import judged_percentage
from govdocs.prose.explained import Amounts, is_rate_of
from govdocs.prose.judgement import Judgement
from govdocs.prose.list_heads import head_of_list
from govdocs.prose.rates.rate_slips import fits_by_slip
from govdocs.prose.rates.share_binding import in_row
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_HUNDRED = Interval.exact(Decimal(100))
_OF = re.compile(
    r"(?P<part>[^，。；：]*?)(?:约|仅|只)?占(?!比|地|用)(?:到|了)?(?P<whole>[^，。；：\d]{0,24}?)(?:的)?(?:比例|比重|比|份额)?(?:为|达到?|约|：| )*$"
)
_WHOLE = re.compile(
    r"^(?:全部|全年|全[省市县区]|本年度?|当年|总|所有|已)|(?:总额|总量|总数|总计|合计|预算|决算|数|额|的)$"
)
_REACH = 8
_FEW = 2


def shares_of_earlier(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge shares by the whole that their words name; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        for at, share in enumerate(sentence):
            if not share.figure.is_rate or not share.figure.exact:
                continue
            found = _OF.search(share.words)
            row = [t.figure for t in sentence]
            if found is None or in_row(share.passage.reading, row, at):
                continue
            part = _part(story, sentence, at, found["part"])
            if part is not None:
                yield from _judge(story, amounts, share, part, found["whole"])


def _part(story: Story, sentence: tuple[Told, ...], at: int, words: str) -> Told | None:
    """The amount right before the share; the one of that name where the clause names it."""
    share = sentence[at]
    name = plain_label(words)
    if len(name) >= _FEW:
        named = [
            t for t in story.before(share, reach=1)
            if t.stated and common_stretch(plain_label(t.words), name) >= max(_FEW, len(name) - 1)
        ]  # fmt: skip
        if not named:
            return None
        shortest = min(abs(len(plain_label(t.words)) - len(name)) for t in named)
        best = [t for t in named if abs(len(plain_label(t.words)) - len(name)) == shortest]
        return best[0] if len({t.figure.value for t in best}) == 1 else None
    if not at:
        return None
    reading = share.passage.reading
    for told in reversed(sentence[:at]):
        apart = reading.folded[told.figure.span[1] : share.figure.span[0]]
        if "；" in apart or share.figure.clause - told.figure.clause > 3:
            return None
        if told.stated and not told.words.startswith("占"):
            head = head_of_list([t.figure for t in sentence[: sentence.index(told) + 1]])
            return told if head is None else sentence[head]
        if not told.figure.is_rate and not told.words.startswith("占"):
            return None
    return None


def _judge(
    story: Story, amounts: Amounts, share: Told, part: Told, whole: str
) -> Iterator[Judgement]:
    name = plain_label(whole)
    while (cut := _WHOLE.sub("", name)) != name:
        name = cut
    earlier = [
        t for t in story.before(share, _REACH)
        if t.stated and t is not part and t.figure.kind == part.figure.kind
        and t.figure.value >= part.figure.value > 0
    ]  # fmt: skip
    if len(name) < _FEW:
        return
    named = [t for t in earlier if _is_called(t, name)]
    for told in named:
        if is_rate_of(part.figure.interval, told.figure.interval, share.figure):
            yield judged_percentage("share", share.cited, part.cited, told.cited, holds=True)
            return
    if amounts.explains_rate(part.figure, share.figure):
        return
    possible: list[Told] = []
    for told in named:
        if all(t.figure.value != told.figure.value for t in possible):
            possible.append(told)
    for told in possible[:2]:
        if fits_by_slip(share.figure, part.figure, told.figure):
            yield judged_percentage("share", share.cited, part.cited, told.cited, holds=False)
            return


def _is_called(told: Told, name: str) -> bool:
    called = plain_label(told.words) + told.figure.noun
    common = common_stretch(called, name)
    return common == len(name) or (common >= 3 and common >= len(name) - 1)

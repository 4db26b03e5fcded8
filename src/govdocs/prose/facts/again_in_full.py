"""What must be one value twice: 应到位N万元，实际到位N万元，到位率100%; 其余29个问题, 尚未整改到位的29个问题."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.near_miss import one_slip_apart, telling_digits

_DUE = re.compile(r"(?:应|计划|预算|预计|下达|安排|核定|批复|指标|目标|任务|全年)[^，。；]{0,12}$")
_DONE = re.compile(
    r"^[，,、；; ]*(?:截至[^，。；]{1,12}[，,])?(?:资金)?(?:已|均|全年|年内|当年|累计|实际)*(?:资金)?(?:到位|执行|支出|支付|拨付|拨入|收到|使用|完成|发放|兑付|下达|落实|实施|建成)(?:资金|数|额|金额)?(?:为|了|共|：|: )* *$"
)
_IN_FULL = re.compile(
    r"^[，,、；; ]*(?:资金|预算|总体?|综合)?(?:到位|执行|支出|支付|拨付|使用|完成|发放|兑付|落实)(?:率|比例)(?:均?为|达到?了?|是|：|: )* *$"
)
_UNDONE = re.compile(
    r"(?:尚未|仍未|还未|未|没有)(?:按期|完全|全部)?(?:完成)?(?:整改|完成|办结|销号|到位|解决|落实|验收|归还|收回)(?:到位|完成|完毕|到底)?(?:的)? *$"
)
_REST = re.compile(
    r"(?:其余|剩余|余下|尚有|还有|仍有|尚未[^，。；\d]{0,6}|未(?:整改|完成|办结|到位|销号)[^，。；\d]{0,4})(?:的)? *$"
)
_THING = re.compile(r" *(?:个|项|件|条|处|起)?(?P<thing>[一-龥]{1,6})")
_DIGITS = 4


def again_in_full(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge what came in full by what was due, and rests that are counted once more."""
    rests: dict[tuple[str, str], list[Told]] = {}
    for sentence in story.sentences():
        for at, one in enumerate(sentence):
            if at + 2 < len(sentence):
                yield from _in_full(sentence[at : at + 3], amounts)
            if one.stated and one.figure.counts:
                yield from _rest(one, rests)


def _in_full(three: tuple[Told, ...], amounts: Amounts) -> Iterator[Judgement]:
    """What was due and what came are one amount where the rate between them is 100%."""
    due, done, rate = three
    if not (rate.figure.is_rate and rate.figure.number == 100 and rate.figure.exact):
        return
    if not (due.stated and done.stated) or due.figure.unit != done.figure.unit:
        return
    text = done.passage.reading.folded
    between = text[due.figure.span[1] : done.figure.span[0]]
    behind = text[done.figure.span[1] : rate.figure.span[0]]
    if not (_DUE.search(due.words) and _DONE.match(between) and _IN_FULL.match(behind)):
        return
    a, b = due.figure, done.figure
    if a.value == b.value:
        yield told_twice(done, due, "应到位与实际到位", holds=True)
        return
    if not one_slip_apart(a.number, b.number) or telling_digits(a.value, b.value) < _DIGITS:
        return
    known = amounts.stated[b.kind, b.value] > 1 >= amounts.stated[a.kind, a.value]
    doubted, other = (due, done) if known else (done, due)
    yield told_twice(doubted, other, "按100%所对应的数", holds=False)


def _rest(one: Told, rests: dict[tuple[str, str], list[Told]]) -> Iterator[Judgement]:
    """尚未整改到位的29个问题 are the 其余29个问题 of before, where only one number was told so."""
    behind = _THING.match(one.passage.reading.folded, one.figure.span[1])
    if behind is None or one.figure.unit is None:
        return
    if not _REST.search(one.words) and not _UNDONE.search(one.words):
        return
    key = one.figure.unit.symbol, behind["thing"][:2]
    earlier = rests.setdefault(key, [])
    same = [
        other for other in earlier
        if not of_different_things(one.passage, other.passage)
        and not of_each_and_of_all(one.cited, other.cited)
        and of_one_account(one.cited, other.cited)
    ]  # fmt: skip
    values = {other.figure.number for other in earlier}
    if _UNDONE.search(one.words) and len(values) == 1 and same:
        holds = same[0].figure.number == one.figure.number
        if holds or one_slip_apart(same[0].figure.number, one.figure.number):
            yield told_twice(one, same[0], behind["thing"], holds=holds)
    earlier.append(one)

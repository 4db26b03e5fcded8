"""Percentages whose two amounts were told before, in other sentences, under the names that the words give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import bearers, is_head
from govdocs.prose.reckoning.percentages.in_rows.whole_by_sum import whole_by_sum
from govdocs.prose.reckoning.percentages.quotients import first_of_all, first_of_all_shown, ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told

_BOTH = re.compile(
    r"^[，、；：（ ]*(?P<part>[^，。；：\d]{2,16}?)(?:约|仅|只|均|分别)*(?:占到?|相当于|等于|为|是|达到?)"
    r"(?P<whole>[^，。；：\d]{2,16}?)的(?:比[例重])?(?:约|仅|只|为|达到?)*$"
)
_PART = re.compile(
    r"^[，、；：（ ]*(?P<part>[^，。；：\d]{2,16}?)(?:所|约|仅|只|均)*占(?!比?其)"
    r"(?:比[例重]?)?(?:预计|将|仅|约|只|为|达到?|提高到|提升到|上升到|下降到|降到|提高至|提升至|上升至|降至|：|的)*$"
)
_OF_KIND = re.compile(
    r"^(?:涉及)?(?P<kind>金额|资金|投资|[^，。；：\d]{0,2}(?:数|面积))(?:所)?占(?:比[例重]?)?[为约达：]*$"
)
_OF_IT = re.compile(r"^的(?:比[例重])?(?:约|为|达到?)*$")
_BASE = re.compile(r"占|相当于|完成|为|达到?|[比较]")
_OF_SORT = re.compile(r"(?<=[一-龥]{2})(?:专项|类|领域|方面|支出|资金|收入|部分|项目)$")
"""农林水专项 may be the 农林水 of a list."""
_FAR = 12
_ANYWHERE = 100
_LEAST_IN_ROW = 3
_NEAR = 2
_MOST = 4


def named_before(story: Story, target: Told) -> Iterator[Hypothesis]:
    """X占Y的53.4%, X相当于Y的17%, X占60%: both told before, or the part and what it is a part of."""
    words = target.words
    yield from _of_one_kind(story, target)
    yield from _inline(story, target)
    both = _BOTH.match(words)
    if both is not None:
        yield from _both(story, target, both["part"], both["whole"])
        return
    part = _PART.match(words)
    if part is not None:
        yield from _of_its_list(story, target, part["part"])


def _inline(story: Story, target: Told) -> Iterator[Hypothesis]:
    """上缴税费18.60亿元，同比增长8.1%，占税收收入156.40亿元的11.9%: growth between does not part them."""
    if not _OF_IT.match(target.words):
        return
    own = [
        t for t in sentence_of(story, target)
        if t.figure.span < target.figure.span and t.figure.depth <= target.figure.depth
    ]  # fmt: skip
    if len(own) < 2 or not is_amount(own[-1]) or not _BASE.search(own[-1].words):
        return
    whole = own[-1]
    parts = [
        t for t in own[:-1]
        if is_amount(t) and kin(t.figure, whole.figure) and stands_alone(t) and not _BASE.search(t.words)
    ]  # fmt: skip
    if parts:
        yield ratio_of(target, parts[-1], whole, 0.1 if len(parts) == 1 else 0.3)


def _both(story: Story, target: Told, part: str, whole: str) -> Iterator[Hypothesis]:
    wholes = _nearest(story, target, whole, ()) or _limits(story, target, whole)
    parts = _nearest(story, target, part, wholes)
    pairs = [
        (a, b) for a in parts for b in wholes
        if a is not b and kin(a.figure, b.figure) and a.figure.kind != "分"
    ]  # fmt: skip
    alone = len(pairs) == 1
    for at, (a, b) in enumerate(pairs):
        yield ratio_of(target, a, b, 0.05 if alone else 0.2 if at == 0 else 2.0)


def _nearest(story: Story, target: Told, words: str, but: Sequence[Told]) -> list[Told]:
    """The bearers of a name a few paragraphs above, or else anywhere before where just one value bears it."""
    near = bearers(story, target, words, _FAR, but)[:_MOST]
    if near:
        return near
    anywhere = bearers(story, target, words, _ANYWHERE, but)
    return anywhere if len(anywhere) == 1 else []


def _limits(story: Story, target: Told, whole: str) -> list[Told]:
    """控制在限额295.36亿元以内: a limit is an amount of its own, though 以内 loosens what it bounds."""
    if not whole.endswith("限额"):
        return []
    return [
        t for t in story.before(target, _NEAR)
        if t.figure.kind == MONEY and "限额" in t.words and is_head(t)
    ][:1]  # fmt: skip


def _of_its_list(story: Story, target: Told, name: str) -> Iterator[Hypothesis]:
    """中央资金占80%: of what its list makes up, of what 其中 divides, or of what its own sentence tells."""
    near = bearers(story, target, name, _NEAR) or bearers(
        story, target, _OF_SORT.sub("", name), _NEAR
    )
    beside = [
        t for t in before(story, target, 0)
        if t.figure.sentence == target.figure.sentence and is_head(t) and t not in near
    ]  # fmt: skip
    if len(beside) == 1 and near and "其中" in target.words and not _before_it(near, beside[0]):
        for part in near[:_MOST]:
            if kin(part.figure, beside[0].figure) and part.figure.value < beside[0].figure.value:
                yield ratio_of(target, part, beside[0], 0.05 if len(near) == 1 else 0.3)
        return
    if len(near) != 1:
        return
    part = near[0]
    if part.figure.kind == "分":
        return
    whole = whole_by_sum(story, part, part)
    if whole is not None:
        yield ratio_of(target, part, whole, 0.02)
        return
    if is_head(part):
        yield from _of_row(story, target, part)
        return
    heads = [
        t for t in sentence_of(story, part)
        if t.figure.span < part.figure.span and is_head(t) and is_amount(t)
        and kin(t.figure, part.figure) and t.figure.value > part.figure.value
    ]  # fmt: skip
    if len({t.figure.value for t in heads}) == 1:
        yield ratio_of(target, part, heads[0], 0.04)


def _before_it(parts: list[Told], whole: Told) -> bool:
    """Tell whether some part is told before the whole in its sentence: then it need not be of it."""
    return any(
        (t.number, t.figure.sentence) == (whole.number, whole.figure.sentence) for t in parts
    )


def _of_row(story: Story, target: Told, part: Told) -> Iterator[Hypothesis]:
    """资金来源为：中央7512万元，省级1314万元，县级375万元。中央资金占80%: of all that the sentence lists."""
    row = [
        t for t in sentence_of(story, part)
        if is_amount(t) and t.figure.kind == part.figure.kind and t.figure.depth == part.figure.depth
    ]  # fmt: skip
    if len(row) < _LEAST_IN_ROW or any(t.figure.role is Role.TOTAL for t in row):
        return
    others = [t for t in row if t is not part]
    yield Hypothesis(target, (part, *others), first_of_all, 0.08, first_of_all_shown)


def _of_one_kind(story: Story, target: Told) -> Iterator[Hypothesis]:
    """抽查38笔12640万元，有11笔3286万元超期，金额占26%: the two amounts of the kind that the word tells."""
    found = _OF_KIND.match(re.sub(r"[^一-龥]|其中", "", target.words))
    if found is None:
        return
    own = [
        t for t in before(story, target, 0)
        if t.figure.sentence == target.figure.sentence and _is_of_kind(t, found["kind"])
    ][:2]  # fmt: skip
    if len(own) == 2 and own[1].figure.value > own[0].figure.value:
        yield ratio_of(target, own[0], own[1], 0.02)


def _is_of_kind(told: Told, kind: str) -> bool:
    if kind in {"金额", "资金", "投资"}:
        return told.figure.kind == MONEY
    unit = told.figure.unit.symbol if told.figure.unit else ""
    if kind.endswith("面积"):
        return unit.endswith(("亩", "公顷", "平方米", "平方公里"))
    return unit[-1:] == kind[:-1][-1:] and bool(unit)

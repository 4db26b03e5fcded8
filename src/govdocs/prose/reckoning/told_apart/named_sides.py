"""Differences of two amounts that are named, and told before: 余额比限额低6072万元; 与生态畜牧投入之差19.3万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_BESIDE = re.compile(
    r"与(?P<other>[^，。；、\d]{2,18}?)(?:之间)?(?:的?差额|之差|的差|相差|轧差|相比[多少高低])(?:为|达|是)?$"
)
_NAMED = re.compile(
    r"(?P<one>[^，。；、\d]{2,18}?)(?:[比较](?P<other>[^，。；、\d]{2,16}?)(?:低|少|高|多|大|小|短少|短缺|超出?|节约|节省)了?"
    r"|[与和](?P<second>[^，。；、\d]{2,16}?)(?:相抵后?|轧抵后?|相减后?|之差|的差额|相差)(?:，?(?:结余|净额|为|是|缺口|净结余))?)(?:为|达|出)?$"
)
_TIME = re.compile(r"上年|去年|上期|同期|年初|前年|往年|平均|均值|\d")
_HELD = re.compile(r"上年|去年|同期|[比较][^，。；]*$|年初")
_INTEREST = re.compile(r"本息(?:合计|共计|总额|总计|共)?(?:应?[付还])?(?:为|达|约)?$")
_LENT = re.compile(r"本金|债券|贷款|借款|发行|融资|授信")
_FAR = 3
_NAME = 2
_OTHERS = 6


def named_sides(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every difference between named amounts, and every 本息合计, with what bears the names."""
    for paragraph in story.told:
        for target in paragraph:
            if not is_amount(target) or len(target.words) < _NAME + 1:
                continue
            if _INTEREST.search(target.words):
                found = list(_with_interest(story, target))
            else:
                found = list(_differences(story, target))
            if found:
                yield found


def _differences(story: Story, target: Told) -> Iterator[Hypothesis]:
    beside = _BESIDE.search(target.words)
    named = None if beside and beside.start() == 0 else _NAMED.search(_clause(target))
    near = [
        t for t in story.before(target, _FAR)
        if is_amount(t) and kin(t.figure, target.figure) and t.figure.role is not Role.DIFFERENCE
    ]  # fmt: skip
    if beside and beside.start() == 0:
        one = near[0] if near and near[0].figure.sentence == target.figure.sentence else None
        other = _bearer(near[1:], beside["other"])
    elif named and not _TIME.search(named[0]):
        second = named["other"] or named["second"]
        one = _bearer(near, named["one"])
        other = _bearer([t for t in near if t is not one], second)
    else:
        return
    if one is None or other is None or one.figure.value == other.figure.value:
        return
    yield difference_of(target, one, other, 0.1)
    for first, second_ in combinations(near[:_OTHERS], 2):
        if {first, second_} != {one, other}:
            yield difference_of(target, first, second_, 5.0)


def _clause(target: Told) -> str:
    """The words of the clause before the target, a comma before 结余 and the like passed over."""
    reading = target.passage.reading
    start = reading.layout.clause_starts[max(0, target.figure.clause - 1)]
    text = reading.folded[start : target.figure.span[0]].rstrip()
    return text if "相抵" in text or "轧抵" in text else target.words


def _bearer(near: Sequence[Told], name: str) -> Told | None:
    """The nearest amount that is called by the name: 债务余额 by 余额, 生态畜牧 by 生态畜牧投入."""
    wanted = plain_label(name)
    if len(wanted) < _NAME:
        return None
    for fits in (_ends_alike, _is_called):
        for told in near:
            label = plain_label(told.words)
            if len(label) >= _NAME and not _HELD.search(told.words) and fits(label, wanted):
                return told
    return None


def _ends_alike(label: str, wanted: str) -> bool:
    return label.endswith(wanted) or (len(label) > _NAME and wanted.endswith(label))


def _is_called(label: str, wanted: str) -> bool:
    least = min(4, len(wanted), len(label))
    return least > _NAME and common_stretch(label, wanted) >= least


def _with_interest(story: Story, target: Told) -> Iterator[Hypothesis]:
    """本息合计: the interest told last, and what was lent, as one sum or as the parts of one sentence."""
    near = [
        t for t in story.before(target, _FAR)
        if is_amount(t) and t.figure.kind == target.figure.kind and t.figure.value < target.figure.value
    ]  # fmt: skip
    interest = next((t for t in near if "息" in t.words), None)
    if interest is None:
        return
    lent = [t for t in near if t is not interest and "息" not in t.words]
    named = [t for t in lent if _LENT.search(t.words)]
    doubts = {named[0]: 0.1} if named else {}
    for told in lent[:_OTHERS]:
        yield plus(target, (told, interest), doubts.get(told, 3.0))
    own = [
        t
        for t in lent
        if t.figure.sentence == target.figure.sentence - 1 and t.number == target.number
    ]
    if len(own) > 1:
        yield plus(target, (*own[::-1], interest), 0.3)

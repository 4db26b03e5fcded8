"""One measure, one time, two values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.prose.facts.ledger import Ledger
from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.facts.wholes import of_other_wholes
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.words.accounts_of_figures import granted_alone, of_one_account
from govdocs.prose.words.near_miss import one_slip_apart

_ACT = re.compile(
    r"(?:共|累计|先后|全年)?(?:支持|安排|补助|补贴|服务|协助|帮助|覆盖|培训|建设|新建|开展|组织|发放|下达|拨付|投入|带动|扶持|资助|涉及|惠及|投资|采购)"
)

_ANYBODYS = re.compile(
    r"(?:预算|资金|项目|专项|财政|整体|综合|服务对象|群众|企业|受益)*(?:执行|到位|支付|支出|拨付|完成|合格|达标|及时|准确|使用|覆盖|验收|满意)(?:率|度|额|数)|综合得分|项目资金|(?:收入|支出|收支|资金|投资)(?:总量|总计|合计|总额|规模|余额)|总收入|总支出|总投资"
)
"""Measures that every project of a paper has its own of."""

MOST_VALUES = 3
"""A phrase with more values than this names many things, not one that is told differently."""


def same_measures(ledger: Ledger) -> Iterator[Judgement]:
    """Judge every measure that the paper states more than once for one subject and time."""
    for (_, measure, _, period), entered in ledger.entries.items():
        for cited in _by_topic(measure, entered):
            yield from _judge(measure, str(period), cited)


def _by_topic(measure: str, entered: tuple[Cited, ...]) -> list[tuple[Cited, ...]]:
    """An act (支持出口企业) or a rate of execution is one fact within one section only."""
    if not _ACT.match(measure) and not _ANYBODYS.fullmatch(measure):
        return [entered]
    groups: defaultdict[tuple[object, ...], list[Cited]] = defaultdict(list)
    for cited in entered:
        groups[cited.passage.headings or cited.passage.path].append(cited)
    return [tuple(group) for group in groups.values()]


def _judge(measure: str, period: str, cited: tuple[Cited, ...]) -> Iterator[Judgement]:
    values = {c.figure.value for c in cited if c.figure is not None}
    if len(cited) > 1 and len(values) <= MOST_VALUES:
        apart = _apart(cited)
        if apart is None:
            yield Judgement("same", True, cited)
            return
        one, other = apart
        if one.passage is other.passage and _one_sentence(one, other):
            return
        if of_different_things(one.passage, other.passage) or of_each_and_of_all(one, other):
            return
        if not of_one_account(one, other) or of_other_wholes(one, other):
            return
        assert one.figure is not None
        assert other.figure is not None
        if granted_alone(one, other) and not one_slip_apart(one.figure.number, other.figure.number):
            return
        alike = (
            one.figure.unit == other.figure.unit and one.figure.decimals == other.figure.decimals
        )
        cut = not alike and (
            one.figure.truncated.meets(other.figure.interval)
            or other.figure.truncated.meets(one.figure.interval)
        )
        yield Judgement(
            "cut" if cut else "same",
            False,
            (other, one, *(c for c in cited if c is not one and c is not other)),
            expected=one.text,
            actual=other.text,
            sureness=Sureness.LIKELY,
            details={"measure": measure, "period": period},
        )


def _one_sentence(one: Cited, other: Cited) -> bool:
    """Two values in one sentence are a comparison or a list more often than a slip."""
    assert one.figure is not None
    assert other.figure is not None
    return one.figure.sentence == other.figure.sentence


def _apart(cited: tuple[Cited, ...]) -> tuple[Cited, Cited] | None:
    """The first two figures that cannot be one value; the earlier, or more frequent, comes first."""
    groups: list[list[Cited]] = []
    for one in cited:
        assert one.figure is not None
        for group in groups:
            head = group[0].figure
            if head is not None and head.agrees(one.figure):
                group.append(one)
                break
        else:
            groups.append([one])
    if len(groups) < 2:
        return None
    groups.sort(key=len, reverse=True)
    return groups[0][0], groups[1][0]

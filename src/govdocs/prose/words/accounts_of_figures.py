"""The accounts that a figure of a paper belongs to, by its paragraph and by the headings above it."""

from __future__ import annotations

import re

from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.accounts import differ, exclude, first_named

_GRANTED = re.compile(r"财政拨款|一般公共预算|政府性基金|国有资本经营|当年拨款|[本同]级财力")
"""Words for a part of a unit's money: its 基本支出 is not all that the unit spends so."""


def accounts_of(cited: Cited) -> tuple[str, ...]:
    """The account of each family that was named last before the figure: its paragraph, then its headings."""
    return _at(cited.passage, cited.span[0])


def of_other_accounts(one: Cited, other: Cited) -> bool:
    """Tell whether two figures stand in accounts of which each has its own: 一般公共预算, 政府性基金."""
    return exclude(accounts_of(one), accounts_of(other))


def of_one_account(one: Cited, other: Cited) -> bool:
    """Tell whether two figures can be one fact by their accounts: the whole debt is not the 一般债务."""
    return not differ(accounts_of(one), accounts_of(other))


def _at(passage: Passage, end: int) -> tuple[str, ...]:
    reading = passage.reading
    start, _ = reading.layout.sentence_span(reading.layout.sentence_at(end))
    return first_named(
        reading.folded[start:end], reading.folded[:start], *reversed(passage.headings)
    )


def granted_alone(one: Cited, other: Cited) -> bool:
    """Tell whether just one of two figures is told of money granted: 基本支出 beneath 一般公共预算财政拨款."""
    return _is_granted(one) != _is_granted(other)


def _is_granted(cited: Cited) -> bool:
    reading = cited.passage.reading
    start, _ = reading.layout.sentence_span(reading.layout.sentence_at(cited.span[0]))
    return _GRANTED.search(reading.folded, start, cited.span[0]) is not None or any(
        _GRANTED.search(heading) for heading in cited.passage.headings
    )

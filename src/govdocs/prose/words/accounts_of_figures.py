"""The accounts that a figure of a paper belongs to, by its paragraph and by the headings above it."""

from __future__ import annotations

from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.accounts import differ, exclude, first_named


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

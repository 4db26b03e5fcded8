"""Whether a figure that a rule calls wrong is right by another reading of the same words."""

from __future__ import annotations

from govdocs.prose.figure import Role
from govdocs.prose.judgement import Cited
from govdocs.prose.reckoning.nearness import Rough, some_growth, some_share
from govdocs.prose.reckoning.percentages.percentages import is_explained_percentage
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of
from govdocs.prose.reckoning.remainders.differences import is_explained_difference
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label


def is_explained(story: Story, cited: Cited) -> bool:
    """Tell whether the figure cited follows from others near it, though not from those it was held against.

    A rate in whole percents fits many pairs by chance: only those of its own sentence count, and of
    them the part that the words before 占 name, or the last one.
    """
    told = _told(story, cited)
    if told is None:
        return False
    if not told.figure.is_rate:
        return is_amount(told) and is_explained_difference(story, told)
    if told.figure.decimals:
        return is_explained_percentage(story, told)
    return _by_its_sentence(story, told)


def _told(story: Story, cited: Cited) -> Told | None:
    figure = cited.figure
    if figure is None:
        return None
    number = story.number_of(cited.passage)
    if number is None:
        return None
    return next((t for t in story.told[number] if t.figure.span == figure.span), None)


def _by_its_sentence(story: Story, told: Told) -> bool:
    figure = told.figure
    own = [t for t in sentence_of(story, told) if is_amount(t)]
    before = [t for t in own if t.figure.span < figure.span]
    if figure.role is Role.GROWTH:
        behind = [t for t in own if t.figure.span > figure.span][:1]
        return some_growth(figure, [Rough.of(t.figure) for t in (*before[-2:], *behind)])
    subject = plain_label(told.words.rpartition("占")[0])
    named = [t for t in before if len(subject) > 1 and subject in plain_label(t.named)]
    parts = named or before[-1:]
    return any(
        some_share(figure, [Rough.of(part.figure)], [Rough.of(whole.figure)])
        for part in parts
        for whole in before
        if whole is not part and kin(whole.figure, part.figure)
    )

"""Rates of a population: 自然增长率＝出生率－死亡率 in ‰, 性别比 by men and women."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.reckoning.statistics.written import unsigned, written_at
from govdocs.prose.told import Story, Told

_BORN = re.compile(r"出生率(?:为|是|约|达到?|：| )*$")
_DIED = re.compile(r"死亡率(?:为|是|约|达到?|：| )*$")
_GREW = re.compile(r"自然增长率(?:为|是|约|达到?|：|负| )*$")
_SEXES = re.compile(
    r"(?<!出生)(?<!出生人口)(?<!婴儿)性别比(?:（[^）]{0,40}）)?[^，。；\d]{0,12}?(?P<rate>\d{2,3}\.\d{1,2})(?!\d|[:∶：%个])",
    re.ASCII,
)
_AVERAGE = re.compile(r"孕产|婴儿|儿童|交通|事故|全[国省市]|上年|目标")
_SURE = 0.02


def population_rates(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every rate of natural growth with births and deaths of its paragraph, every ratio of men to women."""
    for number, paragraph in enumerate(story.told):
        yield from _natural_growth(paragraph)
        yield from _sexes(story, number)


def _natural_growth(paragraph: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    rates = [t for t in paragraph if t.figure.is_rate and not _AVERAGE.search(t.words)]
    born, died, grew = (
        [t for t in rates if name.search(t.words)] for name in (_BORN, _DIED, _GREW)
    )
    if len(born) == len(died) == len(grew) == 1:
        units = {t.figure.unit for t in (*born, *died, *grew)}
        if len(units) == 1:
            yield [difference_of(unsigned(grew[0]), born[0], died[0], _SURE)]


def _sexes(story: Story, number: int) -> Iterator[Sequence[Hypothesis]]:
    passage = story.passages[number]
    for match in _SEXES.finditer(passage.reading.folded):
        target = written_at(passage, number, match.start("rate"), match["rate"])
        near = [
            t for t in story.told[number]
            if t.is_amount and t.figure.span < target.figure.span
            and target.figure.sentence - t.figure.sentence <= 1
        ]  # fmt: skip
        men = [t for t in near if re.search(r"男[性生]?[^女，。；]{0,6}$", t.words)]
        women = [t for t in near if re.search(r"女[性生]?[^男，。；]{0,6}$", t.words)]
        if men and women and men[-1].figure.kind == women[-1].figure.kind:
            reading = Hypothesis(
                target, (men[-1], women[-1]), quotient_percent, _SURE,
                lambda t: f"{t[0]}÷{t[1]}×100",
            )  # fmt: skip
            yield [reading]

"""What came in, where one owner's part is told in words: 上级资金全部到位，县级配套到位2010万元，两级合计到位9490万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import OWNER, Story, Told

_ALL = re.compile(
    r"(?P<who>[^，。；、\d]{2,16}?)(?:已|均|均已)?(?:全部|足额|全额|按时|如数)(?:足额)?(?:到位|拨付|下达|落实)"
)
_POOLED = re.compile(
    r"(?:合计|共计|总计|总共|共|累计)(?:[^，。；\d]{0,4})(?:到位|拨付|下达|落实)(?:资金)?(?:为|达)?$"
)
_FAR = 4
_TRIED = 3


def all_arrived(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every sum of what came in with the parts told in figures and the one that came in as it was planned."""
    for sentence in story.sentences():
        for at, total in enumerate(sentence):
            if not is_amount(total) or not _POOLED.search(total.words):
                continue
            reading = total.passage.reading
            start = reading.layout.sentence_span(total.figure.sentence)[0]
            said = _ALL.search(reading.folded, start, total.figure.span[0])
            owner = OWNER.search(said["who"]) if said else None
            own = [
                t for t in sentence[:at]
                if is_amount(t) and t.figure.kind == total.figure.kind and t.owner
            ]  # fmt: skip
            if owner is None or len(own) != 1 or own[0].owner == owner[0]:
                continue
            planned = list(_planned(story, sentence[0], total, owner[0]))
            if planned:
                yield [
                    plus(total, (told, own[0]), 0.1 if place == 0 else 3.0)
                    for place, told in enumerate(planned)
                ]


def _planned(story: Story, first: Told, total: Told, owner: str) -> list[Told]:
    return [
        t for t in story.before(first, _FAR)
        if is_amount(t) and t.owner == owner and t.figure.kind == total.figure.kind
    ][:_TRIED]  # fmt: skip

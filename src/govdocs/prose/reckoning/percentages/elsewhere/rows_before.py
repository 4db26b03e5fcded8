"""The amounts that a row of percentages is of, where a sentence or a list of paragraphs before tells them: 三项经费分别占…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.reckoning.percentages.elsewhere.names import stands
from govdocs.prose.told import Story, Told

_NUMBERED = re.compile(
    r"^ *(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[一二三四五六七八九十]{1,2}[、是]|[①-⑩])"
)
_FAR = 12


def rows_before(story: Story, target: Told, size: int) -> Iterator[list[Told]]:
    """Rows of as many amounts of one kind as there are percentages: of the sentence before, of the numbered paragraphs above."""
    sentence = target.figure.sentence - 1
    own = [
        t for t in story.told[target.number]
        if t.figure.sentence == sentence and t.figure.depth == 0 and stands(t)
    ]  # fmt: skip
    if own:
        alike = [t for t in own if t.figure.kind == own[-1].figure.kind]
        for row in (alike[-size:], alike[:size]):
            if len(row) == size:
                yield row
    heads: list[Told] = []
    for number in range(target.number - 1, max(-1, target.number - 1 - _FAR), -1):
        told = story.told[number]
        if told and stands(told[0]) and _NUMBERED.match(story.passages[number].reading.folded):
            heads.insert(0, told[0])
            if len(heads) == size:
                break
    if len(heads) == size and len({t.figure.kind for t in heads}) == 1:
        yield heads

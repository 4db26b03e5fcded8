"""A figure that moved, and the causes told with their amounts: 由100万元调整为120万元, 主要是：甲调增30万元, 乙调减10万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.signed_sums import signed_shown, signed_sum
from govdocs.prose.told import Story, Told

_FROM = re.compile(r"[由从][^，。；]{0,16}$")
_TO = re.compile(r"(?:调整|变更|增加|减少|增|减|提高|降低|压减|追加|变动)(?:为|到|至)$")
_CAUSES = re.compile(r"主要|由于|原因|因为|因|包括|其中|其：")
_UP = re.compile(r"调增|增加|追加|核增|新增|多收|多支|增收|增支")
_DOWN = re.compile(r"调减|减少|核减|压减|追减|少收|少支|减收|减支|收回")


def changed_by(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every figure after its change with the changes that the same sentence names as causes."""
    for paragraph in story.told:
        for at in range(1, len(paragraph)):
            first, after = paragraph[at - 1], paragraph[at]
            if not (is_amount(first) and is_amount(after) and kin(first.figure, after.figure)):
                continue
            if not _FROM.search(first.words) or not _TO.search(after.words.rstrip("了")):
                continue
            readings = list(_readings(first, after, paragraph[at + 1 :]))
            if readings:
                yield readings


def _readings(first: Told, after: Told, behind: Sequence[Told]) -> Iterator[Hypothesis]:
    changes: list[tuple[Told, int]] = []
    text = after.passage.reading.folded
    last = after
    for told in behind:
        between = text[last.figure.span[1] : told.figure.span[0]]
        if told.figure.sentence != after.figure.sentence or _FROM.search(told.words):
            break
        last = told
        if not is_amount(told) or not kin(told.figure, after.figure):
            continue
        sign = _sign(between)
        if not sign:
            break
        changes.append((told, sign))
    if not changes:
        return
    lead = text[after.figure.span[1] : changes[0][0].figure.span[0]]
    whole = changes[1:] if not _CAUSES.search(lead) else changes
    for part, doubt in ((whole, 0.1), (changes, 3.0)):
        if len(part) > 1:
            signs = tuple(sign for _, sign in part)
            yield Hypothesis(
                after, (first, *(t for t, _ in part)), partial(signed_sum, signs=signs), doubt,
                partial(signed_shown, signs=signs),
            )  # fmt: skip


def _sign(words: str) -> int:
    up, down = (max((m.end() for m in p.finditer(words)), default=-1) for p in (_UP, _DOWN))
    return 0 if up == down else 1 if up > down else -1

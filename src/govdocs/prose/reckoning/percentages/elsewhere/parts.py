"""What a share is said of, where the amount is not the one right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.prose.figure import Role
from govdocs.prose.list_heads import head_of_list
from govdocs.prose.reckoning.percentages.bound.bearers import bearers
from govdocs.prose.reckoning.percentages.elsewhere.names import stands
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_SUBJECT = re.compile(
    r"^[，、；：（ ]*(?:其中[，：]?|以上|上述)?(?P<name>[^，。；：\d]{0,20}?)(?:所|约|仅|只|均)*占"
)
_NO_NAME = re.compile(r"^(?:其中|分别|各自?|合计|共计?|[两二三四五][项者]|其|同比|金额|涉及资金)?$")
_NEAR = 2
_KINDS = 2


def parts_of(story: Story, target: Told, earlier: Sequence[Told]) -> list[Told]:
    """The amount that a share is of: the named one, the head of the list before it, or the last one told.

    ``earlier`` are the figures of its sentence before it. A name that is told with its money and its number of
    things gives both; none where no amount is meant for certain.
    """
    found = _SUBJECT.match(target.words)
    name = plain_label(found["name"]) if found else ""
    if len(name) > 1 and not _NO_NAME.match(name):
        return _named(story, target, name)
    if "占" in target.words and found is None:
        return []
    outside = [t for t in earlier if t.figure.depth <= target.figure.depth]
    while outside and outside[-1].figure.role is Role.SHARE:
        outside.pop()  # 占应到位资金的42%，占实际到位资金的98%: both of one amount
    if not outside or not stands(outside[-1]) or "；" in _between(outside[-1], target):
        return []
    if target.figure.clause - outside[-1].figure.clause > 2:
        return []
    head = head_of_list([t.figure for t in outside])
    return [outside[-1] if head is None else outside[head]]


def _named(story: Story, target: Told, name: str) -> list[Told]:
    for called in dict.fromkeys((name, name.rpartition("的")[2])):
        if len(called) < 2:
            continue
        ends = {
            t.figure.value: t for t in reversed(list(story.before(target, _NEAR)))
            if stands(t) and plain_label(t.words).endswith(called)
        }  # fmt: skip
        if ends and len({t.figure.kind for t in ends.values()}) == len(ends):
            return list(ends.values())[:_KINDS]
        near = [] if ends else bearers(story, target, called, _NEAR)
        if len(near) == 1 and stands(near[0]):
            return near
    return []


def _between(one: Told, target: Told) -> str:
    return target.passage.reading.folded[one.figure.span[1] : target.figure.span[0]]

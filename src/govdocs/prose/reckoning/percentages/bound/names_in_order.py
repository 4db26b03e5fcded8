"""Names told in a row before amounts in a row: 基本支出和项目支出分别为1506万元、820万元."""

from __future__ import annotations

import re

from govdocs.prose.reckoning.reach import is_amount, sentence_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_ROW = re.compile(r"(?P<names>[^，。；：\d]+?)(?:分别|依次)(?:为|是|达到?|完成|安排|支出)?$")
_APART = re.compile(r"[、和与及]")


def name_in_order(story: Story, one: Told) -> str:
    """What an amount is called, by its place in a row of names where it stands in one."""
    own = plain_label(one.words)
    if len(own) > 1 and "分别" not in one.words and "依次" not in one.words:
        return own
    row: list[Told] = []
    names: list[str] = []
    for told in sentence_of(story, one):
        found = _ROW.search(told.words)
        if found is not None:
            row, names = [], [name for name in _APART.split(found["names"]) if name]
        if names and is_amount(told):
            row.append(told)
        if told is one:
            break
    at = len(row) - 1
    return plain_label(names[at]) if one in row and at < len(names) else own

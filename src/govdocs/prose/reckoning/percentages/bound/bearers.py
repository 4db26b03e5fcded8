"""Which amount told before bears a name that a percentage gives: 年中追加数, 提前下达资金, 产业发展资金."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.units import MONEY
from govdocs.prose.reckoning.percentages.bound.names_in_order import name_in_order
from govdocs.prose.reckoning.reach import before, is_amount
from govdocs.prose.told import OWNER, Story, Told
from govdocs.prose.words.likeness import plain_label

_SIZE = re.compile(r"(?:资金|金额|总额|总量|总数|人数|户数|数量|规模|数|额|的)$")
_YEAR = re.compile(r"20\d\d *年[末底度初]?")
_NOT_ITSELF = re.compile(r"(?:比|较|低于|高于|超过|少于|多于)(?!例)|增[加长]|减少|下降")
_LEADING = re.compile(r"^(?:年中|年内|当年|全部|全年|总|该|上述|以上)(?=[一-龥]{2})")
_OF_MONEY = re.compile(r"(?:资金|金额|投资|收入|支出|补助|经费|费用?|余额|限额|预算数?|贷款|债务)$")
_OF_PEOPLE = re.compile(r"(?:人数|人员|人口)$")
_CLOSE = 2


def core_of(words: str) -> str:
    """The name in ``words`` without words of size behind it; empty where too little is left to tell."""
    label = plain_label(_YEAR.sub("", words))
    core = _LEADING.sub("", _SIZE.sub("", label))
    core = core if len(core) > 1 else label
    return core if len(core) > 1 else ""


def bearers(
    story: Story, target: Told, words: str, reach: int, but: Sequence[Told] = ()
) -> list[Told]:
    """The amounts told before ``target`` that ``words`` name, one for each value, the likeliest first.

    Those that bear the name with hardly anything besides go alone; heads come before the parts behind 其中.
    """
    core = core_of(words)
    if not core:
        return []
    named = [
        (len(name) - len(core), one)
        for one in before(story, target, reach)
        if one not in but
        and _says(name := item_name(story, one), core)
        and _is_itself(one)
        and _is_of_sort(one, words)
    ]
    close = [one for extra, one in named if extra <= _CLOSE]
    found: dict[tuple[str, Decimal], Told] = {}
    for one in close or [one for _, one in named]:
        found.setdefault((one.figure.kind, one.figure.value), one)
    return sorted(found.values(), key=lambda one: not is_head(one))


def item_name(story: Story, one: Told) -> str:
    """What an amount is called, with the name told with the count beside it: 产业发展236个项目、资金18912万元."""
    own = name_in_order(story, one)
    paragraph = story.told[one.number]
    at = paragraph.index(one)
    if at == 0:
        return own
    other = paragraph[at - 1]
    if (
        other.figure.kind == one.figure.kind
        or not is_amount(other)
        or other.figure.clause != one.figure.clause
        or OWNER.search(one.words)
    ):
        return own
    between = one.passage.reading.folded[other.figure.span[1] : one.figure.span[0]]
    if re.fullmatch(r"[^，。；：]{0,6}[、,]?(?:涉及|计|共)?(?:资金|金额|投资|面积|补助)?", between):
        return item_name(story, other) + own if at else own
    return own


def is_head(one: Told) -> bool:
    """Tell whether an amount stands before what is told of it: outside brackets, not behind 其中."""
    reading = one.passage.reading
    start, _ = reading.layout.sentence_span(one.figure.sentence)
    head = reading.folded[start : one.figure.span[0]].rpartition("；")[2]
    return one.figure.depth == 0 and "其中" not in head


def _says(name: str, core: str) -> bool:
    if core in name:
        return True
    rest = iter(name)
    if len(core) < 3 or not all(sign in rest for sign in core):
        return False
    # 土地出让收入 is the 国有土地使用权出让收入
    return name[:1] == core[:1] or (len(core) > 4 and core[:2] in name and name[-4:] == core[-4:])


def _is_of_sort(one: Told, words: str) -> bool:
    """Tell whether an amount has the unit that the name calls for: money, people."""
    label = re.sub(r"的$", "", words)
    if _OF_MONEY.search(label):
        return one.figure.kind == MONEY
    return not _OF_PEOPLE.search(label) or one.figure.kind in {"人", "名", "人次"}


def _is_itself(one: Told) -> bool:
    """Tell whether the words before an amount name it, and not what it is held against: 较年初预算增加50万元."""
    return _NOT_ITSELF.search(one.words) is None

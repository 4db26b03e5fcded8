"""What an amount is called in its whole clause, and what a percentage calls its base."""

from __future__ import annotations

import re

from govdocs.prose.figure import Role
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import plain_label

_BASE = re.compile(
    r"(?:占到?(?!比)|(?:完成|相当于|等于|达到?|为|是)(?=[^，。；：\d]*的$))了?(?P<base>[^，。；：\d（）]{0,18}?)(?:的)?(?:比[例重]?)?(?:约|仅|只|为|达到?|：)*$"
)
LEVEL = re.compile(r"全[省市县区州盟旗国]$")
_SIZE = re.compile(r"(?:资金|金额|总额|总量|总数|总和|总计|合计|数量|规模|数|额|量|的)$")
_WIDE = re.compile(
    r"^(?:同期|当期|全部|所有|全年|当年|本年度?|年度|总(?=[一-龥]{2})|全[省市县区州盟旗国])"
)
_THINGS = re.compile(r"(?:项目|企业|单位|任务|人员|家庭|农户|户|人|村)$")
_LEFT = re.compile(r"(?:结余|结转|剩余)[^，。；\d]{0,4}$")
_BEHIND = re.compile(r"[^，。；：、（）\d]{0,8}")


def base_of(words: str) -> str:
    """What the words before a percentage say that it is of; empty where they do not say."""
    found = _BASE.search(words)
    if found is None:
        return ""
    return found["base"] if LEVEL.match(found["base"]) else plain_label(found["base"])


def cores_of(label: str) -> list[str]:
    """The name of a base without words of size, the fuller first: 应验收项目, 应验收."""
    cores = []
    core = label
    while len(core) > 1:
        cores.append(core)
        cut = _SIZE.sub("", _WIDE.sub("", core))
        core = cut if cut != core else _THINGS.sub("", core)
        if core == cores[-1]:
            break
    return cores


def clause_name(one: Told) -> str:
    """The Chinese characters of the clause before an amount, and those right behind it."""
    reading = one.passage.reading
    start = reading.layout.clause_starts[one.figure.clause]
    behind = _BEHIND.match(reading.folded, one.figure.span[1])
    return re.sub(
        r"[^一-龥]", "", reading.folded[start : one.figure.span[0]] + (behind[0] if behind else "")
    )


def says(name: str, core: str) -> bool:
    """Tell whether a name has the characters of ``core`` in their order; two of them only side by side."""
    if core in name:
        return True
    rest = iter(name)
    return len(core) > 2 and all(sign in rest for sign in core)


def stands(one: Told) -> bool:
    """Tell whether a figure is an amount in its own right; what was left is one too."""
    if one.figure.role is Role.DIFFERENCE:
        return one.is_amount and _LEFT.search(one.words) is not None
    return one.is_amount and one.figure.role in {Role.PLAIN, Role.TOTAL, Role.PART, Role.TARGET}

"""A count and the names that follow it with an amount each: 涉及3家单位, 其中甲局12万元、乙局8万元、丙局5万元, 总计25万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.prose.counts.named_lists import ENDINGS
from govdocs.prose.counts.told_counts import judged_count
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage

_OPENS = re.compile(
    r"[一-龥]{0,12}(?:[，,：:](?:其中|分别为|分别是|即|为|包括|具体为)?[：:]?|[（(])"
)
_SAYS_ALL = re.compile(r"分别|即|[：:（(]|具体")
_BETWEEN = re.compile(r"[、，；和及] *(?P<name>[^，。；、\d]{2,20}?)(?:为|是|：|:|计)? *")
_PROJECTS = re.compile(
    r"(?:个|类)?(?:重点|专项|建设|工程|子|支出|民生|补短板)*(?:项目|工程|事项|任务|专项)(?!资金|的|库)"
)
"""Things that may be called anything: a list that says to be all of them is told by its end."""
_NAMELY = re.compile(r"分别[为是]|即|(?<!其中)[：:]")
_CLOSES = re.compile(
    r"[，；)）]?(?:三者|两者|四者|各项|以上|上述)?(?:总计|合计|共计|总额|总共|累计|共)[一-龥]{0,8}$"
)
_OTHERS = re.compile(r"其他|其余|等")
_FEWEST = 2


def amounts_of_names(passage: Passage) -> Iterator[Judgement]:
    """Judge counts whose things are listed with an amount each: all of them, as the words or their sum say."""
    figures = passage.reading.measures
    for at, figure in enumerate(figures):
        if not _counts(figure):
            continue
        listed = _listed(passage, figure, figures[at + 1 :])
        if listed:
            span = (figure.span[1], listed[-1].span[1])
            yield judged_count(passage, figure, span, {len(listed)})


def _counts(figure: ProseFigure) -> bool:
    return (
        figure.sort is Sort.MEASURE
        and figure.exact
        and figure.counts
        and figure.number > 0
        and figure.role not in {Role.EACH, Role.DIFFERENCE, Role.TARGET, Role.PART}
    )


def _listed(
    passage: Passage, figure: ProseFigure, behind: tuple[ProseFigure, ...]
) -> list[ProseFigure]:
    """The amounts of the names behind a count; empty where the list may leave some out."""
    text = passage.reading.folded
    counted = re.match(r"[一-龥]{1,6}", text[figure.span[1] :])
    endings = next(
        (e for pattern, e in ENDINGS if counted is not None and pattern.match(counted[0])), ()
    )
    any_name = counted is not None and _PROJECTS.match(counted[0]) is not None
    if not (endings or any_name) or len(behind) < _FEWEST or behind[0].sentence != figure.sentence:
        return []
    if behind[0].kind == figure.kind:
        return []  # 12个村, 其中行政村10个: parts, not names
    lead = text[figure.span[1] : behind[0].span[0]]
    opened = _OPENS.match(lead)
    if opened is None or not _is_name(lead[opened.end() :], endings):
        return []
    if not endings and not _NAMELY.search(opened[0]):
        return []
    listed = [behind[0]]
    for one, other in pairwise(behind):
        between = _BETWEEN.fullmatch(text[one.span[1] : other.span[0]])
        alike = other.kind == one.kind and other.sentence == one.sentence
        if between is None or not alike or not _is_name(between["name"], endings):
            break
        listed.append(other)
    if len(listed) < _FEWEST or _OTHERS.search(text[figure.span[1] : listed[-1].span[1]]):
        return []
    if not endings:
        return listed if re.match(r"。|$", text[listed[-1].span[1] :].strip()) else []
    if _SAYS_ALL.search(opened[0]) or _closed(text, listed, behind[len(listed) :]):
        return listed
    return []


def _is_name(words: str, endings: tuple[str, ...]) -> bool:
    name = re.sub(r"(?:为|是|：|:|计)* *$", "", words).strip()
    ends = not endings or name.endswith(endings)
    return len(name) > 1 and ends and not re.search(r"[（()），。；]", name)


def _closed(text: str, listed: list[ProseFigure], behind: tuple[ProseFigure, ...]) -> bool:
    """Tell whether a total right behind a list is just the sum of what it lists."""
    if not behind or behind[0].kind != listed[-1].kind:
        return False
    if not _CLOSES.fullmatch(text[listed[-1].span[1] : behind[0].span[0]].strip()):
        return False
    return behind[0].value == sum((one.value for one in listed), Decimal(0))

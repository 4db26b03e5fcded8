"""A count right behind the names of what it counts: 设办公室、综合股、运输股3个股室; 甲镇、乙乡和丙街道3个乡镇."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.counts.named_lists import ENDINGS
from govdocs.prose.counts.told_counts import judged_count
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage

_THING = re.compile(
    r"[个家所户处](?:直属|下属|内设|所属|事业|行政|预算|成员|责任|试点|项目|重点|参评|脱贫|贫困)*(?P<thing>[一-龥]{1,10})"
)
_GOES_ON = re.compile(
    r"$|[，。；、：（）() ]|[的均共已未在由被参开实进存全分为是先各也都建完超承][^一-龥]*"
)
_LIST = re.compile(r"[^，。；：\d（()）]*、[^，。；：\d]*$")
_JOINT = re.compile(r"以及|和|及|与")
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_OPEN = re.compile(r"等(?:共|合计)?$|其他|其余|另外|以外|之外|除")
_FEWEST = 2


def lists_before(passage: Passage) -> Iterator[Judgement]:
    """Judge every count whose clause lists, right before it, names that end as what is counted does."""
    for figure in passage.reading.figures:
        if _counts(figure):
            judged = _judged(passage, figure)
            if judged is not None:
                yield judged


def _counts(figure: ProseFigure) -> bool:
    return (
        figure.sort is Sort.MEASURE
        and figure.exact
        and figure.counts
        and figure.number > 0
        and figure.role not in {Role.EACH, Role.DIFFERENCE, Role.TARGET}
    )


def _judged(passage: Passage, figure: ProseFigure) -> Judgement | None:
    reading = passage.reading
    behind = _THING.match(reading.folded, figure.span[1] - 1)
    start = reading.layout.clause_starts[figure.clause]
    found = _LIST.search(_blanked(reading.folded[start : figure.span[0]]))
    if behind is None or found is None:
        return None
    words = found[0].rstrip()
    endings = _endings(behind["thing"])
    words, leaves_open = re.subn(r"等$", "", words)
    if not endings or _OPEN.search(words):
        return None
    names = _names(re.sub(r"(?:共计|合计|共|这)$", "", words), endings)
    if len(names) < _FEWEST or not all(len(n) > 1 and n.endswith(endings) for n in names):
        return None
    if leaves_open and len(names) < figure.number:
        return None  # 等 leaves room for more than are named, never for fewer
    at = start + found.start()
    return judged_count(passage, figure, (at, at + len(words)), {len(names)})


def _endings(thing: str) -> tuple[str, ...]:
    """What names of the thing end in; nothing where the thing is part of a longer word (乡镇卫生院)."""
    for pattern, endings in ENDINGS:
        found = pattern.match(thing)
        if found is not None and _GOES_ON.match(thing[found.end() :]):
            return endings
    return ()


def _names(words: str, endings: tuple[str, ...]) -> list[str]:
    """The names of a list; what 和 parts belongs together where its first half is no name."""
    names: list[str] = []
    for piece in words.split("、"):
        head = ""
        for part in _JOINT.split(piece.strip()):
            head += part
            if part.endswith(endings):
                names.append(head)
                head = ""
        if head or not piece.strip():
            names.append(head)
    return names


def _blanked(words: str) -> str:
    """The words with remarks in brackets blanked, so that places stay what they are."""
    return _BRACKET.sub(lambda match: " " * len(match[0]), words)

"""A count and the names that follow it: 有2个县, 依次是A县和B县; 超过10万元的村2个, 为A村和B村; 12类, 包括……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.counts.told_counts import judged_count
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage

_SAID = re.compile(
    r"(?P<noun>[^，。；：、\d（(]{0,24}?)(?:[，,]?(?:分别是|分别为|分别系|依次是|依次为|具体是|具体为)|[，,](?:即|为|是))[：: ]*(?P<list>[^，。；：\d]{3,160})(?=[，。；]|$)"
)
_INCLUDES = re.compile(
    r"(?P<noun>[^，。；：、\d（(]{0,12})[，,：:](?:具体)?(?:包括|包含|涵盖|分别包括|其中包括|即)[：: ]*(?P<list>[^，。；：\d]{6,300})(?=[。；]|$)"
)
_JOINT = re.compile(r"以及|及|和|与")
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_OPEN = re.compile(r"等(?!级|次|额|离)|其中|主要|除|如")
_ORGANS = ("局", "委", "办", "心", "院", "厅", "处", "会", "校", "馆", "站", "所", "队", "部", "科", "司", "社", "室", "府", "镇", "乡", "道", "学", "园", "团")  # fmt: skip
ENDINGS = (
    (re.compile(r"[县区市州旗]"), ("县", "区", "市", "州", "旗")),
    (re.compile(r"乡镇|镇街|镇|乡|街道"), ("镇", "乡", "道", "办", "场", "处")),
    (re.compile(r"村|社区"), ("村", "区", "居", "寨", "屯")),
    (re.compile(r"企业|公司|厂家|合作社"), ("司", "厂", "社", "场", "行", "店", "业", "团")),
    (re.compile(r"学校|院校|小学|中学|幼儿园"), ("校", "学", "园", "院", "中", "小", "幼")),
    (re.compile(r"股室|科室|处室|内设机构"), ("股", "科", "室", "处", "办", "队", "部", "心")),
    (re.compile(r"医院|卫生院"), ("院", "心", "所")),
    (re.compile(r"单位|部门|机构|委办局"), _ORGANS),
)
_COUNTED = re.compile(r"^(?:个|家|所|名|户|批|座|处|项|类|条)?(?P<thing>[一-龥]{0,8})")
_LEAST_INCLUDED = 6
_ENROLLED = re.compile(
    r"(?:纳入|编入|列入|汇总|编报|编制|所属|下属|直属|下辖|下设|内设|预算|决算)[^，。；]{0,30}?(?:单位|机构|部门|学校|医院|科室|股室|处室)[^，。；、\d]{0,6}$"
)
"""Lists of the offices that a budget is made for are whole: 纳入决算编制范围的单位共5个，包括……"""
_OFFICES = (*_ORGANS, "级", "关", "司", "厂", "场", "院", "台", "网", "库", "宫", "股", "组")


def named_lists(passage: Passage) -> Iterator[Judgement]:
    """Judge every count that says by name what it counts, where the names are of what it counts."""
    reading = passage.reading
    for figure in reading.figures:
        if figure.sort is not Sort.MEASURE or not figure.exact or not figure.counts:
            continue
        if figure.role in {Role.EACH, Role.DIFFERENCE} or figure.number < 1:
            continue
        said = _SAID.match(reading.folded, figure.span[1])
        if said is not None:
            yield from _said(passage, figure, said)
            continue
        included = _INCLUDES.match(reading.folded, figure.span[1])
        if included is not None:
            yield from _included(passage, figure, included)


def counts_of_names(words: str) -> set[int]:
    """How many names a list can hold; 和 parts two names for certain where both end alike."""
    bare = _BRACKET.sub("", words)
    parts = [part for part in re.split("、", bare) if part]
    fewest = most = 0
    for part in parts:
        pieces = [piece for piece in _JOINT.split(part) if piece]
        most += len(pieces)
        alike = len(pieces) > 1 and len({piece[-1] for piece in pieces}) == 1
        fewest += len(pieces) if alike and min(map(len, pieces)) > 1 else 1
    return set(range(fewest, most + 1))


def _said(passage: Passage, figure: ProseFigure, match: re.Match[str]) -> Iterator[Judgement]:
    words = match["list"]
    bare = _BRACKET.sub("", words)
    thing = _thing(passage, figure)
    if "一是" in words or not thing or not re.search(r"、|和|及|与", bare):
        return
    names = [n for n in re.split(r"、|以及|及|和|与", bare.removesuffix("等")) if n]
    endings = next((e for pattern, e in ENDINGS if pattern.search(thing)), (thing[-1],))
    if len(names) < 2 or not all(len(n) > 1 and n.endswith(endings) for n in names):
        return
    possible = counts_of_names(bare)
    if all(n[-1] in endings for n in names):
        possible = {len(names)}
    if _OPEN.search(bare):
        if figure.number >= len(names):
            return
        possible = {len(names)}
    yield judged_count(passage, figure, match.span("list"), possible)


def _thing(passage: Passage, figure: ProseFigure) -> str:
    """What is counted: the words behind the count, those before it where it ends its clause."""
    folded = passage.reading.folded
    behind = _COUNTED.match(folded[figure.span[1] - 1 :]) or _COUNTED.match("")
    assert behind is not None
    thing = re.split(r"存在|没有|未|的|分别|依次|具体|项目|资金", behind["thing"])[0]
    if thing:
        return thing
    before = re.search(
        r"(?:的|有)?(?P<thing>[一-龥]{1,4}) *(?:共|有|为)?$", folded[: figure.span[0]]
    )
    return before["thing"] if before is not None and folded[figure.span[1] :][:1] in "，," else ""


def _is_enrolled(passage: Passage, figure: ProseFigure, noun: str) -> bool:
    """Tell whether a count is of the offices that a budget or an account takes in."""
    start, _ = passage.reading.layout.sentence_span(figure.sentence)
    return _ENROLLED.search(passage.reading.folded[start : figure.span[0]] + noun) is not None


def _included(passage: Passage, figure: ProseFigure, match: re.Match[str]) -> Iterator[Judgement]:
    """12类项目, 包括……: such a list may be open, so only one digit between tells of a slip."""
    bare = _BRACKET.sub("", match["list"])
    if _OPEN.search(bare) or "，" in bare:
        return
    if _is_enrolled(passage, figure, match["noun"]):
        names = bare.split("、")
        if len(names) > 1 and all(len(n) > 1 and n.endswith(_OFFICES) for n in names):
            yield judged_count(passage, figure, match.span("list"), counts_of_names(bare))
        return
    if not match["noun"]:
        return
    possible = counts_of_names(bare)
    number, shown = int(figure.number), str(int(figure.number))
    if min(possible) < _LEAST_INCLUDED:
        return
    near = any(
        len(str(n)) == len(shown) and sum(a != b for a, b in zip(str(n), shown, strict=True)) == 1
        for n in possible
    )
    if number in possible or (near and len(shown) > 1):
        yield judged_count(passage, figure, match.span("list"), possible)

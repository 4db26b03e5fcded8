"""Counts against lists: 三个方面 and 一是、二是、三是; 3家企业（A、B、C）; 两个环节 after A、B; subsections beneath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.prose.counts.amounts_in_order import amounts_in_order
from govdocs.prose.counts.amounts_of_names import amounts_of_names
from govdocs.prose.counts.lists_before import lists_before
from govdocs.prose.counts.named_lists import named_lists
from govdocs.prose.counts.told_at_times import told_at_times
from govdocs.prose.counts.told_counts import judged_count
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.sequence_marks import Mark, sequence_marks

_NUMBERS = "零一二三四五六七八九十"
_APPOSITION = re.compile(
    r"(?:(?:个|大)(?:方面|环节|领域|方向|层面|维度|县|市|区|市州|县市|县区|乡镇|部门|板块|重点|行业|产业|阶段|渠道|途径|功能|要素|市县)|类(?:问题|情形|情况|风险|行为|业务|事项))"
    r"(?!卫生|医院|学校|小学|中学|幼儿|中心|政府|企业|公司|集体|干部|居民|群众|村民|单位|项目|园区|道路|公路)"
)
_SECTION_NOUN = re.compile(
    r"方面|措施|举措|问题|方向|环节|工作|任务|经验|做法|建议|情况|部分|特点|点"
)
_ANNOUNCES = re.compile(
    r"以下|如下|下列|[：:]$|从|重点做好|做好|抓好|主要(?:体现|表现|存在|做法)|改进|分为|包括|总结"
)
_OPEN = re.compile(r"等|如|含|包括|其中|主要|除|以")
_JOINT = re.compile(r"以及|及|和|与")
_NOT_LIST = re.compile(
    r"\d|[。，；：:]|^(?:[省市县区州盟旗镇乡村]|街道|团场|自治[州县旗])(?:、(?:[省市县区州盟旗镇乡村]|街道|团场|自治[州县旗]))*$"
)
"""县（市、区） names the kinds of one level, it lists nothing."""
_BRACKET = re.compile(r"[（(](?P<list>[^（）()]{3,120})[)）]")
_NAMELY = re.compile(r"[，,]?(?:分别是|分别为|即)[：:]?(?P<list>[^，。；：\d]{3,120})(?=[，。；])")
_LATER = re.compile(
    r"[^，。；：\d]{0,20}[，,](?:分别是|分别为)[：:]?(?P<list>[^，。；：\d]{3,120})(?=[，。；])"
)
_PARTS = re.compile(
    r"(?:个|大|项|类)?(?:部分|方面|类别?|方向|环节|板块)[：:](?P<list>[^。]{6,300})(?=[。]|$)"
)
_COLON = re.compile(r"[：:](?P<list>[^。：\d]{3,200})(?=[。]|$)")


def counts(passage: Passage) -> Iterator[Judgement]:
    """Judge every count that stands beside the list of what it counts."""
    reading = passage.reading
    marks = sequence_marks(reading.folded)
    named = [
        *named_lists(passage), *lists_before(passage), *amounts_of_names(passage),
        *told_at_times(passage), *amounts_in_order(passage),
    ]  # fmt: skip
    yield from named
    told = {judgement.cited[0].span for judgement in named}
    for figure in reading.figures:
        if figure.span in told:
            continue
        if figure.sort is not Sort.MEASURE or not figure.exact or not figure.counts:
            continue
        if figure.role in {Role.EACH, Role.DIFFERENCE} or figure.number < 2:
            continue
        judged = _enumerated(passage, figure, marks) or _listed(passage, figure)
        if judged is not None:
            yield judged
        elif not marks:
            yield from _sections(passage, figure)


def _enumerated(passage: Passage, figure: ProseFigure, marks: Sequence[Mark]) -> Judgement | None:
    """n个方面 and the 一是…二是… that follow in the paragraph."""
    reading = passage.reading
    first = next((m for m in marks if m.number == 1 and m.start >= figure.span[1]), None)
    if first is None:
        return None
    between = reading.folded[figure.span[1] : first.start]
    if len(between) > 40 or between.count("。") > 1 or re.search(r"\d", between):
        return None
    if any(f.counts and figure.span[1] <= f.span[0] < first.start for f in reading.measures):
        return None
    number = 1
    for mark in marks[marks.index(first) + 1 :]:
        if mark.style != first.style:
            continue
        if mark.number == 1:
            break
        number = max(number, mark.number)
    if number < 2:
        return None
    last = next(m for m in marks if m.number == number and m.start > first.start)
    return Judgement(
        "enumerated",
        number == figure.number,
        (Cited.of(passage, figure), Cited(passage, (first.start, last.end))),
        expected=f"{number}",
        actual=figure.text,
        details={"noun": figure.noun, "last": last.text},
    )


def _listed(passage: Passage, figure: ProseFigure) -> Judgement | None:
    """A list in brackets or behind a colon after the count, or right before it."""
    text = passage.reading.folded
    end = figure.span[1]
    noun_end = end + len(figure.noun)
    for pattern in (_BRACKET, _NAMELY, _COLON):
        match = pattern.match(text, noun_end)
        if match is None:
            continue
        words = match["list"]
        if pattern is _BRACKET and (_NOT_LIST.search(words) or _are_units(words)):
            return None
        if _OPEN.search(words) or "一是" in words:
            return None
        possible = _possible(words, semicolons=pattern is not _BRACKET)
        if not possible:
            return None
        return judged_count(passage, figure, match.span("list"), possible)
    later = _LATER.match(text, end)
    if later is not None:
        return _named_later(passage, figure, later)
    if _PARTS.match(text, end):
        return _with_figures(passage, figure)
    if _APPOSITION.match(text, end - 1):
        return _before(passage, figure)
    return None


def _are_units(words: str) -> bool:
    """109处（条、片）: what else the things of one count are counted in."""
    names = words.split("、")
    return all(len(name) == 1 for name in names)


def _named_later(passage: Passage, figure: ProseFigure, match: re.Match[str]) -> Judgement | None:
    """3个乡镇……, 分别为A镇、B镇和C乡: the names end as what is counted does."""
    possible = _possible(match["list"], semicolons=False)
    text = passage.reading.folded
    counted = re.match(r"[一-龥]{1,4}", text[figure.span[1] :])
    names = re.split(r"、|和|及|与", match["list"])
    if not possible or counted is None or "等" in match["list"] or min(possible) < 2:
        return None
    if not all(name and name[-1] in counted[0] for name in names):
        return None
    return judged_count(passage, figure, match.span("list"), {len(names)})


def _with_figures(passage: Passage, figure: ProseFigure) -> Judgement | None:
    """分四个部分：A 980万元, B 660万元: each part has one figure of one kind."""
    match = _PARTS.match(passage.reading.folded, figure.span[1])
    assert match is not None
    start, end = match.span("list")
    items = [
        f for f in passage.reading.measures if start <= f.span[0] < end and f.depth == figure.depth
    ]
    words = passage.reading.folded[start:end]
    if (
        len(items) < 2
        or len({f.kind for f in items}) != 1
        or _OPEN.search(words)
        or "一是" in words
    ):
        return None
    marks = [passage.reading.folded[a.span[1] : b.span[0]] for a, b in pairwise(items)]
    if not all(re.match(r"[，；、]", mark) for mark in marks):
        return None
    return judged_count(passage, figure, (start, end), {len(items)})


def _possible(words: str, *, semicolons: bool) -> set[int]:
    """How many items a list can have: more than one where 和 may be part of a name."""
    if semicolons and "；" in words:
        return {words.strip("；").count("；") + 1}
    if "，" in words or "、" not in words:
        return set()
    fewest = words.count("、") + 1
    joints = len(_JOINT.findall(words))
    return set(range(fewest, fewest + joints + 1))


def _before(passage: Passage, figure: ProseFigure) -> Judgement | None:
    """A、B、C三个环节: the list in the same clause, right before the count."""
    reading = passage.reading
    start = reading.layout.clause_starts[figure.clause]
    words = reading.folded[start : figure.span[0]].rstrip()
    if words.endswith(("的", "和", "与", "及", "、")):
        return None  # 甲县、乙县的5个乡镇: what is counted lies in what is listed, or beside it
    if "、" not in words or re.search(r"\d", words) or re.match(r" *(?:以及|和|及|包括|并)", words):
        return None
    if (
        figure.clause
        and "、" in reading.folded[reading.layout.clause_starts[figure.clause - 1] : start]
    ):
        return None
    possible = _possible(words.removesuffix("等"), semicolons=False)
    if not possible:
        return None
    span = (start, figure.span[0])
    if words.endswith("等"):
        return (
            judged_count(passage, figure, span, possible) if min(possible) > figure.number else None
        )
    items = words.split("、")
    alike = len({len(item) for item in items}) == 1
    if figure.number < min(possible) and not alike:
        return None
    return judged_count(passage, figure, span, possible)


def _sections(passage: Passage, figure: ProseFigure) -> Iterator[Judgement]:
    """n个方面 in the last sentence before n subsections."""
    reading = passage.reading
    if passage.below < 2 or figure.sentence != len(reading.layout.sentence_starts) - 1:
        return
    sentence = reading.sentence(figure.sentence)
    if not _SECTION_NOUN.search(figure.noun) or not _ANNOUNCES.search(sentence):
        return
    counted = [f for f in reading.measures if f.sentence == figure.sentence and f.counts]
    if len(counted) != 1:
        return
    yield Judgement(
        "sections",
        figure.number == passage.below,
        (Cited.of(passage, figure),),
        expected=str(passage.below),
        actual=figure.text,
        sureness=Sureness.LIKELY,
        details={"noun": figure.noun},
    )

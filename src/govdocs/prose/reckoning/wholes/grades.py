"""Things sorted by grade: 评价等级为“优”的3个、“良”的7个、“中”的2个; 很满意186份、满意179份、一般42份、不满意16份."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.completeness import label_of

_SCALES = (
    ("优秀", "良好", "合格", "不合格", "一般", "中等", "较差", "差", "基本合格", "称职", "基本称职", "不称职", "及格", "不及格", "待改进"),
    ("优", "良", "中", "差", "一般", "劣"),
    ("非常满意", "很满意", "十分满意", "比较满意", "较满意", "满意", "基本满意", "一般", "不太满意", "较不满意", "不满意", "很不满意", "非常不满意", "说不清"),
    ("A", "B", "C", "D", "E"),
    ("AAA", "AA", "A", "BBB", "BB", "B", "C"),
    ("一等", "二等", "三等", "等外"), ("一星级", "二星级", "三星级", "四星级", "五星级"),
    ("特级", "一级", "二级", "三级", "四级", "未定级"), ("甲", "乙", "丙", "丁"),
    ("1A级", "2A级", "3A级", "4A级", "5A级"), ("国家级", "省级", "市级", "县级", "区级"),
    ("特大型", "大型", "中型", "小型", "微型"), ("特大桥", "大桥", "中桥", "小桥"),
    ("很好", "较好", "一般", "较差", "很差"),
)  # fmt: skip
_SCALES_OF = tuple(frozenset(scale) for scale in _SCALES)
_NAMES = tuple(
    sorted({name for scale in _SCALES for name in scale}, key=lambda name: (-len(name), name))
)
_QUOTED = re.compile(r"[“\"‘《]([^”\"’》]{1,6})[”\"’》]")
_END = re.compile(r"[ 的为有共：:]+$")
_LEAD = re.compile(
    r"(?:[、，,；;：: 为评是的中含有括定和及与]|等级|等次|级别|其中|选择|认为|表示|觉得|回答)$"
)
_LEAST = 2
_TOTALS = 4


def grades(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every run of counts named by the grades of one scale, with each count before it that it may sort."""
    for paragraph in story.told:
        for parts in _runs(paragraph):
            symbol = parts[0].figure.unit
            most = max(t.figure.value for t in parts)
            totals = [
                t for t in story.before(parts[0], 1)
                if is_amount(t) and t.figure.counts and t.figure.value > most
                and t.figure.unit == symbol and parts[0].figure.sentence - t.figure.sentence <= 2
            ][:_TOTALS]  # fmt: skip
            if totals:
                near = totals[0]
                yield [plus(near, parts, 0.05), *(plus(t, parts, 3.0) for t in totals[1:])]


def _runs(paragraph: Sequence[Told]) -> Iterator[list[Told]]:
    run: list[Told] = []
    for told in paragraph:
        if told.figure.is_rate and run:
            continue
        label = _grade(told)
        fits = bool(label) and is_amount(told) and told.figure.counts
        if (
            fits
            and run
            and (
                told.figure.unit != run[0].figure.unit
                or told.figure.sentence != run[0].figure.sentence
                or not _one_scale([*map(_grade, run), label])
            )
        ):
            if len(run) > _LEAST:
                yield run
            run = []
        if fits:
            run.append(told)
        elif not told.figure.depth:
            if len(run) >= _LEAST and (len(run) > _LEAST or _said_of_all(run)):
                yield run
            run = []
    if len(run) >= _LEAST and (len(run) > _LEAST or _said_of_all(run)):
        yield run


def _said_of_all(run: Sequence[Told]) -> bool:
    """Two grades need not be all that there are, unless they are said to be: 评价结果为优的5个、良的7个."""
    return re.search(r"[等结评][级次果价定]", run[0].words) is not None


def _grade(told: Told) -> str:
    """The grade that names a count, in quotation marks or last before it: 评价为“优”的3个, 基本满意42份."""
    quoted = _QUOTED.findall(told.words)
    text = quoted[-1] if quoted else _END.sub("", told.words or label_of(told))
    if not quoted and not re.search(r"[一-龥A-Z]", text):
        text = label_of(told)
    for name in _NAMES if text.endswith(_NAMES) else ():
        if text.endswith(name) and (text == name or _LEAD.search(text[: -len(name)])):
            return name
    return ""


def _one_scale(labels: Sequence[str]) -> bool:
    return len(set(labels)) == len(labels) and any(set(labels) <= scale for scale in _SCALES_OF)

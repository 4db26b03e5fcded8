"""F641: scores, rates of scores and lost points that sentences tell, against the score tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.lost_shares import shares_of_lost
from govdocs.checks.document.scores.told_points import Points, names_in, points_of, totals_of
from govdocs.checks.document.spots import cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level, Spot
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import one_slip_apart
from govdocs.prose.words.numerals import chinese_number

_NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
_FIGURE = re.compile(rf"{_NUMBER} *(?P<unit>分(?!之|钟|为|[别析配期批类])|[%％])")
_LOST = re.compile(r"(?:共|合计|总共|累计)?(?:扣除|扣减|扣了|扣掉|扣|失|丢)(?:分)?$")
_ADJACENT = re.compile(r"[，,（( ]*(?:共|合计)?(?:扣|失|丢)(?:了|减|除)?")
_TOGETHER = re.compile(
    r"[，,；;。、（( ]*(?:以上|上述|[一二三四五六七八九十两\d]+[项类]|各项|各类|四项)?(?:指标)?(?:共计|合计|总共|累计|共)(?:扣|失|丢)(?:了|减|除|掉|去|分)*(?:为|：| )*"
)
"""Before what all that were named have lost: 投入类得9分，产出类得38分，合计扣3分."""
_TAKES_POINTS = re.compile(r"扣|失分|丢分")
_TAKEN = re.compile(
    r"[”\"』」》]?(?:(?:类|方面|部分|[一二三]级|指标|一?项|共|合计|累计|因此|故|酌情|，|, )*)(?:被?扣|失|丢)(?:了|减|除|掉|去|分)*(?:为|：| )*"
)
"""Between the name of an indicator and what it lost: “数量”指标扣1.8分."""
_TAKES = re.compile(r"(?:扣|失|丢)(?:了|减|除|掉|去)*[“\"『「《]?$")
"""Before the name: 扣减“数量”指标1.8分."""
_NAMED_LAST = re.compile(r"[”\"』」》]?(?:类|方面|部分|[一二三]级|指标|一?项|得?分| )*")
_IN_ORDER = re.compile(r"得分率(?:情况)?(?:分别|依次)(?:为|是|达到?|：| )*$")
_NEXT = re.compile(r"[、，和及与 ]+")
_GOT = re.compile(r"(?:得分?|评分)(?:为|是|：|:| )*$")
_RATE = re.compile(r"得分率(?!.*(?:执行|到位|完成|支付|支出|满意|达标|合格|覆盖)[率度])")
_OTHERS = re.compile(
    r"上年|去年|上一年|往年|同比|平均|提高|下降|增加|减少|目标|以上|以下|不低于|每|如果|否则|不得分"
)
_CLAUSE_END = re.compile(r"[，,。；;：:、）)]|$")
_BRACKETED = re.compile(
    r"[（(](?:权重|分值|满分|标准)分?值?(?:为|：|:| )*(?P<weight>\d+(?:\.\d+)?) *分?[，、；,](?:实际|自评|评价)?得分?(?:为|：|:| )*(?P<score>\d+(?:\.\d+)?) *分[)）]"
)
_WHOLE = re.compile(
    rf"(?:综合|最终|总体|总|绩效评价|自评|评价|年度|考核|考评|评估|[本该](?:项目|专项|次评价|年度?)(?:资金)?)(?:评价|绩效|自评)?(?:综合)?(?:得分|评分)(?:为|是|:|：| )*{_NUMBER} *分"
)
_OF_ALL = re.compile(
    rf"(?:[两二三四五六七八九]|\d)(?:个方面|大?类|大?项|个)(?:[一二]级)?(?:指标)?(?:合计|共计|总计|累计|共|总)?得分?(?:为|是|：| )*{_NUMBER} *分"
)
"""投入、过程、产出、效果四项合计得90.5分."""
_MEAN = re.compile(
    rf"(?P<count>\d{{1,2}}|[二两三四五六七八九十]) *个项目的?平均(?:自评|评价)?(?:得分|分)(?:为|是|：|:| )*{_NUMBER} *分"
)
_NUMBERING = re.compile(
    r"^ *(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])"
)
_BEHIND_NAME = re.compile(r"(?:类|方面|部分)?(?:[一二三]级)?(?:指标)?(?:情况|分析|评价|完成情况)*$")


def told_scores(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge what sentences and headings tell of the scores of the tables."""
    points = points_of(subject)
    totals = totals_of(subject)
    if points:
        for passage in subject.body:
            layout = passage.reading.layout
            for sentence in range(len(layout.sentence_starts)):
                start, _ = layout.sentence_span(sentence)
                yield from _sentence(passage, start, passage.reading.sentence(sentence), points)
            yield from _heading(passage, points)
        yield from _lost_in_section(subject, points)
    if totals:
        yield from _whole(subject, totals)
        yield from shares_of_lost(subject, points, totals)
    if len(totals) > 1:
        yield from _mean(subject, totals)


def _sentence(
    passage: Passage, start: int, words: str, points: dict[str, Points]
) -> Iterator[Judged]:
    """过程得分率最低, 为88%, 扣3分: each figure belongs to the one indicator named since the figure before."""
    figures = list(_FIGURE.finditer(words))
    while figures and _OTHERS.search(_until_clause_ends(words, figures[-1].end())):
        figures.pop()
    if not figures:
        return
    names = names_in(words, points)
    in_order = _rates_in_order(words, names)
    floor, known = 0, None
    for match in figures:
        between = words[floor : match.start()]
        named = [name for at, name in names if floor <= at < match.start()]
        own = points[named[0]] if len(named) == 1 else None
        where = Cited(passage, (start + match.start(), start + match.end()))
        number = Decimal(match["number"])
        if match.start() in in_order:
            known = points[name] if (name := in_order[match.start()]) else None
            if known is not None:
                yield _rate(where, known, number, match["number"])
        elif match["unit"] == "分" and _GOT.search(between):
            if own is not None and _is_name_of(between, own):
                yield _judged(where, "score", own, own.score, number)
            known = own
        elif match["unit"] != "分":
            own = own or (known if not named else None)
            if own is not None and _RATE.search(words[: match.start()]):
                yield _rate(where, own, number, match["number"])
                known = own
            else:
                known = None
        elif len({n for at, n in names if at < floor}) > 1 and _TOGETHER.fullmatch(between):
            if not _TAKES_POINTS.search(
                words, 0, floor
            ):  # else it adds up what was told one by one
                yield from _lost_together(where, names, points, floor, number)
            known = None
        elif known is not None and _ADJACENT.fullmatch(between):
            yield _judged(where, "lost", known, known.weight - known.score, number)
        elif own is not None and _is_taken_from(between, own):
            lost = own.weight - own.score
            if number == lost or one_slip_apart(number, lost):  # else it may be one of several
                yield _judged(where, "lost", own, lost, number)
            known = None
        else:
            known = None
        floor = match.end()


def _until_clause_ends(words: str, end: int) -> str:
    """What a sentence says up to the end of the clause of a figure; what follows speaks of something else."""
    found = _CLAUSE_END.search(words, end)
    return words if found is None else words[: found.start()]


def _lost_together(
    where: Cited,
    names: list[tuple[int, str]],
    points: dict[str, Points],
    floor: int,
    number: Decimal,
) -> Iterator[Judged]:
    """What the indicators named before have lost in all: as told, or one slip away from it."""
    named = [points[name] for name in dict.fromkeys(name for at, name in names if at < floor)]
    weight, score = sum(one.weight for one in named), sum(one.score for one in named)
    of_all = Points(
        "、".join(one.name for one in named), Decimal(weight), Decimal(score), named[0].spot
    )
    lost = of_all.weight - of_all.score
    if number == lost or one_slip_apart(number, lost):  # else it may be that of the last one
        yield _judged(where, "lost", of_all, lost, number)


def _rates_in_order(words: str, names: list[tuple[int, str]]) -> dict[int, str]:
    """Whose each rate of 得分率分别为91.67%、82.73%和88.75% is, by where it stands; none's where they do not pair."""
    figures = list(_FIGURE.finditer(words))
    for at, first in enumerate(figures):
        if first["unit"] == "分" or not _IN_ORDER.search(words[: first.start()]):
            continue
        row = [first]
        for following in figures[at + 1 :]:
            if following["unit"] == "分" or not _NEXT.fullmatch(
                words, row[-1].end(), following.start()
            ):
                break
            row.append(following)
        told = [name for place, name in names if place < first.start()]
        alike = len(told) == len(row) == len(set(told))
        return {one.start(): told[n] if alike else "" for n, one in enumerate(row)}
    return {}


def _is_taken_from(between: str, own: Points) -> bool:
    """Tell whether a number of points is what the one indicator named has lost."""
    before, _, behind = between.rpartition(own.name)
    if _TAKEN.fullmatch(behind):
        return True
    return _TAKES.search(before) is not None and _NAMED_LAST.fullmatch(behind) is not None


def _is_name_of(between: str, own: Points) -> bool:
    """Tell whether a score is that of the name right before it, not of one of its parts."""
    behind = between[between.rfind(own.name) + len(own.name) :]
    return re.fullmatch(
        r"(?:类|方面|部分)?(?:[一二三]级)?(?:指标)?(?:的)?(?:实际|自评|评价)?(?:得分?|评分)(?:为|是|：|:| )*", behind
    ) is not None  # fmt: skip


def _judged(cited: Cited, variant: str, own: Points, expected: Decimal, number: Decimal) -> Judged:
    arithmetic = (
        f"{plain(own.weight)}－{plain(own.score)}＝{plain(expected)}" if variant == "lost" else ""
    )
    return Judged(
        number == expected, () if number == expected else (cited_spot(cited), own.spot),
        cited_held(cited), variant, {"label": cited.passage.label, "name": own.name},
        expected=plain(expected), actual=plain(number), arithmetic=arithmetic,
    )  # fmt: skip


def _rate(cited: Cited, own: Points, number: Decimal, text: str) -> Judged:
    step = Decimal(1).scaleb(-len(text.partition(".")[2]))
    exact = own.score / own.weight * 100
    holds = abs(number - exact) < step
    expected = plain(exact.quantize(step, ROUND_HALF_UP))
    return Judged(
        holds, () if holds else (cited_spot(cited), own.spot), cited_held(cited), "rate",
        {"label": cited.passage.label, "name": own.name}, expected=f"{expected}%", actual=cited.text,
        arithmetic=f"{plain(own.score)}÷{plain(own.weight)}×100%＝{expected}%",
    )  # fmt: skip


def _of_heading(heading: str, points: dict[str, Points]) -> Points | None:
    words = _NUMBERING.sub("", "".join(heading.split()))
    words = re.split(r"[（(：:，。]|权重|分值|得分", words)[0]
    for name in (
        words,
        _BEHIND_NAME.sub("", words),
        _BEHIND_NAME.sub("", words).removesuffix("类"),
    ):
        if name in points:
            return points[name]
    return None


def _heading(passage: Passage, points: dict[str, Points]) -> Iterator[Judged]:
    """（一）过程指标（权重20分，得分15.5分）."""
    found = _BRACKETED.search(passage.reading.folded[:60])
    own = _of_heading(passage.text, points) if found else None
    if found is None or own is None:
        return
    for kind, true in (("weight", own.weight), ("score", own.score)):
        cited = Cited(passage, found.span(kind))
        yield _judged(cited, kind, own, true, Decimal(found[kind]))


def _lost_in_section(subject: DocumentSubject, points: dict[str, Points]) -> Iterator[Judged]:
    """No 扣3分 beneath a heading is more than the indicator of the heading has lost."""
    for passage in subject.body:
        own = _of_heading(passage.headings[-1], points) if passage.headings else None
        if own is None:
            continue
        named = [points[name] for _, name in names_in(passage.reading.folded, points)]
        for match in _FIGURE.finditer(passage.reading.folded):
            before = passage.reading.folded[max(0, match.start() - 12) : match.start()]
            if match["unit"] != "分" or not _LOST.search(before) or _OTHERS.search(before):
                continue
            lost, number = own.weight - own.score, Decimal(match["number"])
            sentence = passage.reading.sentence(passage.reading.layout.sentence_at(match.start()))
            most = max([lost, *(one.weight - one.score for one in named)])
            if number > most and not _OTHERS.search(sentence):
                yield _judged(Cited(passage, match.span()), "lost", own, lost, number)


def _whole(subject: DocumentSubject, totals: dict[Decimal, Spot]) -> Iterator[Judged]:
    """自评得分99分 where a table's total, told nowhere in the text, is 98分."""
    said = [
        (passage, match, Decimal(match["number"]))
        for passage in subject.body
        for pattern in (_WHOLE, _OF_ALL)
        for match in pattern.finditer(passage.reading.folded)
        if not _OTHERS.search(passage.reading.sentence(passage.reading.layout.sentence_at(match.start())))
    ]  # fmt: skip
    numbers = {number for *_, number in said}
    for passage, match, number in said:
        if number in totals:
            continue
        meant = [t for t in totals if one_slip_apart(t, number) and t not in numbers]
        if len(meant) != 1 or len(numbers - set(totals)) > 1:
            continue
        cited = Cited(passage, (match.start("number"), match.end()))
        yield Judged(
            False, (cited_spot(cited), totals[meant[0]]), (), "whole", {"label": passage.label},
            expected=plain(meant[0]), actual=plain(number),
        )  # fmt: skip


def _mean(subject: DocumentSubject, totals: dict[Decimal, Spot]) -> Iterator[Judged]:
    """两个项目平均得分96分 where just two tables score projects."""
    for passage in subject.body:
        for match in _MEAN.finditer(passage.reading.folded):
            count = chinese_number(match["count"].replace("两", "二"))
            count = Decimal(match["count"]) if count is None else count
            if count != len(totals):
                continue
            number = Decimal(match["number"])
            step = Decimal(1).scaleb(-len(match["number"].partition(".")[2]))
            exact = sum(totals, Decimal(0)) / len(totals)
            holds = abs(number - exact) < step
            cited = Cited(passage, (match.start("number"), match.end()))
            parts = "＋".join(plain(total) for total in totals)
            yield Judged(
                holds, () if holds else (cited_spot(cited), *totals.values()), cited_held(cited), "mean",
                {"label": passage.label}, expected=plain(exact.quantize(step, ROUND_HALF_UP)),
                actual=plain(number), arithmetic=f"（{parts}）÷{len(totals)}",
            )  # fmt: skip


RULES = (
    DocumentRule(
        code="F641",
        name="所述得分、得分率、扣分与评分表一致",
        level=Level.WARNING,
        judge=told_scores,
        what="句中和标题写的某指标得分、得分率、扣分，与评分表（指标排成行或排成列的）算出的一致；某指标之下写的一处扣分不大于该指标的全部失分；所写总得分与表中总分只差一位数字的，提示核对；写明扣分占全部扣分比例的，按失分计算；写明几个项目平均得分的，等于各表总分的平均数。写明上年、平均、每项等另有所指的，不作比较。",
        why="评分改动以后，文字里的得分率和扣分最容易漏改。",
        mend="以最后确定的评分为准，改正文字或表。",
        source="同一事实前后一致",
        sentences={
            "score": "{label}写“{name}”得{actual}分，评分表中是{expected}分",
            "weight": "{label}写“{name}”权重{actual}分，评分表中是{expected}分",
            "rate": "{label}写“{name}”得分率{actual}，按评分表{arithmetic}",
            "lost": "{label}写“{name}”扣{actual}分，按评分表{arithmetic}",
            "share": "{label}写“{name}”占全部扣分的{actual}，按评分表{arithmetic}",
            "mean": "{label}写平均得分{actual}分，按各表总分{arithmetic}＝{expected}分",
            "whole": "{label}写总得分{actual}分，评分表的总分是{expected}分，只差一位数字，请核对",
        },
        example=DocumentExample(
            wrong="四类指标中，过程得分率最低，为84%。\n|指标|决策|过程|产出|效益|总分|\n|权重|15|25|35|25|100|\n|得分|13.5|22|33.6|22.5|91.6|",
            right="四类指标中，过程得分率最低，为88%。\n|指标|决策|过程|产出|效益|总分|\n|权重|15|25|35|25|100|\n|得分|13.5|22|33.6|22.5|91.6|",
        ),
        second_look=True,
    ),
)

"""Sums announced in prose: parts with 共计 behind them, a total with 其中 and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare, printed
from govdocs.prose.lists import (
    ENDS_LIST,
    OPEN,
    another_matter,
    can_be_part,
    has_untold_rest,
    is_budget_of_result,
    is_held_against,
    last_amount,
    same_thing,
    sentence_figures,
    without_attributes,
)
from govdocs.prose.passage import Passage
from govdocs.prose.reading import TextReading
from govdocs.prose.sums.other_totals import is_total_itself
from govdocs.prose.sums.owners_named import names_another_owner
from govdocs.prose.told import OWNER
from govdocs.prose.words.added_up import interval_of_sum, round_to
from govdocs.prose.words.completeness import ONE_KIND
from govdocs.prose.words.near_miss import looks_like_slip, slip_into

_SUM_WORD = re.compile(
    r"(?:共计|合计|总计|总共|共)(?:为|达到|达|安排|下达|拨付|支出|投入|发放|资金|金额|人民币| |：|:)*$"
)
_MORE = re.compile(r"加上[^，。；\d]*$")
_AMONG = re.compile(r"其中[，：:, ]*")
_MADE_OF = re.compile(r"(?:由|分别为|分别是|分别)")
_COMPLETE = re.compile(r"其中[：:]")
_GIVEN_TO = re.compile(r"^.*(?:用于|安排|投入|支持|补助|下达|给予)")
_ONE_KIND = ONE_KIND - frozenset("类级段岸") | frozenset("乡镇村")
"""Kinds of one thing by their last character: 图书馆, 文化馆."""
_COMPLEMENTS = (
    {"中央", "地方"}, {"中央", "省级"}, {"出口", "进口"}, {"基本支出", "项目支出"},
    {"一般公共预算", "政府性基金"}, {"财政资金", "自筹"}, {"财政资金", "其他资金"}, {"男", "女"},
    {"城镇", "农村"}, {"上级", "本级"},
)  # fmt: skip
_WHOLE_SETS = ({"因公出国", "公务用车", "接待费"},)
_FUND = re.compile(r"资金|预算|补助|拨款|经费|补贴|安排|下达|投入|问卷|得分")
MIN_RESOLUTION = 1000
"""A total of fewer last digits is met by chance too often for the one-slip test."""
_AVERAGE = re.compile(r"[人户亩日月年次校院村镇县店企]均|平均|中位数|均价|单价|每[一-龥]")
_CONTRIBUTES = re.compile(r"拉动|贡献|带动|影响")
_SCORE = re.compile(r"得(?:分|到)?(?:为|了|：| )*$")


@lru_cache(maxsize=16384)
def sums(passage: Passage) -> tuple[Judgement, ...]:
    """Judge every sum that the sentences of ``passage`` announce with its parts; two rules ask for it."""
    return tuple(_sums(passage))


def _sums(passage: Passage) -> Iterator[Judgement]:
    sentences = sentence_figures(passage.reading)
    for number, figures in enumerate(sentences):
        yield from _total_behind(passage, figures)
        yield from _total_before(passage, number, sentences)


def _words_before(reading: TextReading, figure: ProseFigure, floor: int = 0) -> str:
    return reading.folded[max(floor, figure.span[0] - 24) : figure.span[0]]


def _total_behind(passage: Passage, figures: list[ProseFigure]) -> Iterator[Judgement]:
    """Parts, then 共计 or 合计 and the total: the list is complete by its wording."""
    reading = passage.reading
    for at, total in enumerate(figures):
        floor = figures[at - 1].span[1] if at else 0
        if total.sort is not Sort.MEASURE or total.is_rate:
            continue
        if not _SUM_WORD.search(_words_before(reading, total, floor)):
            continue
        parts: list[ProseFigure] = []
        for place in range(at - 1, -1, -1):
            figure = figures[place]
            if figure.kind != total.kind or figure.depth > total.depth:
                continue
            if is_held_against(reading, figure, figures[place + 1]):
                continue
            if figure.role is Role.EACH:
                parts = []
                break
            if not can_be_part(figure) or not same_thing(figure, total):
                continue
            if is_total_itself(reading, figure, total, begun=bool(parts)):
                break
            parts.insert(0, figure)
        parts = without_attributes(reading, parts)
        if len(parts) < 2:
            continue
        if _MORE.search(_words_before(reading, parts[0])):
            continue  # what it is added to was told before
        stretch = reading.folded[parts[0].span[0] : total.span[0]]
        if "其中" in stretch or re.search(r"[一二两三四五六七八九十]年", stretch):
            continue
        tails = [parts[i:] for i in range(len(parts) - 1)]
        fitting = next((tail for tail in tails if _meets(tail, total)), None)
        if fitting is None and _begins_before(passage, parts, total):
            continue
        is_open = re.search(r"等[^，。；]{0,12}，?[^，。；]{0,8}$", stretch) is not None
        yield _judged(passage, fitting or parts, total, "listed", Sureness.PROVEN, is_open=is_open)


def _begins_before(passage: Passage, parts: list[ProseFigure], total: ProseFigure) -> bool:
    """Tell whether the first part stands in a sentence before: 收入18亿元。上级补助26亿元，收入总计44亿元."""
    rest = total.interval.minus(Interval.total(p.interval for p in parts))
    return names_another_owner(passage.reading, parts, total) or (rest.low > 0 and any(
        f.sentence < total.sentence and same_thing(f, total) and can_be_part(f)
        and rest.meets(f.interval)
        for f in passage.reading.measures
    ))  # fmt: skip


def _total_before(
    passage: Passage, number: int, sentences: list[list[ProseFigure]]
) -> Iterator[Judgement]:
    """A total, then 其中 and parts; whether the parts claim to be all is judged by wording and figures."""
    reading = passage.reading
    start, end = reading.layout.sentence_span(number)
    figures = sentences[number]
    marks = list(_AMONG.finditer(reading.folded, start, end))
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        total = _total_for(reading, sentences, number, mark, at_start=mark.start() <= start + 1)
        if total is None:
            continue
        parts = _parts_after(reading, figures, total, mark.end(), stop)
        if not parts:
            continue
        parts = _of_one_list(reading, parts, total)
        if not parts or parts[0].value > 10 * total.value:
            continue  # 亩均1500元，其中中央补助占66.67%，计18600万元: a part of what was told before
        after = parts[-1].span[1]
        stretch = reading.folded[mark.end() : after]
        tail = reading.folded[after : after + 6]
        is_open = OPEN.search(stretch) is not None or tail.lstrip(" ").startswith("等")
        is_open = is_open or has_untold_rest(reading.folded, after)
        over = _exceeds(parts, total)
        if len(parts) == 1 or over is not None:
            one = over if over is not None else parts[0]
            yield Judgement(
                "part",
                over is None,
                (Cited.of(passage, one), Cited.of(passage, total)),
                expected=f"不大于{total.text}",
                actual=one.text,
                arithmetic=f"{one.text}＞{total.text}" if over is not None else "",
            )
            continue
        sureness = _completeness(passage, parts, total, mark.start(), is_open=is_open)
        if sureness is not None:
            yield _judged(passage, parts, total, "among", sureness, is_open=is_open)


def _total_for(
    reading: TextReading,
    sentences: list[list[ProseFigure]],
    number: int,
    mark: re.Match[str],
    *,
    at_start: bool,
) -> ProseFigure | None:
    """The total that 其中 divides: the figure before it, or the one of a list that its words name.

    None after a sentence that ends in several figures of one kind, none of them named: any of
    them may be meant.
    """
    depth = reading.layout.depth_at(mark.start())
    before = [f for f in sentences[number] if f.span[1] <= mark.start()]
    across = not before and at_start and number > 0
    if across:
        before = sentences[number - 1]
    # 1.26亿元（中央8600万元，省级4000万元），其中: the brackets are closed again
    before = [f for f in before if f.depth <= depth]
    total = last_amount(reading, before)
    if total is None or _is_no_whole(reading, total):
        return None
    following = next((f for f in sentences[number] if f.span[0] >= mark.end()), None)
    words = reading.folded[mark.end() : following.span[0]] if following else ""
    rivals = [
        f
        for f in before
        if f.kind == total.kind and can_be_part(f) and f.measure and f is not total
    ]
    if _named_in(words, total):
        return total
    # 限额92亿元，其中一般债务17亿元……；余额90亿元，其中一般债务16亿元: an item of the list before is no whole
    items = [f for f in rivals if _is_item(reading, sentences, f)]
    named = [f for f in rivals if _named_in(words, f) and f not in items]
    if named:
        return named[-1]
    return None if across and rivals else total


def _is_no_whole(reading: TextReading, figure: ProseFigure) -> bool:
    """Tell whether 其中 behind a figure names kinds and no parts: averages and changes of rates do not add up."""
    start = reading.layout.clause_starts[figure.clause]
    words = reading.folded[start : figure.span[0]]
    if figure.is_points:
        return _CONTRIBUTES.search(words) is None
    return _AVERAGE.search(words) is not None


def _is_item(reading: TextReading, sentences: list[list[ProseFigure]], figure: ProseFigure) -> bool:
    """Tell whether a figure stands in a list after 其中 itself, behind the total of that list."""
    start = reading.layout.sentence_span(figure.sentence)[0]
    mark = reading.folded.rfind("其中", start, figure.span[0])
    if mark < 0 or re.search(r"[；;]", reading.folded[mark : figure.span[0]]):
        return False
    return any(f.span[1] <= mark and f.kind == figure.kind for f in sentences[figure.sentence])


def _named_in(words: str, figure: ProseFigure) -> bool:
    name = _GIVEN_TO.sub("", figure.measure)
    return len(name) > 1 and name in words


def _parts_after(
    reading: TextReading, figures: list[ProseFigure], total: ProseFigure, start: int, stop: int
) -> list[ProseFigure]:
    parts: list[ProseFigure] = []
    inside = reading.layout.depth_at(start)
    dates = [
        f.span[0] for f in reading.figures if f.sort is Sort.DATE and start <= f.span[0] < stop
    ]
    floor = start
    for place, figure in enumerate(figures):
        if figure.span[0] < start:
            continue
        if figure.span[0] >= stop or figure.depth < inside:
            break  # a list in brackets ends with them
        if any(floor <= date < figure.span[0] for date in dates) and parts:
            break
        words = reading.folded[floor : figure.span[0]]
        floor = figure.span[1]
        if parts and ENDS_LIST.search(words):
            break
        if figure.kind != total.kind or figure.depth > max(total.depth, inside):
            continue
        following = figures[place + 1] if place + 1 < len(figures) else None
        if is_held_against(reading, figure, following):
            continue
        if figure.role is Role.EACH or (another_matter(words) and (parts or "累计" in words)):
            break
        if figure.role is Role.TOTAL and parts and _SUM_WORD.search(words):
            if len(parts) > 1 and not figure.agrees(total):
                return []  # 两年共计16亿元，其中2021年中央5亿元、省级2亿元，合计7亿元: parts of another total
            break
        if can_be_part(figure) and same_thing(figure, total) and not (
            total.noun and not figure.noun and total.kind == "个"
            and re.match(r"[一-龥]", reading.folded[figure.span[1] :])
        ):  # fmt: skip
            parts.append(figure)
    return without_attributes(reading, parts)


def _of_one_list(
    reading: TextReading, parts: list[ProseFigure], total: ProseFigure
) -> list[ProseFigure]:
    """The parts without what stands beside the list: full marks beside scores, a figure behind the last part."""
    scores = [p for p in parts if _SCORE.search(reading.folded[max(0, p.span[0] - 8) : p.span[0]])]
    if total.kind == "分" and 1 < len(scores) < len(parts):
        parts = scores
    parts = [p for p in parts if not is_budget_of_result(reading, p, total)]
    added = Decimal(0)
    for at, part in enumerate(parts):
        added += part.value
        if at and added == total.value:
            return parts[: at + 1]
    return parts


def _exceeds(parts: list[ProseFigure], total: ProseFigure) -> ProseFigure | None:
    over = (p for p in parts if p.exact and p.interval.low > total.interval.high)
    return next(over, None) if total.exact else None


def _completeness(
    passage: Passage, parts: list[ProseFigure], total: ProseFigure, mark: int, *, is_open: bool
) -> Sureness | None:
    """How sure it is that the parts claim to be all of the total; None where they may overlap or be few.

    The wording 其中 alone does not say so: what makes it certain is money split by its sources,
    a pair that is always complete (中央 and 地方), or figures that are one slip away from adding up.
    """
    reading = passage.reading
    added = sum((p.value for p in parts), Decimal(0))
    if added == total.value:
        return Sureness.LIKELY
    labels = "".join(p.measure for p in parts)
    if any(all(word in labels for word in pair) for pair in _COMPLEMENTS) and len(parts) == 2:
        return Sureness.PROVEN
    if any(all(word in labels for word in some) for some in _WHOLE_SETS) and not is_open:
        return Sureness.PROVEN
    if total.counts and not _one_series(parts):
        return None
    clause = reading.folded[reading.layout.clause_starts[total.clause] : total.span[0]]
    is_fund = _FUND.search(clause) is not None or total.counts
    if added > total.value and is_fund:
        return Sureness.PROVEN
    if is_open:
        return None
    ulp = min(f.ulp for f in (*parts, total))
    fine = total.value / (ulp * round_to((*parts, total), ulp)) >= MIN_RESOLUTION
    colon = _COMPLETE.match(reading.folded, mark) is not None
    slip = looks_like_slip(added - total.value, ulp) and _one_slip(parts, total)
    owned = len(parts) > 2 and all(OWNER.search(p.measure) for p in parts)
    sure = fine or owned or (is_fund and (colon or len(parts) > 2))
    return Sureness.LIKELY if slip and sure else None


def _one_slip(parts: list[ProseFigure], total: ProseFigure) -> bool:
    """Tell whether one slip of the hand, in the total or in a part, sets it apart from the sum."""
    added = sum((p.value for p in parts), Decimal(0))
    return slip_into(total, Interval.exact(added)) or any(
        slip_into(part, Interval.exact(total.value - added + part.value)) for part in parts
    )


def _one_series(parts: list[ProseFigure]) -> bool:
    """Whether the parts of a count are kinds of one thing (大型企业, 小型企业).

    People are men, party members and graduates at once, and indicators have levels: such
    parts overlap, and their sum says nothing.
    """
    labels = [re.sub(r"[^\w]", "", p.measure) or p.noun for p in parts]
    if any(re.search(r"[一二三]级", label) for label in labels):
        return False
    if not all(labels):
        return False
    houses = {label[-1] for label in labels}
    return len({label[-2:] for label in labels}) == 1 or (len(houses) == 1 and houses <= _ONE_KIND)


def _meets(parts: list[ProseFigure], total: ProseFigure) -> bool:
    return interval_of_sum(parts).meets(total.interval)


def _comparable_digits(parts: list[ProseFigure], total: ProseFigure) -> bool:
    """Whether the total prints at least the digits of its parts, so that their sum could stand there."""
    return total.ulp <= min(p.ulp for p in parts)


def _judged(
    passage: Passage,
    parts: list[ProseFigure],
    total: ProseFigure,
    name: str,
    sureness: Sureness,
    *,
    is_open: bool,
) -> Judgement:
    loose = is_open or not all(f.exact for f in (*parts, total))
    added = interval_of_sum(parts)
    if not loose:
        holds = _meets(parts, total)
    elif total.exact and all(p.exact for p in parts):
        holds = added.low <= total.interval.high
    else:
        holds = True
    value = sum((p.value for p in parts), Decimal(0))
    decimals = max(
        (f.decimals for f in (*parts, total) if f.unit == total.unit), default=total.decimals
    )
    shown = printed(value, total.unit, decimals)
    if holds and not loose and value != total.value and _comparable_digits(parts, total):
        name, holds, sureness = "near", False, Sureness.HINT
    alike = all(p.unit == total.unit for p in parts)
    line = "＋".join(bare(p) if alike else p.text for p in parts)
    cited = (Cited.of(passage, total), *(Cited.of(passage, p) for p in parts))
    return Judgement(
        name,
        holds,
        cited,
        expected=shown,
        actual=total.text,
        arithmetic=f"{line}＝{shown}",
        sureness=sureness,
        details={"relation": "超过" if loose else "不等于"},
    )

"""Sums announced in prose: parts with 共计 behind them, a total with 其中 and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

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
from govdocs.prose.sums.addends import (
    named_addends,
    other_addends,
    slips_apart,
    some_add_up,
    some_taken_off,
)
from govdocs.prose.sums.other_totals import is_total_itself
from govdocs.prose.sums.owners_named import begins_before
from govdocs.prose.sums.wholeness import completeness
from govdocs.prose.words.added_up import interval_of_sum

_SUM_WORD = re.compile(
    r"(?:共计|合计|总计|总共|共)(?:为|达到|达|安排|下达|拨付|支出|投入|发放|资金|金额|人民币| |：|:)*$"
)
_DAYS = "日数"
_MORE = re.compile(r"加上[^，。；\d]*$")
_AMONG = re.compile(r"其中[，：:, ]*")
_MADE_OF = re.compile(r"(?:由|分别为|分别是|分别)")
_GIVEN_TO = re.compile(r"^.*(?:用于|安排|投入|支持|补助|下达|给予)")
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
        told, parts = parts, without_attributes(reading, parts)
        if len(parts) < 2:
            continue
        named = named_addends(reading, parts, total)
        if named is not None and len(named) < 2:
            continue
        if _MORE.search(_words_before(reading, parts[0])):
            continue  # what it is added to was told before
        stretch = reading.folded[(named or parts)[0].span[0] : total.span[0]]
        if re.search(r"其中|集中[在于]|[一二两三四五六七八九十]年", stretch):
            continue  # 未整改8个……集中在三个方面，合计6个: of those the total is
        tails = [named] if named else [parts[i:] for i in range(len(parts) - 1)]
        fitting = next((tail for tail in tails if _meets(tail, total)), None)
        if fitting is None and (
            begins_before(passage.reading, parts, total) or some_add_up(told, total)
        ):
            continue
        others = [] if named or fitting else other_addends(reading, told, parts, total)
        if others:
            yield from _one_of(passage, others, total)
            continue
        parts = named or parts
        is_open = re.search(r"等[^，。；]{0,12}，?[^，。；]{0,8}$", stretch) is not None
        yield _judged(passage, fitting or parts, total, "listed", Sureness.PROVEN, is_open=is_open)


def _one_of(
    passage: Passage, readings: list[list[ProseFigure]], total: ProseFigure
) -> Iterator[Judgement]:
    """A total that may add up one or another of the figures of its items: wrong only where a slip explains it."""
    held = next((parts for parts in readings if _meets(parts, total)), None)
    near = next((parts for parts in readings if slips_apart(parts, total)), None)
    parts = held or near
    if parts is not None:
        yield _judged(passage, parts, total, "listed", Sureness.LIKELY, is_open=False)


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
        if over is not None and _of_several(reading, figures, total, over):
            continue
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
        if some_taken_off(reading, parts):
            continue  # 可用1734万元，其中下达1650万元、结转126万元、调出42万元
        sureness = completeness(passage, parts, total, mark.start(), is_open=is_open)
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
        if parts and (ENDS_LIST.search(words) or _goes_on(reading, words, figures, total)):
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


def _goes_on(
    reading: TextReading, words: str, figures: list[ProseFigure], total: ProseFigure
) -> bool:
    """Tell whether a semicolon takes up what was told before the total: 中央资金执行9万元，结转6万元，其中…；地方资金执行."""
    tail = words.strip()[-2:]
    if words[:1] not in "；;" or not re.fullmatch(r"[一-龥]{2}", tail):
        return False
    ends = (f.span[0] for f in figures if f.span < total.span and f.kind == total.kind)
    own = reading.folded[: total.span[0]].rstrip()
    return not own.endswith(tail) and any(reading.folded[:end].endswith(tail) for end in ends)


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


def _of_several(
    reading: TextReading, figures: list[ProseFigure], total: ProseFigure, part: ProseFigure
) -> bool:
    """Tell whether a part is of the amount before the total as well: 2022年800万元、2023年900万元，其中设备1200万元."""
    before = [f for f in figures if f.span < total.span and f.kind == total.kind][-1:]
    return any(
        re.fullmatch(r"[^，。；]*、[^，。；]*", reading.folded[f.span[1] : total.span[0]])
        is not None
        and part.interval.low <= f.interval.plus(total.interval).high
        for f in before
    )


def _exceeds(parts: list[ProseFigure], total: ProseFigure) -> ProseFigure | None:
    over = (p for p in parts if p.exact and p.interval.low > total.interval.high)
    return next(over, None) if total.exact else None


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
        if total.kind == _DAYS and not any(f.decimals for f in (*parts, total)):
            holds, sureness = False, Sureness.LIKELY  # whole days are counted, not rounded
        else:
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

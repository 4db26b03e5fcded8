"""Shares against part and whole, where the sentence names the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from govdocs.model.interval import Interval, quotient, rounded
from govdocs.model.units import MONEY
from govdocs.prose.explained import is_cut
from govdocs.prose.facts.ledger import Ledger, measure_key, with_year
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage
from govdocs.prose.rates.share_binding import in_row, named_part, whole_of_share_before
from govdocs.prose.reading import TextReading
from govdocs.prose.words.binding import is_measure, measure_of

_HUNDRED = Interval.exact(Decimal(100))
_OF = re.compile(
    r"(?P<part>[^，。；：]*?)(?:已|约)?占(?!比|地)到?(?P<whole>[^，。；：\d]{2,30}?)(?:的)?(?:比例|比重|份额)?(?:为|达到|达|的|到|约| )*$"
)
_ANSWERS = re.compile(r"问卷|答题|受访|答卷|样本")
_RECEIVED = re.compile(r"收回|回收|有效|收到|收集")
_OF_MONEY = re.compile(r"(?:金额|资金|投资|采购额|投资额)(?:所)?占(?:比[例重]?)?[为约达：]*$")
_HELD_AGAINST = re.compile(r"[比较与](?:上年|去年|上一年)(?:同期)?的?$")
_COUNTED_BASE = re.compile(
    r"(?:数|数量|总数|家数|户数|人数|总量|全部[一-龥]+|企业|单位|项目|问卷)的?$"
)


def shares(passage: Passage, ledger: Ledger, year: int | None = None) -> Iterator[Judgement]:
    """Judge every 占 whose part and whole are known; a count whose whole is not known by its integers."""
    reading = passage.reading
    sentences = sentence_figures(reading)
    for number, figures in enumerate(sentences):
        for at, share in enumerate(figures):
            if share.sort is Sort.MEASURE and share.role is Role.SHARE and share.exact:
                yield from _judge_share(passage, sentences, number, at, ledger, year)


def _judge_share(
    passage: Passage,
    sentences: list[list[ProseFigure]],
    number: int,
    at: int,
    ledger: Ledger,
    year: int | None,
) -> Iterator[Judgement]:
    reading = passage.reading
    figures = sentences[number]
    share = figures[at]
    floor = figures[at - 1].span[1] if at else reading.layout.sentence_span(number)[0]
    words = reading.folded[max(floor, share.span[0] - 50) : share.span[0]]
    if in_row(reading, figures, at):
        return
    part = named_part(reading, figures, at, words)
    named = _OF.search(words)
    whole: Cited | None = None
    sureness = Sureness.PROVEN
    if named is not None:
        _, base = measure_of(named["whole"])
        own = measure_of(named["part"])[1]
        if is_measure(own) and is_measure(base):
            part_cited, whole = _by_name(share, own, base, ledger, year)
            if part_cited is not None and whole is not None and part_cited.figure is not None:
                yield from _judge(passage, share, part_cited, whole, Sureness.LIKELY)
            return
        if part is not None:
            whole = (
                _named_whole(passage, figures, at, part, base)
                or _at(ledger, part, base, year)
                or _called_total(passage, sentences, number, at, part, base)
            )
            if whole is None:
                yield from _integers(passage, share, part, named["whole"])
                return
    elif part is not None:
        whole = _only_whole(passage, sentences, number, at, part)
        parallel, same = whole_of_share_before(reading, sentences, number, at)
        if parallel:
            whole = None if same is None else Cited.of(passage, same)
        sureness = (
            Sureness.PROVEN
            if whole is not None and _among(reading, whole, part)
            else Sureness.LIKELY
        )
    if part is None or whole is None or not part.exact:
        return
    if part.kind != MONEY and _OF_MONEY.search(words):
        return  # 项目892个，占60.0%，金额占比72.4%: of the money, which is not told
    yield from _judge(passage, share, Cited.of(passage, part), whole, sureness)


def _at(ledger: Ledger, like: ProseFigure, measure: str, year: int | None) -> Cited | None:
    dated = with_year(like, year)
    return None if dated.period is None else ledger.at(dated, measure, dated.period)


def _by_name(
    share: ProseFigure, part: str, whole: str, ledger: Ledger, year: int | None
) -> tuple[Cited | None, Cited | None]:
    """Part and whole by their names, for the share's own time and one kind of unit."""
    dated = with_year(share, year)
    if dated.period is None:
        return None, None
    parts = {
        kind: cited
        for kind, cited in ledger.named(dated, part, dated.period).items()
        if cited.figure is not None and ledger.at(cited.figure, part, dated.period) is not None
    }
    wholes = ledger.named(dated, whole, dated.period)
    kinds = parts.keys() & wholes.keys()
    if len(kinds) != 1:
        return None, None
    kind = kinds.pop()
    return parts[kind], wholes[kind]


def _named_whole(
    passage: Passage, figures: list[ProseFigure], at: int, part: ProseFigure, base: str
) -> Cited | None:
    if len(base) < 2:
        return None
    fitting = [
        f for f in figures[:at]
        if f is not part and f.kind == part.kind and f.exact and f.sort is Sort.MEASURE
        and (base in (measure_key(f), f.measure, f.noun) or (len(base) > 4 and f.measure.endswith(base)))
    ]  # fmt: skip
    return Cited.of(passage, fitting[0]) if len(fitting) == 1 else None


def _called_total(
    passage: Passage,
    sentences: list[list[ProseFigure]],
    number: int,
    at: int,
    part: ProseFigure,
    base: str,
) -> Cited | None:
    """The whole that 其中 divides, when the share calls it by its name with 总: 占总投资的40%."""
    name = re.sub(r"^(?:全部|总)|(?:总额|总量|总数|总规模|总金额)$", "", base)
    if name == base or len(name) < 2:
        return None
    whole = _only_whole(passage, sentences, number, at, part)
    if whole is None or whole.figure is None or not whole.figure.measure.endswith(name):
        return None
    return whole if _among(passage.reading, whole, part) else None


def _only_whole(
    passage: Passage, sentences: list[list[ProseFigure]], number: int, at: int, part: ProseFigure
) -> Cited | None:
    """The only figure before the part that can be its whole: of its kind, in the sentence."""
    reading = passage.reading
    before = [f for f in sentences[number][:at] if f.span[0] < part.span[0]]
    answers = _ANSWERS.search(reading.sentence(number)) or (
        number and _ANSWERS.search(reading.sentence(number - 1))
    )
    if number and (answers or reading.sentence(number).startswith("其中")):
        before = sentences[number - 1] + before
    same = [
        f for f in before
        if f.exact and f.sort is Sort.MEASURE and f.role in {Role.PLAIN, Role.TOTAL}
        and (f.kind == part.kind or (answers and f.counts and part.counts and f.kind == "份"))
    ]  # fmt: skip
    if answers:
        same = [f for f in same if f.kind == "份"]
        received = [f for f in same if _RECEIVED.search(_own_words(reading, f))]
        same = received[-1:] or same
    mark = reading.folded.rfind("其中", 0, part.span[0])
    heads = [
        f for f in same
        if f.span[1] <= mark and not _HELD_AGAINST.search(_own_words(reading, f))
    ]  # fmt: skip
    if heads and not answers:
        same = heads[-1:]
    wholes = [
        f for f in same
        if (f.value >= part.value or answers)  # no more can answer than were asked
        and (answers or _among(reading, Cited.of(passage, f), part) or not _has_share(sentences, f))
    ]  # fmt: skip
    if not wholes:
        return None
    first = wholes[0]
    if len(wholes) > 1 and not _among(reading, Cited.of(passage, first), part):
        return None
    return Cited.of(passage, first)


def _has_share(sentences: list[list[ProseFigure]], figure: ProseFigure) -> bool:
    """Tell whether a figure is a part itself: its own share stands right behind it."""
    figures = sentences[figure.sentence]
    behind = next((f for f in figures if f.span[0] >= figure.span[1]), None)
    return behind is not None and behind.role is Role.SHARE and behind.clause - figure.clause <= 1


def _own_words(reading: TextReading, figure: ProseFigure) -> str:
    """The words right before a figure, as far as the clause before it."""
    start = reading.layout.clause_starts[figure.clause]
    return reading.folded[max(start, figure.span[0] - 12) : figure.span[0]]


def _among(reading: TextReading, whole: Cited, part: ProseFigure) -> bool:
    return "其中" in reading.folded[whole.span[1] : part.span[0]]


def _judge(
    passage: Passage, share: ProseFigure, part: Cited, whole: Cited, sureness: Sureness
) -> Iterator[Judgement]:
    if part.figure is None or whole.figure is None or whole.figure.value == 0:
        return
    ratio = part.figure.interval.over(whole.figure.interval)
    if ratio is None:
        return
    true = ratio.times(_HUNDRED)
    factor = share.unit.factor if share.unit else Decimal(1)
    exact = quotient(part.figure.value * 100, whole.figure.value)
    shown = f"{rounded(exact / factor, share.decimals):f}{share.unit.symbol if share.unit else '%'}"
    alike = part.figure.unit == whole.figure.unit or part.figure.counts
    a, b = (bare(part.figure), bare(whole.figure)) if alike else (part.text, whole.text)
    yield Judgement(
        "share",
        true.meets(share.interval)
        or is_cut(share, true)
        or _of_grand_whole(passage, share, true, whole.figure),
        (Cited.of(passage, share), part, whole),
        expected=shown,
        actual=share.text,
        arithmetic=f"{a}÷{b}×100%＝{shown}",
        sureness=sureness,
        details={"part": part.text, "whole": whole.text},
    )


def _of_grand_whole(
    passage: Passage, share: ProseFigure, of_whole: Interval, whole: ProseFigure
) -> bool:
    """Tell whether a share is of what its whole has a share of itself: 乙18万人，占24%，其中丙17万人，占23%."""
    figures = passage.reading.by_sentence[whole.sentence]
    behind = next((f for f in figures if f.span[0] >= whole.span[1]), None)
    if behind is None or behind.role is not Role.SHARE or behind.clause - whole.clause > 1:
        return False
    part, rate = of_whole, behind.interval
    grand = Interval(part.low * rate.low / 100, part.high * rate.high / 100)
    return behind is not share and grand.meets(share.interval)


def _integers(
    passage: Passage, share: ProseFigure, part: ProseFigure, base: str
) -> Iterator[Judgement]:
    """Whether any whole number of things makes the printed share of a count; a hint at most."""
    if (
        not part.counts
        or not part.exact
        or share.value <= 0
        or not _COUNTED_BASE.search(base.strip())
    ):
        return
    low = quotient(part.number * 100, max(share.interval.high, share.truncated.high))
    high = quotient(part.number * 100, share.interval.low)
    if high - low >= 1:
        return
    first = low.to_integral_value(ROUND_CEILING)
    holds = first <= high.to_integral_value(ROUND_FLOOR)
    yield Judgement(
        "integer",
        holds,
        (Cited.of(passage, share), Cited.of(passage, part)),
        actual=share.text,
        arithmetic=f"{bare(part)}÷{share.text}＝{rounded(quotient(part.number * 100, share.value), 2):f}",
        sureness=Sureness.HINT,
        details={"part": part.text, "whole": base.strip().removesuffix("的")},
    )

"""Rates whose whole stands further off than the sentence: 目标48万人的109.58%, a list of shares, 执行率 after 支出."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.model.interval import quotient, rounded
from govdocs.prose.explained import Amounts, is_rate_of
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare, printed
from govdocs.prose.passage import Passage
from govdocs.prose.rates.share_binding import in_row, named_part
from govdocs.prose.words.accounts_of_figures import of_other_accounts
from govdocs.prose.words.stocks import STOCK

_OF_IT = re.compile(r"^的(?:比例为|比例|比重为|比重)? *$")
_LINK = re.compile(r"(?:为|是|完成|占|达到?|超过|相当于)[^，。；]*$")
_BREAK = re.compile(r"[。；]")
_RATE = re.compile(
    r"(?:执行率|支付率|拨付率|到位率|支出率|使用率|发放率|收缴率|回收率|结转率|合格率|满意率|支出进度|执行进度)(?:仅|为|是|达到|达|约|：| )*$"
)
_QUALIFIED = re.compile(r"(?:一次|首次|初次|当年|当期)[^，。；\d]{0,6}率")
_DONE = re.compile(
    r"(?:支出|支付|拨付|执行|使用|发放|兑付|到位|实收|结转|回收|收回|合格|满意)(?:的|了|资金|金额|数|为|：| )*$"
)
_GIVEN = re.compile(
    r"(?:预算数?|下达|到位|安排|投入|总投资|总额|应收|发放(?:问卷)?|回访|抽查|受访|调查|合计|共计|共)[^，。；、\d]{0,20}$"
)
_WHOSE = re.compile(r"中央|省级|市级|县级|区级|市县|地方|其他|自筹|社会|上级")
_NAMED = re.compile(r"占(?!比|地|用)(?P<whole>[^，。；：\d]{2,16}?)的?(?:比例|比重)?(?:为|达)? *$")
_FUNDS = re.compile(r"(?:全部|已)?(?:下达|安排|到位|投入|预算)(?:资金|金额|总额)(?:总额)?")
_BARE = re.compile(r"^(?:全部|全[省市县区]|本[省市县区])|(?:总额|总数|总量|资金|金额|数|额|的)$")
_LEFT = re.compile(r"(?:结余|结转|尚余|剩余|仍余|余|尚有|还有|结转结余)(?:资金|金额)?(?:为|了)? *$")
_UNSPENT = re.compile(r"[^，。；\d]{0,4}(?:尚未|未)(?:支付|拨付|支出|使用)")
_STATED = frozenset({Role.PLAIN, Role.TOTAL, Role.TARGET})
_TOGETHER = re.compile(r"[合共总]计|[两二三]项|[两二三]者|[，；] *共")
"""恢复0.84万亩，改善1.52万亩，合计占: the amounts are taken together."""


def ratios(passage: Passage, amounts: Amounts) -> Iterator[Judgement]:
    """Judge rates against a whole outside their clause; silent where any amount of the paper explains one."""
    figures = [f for f in passage.reading.measures if f.unit is not None]
    yield from _of_the_last(passage, figures)
    yield from _shares_of_one_whole(passage, figures, amounts)
    yield from _of_what_was_given(passage, figures, amounts)
    yield from _of_a_named_whole(passage, figures, amounts)


def _words(passage: Passage, figure: ProseFigure, size: int = 24) -> str:
    start = passage.reading.layout.clause_starts[figure.clause]
    return passage.reading.folded[max(start, figure.span[0] - size) : figure.span[0]]


def _between(passage: Passage, first: ProseFigure, second: ProseFigure) -> str:
    return passage.reading.folded[first.span[1] : second.span[0]]


def _usable(figure: ProseFigure) -> bool:
    return (
        figure.sort is Sort.MEASURE and figure.exact and not figure.is_rate and not figure.is_points
    )


def _of_the_last(passage: Passage, figures: list[ProseFigure]) -> Iterator[Judgement]:
    """a, 为目标b的c%: the whole stands right before the rate."""
    for at, rate in enumerate(figures):
        if at < 2 or not (rate.is_rate or rate.kind == "倍") or not rate.exact:
            continue
        whole = figures[at - 1]
        noun = _between(passage, whole, rate).removeprefix(whole.noun)
        if not _usable(whole) or not (_OF_IT.match(noun) and _LINK.search(_words(passage, whole))):
            continue
        near = [
            f for f in figures[: at - 1] if f.kind == whole.kind and f.sentence == rate.sentence
        ]
        if not near or not all(_usable(f) for f in near):
            continue
        skipped = sum(_is_whole_of_another(passage, figures, f) for f in near)
        near = [f for f in near if not _is_whole_of_another(passage, figures, f)]
        if not near:
            continue
        part = near[-1]
        if (
            _BREAK.search(_between(passage, part, whole))
            or _TOGETHER.search(_between(passage, part, whole))
            or whole.clause - part.clause > 1 + skipped
        ):
            continue
        holds = any(is_rate_of(f.interval, whole.interval, rate) for f in near)
        yield _judgement(passage, "rate", rate, part, Cited.of(passage, whole), holds=holds)


def _is_whole_of_another(passage: Passage, figures: list[ProseFigure], one: ProseFigure) -> bool:
    """Tell whether a figure is itself what a rate is named after: 完成预算671万元的101%, 支出完成预算…"""
    following = figures[figures.index(one) + 1]
    if not (following.is_rate or following.kind == "倍"):
        return False
    return bool(_OF_IT.match(_between(passage, one, following).removeprefix(one.noun)))


def _shares_of_one_whole(
    passage: Passage, figures: list[ProseFigure], amounts: Amounts
) -> Iterator[Judgement]:
    """A a, 占p%; B b, 占q%: one whole explains all shares but one, or the parts add up to it."""
    pairs = [
        (part, share) for part, share in pairwise(figures)
        if share.is_rate and share.role is Role.SHARE and share.exact and _usable(part)
        and part.role in _STATED and share.clause - part.clause <= 1 and share.sentence == part.sentence
    ]  # fmt: skip
    for kind in sorted({part.kind for part, _ in pairs}):
        alike = [pair for pair in pairs if pair[0].kind == kind]
        if len(alike) < 2:
            continue
        first = alike[0][0].span[0]
        added = sum((part.value for part, _ in alike), Decimal(0))
        best: tuple[int, ProseFigure] | None = None
        for whole in figures:
            if (
                whole.kind != kind
                or not _usable(whole)
                or whole.span[0] >= first
                or whole.value <= 0
            ):
                continue
            good = sum(is_rate_of(p.interval, whole.interval, s) for p, s in alike)
            good += len(alike) * (added == whole.value)
            if good and (best is None or good > best[0]):
                best = (good, whole)
        whole_cited = None if best is None else Cited.of(passage, best[1])
        if best is None or best[0] < max(2, len(alike) - 1):
            whole_cited = amounts.first(kind, added)
        if whole_cited is None or whole_cited.figure is None:
            continue
        for part, share in alike:
            holds = is_rate_of(part.interval, whole_cited.figure.interval, share)
            if holds or not amounts.explains_rate(part, share):
                yield _judgement(passage, "share", share, part, whole_cited, holds=holds)


def _of_what_was_given(
    passage: Passage, figures: list[ProseFigure], amounts: Amounts
) -> Iterator[Judgement]:
    """支出a, 执行率r: the whole stands in another sentence, or is the amount that the paper repeats."""
    for at, rate in enumerate(figures):
        if at == 0 or not rate.is_rate or not rate.exact or not _RATE.search(_words(passage, rate)):
            continue
        if _QUALIFIED.search(_words(passage, rate)):
            continue
        part = figures[at - 1]
        if not _usable(part) or part.sentence != rate.sentence or rate.clause - part.clause > 1:
            continue
        if not _DONE.search(_words(passage, part)) and not _same_stem(passage, part, rate):
            continue
        if re.search(r"[不未](?:合格|满意|到位|使用|执行)", _words(passage, part)):
            continue
        if part.role not in _STATED or re.search(r"其中|目标", _between(passage, part, rate)):
            continue
        wholes = [
            f for f in figures[: at - 1]
            if f.kind == part.kind and _usable(f) and f.value >= part.value
        ]  # fmt: skip
        fitting = next(
            (f for f in reversed(wholes) if is_rate_of(part.interval, f.interval, rate)), None
        )
        if fitting is not None:
            yield _judgement(passage, "rate", rate, part, Cited.of(passage, fitting), holds=True)
            continue
        beside = {
            f.value: f for f in wholes
            if f.sentence == rate.sentence and _GIVEN.search(_words(passage, f))
        }  # fmt: skip
        if (
            len(beside) == 1
            and _spent_itself(passage, wholes, part)
            and amounts.explains_rate(part, rate)
        ):
            continue
        if len(beside) == 1 and len(wholes) == 1:
            whole = Cited.of(passage, wholes[0])
            yield _judgement(passage, "rate", rate, part, whole, holds=False)
            continue
        if amounts.explains_rate(part, rate):
            continue
        if not wholes:
            main = main_amount(passage, part, amounts)
            if main is not None:
                yield _judgement(passage, "rate", rate, part, main, holds=False)
            continue
        given = [f for f in wholes if _GIVEN.search(_words(passage, f))]
        whose = _WHOSE.search(_words(passage, part))
        if whose is not None:
            given = [f for f in wholes if whose[0] in _words(passage, f)]
        repeated = [f for f in given if amounts.stated[f.kind, f.value] > 1]
        chosen = repeated or (given if len({f.value for f in given}) == 1 else [])
        if chosen:
            yield _judgement(
                passage, "rate", rate, part, Cited.of(passage, chosen[-1]), holds=False
            )


def _spent_itself(passage: Passage, wholes: list[ProseFigure], part: ProseFigure) -> bool:
    """Tell whether 支出44万元, 其中中央资金支出34万元 makes the part a share of what was spent, with a budget of its own."""
    return any(
        "其中" in _between(passage, whole, part) and _DONE.search(_words(passage, whole))
        for whole in wholes
    )


def _of_a_named_whole(
    passage: Passage, figures: list[ProseFigure], amounts: Amounts
) -> Iterator[Judgement]:
    """占计划总投资的r%: the one amount of the paper that bears the name of the whole."""
    for at, (part, rate) in enumerate(pairwise(figures), 1):
        if not rate.is_rate or not rate.exact or rate.role is not Role.SHARE or not _usable(part):
            continue
        if in_row(passage.reading, figures, at) or part.depth > rate.depth:
            continue  # 支出120万元（含配套20万元），占到位资金的60%: not of what the bracket tells
        own = [f for f in figures[:at] if f.sentence == rate.sentence]
        if named_part(passage.reading, own, len(own), _between(passage, part, rate)) is not part:
            continue
        if (
            part.role not in _STATED
            or part.sentence != rate.sentence
            or rate.clause - part.clause > 1
        ):
            continue
        named = _NAMED.search(_words(passage, rate))
        if named is None or amounts.explains_rate(part, rate):
            continue
        name = _BARE.sub("", named["whole"])
        if len(name) < 2:
            continue
        if _FUNDS.fullmatch(named["whole"]):
            main = main_amount(passage, part, amounts, least=1)
            if main is not None:
                yield _judgement(passage, "share", rate, part, main, holds=False)
            continue
        bearers = {
            cited.figure.value: cited
            for cited in amounts.cited.get(part.kind, ())
            if cited.figure is not None and cited.figure.role in _STATED
            and name in _words(cited.passage, cited.figure) and cited.span != part.span
        }  # fmt: skip
        wholes = [c for value, c in bearers.items() if value >= part.value]
        if len(wholes) == 1:
            yield _judgement(passage, "share", rate, part, wholes[0], holds=False)


def remainders(passage: Passage, amounts: Amounts) -> Iterator[Judgement]:
    """Judge 支出a, 结余b against the amount of the paper that both make up, in whatever paragraph."""
    figures = [f for f in passage.reading.measures if f.unit is not None and not f.is_rate]
    for spent, left in pairwise(figures):
        if not (_usable(spent) and _usable(left)) or spent.kind != left.kind:
            continue
        if left.sentence != spent.sentence or left.clause - spent.clause > 2:
            continue
        if not _LEFT.search(_words(passage, left)) and not _UNSPENT.match(
            passage.reading.folded, left.span[1]
        ):
            continue
        words = _between(passage, spent, left)
        if STOCK.search(words):
            continue  # what is left of all years
        if not _DONE.search(_words(passage, spent)) or re.search(r"其中|上年|历年|结转使用", words):
            continue
        both = spent.interval.plus(left.interval)
        if amounts.has(spent.kind, both):
            continue
        main = main_amount(passage, spent, amounts)
        if main is None or main.figure is None:
            continue
        if of_other_accounts(main, Cited.of(passage, spent)):
            continue
        line = f"{spent.text}＋{left.text}≠{main.text}"
        yield Judgement(
            "leftover", False, (Cited.of(passage, left), Cited.of(passage, spent), main),
            expected=printed(main.figure.value - spent.value, left.unit, left.decimals),
            actual=left.text, arithmetic=line, sureness=Sureness.LIKELY,
            details={"total": main.text, "paid": spent.text},
        )  # fmt: skip


def main_amount(
    passage: Passage, part: ProseFigure, amounts: Amounts, least: int = 2
) -> Cited | None:
    """The one amount above the part that the paper gives as its funds and states most often, ``least`` times.

    None where the part is only a share of them by its name, or two amounts are stated alike.
    """
    if _WHOSE.search(_words(passage, part)):
        return None
    found: dict[Decimal, Cited] = {}
    for cited in amounts.cited.get(part.kind, ()):
        figure = cited.figure
        if figure is None or figure.value < part.value or figure.value > part.value * 2:
            continue
        if cited.passage is passage and cited.span >= part.span:
            continue
        if _GIVEN.search(_words(cited.passage, figure)):
            found.setdefault(figure.value, cited)
    often = sorted(found, key=lambda value: -amounts.stated[part.kind, value])
    if not often or amounts.stated[part.kind, often[0]] < least:
        return None
    if (
        len(often) > 1
        and amounts.stated[part.kind, often[1]] == amounts.stated[part.kind, often[0]]
    ):
        return None
    return found[often[0]]


def _same_stem(passage: Passage, part: ProseFigure, rate: ProseFigure) -> bool:
    stem = re.search(r"([一-龥]{2})[率度](?:仅|为|是|达到|达|约|：| )*$", _words(passage, rate))
    own = re.split(r"[\d、，]", _words(passage, part))[-1]
    return stem is not None and re.search(rf"(?<![不未]){stem[1]}", own) is not None


def _judgement(
    passage: Passage, name: str, rate: ProseFigure, part: ProseFigure, whole: Cited, *, holds: bool
) -> Judgement:
    assert whole.figure is not None
    hundred = 100 if rate.is_rate else 1
    sign = "%" if rate.is_rate else "倍"
    exact = quotient(part.value * hundred, whole.figure.value) if whole.figure.value else Decimal(0)
    shown = f"{rounded(exact, rate.decimals):f}{sign}"
    alike = part.unit == whole.figure.unit
    a, b = (bare(part), bare(whole.figure)) if alike else (part.text, whole.text)
    return Judgement(
        name,
        holds,
        (Cited.of(passage, rate), Cited.of(passage, part), whole),
        expected=shown,
        actual=rate.text,
        arithmetic=f"{a}÷{b}{'×100%' if rate.is_rate else ''}＝{shown}",
        sureness=Sureness.LIKELY,
        details={"part": part.text, "whole": whole.text},
    )

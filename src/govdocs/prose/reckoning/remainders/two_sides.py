"""What income and spending leave: 收不抵支, 当年结余, 调出; the stock before, with both, makes the stock after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_other_accounts

_GAP = re.compile(
    r"(?:收不抵支|收支(?:缺口|差额|结余|相抵[^，。；]{0,4}(?:结余|缺口))|(?:当年|当期|本年|本期)(?:收支)?(?:结余|缺口|赤字|亏损|亏空)|调出(?:资金|到[^，。；]{0,12})?)(?:为|达|约|资金)*$"
)
_STOCK = re.compile(
    r"(?:年末|期末|滚存|累计)[^，。；]{0,6}(?:结余|结存|结转和结余|余额)(?:为|达|约)*$"
)
_OPENING = re.compile(
    r"(?:上年末?|年初|期初|上期)[^，。；]{0,10}(?:结余|结存|结转|余额)(?:为|达|约|收入)*$"
)
_INCOME = re.compile(r"收入(?:总计|合计|完成|决算|实现|共计?)?(?:为|达|约)*$")
_SPENDING = re.compile(r"支出(?:总计|合计|完成|决算|实现|共计?)?(?:为|达|约)*$")
_OTHER = re.compile(r"上年|去年|同期|预算数|年初|调整预算|其中|比|较")
_BOTH = re.compile(rf"{_INCOME.pattern}|{_SPENDING.pattern}")
_BARE = re.compile(r"(?:总|当[年期])?(?:支出|收入)")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十]{1,2}[）)、]")
_SIGNS = re.compile(r"[^一-龥]")
_EACH = 2
_FAR = 6
_LONGEST = 20


def two_sides(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every gap between income and spending, and every stock after them, with both sides told before."""
    for paragraph in story.told:
        for target in paragraph:
            if not is_amount(target):
                continue
            if _GAP.search(target.words):
                far = 0 if "调出" in target.words else 2
                found = list(_gaps(story, target, far))
            elif _STOCK.search(target.words) and not _OPENING.search(target.words):
                found = list(_stocks(story, target))
            else:
                continue
            if found:
                yield found


def _sides(story: Story, target: Told, far: int, pattern: re.Pattern[str], most: int) -> list[Told]:
    return [
        t for t in story.before(target, far)
        if pattern.search(t.words) and is_amount(t) and kin(t.figure, target.figure)
        and not of_other_accounts(t.cited, target.cited) and not _is_part(story, t)
    ][:most]  # fmt: skip


def _gaps(story: Story, target: Told, far: int) -> Iterator[Hypothesis]:
    incomes = _sides(story, target, far, _INCOME, _FAR)
    spendings = _sides(story, target, far, _SPENDING, _FAR)
    if far == 0:
        incomes = [t for t in incomes if t.figure.sentence == target.figure.sentence]
        spendings = [t for t in spendings if t.figure.sentence == target.figure.sentence]
    for one, other in product(_plain(incomes)[:_EACH], _plain(spendings)[:_EACH]):
        likely = one is _plain(incomes)[0] and other is _plain(spendings)[0]
        if "调出" in target.words:  # what is left of income, however the two were typed
            yield Hypothesis(target, (one, other), _minus, 0.1 if likely else 3.0, "－".join)
        else:
            beside = one.figure.sentence == other.figure.sentence == target.figure.sentence
            doubt = (0.1 if beside else 0.15) if likely else 3.0
            yield difference_of(target, one, other, doubt)
    for one, other in product(incomes, spendings):
        yield difference_of(target, one, other, 5.0)


def _minus(values: Sequence[Interval]) -> Interval | None:
    return values[0].minus(values[1])


def _plain(told: Sequence[Told]) -> list[Told]:
    """The sides as a whole, by their own words: 收入, 2023年收入, not 利润收入."""
    return [
        t for t in told
        if not _OTHER.search(t.words) and len(_SIGNS.sub("", _NUMBER.sub("", t.words))) <= _LONGEST
    ]  # fmt: skip


def _is_part(story: Story, told: Told) -> bool:
    """Tell whether it stands behind 其中 in its sentence: 收入32亿元，其中个人缴费收入7亿元、利息收入1亿元."""
    reading = told.passage.reading
    start = max(
        reading.layout.sentence_span(told.figure.sentence)[0],
        reading.folded.rfind("；", 0, told.figure.span[0]),
    )
    mark = reading.folded.find("其中", start, told.figure.span[0])
    return mark >= 0 and any(
        t.figure.span[1] <= mark and t.figure.kind == told.figure.kind
        and _BOTH.search(t.words) is not None and t.figure.span[0] >= start
        and not _leaves(reading.folded[mark : told.figure.span[0]], told.words)
        for t in story.sentence_of(told)
    )  # fmt: skip


def _leaves(between: str, words: str) -> bool:
    """Tell whether the other side follows the parts in one sentence: 其中财政补贴41亿元；支出63亿元."""
    return _BARE.match(words.lstrip("，,；; ")) is not None and bool(re.search(r"\d", between))


def _stocks(story: Story, target: Told) -> Iterator[Hypothesis]:
    openings = _sides(story, target, _FAR, _OPENING, _EACH)
    behind = [
        t for t in story.told[target.number]
        if t.figure.span > target.figure.span and _OPENING.search(t.words)
        and is_amount(t) and kin(t.figure, target.figure)
    ]  # fmt: skip
    incomes = _sides(story, target, _FAR, _INCOME, _FAR)
    spendings = _sides(story, target, _FAR, _SPENDING, _FAR)
    for at, (one, income, spent) in enumerate(product(openings + behind[:1], incomes, spendings)):
        plain = not _OTHER.search(income.words) and not _OTHER.search(spent.words)
        doubt = 0.15 if plain and at == 0 else 3.0
        yield Hypothesis(
            target, (one, income, spent), _after, doubt, lambda t: f"{t[0]}＋{t[1]}－{t[2]}"
        )

    own = [
        t for t in story.told[target.number]
        if t.figure.span < target.figure.span and t.figure.sentence == target.figure.sentence
        and is_amount(t) and kin(t.figure, target.figure)
    ]  # fmt: skip
    for at in range(len(own) - 1):  # 支出总计9万元，其中本年支出6万元、结余分配2万元、年末结转1万元
        yield Hypothesis(target, tuple(own[at:]), _rest, 3.0, "－".join)


def _rest(values: Sequence[Interval]) -> Interval | None:
    return values[0].minus(Interval.total(values[1:]))


def _after(values: Sequence[Interval]) -> Interval | None:
    return values[0].plus(values[1]).minus(values[2])

"""Which columns of a row add up to which: by a printed formula, by groups of heads, by the rows themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, permutations

from govdocs.checks.document.tables.columns.additive import adds_up
from govdocs.checks.document.tables.columns.head_formulas import Formula
from govdocs.checks.document.tables.columns.linear import Linear, line_of, tally
from govdocs.checks.document.tables.columns.named_sums import named_sums, named_two
from govdocs.checks.document.tables.columns.ratio_relations import is_rate
from govdocs.checks.document.tables.concepts import Concept, the_column
from govdocs.prose.words.near_miss import looks_like_slip
from govdocs.reading.tables import Region

_TOTAL_HEAD = re.compile(
    r"合计|小计|总计|总额|总投资|总数|总量|^总.{1,3}$|计$|^全[省市县区州盟旗镇乡国年]$"
)
_GROUP_TOTAL = re.compile(r"(?:本年|全年)?(?:合计|小计|总计)")
_DIFFERENCE = re.compile(r"结余|剩余|余额|结存|结转|未付|未拨|未支|未完成|尚欠|差额|差异|缺口|增减|增加|减少|变动|净|扣分|失分|增长[额数]")  # fmt: skip
_CHANGED = re.compile(r"调整后|调整预算|变动后|全年预算|最终")
_AMONG = re.compile(r"其中")
MOST_COLUMNS = 12
TELLING = (2, 6, 2)
"""Rows, digits and rows for each broken one that a head like 合计 or 结余 needs to be taken at its word."""
SILENT = (3, 9, 3)
"""The same for columns whose heads say nothing of a sum."""


def relations_of(region: Region, formulas: dict[int, Formula]) -> list[Linear]:
    """The relations of a table's columns, each set of columns once."""
    columns = [c for c in region.numeric if adds_up(region, c) and not is_rate(region, c)]
    found: list[Linear] = []
    done: set[frozenset[int]] = set()
    for formula in formulas.values():
        if formula.kind == "sum":
            _take(found, done, Linear(formula.result, formula.added, formula.taken, named=True))
    for one in (
        _points_lost(region),
        _adjusted(region, columns),
        _since_last_year(region, columns),
        *_sexes(region, columns),
        *(Linear(t, a, d, named=True) for t, a, d in named_two(region, columns)),
        *(Linear(target, parts, named=True) for target, parts in named_sums(region, columns)),
    ):
        if one is not None and _is_kept(region, one):
            _take(found, done, one)
    for column in columns:
        group = _group(region, column, columns)
        if group is not None and _is_kept(region, group):
            _take(found, done, group)
    sample = _sample(region, columns)
    inner = {c for one in found if one.named and not one.taken for c in one.added}
    for column in sorted(columns, key=lambda c: (not _speaks(region, c), c)):
        top = [c for c in columns if c == column or c not in inner]
        for one in _discovered(region, column, columns, top, done, sample):
            _take(found, done, one)
    return [one for one in found if not _is_outdone(region, one, found)]


def _is_outdone(region: Region, one: Linear, found: list[Linear]) -> bool:
    """Tell whether a rest that no head names breaks in more rows than another of the same column: 到位－支出, not 下达－支出."""
    if one.named or not one.taken:
        return False
    others = [o for o in found if o is not one and o.target == one.target and o.taken == one.taken]
    if not others:
        return False
    good, bad, _ = tally(region, one)
    rivals = (tally(region, other) for other in others)
    return any(its_bad < bad and its_good >= good for its_good, its_bad, _ in rivals)


def _points_lost(region: Region) -> Linear | None:
    """扣分 is what a score is short of its weight."""
    lost = [c.index for c in region.columns if re.fullmatch(r"(?:扣|失|丢)分(?:值|数)?", c.last)]
    weight, score = the_column(region, Concept.WEIGHT), the_column(region, Concept.SCORE)
    if len(lost) != 1 or weight is None or score is None or lost[0] not in region.numeric:
        return None
    return Linear(lost[0], (weight,), (score,), named=True, points=True)


def _adjusted(region: Region, columns: list[int]) -> Linear | None:
    """调整后预算 is 年初预算 with 调整数, or with 追加 less what was taken back."""
    names = {c: region.columns[c].last for c in columns}
    after = [c for c, name in names.items() if re.search(r"调整后", name)]
    before = [c for c, name in names.items() if re.search(r"年初|批复|调整前", name)]
    changed = [c for c, name in names.items() if re.fullmatch(r"(?:预算)?(?:年中)?(?:追加|追减|调整|调剂|增减)(?:数|额|金额|预算|预算数)?", name)]  # fmt: skip
    if not len(after) == len(before) == len(changed) == 1:
        return None
    return Linear(after[0], (before[0], changed[0]), named=True)


def _since_last_year(region: Region, columns: list[int]) -> Linear | None:
    """增减额 is this year's figure less last year's, where only two columns are of years."""
    changes = [
        c for c in columns if re.fullmatch(r"(?:比上年|较上年|同比)?(?:增减|变动|增加|增长)(?:额|数|量|金额|值)?", region.columns[c].last)
    ]  # fmt: skip
    years = {
        int(match[1]): c
        for c in columns
        if c not in changes and (match := re.search(r"(20\d{2})年", region.columns[c].name))
    }
    if len(changes) != 1 or len(years) != 2 or max(years) - min(years) != 1:
        return None
    return Linear(changes[0], (years[max(years)],), (years[min(years)],), named=True)


def _sexes(region: Region, columns: list[int]) -> Iterator[Linear]:
    """Men and women make up all."""
    names = {region.columns[c].last: c for c in columns}
    men, women = names.get("男", names.get("男性")), names.get("女", names.get("女性"))
    at = columns.index(men) if men is not None else 0
    if men is not None and women is not None and at and columns[at - 1] != women:
        yield Linear(columns[at - 1], (men, women), named=True)


def _take(found: list[Linear], done: set[frozenset[int]], one: Linear) -> None:
    if frozenset(one.columns) not in done:
        done.add(frozenset(one.columns))
        found.append(one)


def _speaks(region: Region, column: int) -> bool:
    last = region.columns[column].last
    return any(p.search(last) for p in (_TOTAL_HEAD, _DIFFERENCE, _CHANGED))


def _group(region: Region, column: int, columns: list[int]) -> Linear | None:
    """小计 under a group of heads is the sum of its neighbours there, a group among them by its own 小计."""
    heading = region.columns[column].heading
    if not heading or not _GROUP_TOTAL.fullmatch(region.columns[column].last):
        return None
    if len(heading) == 1 and not all(adds_up(region, c) for c in region.numeric):
        return None  # beside rates and counts nobody knows what 合计 adds up
    depth = len(heading) - 1
    group = heading[:depth]
    children: dict[str, list[int]] = {}
    for other in columns:
        words = region.columns[other].heading
        if other != column and words[:depth] == group and len(words) > depth:
            children.setdefault(words[depth], []).append(other)
    if any(_AMONG.search(name) for name in (*children, *group)) or len(children) < 2:
        return None
    parts: list[int] = []
    for members in children.values():
        own = [c for c in members if _GROUP_TOTAL.fullmatch(region.columns[c].last)]
        parts += own[:1] if len(members) > 1 and own else members
    return Linear(column, tuple(parts), named=True)


def _is_kept(region: Region, one: Linear) -> bool:
    """A relation that heads name holds unless more rows break it than keep it; of one row, by its size."""
    good, bad, _ = tally(region, one)
    if good or not bad:
        return good >= bad
    lines = [line for row in region.rows if (line := line_of(region, row, one))]
    near = all(
        line.value and Decimal("0.5") <= line.total.number / line.value <= 2 for line in lines
    )
    if len(region.columns[one.target].heading) == 1:
        near = near and all(
            looks_like_slip(line.total.number - line.value, line.ulp) for line in lines
        )
    return bad == 1 and near


def _discovered(
    region: Region,
    column: int,
    columns: list[int],
    top: list[int],
    done: set[frozenset[int]],
    sample: list[tuple[dict[int, Decimal], Decimal]],
) -> Iterator[Linear]:
    """The relation that most rows keep; under 合计 the sum of neighbours as well, where another is kept.

    ``top`` are the columns without those that a 小计 of the table adds up.
    """
    telling = _speaks(region, column)
    total = _TOTAL_HEAD.search(region.columns[column].last) is not None
    best = _best(region, _candidates(region, column, columns, top, telling=telling), done, sample)
    sums: Linear | None = None
    if total and best is not None and (best.taken or not _is_window(best, columns)):
        windows = (
            Linear(column, parts, telling=True) for parts in _windows(region, column, columns, top)
        )
        sums = _best(region, windows, done, sample)
    yield from (one for one in (best, sums) if one is not None)


def _is_window(one: Linear, columns: list[int]) -> bool:
    """Tell whether a sum and its parts stand side by side."""
    places = sorted(columns.index(c) for c in one.columns)
    return places[-1] - places[0] == len(places) - 1 and one.target in {
        min(one.columns),
        max(one.columns),
    }


def _best(
    region: Region,
    candidates: Iterable[Linear],
    done: set[frozenset[int]],
    sample: list[tuple[dict[int, Decimal], Decimal]],
) -> Linear | None:
    best: tuple[int, int, Linear] | None = None
    for one in candidates:
        rows, digits, share = TELLING if one.telling else SILENT
        if frozenset(one.columns) in done or not _may_hold(sample, one):
            continue
        good, bad, seen = tally(region, one, least=rows)
        if good < rows or seen < digits or good < share * bad:
            continue
        rank = (good, -len(one.columns))
        if best is None or rank > best[:2]:
            best = (*rank, one)
    return None if best is None else best[2]


SAMPLE = 4
"""So many rows are tried first: a relation that most rows keep is kept by one of them."""


def _sample(region: Region, columns: list[int]) -> list[tuple[dict[int, Decimal], Decimal]]:
    """The numbers of some rows by column, blanks as nothing, each with the room that rounding leaves."""
    found: list[tuple[dict[int, Decimal], Decimal]] = []
    lines = {c: region.line(c) for c in columns}
    for at in range(len(region.body)):
        figures = {c: f for c in columns if (f := lines[c][at]) is not None}
        if len(figures) * 2 <= len(columns) or not any(f.number for f in figures.values()):
            continue
        room = 2 * Decimal(1).scaleb(-max(f.decimals for f in figures.values()))
        zero = Decimal(0)
        found.append(({c: figures[c].number if c in figures else zero for c in columns}, room))
        if len(found) == SAMPLE:
            break
    return found


def _may_hold(sample: list[tuple[dict[int, Decimal], Decimal]], one: Linear) -> bool:
    """A quick look at some rows, without units, before a relation is held against all."""
    if not sample:
        return True
    for numbers, room in sample:
        off = numbers[one.target]
        if not off:
            continue
        for column in one.added:
            off -= numbers[column]
        for column in one.taken:
            off += numbers[column]
        if -room <= off <= room:
            return True
    return False


def _windows(
    region: Region, column: int, columns: list[int], top: list[int]
) -> list[tuple[int, ...]]:
    """The columns of one upper head, and the neighbours left and right, parts of a 小计 left out as well."""
    group = region.columns[column].heading[:-1]
    windows = {
        tuple(
            c for c in columns if c != column and group and region.columns[c].heading[:-1] == group
        )
    }
    for line in (columns, top):
        at = line.index(column)
        windows |= {tuple(line[at + 1 :]), tuple(line[:at])}
        windows |= {tuple(line[at + 1 : at + n]) for n in (3, 4, 5)}
        windows |= {tuple(line[max(0, at - n) : at]) for n in (2, 3, 4)}
    return sorted(parts for parts in windows if len(parts) > 1)


def _candidates(
    region: Region, column: int, columns: list[int], top: list[int], *, telling: bool
) -> Iterator[Linear]:
    at = columns.index(column)
    for parts in _windows(region, column, columns, top):
        yield Linear(column, parts, telling=telling)
    near = sorted((c for c in columns if c != column), key=lambda c: (abs(c - column), c))
    near = sorted(near[:MOST_COLUMNS])
    for pair in combinations(near, 2):
        yield Linear(column, pair, telling=telling)
    if not telling and at:
        return  # a first column that is a rest of later ones is told by their own relation
    for first, second in permutations(near, 2):
        yield Linear(column, (first,), (second,), telling=telling)
    last = region.columns[column].last
    if (_DIFFERENCE.search(last) or _CHANGED.search(last)) and len(near) <= MOST_COLUMNS // 2 + 2:
        for first, second in combinations(near, 2):
            for third in near:
                if third not in {first, second}:
                    yield Linear(column, (first, second), (third,), telling=telling)

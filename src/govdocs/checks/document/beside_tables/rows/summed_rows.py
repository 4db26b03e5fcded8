"""Sums of the prose over rows that it names: 教育、卫生健康、农林水3项支出合计170200万元, and a table with these rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.checks.document.beside_tables.near_cells import of_the_year
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import Added, added, adds_up, plain
from govdocs.finding import Level
from govdocs.prose.reckoning import is_explained
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import unnumbered
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row, RowKind

_SUM = re.compile(
    r"(?P<names>[^，。；：\d]+?[、][^，。；：]+?)(?:合计|共计|总计|累计|之和|总和|共)(?P<act>[一-龥]{0,8}?)(?:为|达到?|了|：| )*$"
)
_WORD = re.compile(r"合计|共|总[计和]|累计|之和")
_JOINT = re.compile(r"、|以及|和|及|与")
_TAIL = re.compile(r"(?:支出|收入|资金|项目|类|科目|预算)$")
_OPEN = re.compile(r"等(?![级次])|其他|其余|除|不含|占|比")
_SHORTEST, _LEAST, _DIGITS = 2, 2, 3


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """The rows of one table that a sentence names."""

    region: Region
    rows: tuple[Row, ...]


def summed_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge sums of the prose by the rows that are named before them: in some column they add up, or one slip apart."""
    tables = [(region, names) for region in subject.regions if (names := _names(region))]
    if not tables:
        return
    for sentence in subject.story.sentences():
        first = sentence[0]
        if len(first.passage.path) > _LEAST:
            continue  # a cell's own words
        reading = first.passage.reading
        start, _ = reading.layout.sentence_span(first.figure.sentence)
        for told in sentence:
            if not told.stated or significant(told.figure.number) < _DIGITS:
                continue
            if not _WORD.search(told.words):
                continue
            found = _SUM.search(reading.folded, start, told.figure.span[0])
            if found is None or _OPEN.search(found["names"]):
                continue
            for region, names in tables:
                rows = _rows(found["names"], names)
                if rows:
                    yield from _judged(subject, told, _Named(region, rows), found["act"])
                    break


def _names(region: Region) -> dict[str, Row]:
    """The rows of a table by the words that only they are called; a name that stands twice names none."""
    found: dict[str, Row] = {}
    twice: set[str] = set()
    for row in region.rows:
        if row.kind not in {RowKind.ITEM, RowKind.AMONG}:
            continue
        label = unnumbered("".join(row.label.split())).removeprefix("其中：").removeprefix("其中:")
        for name in {label, _TAIL.sub("", label)}:
            if len(name) < _SHORTEST:
                continue
            if name in found and found[name] is not row:
                twice.add(name)
            found[name] = row
    return {name: row for name, row in found.items() if name not in twice}


def _rows(words: str, names: dict[str, Row]) -> tuple[Row, ...]:
    """The rows of a list of names, in its order; empty where one piece names none."""
    pieces = [piece for piece in words.split("、") if piece]
    found: list[Row] = []
    for at, piece in enumerate(pieces):
        ends = at == 0, at == len(pieces) - 1
        halves = [half for half in _JOINT.split(piece) if half]
        rows = [
            _row_of(half, names, first=ends[0] and not n, last=ends[1] and n == len(halves) - 1)
            for n, half in enumerate(halves)
        ]
        known = [one for one in rows if one is not None]
        if len(known) < len(rows) or not rows:
            whole = _row_of(piece, names, first=ends[0], last=ends[1])
            known = [whole] if whole is not None else []
        if not known:
            return ()
        found += known
    return tuple(found) if len({id(row) for row in found}) == len(found) >= _LEAST else ()


def _row_of(piece: str, names: dict[str, Row], *, first: bool, last: bool) -> Row | None:
    """The row that a piece of a list names; words may stand before the first name and behind the last."""
    plain_piece = _TAIL.sub("", piece)
    row = names.get(piece) or names.get(plain_piece)
    if row is not None or not (first or last):
        return row
    fitting = [
        name for name in names
        if (first and piece.endswith(name)) or (last and piece.startswith(name))
        or (first and plain_piece.endswith(name))
    ]  # fmt: skip
    return names[max(fitting, key=len)] if fitting else None


def _judged(subject: DocumentSubject, told: Told, named: _Named, act: str) -> Iterator[Judged]:
    figure, region = told.figure, named.region
    if figure.unit is None:
        return
    near: list[tuple[int, Added]] = []
    for column in region.numeric:
        sample = region.figure(named.rows[0].index, column)
        if sample is None or sample.kind != figure.kind or not adds_up(region, column):
            continue
        sum_ = added(region, named.rows, column)
        if sum_.blank or sum_.unreadable or sample.unit is None:
            continue
        value = sum_.value * sample.unit.factor
        room = figure.ulp if figure.decimals or figure.unit.factor > 1 else 0
        if abs(value - figure.value) <= room:
            yield Judged(True, (), (*cited_held(told.cited), *cell_held(*sum_.cells)))
            return
        if one_slip_apart(figure.number, value / figure.unit.factor):
            near.append((column, sum_))
    if act:
        said = [one for one in near if act in region.columns[one[0]].name]
        near = said or near
    if len(near) != 1 or not of_the_year(subject, told) or is_explained(subject.story, told.cited):
        return
    column, sum_ = near[0]
    shown = "＋".join(plain(one.number) for one in sum_.figures)
    unit = sum_.figures[0].unit_symbol
    yield Judged(
        False, (cited_spot(told.cited), *(cell_spot(region, row, column) for row in named.rows[:8])),
        (*cited_held(told.cited), *cell_held(*sum_.cells)), "rate",
        {"label": told.passage.label, "table": region.table.name,
         "row": "、".join(row.label[:8] for row in named.rows[:3]) + ("等" if len(named.rows) > 3 else ""),
         "column": region.columns[column].last[:16], "part": ""},
        expected=f"{plain(sum_.value)}{unit}", actual=figure.text,
        arithmetic=f"{shown}＝{plain(sum_.value)}", level=Level.WARNING,
    )  # fmt: skip

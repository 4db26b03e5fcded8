"""资金总额 of a form of names and values against the sources that follow it, 结余 against what was spent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level, Spot
from govdocs.model.quantity import Quantity
from govdocs.prose.words.near_miss import looks_like_slip
from govdocs.reading import Cell, Table
from govdocs.reading.tables.figures import figure_in, is_exact
from govdocs.reading.tables.pairs import is_form_of_pairs, pairs_of

_WHOLE = re.compile(
    r"(?:项目|年度|本年|到位|计划|预算|投资)*(?:资金总额|总投资|投资总额|总预算|预算总额|资金合计|合计|总额)(?:[（(].*)?[:：]?"
)
_AMONG = re.compile(r"其中[:：]?")
_SPENT = re.compile(
    r"(?:累计|实际|已|全年)*(?:支出|支付|使用|执行|完成投资)(?:资金|金额|数|总额)?(?:[（(].*)?[:：]?"
)
_LEFT = re.compile(r"(?:资金)?(?:结余|剩余|结转)(?:结转)?(?:资金|金额|数)?(?:[（(].*)?[:：]?")
_Pair = tuple[Cell, Cell, Quantity]


def form_pairs(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the totals and rests of forms without a head; parts that may be some only need a slip."""
    for table in subject.document.tables:
        if not is_form_of_pairs(table):
            continue
        pairs = [
            (name, value, figure)
            for name, value in pairs_of(table)
            if (figure := figure_in(value.text)) is not None and is_exact(figure)
        ]
        wholes = [pair for pair in pairs if _WHOLE.fullmatch(pair[0].plain)]
        if len(wholes) != 1:
            continue
        yield from _sources(table, wholes[0], pairs)
        yield from _rest(table, wholes[0], pairs)


def _sources(table: Table, whole: _Pair, pairs: list[_Pair]) -> Iterator[Judged]:
    """What follows 其中 up to what was spent."""
    parts: list[_Pair] = []
    for pair in pairs[pairs.index(whole) + 1 :]:
        name = pair[0].plain
        if (
            _SPENT.fullmatch(name)
            or _LEFT.fullmatch(name)
            or pair[2].unit_symbol != whole[2].unit_symbol
        ):
            break
        if not parts and not _AMONG.match(name):
            break
        parts.append(pair)
    if len(parts) > 1:
        yield from _judged(table, whole, parts)


def _rest(table: Table, whole: _Pair, pairs: list[_Pair]) -> Iterator[Judged]:
    spent = [p for p in pairs if _SPENT.fullmatch(p[0].plain)]
    left = [p for p in pairs if _LEFT.fullmatch(p[0].plain)]
    if len(spent) == len(left) == 1 and pairs.index(whole) < pairs.index(spent[0]) < pairs.index(left[0]):  # fmt: skip
        yield from _judged(table, whole, [*spent, *left])


def _judged(table: Table, whole: _Pair, parts: list[_Pair]) -> Iterator[Judged]:
    added = sum((figure.number for _, _, figure in parts), Decimal(0))
    total = whole[2].number
    held = cell_held(whole[1], *(cell for _, cell, _ in parts))
    if added == total:
        yield Judged(True, (), held)
        return
    finest = Decimal(1).scaleb(-max(f.decimals for _, _, f in (whole, *parts)))
    if not looks_like_slip(total - added, finest) or len(plain(total).replace(".", "")) < 3:
        return
    spots = tuple(
        Spot(cell.path, f"{table.name}“{name.plain.rstrip('：:')[:20]}”", cell.text.strip(), place=cell.place)
        for name, cell, _ in (whole, *parts)
    )  # fmt: skip
    words = "＋".join(plain(f.number) for _, _, f in parts)
    yield Judged(
        False, spots, held, "pairs",
        {"table": table.name, "row": whole[0].plain.rstrip("：:"),
         "parts": "、".join(_AMONG.sub("", n.plain).rstrip("：:")[:12] for n, _, _ in parts)},
        expected=plain(added), actual=plain(total),
        arithmetic=f"{words}＝{plain(added)}≠{plain(total)}", level=Level.WARNING,
    )  # fmt: skip

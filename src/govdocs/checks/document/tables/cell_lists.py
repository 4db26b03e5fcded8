"""F647: the parts that one cell lists (30、41、34、27) against the whole that its row states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level, Spot
from govdocs.model.units import PERCENT, POINT
from govdocs.prose.words.folding import fold, squeeze
from govdocs.prose.words.near_miss import looks_like_slip
from govdocs.reading import Cell, Table
from govdocs.reading.tables.figures import figure_in

_MARKS = re.compile(r"^(?:[≥≤＞＜><=＝≧≦]|不(?:少于|低于|高于|超过))")
_ITEM = re.compile(
    r"(?P<name>[一-龥（）()]{0,12}?)[:：]?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>[一-龥a-zA-Z²]{0,4})"
)
_BETWEEN = re.compile(r"[、；;＋+\n]|，(?!\d{3}(?!\d))")
_SPLIT = re.compile(r"分解|各[市州县区镇乡地旗单季月年]|分[市县区地年季]|分配|构成|组成|明细|其中")
_NOT_PARTS = re.compile(
    r"率|比例|占比|得分|分值|权重|标准|单价|编号|文号|电话|时间|日期|年度|序号|排名"
)
LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A cell with its parts, the cell of the whole, and whether the head speaks of parts."""

    listed: Cell
    whole: Cell
    parts: tuple[Decimal, ...]
    total: Decimal
    split: bool

    @property
    def holds(self) -> bool:
        return sum(self.parts) == self.total

    @property
    def digits(self) -> int:
        return len(plain(self.total).replace(".", "").strip("0"))


def cell_lists(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the cells that list parts: a head that speaks of them or another row that adds up, and a slip."""
    for table in subject.document.tables:
        lines = list(_lines(table))
        for line in lines:
            if line.holds:
                yield Judged(True, (), cell_held(line.listed, line.whole))
                continue
            column = line.listed.column, line.whole.column
            kin = [
                o for o in lines if (o.listed.column, o.whole.column) == column and o is not line
            ]
            alike = sum(o.holds and len(o.parts) == len(line.parts) for o in kin)
            if not (line.split or alike) or any(not o.holds for o in kin):
                continue
            finest = min(Decimal(1).scaleb(_exponent(n)) for n in (*line.parts, line.total))
            if looks_like_slip(line.total - sum(line.parts), finest):
                yield _wrong(table, line)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _lines(table: Table) -> Iterator[_Line]:
    for cell in table.cells():
        parts, unit = _parts(cell.text)
        if len(parts) < 2 or cell.row_span > 1:
            continue
        words = "".join(c.plain for r in range(min(cell.row, 3)) if (c := table.at(r, cell.column)))
        row = {id(c): c for c in table.rows[cell.row] if c is not None and c is not cell}
        name = "".join(c.plain for c in row.values() if figure_in(c.text) is None)
        if _NOT_PARTS.search(words) or _NOT_PARTS.search(name):
            continue
        wholes = [
            (other, total) for other in row.values() if (total := _whole(other, unit)) is not None
        ]
        fitting = [pair for pair in wholes if pair[1] == sum(parts)]
        near = fitting or wholes
        if not near or (not fitting and len(near) > 1):
            continue
        whole, total = near[0]
        line = _Line(cell, whole, parts, total, _SPLIT.search(words) is not None)
        if max(line.digits, len(parts)) >= LEAST_DIGITS and max(parts) < total * 10:
            yield line


def _parts(text: str) -> tuple[tuple[Decimal, ...], str]:
    """The numbers of a list and their unit; nothing where a piece is no number or the units differ."""
    pieces = [squeeze(piece) for piece in _BETWEEN.split(fold(text).strip(" 。；;、"))]
    found = [_ITEM.fullmatch(piece) for piece in pieces]
    known = [match for match in found if match is not None]
    if len(known) < len(pieces) or len(known) < 2:
        return (), ""
    units = {match["unit"] for match in known} - {""}
    named = {bool(match["name"]) for match in known}
    if len(units) > 1 or len(named) > 1 or units & {"年", "月", "日", "号", "分"}:
        return (), ""
    return tuple(Decimal(m["number"].replace(",", "")) for m in known), "".join(units)


def _whole(cell: Cell, unit: str) -> Decimal | None:
    figure = figure_in(_MARKS.sub("", cell.plain))
    if figure is None or figure.kind in {PERCENT, POINT} or figure.number <= 0 or cell.row_span > 1:
        return None
    return (
        figure.number if not unit or not figure.unit_symbol or figure.unit_symbol == unit else None
    )


def _wrong(table: Table, line: _Line) -> Judged:
    added = sum(line.parts, Decimal(0))
    spots = (
        Spot(line.whole.path, f"{table.name}第{line.whole.row + 1}行", line.whole.text.strip(), place=line.whole.place),
        Spot(line.listed.path, f"{table.name}第{line.listed.row + 1}行", line.listed.text.strip(), place=line.listed.place),
    )  # fmt: skip
    return Judged(
        False, spots, cell_held(line.listed, line.whole), "",
        {"table": table.name, "row": str(line.listed.row + 1), "listed": line.listed.plain[:40]},
        expected=plain(added), actual=plain(line.total),
        arithmetic=f"{'＋'.join(plain(n) for n in line.parts)}＝{plain(added)}≠{plain(line.total)}",
    )  # fmt: skip


RULES = (
    DocumentRule(
        code="F647",
        name="一格里列的各分项之和等于同行的总数",
        level=Level.WARNING,
        judge=cell_lists,
        what="一个格子里用顿号等列出各地、各年、各项的数（30、41、34、27），同一行另一格是总数（≥132万亩）的，各数之和等于总数；表头写明“分解”“各县”一类或同列别的行都相合，而这一行只差一个数字的，才提示。",
        why="分解到各地的目标改了一个，总目标没有跟着改，下达后各地数加起来对不上。",
        mend="核对各分项与总数，更正抄错的一处。",
        source="算术关系",
        sentences={"": "{table}第{row}行总数写{actual}，所列“{listed}”相加是{expected}"},
        example=DocumentExample(
            wrong="|指标名称|全市目标|分解（甲县、乙县、丙县）|\n|新建冷库|18座|5、4、6|\n|改造网点|126个|38、47、41|",
            right="|指标名称|全市目标|分解（甲县、乙县、丙县）|\n|新建冷库|15座|5、4、6|\n|改造网点|126个|38、47、41|",
        ),
    ),
)

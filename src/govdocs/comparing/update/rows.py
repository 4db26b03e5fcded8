"""Rows that a document adds, leaves out or puts elsewhere, as changes of the case's lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Difference, Sort
from govdocs.comparing.against.expected import ExpectedPaper
from govdocs.comparing.against.findings import written
from govdocs.comparing.alignment.sequence import Alignment
from govdocs.comparing.alignment.units import Slot, Unit, plain
from govdocs.comparing.naming import value_of
from govdocs.model.quantity import Quantity
from govdocs.place import Path

WHOLE = "报告.docx"
"""The paper that prints every table of a case: only it shows that a row is gone everywhere."""
ROW_SORTS = frozenset({Sort.ROW_GONE, Sort.ROW_ADDED, Sort.MOVED})


class RowChange(StrEnum):
    """What becomes of a row."""

    GONE = "删去"
    ADDED = "增加"
    MOVED = "调整次序"


@dataclass(frozen=True, slots=True)
class RowEdit:
    """One change of the list at ``path``; ``differences`` of the document ask for it.

    ``index`` is the row that goes; ``cells`` are a new row's fields, ``after`` the row of the
    case that it follows (-1 at the top); ``order`` the rows of the case as they follow each other.
    """

    path: Path
    change: RowChange
    label: str
    differences: tuple[Difference, ...]
    index: int = -1
    after: int = -1
    cells: tuple[tuple[str, str], ...] = ()
    order: tuple[int, ...] = ()


@dataclass(slots=True)
class RowPlan:
    """The row changes that can be written, and why the others cannot, by the list's path."""

    edits: list[RowEdit] = field(default_factory=list)
    refused: list[tuple[Difference, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Printed:
    """One table's rows of one list: as the case prints them, as the document has them."""

    former: list[int] = field(default_factory=list)
    latter: list[int | Unit] = field(default_factory=list)
    pairs: list[tuple[int, Unit, Unit]] = field(default_factory=list)


def plan_rows(
    differences: Sequence[Difference], subject: Subject, paper: ExpectedPaper, laid: Alignment
) -> RowPlan:
    """Plan how the case's lists would print the rows that the document has.

    A list that several tables print is changed only where all of them show the same change.
    """
    wanted = [d for d in differences if d.sort in ROW_SORTS]
    plan = RowPlan()
    if paper.name != WHOLE:
        why = "案卷的一行可能还印在别的附件里，行的增减和次序请依据报告.docx写回"
        plan.refused = [(d, why) for d in wanted]
        return plan
    lists = _lists(laid, paper, subject)
    done: set[int] = set()
    for path, tables in lists.items():
        own = [d for d in wanted if _belongs(d, path, tables, laid)]
        if not own:
            continue
        done |= {id(d) for d in own}
        why = _disagree(list(tables.values()))
        if why:
            plan.refused += [(d, why) for d in own]
            continue
        _edits(path, list(tables.values()), own, subject, paper, plan)
    plan.refused += [
        (d, "次序请在案卷中手工改" if d.sort is Sort.MOVED else "行的增减请在案卷中手工改")
        for d in wanted
        if id(d) not in done
    ]
    return plan


def _lists(
    laid: Alignment, paper: ExpectedPaper, subject: Subject
) -> dict[Path, dict[int, _Printed]]:
    """Every list of the case that rows of tables print, by the table of the document."""
    found: dict[Path, dict[int, _Printed]] = defaultdict(lambda: defaultdict(_Printed))
    former_table: dict[int, int] = {}
    at: dict[int, tuple[Path, int]] = {}
    for unit in laid.former:
        row = _row_of(unit, paper, subject)
        if row is not None:
            at[id(unit)] = row
    for pair in laid.pairs:
        if id(pair.former) in at and pair.latter.table is not None:
            former_table[id(pair.former.table)] = id(pair.latter.table)
    for unit in laid.former:
        table = former_table.get(id(unit.table))
        if id(unit) in at and table is not None:
            path, index = at[id(unit)]
            found[path][table].former.append(index)
    pair_of = {id(pair.latter): pair.former for pair in laid.pairs}
    last: dict[int, Path] = {}
    for unit in laid.latter:
        if unit.table is None:
            continue
        partner = pair_of.get(id(unit))
        if partner is not None and id(partner) in at:
            path, index = at[id(partner)]
            printed = found[path][id(unit.table)]
            printed.latter.append(index)
            printed.pairs.append((index, partner, unit))
            last[id(unit.table)] = path
        elif partner is None and id(unit.table) in last and unit.key:
            found[last[id(unit.table)]][id(unit.table)].latter.append(unit)
    return found


def _row_of(unit: Unit, paper: ExpectedPaper, subject: Subject) -> tuple[Path, int] | None:
    """The list and the row in it that a table row prints; the deepest that most of its cells do."""
    counts: Counter[tuple[Path, int]] = Counter()
    for slot in unit.slots:
        if not slot.own:
            continue
        for stretch in paper.stretches.get(slot.place, ()):
            path = written(stretch.path, subject)
            at = max((n for n, step in enumerate(path) if isinstance(step, int)), default=-1)
            if at > 0 and not stretch.silent and at == len(path) - 2:
                counts[path[:at], int(path[at])] += 1
    if not counts:
        return None
    depth = max(len(path) for path, _ in counts)
    deepest = {row: count for row, count in counts.items() if len(row[0]) == depth}
    return max(deepest, key=lambda row: deepest[row])


def _belongs(
    difference: Difference, path: Path, tables: dict[int, _Printed], laid: Alignment
) -> bool:
    if difference.sort in {Sort.ROW_GONE, Sort.MOVED}:
        own = difference.path
        return own[: len(path)] == path and len(own) > len(path) and isinstance(own[len(path)], int)
    added = [
        unit for printed in tables.values() for unit in printed.latter if isinstance(unit, Unit)
    ]
    return any(unit.place == difference.place for unit in added if unit in laid.added)


def _disagree(tables: Sequence[_Printed]) -> str:
    """Why the tables that print a list do not show one change; empty where they do."""
    for one in tables:
        for other in tables:
            kept = [i for i in one.latter if isinstance(i, int)]
            again = [i for i in other.latter if isinstance(i, int)]
            both = set(kept) & set(again)
            if [i for i in kept if i in both] != [i for i in again if i in both]:
                return "这一行在几张表中的次序不同，请先改一致"
            if (set(one.former) - set(kept)) & set(again):
                return "这一行在另一张表中还在，请先改一致"
            if _new(one).keys() != _new(other).keys():
                return "这一行只加在一张表中，请先改一致"
    return ""


def _new(printed: _Printed) -> dict[str, Unit]:
    return {_name(unit): unit for unit in printed.latter if isinstance(unit, Unit)}


def _name(unit: Unit) -> str:
    """What a new row is called: its longest own words that are no figure."""
    words = [plain(s.text) for s in unit.slots if s.own and s.text.strip()]
    named = [word for word in words if not word[0].isdigit()]
    return (named or words or [""])[0]


def _edits(
    path: Path, tables: Sequence[_Printed], own: Sequence[Difference], subject: Subject,
    paper: ExpectedPaper, plan: RowPlan,
) -> None:  # fmt: skip
    gone = {i for t in tables for i in t.former} - {
        i for t in tables for i in t.latter if isinstance(i, int)
    }
    for index in sorted(gone):
        asked = tuple(
            d for d in own if d.sort is Sort.ROW_GONE and d.path[: len(path) + 1] == (*path, index)
        )
        if asked:
            label = asked[0].label
            plan.edits.append(RowEdit(path, RowChange.GONE, label, asked, index=index))
    moved = tuple(d for d in own if d.sort is Sort.MOVED)
    if moved:
        order = _order(tables)
        label = "、".join(dict.fromkeys(d.label for d in moved))
        plan.edits.append(RowEdit(path, RowChange.MOVED, label, moved, order=order))
    for name in _new(tables[0]):
        asked = tuple(d for d in own if d.sort is Sort.ROW_ADDED and any(
            _new(t)[name].place == d.place for t in tables))  # fmt: skip
        cells = _cells(path, name, tables, subject, paper)
        if cells is None:
            plan.refused += [(d, "新行各栏与案卷的栏目对不上，请手工填写") for d in asked]
            continue
        after = _before(_new(tables[0])[name], tables[0])
        plan.edits.append(
            RowEdit(path, RowChange.ADDED, name, asked, after=after, cells=tuple(cells.items()))
        )


def _order(tables: Sequence[_Printed]) -> tuple[int, ...]:
    longest = max(tables, key=lambda t: len(t.latter))
    return tuple(i for i in longest.latter if isinstance(i, int))


def _before(unit: Unit, printed: _Printed) -> int:
    last = -1
    for token in printed.latter:
        if token is unit:
            return last
        if isinstance(token, int):
            last = token
    return last


def _cells(
    path: Path, name: str, tables: Sequence[_Printed], subject: Subject, paper: ExpectedPaper
) -> dict[str, str] | None:
    """The fields of a new row by the columns of a row of the same table; None where they do not fit."""
    cells: dict[str, str] = {}
    for printed in tables:
        unit = _new(printed)[name]
        if not printed.pairs:
            return None
        near = min(printed.pairs, key=lambda p: abs(p[2].row - unit.row))
        for key, text in _row_cells(path, near, unit, subject, paper):
            if key == "" or cells.setdefault(key, text) != text:
                return None
    return cells


def _row_cells(
    path: Path, near: tuple[int, Unit, Unit], unit: Unit, subject: Subject, paper: ExpectedPaper
) -> Iterator[tuple[str, str]]:
    """Each field of the new row with its text; an empty name where a column cannot be told."""
    index, former, latter = near
    own = {slot.column: slot for slot in unit.slots}
    beside = {slot.column: slot for slot in latter.slots}
    for slot in former.slots:
        here, mine = beside.get(slot.column), own.get(slot.column)
        field_, value, silent = _field(path, index, slot, subject, paper)
        if mine is None or silent:
            continue
        if not field_:
            parent = slot.text.strip() and paper.stretches.get(slot.place)
            if parent and here is not None and plain(mine.text) != plain(here.text):
                yield "", ""  # the row belongs to another group than the one beside it
            continue
        text = mine.text.strip()
        if isinstance(value, Quantity) and slot.text.strip() != value.text:
            unit_ = slot.text.strip().removeprefix(value.text)
            if text and not text.endswith(unit_):
                yield "", ""
            text = text.removesuffix(unit_)
        if text:
            yield field_, text


def _field(
    path: Path, index: int, slot: Slot, subject: Subject, paper: ExpectedPaper
) -> tuple[str, object, bool]:
    """The field of row ``index`` that a cell prints, its value, and whether it follows from others."""
    stretches = paper.stretches.get(slot.place, ())
    for stretch in stretches:
        for one in (stretch.path, *stretch.others):
            stated = written(one, subject)
            if stated[: len(path) + 1] == (*path, index) and len(stated) == len(path) + 2:
                value = value_of(subject.derived_case, stated)
                return str(stated[-1]), value, stated in subject.derived or stretch.silent
    return "", None, bool(stretches) and all(s.silent for s in stretches)

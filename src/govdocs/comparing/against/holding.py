"""A document laid over the paper that the case prints: every difference by its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from govdocs.comparing.against.difference import Difference, Held, Sort
from govdocs.comparing.against.expected import ExpectedPaper, Stretch
from govdocs.comparing.against.texts import text_differences
from govdocs.comparing.alignment.columns import column_map
from govdocs.comparing.alignment.sequence import Alignment, Pair, align
from govdocs.comparing.alignment.units import Slot, Unit, plain, units_of
from govdocs.place import CellPlace, Path, Place
from govdocs.reading import Cell, FinishedDocument
from govdocs.reading.tables.heads import head_rows

EXCERPT = 40
_UNREAD = frozenset({"reading.formula_without_value", "reading.error_cell"})
"""Cells of which nobody can say what they show; they are named as unread, not as different."""


def lay_over(paper: ExpectedPaper, document: FinishedDocument) -> Alignment:
    """Pair the paper's paragraphs and rows with the document's."""
    return align(units_of(paper.document), units_of(document))


def hold(paper: ExpectedPaper, document: FinishedDocument, laid: Alignment) -> Held:
    """Return every difference of ``document`` from ``paper``, in the order of the document."""
    unread = {remark.place for remark in document.remarks if remark.code in _UNREAD}
    holding = _Holding(paper, unread)
    for pair in laid.pairs:
        if pair.former.table is None or pair.latter.table is None:
            holding.paragraph(pair)
    by_tables: dict[tuple[int, int], list[Pair]] = {}
    for pair in laid.pairs:
        if pair.former.table is not None and pair.latter.table is not None:
            by_tables.setdefault((id(pair.former.table), id(pair.latter.table)), []).append(pair)
    for rows in by_tables.values():
        holding.rows(rows)
    holding.lone(laid)
    values = sum(
        1 for found in paper.stretches.values() for s in found if not (s.silent or s.prose)
    )
    order = {place: at for at, place in enumerate(_places(document))}
    found = sorted(
        holding.differences, key=lambda d: (order.get(d.place, len(order)), d.span or (0, 0))
    )
    return Held(paper.name, tuple(found), values, holding.found, tuple(holding.missed))


class _Holding:
    def __init__(self, paper: ExpectedPaper, unread: set[Place | None]) -> None:
        self.paper, self.unread = paper, unread
        self.missed: list[Place] = []
        self.differences: list[Difference] = []
        self.found = 0
        self.seen: set[tuple[int, int]] = set()

    def paragraph(self, pair: Pair) -> None:
        """Compare two paragraphs."""
        stretches = self._stretches(pair.former.place)
        self.differences += text_differences(
            pair.former.text,
            pair.latter.text,
            stretches,
            pair.latter.place,
            _excerpt(pair.latter.text),
        )
        self._moved(pair)

    def rows(self, pairs: Sequence[Pair]) -> None:
        """Compare the cells of paired rows, column by column."""
        columns = column_map(pairs)
        for pair in pairs:
            latter = {slot.column: slot for slot in pair.latter.slots}
            covered = _covering(pair.latter)
            mixed = _by_words(pair) if _mixed(pair) else None
            met: set[int] = set()
            for slot in pair.former.slots:
                to = columns.get(slot.column)
                other = None if to is None else latter.get(to) or covered.get(to)
                if mixed is not None:
                    other = mixed.get(slot.column)
                if other is not None:
                    met.add(other.column)
                    self._cell(slot, other, pair)
                elif slot.own and slot.text.strip() and mixed is None:
                    self._gone_cell(slot, pair)
            for slot in pair.latter.slots:
                if slot.column not in met and slot.own and slot.text.strip():
                    self._added_cell(slot, pair)
            self._moved(pair)

    def _cell(self, slot: Slot, other: Slot, pair: Pair) -> None:
        if slot.cell is not None and other.cell is not None:
            key = (id(slot.cell), id(other.cell))
            if key in self.seen:
                return
            self.seen.add(key)
        below = not slot.own and plain(slot.text) != plain(other.text)
        if below and not (other.own and other.text.strip()):
            return  # a merged cell whose first row is elsewhere is compared where it begins
        place = other.place
        if place in self.unread:
            if self.paper.stretches.get(slot.place):
                self.missed.append(place)
            return
        stretches = self._stretches(slot.place)
        if not stretches and slot.place in self.paper.computed:
            return
        self.differences += text_differences(
            slot.text, other.text, stretches, other.place, _cell_label(other, pair.latter)
        )

    def _gone_cell(self, slot: Slot, pair: Pair) -> None:
        for stretch in self._stretches(slot.place):
            if not stretch.silent:
                self.differences.append(
                    Difference(Sort.LOST, stretch.value, "", pair.latter.place, stretch.path,
                               stretch.others, stretch.text, label=_row_label(pair.former))
                )  # fmt: skip

    def _added_cell(self, slot: Slot, pair: Pair) -> None:
        label = _cell_label(slot, pair.latter)
        self.differences.append(
            Difference(Sort.TEXT_ADDED, "", slot.text, slot.place, label=label, whole=slot.text)
        )

    def lone(self, laid: Alignment) -> None:
        """Name what only one side has."""
        after = {id(pair.former): pair.latter.place for pair in laid.pairs}
        place: Place | None = None
        gone = {id(unit) for unit in laid.gone}
        for unit in laid.former:
            place = after.get(id(unit), place)
            if id(unit) in gone and unit.key:
                self._gone(unit, place or unit.place)
        for unit in laid.added:
            if unit.key:
                row = unit.table is not None
                sort = Sort.ROW_ADDED if row else Sort.TEXT_ADDED
                label = _row_label(unit) if row else _excerpt(unit.text)
                self.differences.append(
                    Difference(sort, "", unit.text, unit.place, label=label, whole=unit.text)
                )

    def _gone(self, unit: Unit, near: Place) -> None:
        paths = [path for stretch in self._of_unit(unit) for path in (stretch.path,)]
        row = unit.table is not None
        label = _row_label(unit) if row else _excerpt(unit.text)
        sort = Sort.ROW_GONE if row else Sort.TEXT_GONE
        self.differences.append(
            Difference(
                sort, unit.text, "", near, _together(paths) if row else _first(paths), label=label
            )
        )

    def _of_unit(self, unit: Unit) -> Iterator[Stretch]:
        if unit.paragraph is not None:
            yield from self.paper.stretches.get(unit.place, ())
        for slot in unit.slots:
            if slot.own and (slot.cell is None or slot.cell.row_span == 1):
                yield from self.paper.stretches.get(slot.place, ())

    def _moved(self, pair: Pair) -> None:
        if not pair.moved:
            return
        row = pair.latter.table is not None
        label = _row_label(pair.latter) if row else _excerpt(pair.latter.text)
        paths = [s.path for s in self._of_unit(pair.former)]
        self.differences.append(
            Difference(Sort.MOVED, "", "", pair.latter.place, _first(paths), label=label)
        )

    def _stretches(self, place: Place) -> tuple[Stretch, ...]:
        found = self.paper.stretches.get(place, ())
        self.found += sum(1 for s in found if not (s.silent or s.prose))
        return found


def _mixed(pair: Pair) -> bool:
    return isinstance(pair.former.place, CellPlace) != isinstance(pair.latter.place, CellPlace)


def _by_words(pair: Pair) -> dict[int, Slot]:
    """The cells of a Word row and an Excel row, whose columns are not laid out alike, in order."""
    former = [slot for slot in pair.former.slots if slot.text.strip()]
    latter = [slot for slot in pair.latter.slots if slot.text.strip()]
    matcher = SequenceMatcher(
        None, [plain(s.text) for s in former], [plain(s.text) for s in latter], autojunk=False
    )
    found: dict[int, Slot] = {}
    for tag, start, stop, begin, end in matcher.get_opcodes():
        if tag == "equal" or stop - start == end - begin:
            pairs = zip(former[start:stop], latter[begin:end], strict=True)
            found.update((one.column, other) for one, other in pairs)
    return found


def _covering(unit: Unit) -> dict[int, Slot]:
    """The slot that covers each grid column of a row, merged cells at all their columns."""
    found: dict[int, Slot] = {}
    for slot in unit.slots:
        width = slot.cell.column_span if isinstance(slot.cell, Cell) else 1
        for column in range(slot.column, slot.column + width):
            found.setdefault(column, slot)
    return found


def _places(document: FinishedDocument) -> Iterator[Place]:
    for unit in units_of(document):
        yield unit.place
        for slot in unit.slots:
            yield slot.place


def _row_label(unit: Unit) -> str:
    names = [plain(slot.text) for slot in unit.slots if slot.text.strip()]
    words = [name for name in names if not name[0].isdigit()]
    own = [plain(slot.text) for slot in unit.slots if slot.own and slot.text.strip()]
    own = [name for name in own if not name[0].isdigit()]
    return max(own or words or names or [""], key=len)[:EXCERPT]


def _cell_label(slot: Slot, unit: Unit) -> str:
    head = _head(unit, slot)
    row = _row_label(unit)
    return f"{row}｜{head}" if head and head != row and len(head) <= 12 else row


def _head(unit: Unit, slot: Slot) -> str:
    """The head over a cell, from the last head above its row; empty where the table has none."""
    if unit.table is None or slot.cell is None:
        return ""
    above = [rows for rows in head_rows(unit.table) if rows.stop <= unit.row]
    cell = unit.table.at(above[-1].stop - 1, slot.cell.column) if above else None
    return "" if cell is None else plain(cell.text)


def _excerpt(text: str) -> str:
    words = plain(text)
    return words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…"


def _first(paths: Sequence[Path]) -> Path:
    return paths[0] if paths else ()


def _together(paths: Sequence[Path]) -> Path:
    """The group that all values of a row belong to: indicators[3]."""
    if not paths:
        return ()
    common: list[str | int] = []
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        common.append(steps[0])
    return tuple(common)

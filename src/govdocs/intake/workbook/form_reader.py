"""Reads sheets of labels and values."""

from __future__ import annotations

import re

from govdocs.intake.nearest import folded, nearest
from govdocs.intake.shape import FieldShape, Leaf, LeafShape, field_at
from govdocs.intake.workbook.grid import Grid
from govdocs.intake.workbook.layout import CONTENT, EXPLANATION, LABEL
from govdocs.intake.workbook.marks import EMPTY
from govdocs.intake.workbook.plan import FormGroup, Sheet
from govdocs.intake.workbook.table_reader import Table
from govdocs.place import CellPlace, Path

_GROUP = re.compile(r"【(.+?)】")


class _Form:
    def __init__(self, sheet: Sheet, table: Table) -> None:
        self.sheet = sheet
        self.table = table
        self.grid = table.grid
        self.filling = table.grid.filling
        self.groups = {folded(group.title): group for group in sheet.groups}
        self.group: FormGroup | None = sheet.groups[0]
        self.last: FieldShape | None = None
        self.counts: dict[Path, int] = {}
        self.seen: dict[Path, CellPlace] = {}

    def row(self, number: int, label: str, value: str) -> None:
        """Take one row of the sheet."""
        heading = _GROUP.match(label)
        here = self.table.cell(number, LABEL)
        if heading is not None:
            self._enter(heading[1], here)
        elif label:
            self._label(label, value, here, self.table.cell(number, CONTENT))
        elif value and self.group is not None:
            place = self.table.cell(number, CONTENT)
            if self.last is None or isinstance(self.last.shape, LeafShape):
                self.filling.say("intake.value_without_label", place, given=value[:40])
            else:
                self._add(self.group, self.last, value, place)

    def _enter(self, title: str, here: CellPlace) -> None:
        self.last = None
        self.group = self.groups.get(folded(title))
        if self.group is None:
            titles = [group.title for group in self.groups.values()]
            self.filling.say("intake.unknown_group", here, name=title, groups="、".join(titles))
            # Read on as the group that was probably meant: its fields are not missing.
            self.group = self.groups.get(folded(nearest(title, titles, cutoff=0.4)))
        elif self.group.path:
            self.filling.stands(self.group.path, here)
            self.filling.blank(self.group.path, here)

    def _label(self, label: str, value: str, here: CellPlace, place: CellPlace) -> None:
        if self.group is None:  # under an unknown group, which was reported
            return
        fields = {folded(field.title): field for field in self.group.fields}
        field = fields.get(folded(label))
        self.last = field
        if field is None:
            self._unknown(label, here)
            return
        path = (*self.group.path, field.key)
        if path in self.seen and isinstance(field.shape, LeafShape):
            self.filling.say("intake.equal_labels", here, label=label, first=self.seen[path].cell)
            return
        self.seen.setdefault(path, here)
        self.filling.stands(path, here)
        if value:
            self._add(self.group, field, value, place)
        else:
            self.filling.blank(path, place)

    def _add(self, group: FormGroup, field: FieldShape, value: str, place: CellPlace) -> None:
        path = (*group.path, field.key)
        if isinstance(field.shape, LeafShape):
            around = field_at(group.path, self.sheet.model)
            if value == EMPTY and around is not None and around.nullable:
                self.filling.empty(group.path, {}, place)
            else:
                self.filling.put(path, value, place)
        elif value == EMPTY:
            self.filling.empty(path, [], place)
        else:
            number = self.counts.get(path, 0)
            self.counts[path] = number + 1
            self.filling.put((*path, number), value, place)

    def _unknown(self, label: str, here: CellPlace) -> None:
        titles = [field.title for field in self.group.fields] if self.group else []
        right = nearest(label, titles)
        if right:
            self.filling.say("intake.misspelt_label", here, label=label, right=right)
            if self.group is not None:
                # The field that was meant is missed here, where it was told already.
                key = next(f.key for f in self.group.fields if f.title == right)
                self.filling.blank((*self.group.path, key), here)
            return
        home = next(
            (
                g.title
                for g in self.sheet.groups
                if folded(label) in {folded(f.title) for f in g.fields}
            ),
            "",
        )
        if home:
            self.filling.say("intake.label_elsewhere", here, label=label, group=home)
        else:
            self.filling.say("intake.unknown_label", here, label=label, labels="、".join(titles))


def read_form(sheet: Sheet, grid: Grid) -> None:
    """Read labels and values under their groups; a list goes on in the rows below its label."""
    leaves = {LABEL: Leaf.TEXT, CONTENT: Leaf.CELL, EXPLANATION: Leaf.CELL}
    table = Table(grid, leaves, [LABEL, CONTENT])
    if LABEL not in table.columns or CONTENT not in table.columns:
        return
    form = _Form(sheet, table)
    label_column, value_column = table.columns[LABEL], table.columns[CONTENT]
    for number in grid.rows():
        if number > table.head:
            form.row(number, grid.text(number, label_column), grid.text(number, value_column))
            _outside(table, number)


def _outside(table: Table, row: int) -> None:
    grid = table.grid
    for column in grid.filled(row):
        if column not in table.columns.values() and not grid.shown(table.head, column):
            grid.filling.say(
                "intake.cell_outside", grid.place(row, column), given=grid.text(row, column)[:40]
            )

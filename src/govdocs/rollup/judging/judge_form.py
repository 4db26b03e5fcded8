"""One unit's form becomes its return: every figure taken, left out or blank, every oddity said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from govdocs.errors import Problem
from govdocs.forms.form_set import FormSet
from govdocs.model.indicator import Kind
from govdocs.place import Place
from govdocs.rollup.adding_up.exact import exact_sum
from govdocs.rollup.definition import AskedIndicator, FormDefinition
from govdocs.rollup.form_layout import MONEY_NAMES, MONEY_ROWS, OWN_TOTAL, TEXT_NAMES
from govdocs.rollup.judging.cell_value import Judged, Remark, judge_money, judge_value
from govdocs.rollup.judging.outside_form import said_outside
from govdocs.rollup.judging.returns import BLANK, Entry, State, UnitReturn
from govdocs.rollup.judging.row_matching import RowMatch, match_rows
from govdocs.rollup.judging.written_rate import rate_beside
from govdocs.rollup.naming import folded
from govdocs.rollup.policy import Consequence, Met, Policy
from govdocs.rollup.taking_in.book import CellKind, ReadCell
from govdocs.rollup.taking_in.form_reading import FileReading, FormReading, ReadRow

Bands = tuple[tuple[str, Decimal, Decimal, bool, bool], ...]
MONEY_KEYS = tuple(f"{row.key}.{column}" for row in MONEY_ROWS for column in ("budget", "executed"))


def bands_of(forms: FormSet) -> Bands:
    """The bands of qualitative indicators as plain limits."""
    return tuple(
        (b.name, b.low, b.high, b.low_included, b.high_included) for b in forms.qualitative_bands
    )


@dataclass(frozen=True, slots=True)
class Whose:
    """The unit that a form belongs to, as the list or the form itself says."""

    name: str
    level: str
    parent: str | None
    targets: Mapping[int, str]


class FormJudge:
    """Judges one form; ``met`` collects what is said of it."""

    def __init__(
        self,
        reading: FileReading,
        whose: Whose,
        definition: FormDefinition,
        bands: Bands,
        policy: Policy,
    ) -> None:
        assert reading.form is not None
        self._file = reading
        self._form: FormReading = reading.form
        self._whose = whose
        self._asked = definition
        self._bands = bands
        self._policy = policy
        self.met: list[Met] = []

    def judge(self) -> UnitReturn:
        """Return what counts of the form."""
        form = self._form
        signature = form.signature
        match = match_rows(
            form.rows,
            self._asked,
            trust_numbers=(signature is not None and signature.version == self._asked.version),
        )
        self._columns()
        values = self._values(match)
        self._odd_rows(match)
        texts = self._texts(match)
        money = self._money()
        for problem, written in said_outside(self._file, self._asked):
            self._say(
                problem.code,
                problem.place or self._file.place(None),
                problem.details,
                written=written,
            )
        if not (values or money or texts):
            self._say("rollup.form_blank", self._file.place(None), {})
        return UnitReturn(
            self._whose.name,
            self._whose.level,
            self._whose.parent,
            self._file.file,
            form.sheet,
            self._file.digest,
            money,
            values,
            texts,
        )

    def _say(
        self, code: str, place: Place, details: Mapping[str, str], what: str = "", written: str = ""
    ) -> Consequence:
        consequence = self._policy.of(code)
        named = {"unit": self._whose.name, "what": what, "written": written, **details}
        self.met.append(
            Met(Problem(code, place, named), consequence, self._whose.name, what, written)
        )
        return consequence

    def _columns(self) -> None:
        for heading in self._form.missing_columns:
            self._say("rollup.column_missing", self._file.place(None), {"column": heading})
        for target in self._form.links:
            self._say("rollup.links", self._file.place(None), {"target": target})

    def _values(self, match: RowMatch) -> dict[int, Entry]:
        values = {}
        for asked in self._asked.indicators:
            row = match.found.get(asked.number) or match.renamed.get(asked.number)
            if row is None:
                continue
            if asked.kind is None:
                self._without_kind(asked, row.cells["actual"])
                continue
            entry = self._value(asked, row, renamed=asked.number in match.renamed)
            if entry.state is not State.BLANK:
                values[asked.number] = entry
        return values

    def _value(self, asked: AskedIndicator, row: ReadRow, *, renamed: bool) -> Entry:
        cell = row.cells["actual"]
        band = row.cells.get("band")
        chosen = band.text.strip() if band else ""
        held = self._fixed_cells(asked, row) if not cell.blank else Consequence.NOTE
        if renamed and not cell.blank:
            held = _worse(
                held,
                self._say(
                    "rollup.row_renamed",
                    self._file.place(row.cells["name"]),
                    {"label": row.label, "asked": asked.name},
                    asked.name,
                    cell.text,
                ),
            )
        entry = self._taken(judge_value(cell, asked, chosen, self._bands), cell, asked.name)
        if held.leaves_out and entry.state is State.VALUE:
            entry = Entry(State.LEFT_OUT, cell.address)
        if band is not None and self._band_is_idle(chosen, asked, entry):
            self._say("rollup.band_unused", self._file.place(band), {}, asked.name, chosen)
        return entry

    def _without_kind(self, asked: AskedIndicator, cell: ReadCell) -> None:
        """Name a value that nobody can add up; where the run stops anyway, the form is not to blame."""
        if not cell.blank and self._policy.of("rollup.kind_unknown").leaves_out:
            self._say(
                "rollup.kind_unknown",
                self._file.place(cell),
                {"name": asked.name},
                asked.name,
                cell.text,
            )

    def _band_is_idle(self, chosen: str, asked: AskedIndicator, entry: Entry) -> bool:
        """Whether a band was chosen, or something else written there, and nothing counts for it."""
        if chosen in ("", "—", "-", "－", "/"):
            return False
        known = any(chosen == band[0] for band in self._bands)
        return not (known and asked.kind is Kind.QUALITATIVE and entry.state is State.VALUE)

    def _fixed_cells(self, asked: AskedIndicator, row: ReadRow) -> Consequence:
        """Target and unit of measure as handed out; what follows where they are not."""
        held = Consequence.NOTE
        cells = row.cells
        wanted = self._whose.targets.get(asked.number, asked.target)
        target = cells.get("target")
        if target is not None and _shown(target) != folded(wanted):
            self._say(
                "rollup.target_changed",
                self._file.place(target),
                {"given": target.text.strip() or "空白", "asked": wanted or "空白"},
                asked.name,
                target.text,
            )
        unit = cells.get("unit")
        if unit is not None and folded(unit.text) != folded(asked.unit):
            held = _worse(
                held,
                self._say(
                    "rollup.unit_cell_changed",
                    self._file.place(unit),
                    {"given": unit.text.strip() or "空白", "asked": asked.unit or "空白"},
                    asked.name,
                    cells["actual"].text,
                ),
            )
        return held

    def _taken(self, judged: Judged, cell: ReadCell, what: str) -> Entry:
        """Say what is to be said of a cell and return its entry under the policy."""
        entry, remarks = judged
        if cell.hidden and not cell.blank:
            remarks = [*remarks, Remark("rollup.hidden", {})]
        for remark in remarks:
            follows = self._say(
                remark.code, self._file.place(cell), remark.details, what, cell.text
            )
            if follows.leaves_out and entry.state is State.VALUE:
                entry = Entry(State.LEFT_OUT, cell.address)
        return entry

    def _odd_rows(self, match: RowMatch) -> None:
        names = {i.number: i.name for i in self._asked.indicators}
        known = match.found | match.renamed
        for number in sorted(match.moved):
            row = known[number]
            self._say("rollup.row_moved", self._file.place(row.cells["name"]), {}, names[number])
        for asked in match.deleted:
            self._say("rollup.row_deleted", self._file.place(None), {}, asked.name)
        for asked, row in match.twice:
            self._say(
                "rollup.row_twice",
                self._file.place(row.cells["actual"]),
                {},
                asked.name,
                _written(row),
            )
        for row in match.inserted:
            if _written(row) or row.label:
                self._say(
                    "rollup.row_inserted",
                    self._file.place(row.cells["name"]),
                    {"label": row.label or "（无名称）"},
                    row.label,
                    _written(row),
                )

    def _money(self) -> dict[str, Entry]:
        money = {}
        for key in MONEY_KEYS:
            cell = self._form.money.get(key)
            if cell is None or _own_total_uncomputed(key, cell):
                continue  # made from the parts below
            entry = self._taken(judge_money(cell, self._asked.money_unit), cell, MONEY_NAMES[key])
            if entry.state is not State.BLANK:
                money[key] = entry
        for column in ("budget", "executed"):
            self._total(money, column)
        for source in MONEY_ROWS:
            self._rate(money, source.key)
        return money

    def _rate(self, money: dict[str, Entry], row: str) -> None:
        cell = self._form.money.get(f"{row}.rate")
        right = (
            None
            if cell is None
            else rate_beside(
                cell, money.get(f"{row}.budget", BLANK), money.get(f"{row}.executed", BLANK)
            )
        )
        if cell is not None and right is not None:
            self._say(
                "rollup.rate_differs",
                self._file.place(cell),
                {"right": right},
                MONEY_NAMES[f"{row}.rate"],
                cell.text,
            )

    def _total(self, money: dict[str, Entry], column: str) -> None:
        key = f"total.{column}"
        if money.get(key, BLANK).state is not State.BLANK:
            return
        parts = [money[k] for k in (f"{row.key}.{column}" for row in MONEY_ROWS[1:]) if k in money]
        numbers = [part.number for part in parts if part.number is not None]
        cell = self._form.money.get(key)
        if not numbers or any(part.state is State.LEFT_OUT for part in parts):
            return
        total = exact_sum(numbers)
        address = cell.address if cell is not None else parts[0].address
        money[key] = Entry(State.VALUE, address, total)
        self._say(
            "rollup.total_from_parts",
            self._file.place(cell or ReadCell(address, CellKind.BLANK)),
            {"total": f"{total:f}"},
            MONEY_NAMES[key],
        )

    def _texts(self, match: RowMatch) -> dict[str, tuple[str, str]]:
        texts = {}
        for number, row in sorted((match.found | match.renamed).items()):
            cell = row.cells.get("reason")
            if cell is not None and cell.text.strip() not in ("", "无", "—", "-", "/"):
                if cell.kind in (CellKind.ERROR, CellKind.NO_VALUE):
                    self._say("rollup.error_cell", self._file.place(cell), {}, row.label, cell.text)
                else:
                    texts[str(number)] = (cell.address, cell.text.strip())
        for key, cell in self._form.texts.items():
            if cell.kind in (CellKind.ERROR, CellKind.NO_VALUE):
                self._say(
                    "rollup.error_cell", self._file.place(cell), {}, TEXT_NAMES[key], cell.text
                )
            elif cell.text.strip() not in ("", "无"):
                texts[key] = (cell.address, cell.text.strip())
        return texts


def _own_total_uncomputed(key: str, cell: ReadCell) -> bool:
    """Tell whether the sum that was handed out stands there and no program has computed it yet."""
    return (
        key.startswith("total.")
        and cell.kind is CellKind.NO_VALUE
        and cell.text.startswith(OWN_TOTAL)
    )


def whose_from_form(form: FormReading, name: str) -> Whose:
    """Return what a form says of its unit, where there is no list."""
    signature = form.signature
    if signature is None:
        return Whose(name, "县", None, {})
    parent = signature.parent or None
    return Whose(name, signature.level, parent, signature.targets)


def _shown(cell: ReadCell) -> str:
    if cell.percent and cell.kind is CellKind.NUMBER:
        return f"{Decimal(cell.text).scaleb(2).normalize():f}%"
    return folded(cell.text)


def _written(row: ReadRow) -> str:
    words = [row.cells[key].text.strip() for key in ("actual", "reason") if key in row.cells]
    return "；".join(word for word in words if word)


def _worse(a: Consequence, b: Consequence) -> Consequence:
    order = list(Consequence)
    return max(a, b, key=order.index)

"""Computes the formulas of one filled workbook, each once, whatever order they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import NamedTuple, cast

from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.formulas.functions import FUNCTIONS, Argument, Grid, power, scalar
from govdocs.rendering.xlsx.formulas.number_text import formatted
from govdocs.rendering.xlsx.formulas.syntax import (
    Binary,
    Call,
    Cells,
    ErrorLiteral,
    FormulaTrouble,
    Literal,
    Name,
    Node,
    Unary,
)
from govdocs.rendering.xlsx.formulas.template import Areas, Placed
from govdocs.rendering.xlsx.formulas.values import (
    DIVISION,
    MISSING,
    NUMBER,
    CellError,
    Scalar,
    compare,
    number,
    text_of,
    truth,
)

DEPTH = 40
"""Formulas computed within one another before the calculation starts afresh at the innermost."""

MOST_CELLS = 5_000_000
"""Cells that the ranges of one filling may hold together, so that no template runs for ever."""

PRECISION = Context(prec=28)
"""Excel keeps 15 digits; with 28 the cached value is right in all that it shows."""

Address = tuple[str, int, int]
"""A cell of the filled workbook: its sheet's key, row and column."""


class FormulaCell(NamedTuple):
    """A formula in a filled sheet: placed, or with the columns of its own row that it is about."""

    tree: Node
    placed: Placed | None
    own_columns: tuple[int, ...] = ()


class _Wanted(Exception):
    """Another formula must be computed first."""

    def __init__(self, address: Address) -> None:
        self.address = address
        super().__init__(address)


@dataclass(slots=True)
class Calculation:
    """The values of a filled workbook's cells.

    ``plain`` gives what stands in a cell: a value, or the FormulaCell to be computed.
    ``last_row`` gives a sheet's last filled row and column, so that whole columns end somewhere.
    ``names`` gives the formula behind a defined name.
    """

    plain: Callable[[str, int, int], Scalar | FormulaCell | CellError]
    edge: Callable[[str], tuple[int, int]]
    names: Callable[[str], FormulaCell | None]
    known: dict[Address, Scalar | CellError] = field(default_factory=dict)
    _under_way: list[Address] = field(default_factory=list)
    _seen_cells: int = 0

    def value(self, address: Address, formula: FormulaCell | None = None) -> Scalar | CellError:
        """The value of a cell; raises FormulaTrouble where it cannot be computed.

        ``formula`` is what stands there, where the caller has it at hand.

        The caller sets the precision (``PRECISION``) once for all cells.
        """
        waiting = [address]
        while True:
            self._under_way.clear()
            try:
                if formula is not None and len(waiting) == 1:
                    value = self._computed(address, formula)
                else:
                    value = self._cell(waiting[-1])
            except _Wanted as wanted:
                if wanted.address in waiting:
                    raise FormulaTrouble("公式循环引用") from None
                waiting.append(wanted.address)
                continue
            waiting.pop()
            if not waiting:
                return value

    def _cell(self, address: Address) -> Scalar | CellError:
        found = self.plain(*address)
        if type(found) is not FormulaCell:
            return cast("Scalar | CellError", found)
        return self._computed(address, found)

    def _computed(self, address: Address, found: FormulaCell) -> Scalar | CellError:
        known = self.known.get(address, self)
        if known is not self:
            return known  # type: ignore[return-value]
        if address in self._under_way:
            raise FormulaTrouble("公式循环引用")
        if len(self._under_way) >= DEPTH:
            raise _Wanted(address)
        self._under_way.append(address)
        value: Scalar | CellError
        try:
            value = self._scalar(found.tree, found, address)
            value = Decimal(0) if value is None else value
        except CellError as error:
            value = error
        except DivisionByZero:
            value = CellError(DIVISION)
        except (InvalidOperation, Overflow):
            value = CellError(NUMBER)
        finally:
            self._under_way.pop()
        self.known[address] = value
        return value

    def _scalar(self, node: Node, formula: FormulaCell, at: Address) -> Scalar:
        """The one value of a node; a reference to one cell needs no range."""
        if type(node) is Cells and formula.placed is None:
            column = formula.own_columns[node.number]
            value = self.plain(at[0], at[1], column)
            if type(value) is FormulaCell:
                value = self._cell((at[0], at[1], column))
            if isinstance(value, CellError):
                raise value
            return cast("Scalar", value)
        return scalar(self._of(node, formula, at))

    def _of(self, node: Node, formula: FormulaCell, at: Address) -> Argument:
        if isinstance(node, Literal):
            return node.value
        if isinstance(node, Cells):
            return self._grid(formula, node.number, at)
        if isinstance(node, Binary):
            return self._binary(node, formula, at)
        if isinstance(node, Call):
            return self._call(node, formula, at)
        if isinstance(node, Unary):
            figure = self._scalar(node.of, formula, at)
            if node.operator == "%":
                return number(figure) / 100
            return -number(figure) if node.operator == "-" else figure
        if isinstance(node, Name):
            named = self.names(node.name)
            if named is None:
                raise FormulaTrouble(node.name)
            return self._of(named.tree, named, at)
        assert isinstance(node, ErrorLiteral)
        raise CellError(node.code)

    def areas(self, formula: FormulaCell, which: int, at: Address) -> Areas:
        """What a reference of a formula means in the filled workbook."""
        if formula.placed is not None:
            return formula.placed.areas[which]
        column = formula.own_columns[which]
        return ((at[0], Box(at[1], column, at[1], column)),)

    def _grid(self, formula: FormulaCell, which: int, at: Address) -> Grid:
        cells: list[Scalar | CellError] = []
        rows = columns = 0
        for sheet, whole in self.areas(formula, which, at):
            box = self._clipped(sheet, whole)
            rows += box.bottom - box.top + 1
            columns = box.right - box.left + 1
            self._seen_cells += rows * columns
            if self._seen_cells > MOST_CELLS:
                raise FormulaTrouble("公式引用的单元格太多")
            for row in range(box.top, box.bottom + 1):
                for column in range(box.left, box.right + 1):
                    cells.append(self._cell((sheet, row, column)))
        return Grid(rows, columns, tuple(cells))

    def _clipped(self, sheet: str, box: Box) -> Box:
        last_row, last_column = self.edge(sheet)
        if box.bottom <= last_row and box.right <= last_column:
            return box
        bottom = box.bottom if box.bottom - box.top < 1000 else max(box.top, last_row)
        right = box.right if box.right - box.left < 1000 else max(box.left, last_column)
        return Box(box.top, box.left, bottom, right)

    def _side(self, node: Node, formula: FormulaCell, at: Address) -> Scalar:
        if formula.placed is None:
            return self._scalar(node, formula, at)
        side = self._of(node, formula, at)
        if isinstance(side, Grid) and len(side.cells) != 1:
            raise FormulaTrouble("数组运算")
        return scalar(side)

    def _binary(self, node: Binary, formula: FormulaCell, at: Address) -> Argument:
        left, right = self._side(node.left, formula, at), self._side(node.right, formula, at)
        operator = node.operator
        if operator == "&":
            return text_of(left) + text_of(right)
        if operator in {"=", "<>", "<", ">", "<=", ">="}:
            return compare(operator, left, right)
        one, two = number(left), number(right)
        if operator == "+":
            return one + two
        if operator == "-":
            return one - two
        if operator == "*":
            return one * two
        if operator == "^":
            return power(one, two)
        if not two:
            raise CellError(DIVISION)
        return one / two

    def _call(self, node: Call, formula: FormulaCell, at: Address) -> Argument:
        lazy = _LAZY.get(node.function)
        if lazy is not None:
            return lazy(self, node, formula, at)
        function = FUNCTIONS.get(node.function)
        if function is None:
            raise FormulaTrouble(node.function)
        arguments = [self._of(argument, formula, at) for argument in node.arguments]
        try:
            return function(*arguments)
        except TypeError as error:
            raise FormulaTrouble(f"{node.function} 的参数个数") from error

    def _if(self, node: Call, formula: FormulaCell, at: Address) -> Argument:
        if not 2 <= len(node.arguments) <= 3:
            raise FormulaTrouble("IF 的参数个数")
        chosen = truth(self._scalar(node.arguments[0], formula, at))
        if not chosen and len(node.arguments) == 2:
            return False
        return self._of(node.arguments[1 if chosen else 2], formula, at)

    def _iferror(self, node: Call, formula: FormulaCell, at: Address) -> Argument:
        try:
            return self._scalar(node.arguments[0], formula, at)
        except CellError as error:
            if node.function == "IFNA" and error.code != MISSING:
                raise
        except (DivisionByZero, InvalidOperation, Overflow):
            pass
        return self._of(node.arguments[1], formula, at)

    def _iserror(self, node: Call, formula: FormulaCell, at: Address) -> Argument:
        try:
            self._scalar(node.arguments[0], formula, at)
        except CellError:
            return True
        return False

    def _row(self, node: Call, formula: FormulaCell, at: Address) -> Argument:
        here = at[1] if node.function == "ROW" else at[2]
        if not node.arguments:
            return Decimal(here)
        cells = node.arguments[0]
        if not isinstance(cells, Cells):
            raise FormulaTrouble(node.function)
        box = self.areas(formula, cells.number, at)[0][1]
        return Decimal(box.top if node.function == "ROW" else box.left)

    def _text(self, node: Call, formula: FormulaCell, at: Address) -> Argument:
        if len(node.arguments) != 2:
            raise FormulaTrouble("TEXT 的参数个数")
        figure, pattern = (self._scalar(part, formula, at) for part in node.arguments)
        shown = formatted(number(figure), text_of(pattern))
        if shown is None:
            raise FormulaTrouble(f"TEXT 的格式 {text_of(pattern)}")
        return shown


_LAZY: Mapping[str, Callable[[Calculation, Call, FormulaCell, Address], Argument]] = {
    "IF": Calculation._if,
    "IFERROR": Calculation._iferror,
    "IFNA": Calculation._iferror,
    "ISERROR": Calculation._iserror,
    "ISERR": Calculation._iserror,
    "ROW": Calculation._row,
    "COLUMN": Calculation._row,
    "TEXT": Calculation._text,
}

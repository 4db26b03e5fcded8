"""The functions that official forms use, as Excel computes them, in Decimal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import TypeAlias

from govdocs.rendering.xlsx.formulas.syntax import FormulaTrouble
from govdocs.rendering.xlsx.formulas.values import (
    DIVISION,
    NUMBER,
    VALUE,
    CellError,
    FigureText,
    Scalar,
    matches,
    number,
    text_of,
    truth,
)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a range, row by row; an error among them is a CellError object, not raised."""

    rows: int
    columns: int
    cells: tuple[Scalar | CellError, ...]


Argument: TypeAlias = "Scalar | Grid"


def scalar(argument: Argument) -> Scalar:
    """The one value of an argument; a range of one cell counts as its value."""
    if not isinstance(argument, Grid):
        return argument
    if len(argument.cells) != 1:
        raise CellError(VALUE)
    cell = argument.cells[0]
    if isinstance(cell, CellError):
        raise cell
    return cell


def _figures(arguments: tuple[Argument, ...]) -> Iterator[Decimal]:
    """The numbers that SUM and its kind see: in ranges numbers alone, as arguments what reads as one."""
    for argument in arguments:
        if isinstance(argument, Grid):
            for cell in argument.cells:
                if isinstance(cell, CellError):
                    raise cell
                if isinstance(cell, Decimal):
                    yield cell
                elif isinstance(cell, FigureText):
                    raise FormulaTrouble(f"合计范围内的“{cell}”是带单位或符号的文字，不会被计入")
        else:
            yield number(argument)


def _sum(*arguments: Argument) -> Scalar:
    return sum(_figures(arguments), Decimal(0))


def _average(*arguments: Argument) -> Scalar:
    found = list(_figures(arguments))
    if not found:
        raise CellError(DIVISION)
    return sum(found, Decimal(0)) / len(found)


def _product(*arguments: Argument) -> Scalar:
    found = list(_figures(arguments))
    result = Decimal(1 if found else 0)
    for figure in found:
        result *= figure
    return result


def _count(*arguments: Argument) -> Scalar:
    total = 0
    for argument in arguments:
        if isinstance(argument, Grid):
            total += sum(isinstance(cell, Decimal) for cell in argument.cells)
        else:
            try:
                number(argument)
                total += 1
            except CellError:
                continue
    return Decimal(total)


def _counta(*arguments: Argument) -> Scalar:
    total = 0
    for argument in arguments:
        cells = argument.cells if isinstance(argument, Grid) else ("",)
        total += sum(cell is not None for cell in cells)
    return Decimal(total)


def _countblank(area: Argument) -> Scalar:
    cells = area.cells if isinstance(area, Grid) else (area,)
    return Decimal(sum(cell is None or cell == "" for cell in cells))


def _chosen(pairs: tuple[Argument, ...]) -> list[int]:
    """The positions at which every range meets its criterion."""
    areas = [(_grid(pairs[at]), scalar(pairs[at + 1])) for at in range(0, len(pairs), 2)]
    size = len(areas[0][0].cells)
    if any(len(area.cells) != size for area, _ in areas):
        raise CellError(VALUE)
    return [
        at for at in range(size)
        if all(
            not isinstance(cell := area.cells[at], CellError) and matches(cell, wanted)
            for area, wanted in areas
        )
    ]  # fmt: skip


def _grid(argument: Argument) -> Grid:
    return argument if isinstance(argument, Grid) else Grid(1, 1, (argument,))


def _picked(area: Grid, places: list[int]) -> Grid:
    cells = tuple(area.cells[at] for at in places if at < len(area.cells))
    return Grid(len(cells), 1, cells)


def _sumif(area: Argument, criterion: Argument, summed: Argument | None = None) -> Scalar:
    return _sum(_picked(_grid(area if summed is None else summed), _chosen((area, criterion))))


def _sumifs(summed: Argument, *pairs: Argument) -> Scalar:
    return _sum(_picked(_grid(summed), _chosen(pairs)))


def _averageif(area: Argument, criterion: Argument, summed: Argument | None = None) -> Scalar:
    return _average(_picked(_grid(area if summed is None else summed), _chosen((area, criterion))))


def _countif(*pairs: Argument) -> Scalar:
    return Decimal(len(_chosen(pairs)))


def _sumproduct(*arguments: Argument) -> Scalar:
    grids = [_grid(argument) for argument in arguments]
    shape = (grids[0].rows, grids[0].columns)
    if any((grid.rows, grid.columns) != shape for grid in grids):
        raise CellError(VALUE)
    total = Decimal(0)
    for cells in zip(*(grid.cells for grid in grids), strict=True):
        product = Decimal(1)
        for cell in cells:
            if isinstance(cell, CellError):
                raise cell
            if isinstance(cell, FigureText):
                raise FormulaTrouble(f"“{cell}”是带单位或符号的文字，不会被计入")
            product *= cell if isinstance(cell, Decimal) else 0
        total += product
    return total


def _rounding(mode: str) -> Callable[..., Scalar]:
    def rounded(value: Argument, places: Argument = Decimal(0)) -> Scalar:
        step = Decimal(1).scaleb(-int(number(scalar(places))))
        return number(scalar(value)).quantize(step, rounding=mode)

    return rounded


def _int(value: Argument) -> Scalar:
    return number(scalar(value)).to_integral_value(rounding=ROUND_FLOOR)


def _ceiling(value: Argument, step: Argument = Decimal(1)) -> Scalar:
    size = number(scalar(step))
    if not size:
        return Decimal(0)
    return (number(scalar(value)) / size).to_integral_value(rounding=ROUND_CEILING) * size


def _mod(value: Argument, by: Argument) -> Scalar:
    divisor = number(scalar(by))
    if not divisor:
        raise CellError(DIVISION)
    figure = number(scalar(value))
    return figure - divisor * (figure / divisor).to_integral_value(rounding=ROUND_FLOOR)


def _power(value: Argument, exponent: Argument) -> Scalar:
    return power(number(scalar(value)), number(scalar(exponent)))


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """Raise to a power; ``#NUM!`` where there is no real result, or one too large for Excel."""
    if (not base and exponent <= 0) or (base < 0 and exponent != exponent.to_integral_value()):
        raise CellError(NUMBER)
    if abs(exponent) > 1000:
        raise CellError(NUMBER)
    return base**exponent


def _extreme(best: Callable[..., Decimal]) -> Callable[..., Scalar]:
    def found(*arguments: Argument) -> Scalar:
        return best(_figures(arguments), default=Decimal(0))

    return found


def _truths(arguments: tuple[Argument, ...]) -> Iterator[bool]:
    for argument in arguments:
        if isinstance(argument, Grid):
            for cell in argument.cells:
                if isinstance(cell, CellError):
                    raise cell
                if isinstance(cell, bool | Decimal):
                    yield bool(cell)
        else:
            yield truth(argument)


def _subtotal(kind: Argument, *areas: Argument) -> Scalar:
    function = _SUBTOTALS.get(int(number(scalar(kind))) % 100)
    if function is None:
        raise CellError(VALUE)
    return function(*areas)


_SUBTOTALS: Mapping[int, Callable[..., Scalar]] = {
    1: _average, 2: _count, 3: _counta, 4: _extreme(max), 5: _extreme(min), 6: _product, 9: _sum,
}  # fmt: skip

FUNCTIONS: Mapping[str, Callable[..., Scalar]] = {
    "SUM": _sum,
    "AVERAGE": _average,
    "PRODUCT": _product,
    "MAX": _extreme(max),
    "MIN": _extreme(min),
    "COUNT": _count,
    "COUNTA": _counta,
    "COUNTBLANK": _countblank,
    "COUNTIF": _countif,
    "COUNTIFS": _countif,
    "SUMIF": _sumif,
    "SUMIFS": _sumifs,
    "AVERAGEIF": _averageif,
    "SUMPRODUCT": _sumproduct,
    "SUBTOTAL": _subtotal,
    "ROUND": _rounding(ROUND_HALF_UP),
    "ROUNDUP": _rounding(ROUND_UP),
    "ROUNDDOWN": _rounding(ROUND_DOWN),
    "TRUNC": _rounding(ROUND_DOWN),
    "INT": _int,
    "CEILING": _ceiling,
    "MOD": _mod,
    "POWER": _power,
    "ABS": lambda value: abs(number(scalar(value))),
    "AND": lambda *all_of: all(list(_truths(all_of))),
    "OR": lambda *any_of: any(list(_truths(any_of))),
    "NOT": lambda value: not truth(scalar(value)),
    "TRUE": lambda: True,
    "FALSE": lambda: False,
    "ROWS": lambda area: Decimal(_grid(area).rows),
    "COLUMNS": lambda area: Decimal(_grid(area).columns),
    "ISBLANK": lambda value: scalar(value) is None,
    "ISNUMBER": lambda value: isinstance(scalar(value), Decimal),
    "ISTEXT": lambda value: isinstance(scalar(value), str),
    "N": lambda value: Decimal(0) if isinstance(scalar(value), str) else number(scalar(value)),
    "VALUE": lambda value: number(scalar(value)),
    "CONCATENATE": lambda *parts: "".join(text_of(scalar(part)) for part in parts),
    "LEN": lambda value: Decimal(len(text_of(scalar(value)))),
    "TRIM": lambda value: " ".join(text_of(scalar(value)).split(" ")).strip(),
    "LEFT": lambda value, n=Decimal(1): text_of(scalar(value))[: int(number(scalar(n)))],
    "RIGHT": lambda value, n=Decimal(1): text_of(scalar(value))[-int(number(scalar(n))) :],
}  # fmt: skip

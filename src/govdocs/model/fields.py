"""The kinds of field that a case has, each read from the text that stands in the file.

Intake hands every scalar over as text, so that 0430 stays a code and 98.50 keeps its zero.
Errors are pydantic custom errors whose type is the problem's code after ``intake.``.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel as PydanticModel
from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationInfo
from pydantic_core import PydanticCustomError

from govdocs.model.interval import rounded
from govdocs.model.quantity import Quantity, read_quantity
from govdocs.model.units import MONEY, PERCENT, unit_of


class Model(PydanticModel):
    """Every group of fields: unknown keys are errors, values do not change after intake."""

    # Each model is built when it is first used: a filing never needs those of an evaluation.
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        str_strip_whitespace=False,
        defer_build=True,
    )


# Besides controls: half characters, line separators that Word and Excel lose, private characters.
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]"
)
"""Letters that no case and no paper can hold."""
_CN_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def _clean(value: Any) -> str:
    if isinstance(value, Quantity):
        return value.text
    if not isinstance(value, str):
        raise PydanticCustomError("not_text", "expects one value", {"given": type(value).__name__})
    if UNPRINTABLE.search(value):
        raise PydanticCustomError("control_character", "control character", {"given": repr(value)})
    # Files of Windows end lines by two characters; a text is the same in either.
    return value.replace("\r\n", "\n").replace("\r", "\n")


def _read_text(value: Any) -> str:
    text = _clean(value)
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text.strip()


def _figure_text(value: Any) -> str:
    text = _clean(value).strip()
    plain = unicodedata.normalize("NFKC", text)
    if any("０" <= c <= "９" or c in "．，" for c in text) and read_quantity(plain):
        raise PydanticCustomError(
            "full_width_digits", "full-width digits", {"given": text, "right": plain}
        )
    return text


def _read_money(value: Any, info: ValidationInfo) -> Quantity:
    text = _figure_text(value)
    quantity = read_quantity(text)
    if quantity is None or quantity.bound.value != "=":
        raise PydanticCustomError("not_money", "no amount", {"given": text})
    symbol = str((info.context or {}).get("money_unit", "万元"))
    wanted = unit_of(symbol)
    if quantity.unit is None:
        return quantity.counted_in(wanted)
    if quantity.unit.kind != MONEY:
        raise PydanticCustomError("not_money_unit", "wrong unit", {"given": text, "unit": symbol})
    if quantity.unit.factor != wanted.factor:
        exact = quantity.number * quantity.unit.factor / wanted.factor
        raise PydanticCustomError(
            "other_money_unit",
            "another scale",
            {"given": text, "unit": symbol, "right": f"{exact.normalize():f}"},
        )
    bare = text.removesuffix(quantity.unit.symbol).strip()
    return Quantity(quantity.number, wanted, quantity.bound, bare)


def _read_rate(value: Any) -> Quantity:
    text = _figure_text(value)
    quantity = read_quantity(text)
    if quantity is None:
        raise PydanticCustomError("not_rate", "no rate", {"given": text})
    if quantity.unit is None:
        guess = rounded(quantity.number * 100, max(0, quantity.decimals - 2))
        right = f"{quantity.text}%" if abs(quantity.number) > 1 else f"{guess}%"
        raise PydanticCustomError("rate_without_percent", "no %", {"given": text, "right": right})
    if quantity.unit.kind != PERCENT:
        raise PydanticCustomError("not_rate", "no rate", {"given": text})
    return quantity


def _read_number(value: Any) -> Quantity:
    text = _figure_text(value)
    quantity = read_quantity(text)
    if quantity is None or quantity.unit is not None:
        raise PydanticCustomError("not_number", "no number", {"given": text})
    return quantity


def _read_figure(value: Any) -> Quantity:
    text = _figure_text(value)
    quantity = read_quantity(text)
    if quantity is None:
        raise PydanticCustomError("not_figure", "no figure", {"given": text})
    return quantity


def _read_cell(value: Any) -> Quantity | str:
    """A cell of an indicator: a figure where the text is one, words where it is not."""
    text = _figure_text(value)
    if not text:
        raise PydanticCustomError("blank", "blank")
    return read_quantity(text) or text


def _read_day(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = _clean(value).strip()
    match = _ISO_DATE.fullmatch(text) or _CN_DATE.fullmatch(text)
    if match is None:
        raise PydanticCustomError("not_date", "no date", {"given": text})
    year, month, day = (int(group) for group in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise PydanticCustomError("no_such_date", "no such date", {"given": text}) from None


def _read_whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = _figure_text(value)
    if not re.fullmatch(r"\d{1,9}", text):
        raise PydanticCustomError("not_whole_number", "no whole number", {"given": text})
    return int(text)


def _read_yes(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _clean(value).strip()
    if text in {"是", "true", "True"}:
        return True
    if text in {"否", "false", "False"}:
        return False
    raise PydanticCustomError("not_yes_or_no", "yes or no", {"given": text})


def quantity_text(quantity: Quantity) -> str:
    """Write a figure back as it was written."""
    return quantity.text


def _cell_text(cell: Quantity | str) -> str:
    return cell if isinstance(cell, str) else cell.text


Text: TypeAlias = Annotated[str, BeforeValidator(_read_text)]
"""Words that are not blank."""
Money: TypeAlias = Annotated[
    Quantity,
    BeforeValidator(_read_money),
    PlainSerializer(quantity_text),
]
"""An amount in the case's ``money_unit``; ``560`` and ``560万元`` are the same."""
Rate: TypeAlias = Annotated[
    Quantity,
    BeforeValidator(_read_rate),
    PlainSerializer(quantity_text),
]
"""A rate with its percent sign, printed decimals kept."""
Number: TypeAlias = Annotated[
    Quantity,
    BeforeValidator(_read_number),
    PlainSerializer(quantity_text),
]
"""A bare number: a weight, a score."""
Figure: TypeAlias = Annotated[
    Quantity,
    BeforeValidator(_read_figure),
    PlainSerializer(quantity_text),
]
"""A number with or without a unit."""
Cell: TypeAlias = Annotated[
    Quantity | str,
    BeforeValidator(_read_cell),
    PlainSerializer(_cell_text),
]
"""A cell of an indicator: a figure or words (良好, 有效降低)."""
Day: TypeAlias = Annotated[
    date,
    BeforeValidator(_read_day),
    PlainSerializer(date.isoformat),
]
"""A date: ``2018-05-18`` or ``2018年5月18日``."""
Whole: TypeAlias = Annotated[int, BeforeValidator(_read_whole)]
"""A whole number without unit: a year, an ordinal."""
YesNo: TypeAlias = Annotated[
    bool,
    BeforeValidator(_read_yes),
    PlainSerializer(lambda yes: "是" if yes else "否"),
]
"""是 or 否."""


def labelled(name: str, explain: str, default: Any = ..., **extra: Any) -> Any:
    """Declare a field with its Chinese name and explanation, which errors and the schema show."""
    if isinstance(default, (list, dict)):
        raise TypeError("give lists by default_factory")
    if "default_factory" in extra:
        return Field(title=name, description=explain, **extra)
    return Field(default, title=name, description=explain, **extra)


def named_money_unit(symbol: str) -> str:
    """Return the name of a unit of 人民币; pydantic's custom error ``not_money_unit_name`` for others."""
    if unit_of(symbol).kind != MONEY:
        raise PydanticCustomError("not_money_unit_name", "no money unit", {"given": symbol})
    return symbol

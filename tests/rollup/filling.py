"""Fill handed-out forms the way a spreadsheet program saves them: values in place, sums computed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

from govdocs.rollup.form_layout import MONEY_ROWS, field_name, money_name
from govdocs.rollup.taking_in.book import open_book

SHEET = "xl/worksheets/sheet1.xml"
_CELL = re.compile(r'<c r="(?P<at>[A-Z]+\d+)"(?P<rest>[^>]*?)(?:/>|>(?P<inner>.*?)</c>)')
Value = Decimal | int | str
"""A number, or text; ``95%`` as text is typed as Excel keeps it: 0.95 in a percent format."""


@lru_cache(maxsize=8)
def names_of(form: bytes) -> dict[str, str]:
    """The address of each defined name of a form; the same for all forms of one version."""
    from govdocs.rollup.taking_in.sheet_xml import column_letters

    return {
        name: f"{column_letters(column)}{row}"
        for name, (_, row, column) in open_book(form, "form.xlsx").names.items()
    }


def filled(
    form: bytes,
    values: Mapping[str, Value],
    names: Mapping[str, str] | None = None,
    compute: bool = True,
) -> bytes:
    """Return ``form`` with values by defined name or address; computes its own sums and rates."""
    at = dict(names) if names is not None else names_of(form)
    cells = {at.get(key, key): value for key, value in values.items()}
    if compute:
        cells |= _computed(values, at)
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    xml = members[SHEET].decode("utf-8")
    members[SHEET] = _CELL.sub(lambda match: _cell(match, cells), xml).encode("utf-8")
    return packed(members)


def packed(members: Mapping[str, bytes]) -> bytes:
    """A package of these members, the same bytes each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED
            )
    return file.getvalue()


def _cell(match: re.Match[str], cells: Mapping[str, Value]) -> str:
    address = match["at"]
    if address not in cells:
        return match[0]
    rest = match["rest"].replace(' t="str"', "").replace(' t="s"', "")
    formula = re.search(r"<f>.*?</f>", match["inner"] or "")
    # A number typed over a formula replaces it; a computed one stands beside it.
    value = cells[address]
    keeps = formula[0] if formula and isinstance(value, _Computed) else ""
    if isinstance(value, str) and not isinstance(value, _Computed):
        text = escape(value)
        return (
            f'<c r="{address}"{rest} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        )
    return f'<c r="{address}"{rest}>{keeps}<v>{value}</v></c>'


class _Computed(str):
    """What a spreadsheet program computes for the form's own formula."""

    __slots__ = ()


def _computed(values: Mapping[str, Value], at: Mapping[str, str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    amounts: dict[str, Decimal] = {}
    for column in ("budget", "executed"):
        parts = [
            Decimal(str(values[name]))
            for row in MONEY_ROWS[1:]
            if isinstance(values.get(name := money_name(row.key, column)), Decimal | int)
        ]
        name = money_name("total", column)
        if name in values:
            if isinstance(values[name], Decimal | int):
                amounts[column] = Decimal(str(values[name]))
        elif parts:
            amounts[column] = sum(parts, Decimal(0))
            found[at[name]] = _Computed(f"{amounts[column]:f}")
    for row in MONEY_ROWS:
        a, b = (
            amounts.get(c) if row.key == "total" else values.get(money_name(row.key, c))
            for c in ("budget", "executed")
        )
        if isinstance(a, Decimal | int) and isinstance(b, Decimal | int) and a:
            found[at[money_name(row.key, "rate")]] = _Computed(repr(float(Decimal(b) / Decimal(a))))
    return found


def actual(number: int) -> str:
    """The defined name of an indicator's actual."""
    return field_name(number, "actual")


def reason(number: int) -> str:
    """The defined name of an indicator's reason."""
    return field_name(number, "reason")


def with_members(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The same package with members replaced, added, or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, content in changes.items():
        if content is None:
            del members[name]
        else:
            members[name] = content
    return packed(members)


def member(data: bytes, name: str) -> bytes:
    """One member of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)

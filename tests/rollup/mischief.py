"""What happens to forms on their way: edits as Excel makes them, damage, things that are no forms."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from copy import copy
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName

from tests.rollup.filling import SHEET, member, names_of, packed, with_members

Change = Callable[[Any, Any], None]


def edited(data: bytes, change: Change) -> bytes:
    """The form after ``change(book, sheet)``, its own sums written as numbers."""
    known = load_workbook(io.BytesIO(data), data_only=True)["自评表"]
    book = load_workbook(io.BytesIO(data))
    sheet = book["自评表"]
    for address in ("D7", "F7"):
        sheet[address].value = known[address].value
    change(book, sheet)
    book.properties.modified = datetime.datetime(2000, 1, 1)
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(io.BytesIO(file.getvalue())) as archive:
        return packed(
            {
                info.filename: re.sub(
                    rb"<dcterms:modified.*?</dcterms:modified>", b"", archive.read(info)
                )
                if info.filename.endswith("core.xml")
                else archive.read(info)
                for info in archive.infolist()
            }
        )


def row_of(data: bytes, number: int) -> int:
    return int(re.sub(r"\D", "", names_of(data)[f"gd_i{number:03d}_name"]))


def shift_names(book: Any, start: int, by: int) -> None:
    """Move defined names from row ``start`` on, as Excel does when rows come or go."""
    for name, defined in list(book.defined_names.items()):
        match = re.fullmatch(r"(.*!\$[A-Z]+\$)(\d+)", defined.attr_text)
        if match and int(match[2]) >= start:
            gone = by < 0 and int(match[2]) < start - by
            text = "#REF!" if gone else f"{match[1]}{int(match[2]) + by}"
            book.defined_names[name] = DefinedName(name, attr_text=text)


def _apart(sheet: Any) -> None:
    """Take merged cells apart: openpyxl does not move them with their rows."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def row_inserted(data: bytes, number: int, label: str, value: Any) -> bytes:
    row = row_of(data, number)

    def change(book: Any, sheet: Any) -> None:
        _apart(sheet)
        sheet.insert_rows(row)
        shift_names(book, row, 1)
        sheet[f"C{row}"], sheet[f"F{row}"] = label, value

    return edited(data, change)


def row_deleted(data: bytes, number: int) -> bytes:
    row = row_of(data, number)

    def change(book: Any, sheet: Any) -> None:
        _apart(sheet)
        sheet.delete_rows(row)
        shift_names(book, row, -1)

    return edited(data, change)


def row_moved(data: bytes, number: int, to: int) -> bytes:
    """Cut the row and paste it in the place of ``to``, which goes one down with all between."""
    here, there = row_of(data, number), row_of(data, to)

    def change(book: Any, sheet: Any) -> None:
        _apart(sheet)
        cut = [copy(cell.value) for cell in sheet[here]][2:]
        sheet.delete_rows(here)
        sheet.insert_rows(there)
        for cell, value in zip(sheet[there][2:], cut, strict=False):
            cell.value = value
        level2 = "数量指标"
        sheet.cell(there, 2).value = level2

    return edited(data, change)


def cell_set(data: bytes, address: str, value: Any, number_format: str = "") -> bytes:
    def change(_book: Any, sheet: Any) -> None:
        sheet[address].value = value
        if number_format:
            sheet[address].number_format = number_format

    return edited(data, change)


def text_set(data: bytes, address: str, text: str) -> bytes:
    def change(_book: Any, sheet: Any) -> None:
        sheet[address].value = text
        sheet[address].data_type = "s"

    return edited(data, change)


def row_hidden(data: bytes, number: int) -> bytes:
    row = row_of(data, number)

    def change(_book: Any, sheet: Any) -> None:
        sheet.row_dimensions[row].hidden = True

    return edited(data, change)


def signature_lost(data: bytes) -> bytes:
    """The sheet copied into a new workbook: no names, no hidden sheet."""

    def change(book: Any, _sheet: Any) -> None:
        del book["_govdocs"]
        for name in list(book.defined_names):
            del book.defined_names[name]

    return edited(data, change)


def signature_set(data: bytes, key: str, value: str) -> bytes:
    def change(book: Any, _sheet: Any) -> None:
        hidden = book["_govdocs"]
        for row in range(1, hidden.max_row + 1):
            if hidden.cell(row, 1).value == key:
                hidden.cell(row, 2).value = value

    return edited(data, change)


def raw_cell(data: bytes, address: str, xml: str) -> bytes:
    """Replace a cell's XML, e.g. by an error or a formula of another program."""
    text = member(data, SHEET).decode("utf-8")
    found = re.search(rf'<c r="{address}"(?P<style>(?: s="\d+")?)[^>]*?(?:/>|>.*?</c>)', text)
    assert found
    cell = xml.format(head=f'r="{address}"{found["style"]}')
    return with_members(
        data, {SHEET: (text[: found.start()] + cell + text[found.end() :]).encode()}
    )


def linked(data: bytes, address: str) -> bytes:
    """A formula that takes its value from another workbook."""
    cell = "<c {head}><f>[1]Sheet1!$A$1</f><v>12</v></c>"
    data = raw_cell(data, address, cell)
    relations = member(data, "xl/_rels/workbook.xml.rels").decode()
    link = (
        '<Relationship Id="rIdLink" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    target = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/externalLinkPath" Target="上年.xlsx" TargetMode="External"/></Relationships>'
    )
    return with_members(
        data,
        {
            "xl/_rels/workbook.xml.rels": relations.replace("</Relationships>", link).encode(),
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{space}"/>'.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": target.encode(),
        },
    )


def with_macros(data: bytes) -> bytes:
    return with_members(data, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def bomb(data: bytes) -> bytes:
    """A part of 32 MiB of blanks that packs to some KiB."""
    return with_members(data, {"xl/worksheets/sheet9.xml": b"<a>" + b" " * (32 << 20) + b"</a>"})


def encrypted() -> bytes:
    """The head of a workbook with a password: a compound file with EncryptedPackage."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 504
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 480
    )


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def other_book() -> bytes:
    """A sound workbook that is no form."""
    book = Workbook()
    book.create_sheet("通讯录", 0)["A1"] = "通讯录"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()

"""Templates made with openpyxl, and contexts made by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import GovdocsError, Problem
from govdocs.place import CellPlace
from govdocs.rendering.xlsx import CompiledXlsx, FilledXlsx, compile_xlsx
from govdocs.tags.values import Node, Record, Rows, Value


def value(text: Any, *path: str | int, unit: str = "") -> Value:
    """A value of the case; figures and days keep what they are beside their text."""
    number = Decimal(text) if isinstance(text, int | Decimal) else None
    day = text if isinstance(text, date) else None
    return Value(str(text), path or ("x",), number, unit, day)


def figure(text: str, number: str, unit: str = "") -> Value:
    return Value(text, ("x",), Decimal(number), unit)


def node(item: Any, *path: str | int) -> Node:
    """A context out of plain dicts, lists and values."""
    if isinstance(item, Value | Record | Rows):
        return item
    if isinstance(item, Mapping):
        return Record({key: node(below, *path, key) for key, below in item.items()}, path)
    if isinstance(item, list):
        return Rows([node(below, *path, at) for at, below in enumerate(item)], path)
    return value(item, *path)


def record(**fields: Any) -> Record:
    found = node(fields)
    assert isinstance(found, Record)
    return found


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def template(
    cells: Mapping[str, Any], prepare: Callable[[Worksheet], object] | None = None
) -> bytes:
    """A workbook of one sheet, 表, with these cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表"
    for address, text in cells.items():
        sheet[address] = text
    if prepare is not None:
        prepare(sheet)
    return saved(book)


def compiled(
    cells: Mapping[str, Any], prepare: Callable[[Worksheet], object] | None = None
) -> CompiledXlsx:
    return compile_xlsx(template(cells, prepare), name="模板.xlsx")


def fill(
    cells: Mapping[str, Any], context: Record, prepare: Callable[[Worksheet], object] | None = None
) -> FilledXlsx:
    return compiled(cells, prepare).fill(context)


def opened(filled: FilledXlsx | bytes, *, values: bool = False) -> Worksheet:
    """The first sheet as openpyxl reads it; with ``values`` the cached values of formulas."""
    data = filled if isinstance(filled, bytes) else filled.data
    sheet = load_workbook(io.BytesIO(data), data_only=values).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(filled: FilledXlsx | bytes, letter: str, *, values: bool = False) -> list[Any]:
    sheet = opened(filled, values=values)
    return [sheet[f"{letter}{row}"].value for row in range(1, sheet.max_row + 1)]


def xml(filled: FilledXlsx | bytes, member: str = "xl/worksheets/sheet1.xml") -> str:
    data = filled if isinstance(filled, bytes) else filled.data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(member).decode()


def cell_xml(filled: FilledXlsx | bytes, address: str) -> str:
    """The XML of one cell."""
    found = re.search(rf'<c r="{address}"[^>]*?(/>|>.*?</c>)', xml(filled))
    assert found is not None, address
    return found[0]


def changed(data: bytes, member: str, edit: Callable[[str], str]) -> bytes:
    """The same file with one member edited."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == member:
                text = content.decode()
                edited = edit(text)
                assert edited != text, "the edit changed nothing"
                content = edited.encode()
            new.writestr(name, content)
    return out.getvalue()


def merged(filled: FilledXlsx | bytes) -> set[str]:
    return {str(cells) for cells in opened(filled).merged_cells.ranges}


def names(sequence: Sequence[str]) -> list[dict[str, str]]:
    return [{"name": name} for name in sequence]


def with_shared_strings(data: bytes) -> bytes:
    """The same workbook with its texts kept as Excel keeps them; ``|`` parts a text into runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    texts: list[str] = []

    def share(found: re.Match[str]) -> str:
        texts.append(found[2])
        return f'{found[1]} t="s"><v>{len(texts) - 1}</v></c>'

    inline = re.compile(
        r'(<c r="[A-Z0-9]+"(?: s="[0-9]+")?) t="inlineStr"><is><t[^>]*>(.*?)</t></is></c>',
        re.DOTALL,
    )
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = inline.sub(share, members[sheet])
    entries = "".join(
        "<si>"
        + "".join(
            f'<r><rPr><b/></rPr><t xml:space="preserve">{run}</t></r>' for run in text.split("|")
        )
        + "</si>"
        if "|" in text and "tr " not in text and "|merge" not in text
        else f'<si><t xml:space="preserve">{text}</t><phoneticPr fontId="1"/></si>'
        for text in texts
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{space}" count="{len(texts)}">{entries}</sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("</Types>", types)
    relation = (
        '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    rels = "xl/_rels/workbook.xml.rels"
    members[rels] = members[rels].replace("</Relationships>", relation)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


def cell(problem: Problem) -> str:
    """The cell that a problem names, with its sheet where that is not 表."""
    assert isinstance(problem.place, CellPlace), problem
    sheet = problem.place.sheet
    return problem.place.cell if sheet == "表" else f"{sheet}!{problem.place.cell}"


def cells_of(error: GovdocsError) -> list[tuple[str, str]]:
    """The codes and cells of an error's problems."""
    return [(problem.code, cell(problem)) for problem in error.problems]


LOOP = {
    "A1": "名称", "B1": "数",
    "A2": "{%tr for row in rows %}",
    "A3": "{{ row.name }}", "B3": "{{ row.count }}",
    "A4": "{%tr endfor %}",
    "A5": "合计", "B5": "=SUM(B3:B3)",
}  # fmt: skip


def book_of(sheet: Worksheet) -> Workbook:
    assert sheet.parent is not None
    return sheet.parent


def three() -> Record:
    return record(
        rows=[{"name": "甲", "count": 1}, {"name": "乙", "count": 2}, {"name": "丙", "count": 4}]
    )

"""The rules of WordprocessingML that Word insists on and WPS and LibreOffice forgive.

A part is read in one pass; a table's row is checked, its text kept, and its elements dropped,
so that memory does not grow with the rows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from govdocs.errors import Problem
from govdocs.place import WordPlace
from govdocs.rendering.docx.alike_rows import LARGE, shorten
from govdocs.rendering.docx.names import TBL, TC_PR, TR, VAL, P, W, w, xml_parser

_CELLS = "(w:tc|w:sdt/w:sdtContent/w:tc)"
_WIDTH = (
    f"count({_CELLS}) - count({_CELLS}/w:tcPr/w:gridSpan) + sum({_CELLS}/w:tcPr/w:gridSpan/@w:val)"
    " + sum(w:trPr/w:gridBefore/@w:val) + sum(w:trPr/w:gridAfter/@w:val)"
)
# One question in C for the usual row; only a row that answers yes is looked at in Python.
_suspect = etree.XPath(
    f"{_CELLS}[not(*[last()][self::w:p])] or ({_WIDTH}) != $columns or {_CELLS}/w:tcPr/w:vMerge",
    namespaces=W,
)
_width = etree.XPath(_WIDTH, namespaces=W)
_cells = etree.XPath(_CELLS, namespaces=W)
_text = etree.XPath("string(.)")
_STORIES = (
    w("body"),
    w("hdr"),
    w("ftr"),
    w("footnote"),
    w("endnote"),
    w("comment"),
    w("txbxContent"),
)


@dataclass(slots=True)
class PartText:
    """What a part holds once it is read: its text in order, its rows, and broken rules.

    ``content`` has every kind of markup that the part has, each at least once.
    """

    text: str = ""
    rows: int = 0
    problems: list[Problem] = field(default_factory=list)
    content: bytes = b""


@dataclass(slots=True)
class _Table:
    number: int
    columns: int
    rows: int = 0
    open: set[int] = field(default_factory=set)


def read_part(content: bytes, file: str, part: str) -> PartText:
    """Read one part. Raises lxml's XMLSyntaxError where it is not well-formed."""
    short = shorten(content) if len(content) > LARGE else None
    if short is not None:
        try:
            found = _read_all(short.content, file, part)
        except etree.XMLSyntaxError:
            return _read_all(content, file, part)
        if not found.problems:
            return PartText(short.text, short.rows, [], short.content)
    return _read_all(content, file, part)


def _read_all(content: bytes, file: str, part: str) -> PartText:
    found = PartText(content=content)
    tables: list[_Table] = []
    count = 0
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        tag=(TBL, TR),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    for event, element in events:
        if event == "start":
            if element.tag == TBL:
                count += 1
                tables.append(_Table(count, -1))
            elif tables and tables[-1].columns < 0:
                # The grid stands before the first row, so it is complete by now.
                table = next(element.iterancestors(TBL), None)
                grid = None if table is None else table.find(w("tblGrid"))
                tables[-1].columns = 0 if grid is None else len(grid)
        elif element.tag == TBL:
            table_read = tables.pop()
            if not table_read.rows:
                found.problems.append(_problem("docx.gate.empty_table", file, part, table_read))
        elif tables:
            found.rows += 1
            tables[-1].rows += 1
            _check_row(element, tables[-1], found, file, part)
            if len(tables) == 1:
                text = _text(element)
                element.clear(keep_tail=True)
                element.text = text
    root = events.root
    for story in root.iter(*_STORIES):
        last = next(
            (
                child
                for child in story.iterchildren(etree.Element, reversed=True)
                if child.tag != w("sectPr")
            ),
            None,
        )
        if last is not None and last.tag == TBL:
            found.problems.append(Problem("docx.gate.table_last", WordPlace(file, part)))
        elif last is None and story.tag != w("body"):
            found.problems.append(Problem("docx.gate.no_paragraph", WordPlace(file, part)))
    found.text = "".join(root.itertext(etree.Element))
    return found


def _check_row(row: etree._Element, table: _Table, found: PartText, file: str, part: str) -> None:
    if not _suspect(row, columns=table.columns):
        table.open.clear()
        return
    width = int(float(str(_width(row))))
    if table.columns and width != table.columns:
        found.problems.append(
            _problem(
                "docx.gate.grid",
                file,
                part,
                table,
                {"width": str(width), "columns": str(table.columns)},
            )
        )
    column = 0
    still_open: set[int] = set()
    cells = _cells(row)
    assert isinstance(cells, list)
    for at, cell in enumerate(cells, 1):
        assert isinstance(cell, etree._Element)
        if not len(cell) or cell[-1].tag != P:
            found.problems.append(_problem("docx.gate.no_paragraph", file, part, table, column=at))
        properties = cell.find(TC_PR)
        merge = None if properties is None else properties.find(w("vMerge"))
        span = None if properties is None else properties.find(w("gridSpan"))
        if merge is not None:
            if merge.get(VAL, "continue") == "continue" and column not in table.open:
                found.problems.append(_problem("docx.gate.merge", file, part, table, column=at))
            still_open.add(column)
        column += int(span.get(VAL, "1")) if span is not None else 1
    table.open = still_open


def _problem(
    code: str,
    file: str,
    part: str,
    table: _Table,
    details: dict[str, str] | None = None,
    column: int | None = None,
) -> Problem:
    place = WordPlace(file, part, table.number, table.rows or None, column)
    return Problem(code, place, details or {})


_IDS = (
    (b"docPr", re.compile(rb"<[\w-]*:?docPr\b[^>]*?\sid=\"(\d+)\""), "docx.gate.drawing_id"),
    (
        b"bookmarkStart",
        re.compile(rb"<[\w-]*:?bookmarkStart\b[^>]*?:id=\"(-?\d+)\""),
        "docx.gate.bookmark_id",
    ),
)
_RELATION = re.compile(rb"\sr:(?:id|embed|link|pict|dm|lo|qs|cs)=\"([^\"]*)\"")


def equal_ids(content: bytes, file: str, part: str) -> Iterator[Problem]:
    """Yield ids that must be unique in a part and are not."""
    for word, pattern, code in _IDS:
        if word in content:
            ids = pattern.findall(content)
            for twice in sorted({found for found in ids if ids.count(found) > 1}):
                yield Problem(code, WordPlace(file, part), {"id": twice.decode()})


def relations_used(content: bytes) -> set[str]:
    """Return the ids of the relationships that a part refers to."""
    return {found.decode() for found in _RELATION.findall(content)}


def relations_known(content: bytes | None) -> set[str]:
    """Return the ids in a part's relationships; ``content`` is None where it has none."""
    if content is None:
        return set()
    return {str(node.get("Id")) for node in etree.fromstring(content, xml_parser())}

"""Finished papers in, one tree of placed values out: letter, both forms, titles, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.reading import FinishedDocument, Paragraph, Table
from govdocs.reading_in.forms.fields import (
    DECLARATION,
    EVALUATION,
    checking_column,
    form_of,
    read_fields,
)
from govdocs.reading_in.forms.indicators import GridRow, read_grid
from govdocs.reading_in.forms.joining import joined_rows
from govdocs.reading_in.letter import read_letter
from govdocs.reading_in.placed import Gathered, Leftover, Placed, PlacedTree

_LABEL = re.compile(r"附件\s*(?P<number>\d{0,2})")
_YEAR_LINE = re.compile(r"[（(]\s*(?P<year>(?:19|20)\d\d)\s*年度?\s*[）)]")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年度")
_NOTE = re.compile(r"注\s*[:：]\s*")
_TITLES_BEFORE = 5


def gather(documents: Sequence[FinishedDocument]) -> Gathered:
    """Read every document and put what was found together; what a former one said stands."""
    gathered = Gathered()
    grids: dict[str, tuple[GridRow, ...]] = {}
    attachments: dict[str, dict[str, PlacedTree]] = {}
    order: dict[str, int] = {}
    listed: list[Placed] = []
    for document in documents:
        if document.kind == "docx" and "letter" not in gathered.tree:
            listed = read_letter(document, gathered) or listed
        _forms(document, gathered, grids, attachments, order)
    rows = joined_rows(grids.get(DECLARATION, ()), grids.get(EVALUATION, ()))
    if rows:
        gathered.tree["indicators"] = rows
    _attachments(gathered, attachments, order, listed)
    for group in ("budget", "execution"):
        gathered.tree.setdefault(group, {})  # a blank block is filed blank
    _settle_names(gathered)
    _year(gathered)
    known = _said_already(documents, gathered)
    for document in documents:
        _leftovers(document, known, gathered)
    return gathered


def _forms(
    document: FinishedDocument,
    gathered: Gathered,
    grids: dict[str, tuple[GridRow, ...]],
    attachments: dict[str, dict[str, PlacedTree]],
    order: dict[str, int],
) -> None:
    form = ""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            own = form_of(block)
            if own and own != form:
                form = own
                if form not in attachments:
                    attachments[form] = {}
                    order[form] = len(order) + 1
                    _titles(document, at, attachments[form], gathered, form, order)
            if form:
                _table(block, form, gathered, grids)
        elif form == EVALUATION and _NOTE.match(block.full.strip()):
            _notes(document, at, gathered)


def _table(
    table: Table, form: str, gathered: Gathered, grids: dict[str, tuple[GridRow, ...]]
) -> None:
    known = read_fields(table, form, gathered)
    grid = read_grid(table)
    if grid is not None:
        known |= grid.read
        grids.setdefault(form, grid.rows)
    for cell in table.cells():
        if id(cell) in known or cell.column >= checking_column(table):
            gathered.taken.add(cell.place)


def _titles(
    document: FinishedDocument,
    at: int,
    made: dict[str, PlacedTree],
    gathered: Gathered,
    form: str,
    order: dict[str, int],
) -> None:
    """附件1, title and year line above the first table of a form."""
    made["form"] = Placed(form)
    lines: list[Paragraph] = []
    for block in reversed(document.blocks[max(0, at - _TITLES_BEFORE) : at]):
        if isinstance(block, Table):
            break
        text = block.full.strip()
        label = _LABEL.fullmatch(text)
        if label is not None:
            if label["number"] and int(label["number"]) != order[form]:
                made["number"] = Placed(str(int(label["number"])), block.place)
            gathered.taken.add(block.place)
            break
        lines.insert(0, block)
    title: list[Paragraph] = []
    for line in lines:
        text = line.full.strip()
        if _YEAR_LINE.fullmatch(text):
            made["year_line"] = Placed(text, line.place)
            gathered.taken.add(line.place)
        elif "year_line" not in made and len(text) <= 60 and not text.endswith("。"):
            title.append(line)
    if title:
        made["title"] = Placed("".join(line.full.strip() for line in title), title[0].place)
        gathered.taken |= {line.place for line in title}


def _notes(document: FinishedDocument, at: int, gathered: Gathered) -> None:
    """注： and what follows it, each line a note."""
    notes: list[PlacedTree] = []
    for block in document.blocks[at:]:
        if isinstance(block, Table) or _LABEL.fullmatch(block.full.strip()):
            break
        if notes and not re.match(r"\s*\d{1,2}[.．、]", block.full):
            break
        gathered.taken.add(block.place)
        lines = _NOTE.sub("", block.full.strip(), count=1) if not notes else block.full.strip()
        notes += [Placed(line.strip(), block.place) for line in lines.split("\n") if line.strip()]
    explanation = gathered.tree.setdefault("explanation", {})
    assert isinstance(explanation, dict)
    explanation.setdefault("notes", notes)


def _attachments(
    gathered: Gathered,
    attachments: dict[str, dict[str, PlacedTree]],
    order: dict[str, int],
    listed: Sequence[Placed],
) -> None:
    rows = [attachments[form] for form in sorted(attachments, key=lambda f: order[f])]
    for row, title in zip(rows, listed, strict=False):
        own = row.get("title")
        if isinstance(own, Placed) and own.text != title.text:
            row["listed_title"] = title
        row.setdefault("title", title)
    gathered.left += [
        Leftover(title.text, title.place, "所列附件没有读到") for title in listed[len(rows) :]
    ]
    if rows:
        gathered.tree["attachments"] = list(rows)


def _settle_names(gathered: Gathered) -> None:
    """One name of the fund: attachment 2's; attachment 1's beside it only where it differs."""
    fund = gathered.tree.get("fund")
    if not isinstance(fund, dict):
        return
    declared, name = fund.get("declared_name"), fund.get("name")
    if name is None and declared is not None:
        fund["name"] = fund.pop("declared_name")
    elif isinstance(name, Placed) and isinstance(declared, Placed) and name.text == declared.text:
        del fund["declared_name"]
    line, unit = fund.get("line_department"), fund.get("implementing_unit")
    if isinstance(line, Placed) and isinstance(unit, Placed) and line.text == unit.text:
        del fund["implementing_unit"]
    statement = gathered.tree.setdefault("goal_statement", {})
    assert isinstance(statement, dict)
    if "planned" not in statement and "goals" in gathered.tree:
        statement["carry_goals"] = Placed("否")  # the cell was left blank on paper


def _year(gathered: Gathered) -> None:
    """The year of the money: what the forms print under their titles, else the letter's title."""
    rows = gathered.tree.get("attachments", [])
    assert isinstance(rows, list)
    lines = [row.get("year_line") for row in rows if isinstance(row, dict)]
    letter = gathered.tree.get("letter")
    lines.append(letter.get("title") if isinstance(letter, dict) else None)
    for line in lines:
        found = _YEAR.search(line.text) if isinstance(line, Placed) else None
        if found is not None and isinstance(line, Placed):
            gathered.tree["year"] = Placed(found["year"], line.place)
            break
    year = gathered.tree.get("year")
    for row in rows:
        if isinstance(row, dict) and isinstance(year, Placed):
            line = row.get("year_line")
            if isinstance(line, Placed) and line.text == f"（{year.text}年度）":
                del row["year_line"]  # left out, it prints the same


def _leftovers(document: FinishedDocument, known: frozenset[str], gathered: Gathered) -> None:
    """Everything with words that nothing took; a line that another paper has as well was read there."""
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells():
                if cell.plain and cell.place not in gathered.taken:
                    gathered.left.append(Leftover(cell.text.strip(), cell.place))
            continue
        text = block.full.strip()
        if text and block.place not in gathered.taken and "".join(text.split()) not in known:
            gathered.left.append(Leftover(text, block.place))


def _said_already(documents: Sequence[FinishedDocument], gathered: Gathered) -> frozenset[str]:
    """Lines that were read, without white space."""
    return frozenset(
        "".join(p.full.split())
        for document in documents
        for p in document.paragraphs
        if p.place in gathered.taken
    )

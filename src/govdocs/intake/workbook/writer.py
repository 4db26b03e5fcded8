"""Write a case, or an empty one, as a workbook; the same case gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govdocs.intake.case_text import case_text
from govdocs.intake.workbook.layout import GUIDE_SHEET, Kind
from govdocs.intake.workbook.layouts import layouts_of
from govdocs.intake.workbook.plan import Sheet, sheets
from govdocs.model.any_case import KINDS, AnyCase
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fields import Model
from govdocs.model.kinds import FILING

if TYPE_CHECKING:
    from openpyxl import Workbook

_FIXED_TIME = (2000, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def write_case_workbook(case: AnyCase) -> bytes:
    """Return a case as the bytes of an .xlsx that loads to the same case.

    InputError where a text is too long for a cell, or rows that others belong to bear one name.
    """
    return _bytes(case_text(case), type(case))


def new_case_workbook(kind: str = FILING) -> bytes:
    """Return the bytes of an .xlsx with every heading, label, drop-down and explanation."""
    return _bytes({} if kind == FILING else {"kind": kind}, KINDS[kind])


def _bytes(data: dict[str, Any], model: type[Model]) -> bytes:
    from openpyxl import Workbook

    from govdocs.intake.workbook.form_writer import write_form
    from govdocs.intake.workbook.guide_sheet import write_guide
    from govdocs.intake.workbook.scoring_guide import SCORING_GUIDE, write_scoring_guide
    from govdocs.intake.workbook.table_writer import write_rows

    book = Workbook()
    book.remove(book.worksheets[0])
    written = list(_written(data, model))
    guide = book.create_sheet(GUIDE_SHEET)
    for sheet in written:
        out = book.create_sheet(sheet.name)
        (write_form if sheet.kind is Kind.FORM else write_rows)(out, sheet, data)
    write_guide(guide, written, next(kind for kind, known in KINDS.items() if known is model))
    if model is EvaluationCase:
        write_scoring_guide(book.create_sheet(SCORING_GUIDE, 1))
    book.active = next(n for n, out in enumerate(book.worksheets) if out.title == written[0].name)
    for out in book.worksheets:
        out.sheet_view.tabSelected = out is book.active
    return _packed(book)


def _written(data: dict[str, Any], model: type[Model]) -> Iterator[Sheet]:
    """The sheets of the layout, and of the others those that have something in them."""
    offered = {layout.name for layout in layouts_of(model)}
    for sheet in sheets(model):
        paths = [sheet.path, *(group.path for group in sheet.groups)]
        if sheet.name in offered or any(path and data.get(str(path[0])) for path in paths):
            yield sheet


def _packed(book: Workbook) -> bytes:
    """Save with fixed times, since the clock would make every file another."""
    book.properties.creator = "govdocs"
    first, final = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as saved, zipfile.ZipFile(final, "w") as packed:
        for name in sorted(saved.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = saved.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return final.getvalue()

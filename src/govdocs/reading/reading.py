"""The one way in: a finished Word or Excel file, by its content and not by its name."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.opening import open_office_package
from govdocs.place import FilePlace
from govdocs.reading.paper import FinishedDocument
from govdocs.reading.word.document import read_word


def read_document(
    source: Path | bytes, *, name: str = "", as_typed: bool = False
) -> FinishedDocument:
    """Return what a .docx or .xlsx holds, with the place of every paragraph and cell.

    ``name`` is what places call the file; left out, the path as given. Macros, links and embedded
    objects are tolerated and named in ``remarks``; nothing in the file is run or fetched. Sentences
    broken into lines are joined and tables typed as lines made grids, each with the places of its
    lines; ``as_typed`` leaves them, for comparing a file with another word by word. Raises
    InputError ``opening.*`` for what is no Office file, is encrypted, old, damaged or would harm.
    """
    name = name or (str(source) if isinstance(source, Path) else "")
    try:
        package = open_office_package(source, "docx", name=name, refuse=frozenset())
    except InputError as error:
        if [problem.code for problem in error.problems] != ["opening.wrong_kind"]:
            raise
        package = open_office_package(source, "xlsx", name=name, refuse=frozenset())
    if package.kind == "docx":
        document = read_word(package, name, as_typed=as_typed)
    else:
        # The Excel library takes as long to load as a short paper to read: a Word file does without.
        from govdocs.reading.sheets import read_workbook

        document = read_workbook(package, name)
    dangers = tuple(
        Problem(f"reading.{problem.code.partition('.')[2]}", problem.place, problem.details)
        for problem in package.dangers
    )
    if not any(True for _ in document.blocks):
        empty = Problem("reading.no_text", FilePlace(name))
        dangers = (*dangers, empty)
    return FinishedDocument(
        document.name,
        document.kind,
        document.blocks,
        document.notes,
        (*document.remarks, *dangers),
        document.part,
    )

"""Papers read into a new case file: opened, gathered, proven to load, written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from govdocs.errors import InputError, OutputError, Problem, ProgramFault
from govdocs.filing.document_check import EXCEL, WORD
from govdocs.filing.old_formats import Opened, open_finished
from govdocs.intake.load import any_case_of
from govdocs.intake.new import SCHEMA_FILE
from govdocs.intake.yaml.reader import read_yaml
from govdocs.model.kinds import FILING, CaseKind
from govdocs.place import FilePlace
from govdocs.reading import FinishedDocument
from govdocs.reading_in.as_typed import fitting
from govdocs.reading_in.into_case import ReadCase, read_case_from
from govdocs.writing.atomic import write_atomically

REVIEW_NOTE = "审核情况说明"
_SCHEMAS = {FILING: SCHEMA_FILE, CaseKind.EVALUATION.value: "evaluation.schema.json"}


def read_into(
    files: Sequence[Path], target: Path, *, force: bool = False, tags: bool = False
) -> ReadCase:
    """Read ``files`` into one case and write it at ``target`` (.yaml).

    Figures of the prose that are a field's own get their tag: in a comment above the text, with
    ``tags`` in the text itself.

    Raises InputError with the problems of all files that cannot be read, ``reading_in.*`` where
    they hold no case, OutputError where ``target`` stands already and ``force`` is not given.
    """
    if target.suffix.lower() not in {".yaml", ".yml"}:
        details = {"name": target.name}
        raise InputError([Problem("reading_in.not_yaml", FilePlace(str(target)), details)])
    if target.exists() and not force:
        details = {"name": target.name}
        raise OutputError([Problem("writing.already_there", FilePlace(str(target)), details)])
    papers = papers_in(files)
    pairs = zip(read_all(papers, as_typed=True), read_all(papers), strict=True)
    documents = [fitting(typed, restored) for typed, restored in pairs]
    read = read_case_from(documents).with_tags(write=tags)
    text = read.yaml(schema=_SCHEMAS[read.kind])
    if read.case is not None and any_case_of(read_yaml(text.encode(), str(target))) != read.case:
        raise ProgramFault(
            [Problem("filing.fault", FilePlace(str(target)), {"error": "read back"})]
        )
    write_atomically(target, text.encode(), inputs=papers)
    return read


def papers_in(files: Sequence[Path]) -> list[Path]:
    """The files, and for a folder the Word and Excel files in it by name.

    A folder's note on accepted findings (审核情况说明) is no paper of the case, and Word's own
    lock files (~$) are none. Raises InputError ``reading_in.empty_folder`` where none is left.
    """
    found: list[Path] = []
    for file in files:
        if not file.is_dir():
            found.append(file)
            continue
        inside = [
            p
            for p in sorted(file.iterdir())
            if p.suffix.lower() in WORD | EXCEL and not p.name.startswith("~$")
            and p.stem != REVIEW_NOTE
        ]  # fmt: skip
        if not inside:
            details = {"name": file.name}
            raise InputError([Problem("reading_in.empty_folder", FilePlace(str(file)), details)])
        found += inside
    return found


def read_all(files: Sequence[Path], *, as_typed: bool = False) -> list[FinishedDocument]:
    """Read every file; where some cannot be read, raise InputError with the problems of all.

    ``as_typed`` leaves broken lines as they stand, for comparing files paragraph by paragraph.
    """
    return [opened.document for opened in opened_all(files, as_typed=as_typed)]


def opened_all(files: Sequence[Path], *, as_typed: bool = False) -> list[Opened]:
    """The same with each file's bytes in the new format."""
    opened: list[Opened] = []
    problems: list[Problem] = []
    for file in files:
        try:
            opened.append(open_finished(file, as_typed=as_typed))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return opened

"""Make a case file to fill in, or write an existing case in the other form."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import InputError, OutputError, Problem, ProgramFault
from govdocs.place import FilePlace
from govdocs.writing.atomic import write_all_atomically

SCHEMA_FILE = "case.schema.json"
_YAML = (".yaml", ".yml")


def new_case_file(
    target: Path, source: Path | None = None, *, force: bool = False
) -> tuple[Path, ...]:
    """Write a case file at ``target`` and return the files written.

    Blank and explained where ``source`` is None, else the case of ``source`` without loss, which
    is proven by reading it back before anything is written. Beside a YAML file goes its JSON
    Schema. InputError for a bad source or suffix; OutputError where ``target`` stands already
    and ``force`` is not given, or cannot be written.
    """
    suffix = target.suffix.lower()
    if suffix not in (*_YAML, ".xlsx"):
        raise InputError(
            [Problem("intake.unknown_suffix", FilePlace(str(target)), {"suffix": target.suffix})]
        )
    if target.exists() and not force:
        raise OutputError(
            [Problem("writing.already_there", FilePlace(str(target)), {"name": target.name})]
        )
    files = {target.name: _content(target, source)}
    if suffix in _YAML and _may_write_schema(target.with_name(SCHEMA_FILE)):
        from govdocs.intake.schema import schema_text

        files[SCHEMA_FILE] = schema_text().encode()
    write_all_atomically(target.parent, files, inputs=[source] if source else [])
    return tuple(target.with_name(name) for name in files)


def _content(target: Path, source: Path | None) -> bytes:
    yaml = target.suffix.lower() in _YAML
    if source is None:
        if yaml:
            from govdocs.intake.yaml.writer import new_case_yaml

            return new_case_yaml(schema=SCHEMA_FILE).encode()
        from govdocs.intake.workbook.writer import new_case_workbook

        return new_case_workbook()
    from govdocs.intake.load import case_of, load_case

    case = load_case(source).case
    if yaml:
        from govdocs.intake.yaml.reader import read_yaml
        from govdocs.intake.yaml.writer import write_case_yaml

        content = write_case_yaml(case, schema=SCHEMA_FILE).encode()
        again = case_of(read_yaml(content, target.name))
    else:
        from govdocs.intake.workbook.reader import read_workbook_bytes
        from govdocs.intake.workbook.writer import write_case_workbook

        content = write_case_workbook(case)
        again = case_of(read_workbook_bytes(content, target.name))
    if again != case:
        raise ProgramFault([Problem("intake.not_lossless", FilePlace(str(source)))])
    return content


def _may_write_schema(path: Path) -> bool:
    """Tell whether the schema's place is free or holds a schema of ours."""
    if not path.exists():
        return True
    try:
        with path.open(encoding="utf-8") as file:
            return '"title": "申报案卷"' in file.read(4096)
    except (OSError, UnicodeDecodeError):
        return False

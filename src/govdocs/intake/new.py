"""Make a case file to fill in, or write an existing case in the other form."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import InputError, OutputError, Problem, ProgramFault
from govdocs.intake.kinds import schema_file, title_of
from govdocs.model.any_case import KINDS, kind_of
from govdocs.model.kinds import FILING
from govdocs.place import FilePlace
from govdocs.writing.atomic import write_all_atomically

_YAML = (".yaml", ".yml")
SCHEMA_FILE = schema_file(FILING)
"""The schema beside the YAML file of a filing."""


def new_case_file(
    target: Path, source: Path | None = None, *, kind: str | None = None, force: bool = False
) -> tuple[Path, ...]:
    """Write a case file at ``target`` and return the files written.

    Blank and explained where ``source`` is None, else the case of ``source`` without loss, which
    is proven by reading it back before anything is written. ``kind`` is a self-evaluation's
    filing, or the source's own, where it is None. Beside a YAML file goes its JSON Schema.
    InputError for a bad source, kind or suffix; OutputError where ``target`` stands already and
    ``force`` is not given, or cannot be written.
    """
    suffix = target.suffix.lower()
    if suffix not in (*_YAML, ".xlsx"):
        raise InputError(
            [Problem("intake.unknown_suffix", FilePlace(str(target)), {"suffix": target.suffix})]
        )
    if kind is not None and kind not in KINDS:
        details = {"given": kind, "known": "、".join(KINDS)}
        raise InputError([Problem("intake.unknown_kind", details=details)])
    if target.exists() and not force:
        raise OutputError(
            [Problem("writing.already_there", FilePlace(str(target)), {"name": target.name})]
        )
    yaml = suffix in _YAML
    if source is None:
        made = kind or FILING
        content = _blank(made, yaml)
    else:
        made, content = _copied(target.name, source, kind, yaml)
    files = {target.name: content}
    schema = schema_file(made)
    if yaml and _may_write_schema(target.with_name(schema), made):
        from govdocs.intake.schema import schema_text

        files[schema] = schema_text(made).encode()
    write_all_atomically(target.parent, files, inputs=[source] if source else [])
    return tuple(target.with_name(name) for name in files)


def _blank(kind: str, yaml: bool) -> bytes:
    if yaml:
        from govdocs.intake.yaml.writer import new_case_yaml

        return new_case_yaml(kind).encode()
    from govdocs.intake.workbook.writer import new_case_workbook

    return new_case_workbook(kind)


def _copied(name: str, source: Path, kind: str | None, yaml: bool) -> tuple[str, bytes]:
    """The kind of the source's case and its content in the other form."""
    from govdocs.intake.load import any_case_of, load_any_case

    case = load_any_case(source).case
    own = kind_of(case)
    if kind is not None and kind != own:
        details = {"given": own, "wanted": kind}
        raise InputError([Problem("intake.other_kind", FilePlace(str(source)), details)])
    if yaml:
        from govdocs.intake.yaml.reader import read_yaml
        from govdocs.intake.yaml.writer import write_case_yaml

        content = write_case_yaml(case).encode()
        again = any_case_of(read_yaml(content, name))
    else:
        from govdocs.intake.workbook.reader import read_workbook_bytes
        from govdocs.intake.workbook.writer import write_case_workbook

        content = write_case_workbook(case)
        again = any_case_of(read_workbook_bytes(content, name))
    if again != case:
        raise ProgramFault([Problem("intake.not_lossless", FilePlace(str(source)))])
    return own, content


def _may_write_schema(path: Path, kind: str) -> bool:
    """Tell whether the schema's place is free or holds a schema of ours."""
    if not path.exists():
        return True
    try:
        with path.open(encoding="utf-8") as file:
            return f'"title": "{title_of(kind)}"' in file.read(4096)
    except (OSError, UnicodeDecodeError):
        return False

"""What stands where the result is to go: an earlier result may be replaced, a form or case may not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govdocs.errors import InputError, OutputError, Problem
from govdocs.place import FilePlace


def refuse_to_replace(paths: Iterable[Path]) -> None:
    """Raise OutputError ``writing.over_input`` for each path at which a form or a case stands."""
    standing = [path for path in paths if path.is_file() and not _is_former(path)]
    if standing:
        raise OutputError(
            [Problem("writing.over_input", FilePlace(str(p)), {"name": p.name}) for p in standing]
        )


def _is_former(path: Path) -> bool:
    if path.suffix.lower() in (".yaml", ".yml"):
        data = path.read_bytes()
        return not data.strip() or b"\nrollup:" in data
    from govdocs.rollup.result.units_sheet import SHEET
    from govdocs.rollup.taking_in.book import open_book

    try:
        return SHEET in open_book(path, path.name).sheet_names
    except InputError:
        return False

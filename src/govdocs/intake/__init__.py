"""Case files, as YAML or as a workbook, become a case in which every value knows its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govdocs.intake.load import LoadedAny, LoadedCase, load_any_case, load_case
    from govdocs.intake.new import new_case_file
    from govdocs.intake.schema import case_schema
    from govdocs.intake.workbook.writer import write_case_workbook
    from govdocs.intake.yaml.writer import write_case_yaml

__all__ = [
    "LoadedAny",
    "LoadedCase",
    "case_schema",
    "load_any_case",
    "load_case",
    "new_case_file",
    "write_case_workbook",
    "write_case_yaml",
]

_HOMES = {
    "LoadedCase": "load",
    "load_case": "load",
    "LoadedAny": "load",
    "load_any_case": "load",
    "new_case_file": "new",
    "case_schema": "schema",
    "write_case_workbook": "workbook.writer",
    "write_case_yaml": "yaml.writer",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that ``govdocs --help`` stays fast."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

"""Excel templates: compiled once, filled many times, each result held against the gate."""

from govdocs.rendering.xlsx.compiled import CompiledXlsx, compile_xlsx
from govdocs.rendering.xlsx.filling import FilledXlsx
from govdocs.rendering.xlsx.lint import check_xlsx, lint_xlsx

__all__ = ["CompiledXlsx", "FilledXlsx", "check_xlsx", "compile_xlsx", "lint_xlsx"]

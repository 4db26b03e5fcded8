"""Word templates: compiled once, filled many times, each result held against the gate."""

from govdocs.rendering.docx.lint import check_docx, lint_docx
from govdocs.rendering.docx.template import CompiledDocx, FilledDocx, compile_docx
from govdocs.rendering.docx.tracing import Trace

__all__ = ["CompiledDocx", "FilledDocx", "Trace", "check_docx", "compile_docx", "lint_docx"]

"""A filing from its templates: letter, attachments and imprint become one Word template."""

from govdocs.rendering.assembly.joining import assemble_docx

__all__ = ["assemble_docx"]
